/** The C++ programs of bench/native, built when they are first asked for and whenever a source is newer. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Missing } from './process.mjs';

const bench = join(dirname(fileURLToPath(import.meta.url)), '..');
const root = join(bench, '..');
const folder = join(root, 'build', 'bench');

/** Objects of the kernels as `npm run build` leaves them. */
function kernelObjects() {
  const objects = join(root, 'build/Release/obj.target');
  const files = ['baseline', 'avx2', 'avx512', 'avx512_bf16', 'neon'].map((t) => join(objects, `kernels_${t}/native/targets/${t}.o`));
  files.push(join(objects, 'ridgeline/native/targets/dispatch.o'));
  const absent = files.find((f) => !existsSync(f));
  if (absent) throw new Missing('the kernels are not built: npm run build', true);
  return files;
}

/**
 * Path of the program, built if need be.
 * @param {{ program: string, source: string, defines?: readonly string[], libraries?: readonly string[], kernels?: boolean, install?: string }} what
 */
export function buildNative({ program, source, defines = [], libraries = [], kernels = false, install = 'g++' }) {
  const target = join(folder, program);
  const inputs = kernels ? kernelObjects() : [];
  const headers = [join(bench, 'native'), join(root, 'native/kernels')].flatMap((d) => readdirSync(d).map((f) => join(d, f)));
  const newest = Math.max(...[...headers, ...inputs].map((f) => statSync(f).mtimeMs));
  if (existsSync(target) && statSync(target).mtimeMs > newest) return target;
  mkdirSync(folder, { recursive: true });
  const args = ['-O3', '-std=c++17', '-Wall', '-Wextra', `-I${join(root, 'native')}`, ...defines.map((d) => `-D${d}`)];
  const done = spawnSync('g++', [...args, join(bench, 'native', source), ...inputs, ...libraries, '-lpthread', '-o', target], {
    encoding: 'utf8',
  });
  if (done.error) throw new Missing('g++ is not installed', true);
  if (done.status === 0) return target;
  // A library or a header that is not there says so; anything else is a defect of the program.
  if (/cannot find -l|No such file or directory/.test(done.stderr)) throw new Missing(`it is not installed; ${install}`, true);
  throw new Error(`${source} does not compile:\n${done.stderr}`);
}
