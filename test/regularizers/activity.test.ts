/** Penalties on what layers give: λ Σ|h| per row, and the divergence of mean activations from a rate. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkGradients } from '../../lib/autodiff/check-gradients.ts';
import {
  defineModel,
  input,
  layers,
  loadModel,
  type Model,
  type NDArray,
  ndarray,
  optimizers,
  regularizers,
  sequential,
} from '../../lib/index.ts';
import { constant } from '../../lib/ops/core.ts';
import { type Regularizer, regularizerFrom } from '../../lib/regularizers/index.ts';
import { digits } from '../support/model.ts';
import { runOnWeight } from '../support/weight-run.ts';

const { klSparsity, l1 } = regularizers;
const divergence = (rate: number, rates: readonly number[]) =>
  rates.reduce((total, q) => total + rate * Math.log(rate / q) + (1 - rate) * Math.log((1 - rate) / (1 - q)), 0);
/** Means of the columns. */
const ratesOf = ({ data, shape: [rows, units] }: NDArray) =>
  Array.from({ length: units }, (_, j) => Array.from({ length: rows }, (__, i) => data[i * units + j]).reduce((a, b) => a + b, 0) / rows);

describe('klSparsity', () => {
  const h = ndarray(Float64Array.of(0.1, 0.5, 0.3, 0.9, 0.2, 0.1), [3, 2]); // means 0.2 and 0.5
  const run = (r: Regularizer, x = h, override = {}) => runOnWeight((v, scalar) => r.penalty(v, scalar), x, override);
  test('is the divergence of the units’ means from the rate', () => {
    const result = run(klSparsity({ lambda: 0.3, rate: 0.1 }));
    expect(result.shape).toEqual([]);
    expect(result.values[0]).toBeCloseTo(0.3 * divergence(0.1, [0.2, 0.5]), 6);
    expect(result.scalars).toEqual({ klSparsity: 0.3, rate: 0.1 });
    expect(run(klSparsity({ lambda: 1 }), h, { klSparsity: 2, rate: 0.2 }).values[0]).toBeCloseTo(2 * divergence(0.2, [0.2, 0.5]), 5);
  });
  test('is 0 at the rate; the default rate is 0.05', () => {
    expect(run(klSparsity({ lambda: 1, rate: 0.2 }), ndarray(Float64Array.of(0, 0.4, 0.2), [3, 1])).values[0]).toBeCloseTo(0, 6);
    expect(klSparsity({ lambda: 1 }).options).toEqual({ lambda: 1, rate: 0.05 });
  });
  test('means are over all axes but the last', () => {
    const same = ndarray(h.data, [3, 1, 2]);
    expect(run(klSparsity({ lambda: 1 }), same).values).toEqual(run(klSparsity({ lambda: 1 })).values);
  });
  test('units that are never or always on have a finite penalty', () => {
    const value = run(klSparsity({ lambda: 1 }), ndarray(Float64Array.of(0, 1, 0, 1), [2, 2])).values[0];
    expect(value).toBeCloseTo(divergence(0.05, [1e-7, 1 - 1e-7]), 4);
  });
  test('derivatives agree with differences', () => {
    const penalty = klSparsity({ lambda: 0.7, rate: 0.1 }).penalty;
    const result = checkGradients((x) => penalty(x, (_, value) => constant(value, 'float64')), [h], { order: 2 });
    expect(result.ok, JSON.stringify(result)).toBe(true);
  });
  test('a description makes the same penalty', () => {
    const { kind, options } = klSparsity({ lambda: 0.3, rate: 0.1 });
    expect(run(regularizerFrom(JSON.parse(JSON.stringify({ kind, options })))).values).toEqual(
      run(klSparsity({ lambda: 0.3, rate: 0.1 })).values,
    );
  });
  test('errors', () => {
    expect(() => klSparsity({ rate: 0.1 } as never)).toThrow(
      'regularizers.klSparsity: expected a number in [0, inf) for lambda, got undefined',
    );
    expect(() => klSparsity({ lambda: 1, rate: 1 })).toThrow('expected a number in (0, 1) for rate, got 1 (number)');
    expect(() => layers.dense(2, { activation: 'relu', activityRegularizer: klSparsity({ lambda: 1 }) })).toThrow(
      "dense: activityRegularizer: regularizers.klSparsity is of outputs in [0, 1]; expected activation 'sigmoid', 'hardSigmoid' or 'softmax', got 'relu'",
    );
    expect(() => layers.dense(2, { kernelRegularizer: klSparsity({ lambda: 1 }) })).toThrow(
      'dense: kernelRegularizer: expected a penalty of weights, got regularizers.klSparsity, which is for activityRegularizer',
    );
    const model = sequential([layers.input([2]), layers.dense(1)]);
    const compile = { optimizer: 'sgd', loss: 'meanSquaredError', kernelRegularizer: klSparsity({ lambda: 1 }) };
    expect(() => model.compile(compile)).toThrow('compile: kernelRegularizer: expected a penalty of weights');
  });
  test('outputs beyond [0, 1], of a function whose range is not known, stop training', async () => {
    const own = layers.dense(1, { kernelInitializer: 'ones', activation: (v) => v, activityRegularizer: klSparsity({ lambda: 1 }) });
    const model = sequential([layers.input([1]), own]);
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await expect(model.fit(ndarray([[3]]), ndarray([[3]]))).rejects.toMatchObject({ code: 'ERR_NON_FINITE' });
  });
});

