/** Penalties in training: what a step does, what the end is, and where they are reported. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type EpochLogs,
  layers,
  loadModel,
  type Model,
  ndarray,
  optimizers,
  regularizers,
  schedules,
  sequential,
} from '../../lib/index.ts';
import type { Optimizer } from '../../lib/optimizers/index.ts';
import type { Regularizer } from '../../lib/regularizers/index.ts';
import { fitFullBatches } from '../support/full-batches.ts';

interface Solution {
  readonly alpha: number;
  readonly l1Ratio: number;
  readonly coef: readonly number[];
  readonly intercept: number;
}
const golden = JSON.parse(readFileSync(new URL('../golden/lasso.json', import.meta.url), 'utf8')) as {
  x: number[][];
  y: number[];
  lasso: Solution[];
  elasticNet: Solution[];
};
const x = ndarray(golden.x);
const targets = golden.y.map((v) => [v]);
const y = ndarray(targets);

async function trained(regularizer: Regularizer | undefined, optimizer: Optimizer, steps: number): Promise<Model> {
  const model = sequential([layers.input([10]), layers.dense(1, { kernelRegularizer: regularizer })], { seed: 1 });
  model.compile({ optimizer, loss: 'meanSquaredError' });
  await fitFullBatches(model, golden.x, targets, steps);
  return model;
}
const decaying = (initial: number) => schedules.exponentialDecay({ initial, rate: 0.1, steps: 300 });
const kernelOf = (model: Model) => [...model.getWeights()['dense/kernel'].data];

describe('one SGD step', () => {
  test('with l2(λ) is (1 - ηλ)w - ηg', async () => {
    const [rate, lambda] = [0.05, 0.3];
    const start = kernelOf(await trained(undefined, optimizers.sgd({ learningRate: 0 }), 1));
    const plain = kernelOf(await trained(undefined, optimizers.sgd({ learningRate: rate }), 1));
    const shrunk = kernelOf(await trained(regularizers.l2(lambda), optimizers.sgd({ learningRate: rate }), 1));
    shrunk.forEach((w, i) => {
      const gradient = (start[i] - plain[i]) / rate;
      expect(w).toBeCloseTo((1 - rate * lambda) * start[i] - rate * gradient, 6);
    });
  });
  test('with proximal l1(λ) is the step without it, soft-thresholded by ηλ', async () => {
    const [rate, lambda] = [0.05, 6];
    const plain = kernelOf(await trained(undefined, optimizers.sgd({ learningRate: rate }), 1));
    const shrunk = kernelOf(await trained(regularizers.l1(lambda, { proximal: true }), optimizers.sgd({ learningRate: rate }), 1));
    expect(shrunk.some((w) => w === 0) && shrunk.some((w) => w !== 0)).toBe(true);
    shrunk.forEach((w, i) => {
      expect(w).toBeCloseTo(Math.sign(plain[i]) * Math.max(0, Math.abs(plain[i]) - rate * lambda), 6);
    });
  });
});

describe('proximal penalties end where scikit-learn does', () => {
  const rules: [string, Optimizer, number][] = [
    ['sgd', optimizers.sgd({ learningRate: 0.1 }), 300],
    ['sgd with momentum', optimizers.sgd({ learningRate: 0.05, momentum: 0.8 }), 400],
    ['sgd with a dampened velocity', optimizers.sgd({ learningRate: 0.05, momentum: 0.8, style: 'pytorch', dampening: 0.2 }), 400],
    ['sgd with an averaged velocity', optimizers.sgd({ learningRate: 0.2, momentum: 0.5, average: true }), 400],
    ['sgd with nesterov', optimizers.sgd({ learningRate: 0.05, momentum: 0.8, nesterov: true }), 400],
    ['sam around sgd', optimizers.sam(optimizers.sgd({ learningRate: decaying(0.1) }), { rho: 1e-5 }), 600],
    ['adam', optimizers.adam({ learningRate: decaying(0.1) }), 1200],
    ['adagrad', optimizers.adagrad({ learningRate: 0.5 }), 1200],
    ['rmsprop', optimizers.rmsprop({ learningRate: decaying(0.03) }), 1200],
    ['adamax', optimizers.adamax({ learningRate: decaying(0.3) }), 1200],
    ['nadam', optimizers.nadam({ learningRate: decaying(0.1) }), 1200],
    ['adadelta', optimizers.adadelta({ learningRate: decaying(20) }), 1200],
    ['radam', optimizers.radam({ learningRate: decaying(0.1) }), 1200],
  ];
  for (const [name, optimizer, epochs] of rules) {
    test(`${name}: our MSE + l1(λ) is Lasso at λ = 2α`, async () => {
      for (const { alpha, coef, intercept } of name === 'sgd' ? golden.lasso : golden.lasso.slice(1, 2)) {
        const model = await trained(regularizers.l1(2 * alpha, { proximal: true }), optimizer, epochs);
        const kernel = kernelOf(model);
        expect(kernel.map((w) => w === 0)).toEqual(coef.map((w) => w === 0));
        kernel.forEach((w, i) => expect(Math.abs(w - coef[i])).toBeLessThan(2e-4));
        expect(Math.abs(model.getWeights()['dense/bias'].data[0] - intercept)).toBeLessThan(2e-4);
      }
    });
  }
  test('elasticNet: { l1: 2α·ratio, l2: 2α(1 - ratio) }, with exact zeros', async () => {
    for (const { alpha, l1Ratio, coef } of golden.elasticNet) {
      const penalty = regularizers.elasticNet({ l1: 2 * alpha * l1Ratio, l2: 2 * alpha * (1 - l1Ratio), proximal: true });
      const kernel = kernelOf(await trained(penalty, optimizers.sgd({ learningRate: 0.1 }), 300));
      expect(kernel.map((w) => w === 0)).toEqual(coef.map((w) => w === 0));
      kernel.forEach((w, i) => expect(Math.abs(w - coef[i])).toBeLessThan(2e-4));
    }
  });
  test('the subgradient gives none', async () => {
    expect(kernelOf(await trained(regularizers.l1(0.2), optimizers.sgd({ learningRate: 0.1 }), 300)).every((w) => w !== 0)).toBe(true);
  });
});

describe('proximal penalties are refused', () => {
  test('by optimizers whose steps have no size', () => {
    for (const optimizer of [optimizers.lion(), optimizers.rprop(), optimizers.muon(), optimizers.ema('lion')]) {
      const model = sequential([layers.input([2]), layers.dense(1, { kernelRegularizer: regularizers.l1(0.1, { proximal: true }) })]);
      expect(() => model.compile({ optimizer, loss: 'meanSquaredError' })).toThrow(
        `compile: 'dense/kernel' has a proximal penalty, which needs the size of each step, and ${optimizer.kind} has none; ` +
          'expected another optimizer, such as sgd or adam, or the penalty without { proximal: true }',
      );
    }
  });
  test('for activities', () => {
    expect(() => layers.dense(1, { activityRegularizer: regularizers.l1(0.1, { proximal: true }) })).toThrow(
      'dense: activityRegularizer: expected a penalty without { proximal: true }, which is for weights',
    );
  });
});

describe('penalties of the whole model', () => {
  const net = () =>
    sequential([layers.input([10]), layers.dense(4, { activation: 'tanh' }), layers.dense(1, { kernelRegularizer: regularizers.l2(0) })], {
      seed: 3,
    });
  const options = { optimizer: optimizers.sgd({ learningRate: 0.05 }), loss: 'meanSquaredError' };
  const fitted = async (model: Model): Promise<readonly EpochLogs[]> =>
    (await model.fit(x, y, { epochs: 3, verbose: false, validationData: [x, y] })).epochs;
  const weights = (model: Model) => Object.fromEntries(Object.entries(model.getWeights()).map(([name, v]) => [name, [...v.data]]));

  test('are those of each layer that has none of its own', async () => {
    const [whole, each] = [
      net(),
      sequential(
        [
          layers.input([10]),
          layers.dense(4, { activation: 'tanh', kernelRegularizer: regularizers.l2(0.1) }),
          layers.dense(1, { kernelRegularizer: regularizers.l2(0) }),
        ],
        { seed: 3 },
      ),
    ];
    whole.compile({ ...options, kernelRegularizer: regularizers.l2(0.1) });
    each.compile(options);
    const [a, b] = [await fitted(whole), await fitted(each)];
    expect(weights(whole)).toEqual(weights(each));
    expect(a[2].penalty).toBe(b[2].penalty);
    expect(whole.getHyperparameters()).toMatchObject({ 'dense/kernel/l2': 0.1, 'dense1/kernel/l2': 0 });
  });
  test('leave biases alone unless asked', async () => {
    const sum = (v: readonly number[]) => v.reduce((s, w) => s + w * w, 0) / 2;
    for (const bias of [false, true]) {
      const model = net();
      model.compile({ ...options, kernelRegularizer: regularizers.l2(0.1), ...(bias ? { biasRegularizer: regularizers.l2(1) } : {}) });
      const logs = await fitted(model);
      const w = weights(model);
      const expected = 0.1 * sum(w['dense/kernel']) + (bias ? sum(w['dense/bias']) + sum(w['dense1/bias']) : 0);
      expect(logs[2].valPenalty).toBeCloseTo(expected, 5);
      expect(sum(w['dense/bias'])).toBeGreaterThan(1e-6);
    }
  });
  test('loss is the data loss and the penalty, which history tells apart', async () => {
    const [model, bare] = [net(), net()];
    model.compile({ ...options, kernelRegularizer: regularizers.l1(0.01) });
    const logs = (await fitted(model)).at(-1);
    bare.compile(options);
    bare.setWeights(model.getWeights());
    const data = await bare.evaluate(x, y);
    expect(logs?.valPenalty).toBeGreaterThan(0.01);
    expect((logs?.valLoss ?? 0) - (logs?.valPenalty ?? 0)).toBeCloseTo(data.loss, 6);
  });
  test('have the strengths of the last compile; those of layers stay as they were set', async () => {
    const model = net();
    const numbers = () => Object.fromEntries(Object.entries(model.getHyperparameters()).filter(([name]) => /l[12]$/.test(name)));
    model.compile({ ...options, kernelRegularizer: regularizers.l2(0.1) });
    model.setHyperparameter('dense1/kernel/l2', 0.3);
    const before = await fitted(model);
    expect(before[2].penalty).toBeGreaterThan(0.01);
    model.setHyperparameter('dense/kernel/l2', 7);
    model.compile({ ...options, kernelRegularizer: regularizers.elasticNet({ l1: 0.1, l2: 0.2 }) });
    expect(numbers()).toEqual({ 'dense/kernel/l1': 0.1, 'dense/kernel/l2': 0.2, 'dense1/kernel/l2': 0.3 });
    model.compile({ ...options, kernelRegularizer: regularizers.l2(0) });
    model.setHyperparameter('dense1/kernel/l2', 0);
    expect(numbers()).toEqual({ 'dense/kernel/l2': 0, 'dense1/kernel/l2': 0 });
    expect((await model.evaluate(x, y)).penalty).toBe(0);
    model.compile({ ...options, optimizer: optimizers.sgd({ momentum: 0.9 }) });
    model.setHyperparameter('momentum', 0.5);
    model.compile({ ...options, optimizer: 'adam' });
    expect(numbers()).toEqual({ 'dense1/kernel/l2': 0 });
    expect(model.getHyperparameters()).not.toHaveProperty('momentum');
  });
  test('travel in model files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ridgeline-'));
    try {
      const model = net();
      model.compile({ ...options, kernelRegularizer: regularizers.l1(0.1, { proximal: true }), biasRegularizer: regularizers.l2(1) });
      await fitted(model);
      await model.save(join(folder, 'm.safetensors'), { training: true });
      const again = await loadModel(join(folder, 'm.safetensors'));
      await Promise.all([fitted(model), fitted(again)]);
      expect(weights(again)).toEqual(weights(model));
      expect(weights(model)['dense/kernel']).toContain(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  test('progress shows the penalty beside the loss', async () => {
    const model = net();
    model.compile({ ...options, kernelRegularizer: regularizers.l2(0.1) });
    const seen: (number | undefined)[][] = [];
    const many = ndarray(Array.from({ length: 240_000 }, (_, i) => golden.x[i % golden.x.length]));
    const values = ndarray(Array.from({ length: 240_000 }, (_, i) => [golden.y[i % golden.y.length]]));
    await model.fit(many, values, {
      epochs: 1,
      batchSize: 1,
      verbose: false,
      callbacks: [{ onProgress: (i) => seen.push([i.loss, i.penalty]) }],
    });
    expect(seen.length).toBeGreaterThan(0);
    for (const [loss, penalty] of seen) expect(penalty !== undefined && penalty > 0 && penalty < (loss ?? 0)).toBe(true);
  });
});

test('orthogonal brings the weights into the units near orthonormal', async () => {
  const model = sequential([layers.input([10]), layers.dense(4, { kernelRegularizer: regularizers.orthogonal(1) }), layers.dense(1)], {
    seed: 2,
  });
  model.compile({ optimizer: optimizers.sgd({ learningRate: 0.02 }), loss: 'meanSquaredError' });
  await model.fit(x, y, { epochs: 60, verbose: false });
  const kernel = model.getWeights()['dense/kernel'].toArray() as number[][];
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 4; j++) {
      const product = kernel.reduce((sum, row) => sum + row[i] * row[j], 0);
      expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(0.15);
    }
  }
});
