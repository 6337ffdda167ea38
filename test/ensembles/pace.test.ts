/** The event loop turns while ensembles go through many rows: the more rows, the more turns. */
import { describe, expect, test } from 'vitest';
import { type Estimator, ensembles, ndarray } from '../../lib/index.ts';

const wave = (i: number) => Math.sin(1.3 * i + 0.11 * (i % 977) ** 2);
const x = (rows: number) =>
  ndarray(
    Float64Array.from({ length: rows }, (_, i) => wave(i)),
    [rows, 1],
  );
const values = (rows: number) => ndarray(Float64Array.from({ length: rows }, (_, i) => 2 * wave(i) + 0.3 * wave(7 * i + 1)));
const labels = (rows: number) => ndarray(Int32Array.from({ length: rows }, (_, i) => (wave(i) > 0.2 ? 2 : wave(i) < -0.5 ? 1 : 0)));

/** An estimator whose own work takes no turn. */
const slope = (b: number) => (): Estimator => ({
  fit: async () => {},
  predict: async (q) => ndarray(Float64Array.from(q.data, (v) => b * v)),
});
const guess = (shift: number) => (): Estimator => ({
  fit: async () => {},
  predict: async (q) => ndarray(Int32Array.from(q.data, (v) => (v > 0.2 + shift ? 2 : v < -0.5 + shift ? 1 : 0))),
  classes: [0, 1, 2],
});

async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let [turns, on] = [0, true];
  const tick = (): void => {
    turns++;
    if (on) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  on = false;
  return turns;
}

const bag = (rows: number) => ensembles.bagging({ model: slope(1.9), estimators: 4, outOfBag: true }).fit(x(rows), values(rows));
const works: Record<string, (rows: number) => Promise<unknown>> = {
  'out of the bag, values': bag,
  'out of the bag, classes': (rows) =>
    ensembles.bagging({ model: guess(0.1), estimators: 4, outOfBag: true, combine: 'vote' }).fit(x(rows), labels(rows)),
  predictions: async (rows) => (await bag(50)).predict(x(rows)),
  'stacked values': (rows) =>
    ensembles.votingEnsemble({ members: [slope(1)(), slope(2.5)()], combine: 'stacking', holdOut: 0.9 }).fit(x(rows), values(rows)),
  'stacked classes': (rows) =>
    ensembles.votingEnsemble({ members: [guess(0.1)(), guess(-0.2)()], combine: 'stacking', holdOut: 0.9 }).fit(x(rows), labels(rows)),
  'AdaBoost, classes': (rows) => ensembles.adaBoost({ model: guess(0.1), estimators: 3, weighting: 'resample' }).fit(x(rows), labels(rows)),
  'gradient boosting': (rows) =>
    ensembles.gradientBoosting({ model: slope(0.5), stages: 2, validation: 0.2, subsample: 0.5 }).fit(x(rows), values(rows)),
};

describe('the event loop goes on', () => {
  test.each(Object.entries(works))('%s', async (_, work) => {
    await work(60);
    const few = await turnsDuring(() => work(60));
    const many = await turnsDuring(() => work(60_000));
    expect(many - few).toBeGreaterThanOrEqual(5);
  });
});
