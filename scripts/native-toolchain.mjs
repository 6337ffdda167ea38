// What the build scripts need to know of this machine: Node's headers and the tools. Nothing here touches the network.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(join(root, 'package.json'));

/** Prefix with include/node, as --nodedir wants it: beside the running Node, or what npm_config_nodedir says. Undefined when there is none. */
export function findNodeDirectory() {
  const candidates = [
    process.env.npm_config_nodedir,
    join(dirname(process.execPath), '..'),
    dirname(process.execPath),
    '/usr',
    '/usr/local',
  ];
  const complete = (prefix) => ['node_api.h', 'common.gypi', 'config.gypi'].every((file) => existsSync(join(prefix, 'include/node', file)));
  return candidates.find((prefix) => prefix && complete(prefix));
}

/** Ends with a message that names what is missing. */
export function requireTools(...tools) {
  const missing = tools.filter((tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0);
  if (missing.length === 0) return;
  fail(
    `the native layer is built with ${tools.join(', ')}; not found: ${missing.join(', ')}.\n` +
      'Install them (Debian: apt-get install g++ make python3; macOS: xcode-select --install), or run with RIDGELINE_BACKEND=reference, which needs no native layer.',
  );
}

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

/** A script of a development dependency. */
export function packageBin(name, file) {
  try {
    return join(dirname(require.resolve(`${name}/package.json`)), file);
  } catch {
    return fail(`${name} is not installed: run npm ci first`);
  }
}
