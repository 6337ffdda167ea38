/** Options that would have no effect are refused: they are misspelt, or meant for other data. */
import { describe, expect, test } from 'vitest';
import {
  type Callback,
  callbacks,
  defineModel,
  ensembles,
  input,
  layers,
  losses,
  type Model,
  optimizers,
  sequential,
} from '../../lib/index.ts';
import type { LossLike } from '../../lib/losses/index.ts';

const x = Array.from({ length: 12 }, (_, i) => [Math.sin(i), Math.cos(i), i / 12]);
const classes = x.map((_, i) => i % 3);
const values = x.map(([a, b]) => a * b + 0.01);
const network = (units: number, activation: string, loss: LossLike): Model => {
  const model = sequential([layers.input([3]), layers.dense(units, { activation })], { seed: 1 });
  model.compile({ optimizer: 'sgd', loss });
  return model;
};
const softmax = () => network(3, 'softmax', 'sparseCategoricalCrossentropy');
const option = (message: string | RegExp) => expect.objectContaining({ code: 'ERR_OPTION', message: expect.stringMatching(message) });

describe('classWeight', () => {
  test.each([
    [
      'a class that there is not',
      softmax,
      classes,
      { 9: 50 },
      /^fit: classWeight names class 9; sparseCategoricalCrossentropy has classes 0 to 2 here/,
    ],
    [
      'class 2 of two',
      () => network(1, 'sigmoid', 'binaryCrossentropy'),
      classes.map((c) => c % 2),
      { 2: 1 },
      /binaryCrossentropy has classes 0 to 1 here/,
    ],
    [
      'classes of values',
      () => network(1, 'linear', 'meanSquaredError'),
      values,
      { 0: 50 },
      /^fit: classWeight names classes 0, and none of the targets is one/,
    ],
  ] as const)('%s', async (_, make, y, classWeight, message) => {
    await expect(make().fit(x, [...y], { classWeight })).rejects.toThrow(option(message));
  });
  test('classes that these rows happen to lack, and labels under a loss of values', async () => {
    await softmax().fit(
      x,
      classes.map((c) => c % 2),
      { classWeight: { 2: 5 } },
    );
    const weighted = network(1, 'linear', 'meanSquaredError');
    await weighted.fit(x, classes, { classWeight: { 1: 5 } });
    const hinge = network(1, 'linear', losses.hinge());
    await hinge.fit(
      x,
      classes.map((c) => 2 * (c % 2) - 1),
      { classWeight: { '-1': 2 } },
    );
  });
  test('of one output among several, of a population, and of a bag', async () => {
    const h = input([3]);
    const outputs = { a: layers.dense(3, { activation: 'softmax' }).apply(h), b: layers.dense(1).apply(h) };
    const model = defineModel({ inputs: { h }, outputs }, { seed: 1 });
    model.compile({ optimizer: 'sgd', loss: { a: 'sparseCategoricalCrossentropy', b: 'meanSquaredError' } });
    const fit = model.fit({ h: x }, { a: classes, b: values }, { classWeight: { a: { 3: 1 } } });
    await expect(fit).rejects.toThrow(option(/classWeight names class 3/));
    const bag = ensembles.bagging({ model: softmax, estimators: 2 });
    await expect(bag.fit(x, classes, { classWeight: { 9: 50 } })).rejects.toThrow(
      option(/classWeight names classes 9, and none of the targets/),
    );
  });
});

describe('callbacks', () => {
  const refused = (callback: object, message: RegExp) =>
    expect(softmax().fit(x, classes, { callbacks: [callbacks.terminateOnNaN(), callback as Callback] })).rejects.toThrow(option(message));
  test('a hook that there is not', async () => {
    await refused(
      { onEpochEnded: () => {} },
      /^fit: callbacks\[1\] has an unknown hook 'onEpochEnded'\. Did you mean 'onEpochEnd'\? known hooks: onTrainBegin/,
    );
    await refused({ onEpochEnd: () => {}, onTrainEnded: () => {} }, /unknown hook 'onTrainEnded'/);
    class Watcher {
      onEpochsEnd(): void {}
    }
    await refused(new Watcher(), /unknown hook 'onEpochsEnd'/);
  });
  test('no hook at all', () => refused({ epochEnd: () => {} }, /callbacks\[1\] has no hook that training calls; known hooks: /));
  test('objects of classes, with methods of their own', async () => {
    let heard = 0;
    class Watcher implements Callback {
      onEpochEnd(): void {
        this.count();
      }
      count(): void {
        heard++;
      }
    }
    await softmax().fit(x, classes, { epochs: 2, callbacks: [new Watcher()] });
    expect(heard).toBe(2);
  });
});

describe('names in optimizers', () => {
  const compiled = (exclude: readonly string[], wrap = false) => {
    const model = sequential([layers.input([3]), layers.dense(3), layers.dense(3)]);
    const muon = optimizers.muon({ exclude });
    model.compile({ optimizer: wrap ? optimizers.ema(muon) : muon, loss: 'meanSquaredError' });
  };
  test.each([false, true])('muon, wrapped: %s', (wrap) => {
    expect(() => compiled(['dense1', 'nope/kernel'], wrap)).toThrow(
      option(
        /^compile: (muon|ema) names 'nope\/kernel', which is no weight or layer; weights: dense\/kernel, dense\/bias, dense1\/kernel, /,
      ),
    );
    compiled(['dense1', 'dense/kernel'], wrap);
  });
});

test('kSparse of more values than a row has', () => {
  const of = (nonzeros: number) => sequential([layers.input([6]), layers.dense(12), layers.kSparse(nonzeros)]);
  expect(() => of(13)).toThrow(option(/kSparse: expected nonzeros of 12 at most, the values of a row, got 13/));
  expect(of(12).outputShape).toEqual([12]);
});
