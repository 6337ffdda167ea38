import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../lib/package-root.ts';
import { checkAddon, loadNative } from '../../lib/runtime/native.ts';

const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };

test('the binary of this checkout is taken', () => {
  expect(() => checkAddon(loadNative(), version)).not.toThrow();
});

test('a binary that lacks a function is refused before anything calls it', () => {
  const { prepare: _, solve: __, ...older } = loadNative();
  expect(() => checkAddon(older, version)).toThrow(/older than the package, it lacks prepare, solve; build it again/);
});

test('a binary of another version is refused', () => {
  expect(() => checkAddon(loadNative(), '99.0.0')).toThrow(`expected a native binary of version 99.0.0, got ${version}`);
});
