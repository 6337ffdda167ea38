/** Members on resamples of the rows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  datasets,
  ensembles,
  layers,
  linear,
  loadModel,
  type MemberInfo,
  type Model,
  ndarray,
  optimizers,
  sequential,
} from '../../lib/index.ts';
import { line, stump } from '../support/estimators.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-bagging-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const flat = datasets.digits();
const digits = flat.withX(
  ndarray(
    Float32Array.from(flat.x.data, (v) => v / 16),
    [flat.length, 64],
  ),
);
const { train, test: held } = digits.take(600).split(0.7, { seed: 3 });
function network({ seed, features }: MemberInfo): Model {
  const model = sequential(
    [layers.input([features]), layers.dense(16, { activation: 'relu' }), layers.dense(10, { activation: 'softmax' })],
    { seed },
  );
  model.compile({ optimizer: optimizers.adam({ learningRate: 0.01 }), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}
const weightsOf = (members: readonly unknown[]) => members.map((m) => (m as Model).getWeights());

describe('networks on digits', () => {
  test('beat their average member, by as much as their errors are uncorrelated', async () => {
    const done: number[] = [];
    const bag = await ensembles
      .bagging({ model: network, estimators: 5, seed: 7, outOfBag: true })
      .fit(train, { epochs: 8, onMember: ({ member }) => done.push(member) });
    expect([...done].sort()).toEqual([1, 2, 3, 4, 5]);
    const { accuracy } = await bag.evaluate(held);
    const single = await Promise.all(bag.members.map((m) => (m as Model).evaluate(held)));
    expect(accuracy).toBeGreaterThan(single.reduce((sum, s) => sum + s.accuracy, 0) / 5);
    const { v, c, expectedSquaredError, measuredSquaredError } = await bag.errorDecomposition(held);
    expect(c).toBeLessThan(0.9 * v);
    expect(measuredSquaredError).toBeCloseTo(expectedSquaredError, 7);
    // Each row is left out by a share (1 - 1/n)^n of the members.
    const { outOfBag } = bag;
    const left = (outOfBag?.votes.reduce((a, b) => a + b, 0) ?? 0) / (5 * train.length);
    expect(Math.abs(left - Math.exp(-1))).toBeLessThan(0.05);
    expect(Math.abs((outOfBag?.score ?? 0) - accuracy)).toBeLessThan(0.12);
    const never = outOfBag?.votes.indexOf(0) ?? -1;
    if (never >= 0) expect(outOfBag?.predictions.rows(never, never + 1).data[0]).toBeNaN();
  });
  test('the seed decides everything, and added members are those that more would have been', async () => {
    const make = (estimators: number) => ensembles.bagging({ model: network, estimators, seed: 4, maxSamples: 0.5 });
    const options = { epochs: 1, batchSize: 50 };
    const four = await make(4).fit(train, options);
    const grown = await make(1).fit(train, options);
    await grown.add(3, train, options);
    expect(grown.samples).toEqual(four.samples);
    expect(weightsOf((await grown.fit(train, options)).members)).toEqual(weightsOf(four.members.slice(0, 1)));
    await grown.add(3, train, options);
    expect(weightsOf(grown.members)).toEqual(weightsOf(four.members));
    expect(four.samples.every((list) => list.length === train.length / 2)).toBe(true);
    expect(new Set(four.samples.map((list) => list.join())).size).toBe(4);
    expect((await grown.predict(held.x)).data).toEqual((await four.predict(held.x)).data);
  });
  test('columns: a member is the network of its columns, and nothing of the others reaches it', async () => {
    const bag = await ensembles.bagging({ model: network, estimators: 3, seed: 2, maxFeatures: 0.25 }).fit(train, { epochs: 6 });
    expect(bag.columns.map((c) => c?.length)).toEqual([16, 16, 16]);
    const [member] = bag.members as Model[];
    expect(member.getWeights()['dense/kernel'].shape).toEqual([16, 16]);
    const [own] = bag.columns as Int32Array[];
    // The network alone, on its columns alone.
    const columnsOf = (d: typeof train) =>
      ndarray(
        Float32Array.from({ length: 16 * d.length }, (_, i) => d.x.data[Math.floor(i / 16) * 64 + own[i % 16]]),
        [d.length, 16],
      );
    const alone = network({ member: 0, seed: member.seed, features: 16 });
    await alone.fit(train.withX(columnsOf(train)).select(bag.samples[0]), { epochs: 6 });
    expect(member.getWeights()).toEqual(alone.getWeights());
    const path = join(folder, 'columns.safetensors');
    await bag.save(path);
    expect((await (await ensembles.load(path)).predict(held.x)).data).toEqual((await bag.predict(held.x)).data);
    expect((await bag.evaluate(held)).accuracy).toBeGreaterThan(0.5);
  });
  test('one file, from which members can be added', async () => {
    const path = join(folder, 'bag.safetensors');
    const options = { epochs: 1, batchSize: 64 };
    const bag = await ensembles.bagging({ model: network, estimators: 2, seed: 9 }).fit(train, options);
    await bag.save(path, { training: true });
    const loaded = await ensembles.load(path);
    expect((await loaded.predict(held.x)).data).toEqual((await bag.predict(held.x)).data);
    expect(await loaded.evaluate(held)).toEqual(await bag.evaluate(held));
    // The state of the optimizer is there too: a member goes on as if never saved.
    const [a, b] = [bag.members[0], loaded.members[0]] as Model[];
    await a.fit(train, { epochs: 1 });
    await b.fit(train, { epochs: 1 });
    expect(b.getWeights()).toEqual(a.getWeights());
    const more = await ensembles.bagging({ model: network, estimators: 2, seed: 9 }).load(path);
    await more.add(1, train, options);
    const three = await ensembles.bagging({ model: network, estimators: 3, seed: 9 }).fit(train, options);
    expect(weightsOf(more.members)[2]).toEqual(weightsOf(three.members)[2]);
    await expect(loadModel(path)).rejects.toThrow('the file holds an ensemble: use ensembles.load()');
  });
  test('from a file, rows out of the bag are known again once members are added', async () => {
    const path = join(folder, 'out-of-bag.safetensors');
    const make = (estimators: number, seed = 9) =>
      ensembles.bagging({ model: network, estimators, seed, maxFeatures: 0.5, outOfBag: true });
    const options = { epochs: 1, batchSize: 64 };
    await (await make(3).fit(train, options)).save(path);
    const whole = await make(5).fit(train, options);
    const loaded = await make(3).load(path);
    expect([loaded.samples.map((list) => list.length), loaded.outOfBag]).toEqual([[0, 0, 0], undefined]);
    await loaded.add(2, train, options);
    expect(loaded.samples).toEqual(whole.samples);
    expect(loaded.columns).toEqual(whole.columns);
    expect(loaded.outOfBag).toEqual(whole.outOfBag);
    // On other rows, or with another seed, nothing is known of those that were there.
    for (const [bag, data] of [
      [make(3), train.take(100)],
      [make(3, 8), train],
    ] as const) {
      await (await bag.load(path)).add(1, data, options);
      expect(bag.samples.slice(0, 3).every((list) => list.length === 0)).toBe(true);
      expect(bag.outOfBag).toBeUndefined();
      await bag.add(1, data, options);
      expect(bag.samples.map((list) => list.length)).toEqual([0, 0, 0, data.length, data.length]);
    }
  });
  test('a signal leaves the members that were trained', async () => {
    const stop = new AbortController();
    const bag = ensembles.bagging({ model: network, estimators: 4, seed: 1 });
    const fitting = bag.fit(train, { epochs: 3, threads: 1, signal: stop.signal, onMember: ({ done }) => done === 2 && stop.abort() });
    await expect(fitting).rejects.toMatchObject({ code: 'ABORT_ERR' });
    expect(bag.members.length).toBeGreaterThanOrEqual(1);
    expect(bag.samples.length).toBe(bag.members.length);
    expect((await bag.evaluate(held)).accuracy).toBeGreaterThan(0.1);
  });
  test('sample and class weights reach the members', async () => {
    const options = { epochs: 2, batchSize: 64 };
    const make = () => ensembles.bagging({ model: network, estimators: 1, seed: 6 });
    const weight = (label: number) => (label < 5 ? 2 : 0.5);
    const bySample = await make().fit(train, { ...options, sampleWeight: Float32Array.from(train.y?.data ?? [], weight) });
    const byClass = await make().fit(train, {
      ...options,
      classWeight: Object.fromEntries(Array.from({ length: 10 }, (_, k) => [k, weight(k)])),
    });
    const plain = await make().fit(train, options);
    expect(weightsOf(bySample.members)).toEqual(weightsOf(byClass.members));
    expect(weightsOf(bySample.members)).not.toEqual(weightsOf(plain.members));
  });
});

describe('estimators', () => {
  const x = ndarray(Array.from({ length: 60 }, (_, i) => [i / 10, Math.sin(i), Math.cos(i)]));
  const y = ndarray(Float64Array.from({ length: 60 }, (_, i) => 1 + 2 * (i / 10) + Math.sin(5 * i)));
  test('a resample is its rows, as often as they are in it', async () => {
    const samples = [
      [0, 0, 0, 5, 9, 9, 30, 59],
      [1, 2, 3, 4],
    ];
    const bag = await ensembles.bagging({ model: () => line(), samples }).fit(x, y);
    for (const [i, list] of samples.entries()) {
      const alone = line();
      await alone.fit(ndarray(list.map((row) => [x.data[3 * row]])), ndarray(Float64Array.from(list, (row) => y.data[row])));
      const member = bag.members[i] as ReturnType<typeof line>;
      expect(member.a).toBeCloseTo(alone.a, 10);
      expect(member.b).toBeCloseTo(alone.b, 10);
    }
    expect(bag.samples[0]).toEqual(Int32Array.from(samples[0]));
  });
  test('columns, and rows out of the bag', async () => {
    const bag = await ensembles.bagging({ model: () => line(), estimators: 30, maxFeatures: 2, outOfBag: true, seed: 1 }).fit(x, y);
    expect(new Set(bag.columns.map((c) => c?.join())).size).toBe(3);
    expect(bag.outOfBag?.score).toBeGreaterThan(0.3);
    const { v, c, k } = await bag.errorDecomposition(x, y);
    expect([k, c < v]).toEqual([30, true]);
  });
  test('classes without probabilities are votes', async () => {
    const labels = ndarray(Int32Array.from({ length: 60 }, (_, i) => (i < 20 ? 6 : i < 40 ? 8 : 9)));
    const bag = await ensembles.bagging({ model: () => stump(), estimators: 9, seed: 3, maxSamples: 12 }).fit(x, labels);
    expect(bag.classes).toEqual([6, 8, 9]);
    expect((await bag.evaluate(x, labels)).accuracy).toBeGreaterThan(0.6);
  });
});

test('what cannot be is refused', async () => {
  const model = () => line();
  const x = [[1], [2], [3]];
  const y = [1, 2, 3];
  expect(() => ensembles.bagging({ model, estimators: 0 })).toThrow('expected an integer in [1, 65536] for estimators');
  expect(() => ensembles.bagging({ model, maxSamples: 1.5 })).toThrow('a share in (0, 1] or an integer of 2 or more');
  expect(() => ensembles.bagging({ model, combine: 'stacking' as never })).toThrow('pass the members to votingEnsemble');
  expect(() => ensembles.deepEnsemble({ model, combine: 'stacking' as never })).toThrow('pass the members to votingEnsemble');
  expect(() => ensembles.bagging({ model, members: 3 } as never)).toThrow("unknown option 'members'");
  const one = line();
  await expect(ensembles.bagging({ model: () => one }).fit(x, y)).rejects.toThrow('the same one twice');
  await expect(ensembles.bagging({ model: () => ({}) as never }).fit(x, y)).rejects.toThrow('from the factory for member 0');
  await expect(ensembles.bagging({ model, maxFeatures: 3 }).fit(x, y)).rejects.toThrow('maxFeatures of at most 1');
  await expect(ensembles.bagging({ model, bootstrap: false, maxSamples: 9 }).fit(x, y)).rejects.toThrow('maxSamples of at most 3');
  await expect(ensembles.bagging({ model, samples: [[0, 3]] }).fit(x, y)).rejects.toMatchObject({ code: 'ERR_INDEX' });
  await expect(ensembles.bagging({ model }).fit(x, [1, 2])).rejects.toMatchObject({ code: 'ERR_SHAPE' });
});

describe('linear models', () => {
  const x = ndarray(Array.from({ length: 80 }, (_, i) => [Math.sin(i), Math.cos(2 * i), Math.sin(3 * i + 1)]));
  const names = Array.from({ length: 80 }, (_, i) => (x.data[3 * i] + x.data[3 * i + 1] > 0.3 ? 'yes' : 'no'));
  test('a bag of logistic regressions on names and columns, and its file', async () => {
    const model = () => new linear.LogisticRegression({ C: 10 });
    const bag = await ensembles.bagging({ model, estimators: 6, maxFeatures: 2, outOfBag: true, seed: 2 }).fit(x, names);
    expect(bag.classes).toEqual(['no', 'yes']);
    expect(bag.outOfBag?.score).toBeGreaterThan(0.8);
    expect((await bag.evaluate(x, names)).accuracy).toBeGreaterThan(0.85);
    const path = join(folder, 'logistic.safetensors');
    await bag.save(path);
    const loaded = await ensembles.load(path);
    expect((await loaded.predict(x)).data).toEqual((await bag.predict(x)).data);
    expect(await loaded.predictLabels(x)).toEqual(await bag.predictLabels(x));
  });
  test('ridge by boosting and by bagging; two targets', async () => {
    const y = ndarray(
      Float64Array.from({ length: 160 }, (_, i) => x.data[3 * (i >> 1) + (i % 2)] + 0.2 * Math.sin(17 * i)),
      [80, 2],
    );
    const bag = await ensembles.bagging({ model: () => new linear.Ridge({ alpha: 0.1 }), estimators: 8 }).fit(x, y);
    expect((await bag.evaluate(x, y)).r2).toBeGreaterThan(0.9);
    const { v, c, expectedSquaredError, measuredSquaredError } = await bag.errorDecomposition(x, y);
    expect(c).toBeLessThan(v);
    expect(measuredSquaredError).toBeCloseTo(expectedSquaredError, 12);
    const one = ndarray(Float64Array.from({ length: 80 }, (_, i) => y.data[2 * i]));
    const boost = await ensembles.adaBoost({ model: () => new linear.Ridge(), estimators: 5, seed: 1 }).fit(x, one);
    expect((await boost.evaluate(x, one)).r2).toBeGreaterThan(0.9);
    const path = join(folder, 'ridge.safetensors');
    await boost.save(path);
    expect((await (await ensembles.load(path)).predict(x)).data).toEqual((await boost.predict(x)).data);
  });
});
