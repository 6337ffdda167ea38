/** Bias² and variance of a way to learn whose parts are known. */
import { expect, test } from 'vitest';
import { createRandom } from '../../lib/data/prng.ts';
import { ensembles, linear, ndarray } from '../../lib/index.ts';

const random = createRandom(5);
const normal = () => Math.sqrt(-2 * Math.log(1 - random.random())) * Math.cos(2 * Math.PI * random.random());
const rows = 60;
const x = ndarray(
  Array.from({ length: rows }, (_, i) => [(2 * i) / rows - 1]),
  undefined,
  { dtype: 'float64' },
);
const sigma = 0.5;
const truth = (v: number) => Math.sin(3 * v);
const y = ndarray(Float64Array.from(x.data, (v) => truth(v) + sigma * normal()));
const clean = ndarray(Float64Array.from(x.data, truth));

test('more capacity: less bias and more variance; the three curves in a picture', async () => {
  const model = (degree: number) =>
    linear.pipeline([new linear.PolynomialFeatures({ degree, includeBias: false }), new linear.Ridge({ alpha: 1e-6 })]);
  const found = await ensembles.biasVariance({ model, values: [1, 3, 9], train: [x, y], test: [x, clean], resamples: 40 });
  const [low, middle, high] = found.points;
  for (const { error, biasSquared, variance } of found.points) expect(biasSquared + variance).toBeCloseTo(error, 12);
  expect(low.biasSquared).toBeGreaterThan(3 * middle.biasSquared);
  expect(high.variance).toBeGreaterThan(2 * low.variance);
  expect(middle.error).toBeLessThan(Math.min(low.error, high.error));
  const svg = found.chart({ xLabel: 'degree' });
  expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  for (const name of ['error', 'bias²', 'variance', 'degree']) expect(svg).toContain(`>${name}<`);
});

test('the mean of n rows has the variance σ²/n and no bias of its own', async () => {
  const n = 400;
  const flat = ndarray(Float64Array.from({ length: n }, () => sigma * normal()));
  const spread = Array.from(flat.data).reduce((sum, v) => sum + v * v, 0) / n;
  const nothing = ndarray(new Float64Array(n), [n, 1]);
  const mean = Array.from(flat.data).reduce((sum, v) => sum + v, 0) / n;
  const target = ndarray(new Float64Array(n).fill(mean));
  const { points } = await ensembles.biasVariance({
    model: () => new linear.Ridge(),
    values: [0],
    train: [nothing, flat],
    test: [nothing, target],
    resamples: 200,
  });
  expect(Math.abs(points[0].variance / (spread / n) - 1)).toBeLessThan(0.3);
  expect(Math.abs(points[0].biasSquared)).toBeLessThan((0.3 * spread) / n);
});

test('options are checked', async () => {
  const options = { model: () => new linear.Ridge(), values: [1], train: [x, y], test: [x, y] } as const;
  await expect(ensembles.biasVariance({ ...options, resamples: 1 })).rejects.toThrow('an integer in [2, 65536]');
  await expect(ensembles.biasVariance({ ...options, values: [] })).rejects.toThrow('an array of finite numbers for values');
});
