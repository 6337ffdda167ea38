import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { output, root, run } from './support.ts';

/** Time of change of every file that a build makes. */
function made(): Record<string, number> {
  const times: Record<string, number> = {};
  for (const folder of ['dist', 'build/Release'])
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) times[join(folder, entry.name)] = statSync(join(entry.parentPath, entry.name)).mtimeMs;
  return times;
}

beforeAll(async () => {
  await output(root, 'npm', ['run', '-s', 'build']);
});

test('a second build makes nothing anew', async () => {
  const before = made();
  expect(Object.keys(before)).toEqual(expect.arrayContaining(['dist/index.js', 'build/Release/ridgeline.node']));
  expect(await output(root, 'npm', ['run', '-s', 'build'])).toContain('up to date');
  expect(made()).toEqual(before);
});

test('npm runs nothing of ours on installation', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const lifecycle = /^(pre|post)?(install|prepare|publish|pack|uninstall)$|^(dependencies|prepublishOnly|prepack|postpack)$/;
  expect(Object.keys(manifest.scripts).filter((name) => lifecycle.test(name))).toEqual([]);
  // Without this, npm builds whatever has a binding.gyp.
  expect(manifest.gypfile).toBe(false);
});

test('the lock file names no private host and knows every platform', () => {
  type Locked = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  const hosts = Object.values(packages).flatMap((p) => (p.resolved ? [new URL(p.resolved).host] : []));
  expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  // npm leaves out what the registry at hand does not carry, and npm ci then refuses the file everywhere.
  const named = Object.entries(packages).flatMap(([path, p]) => Object.keys(p.optionalDependencies ?? {}).map((name) => [path, name]));
  expect(named.length).toBeGreaterThan(0);
  const lacking = named.filter(([path, name]) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`]);
  expect(lacking.map(([, name]) => name)).toEqual([]);
});

test('the command runs as a program of its own', async () => {
  const done = await run(root, join(root, 'dist/cli/main.js'), ['--version']);
  expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});
