import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { callbacks, layers, optimizers, schedules, sequential } from '../../lib/index.ts';
import { standInContext } from '../support/callback-context.ts';

const golden = JSON.parse(readFileSync(new URL('../golden/schedules.json', import.meta.url), 'utf8')) as {
  readonly losses: readonly number[];
  readonly plateaus: readonly { peer: string; options: object; rates: readonly number[] }[];
};
const x = [[1], [2], [3], [4]];
const y = [[2], [4], [6], [8]];
function model(learningRate: Parameters<typeof optimizers.sgd>[0] = { learningRate: 0.01 }) {
  const made = sequential([layers.input([1]), layers.dense(1)], { seed: 1 });
  made.compile({ optimizer: optimizers.sgd(learningRate), loss: 'meanSquaredError' });
  return made;
}

describe('reduceLearningRateOnPlateau', () => {
  const { reduceLearningRateOnPlateau } = callbacks;
  test.each(golden.plateaus)('$options falls when that of $peer does', ({ options, rates }) => {
    const callback = reduceLearningRateOnPlateau({ monitor: 'loss', ...options });
    const context = standInContext(0.4);
    callback.onTrainBegin?.(context);
    golden.losses.forEach((loss, epoch) => {
      callback.onEpochEnd?.(epoch + 1, { loss }, context);
      expect(context.model.getHyperparameters().learningRate, `epoch ${epoch + 1}`).toBeCloseTo(rates[epoch], 7);
    });
  });
  test('in training: the rate falls, and the history tells', async () => {
    const m = model();
    const { epochs } = await m.fit(x, y, {
      epochs: 4,
      validationData: [x, y],
      // Nothing is enough of an improvement: the first epoch is the best.
      callbacks: [reduceLearningRateOnPlateau({ factor: 0.5, patience: 1, minDelta: 1e9, minLearningRate: 0.003, baseline: 0 })],
    });
    expect(epochs.map((e) => e.learningRate)).toEqual([0.01, 0.005, 0.003, 0.003]);
  });
  test('a schedule holds until the first fall', async () => {
    const m = model({ learningRate: schedules.exponentialDecay({ initial: 0.01, rate: 0.5 }) });
    const { epochs } = await m.fit(x, y, {
      epochs: 4,
      callbacks: [reduceLearningRateOnPlateau({ monitor: 'loss', factor: 0.1, patience: 2, baseline: 0 })],
    });
    // After two steps the schedule stands at 0.0025.
    expect(epochs.map((e) => e.learningRate)).toEqual([0.01, 0.005, 0.00025, 0.00025].map((v) => expect.closeTo(v, 12)));
  });
  test.each([
    [{ factor: 1 }, 'expected a number in (0, 1) for factor, got 1 (number)'],
    [{ patience: 0 }, 'expected a positive integer for patience, got 0 (number)'],
    [{ cooldown: -1 }, 'expected a non-negative integer for cooldown, got -1 (number)'],
    [{ minLearningRate: -1 }, 'expected a number in [0, inf) for minLearningRate, got -1 (number)'],
  ])('%j', (options, message) =>
    expect(() => reduceLearningRateOnPlateau(options)).toThrow(`callbacks.reduceLearningRateOnPlateau: ${message}`),
  );
  test('nothing to monitor', async () =>
    expect(model().fit(x, y, { callbacks: [reduceLearningRateOnPlateau()] })).rejects.toThrow(
      "callbacks.reduceLearningRateOnPlateau: nothing called 'valLoss' to monitor.",
    ));
});

describe('learningRateScheduler', () => {
  const { learningRateScheduler } = callbacks;
  const rates = async (schedule: Parameters<typeof learningRateScheduler>[0]) =>
    (await model().fit(x, y, { epochs: 3, callbacks: [learningRateScheduler(schedule)] })).epochs.map((e) => e.learningRate);
  test('a schedule counts epochs from 0', async () =>
    expect(await rates(schedules.stepDecay({ initial: 0.02, every: 1, factor: 0.5 }))).toEqual([0.02, 0.01, 0.005]));
  test('a function gets the epoch, from 1, and the rate before', async () =>
    expect(await rates((epoch, rate) => rate / epoch)).toEqual([0.01, 0.005, 0.005 / 3]));
  test('what is no rate', async () => {
    await expect(rates(() => -1)).rejects.toThrow(
      'callbacks.learningRateScheduler: expected the schedule to give a finite number of 0 or more, got -1 (number) for step 1',
    );
    expect(() => learningRateScheduler(0.1 as never)).toThrow(
      'callbacks.learningRateScheduler: expected a schedule or a function for schedule, got 0.1 (number)',
    );
  });
});
