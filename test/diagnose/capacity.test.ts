import { describe, expect, test } from 'vitest';
import type { CapacityOptions } from '../../lib/diagnose/capacity.ts';
import { diagnose, layers, ops, optimizers, sequential, type Tensor } from '../../lib/index.ts';
import { randomStream } from '../../lib/random.ts';

/** y = a quadratic with noise; the model is a polynomial, its size the degree: figure 5.2 of the book. */
const random = randomStream(12, 'capacity');
const truth = (v: number) => 1 - 2 * v + 3 * v * v;
const points = (count: number): [number[][], number[][]] => {
  const x = Array.from({ length: count }, () => [2 * random.uniform() - 1]);
  return [x, x.map(([v]) => [truth(v) + 0.4 * random.normal()])];
};
const [train, validation] = [points(12), points(300)];
/** Legendre polynomials: features that do not resemble each other, so that gradient descent gets there. */
const powers = (degree: number) => ({
  kind: 'powers',
  options: {},
  call: (x: Tensor) => {
    const list = [ops.add(ops.mul(x, 0), 1), x];
    for (let k = 1; k < degree; k++)
      list.push(ops.sub(ops.mul(ops.mul(x, list[k]), (2 * k + 1) / (k + 1)), ops.mul(list[k - 1], k / (k + 1))));
    return ops.concat(list.slice(1, degree + 1), 1);
  },
});
const options: CapacityOptions = {
  model: (degree) => {
    const model = sequential([layers.input([1]), powers(degree), layers.dense(1, { kernelInitializer: 'zeros' })]);
    model.compile({ optimizer: optimizers.adam({ learningRate: 0.05 }), loss: 'meanSquaredError', metrics: ['meanAbsoluteError'] });
    return model;
  },
  sizes: [1, 2, 9],
  train,
  validation,
  fit: { epochs: 1200, batchSize: 'full' },
};

test('a line underfits a parabola, a polynomial of degree 9 overfits it', async () => {
  const { points: found, best, model } = await diagnose.capacity(options);
  expect(best).toBe(2);
  expect(found.map((p) => p.regime)).toEqual(['underfit', 'good', 'overfit']);
  expect(found.map((p) => p.parameters)).toEqual([2, 3, 10]);
  const [line, parabola, wild] = found;
  expect(line.trainingError).toBeGreaterThan(parabola.trainingError);
  expect(parabola.trainingError).toBeGreaterThan(wild.trainingError);
  expect(wild.gap).toBeGreaterThan(2 * parabola.gap);
  expect(parabola.gap).toBeCloseTo(parabola.validationError - parabola.trainingError, 12);
  expect((await model.evaluate(...validation)).loss).toBeCloseTo(parabola.validationError, 10);
});

test('another metric', async () => {
  const short = { ...options, sizes: [1], fit: { epochs: 1 } };
  const [loss, absolute] = [await diagnose.capacity(short), await diagnose.capacity({ ...short, metric: 'meanAbsoluteError' })];
  expect(absolute.points[0].validationError).not.toBeCloseTo(loss.points[0].validationError, 3);
});

describe('clear errors', () => {
  test.each([
    [{ sizes: [2, 1] }, 'diagnose.capacity: expected an array of numbers, each above the one before for sizes, got [2, 1] (array)'],
    [
      { model: () => 1 },
      'diagnose.capacity: expected the model function to return a compiled model, with one input and one output that go by no name, for size 1, got 1 (number)',
    ],
    [{ train: undefined }, 'diagnose.capacity: expected a dataset or [x, y] for train, got undefined'],
    [
      { metric: 'accuracy', fit: { epochs: 1 } },
      "diagnose.capacity: expected a metric that the models are compiled with, got 'accuracy'; there are loss, meanAbsoluteError",
    ],
  ])('%j', async (bad, message) => {
    await expect(diagnose.capacity({ ...options, ...(bad as object) })).rejects.toMatchObject({ code: 'ERR_OPTION', message });
  });
});
