/** Boosting goes on: members that are added are those that there would be, had there been more from the start. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../lib/formats/safetensors.ts';
import {
  type Ensemble,
  ensembles,
  layers,
  type Model,
  type NDArray,
  ndarray,
  optimizers,
  sequential,
  type StageInfo,
} from '../../lib/index.ts';
import { backend } from '../../lib/runtime/backend.ts';
import { line, stump } from '../support/estimators.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-warm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wave = (i: number) => Math.sin(1.3 * i + 0.11 * i * i);
const rows = 90;
const x = ndarray(Array.from({ length: rows }, (_, i) => [wave(i), wave(i + 500)]));
const xs = Array.from({ length: rows }, (_, i) => [x.data[2 * i], x.data[2 * i + 1]]);
const labels = ndarray(Int32Array.from(xs, ([a, b]) => (a * b > 0 ? 1 : 0) + (b > 0.5 ? 1 : 0)));
const values = ndarray(Float64Array.from(xs, ([a, b], i) => Math.sin(3 * a) + a * b + 0.1 * wave(i + 90)));

const network =
  (outputs: number, loss: 'meanSquaredError' | 'sparseCategoricalCrossentropy') =>
  ({ seed }: { seed: number }): Model => {
    const last = loss === 'meanSquaredError' ? 'linear' : 'softmax';
    const net = sequential([layers.input([2]), layers.dense(4, { activation: 'tanh' }), layers.dense(outputs, { activation: last })], {
      seed,
    });
    net.compile({ optimizer: optimizers.adam({ learningRate: 0.05 }), loss });
    return net;
  };
const stage = ({ seed, outputs }: StageInfo) => network(outputs, 'meanSquaredError')({ seed });

async function expectSame(a: Ensemble, b: Ensemble): Promise<void> {
  expect(a.members.length).toBe(b.members.length);
  expect((await a.predict(x)).data).toEqual((await b.predict(x)).data);
}
const path = (name: string) => join(folder, `${name}.safetensors`);

describe('adaBoost', () => {
  const kinds = {
    'networks by weights': { options: { model: network(3, 'sparseCategoricalCrossentropy') }, y: labels },
    'networks on drawn rows': { options: { model: network(3, 'sparseCategoricalCrossentropy'), weighting: 'resample' }, y: labels },
    'values, by networks': { options: { model: network(1, 'meanSquaredError'), loss: 'square' }, y: values },
    'stumps, by weights': { options: { model: stump }, y: labels },
    'lines, for values': { options: { model: line }, y: values },
  } as const;
  test.each(Object.entries(kinds))('%s', async (_, { options, y }) => {
    const fit = { epochs: 6, sampleWeight: Float64Array.from(xs, (_row, i) => 1 + (i % 3)) };
    const make = (estimators: number) => ensembles.adaBoost({ ...options, estimators, seed: 4 });
    const whole = await make(5).fit(x, y, fit);
    const part = await make(2).fit(x, y, fit);
    const seen: number[][] = [];
    await part.add(3, x, y, { ...fit, onMember: ({ member, members }) => seen.push([member, members]) });
    await expectSame(part, whole);
    expect(part.estimatorWeights).toEqual(whole.estimatorWeights);
    expect(part.estimatorErrors).toEqual(whole.estimatorErrors);
    expect(seen).toEqual(whole.members.slice(2).map((_member, i) => [i + 3, 5]));
  });
  test('from a file, whose texts stay', async () => {
    const make = (estimators: number) => ensembles.adaBoost({ model: network(3, 'sparseCategoricalCrossentropy'), estimators });
    const part = await make(2).fit(x, labels, { epochs: 6 });
    part.metadata.author = 'me';
    await part.save(path('ada'));
    const loaded = await (await make(2).load(path('ada'))).add(2, x, labels, { epochs: 6 });
    await expectSame(loaded, await make(4).fit(x, labels, { epochs: 6 }));
    await loaded.save(path('ada'));
    expect((await ensembles.load(path('ada'))).metadata).toEqual({ author: 'me' });
  });
  test('after a member without errors there is none', async () => {
    const easy = ndarray(Int32Array.from(xs, ([a]) => (a > 0.2 ? 1 : 0)));
    const boost = await ensembles.adaBoost({ model: stump }).fit(x, easy);
    expect((await boost.add(3, x, easy)).members.length).toBe(1);
  });
  test('counts, and the same member twice, are refused', async () => {
    const boost = ensembles.adaBoost({ model: stump });
    expect(() => boost.add(0, x, labels)).toThrow('ensembles.adaBoost: add');
    const one = stump();
    await expect(ensembles.adaBoost({ model: () => one }).fit(x, labels)).rejects.toThrow('the same one twice');
  });
});

describe('gradientBoosting', () => {
  const drawn = { subsample: 0.7, validation: 0.25, patience: 2, learningRate: 1, seed: 7 };
  const kinds = {
    values: { options: { learningRate: 0.5 }, y: values },
    'classes, drawn rows, early stopping': { options: { ...drawn, loss: 'multinomial' }, y: labels },
    'values, drawn rows, early stopping': { options: drawn, y: values },
  } as const;
  test.each(Object.entries(kinds))('%s', async (name, { options, y }) => {
    const fit = { epochs: 12 };
    const make = (stages: number) => ensembles.gradientBoosting({ ...options, model: stage, stages });
    const whole = await make(14).fit(x, y, fit);
    for (const first of [1, 6]) {
      const part = await make(first).fit(x, y, fit);
      await part.add(14 - first, x, y, fit);
      await expectSame(part, whole);
      expect(part.history).toEqual(whole.history);
    }
    const part = await make(3).fit(x, y, fit);
    await part.save(path('gb'));
    const loaded = await make(3).load(path('gb'));
    expect(loaded.history).toEqual(part.history);
    await expectSame(await loaded.add(11, x, y, fit), whole);
    if (name !== 'values') expect(whole.members.length).toBeLessThan(whole.history.length);
  });
  test('where no stage was better than the start', async () => {
    const noise = ndarray(Float64Array.from(xs, (_, i) => wave(77 * i + 3)));
    const make = (stages: number) =>
      ensembles.gradientBoosting({ model: stage, stages, validation: 0.5, learningRate: 1, patience: 1, seed: 2 });
    const part = await make(1).fit(x, noise, { epochs: 200 });
    expect(new Set((await part.predict(x)).data).size).toBe(1);
    await part.add(4, x, noise, { epochs: 200 });
    const whole = await make(5).fit(x, noise, { epochs: 200 });
    expect(part.history).toEqual(whole.history);
    await expectSame(part, whole);
  });
  test('a signal leaves the stages that were taken, from which it goes on', async () => {
    const make = () => ensembles.gradientBoosting({ model: stage, stages: 5 });
    const stop = new AbortController();
    const boost = make();
    const onMember = ({ done }: { done: number }) => done === 2 && stop.abort();
    await expect(boost.fit(x, values, { epochs: 5, signal: stop.signal, onMember })).rejects.toMatchObject({ code: 'ABORT_ERR' });
    expect(boost.members.length).toBe(2);
    await boost.add(3, x, values, { epochs: 5 });
    await expectSame(boost, await make().fit(x, values, { epochs: 5 }));
  });
  test('estimators keep their targets', async () => {
    const kept: Float64Array[] = [];
    const keeping = () => {
      const own = line();
      const fit = (a: NDArray, b: NDArray) => {
        kept.push(b.data as Float64Array);
        return own.fit(a, b);
      };
      return { ...own, fit };
    };
    await ensembles.gradientBoosting({ model: keeping, stages: 2, learningRate: 1 }).fit(x, values);
    const mean = [...values.data].reduce((a, b) => a + b, 0) / rows;
    kept[0].forEach((v, i) => {
      expect(v).toBeCloseTo(values.data[i] - mean, 12);
    });
  });
  test('a file whose history is malformed, validation data, and other outputs are refused', async () => {
    const boost = await ensembles.gradientBoosting({ model: stage, stages: 2 }).fit(x, values, { epochs: 2 });
    await boost.save(path('bad'));
    const { tensors, metadata } = await readSafetensors(path('bad'));
    const [entry] = Object.keys(metadata).filter((k) => k.startsWith('ridgeline.ensemble'));
    for (const notes of [{}, { history: [], best: 2 }, { history: [{ stage: 1 }, { stage: 2 }], best: 2 }]) {
      await writeSafetensors(path('bad'), tensors, { ...metadata, [entry]: JSON.stringify({ ...JSON.parse(metadata[entry]), notes }) });
      await expect(ensembles.gradientBoosting({ model: stage }).load(path('bad'))).rejects.toMatchObject({ code: 'ERR_FORMAT' });
    }
    const two = ndarray(Array.from({ length: rows }, (_, i) => [wave(i), 1]));
    await expect(boost.add(1, x, two)).rejects.toMatchObject({ code: 'ERR_SHAPE' });
    expect(boost.members.length).toBe(2);
    const judged = { validationData: [x, values] } as { epochs?: number };
    await expect(boost.fit(x, values, judged)).rejects.toThrow("unknown option 'validationData'");
  });
});

test.each(['gradientBoosting', 'adaBoost'] as const)('%s puts the data into native memory once', async (kind) => {
  const made = vi.spyOn(backend(), 'createSlab');
  const wide = ndarray(new Float32Array(rows * 333), [rows, 333]);
  for (let i = 0; i < wide.data.length; i++) wide.data[i] = wave(i);
  const model = ({ seed }: { seed: number }) => {
    const net = sequential([layers.input([333]), layers.dense(1)], { seed });
    net.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    return net;
  };
  const fit = { epochs: 2 };
  const boost =
    kind === 'adaBoost'
      ? await ensembles.adaBoost({ model, estimators: 4, weighting: 'weights' }).fit(wide, values, fit)
      : await ensembles.gradientBoosting({ model, stages: 4 }).fit(wide, values, fit);
  expect(boost.members.length).toBeGreaterThan(1);
  expect(made.mock.calls.filter(([bytes]) => bytes === wide.data.byteLength)).toHaveLength(1);
  made.mockRestore();
});
