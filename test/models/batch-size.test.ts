/** Batch, minibatch and stochastic gradient descent: one option. */
import { describe, expect, test } from 'vitest';
import { layers, type Model, ndarray, optimizers, sequential } from '../../lib/index.ts';
import { epochOrder } from '../../lib/models/passes.ts';

const [rows, width, rate] = [30, 3, 0.05];
const x = Float64Array.from({ length: rows * width }, (_, i) => Math.fround(Math.sin(0.7 + 1.9 * i)));
const y = Float64Array.from({ length: rows }, (_, i) => Math.fround(Math.cos(2.3 * i)));

function make(): Model {
  const model = sequential([layers.input([width]), layers.dense(1, { kernelInitializer: 'zeros' })], { seed: 9 });
  model.compile({ optimizer: optimizers.sgd({ learningRate: rate }), loss: 'meanSquaredError' });
  return model;
}

/** Gradient descent on the mean squared error in float64, a step for each list of rows. */
function descend(batches: readonly (readonly number[])[]): number[] {
  let w = new Array<number>(width + 1).fill(0);
  for (const batch of batches) {
    const gradient = new Array<number>(width + 1).fill(0);
    for (const r of batch) {
      const features = [...x.subarray(width * r, width * r + width), 1];
      const error = features.reduce((s, v, i) => s + v * w[i], 0) - y[r];
      for (let i = 0; i <= width; i++) gradient[i] += (2 * error * features[i]) / batch.length;
    }
    w = w.map((v, i) => v - rate * gradient[i]);
  }
  return w;
}
const epochs = 4;
const orders = (model: Model, shuffle: boolean): number[][] =>
  Array.from({ length: epochs }, (_, epoch) => [
    ...(epochOrder(model.seed, epoch, rows, shuffle) ?? Int32Array.from({ length: rows }, (_, i) => i)),
  ]);
const cut = (order: readonly number[], size: number): number[][] =>
  Array.from({ length: Math.ceil(order.length / size) }, (_, k) => order.slice(k * size, k * size + size));

describe.each([true, false])('shuffle %s', (shuffle) => {
  test.each([
    ['full', rows, 1],
    [1, 1, rows],
    [8, 8, 4],
    [1000, rows, 1],
  ] as const)('batchSize %s: steps of %i rows', async (batchSize, size, steps) => {
    const model = make();
    await model.fit(ndarray(Float32Array.from(x), [rows, width]), ndarray(Float32Array.from(y), [rows, 1]), {
      epochs,
      batchSize,
      shuffle,
      verbose: false,
    });
    const { 'dense/kernel': kernel, 'dense/bias': bias } = model.getWeights();
    const wanted = descend(orders(model, shuffle).flatMap((order) => cut(order, size)));
    [...kernel.data, ...bias.data].forEach((v, i) => expect(Math.abs(v - wanted[i])).toBeLessThan(1e-6));
    expect(model.engine.position.step).toBe(epochs * steps);
  });
});

test('an epoch of single rows goes further than one step of all, and by another way each epoch', async () => {
  const model = make();
  const [first, second] = orders(model, true);
  expect(first).not.toEqual(second);
  expect([...first].sort((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, i) => i));
  const distance = (a: number[]) => Math.hypot(...a);
  expect(distance(descend(cut(first, 1)))).toBeGreaterThan(3 * distance(descend([first])));
});
