/** Members of different kinds as one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { datasets, ensembles, layers, losses, type Model, ndarray, optimizers, sequential } from '../../lib/index.ts';
import { line, stump } from '../support/estimators.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-voting-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { train, test: held } = datasets.digits().take(600).split(0.7, { seed: 3 });
function network(hidden: number, seed: number, logits = false): Model {
  const model = sequential(
    [
      layers.input([8, 8]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.flatten(),
      ...(hidden > 0 ? [layers.dense(hidden, { activation: 'relu' })] : []),
      layers.dense(10, { activation: logits ? 'linear' : 'softmax' }),
    ],
    { seed },
  );
  model.compile({
    optimizer: optimizers.adam({ learningRate: 0.01 }),
    loss: losses.sparseCategoricalCrossentropy({ fromLogits: logits }),
    metrics: ['accuracy'],
  });
  return model;
}

describe('networks of three architectures', () => {
  const members = [network(0, 1), network(16, 2), network(32, 3, true)];
  test.each(['mean', 'geometricMean', 'vote', 'stacking'] as const)('%s', async (combine) => {
    const ensemble = await ensembles.votingEnsemble({ members, combine, seed: 5 }).fit(train, { epochs: 4 });
    const { accuracy, loss } = await ensemble.evaluate(held);
    const single = await Promise.all(members.map((m) => m.evaluate(held)));
    expect(accuracy).toBeGreaterThan(Math.min(...single.map((s) => s.accuracy)));
    const answer = await ensemble.predict(held.x);
    for (let row = 0; row < held.length; row++)
      expect(Array.from(answer.rows(row, row + 1).data).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
    expect(loss).toBeGreaterThan(0);
    const weights = ensemble.weights ?? [];
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
    if (combine !== 'stacking') expect(weights).toEqual([1 / 3, 1 / 3, 1 / 3]);
    const labels = await ensemble.predictLabels(held.x);
    const correct = labels.filter((label, i) => label === held.y?.data[i]).length / held.length;
    expect(correct).toBeCloseTo(accuracy, 6);
    const { v, c, k, expectedSquaredError, measuredSquaredError } = await ensemble.errorDecomposition(held);
    expect(k).toBe(3);
    expect(c).toBeLessThan(v);
    if (combine === 'mean') expect(measuredSquaredError).toBeCloseTo(expectedSquaredError, 6);
  });
  test('a file brings members and weights back', async () => {
    const ensemble = await ensembles.votingEnsemble({ members, combine: 'stacking' }).use(held);
    const path = join(folder, 'voting.safetensors');
    await ensemble.save(path);
    const loaded = await ensembles.load(path);
    expect(loaded.kind).toBe('votingEnsemble');
    expect((await loaded.predict(held.x)).data).toEqual((await ensemble.predict(held.x)).data);
    expect(await loaded.evaluate(held)).toEqual(await ensemble.evaluate(held));
    const again = await ensembles.votingEnsemble({ members, combine: 'stacking' }).load(path);
    expect(again.weights).toEqual(ensemble.weights);
    await expect(ensembles.bagging({ model: () => network(0, 1) }).load(path)).rejects.toThrow(
      'expected an ensemble made by bagging, got votingEnsemble',
    );
  });
  test('the spread is that of the members', async () => {
    const ensemble = await ensembles.votingEnsemble({ members: members.slice(0, 2) }).use(held);
    const { mean, standardDeviation } = await ensemble.predictWithSpread(held.x);
    const [a, b] = await Promise.all(members.slice(0, 2).map((m) => m.predict(held.x)));
    for (let i = 0; i < 40; i++) {
      expect(mean.data[i]).toBeCloseTo((a.data[i] + b.data[i]) / 2, 6);
      expect(standardDeviation.data[i]).toBeCloseTo(Math.abs(a.data[i] - b.data[i]) / Math.SQRT2, 6);
    }
  });
});

describe('estimators', () => {
  const x = ndarray(Array.from({ length: 40 }, (_, i) => [i / 10, Math.sin(i)]));
  const y = ndarray(Float64Array.from({ length: 40 }, (_, i) => 2 + 3 * (i / 10)));
  test('values: the mean of lines, and one that is stacked away', async () => {
    const wrong = line();
    wrong.fit = async () => {
      wrong.a = 100;
    };
    const ensemble = await ensembles.votingEnsemble({ members: [line(), wrong], combine: 'stacking' }).fit(x, y);
    expect(ensemble.weights?.[0]).toBeCloseTo(1, 3);
    expect((await ensemble.evaluate(x, y)).r2).toBeGreaterThan(0.99);
    const plain = await ensembles.votingEnsemble({ members: [line(), line()], weights: [1, 3] }).fit(x, y);
    expect(plain.weights).toEqual([0.25, 0.75]);
    expect((await plain.predict(x)).dtype).toBe('float64');
    expect((await plain.evaluate(x, y)).loss).toBeLessThan(1e-9);
  });
  test('labels may be names', async () => {
    const names = Array.from({ length: 40 }, (_, i) => (i < 10 ? 'low' : 'high'));
    const ensemble = await ensembles.votingEnsemble({ members: [stump()], combine: 'vote' }).fit(x, names);
    expect(ensemble.classes).toEqual(['high', 'low']);
    expect(await ensemble.predictLabels(x)).toEqual(names);
    expect((await ensemble.evaluate(x, names)).accuracy).toBe(1);
    await expect(
      ensemble.evaluate(
        x,
        names.map(() => 'middle'),
      ),
    ).rejects.toThrow('y has label "middle" in row 0');
  });
});

test('what cannot be combined is refused', async () => {
  const members = [line()];
  expect(() => ensembles.votingEnsemble({ members: [line(), network(0, 1)] })).toThrow('got both');
  expect(() => ensembles.votingEnsemble({ members, combine: 'vote' })).toThrow("expected 'mean' or 'stacking'");
  expect(() => ensembles.votingEnsemble({ members, weights: [1, 2] })).toThrow('a weight for each of 1 members, got 2');
  expect(() => ensembles.votingEnsemble({ members, weights: [1], combine: 'stacking' })).toThrow('expected no weights');
  expect(() => ensembles.votingEnsemble({ members: [] })).toThrow('ensembles.votingEnsemble: expected an array of one or more members');
  expect(() => ensembles.votingEnsemble({ members: [sequential([layers.input([2]), layers.dense(1)])] })).toThrow('model.compile()');
  await expect(ensembles.votingEnsemble({ members }).predict([[1]])).rejects.toThrow('predict before fit');
});
