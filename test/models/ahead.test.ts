/** What is made for an epoch while the one before runs is what the epoch would have made itself. */
import { expect, test } from 'vitest';
import { callbacks, layers, optimizers, sequential } from '../../lib/index.ts';
import { holds, tableAhead } from '../../lib/models/scalar-table.ts';
import { digits, weightsOf } from '../support/model.ts';

const data = digits(100);
const make = (learningRate: number | ((step: number) => number)) => {
  const model = sequential([layers.input([64]), layers.dense(10, { activation: 'softmax' })], { seed: 3 });
  model.compile({ optimizer: optimizers.adam({ learningRate }), loss: 'sparseCategoricalCrossentropy' });
  return model;
};

test('epochs of one fit are those of several, each of its own order', async () => {
  const [together, apart] = [make(0.01), make(0.01)];
  await together.fit(data, { epochs: 4, batchSize: 16 });
  for (let epoch = 0; epoch < 4; epoch++) await apart.fit(data, { batchSize: 16 });
  expect(weightsOf(together)).toEqual(weightsOf(apart));
});

test('a rate that a callback sets between epochs counts from the next one on', async () => {
  const [together, apart] = [make(0.01), make(0.01)];
  await together.fit(data, { epochs: 3, batchSize: 16, callbacks: [callbacks.learningRateScheduler((epoch) => 0.01 / epoch)] });
  for (let epoch = 0; epoch < 3; epoch++) {
    apart.setHyperparameter('learningRate', 0.01 / (epoch + 1));
    await apart.fit(data, { batchSize: 16 });
  }
  expect(weightsOf(together)).toEqual(weightsOf(apart));
});

test('a function that gives the rate may follow what callbacks do', async () => {
  let rate = 0.01;
  const [together, apart] = [make(() => rate), make(0.01)];
  const halves = {
    onEpochEnd: () => {
      rate /= 2;
    },
  };
  await together.fit(data, { epochs: 3, batchSize: 16, callbacks: [halves] });
  for (const now of [0.01, 0.005, 0.0025]) {
    apart.setHyperparameter('learningRate', now);
    await apart.fit(data, { batchSize: 16 });
  }
  expect(weightsOf(together)).toEqual(weightsOf(apart));
});

test('a table holds for its steps and numbers alone', () => {
  const optimizer = optimizers.adam({ learningRate: 0.01 });
  const names = ['learningRate', 'rootCorrection'];
  const numbers = { hyperparameters: new Map([['learningRate', 0.02]]), compiled: { optimizer } };
  const table = tableAhead(numbers, names, 8, 4);
  if (!table) throw new Error('no table');
  expect(table.scalarSteps).toBe(4);
  expect(holds(table, numbers, names, 8, 4)).toBe(true);
  expect(holds(table, numbers, names, 9, 4)).toBe(false);
  expect(holds(table, numbers, names, 8, 5)).toBe(false);
  expect(holds(table, { ...numbers, hyperparameters: new Map() }, names, 8, 4)).toBe(false);
  expect(holds(table, { ...numbers, compiled: { optimizer: optimizers.adam() } }, names, 8, 4)).toBe(false);
  numbers.hyperparameters.set('learningRate', 0.01);
  expect(holds(table, numbers, names, 8, 4)).toBe(false);
  expect(tableAhead({ ...numbers, compiled: { optimizer: optimizers.adam({ learningRate: () => 0.01 }) } }, names, 8, 4)).toBeUndefined();
});
