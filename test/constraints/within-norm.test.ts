/** Bounds held by a multiplier: where training ends, and what the multiplier says there. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  constraints,
  datasets,
  layers,
  loadModel,
  type Model,
  ndarray,
  optimizers,
  regularizers,
  type ScheduleLike,
  schedules,
  sequential,
} from '../../lib/index.ts';
import type { WithinNormOptions } from '../../lib/constraints/index.ts';
import { fitFullBatches } from '../support/full-batches.ts';

const golden = JSON.parse(readFileSync(new URL('../golden/lasso.json', import.meta.url), 'utf8')) as { x: number[][]; y: number[] };
const x = ndarray(golden.x);
const targets = golden.y.map((v) => [v]);
const y = ndarray(targets);

function linear(options: Parameters<typeof layers.dense>[1], learningRate: ScheduleLike = 0.05): Model {
  const model = sequential([layers.input([10]), layers.dense(1, options)], { seed: 1 });
  model.compile({ optimizer: optimizers.sgd({ learningRate }), loss: 'meanSquaredError' });
  return model;
}
async function solved(model: Model, steps = 3000) {
  const history = await fitFullBatches(model, golden.x, targets, steps);
  const weights = model.getWeights();
  return { history, w: [...weights['dense/kernel'].data], multiplier: weights['dense/kernel/multiplier']?.data[0] };
}
const norms = { l1: (w: readonly number[]) => w.reduce((sum, v) => sum + Math.abs(v), 0), l2: (w: readonly number[]) => Math.hypot(...w) };
const dual = (options: Omit<WithinNormOptions, 'method'>, learningRate?: ScheduleLike) =>
  linear({ kernelConstraint: constraints.withinNorm({ method: 'dual', ...options }) }, learningRate);
const expectClose = (a: readonly number[], b: readonly number[], within: number) =>
  a.forEach((v, i) => expect(Math.abs(v - b[i])).toBeLessThan(within));

describe('withinNorm by a multiplier', () => {
  test('l2: bound and multiplier are complementary, and l2(α) has the same solution', async () => {
    const free = await solved(linear({}));
    for (const radius of [1, 2, 3.5]) {
      const { w, multiplier, history } = await solved(dual({ norm: 'l2', radius }));
      const slack = (norms.l2(w) ** 2 - radius ** 2) / 2;
      expect(slack).toBeLessThan(1e-4);
      expect(multiplier).toBeGreaterThanOrEqual(0);
      expect(Math.abs(multiplier * slack)).toBeLessThan(1e-4);
      // Within the bound the multiplier is 0 and says so; on it, it is a strength.
      if (norms.l2(free.w) < radius) expect(multiplier).toBe(0);
      else expect(multiplier).toBeGreaterThan(0.01);
      const penalized = await solved(linear({ kernelRegularizer: regularizers.l2(multiplier) }));
      expectClose(penalized.w, w, 2e-3);
      expect(history.epochs.at(-1)?.['dense/kernel/multiplier']).toBe(multiplier);
    }
    expect(norms.l2(free.w)).toBeGreaterThan(2);
    expect(norms.l2(free.w)).toBeLessThan(3.5);
  });
  test('l2: the projection ends at the same place', async () => {
    const [byDual, byProjection] = [
      await solved(dual({ norm: 'l2', radius: 1.5 })),
      await solved(linear({ kernelConstraint: constraints.l2Ball(1.5) })),
    ];
    expectClose(byDual.w, byProjection.w, 1e-3);
  });
  test('l1: α is the strength of the lasso that ends where the l1 ball does', async () => {
    // A subgradient step crosses 0 and comes back, so that the rate has to fall.
    const rate = schedules.exponentialDecay({ initial: 0.05, rate: 0.3, steps: 1000 });
    const { multiplier, w } = await solved(dual({ norm: 'l1', radius: 2.5 }, rate), 5000);
    const projected = await solved(linear({ kernelConstraint: constraints.l1Ball(2.5) }));
    const lasso = await solved(linear({ kernelRegularizer: regularizers.l1(multiplier, { proximal: true }) }));
    expect(norms.l1(projected.w)).toBeCloseTo(2.5, 5);
    expect(projected.w.map((v) => v === 0)).toEqual(lasso.w.map((v) => v === 0));
    expect(projected.w).toContain(0);
    expectClose(projected.w, lasso.w, 1e-2);
    expectClose(w, lasso.w, 1e-2);
  });
  test('equality: the multiplier goes below 0 where the norm is to be larger', async () => {
    const [larger, smaller] = [3.2, 1.5];
    const more = await solved(dual({ norm: 'l2', radius: larger, equality: true }));
    expect(norms.l2(more.w)).toBeCloseTo(larger, 3);
    expect(more.multiplier).toBeLessThan(-0.01);
    const less = await solved(dual({ norm: 'l2', radius: smaller, equality: true }));
    expect(norms.l2(less.w)).toBeCloseTo(smaller, 3);
    expect(less.multiplier).toBeCloseTo((await solved(dual({ norm: 'l2', radius: smaller }))).multiplier, 4);
  });
  test('a network: both of its layers end on their bounds, with the same multipliers under two optimizers', async () => {
    const data = datasets.digits().take(600);
    const bounded = (name: string, radius: number) => ({
      name,
      kernelConstraint: constraints.withinNorm({ norm: 'l2', radius, method: 'dual' }),
    });
    const ends: number[][] = [];
    for (const optimizer of [optimizers.adam({ learningRate: 2e-3 }), optimizers.sgd({ learningRate: 0.05 })]) {
      const model = sequential(
        [
          layers.input([8, 8]),
          layers.rescaling({ scale: 1 / 16 }),
          layers.flatten(),
          layers.dense(32, { activation: 'relu', ...bounded('hidden', 4) }),
          layers.dense(10, { activation: 'softmax', ...bounded('out', 3) }),
        ],
        { seed: 1 },
      );
      model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy' });
      const { epochs } = await model.fit(data, { epochs: 150, verbose: false });
      const weights = model.getWeights();
      expect(Math.abs(norms.l2([...weights['hidden/kernel'].data]) / 4 - 1)).toBeLessThan(0.01);
      expect(Math.abs(norms.l2([...weights['out/kernel'].data]) / 3 - 1)).toBeLessThan(0.01);
      ends.push(['hidden', 'out'].map((name) => epochs[149][`${name}/kernel/multiplier`]));
    }
    ends[0].forEach((alpha, i) => {
      expect(alpha).toBeGreaterThan(0.02);
      expect(Math.abs(alpha / ends[1][i] - 1)).toBeLessThan(0.05);
    });
  });
  test('is no part of the loss that is reported', async () => {
    const model = dual({ norm: 'l2', radius: 1 });
    const { history } = await solved(model, 50);
    const bare = linear({});
    const { 'dense/kernel': kernel, 'dense/bias': bias } = model.getWeights();
    bare.setWeights({ 'dense/kernel': kernel, 'dense/bias': bias });
    expect(await model.evaluate(x, y)).toEqual(await bare.evaluate(x, y));
    expect(history.epochs[0]).not.toHaveProperty('penalty');
  });
  test('goes on from a file bit for bit', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ridgeline-'));
    try {
      const model = dual({ norm: 'l2', radius: 1 });
      await solved(model, 20);
      await model.save(join(folder, 'm.safetensors'), { training: true });
      const again = await loadModel(join(folder, 'm.safetensors'));
      const [a, b] = [await solved(model, 20), await solved(again, 20)];
      expect(b.w).toEqual(a.w);
      expect(b.multiplier).toBe(a.multiplier);
      expect(a.multiplier).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('normBound', () => {
  test('holds every row of a hidden representation, and the network still learns', async () => {
    for (const norm of ['l1', 'l2'] as const) {
      const head = [layers.input([10]), layers.dense(6, { activation: 'tanh' }), layers.normBound(0.5, { norm })];
      const model = sequential([...head, layers.dense(1)], { seed: 2 });
      model.compile({ optimizer: optimizers.adam({ learningRate: 0.1 }), loss: 'meanSquaredError' });
      const history = await model.fit(x, y, { epochs: 60, verbose: false });
      expect(history.epochs[59].loss).toBeLessThan(history.epochs[0].loss / 3);
      const hidden = sequential(head, { seed: 2 });
      const { 'dense/kernel': kernel, 'dense/bias': bias } = model.getWeights();
      hidden.setWeights({ 'dense/kernel': kernel, 'dense/bias': bias });
      const rows = (await hidden.predict(x)).toArray() as number[][];
      expect(Math.max(...rows.map(norms[norm]))).toBeLessThan(0.5 * (1 + 1e-6));
      expect(Math.max(...rows.map(norms[norm]))).toBeGreaterThan(0.5 * (1 - 1e-6));
    }
  });
  test('rows of zeros have a gradient', async () => {
    const model = sequential([layers.input([2]), layers.normBound(1), layers.dense(1)], { seed: 2 });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await model.fit(
      ndarray([
        [0, 0],
        [3, 4],
      ]),
      ndarray([[1], [0]]),
      { verbose: false },
    );
    expect([...model.predictSync(ndarray([[3, 4]])).data]).toEqual([...model.predictSync(ndarray([[0.6, 0.8]])).data]);
  });
});