const rows = Array.from({ length: 7 }, (_, i) => [Math.sin(i), Math.cos(2 * i), Math.sin(3 * i + 1)]);
const x = ndarray(rows);
const y = ndarray(rows.map(([a, b]) => [a - b]));
const penalties: [string, Regularizer, (h: NDArray) => number][] = [
  ['l1', l1(0.2), ({ data, shape }) => (0.2 * [...data].reduce((a, v) => a + Math.abs(v), 0)) / shape[0]],
  ['klSparsity', klSparsity({ lambda: 0.5, rate: 0.1 }), (h) => 0.5 * divergence(0.1, ratesOf(h))],
];

describe.each(penalties)('%s in training', (_, activityRegularizer, expected) => {
  const hidden = () => layers.dense(4, { activation: 'sigmoid', activityRegularizer, name: 'code' });
  function chain(): { model: Model; codes: Model } {
    const model = sequential([layers.input([3]), hidden(), layers.dense(1, { name: 'out' })], { seed: 2 });
    model.compile({ optimizer: optimizers.sgd({ learningRate: 0.1 }), loss: 'meanSquaredError' });
    const codes = sequential([layers.input([3]), hidden()], { seed: 2 });
    return { model, codes };
  }
  /** The same weights read two values of the row; both codes count. */
  function twice() {
    const [a, b] = [input([3]), input([3])];
    const code = hidden();
    const out = layers.dense(1, { name: 'out' }).apply(layers.add().apply([code.apply(a), code.apply(b)]));
    const model = defineModel({ inputs: { a, b }, outputs: { out } }, { seed: 2 });
    model.compile({ optimizer: optimizers.sgd({ learningRate: 0.1 }), loss: { out: 'meanSquaredError' } });
    return model;
  }
  const other = ndarray(rows.map(([a, b, c]) => [c, a, -b]));

  test('stands beside the data loss, in fit and evaluate', async () => {
    const { model, codes } = chain();
    const penalty = expected(codes.predictSync(x));
    const before = await model.evaluate(x, y);
    expect(before.penalty).toBeCloseTo(penalty, 5);
    const data = [...model.predictSync(x).data].reduce((sum, v, i) => sum + (v - y.data[i]) ** 2, 0) / 7;
    expect(before.loss).toBeCloseTo(data + penalty, 5);
    const { epochs } = await model.fit(x, y, { batchSize: 'full' });
    expect(epochs[0].penalty).toBeCloseTo(penalty, 5);
    expect(epochs[0].loss).toBeCloseTo(before.loss, 5);
  });
  test('steps down the slope of both', async () => {
    const { model } = chain();
    const start = model.getWeights();
    await model.fit(x, y, { batchSize: 'full' });
    const end = model.getWeights();
    for (const [name, w] of Object.entries(start)) {
      for (let i = 0; i < w.size; i++) {
        const lossAt = async (shift: number) => {
          const moved = w.data.slice();
          moved[i] += shift;
          model.setWeights({ ...start, [name]: ndarray(moved, w.shape) });
          return (await model.evaluate(x, y)).loss;
        };
        const slope = ((await lossAt(0.02)) - (await lossAt(-0.02))) / 0.04;
        expect((w.data[i] - end[name].data[i]) / 0.1, `${name}[${i}]`).toBeCloseTo(slope, 2);
      }
    }
  });
  test('of a layer applied twice is the sum of both', async () => {
    const { codes } = chain();
    const { penalty } = await twice().evaluate({ a: x, b: other }, { out: y });
    expect(penalty).toBeCloseTo(expected(codes.predictSync(x)) + expected(codes.predictSync(other)), 5);
  });
  test('is saved with its strengths, as they were changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ridgeline-activity-'));
    try {
      const { model } = chain();
      const [name] = Object.keys(model.getHyperparameters()).filter((n) => n.startsWith('code/activity/') && !n.endsWith('rate'));
      model.setHyperparameter(name, 3);
      await model.save(join(folder, 'chain.safetensors'));
      const loaded = await loadModel(join(folder, 'chain.safetensors'));
      expect(loaded.getHyperparameters()[name]).toBe(3);
      expect(await loaded.evaluate(x, y)).toEqual(await model.evaluate(x, y));
      const functional = twice();
      await functional.save(join(folder, 'twice.safetensors'), { training: true });
      const again = await loadModel(join(folder, 'twice.safetensors'), { inputs: ['a', 'b'], outputs: ['out'] });
      for (const m of [functional, again]) await m.fit({ a: x, b: other }, { out: y }, { epochs: 2, batchSize: 3 });
      expect(again.getWeights()).toEqual(functional.getWeights());
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test('the mean activation of every unit comes near to the rate', async () => {
  const data = digits(600);
  const encoder = () => [
    layers.input([64]),
    layers.rescaling({ scale: 1 / 16 }),
    layers.dense(32, { activation: 'sigmoid', name: 'code', activityRegularizer: klSparsity({ lambda: 2, rate: 0.1 }) }),
  ];
  const model = sequential([...encoder(), layers.dense(64)], { seed: 1 });
  model.compile({ optimizer: optimizers.adam({ learningRate: 1e-2 }), loss: 'meanSquaredError' });
  await model.fit(
    data.x,
    ndarray(
      Float32Array.from(data.x.data, (v) => v / 16),
      [600, 64],
    ),
    { epochs: 40, batchSize: 100 },
  );
  const codes = sequential(encoder(), { seed: 1 });
  const weights = model.getWeights();
  codes.setWeights({ 'code/kernel': weights['code/kernel'], 'code/bias': weights['code/bias'] });
  for (const rate of ratesOf(await codes.predict(data.x))) expect(Math.abs(rate - 0.1)).toBeLessThan(0.05);
});
