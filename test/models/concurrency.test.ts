/** Predictions, evaluations and training of one model at the same time: each sees one state of the weights, and none disturbs another. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { layers, type Model, type NDArray, ndarray, regularizers, sequential } from '../../lib/index.ts';
import { digits, small, weightsOf } from '../support/model.ts';

const period = 50;
/** The same 50 rows over and over: a prediction from one state of the weights repeats itself. */
const repeated = digits(1700).select(Int32Array.from({ length: 40_000 }, (_, i) => i % period)).x;
const repeats = (p: NDArray): boolean => p.data.every((v, i) => i < period * 10 || v === p.data[i - period * 10]);

test('a prediction that is under way when fit begins does not stop it, and keeps the weights that it began with', async () => {
  const [busy, calm] = [small({ hidden: 128 }), small({ hidden: 128 })];
  const expected = await calm.predict(repeated);
  const predicted = busy.predict(repeated, { threads: 1 });
  await busy.fit(digits(64), { epochs: 10 });
  expect((await predicted).data).toEqual(expected.data);
  await calm.fit(digits(64), { epochs: 10 });
  expect(weightsOf(busy)).toEqual(weightsOf(calm));
});

test('predictions during a fit of short epochs: the fit goes on, and each prediction is of one state', async () => {
  const model = small({ hidden: 128 });
  const stop = new AbortController();
  const fitted = model.fit(digits(64), { epochs: 1_000_000, validationData: digits(20), signal: stop.signal });
  const ended = fitted.catch((error: unknown) => error);
  const epochs = [];
  for (let i = 0; i < 6; i++) {
    expect(repeats(await model.predict(repeated, { threads: 1 }))).toBe(true);
    expect((await model.evaluate(digits(100))).loss).toBeGreaterThan(0);
    epochs.push(model.engine.position.epoch);
  }
  stop.abort();
  expect(await ended).toMatchObject({ code: 'ABORT_ERR' });
  expect(epochs[5]).toBeGreaterThan(epochs[0]);
});

test('while a run is on, weights and predictions are those of the last boundary', async () => {
  const model = small();
  const data = digits(1700);
  const stop = new AbortController();
  let boundary: Record<string, number[]> = {};
  const fitted = model.fit(data, {
    epochs: 1_000_000,
    batchSize: 4,
    signal: stop.signal,
    callbacks: [
      {
        onEpochEnd: () => {
          boundary = weightsOf(model);
        },
      },
    ],
  });
  const ended = fitted.catch((error: unknown) => error);
  while (model.engine.position.epoch < 2 || !model.engine.running) await new Promise((resolve) => setImmediate(resolve));
  const read = weightsOf(model);
  const predicted = model.predictSync(data.x.rows(0, 5));
  expect(read).toEqual(boundary);
  stop.abort();
  await ended;
  const other = small();
  other.setWeights(Object.fromEntries(Object.entries(read).map(([k, v]) => [k, ndarray(v).reshape(model.getWeights()[k].shape)])));
  expect(other.predictSync(data.x.rows(0, 5)).data).toEqual(predicted.data);
});

test('weights set while a prediction is under way are for the next one', async () => {
  const model = small({ hidden: 128 });
  const before = await model.predict(repeated);
  const under = model.predict(repeated, { threads: 1 });
  model.setWeights({ 'dense1/bias': new Float32Array(10).fill(3), 'dense1/kernel': ndarray(new Float32Array(1280), [128, 10]) });
  expect((await under).data).toEqual(before.data);
  expect((await model.predict(digits(1))).data[0]).toBeCloseTo(0.1, 6);
});

test('compile while an evaluation is under way', async () => {
  const model = small();
  const evaluated = model.evaluate(digits(1700));
  model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
  await expect(evaluated).rejects.toMatchObject({ code: 'ERR_BUSY' });
  expect((await model.evaluate(digits(20))).loss).toBeGreaterThan(0);
});

/** An activity penalty makes the number of rows part of the plan: predictions run in parts. */
const parts = (): Model =>
  sequential([layers.input([64]), layers.dense(10, { activation: 'softmax', activityRegularizer: regularizers.l2(1e-3) })], { seed: 1 });

test('x may change while it is predicted on', async () => {
  for (const make of [parts, small]) {
    const model = make();
    const x = Float32Array.from(repeated.data.subarray(0, 64 * 1000));
    const expected = await model.predict(ndarray(Float32Array.from(x), [1000, 64]));
    const predicted = model.predict(ndarray(x, [1000, 64]));
    x.fill(7);
    structuredClone(x, { transfer: [x.buffer] });
    expect((await predicted).data).toEqual(expected.data);
  }
});

test('predict, predictSync and any number of threads give the same bits', async () => {
  const model = small({ hidden: 256 });
  for (const rows of [1, 7, 300]) {
    const x = digits(300).x.rows(0, rows);
    const sync = model.predictSync(x);
    for (const threads of [1, 2, 3]) expect((await model.predict(x, { threads })).data).toEqual(sync.data);
  }
});

test('the reference interpreter: abort, progress, two predictions at once', () => {
  const entry = JSON.stringify(fileURLToPath(new URL('../../dist/index.js', import.meta.url)));
  const script = `
    import assert from 'node:assert/strict';
    import { datasets, layers, sequential } from ${entry};
    const model = sequential([layers.input([64]), layers.dense(10, { activation: 'softmax' })], { seed: 1 });
    model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
    const data = datasets.digits().take(60);
    const [a, b] = await Promise.all([model.predict(data), model.predict(data)]);
    assert.deepEqual(a.data, b.data);
    let seen = 0;
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 400);
    const fitted = model.fit(datasets.digits(), { epochs: 1e6, batchSize: 1, signal: stop.signal, callbacks: [{ onProgress: () => void seen++ }] });
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal((await model.predict(data)).shape[0], 60);
    await assert.rejects(fitted, { code: 'ABORT_ERR' });
    assert.ok(seen > 0);`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, RIDGELINE_BACKEND: 'reference' },
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(done.stderr).toBe('');
  expect(done.status).toBe(0);
});
