/** Same seed, same bits: whatever the threads, interrupted or not. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { type Callback, type FitOptions, loadModel, type Model, type NDArray, ndarray } from '../../lib/index.ts';
import { feedOf } from '../../lib/models/feed.ts';
import { fingerprint } from '../../lib/models/fingerprint.ts';
import { digits, small, weightsOf } from '../support/model.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-bits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = digits(500);

test('1, 2 and 3 threads give the same weights', async () => {
  const results = [];
  for (const threads of [1, 2, 3]) {
    // Wide enough that products and reductions are split.
    const model = small({ hidden: 512 });
    await model.fit(data, { epochs: 3, batchSize: 128, threads });
    results.push(weightsOf(model));
  }
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
});

test('another seed gives other weights', async () => {
  const [a, b] = [small({ seed: 1 }), small({ seed: 2 })];
  await a.fit(data, { epochs: 1 });
  await b.fit(data, { epochs: 1 });
  expect(weightsOf(a)).not.toEqual(weightsOf(b));
});

describe('interrupted training goes on bit for bit', () => {
  const whole = (async () => {
    const model = small();
    const history = await model.fit(data, { epochs: 4, batchSize: 64 });
    return { weights: weightsOf(model), last: history.epochs[3].loss };
  })();

  test('fit twice is fit once', async () => {
    const model = small();
    await model.fit(data, { epochs: 1, batchSize: 64 });
    await model.fit(data, { epochs: 3, batchSize: 64 });
    expect(weightsOf(model)).toEqual((await whole).weights);
  });

  test('through a training save between epochs', async () => {
    const [whole, half] = [small(), small()];
    await whole.fit(data, { epochs: 5, batchSize: 64 });
    await half.fit(data, { epochs: 2, batchSize: 64 });
    await half.save(join(folder, 'x.safetensors'), { training: true });
    const loaded = await loadModel(join(folder, 'x.safetensors'));
    await loaded.fit(data, { epochs: 3, batchSize: 64 });
    expect(weightsOf(loaded)).toEqual(weightsOf(whole));
  });

  for (const saved of [false, true]) {
    test(`stopped in the middle of an epoch${saved ? ', saved and loaded' : ''}`, async () => {
      const uninterrupted = plain();
      const history = await uninterrupted.fit(data, { epochs: 3, batchSize: 10 });
      let model = plain();
      const stop = new AbortController();
      const late: Callback = {
        onEvaluate: (step) => {
          if (step >= 70) stop.abort();
        },
      };
      // 50 steps an epoch: stops within the second one.
      await expect(
        model.fit(data, { epochs: 3, batchSize: 10, evaluateEvery: 10, callbacks: [late], signal: stop.signal }),
      ).rejects.toMatchObject({ code: 'ABORT_ERR' });
      expect(model.engine.position).toMatchObject({ epoch: 1, row: 200, step: 70 });
      if (saved) {
        const file = join(folder, 'middle.safetensors');
        await model.save(file, { training: true });
        model = await loadModel(file);
      }
      const rest = await model.fit(data, { epochs: 2, batchSize: 10 });
      expect(weightsOf(model)).toEqual(weightsOf(uninterrupted));
      // The interrupted epoch's sums were kept too.
      expect(rest.epochs[0].loss).toBe(history.epochs[1].loss);
    });
  }
});

describe('after an interruption, other data is trained on from its first row', () => {
  /** A model that has done 20 of 50 steps of its epoch, saved and loaded where `saved`. */
  const stopped = async (saved: boolean) => {
    const model = plain();
    await model.fit(data, { epochs: 3, batchSize: 10, maxSteps: 20 });
    expect(model.engine.position).toMatchObject({ epoch: 0, row: 200, step: 20 });
    if (!saved) return model;
    const file = join(folder, 'other.safetensors');
    await model.save(file, { training: true });
    return loadModel(file);
  };
  const stepsOf = async (model: Model, x: NDArray, y: NDArray, options: FitOptions = {}) => {
    const before = model.engine.position.step;
    await model.fit(x, y, { epochs: 1, batchSize: 10, ...options });
    return model.engine.position.step - before;
  };
  const { x, y } = data as { x: NDArray; y: NDArray };
  const changed = (from: NDArray) => ndarray(from.data.slice().reverse(), from.shape);
  for (const saved of [false, true]) {
    const how = saved ? ', saved and loaded' : '';
    test(`copies of the same arrays go on${how}`, async () => {
      expect(await stepsOf(await stopped(saved), ndarray(x.data.slice(), x.shape), ndarray(y.data.slice(), y.shape))).toBe(30);
    });
    test.each([
      ['other inputs', changed(x), y, {}],
      ['other targets', x, changed(y), {}],
      ['weights', x, y, { classWeight: { 1: 2 } }],
    ] as const)(`%s begin anew${how}`, async (_, otherX, otherY, options) => {
      expect(await stepsOf(await stopped(saved), otherX, otherY, options)).toBe(50);
    });
  }
  test('a save inside an epoch knows its data too', async () => {
    const file = join(folder, 'inside.safetensors');
    const save: Callback = { onEvaluate: (step, _, { model }) => (step === 20 ? model.save(file, { training: true }) : undefined) };
    await plain().fit(data, { batchSize: 10, evaluateEvery: 10, callbacks: [save] });
    expect(await stepsOf(await loadModel(file), x, y)).toBe(30);
    expect(await stepsOf(await loadModel(file), changed(x), y)).toBe(50);
  });
  test('large data is told by rows all over it, also where a population has a list of them', () => {
    const model = small();
    const rows = 5000;
    const values = Float32Array.from({ length: rows * 64 }, (_, i) => Math.sin(i));
    const labels = Int32Array.from({ length: rows }, (_, i) => i % 10);
    const of = (x: Float32Array) => feedOf(model.engine, 'fit', { x: [ndarray(x, [rows, 64])], y: [ndarray(labels)] });
    const feed = of(values);
    const print = fingerprint(model.engine, feed);
    expect(fingerprint(model.engine, of(values.slice()))).toBe(print);
    const late = values.slice();
    late.fill(0, 4000 * 64);
    expect(fingerprint(model.engine, of(late))).not.toBe(print);
    const order = Int32Array.from({ length: rows }, (_, i) => (i * 7) % rows);
    expect(fingerprint(model.engine, { ...feed, order })).not.toBe(print);
    expect(fingerprint(model.engine, { ...feed, order: Int32Array.from({ length: rows }, (_, i) => i) })).toBe(print);
  });
});

