/** Ensembles of one training, and of several initial weights. */
import { describe, expect, test } from 'vitest';
import { ensembles, layers, type Model, ndarray, optimizers, type Schedule, sequential } from '../../lib/index.ts';
import { digits } from '../support/model.ts';

const [train, held] = digits(500).split(0.7, { seed: 1 });
const network = (seed: number, learningRate: number | Schedule): Model => {
  const model = sequential(
    [
      layers.input([64]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.dense(16, { activation: 'relu' }),
      layers.batchNormalization({ momentum: 0.8 }),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed },
  );
  model.compile({
    optimizer: optimizers.sgd({ learningRate, momentum: 0.9 }),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  return model;
};

describe('snapshots', () => {
  test('are the weights at the end of each cycle of one training', async () => {
    let rate: Schedule | undefined;
    const model = ({ seed, learningRate }: { seed: number; learningRate: Schedule }) => {
      rate = learningRate;
      return network(seed, learningRate);
    };
    const snapshots = await ensembles
      .snapshotEnsemble({ model, cycles: 3, learningRate: 0.2, seed: 4 })
      .fit(train, { epochs: 2, batchSize: 50 });
    const steps = 2 * (train.length / 50);
    expect([rate?.at(0), rate?.at(steps)]).toEqual([0.2, 0.2]);
    expect(rate?.at(steps - 1)).toBeLessThan(0.01);
    // One training, stopped by hand at the end of each cycle.
    const alone = network((snapshots.members[0] as Model).seed, rate as Schedule);
    for (const member of snapshots.members as Model[]) {
      await alone.fit(train, { epochs: 2, batchSize: 50 });
      expect(member.getWeights()).toEqual(alone.getWeights());
    }
    const { accuracy } = await snapshots.evaluate(held);
    expect(accuracy).toBeGreaterThan(0.6);
    const { c, v, k } = await snapshots.errorDecomposition(held);
    expect([k, c < v]).toEqual([3, true]);
    const last = await ensembles
      .snapshotEnsemble({ model, cycles: 3, learningRate: 0.2, seed: 4, keep: 1 })
      .fit(train, { epochs: 2, batchSize: 50 });
    expect((last.members[0] as Model).getWeights()).toEqual((snapshots.members[2] as Model).getWeights());
  });
  test('a model with a rate of its own is refused', async () => {
    await expect(ensembles.snapshotEnsemble({ model: ({ seed }) => network(seed, 0.1) }).fit(train)).rejects.toThrow(
      'the learning rate that the factory is given',
    );
    expect(() => ensembles.snapshotEnsemble({ model: () => network(1, 0.1), cycles: 2, keep: 3 })).toThrow('keep of at most 2');
  });
});

test('a deep ensemble differs by initial weights, and disagrees most far from its rows', async () => {
  const deep = await ensembles.deepEnsemble({ model: ({ seed }) => network(seed, 0.05), estimators: 4, seed: 2 }).fit(train, { epochs: 6 });
  expect(new Set(deep.members.map((m) => (m as Model).seed)).size).toBe(4);
  const spread = async (x: typeof held.x) => {
    const { standardDeviation } = await deep.predictWithSpread(x);
    return Array.from(standardDeviation.data).reduce((a, b) => a + b, 0) / standardDeviation.size;
  };
  // Pixels in another order are no digits.
  const order = Array.from({ length: 64 }, (_, i) => (i * 37 + 5) % 64);
  const scrambled = ndarray(held.x.data.map((_, i) => held.x.data[i - (i % 64) + order[i % 64]]) as Uint8Array, held.x.shape);
  expect(await spread(scrambled)).toBeGreaterThan(1.5 * (await spread(held.x)));
  const single = await Promise.all(deep.members.map((m) => (m as Model).evaluate(held)));
  expect((await deep.evaluate(held)).loss).toBeLessThan(single.reduce((sum, s) => sum + s.loss, 0) / 4);
});
