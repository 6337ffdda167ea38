/**
 * node scripts/test-native.mjs [--neon]: builds the native tests and runs them; with --neon for aarch64, under qemu-user. As many compilers
 * and tests at a time as there are cores.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fail, root } from './native-toolchain.mjs';

const neon = process.argv.includes('--neon');
const folder = neon ? 'build-neon' : 'build-tests';
const jobs = String(availableParallelism());

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) fail(`${command} ${args.join(' ')} ended with ${error?.message ?? status}`);
}

const toolchain = neon ? ['-DCMAKE_TOOLCHAIN_FILE=cmake/aarch64-linux-gnu.cmake'] : [];
run('cmake', '-S', '.', '-B', folder, '-DRIDGELINE_TESTS=ON', ...toolchain);
run('cmake', '--build', folder, '--parallel', jobs);
// thread_pool_test forks a process with threads; it tests the runtime, and the emulator is here for the kernels.
run('ctest', '--test-dir', folder, '--parallel', jobs, '--output-on-failure', ...(neon ? ['--exclude-regex', 'thread_pool'] : []));