/** Like small(), with a constant rate, so that it can be saved for training. */
function plain() {
  const model = small();
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

describe('other ways to compute the same', () => {
  const script = `
    import { datasets, layers, regularizers, sequential } from ${JSON.stringify(fileURLToPath(new URL('../../dist/index.js', import.meta.url)))};
    const data = datasets.digits().take(200);
    const model = sequential([layers.input([64]), layers.rescaling({ scale: 1 / 16 }), layers.dense(16, { activation: 'tanh', kernelRegularizer: regularizers.l2(1e-3) }), layers.dropout(0.3), layers.dense(10, { activation: 'softmax' })], { seed: 3 });
    model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
    const history = await model.fit(data, { epochs: 3, batchSize: 32 });
    console.log(JSON.stringify({ loss: history.epochs.map((e) => e.loss), weights: Object.fromEntries(Object.entries(model.getWeights()).map(([k, v]) => [k, [...v.data]])) }));`;
  const run = (env: Record<string, string>) =>
    JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, ...env }, encoding: 'utf8' }),
    ) as { loss: number[]; weights: Record<string, number[]> };
  const native = run({});
  for (const env of [{ RIDGELINE_BACKEND: 'reference' }, { RIDGELINE_ISA: 'baseline' }, { RIDGELINE_ISA: 'avx2' }] as Record<
    string,
    string
  >[]) {
    test(JSON.stringify(env), () => {
      const other = run(env);
      // 21 steps of rate 0.01 over sums of at most 64 products: steps x terms x eps x scale.
      const tolerance = 21 * 64 * 2 ** -23;
      other.loss.forEach((v, i) => expect(Math.abs(v - native.loss[i])).toBeLessThan(tolerance));
      for (const [name, values] of Object.entries(other.weights))
        values.forEach((v, i) => expect(Math.abs(v - native.weights[name][i]), `${name}[${i}]`).toBeLessThan(tolerance));
    });
  }
  test('one instruction set repeats its bits in another process', () => expect(run({})).toEqual(native));
});
