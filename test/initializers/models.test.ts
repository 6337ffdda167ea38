/** Initializers in models: the same weights on every backend, carried by model files, and why units must start different. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { InitializerLike } from '../../lib/initializers/index.ts';
import { initializers, layers, loadModel, sequential } from '../../lib/index.ts';
import { weightsOf } from '../support/model.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-initializers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const all: readonly InitializerLike[] = Object.keys(initializers).map((name) => (name === 'constant' ? initializers.constant(0.5) : name));
const chain = (l: typeof layers, items: readonly InitializerLike[]) => [
  l.input([20]),
  ...items.map((kernelInitializer) => l.dense(20, { kernelInitializer })),
];

test('the same bits on the native and the reference backend', () => {
  const script = `
    import { initializers, layers, sequential } from ${JSON.stringify(fileURLToPath(new URL('../../dist/index.js', import.meta.url)))};
    const all = Object.keys(initializers).map((name) => (name === 'constant' ? initializers.constant(0.5) : name));
    const chain = ${chain.toString()};
    const weights = sequential(chain(layers, all), { seed: 9 }).getWeights();
    console.log(JSON.stringify(Object.fromEntries(Object.entries(weights).map(([k, v]) => [k, [...v.data]]))));`;
  const run = (env: Record<string, string>) =>
    JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, ...env }, encoding: 'utf8' }),
    ) as Record<string, number[]>;
  const here = weightsOf(sequential(chain(layers, all), { seed: 9 }));
  expect(Object.keys(here)).toHaveLength(2 * all.length);
  expect(run({ RIDGELINE_BACKEND: 'reference' })).toEqual(here);
  expect(run({ RIDGELINE_BACKEND: 'native' })).toEqual(here);
  expect(weightsOf(sequential(chain(layers, all), { seed: 10 }))).not.toEqual(here);
});

test('model files carry them by kind and options', async () => {
  const items = [initializers.orthogonal({ gain: 2 }), initializers.identity({ gain: 3 }), initializers.sparse({ sparsity: 0.5 })];
  const model = sequential(chain(layers, items), { seed: 4 });
  const file = join(folder, 'm.safetensors');
  await model.save(file);
  const loaded = await loadModel(file);
  expect(weightsOf(loaded)).toEqual(weightsOf(model));
  const kinds = loaded.engine.parameters.filter((p) => p.name.endsWith('kernel')).map((p) => p.initializer);
  expect(kinds.map(({ kind, options }) => ({ kind, options }))).toEqual(items.map(({ kind, options }) => ({ kind, options })));
});

describe('symmetry', () => {
  const x = Array.from({ length: 32 }, (_, i) => [Math.sin(i), Math.cos(2 * i), Math.sin(3 * i + 1)]);
  const y = x.map(([a, b, c]) => [a * b + c, a - c]);
  const trained = async (hidden: InitializerLike, output: InitializerLike) => {
    const model = sequential(
      [
        layers.input([3]),
        layers.dense(4, { activation: 'tanh', kernelInitializer: hidden }),
        layers.dense(2, { kernelInitializer: output }),
      ],
      { seed: 1 },
    );
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    const before = weightsOf(model);
    const history = await model.fit(x, y, { epochs: 30, batchSize: 8 });
    const { data } = model.getWeights()['dense/kernel'];
    const columns = Array.from({ length: 4 }, (_, unit) => [0, 1, 2].map((input) => data[4 * input + unit]));
    expect([...data]).not.toEqual(before['dense/kernel']);
    expect(history.epochs[29].loss).toBeLessThan(history.epochs[0].loss);
    return columns;
  };
  test('units that start alike stay alike, bit for bit', async () => {
    const columns = await trained(initializers.constant(0.5), initializers.constant(-0.25));
    for (const column of columns) expect(column).toEqual(columns[0]);
    // Inputs tell weights of one unit apart: it is not that nothing was learned.
    expect(new Set(columns[0]).size).toBe(3);
  });
  test('units that start at random differ', async () => {
    const columns = await trained('glorotUniform', 'glorotUniform');
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b < a; b++) {
        const distance = Math.hypot(...columns[a].map((w, i) => w - columns[b][i]));
        expect(distance).toBeGreaterThan(0.1);
      }
    }
  });
});
