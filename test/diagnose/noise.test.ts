import { describe, expect, test } from 'vitest';
import { datasets, diagnose, layers, sequential } from '../../lib/index.ts';
import { randomStream } from '../../lib/random.ts';

const network = () => {
  const model = sequential(
    [layers.input([64]), layers.dense(16, { activation: 'relu' }), layers.dropout(0.5), layers.dense(10, { activation: 'softmax' })],
    { seed: 2 },
  );
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
  return model;
};

test('the standard error of the minibatch gradient falls as 1/√n', async () => {
  const found = await diagnose.noise(network(), datasets.digits().standardize().dataset.take(600), undefined, { samples: 100 });
  expect(found.sizes.map((s) => s.batchSize)).toEqual([1, 4, 16, 64, 256]);
  expect(found.exponent).toBeGreaterThan(-0.53);
  expect(found.exponent).toBeLessThan(-0.47);
  for (const s of found.sizes) {
    expect((s.standardError * Math.sqrt(s.batchSize)) / found.perRow).toBeGreaterThan(0.9);
    expect((s.standardError * Math.sqrt(s.batchSize)) / found.perRow).toBeLessThan(1.1);
    expect(s.relative).toBeCloseTo(s.standardError / found.gradientNorm, 12);
  }
  expect(found.noiseScale).toBeCloseTo((found.perRow / found.gradientNorm) ** 2, 12);
});

test('a linear model: σ and the gradient in closed form', async () => {
  const random = randomStream(4, 'x');
  const x = Array.from({ length: 200 }, () => [Math.fround(random.normal()), Math.fround(random.normal())]);
  const y = x.map(([a, b]) => [Math.fround(a + 0.5 * b + 0.3 * random.normal())]);
  const model = sequential([layers.input([2]), layers.dense(1, { useBias: false, kernelInitializer: 'zeros' })]);
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  // At w = 0 a row's gradient is -2yx.
  const perRow = x.map(([a, b], i) => [-2 * y[i][0] * a, -2 * y[i][0] * b]);
  const mean = [0, 1].map((k) => perRow.reduce((s, g) => s + g[k], 0) / 200);
  const variance = perRow.reduce((s, g) => s + (g[0] - mean[0]) ** 2 + (g[1] - mean[1]) ** 2, 0) / 200;
  const found = await diagnose.noise(model, x, y, { samples: 500, batchSizes: [1, 10], batchSize: 64 });
  expect(found.gradientNorm).toBeCloseTo(Math.hypot(...mean), 10);
  // Squares of long tails: 1000 of them leave some 5%.
  expect(found.perRow / Math.sqrt(variance)).toBeGreaterThan(0.9);
  expect(found.perRow / Math.sqrt(variance)).toBeLessThan(1.1);
  expect(found.noiseScale / (variance / Math.hypot(...mean) ** 2)).toBeGreaterThan(0.8);
  expect(found.noiseScale / (variance / Math.hypot(...mean) ** 2)).toBeLessThan(1.25);
});

test('the seed decides the draws; one size has no exponent', async () => {
  const data = datasets.digits().take(50);
  const model = network();
  const run = (seed: number) => diagnose.noise(model, data, undefined, { seed, samples: 5, batchSizes: [8] });
  const first = await run(1);
  expect(await run(1)).toEqual(first);
  expect((await run(2)).perRow).not.toBe(first.perRow);
  expect(first.exponent).toBeUndefined();
});

describe('clear errors', () => {
  test.each([
    [{ samples: 1 }, 'diagnose.noise: expected an integer of 2 or more for samples, got 1 (number)'],
    [{ batchSizes: [] }, 'diagnose.noise: expected an array of positive integers for batchSizes, got [] (array)'],
  ])('%j', async (options, message) => {
    await expect(diagnose.noise(network(), datasets.digits().take(9), undefined, options)).rejects.toMatchObject({
      code: 'ERR_OPTION',
      message,
    });
  });
  test('one row, and a model that is not compiled', async () => {
    await expect(diagnose.noise(network(), datasets.digits().take(1))).rejects.toThrow('diagnose.noise: expected two rows or more, got 1');
    await expect(diagnose.noise(sequential([layers.input([2]), layers.dense(1)]), [[1, 2]], [1])).rejects.toMatchObject({
      code: 'ERR_NOT_COMPILED',
    });
  });
});

test('batches may be larger than the data that they are drawn from', async () => {
  const found = await diagnose.noise(network(), datasets.digits().take(20), undefined, { batchSizes: [4, 50], samples: 60 });
  expect(found.sizes.map((s) => s.batchSize)).toEqual([4, 50]);
  expect(found.exponent).toBeGreaterThan(-0.65);
  expect(found.exponent).toBeLessThan(-0.35);
});
