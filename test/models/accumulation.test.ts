import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  constraints,
  type FitOptions,
  layers,
  loadModel,
  type Model,
  optimizers,
  regularizers,
  schedules,
  sequential,
} from '../../lib/index.ts';
import { digits, small, weightsOf } from '../support/model.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-accumulation-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Nothing random in a step, everything else: a penalty, a constraint, a bound on all gradients, a schedule. */
function make(options: { batchNormalization?: boolean } = {}): Model {
  const model = sequential(
    [
      layers.input([64]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.dense(24, { activation: 'tanh', kernelRegularizer: regularizers.l2(1e-2), kernelConstraint: constraints.maxNorm(1.5) }),
      ...(options.batchNormalization ? [layers.batchNormalization()] : []),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed: 11 },
  );
  const learningRate = schedules.inverseTimeDecay({ initial: 0.1, rate: 1, steps: 4 });
  model.compile({
    optimizer: optimizers.sgd({ learningRate, momentum: 0.9, weightDecay: 1e-2, globalClipNorm: 1 }),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  return model;
}
const distance = (a: Model, b: Model): number => {
  const [x, y] = [weightsOf(a), weightsOf(b)];
  return Math.max(...Object.keys(x).flatMap((n) => x[n].map((v, i) => Math.abs(v - y[n][i]))));
};
const moved = async (rows: number, options: FitOptions) => {
  const model = make();
  const history = await model.fit(digits(rows), { verbose: false, ...options });
  return { model, history };
};

describe('n batches make the step of one that is n times as large', () => {
  // Rows of an epoch: steps that are full; a last step of fewer batches; of a partial batch; of one row in a batch of its own.
  test.each([
    [96, 8, 4],
    [80, 8, 4],
    [77, 8, 4],
    [65, 8, 4],
    [21, 5, 3],
    [20, 7, 40],
    [6, 1, 3],
  ])('%i rows, batches of %i, %i a step', async (rows, batchSize, gradientAccumulation) => {
    const epochs = 3;
    const large = await moved(rows, { epochs, batchSize: batchSize * gradientAccumulation });
    const parts = await moved(rows, { epochs, batchSize, gradientAccumulation });
    const start = make();
    expect(distance(large.model, start)).toBeGreaterThan(0.02);
    expect(distance(large.model, parts.model)).toBeLessThan(5e-7);
    expect(parts.model.engine.position.step).toBe(large.model.engine.position.step);
    parts.history.epochs.forEach((e, k) => {
      expect(e.loss).toBeCloseTo(large.history.epochs[k].loss, 5);
      expect(e.accuracy).toBeCloseTo(large.history.epochs[k].accuracy, 12);
      expect(e.learningRate).toBe(large.history.epochs[k].learningRate);
    });
    // And not that of a small one.
    const plain = await moved(rows, { epochs, batchSize });
    if (rows > batchSize) expect(distance(plain.model, parts.model)).toBeGreaterThan(1e-3);
  });
  test('sample weights, groups and frozen weights', async () => {
    const sampleWeight = Float32Array.from({ length: 50 }, (_, i) => (i % 7) / 3);
    const groups = { 'dense/*': { frozen: true }, 'dense1/bias': { learningRateMultiplier: 3, weightDecay: 0 } };
    const models = [];
    for (const options of [{ batchSize: 24 }, { batchSize: 6, gradientAccumulation: 4 }]) {
      const model = make();
      model.optimizerGroups = groups;
      await model.fit(digits(50), { epochs: 3, sampleWeight, verbose: false, ...options });
      models.push(model);
    }
    expect(distance(models[0], models[1])).toBeLessThan(5e-7);
    expect(weightsOf(models[1])['dense/kernel']).toEqual(weightsOf(make())['dense/kernel']);
  });
  test.each([
    ['ema', optimizers.ema(optimizers.adam({ learningRate: 1e-2 }))],
    ['sam of a plain rule', optimizers.sam(optimizers.sgd({ learningRate: 0.1 }))],
  ])('%s', async (name, optimizer) => {
    const models = [];
    for (const options of [{ batchSize: 24 }, { batchSize: 6, gradientAccumulation: 4 }]) {
      const model = make();
      model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy' });
      await model.fit(digits(48), { epochs: 2, verbose: false, ...options });
      models.push(model);
    }
    // sam looks around itself with the gradient of each batch: that is another point.
    if (name === 'ema') expect(distance(models[0], models[1])).toBeLessThan(2e-5);
    else expect(distance(models[0], models[1])).toBeGreaterThan(1e-5);
    expect(distance(models[1], make())).toBeGreaterThan(1e-3);
  });
  test('a multiplier that was set stays', async () => {
    const model = make();
    model.optimizerGroups = { 'dense/*': { learningRateMultiplier: 1 } };
    for (const name of ['dense/kernel', 'dense/bias']) model.setHyperparameter(`${name}/learningRateMultiplier`, 0);
    const before = weightsOf(model);
    await model.fit(digits(24), { batchSize: 6, gradientAccumulation: 4, verbose: false });
    expect(weightsOf(model)['dense/bias']).toEqual(before['dense/bias']);
    expect(weightsOf(model)['dense1/bias']).not.toEqual(before['dense1/bias']);
  });
  test('batch normalization takes its statistics from each batch, and moves their averages with each', async () => {
    const trained = async (options: FitOptions) => {
      const model = make({ batchNormalization: true });
      await model.fit(digits(32), { verbose: false, shuffle: false, ...options });
      return weightsOf(model);
    };
    const [large, parts, batches] = [
      await trained({ batchSize: 32 }),
      await trained({ batchSize: 8, gradientAccumulation: 4 }),
      await trained({ batchSize: 8 }),
    ];
    const mean = Object.keys(parts).find((n) => /batchNormalization\/.*mean/i.test(n)) as string;
    const off = (a: number[], b: number[]) => Math.max(...a.map((v, i) => Math.abs(v - b[i])));
    // Four batches have moved the averages, as four steps would, from weights that stood still.
    expect(off(parts[mean], large[mean])).toBeGreaterThan(0.01);
    expect(off(parts[mean], batches[mean])).toBeLessThan(off(parts[mean], large[mean]));
  });
});

describe('going on', () => {
  const options = { batchSize: 16, gradientAccumulation: 3, verbose: false } as const;
  test('the same bits whatever the threads, in chunks, after an abort, and after a file', async () => {
    const data = digits(150);
    const whole = small();
    await whole.fit(data, { ...options, epochs: 3, threads: 1 });
    const chunked = small();
    await chunked.fit(data, { ...options, epochs: 3, threads: 2, evaluateEvery: 2 });
    expect(weightsOf(chunked)).toEqual(weightsOf(whole));

    const broken = small();
    const control = new AbortController();
    const onEvaluate = (step: number) => {
      if (step === 2) control.abort();
    };
    const stopped = broken.fit(data, { ...options, epochs: 3, evaluateEvery: 1, callbacks: [{ onEvaluate }], signal: control.signal });
    await expect(stopped).rejects.toMatchObject({ code: 'ABORT_ERR' });
    expect(broken.engine.position).toMatchObject({ row: 96, step: 2 });
    const file = join(folder, 'm.safetensors');
    await broken.save(file, { training: true });
    const loaded = await loadModel(file);
    await loaded.fit(data, { ...options, epochs: 3 });
    expect(weightsOf(loaded)).toEqual(weightsOf(whole));
  });
  test('with and without in turn: momentum is kept', async () => {
    const data = digits(96);
    const [model, other] = [make(), make()];
    for (const gradientAccumulation of [1, 4, 1]) {
      await model.fit(data, { batchSize: 32 / gradientAccumulation, gradientAccumulation, verbose: false });
      await other.fit(data, { batchSize: 32, verbose: false });
    }
    expect(distance(model, other)).toBeLessThan(5e-7);
  });
  test('dropout draws a mask for each batch', async () => {
    const losses = [];
    for (const step of [1, 2]) {
      // A network that gives the mask itself: the same row in every batch, weights that stand still.
      const model = sequential([layers.input([64]), layers.dropout(0.5), layers.dense(1, { kernelInitializer: 'ones' })], { seed: 2 });
      model.compile({ optimizer: optimizers.sgd({ learningRate: 0 }), loss: 'meanSquaredError' });
      const x = Array.from({ length: step }, () => new Array(64).fill(1));
      const y = x.map(() => [0]);
      const { epochs } = await model.fit(x, y, { batchSize: 1, gradientAccumulation: 2, verbose: false });
      losses.push(epochs[0].loss);
    }
    expect(losses[0]).not.toBe(losses[1]);
  });
});

test('a loss that is not finite in a later batch: named, and the weights are those before the step', async () => {
  const data = digits(64);
  const x = Float32Array.from(data.x.data);
  x[64 * 45] = Number.NaN;
  const model = make();
  const before = weightsOf(model);
  const rows = Array.from({ length: 64 }, (_, r) => [...x.subarray(64 * r, 64 * r + 64)]);
  const bad = model.fit(rows, data.y as never, { batchSize: 8, gradientAccumulation: 8, shuffle: false, verbose: false });
  await expect(bad).rejects.toMatchObject({
    code: 'ERR_NON_FINITE',
    message: expect.stringContaining("step 1; the first value that is not finite is made by 'rescaling'"),
  });
  expect(weightsOf(model)).toEqual(before);
  // What was added up before it is gone.
  const [good, other] = [model, make()];
  for (const m of [good, other]) await m.fit(data, { batchSize: 8, gradientAccumulation: 8, epochs: 1, verbose: false });
  expect(weightsOf(good)).toEqual(weightsOf(other));
});

test('memory: one copy of the gradients more, the activations of one batch', async () => {
  const model = make();
  const [large, parts] = [model.trainingMemory(512, 512), model.trainingMemory(512, 64, 8)];
  const gradients = 4 * (64 * 24 + 24 + 24 * 10 + 10);
  expect(large.accumulation).toBe(0);
  expect(parts.accumulation).toBeGreaterThanOrEqual(gradients);
  expect(parts.accumulation).toBeLessThan(gradients + 5 * 64);
  expect(parts.optimizer).toBe(large.optimizer);
  expect(parts.scratch).toBeLessThan(large.scratch / 2);
  // What was said is what the state takes.
  await model.fit(digits(64), { batchSize: 8, gradientAccumulation: 4, verbose: false });
  expect(model.engine.layout.bytes).toBe(model.engine.viewBytes + parts.optimizer + parts.accumulation);
  expect(model.trainingMemory(512, 64, 8)).toEqual(parts);
  await model.fit(digits(64), { batchSize: 8, verbose: false });
  expect(model.engine.layout.bytes).toBe(model.engine.viewBytes + large.optimizer);
});

test('mistakes', async () => {
  await expect(make().fit(digits(8), { gradientAccumulation: 0 })).rejects.toThrow(
    'fit: expected a positive integer for gradientAccumulation, got 0 (number)',
  );
});
