/** What goes into members and comes out of them: one layout for all, or an error that names the member. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Estimator, ensembles, layers, linear, losses, type Model, ndarray, optimizers, sequential } from '../../lib/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-boundary-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string) => join(folder, `${name}.safetensors`);

const wave = (i: number) => Math.sin(1.3 * i + 0.11 * i * i);
const rows = 60;
const x = Array.from({ length: rows }, (_, i) => Array.from({ length: 4 }, (_v, j) => wave(i + 500 * j) + (i % 3 === j ? 2 : 0)));
const labels = x.map((_, i) => i % 3);
const values = x.map(([a, b], i) => a - 2 * b + 0.1 * wave(i + 90));

const network = (outputs: number, seed: number): Model => {
  const model = sequential([layers.input([4]), layers.dense(outputs, { activation: 'softmax' })], { seed });
  model.compile({ optimizer: optimizers.adam({ learningRate: 0.05 }), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
};
const ridges = (options: object = {}) => ensembles.bagging({ model: () => new linear.Ridge(), estimators: 3, ...options });
const neighbour = () => new linear.KNeighborsClassifier({ nNeighbors: 1 });
const answering = (answer: unknown): Estimator => ({ fit: async () => {}, predict: async () => answer });

describe('plain numbers are float64, as estimators alone take them', () => {
  test('features and values', async () => {
    const times = Array.from({ length: 50 }, (_, i) => [1.7e9 + i]);
    const bag = ensembles.bagging({ model: () => new linear.Ridge({ alpha: 0 }), estimators: 3 });
    await bag.fit(
      times,
      times.map((_, i) => i),
    );
    const [first, last] = (await bag.predict([[1.7e9], [1.7e9 + 49]])).data;
    expect(first).toBeCloseTo(0, 3);
    expect(last).toBeCloseTo(49, 3);
  });
  test('rows to predict after a fit on typed arrays', async () => {
    const times = ndarray(
      Float64Array.from({ length: 50 }, (_, i) => 1.7e9 + i),
      [50, 1],
    );
    const own = { model: () => new linear.Ridge({ alpha: 0 }), estimators: 3 };
    const bag = await ensembles.bagging(own).fit(
      times,
      Float64Array.from({ length: 50 }, (_, i) => i),
    );
    expect((await bag.predict([[1.7e9 + 49]])).data[0]).toBeCloseTo(49, 3);
  });
  test('labels', async () => {
    const bag = ensembles.bagging({ model: neighbour, samples: [[0, 1, 2, 3]] });
    await bag.fit([[0], [0], [1], [1]], [0.1, 0.1, 0.2, 0.2]);
    expect(bag.classes).toEqual([0.1, 0.2]);
    expect(await bag.predictLabels([[0], [1]])).toEqual([0.1, 0.2]);
    const voting = ensembles.votingEnsemble({ members: [neighbour()] });
    await voting.fit([[0], [0], [1], [1]], [16777216, 16777216, 16777217, 16777217]);
    expect(await voting.predictLabels([[0], [1]])).toEqual([16777216, 16777217]);
  });
  test('answers of estimators of your own', async () => {
    const bag = await ensembles.bagging({ model: () => answering([0.1, 0.1]), estimators: 2 }).fit(x, values);
    expect(Array.from((await bag.predict(x.slice(0, 2))).data)).toEqual([0.1, 0.1]);
  });
});

test('one class is that class', async () => {
  const one = await ensembles.bagging({ model: neighbour, estimators: 2 }).fit([[0], [1], [2]], ['a', 'a', 'a']);
  expect(await one.predictLabels([[0], [5]])).toEqual(['a', 'a']);
  expect((await one.evaluate([[0], [1]], ['a', 'a'])).accuracy).toBe(1);
  const voted = await ensembles.votingEnsemble({ members: [neighbour()], combine: 'vote' }).fit([[0], [1]], [7, 7]);
  expect(await voted.predictLabels([[3]])).toEqual([7]);
  const boosted = await ensembles.adaBoost({ model: neighbour, weighting: 'resample' }).fit([[0], [1], [2]], [7, 7, 7]);
  expect(await boosted.predictLabels([[3]])).toEqual([7]);
  expect(Array.from((await boosted.predict([[3]])).data)).toEqual([1]);
});

describe('members of several widths', () => {
  test('a class that the rows lack is 0 for the estimator, in the place that the network gives it', async () => {
    const [net, logistic] = [network(3, 1), new linear.LogisticRegression()];
    const two = labels.map((label) => label % 2);
    const voting = await ensembles.votingEnsemble({ members: [net, logistic] }).fit(x, two, { epochs: 5 });
    expect(voting.classes).toEqual([0, 1, 2]);
    const [answer, a, b] = [await voting.predict(x), await net.predict(x), await logistic.predictProba(x)];
    for (let row = 0; row < rows; row++)
      for (let j = 0; j < 3; j++)
        expect(answer.data[3 * row + j]).toBeCloseTo((a.data[3 * row + j] + (j < 2 ? b.data[2 * row + j] : 0)) / 2, 6);
    expect((await voting.evaluate(x, two)).accuracy).toBeGreaterThan(0.5);
    await voting.save(path('lacking'));
    expect((await (await ensembles.load(path('lacking'))).predict(x)).data).toEqual(answer.data);
  });
  test('one sigmoid beside an estimator is the probability of class 1', async () => {
    const net = sequential([layers.input([4]), layers.dense(1, { activation: 'sigmoid' })], { seed: 1 });
    net.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
    const logistic = new linear.LogisticRegression();
    const two = labels.map((label) => label % 2);
    const voting = await ensembles.votingEnsemble({ members: [logistic, net] }).fit(x, two, { epochs: 5 });
    const [answer, a, b] = [await voting.predict(x), await net.predict(x), await logistic.predictProba(x)];
    expect(answer.size).toBe(rows);
    for (let row = 0; row < rows; row++) expect(answer.data[row]).toBeCloseTo((a.data[row] + b.data[2 * row + 1]) / 2, 6);
    const found = await voting.predictLabels(x);
    const right = found.filter((label, i) => label === two[i]).length / rows;
    expect((await voting.evaluate(x, two)).accuracy).toBeCloseTo(right, 6);
    await expect(voting.fit(x, labels)).rejects.toThrow('labels in [0, 2)');
  });
  test('networks of several widths are refused before they are trained', async () => {
    const wanted = { code: 'ERR_SHAPE', message: expect.stringContaining('member 1 gives [4], member 0 gives [3]') };
    const mixed = ({ member, seed }: { member: number; seed: number }) => network(member ? 4 : 3, seed);
    await expect(ensembles.bagging({ model: mixed, estimators: 2 }).fit(x, labels)).rejects.toMatchObject(wanted);
    await expect(ensembles.deepEnsemble({ model: mixed, estimators: 2 }).fit(x, labels)).rejects.toMatchObject(wanted);
    await expect(ensembles.votingEnsemble({ members: [network(3, 1), network(4, 2)] }).fit(x, labels)).rejects.toMatchObject(wanted);
    await expect(ensembles.votingEnsemble({ members: [network(3, 1), network(4, 2)] }).use(x, labels)).rejects.toMatchObject(wanted);
    const noisy = labels.map((label, i) => (i % 5 === 0 ? (label + 1) % 3 : label));
    await expect(ensembles.adaBoost({ model: mixed, estimators: 2 }).fit(x, noisy, { epochs: 30 })).rejects.toMatchObject(wanted);
    const three = await ensembles.bagging({ model: ({ seed }) => network(3, seed), estimators: 1 }).fit(x, labels);
    await three.save(path('three'));
    const four = await ensembles.bagging({ model: ({ seed }) => network(4, seed), estimators: 1 }).load(path('three'));
    await expect(four.add(1, x, labels)).rejects.toMatchObject(wanted);
    expect(four.members.length).toBe(1);
  });
  test('answers of estimators that do not fit name the member', async () => {
    const ask = async (first: unknown, second: unknown) => {
      const bag = ensembles.bagging({ model: ({ member }) => answering(member ? second : first), estimators: 2 });
      return (await bag.fit(x, values)).predict(x.slice(0, 2));
    };
    const fine = [1, 2];
    const bad = (message: string) => ({ code: 'ERR_SHAPE', message: expect.stringContaining(message) });
    await expect(ask(fine, [1, 2, 3])).rejects.toMatchObject(bad('expected member 1 to answer 2 rows, got shape [3]'));
    await expect(ask(fine, ndarray([fine, fine]))).rejects.toMatchObject(
      bad('expected member 1 to give 1 value per row, got shape [2, 2]'),
    );
    const guess = { ...answering([0]), classes: [0, 1, 2] };
    const classes = await ensembles.votingEnsemble({ members: [guess] }).fit(x, labels);
    await expect(classes.predict(x.slice(0, 2))).rejects.toMatchObject(bad('expected member 0 to answer 2 rows, got 1'));
  });
});

describe('the width of x', () => {
  const wanted = (got: number) => ({
    code: 'ERR_SHAPE',
    message: expect.stringContaining(`expected 4 features in x, as in fit, got ${got}`),
  });
  test('is that of the fit, for bags of columns too, and after a file', async () => {
    const bag = await ridges({ maxFeatures: 2 }).fit(x, values);
    await bag.save(path('columns'));
    for (const asked of [bag, await ensembles.load(path('columns'))]) {
      await expect(asked.predict([[1, 2, 3, 4, 5, 6]])).rejects.toMatchObject(wanted(6));
      await expect(asked.predict([[1, 2, 3]])).rejects.toMatchObject(wanted(3));
      await expect(asked.predictWithSpread(ndarray(new Int32Array(6), [2, 3]))).rejects.toMatchObject(wanted(3));
      await expect(asked.evaluate([[1, 2, 3]], [1])).rejects.toMatchObject(wanted(3));
      expect((await asked.predict(x)).shape).toEqual([rows]);
    }
  });
  test('is that of the fit, for members that are added', async () => {
    const narrow = x.map((row) => row.slice(1));
    const bag = await ridges().fit(x, values);
    await expect(bag.add(1, narrow, values)).rejects.toMatchObject(wanted(3));
    expect((await bag.predict(x)).shape).toEqual([rows]);
    const ada = await ensembles.adaBoost({ model: () => new linear.Ridge(), estimators: 2 }).fit(x, values);
    await expect(ada.add(1, narrow, values)).rejects.toMatchObject(wanted(3));
    const gradient = await ensembles.gradientBoosting({ model: () => new linear.Ridge(), stages: 2 }).fit(x, values);
    await expect(gradient.add(1, narrow, values)).rejects.toMatchObject(wanted(3));
  });
});

test('a member whose answers are not finite is named, with what can be done; so is x', async () => {
  const broken = answering([1, Number.NaN]);
  const bag = await ensembles.bagging({ model: ({ member }) => (member === 1 ? broken : answering([1, 2])), estimators: 3 }).fit(x, values);
  await expect(bag.predict(x.slice(0, 2))).rejects.toMatchObject({
    code: 'ERR_NON_FINITE',
    message: expect.stringMatching(/member 1 gives NaN for row 1.*leave it out/),
  });
  const net = await ensembles.votingEnsemble({ members: [network(3, 1)] }).use(x, labels);
  await expect(net.predict([[0, Number.NaN, 0, 0]])).rejects.toMatchObject({
    code: 'ERR_VALUE',
    message: expect.stringContaining('x has NaN in row 0'),
  });
});

describe('what the ensemble is judged by', () => {
  test('is the same after a file, whatever the order of the members', async () => {
    const net = sequential([layers.input([4]), layers.dense(1)], { seed: 1 });
    net.compile({ optimizer: 'adam', loss: 'meanAbsoluteError' });
    const voting = await ensembles.votingEnsemble({ members: [new linear.Ridge(), net] }).fit(x, values);
    const before = await voting.evaluate(x, values);
    await voting.save(path('judge'));
    expect(await (await ensembles.load(path('judge'))).evaluate(x, values)).toEqual(before);
  });
  test('metrics are those of the probabilities that predict gives, also of networks that give logits', async () => {
    const two = labels.map((label) => label % 2);
    const metrics = ['accuracy', 'auc', 'recall', 'precision', 'f1'];
    const logits = sequential([layers.input([4]), layers.dense(1)], { seed: 1 });
    logits.compile({ optimizer: optimizers.adam({ learningRate: 0.05 }), loss: losses.binaryCrossentropy({ fromLogits: true }), metrics });
    await logits.fit(x, two, { epochs: 30 });
    const sigmoid = sequential([layers.input([4]), layers.dense(1, { activation: 'sigmoid' })], { seed: 1 });
    sigmoid.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics });
    sigmoid.setWeights(logits.getWeights());
    const voting = await ensembles.votingEnsemble({ members: [logits] }).use(x, two);
    const found = await voting.evaluate(x, two);
    const wanted = await sigmoid.evaluate(x, two);
    for (const name of ['loss', ...metrics]) expect(found[name]).toBeCloseTo(wanted[name], 5);
    const named = await voting.predictLabels(x);
    expect(found.accuracy).toBeCloseTo(named.filter((label, i) => label === two[i]).length / rows, 6);
  });
});
