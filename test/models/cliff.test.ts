/** A recurrent network whose weight is used at each of 50 steps: where it makes values grow there is a cliff. */
import { describe, expect, test } from 'vitest';
import { type History, initializers, type Layer, layers, type Model, ndarray, ops, optimizers, sequential } from '../../lib/index.ts';

const [rows, time, units] = [64, 50, 4];

/** h <- h W + x u over the columns of a row; the last h. */
const recurrence: Layer = {
  kind: 'custom',
  name: 'recurrence',
  options: {},
  call(x, ctx) {
    const kernel = ctx.parameter('kernel', [units, units], { initializer: initializers.zeros() });
    const input = ctx.parameter('input', [1, units], { initializer: initializers.constant(0.5) });
    const [n] = x.shape;
    const columns = ops.reshape(ops.transpose(x, [1, 0]), [time, n, 1]);
    const start = ops.matmul(ops.mul(ops.reshape(ops.sum(x, 1), [n, 1]), 0), input);
    const { carry } = ops.scan(
      ([h], [column]) => ({ carry: [ops.add(ops.matmul(h, kernel), ops.matmul(column, input))] }),
      [start],
      [columns],
    );
    return carry[0];
  },
};

/** Targets: a mean of the inputs that forgets, which such a network can give. */
const x = Float32Array.from({ length: rows * time }, (_, i) => Math.sin(1.3 * i) + Math.cos(0.37 * i * (1 + (i % 5))));
const y = Float32Array.from({ length: rows }, (_, r) => {
  let mean = 0;
  for (let t = 0; t < time; t++) mean = 0.7 * mean + 0.3 * x[time * r + t];
  return mean;
});

type Options = Parameters<typeof optimizers.sgd>[0];
function make(options: Options): Model {
  const model = sequential([layers.input([time]), recurrence, layers.dense(1, { useBias: false })], { seed: 3 });
  model.compile({ optimizer: optimizers.sgd(options), loss: 'meanSquaredError' });
  // On the wall: everything grows 1.15-fold at each step.
  const kernel = Float32Array.from({ length: units * units }, (_, i) => (i % (units + 1) === 0 ? 1.15 : 0.01 * Math.sin(i)));
  model.setWeights({ 'recurrence/kernel': ndarray(kernel, [units, units]) });
  return model;
}
const train = (model: Model, epochs = 300): Promise<History> =>
  model.fit(ndarray(x, [rows, time]), ndarray(y, [rows, 1]), { epochs, batchSize: 'full', verbose: false });

describe('a cliff', () => {
  const learningRate = 0.02;
  test('without clipping the first step ends the training', async () => {
    await expect(train(make({ learningRate }))).rejects.toMatchObject({
      code: 'ERR_NON_FINITE',
      message: expect.stringContaining('clipNorm'),
    });
  });
  test.each([{ clipValue: 0.5 }, { clipNorm: 1 }, { globalClipNorm: 1 }, { adaptiveClip: 0.5 }])('%j: it trains', async (clip) => {
    const { epochs } = await train(make({ learningRate, ...clip }));
    expect(epochs[0].loss).toBeGreaterThan(1e3);
    expect(epochs[epochs.length - 1].loss).toBeLessThan(0.05);
  });
  test.each([1e-10, 1e-9, 1e-8, 1e-6])('nor is there a rate that would do without: %d', async (rate) => {
    const reached = await train(make({ learningRate: rate })).then(
      ({ epochs }) => epochs[epochs.length - 1].loss,
      () => Infinity,
    );
    expect(reached).toBeGreaterThan(0.05);
  });
});
