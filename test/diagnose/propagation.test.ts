import { describe, expect, test } from 'vitest';
import { defineModel, diagnose, initializers, input, layers, ndarray, sequential } from '../../lib/index.ts';
import type { InitializerLike } from '../../lib/initializers/index.ts';
import { randomStream } from '../../lib/random.ts';

const normal = (rows: number, width: number) => {
  const random = randomStream(1, 'x');
  return ndarray(
    Float32Array.from({ length: rows * width }, () => random.normal()),
    [rows, width],
  );
};
const deep = (depth: number, width: number, kernelInitializer: InitializerLike, activation: string) =>
  sequential([layers.input([width]), ...Array.from({ length: depth }, () => layers.dense(width, { kernelInitializer, activation }))], {
    seed: 3,
  });

test('mean, deviation, largest value and zeros of every layer, as computed by hand', async () => {
  const model = sequential([layers.input([2]), layers.dense(2, { name: 'a' }), layers.activation('relu')]);
  model.setWeights({
    'a/kernel': [
      [1, -2],
      [0, 3],
    ],
    'a/bias': [0.5, 0],
  });
  const { layers: found, verdict } = await diagnose.propagation(model, [
    [1, 1],
    [-2, 0],
  ]);
  // x = 1, 1, -2, 0; after a: 1.5, 1, -1.5, 4; after relu: 1.5, 1, 0, 4.
  const expected = [
    ['input', 0, Math.sqrt(6 / 4), 2, 0.25],
    ['a', 1.25, Math.sqrt((0.25 ** 2 * 2 + 2.75 ** 2 * 2) / 4), 4, 0],
    ['activation', 1.625, Math.sqrt((0.125 ** 2 + 0.625 ** 2 + 1.625 ** 2 + 2.375 ** 2) / 4), 4, 0.25],
  ];
  // Half the difference of the two rows, unit by unit: 1.5 and 0.5; 1.5 and 1.5; 0.75 and 1.5.
  const rowStd = [Math.sqrt(1.25), 1.5, Math.sqrt((0.75 ** 2 + 1.5 ** 2) / 2)];
  expect(found.map((l) => l.name)).toEqual(expected.map(([name]) => name));
  found.forEach((l, i) => {
    expect(l.rowStd).toBeCloseTo(rowStd[i], 12);
    [l.mean, l.std, l.largest, l.zeros].forEach((v, k) => expect(v).toBeCloseTo(expected[i][k + 1] as number, 12));
  });
  expect(verdict).toBe('good');
});

describe('40 layers of 128 units', () => {
  test.each([
    [initializers.randomNormal({ stddev: 1 }), 'linear', 'exploding'],
    [initializers.randomNormal({ stddev: 0.01 }), 'linear', 'vanishing'],
    ['xavierNormal', 'linear', 'good'],
    ['xavierNormal', 'tanh', 'good'],
    ['xavierNormal', 'relu', 'vanishing'],
    ['heNormal', 'relu', 'good'],
    ['orthogonal', 'linear', 'good'],
  ] as const)('%s, %s: %s', async (initializer, activation, verdict) => {
    const found = await diagnose.propagation(deep(40, 128, initializer, activation), normal(64, 128));
    expect(found.verdict).toBe(verdict);
    expect(found.layers).toHaveLength(41);
    if (verdict === 'exploding') expect(found.layers.some((l) => !Number.isFinite(l.std))).toBe(true);
    const length = Math.hypot(found.layers[0].mean, found.layers[0].std);
    // An orthogonal matrix keeps every length.
    if (initializer === 'orthogonal') for (const l of found.layers) expect(Math.hypot(l.mean, l.std) / length).toBeCloseTo(1, 5);
  });
});

test('sigmoids in a row: units differ, rows hardly do', async () => {
  const found = await diagnose.propagation(deep(20, 32, 'glorotUniform', 'sigmoid'), normal(64, 32));
  expect(found.verdict).toBe('vanishing');
  expect(found.layers[19].std).toBeGreaterThan(0.05);
  expect(found.layers[19].rowStd).toBeLessThan(1e-6);
});

test('in training mode the batch is normalized by its own statistics, in inference mode by the stored ones', async () => {
  const model = sequential(
    [layers.input([8]), layers.rescaling({ scale: 50 }), layers.batchNormalization(), layers.dropout(0.5), layers.dense(1)],
    {
      seed: 1,
    },
  );
  const x = normal(200, 8);
  const trained = await diagnose.propagation(model, x);
  expect(trained.layers[2].std).toBeCloseTo(1, 3);
  expect(trained.layers[3].zeros).toBeGreaterThan(0.4);
  const predicted = await diagnose.propagation(model, x, { training: false });
  expect(predicted.layers[2].std / predicted.layers[1].std).toBeCloseTo(1, 4);
  expect(predicted.layers[3].zeros).toBe(0);
});

test('a model without weights', async () => {
  const { layers: found } = await diagnose.propagation(sequential([layers.input([2]), layers.activation('tanh')]), [[0, 0]]);
  expect(found[1]).toEqual({ name: 'activation', mean: 0, std: 0, rowStd: 0, largest: 0, zeros: 1 });
});

test('clear errors', async () => {
  const model = deep(2, 4, 'heNormal', 'relu');
  await expect(diagnose.propagation({} as never, normal(2, 4))).rejects.toMatchObject({
    code: 'ERR_OPTION',
    message:
      'diagnose.propagation: expected a model with one input and one output that go by no name, made by sequential(), defineModel() or loadModel(), for model, got an object (Object)',
  });
  const from = input([4]);
  const named = defineModel({ inputs: { from }, outputs: { out: layers.dense(2).apply(from) } });
  await expect(diagnose.propagation(named as never, normal(2, 4))).rejects.toMatchObject({
    code: 'ERR_OPTION',
    message: expect.stringMatching(/that go by no name.*got an object \(FunctionalModel\)/),
  });
  await expect(diagnose.propagation(model, normal(2, 5))).rejects.toMatchObject({
    code: 'ERR_SHAPE',
    message: 'diagnose.propagation: expected x of shape [rows, 4], got [2, 5]',
  });
  await expect(diagnose.propagation(model, normal(2, 4), { mode: 1 } as never)).rejects.toMatchObject({ code: 'ERR_OPTION' });
});
