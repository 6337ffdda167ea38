/**
 * Builds the addon with node-gyp, offline: Node's headers are those beside the running node, or the node-api-headers package. Configures only
 * when a build file is newer than what it made; make does the rest, so that a second run rebuilds nothing.
 *
 * node scripts/build-native.mjs [--sanitize]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const sanitize = process.argv.includes('--sanitize');

const fail = (message) => {
  process.stderr.write(`build:native: ${message}\n`);
  process.exit(1);
};

for (const tool of ['g++', 'make', 'python3']) {
  const found = spawnSync(tool, ['--version'], { stdio: 'ignore' });
  if (found.error) fail(`${tool} is missing; on Debian: apt-get install g++ make python3`);
}

/** The instruction set whose kernels this processor runs (native/targets/dispatch.cc). */
function instructionSet() {
  if (process.arch !== 'x64') return process.arch;
  const flags = existsSync('/proc/cpuinfo') ? readFileSync('/proc/cpuinfo', 'utf8') : '';
  return /\bavx512vl\b/.test(flags) ? 'avx512' : /\bavx2\b/.test(flags) ? 'avx2' : 'baseline';
}

/** A folder with include/node/node_api.h. */
export function headers() {
  const beside = dirname(dirname(process.execPath));
  if (existsSync(join(beside, 'include/node/node_api.h'))) return beside;
  const source = join(dirname(require.resolve('node-api-headers/package.json')), 'include');
  const staged = join(root, 'build-headers');
  const target = join(staged, 'include/node');
  mkdirSync(target, { recursive: true });
  const files = Object.fromEntries(
    readdirSync(source)
      .filter((name) => name.endsWith('.h'))
      .map((name) => [name, readFileSync(join(source, name), 'utf8')]),
  );
  files['config.gypi'] = `{ "target_defaults": {}, "variables": { "host_arch": "${process.arch}", "target_arch": "${process.arch}" } }\n`;
  files['common.gypi'] =
    '{ "variables": {}, "target_defaults": { "default_configuration": "Release", "configurations": { "Debug": {}, "Release": {} }, "cflags": ["-fPIC"] } }\n';
  for (const [name, text] of Object.entries(files)) {
    const file = join(target, name);
    // A file with a new date would have everything built again.
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
  return staged;
}

const gyp = join(dirname(require.resolve('node-gyp/package.json')), 'bin/node-gyp.js');
const nodedir = headers();
const run = (...args) => {
  const env = { ...process.env, HOME: process.env.HOME || tmpdir(), npm_config_nodedir: nodedir };
  const done = spawnSync(process.execPath, [gyp, args[0], `--nodedir=${nodedir}`, '--loglevel=warn', ...args.slice(1)], {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (done.status !== 0)
    fail(
      `node-gyp ${args[0]} failed (${done.error?.message ?? done.signal ?? `exit status ${done.status}`})\n${done.stdout}\n${done.stderr}`,
    );
  return `${done.stdout}${done.stderr}`;
};

const made = join(root, 'build/Makefile');
const settings = join(root, 'build/ridgeline-settings.json');
const wanted = JSON.stringify({ sanitize, node: process.version, nodedir });
const stale =
  !existsSync(made) ||
  !existsSync(settings) ||
  readFileSync(settings, 'utf8') !== wanted ||
  ['binding.gyp', 'native/sources.gypi'].some((f) => statSync(join(root, f)).mtimeMs > statSync(made).mtimeMs);
if (stale) {
  run('configure', '--', ...(sanitize ? ['-Dsanitize=1', `-Dsanitized_kernels=${instructionSet()}`] : []));
  writeFileSync(settings, wanted);
}
const before = existsSync(join(root, 'build/Release/ridgeline.node')) ? statSync(join(root, 'build/Release/ridgeline.node')).mtimeMs : 0;
const log = run('build', `--jobs=${availableParallelism()}`);
const warnings = log.split('\n').filter((line) => /warning:/.test(line));
if (warnings.length > 0) process.stderr.write(`${warnings.join('\n')}\n`);
const after = statSync(join(root, 'build/Release/ridgeline.node')).mtimeMs;
process.stdout.write(after === before ? 'build:native: up to date\n' : 'build:native: built build/Release/ridgeline.node\n');
