/** Optimizers that evaluate other weights than they train: what predict, evaluate, getWeights, save, setWeights and restored weights do with both. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  callbacks,
  constraints,
  layers,
  loadModel,
  type Model,
  type NDArray,
  optimizers,
  regularizers,
  sequential,
} from '../../lib/index.ts';

const x = Array.from({ length: 22 }, (_, i) => [Math.sin(i), Math.cos(1.7 * i), Math.sin(0.3 * i * i)]);
const y = x.map(([a, b, c]) => [a * b + 0.5 * c]);
const fit = { batchSize: 4, verbose: false } as const;
const build = (options: Parameters<typeof layers.dense>[1] = {}) =>
  sequential([layers.input([3]), layers.dense(6, { activation: 'tanh', ...options }), layers.dense(1)], { seed: 3 });
const compiled = (optimizer: Parameters<Model['compile']>[0]['optimizer'], model = build()) => {
  model.compile({ optimizer, loss: 'meanSquaredError' });
  return model;
};
const flat = (weights: Record<string, NDArray>) => Object.values(weights).flatMap((w) => [...w.data]);
const file = (name: string) => join(tmpdir(), `ridgeline-${process.pid}-${name}.safetensors`);
/** A model without an optimizer whose weights are these. */
const holding = (weights: Record<string, NDArray>, model = build()) => {
  model.setWeights(weights);
  return model;
};

const averaging = [
  ['ema', optimizers.ema(optimizers.adam({ learningRate: 0.05 }), { decay: 0.9 })],
  ['swa', optimizers.swa('adam', { start: 4 })],
  ['lookahead', optimizers.lookahead(optimizers.adam({ learningRate: 0.05 }), { steps: 4 })],
  ['scheduleFree', optimizers.scheduleFree({ learningRate: 0.05 })],
  ['swa around ema around sam', optimizers.swa(optimizers.ema(optimizers.sam('sgd'), { decay: 0.5 }), { start: 2 })],
] as const;

describe.each(averaging)('%s', (name, optimizer) => {
  test('predict, evaluate, getWeights and save use the view; training goes on from the others', async () => {
    const model = compiled(optimizer);
    expect(flat(model.getWeights())).toEqual(flat(model.getWeights({ training: true })));
    await model.fit(x, y, { ...fit, epochs: 3 });
    const [seen, trained] = [model.getWeights(), model.getWeights({ training: true })];
    expect(flat(seen)).not.toEqual(flat(trained));
    const plain = holding(seen);
    expect([...(await model.predict(x)).data]).toEqual([...(await plain.predict(x)).data]);
    expect([...model.predictSync(x).data]).toEqual([...plain.predictSync(x).data]);
    expect(await model.evaluate(x, y)).toEqual(await compiled('sgd', plain).evaluate(x, y));
    await model.save(file(name));
    const loaded = await loadModel(file(name));
    expect(flat(loaded.getWeights())).toEqual(flat(seen));
    expect(flat(loaded.getWeights({ training: true }))).toEqual(flat(seen));
    await model.save(file(name), { training: true });
    const resumed = await loadModel(file(name));
    rmSync(file(name));
    expect(flat(resumed.getWeights())).toEqual(flat(seen));
    expect(flat(resumed.getWeights({ training: true }))).toEqual(flat(trained));
  });
  test('setWeights writes both', async () => {
    const model = compiled(optimizer);
    await model.fit(x, y, fit);
    const given = { 'dense/kernel': Array.from({ length: 3 }, (_, i) => Array.from({ length: 6 }, (_v, j) => i - 0.5 * j)) };
    const before = model.getWeights({ training: true });
    model.setWeights(given);
    for (const training of [false, true])
      expect([...model.getWeights({ training })['dense/kernel'].data]).toEqual(given['dense/kernel'].flat());
    expect([...model.getWeights({ training: true })['dense1/kernel'].data]).toEqual([...before['dense1/kernel'].data]);
  });
});

test('validation in a fit and the predictions of its callbacks are at the view', async () => {
  const model = compiled(optimizers.ema(optimizers.sgd({ learningRate: 0.1 }), { decay: 0.9 }));
  const losses: number[] = [];
  const onEpochEnd = async () => void losses.push((await model.evaluate(x, y)).loss);
  const history = await model.fit(x, y, { ...fit, epochs: 3, validationData: [x, y], callbacks: [{ onEpochEnd }] });
  expect(history.epochs.map((e) => e.valLoss)).toEqual(losses);
  expect(losses[2]).toBe((await compiled('sgd', holding(model.getWeights())).evaluate(x, y)).loss);
});

test('predictions while a fit runs are at the view of the last boundary', async () => {
  const model = compiled(optimizers.ema(optimizers.sgd({ learningRate: 0.1 }), { decay: 0.5 }));
  await model.fit(x, y, fit);
  const [expected, seen] = [[...model.predictSync(x).data], flat(model.getWeights())];
  const running = model.fit(x, y, { ...fit, epochs: 1 });
  while (!model.engine.running) await new Promise(setImmediate);
  expect([...model.predictSync(x).data]).toEqual(expected);
  expect(flat(model.getWeights())).toEqual(seen);
  await running;
  expect(flat(model.getWeights())).not.toEqual(seen);
});

