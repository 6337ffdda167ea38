/** The tarball, installed as users do: with scripts disabled, into an empty project. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { output, root, run } from './support.ts';

const project = mkdtempSync(join(tmpdir(), 'ridgeline-user-'));
const installed = join(project, 'node_modules/ridgeline');
let packed: string[];

const training = `
  const model = sequential([layers.input([2]), layers.dense(8, { activation: 'tanh' }), layers.dense(1)], { seed: 1 });
  model.compile({ optimizer: optimizers.adam({ learningRate: 0.05 }), loss: 'meanSquaredError' });
  const history = await model.fit([[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]], { epochs: 60, batchSize: 2, verbose: false });
  console.log(JSON.stringify(history.epochs.map((e) => e.loss)));
`;
const names = '{ layers, optimizers, sequential }';

beforeAll(async () => {
  const manifest = JSON.parse(await output(root, 'npm', ['pack', '--json', '--pack-destination', project]));
  const { filename, files } = (Array.isArray(manifest) ? manifest[0] : Object.values(manifest)[0]) as {
    filename: string;
    files: { path: string }[];
  };
  packed = files.map((f) => f.path);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'user', private: true }));
  writeFileSync(join(project, 'use.mjs'), `import ${names} from 'ridgeline';${training}`);
  writeFileSync(join(project, 'use.cjs'), `const ${names} = require('ridgeline'); (async () => {${training}})();`);
  await output(project, 'npm', ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', join(project, filename)]);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

test('holds the compiled library, assets, docs, a binary and the texts, and nothing else', () => {
  const sources = readdirSync(join(root, 'lib'), { recursive: true }).filter((file) => String(file).endsWith('.ts')) as string[];
  const bundles = ['dist/index.js', 'dist/library.js', 'dist/cli/main.js'];
  const declarations = sources.map((file) => `dist/${file.replace(/\.ts$/, '.d.ts')}`);
  const assets = readdirSync(join(root, 'assets')).map((file) => `assets/${file}`);
  const docs = readdirSync(join(root, 'docs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  const texts = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
  const folder = `prebuilds/${process.platform}-${process.arch}/`;
  expect(packed.filter((file) => !file.startsWith('prebuilds/')).sort()).toEqual(
    [...bundles, ...declarations, ...assets, ...docs, ...texts].sort(),
  );
  expect(packed.filter((file) => file.startsWith(folder) && file.endsWith('.node'))).toHaveLength(1);
  expect(packed.filter((file) => file.startsWith('prebuilds/') && !file.endsWith('.node'))).toEqual([]);
});

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true });
  expect(messages.map((m) => formatMessage(m, pkg, { color: false }))).toEqual([]);
});

test('its types hold for ES modules and CommonJS, with every declaration checked', async () => {
  const code = `import { layers, sequential, type NDArray } from 'ridgeline';
    const model = sequential([layers.input([2]), layers.dense(1)]);
    export const y: Promise<NDArray> = model.predict([[1, 2]]);\n`;
  const folder = join(project, 'types');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.mts'), code);
  writeFileSync(join(folder, 'b.cts'), code);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const flags = [
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--lib',
    'es2023,esnext.disposable',
    '--module',
    'nodenext',
    '--types',
    'node',
  ];
  const roots = ['--typeRoots', join(root, 'node_modules/@types')];
  expect(await run(folder, process.execPath, [tsc, ...flags, ...roots, 'a.mts', 'b.cts'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

describe('trains', () => {
  const losses = async (file: string, env: Record<string, string> = {}): Promise<number[]> =>
    JSON.parse(await output(project, process.execPath, [file], env));

  test('the same with import and with require', async () => {
    const imported = await losses('use.mjs');
    expect(imported).toHaveLength(60);
    expect(imported[59]).toBeLessThan(imported[0] / 2);
    expect(await losses('use.cjs')).toEqual(imported);
  });

  test('by its command', async () => {
    const bin = join(project, 'node_modules/.bin/ridgeline');
    const info = JSON.parse(await output(project, bin, ['info', '--json']));
    expect(info).toMatchObject({ isa: expect.stringMatching(/^(baseline|avx2|avx512|neon)$/), threads: expect.any(Number) });
    expect(info.version).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
    const events = (await output(project, bin, ['train', '--epochs', '1', '--hidden', '8', '--json']))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).event);
    expect(events).toEqual(['start', 'epoch', 'result']);
  });

  test('without a binary says what to do, and does it', async () => {
    const native = await losses('use.mjs');
    renameSync(join(installed, 'prebuilds'), join(project, 'prebuilds-away'));
    try {
      const failed = await run(project, process.execPath, ['use.mjs']);
      expect(failed.code).not.toBe(0);
      expect(failed.stderr).toContain('ERR_NATIVE_LOAD');
      expect(failed.stderr).toContain(`${process.platform}-${process.arch}`);
      expect(failed.stderr).toContain('RIDGELINE_BACKEND=reference');
      const reference = await losses('use.mjs', { RIDGELINE_BACKEND: 'reference' });
      // Sixty epochs of rounding differences between two float32 paths; a different algorithm would be off by far more.
      reference.forEach((loss, epoch) => expect(Math.abs(loss - native[epoch])).toBeLessThan(1e-3 * native[0]));
    } finally {
      renameSync(join(project, 'prebuilds-away'), join(installed, 'prebuilds'));
    }
  });
});
