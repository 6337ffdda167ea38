// What scripts that build or check have in common. Nothing here touches the network.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

export function fail(message) {
  console.error(`ridgeline: ${message}`);
  process.exit(1);
}

/** Runs a command; its output is shown only when it fails, or with --verbose. */
export function run(what, command, args, env = {}) {
  const verbose = process.argv.includes('--verbose');
  const done = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: verbose ? 'inherit' : 'pipe',
  });
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}`;
  if (done.status !== 0) {
    process.stderr.write(output);
    fail(`${what} failed (${done.error?.message ?? `exit status ${done.status ?? done.signal}`})`);
  }
  return output;
}