test('restored best weights are those that were evaluated', async () => {
  const model = compiled(optimizers.ema(optimizers.sgd({ learningRate: 0.2 }), { decay: 0.8 }));
  const seen: number[][] = [];
  const valid: [number[][], number[][]] = [x.slice(0, 5), y.slice(0, 5).map(([v]) => [-v])];
  const history = await model.fit(x, y, {
    ...fit,
    epochs: 12,
    validationData: valid,
    callbacks: [
      { onEpochEnd: () => void seen.push(flat(model.getWeights())) },
      callbacks.earlyStopping({ monitor: 'valLoss', patience: 3, restoreBestWeights: true }),
    ],
  });
  expect(history.bestEpoch).toBeGreaterThanOrEqual(1);
  expect(flat(model.getWeights())).toEqual(seen[(history.bestEpoch as number) - 1]);
  expect(flat(model.getWeights({ training: true }))).toEqual(seen[(history.bestEpoch as number) - 1]);
});

test('constraints and decay hold for what is averaged', async () => {
  const model = compiled(
    optimizers.scheduleFree({ base: 'sgd', weightDecay: 0.1, learningRate: 0.5 }),
    build({ kernelConstraint: constraints.nonNegative() }),
  );
  await model.fit(x, y, { ...fit, epochs: 3 });
  for (const training of [false, true]) expect(Math.min(...model.getWeights({ training })['dense/kernel'].data)).toBeGreaterThanOrEqual(0);
});

test('a penalty is evaluated at the view', async () => {
  const model = compiled(
    optimizers.ema(optimizers.sgd({ learningRate: 0.1 }), { decay: 0.9 }),
    build({ kernelRegularizer: regularizers.l2(0.2) }),
  );
  await model.fit(x, y, fit);
  const kernel = model.getWeights()['dense/kernel'].data as Float32Array;
  expect((await model.evaluate(x, y)).penalty).toBeCloseTo(0.1 * kernel.reduce((s, v) => s + v * v, 0), 5);
});

test('frozen weights have no average, and freezing keeps what was evaluated', async () => {
  const model = compiled(
    optimizers.ema(optimizers.scheduleFree({ learningRate: 0.05, groups: { 'dense1/bias': { frozen: true } } }), { decay: 0.9 }),
  );
  expect([...model.engine.layout.entries.keys()].filter((n) => n.includes('dense1/bias') && n.startsWith('optimizer/'))).toEqual([]);
  await model.fit(x, y, { ...fit, epochs: 2 });
  const [seen, trained] = [model.getWeights(), model.getWeights({ training: true })];
  expect([...seen['dense1/bias'].data]).toEqual([0]);
  model.optimizerGroups = { 'dense/*': { frozen: true } };
  expect(flat(model.getWeights())).toEqual(flat(seen));
  const after = model.getWeights({ training: true });
  expect([...after['dense/kernel'].data]).toEqual([...seen['dense/kernel'].data]);
  expect([...after['dense1/kernel'].data]).toEqual([...trained['dense1/kernel'].data]);
  await model.fit(x, y, fit);
  expect([...model.getWeights()['dense/kernel'].data]).toEqual([...seen['dense/kernel'].data]);
  expect([...model.getWeights()['dense1/bias'].data]).not.toEqual([0]);
});

test('averages count as what the optimizer keeps, and in the snapshot', () => {
  const adam = compiled('adam').trainingMemory(22);
  const averaged = compiled(optimizers.ema('adam')).trainingMemory(22);
  expect(averaged.optimizer).toBe(1.5 * adam.optimizer);
  expect(averaged.snapshot - adam.snapshot).toBe(0.5 * adam.optimizer);
  expect(averaged.weights).toBe(adam.weights);
});

test('the numbers of wrappers are hyper-parameters', async () => {
  const model = compiled(optimizers.ema(optimizers.sam(optimizers.sgd({ momentum: 0.5 }), { rho: 0.1 })));
  expect(model.getHyperparameters()).toMatchObject({
    'ema.decay': 0.999,
    'ema.start': 1,
    'ema.every': 1,
    'sam.rho': 0.1,
    momentum: 0.5,
    learningRate: 0.01,
  });
  expect(() => model.setHyperparameter('ema.decay', 1)).toThrow(
    'setHyperparameter: expected a number in [0, 1) for ema.decay, got 1 (number)',
  );
  model.setHyperparameter('ema.decay', 0);
  const plans = model.planCount;
  await model.fit(x, y, fit);
  expect(flat(model.getWeights())).toEqual(flat(model.getWeights({ training: true })));
  expect(model.planCount).toBeGreaterThan(plans);
});

test('after a step that went wrong the optimizer starts as before the first one', async () => {
  const model = compiled(optimizers.ema(optimizers.rprop({ initialStep: 0.01, etaPlus: 3, largestStep: 1e30 }), { decay: 0.5 }));
  await model.fit(x, y, fit);
  const seen = model.getWeights();
  const bad = y.map((v, i) => (i === 9 ? [3e38] : v));
  await expect(model.fit(x, bad, { ...fit, shuffle: false })).rejects.toMatchObject({ code: 'ERR_NON_FINITE' });
  model.engine.restoreSnapshot();
  expect(flat(model.getWeights())).toEqual(flat(seen));
  expect(flat(model.getWeights({ training: true }))).toEqual(flat(seen));
  const { engine } = model;
  const size = new Float32Array(18);
  engine.backend.read(engine.state, engine.entry('optimizer/size/dense/kernel').offset, size);
  expect([...size]).toEqual(Array(18).fill(Math.fround(0.01)));
});
