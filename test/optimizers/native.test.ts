/** The native float32 path against the float64 reference, rule by rule: 20 steps with the same gradients. */
import { describe, expect, test } from 'vitest';
import { ndarray, trainStep, type Tensor } from '../../lib/index.ts';
import { applyOptimizer } from '../../lib/optimizers/apply.ts';
import { type Optimizer, optimizers } from '../../lib/optimizers/index.ts';
import { everyOptimizer } from '../support/every-optimizer.ts';
import { optimize } from '../support/optimize.ts';

const steps = 20;
const shapes: Readonly<Record<string, readonly number[]>> = {
  'dense/kernel': [7, 5],
  'dense/bias': [5],
  'dense1/kernel': [5, 3],
  'conv/kernel': [2, 2, 3, 4],
};
const names = Object.keys(shapes);
const sizeOf = (name: string) => shapes[name].reduce((a, b) => a * b, 1);
/** Float32 values: both paths are given the same numbers. */
const values = (seed: number, scale: number) =>
  Object.fromEntries(
    names.map((n, k) => [
      n,
      Array.from({ length: sizeOf(n) }, (_, i) => Math.fround(scale * Math.sin(seed + 1.7 * k + 0.37 * i * (i + k)))),
    ]),
  );
const start = values(1, 0.8);
const gradients = Array.from({ length: steps }, (_, step) => values(10 + 0.4 * step, 0.6 / (1 + 0.1 * step)));

/** Weights and views after every step, natively. */
function natively(optimizer: Optimizer) {
  const slots = names.flatMap((name) =>
    Object.entries(optimizer.slotsOf({ name, shape: shapes[name] })).map(([slot, spec]) => ({ name, slot, spec })),
  );
  const key = (name: string, slot: string) => `${slot} of ${name}`;
  const array = (data: readonly number[], shape: readonly number[]) => ndarray(Float32Array.from(data), shape);
  const scalars = Object.keys(optimizer.tabulate(0));
  const step = trainStep({
    state: Object.fromEntries([
      ...names.map((n) => [n, array(start[n], shapes[n])]),
      ...slots.map(({ name, slot, spec }) => [
        key(name, slot),
        spec.start === 'weight'
          ? array(start[name], shapes[name])
          : array(Array(spec.scalar ? 1 : sizeOf(name)).fill(spec.start), spec.scalar ? [] : shapes[name]),
      ]),
    ]),
    inputs: Object.fromEntries([...names.map((n) => [`gradient of ${n}`, shapes[n]]), ...scalars.map((s) => [s, []])]),
    update(state: Record<string, Tensor>, batch: Record<string, Tensor>) {
      const of = (name: string) => slots.filter((s) => s.name === name);
      const next = applyOptimizer(optimizer, {
        weights: Object.fromEntries(names.map((n) => [n, state[n]])),
        gradients: Object.fromEntries(names.map((n) => [n, batch[`gradient of ${n}`]])),
        slots: Object.fromEntries(names.map((n) => [n, Object.fromEntries(of(n).map(({ slot }) => [slot, state[key(n, slot)]]))])),
        scalars: Object.fromEntries(scalars.map((s) => [s, batch[s]])),
        projections: {},
      });
      return {
        state: { ...next.weights, ...Object.fromEntries(slots.map(({ name, slot }) => [key(name, slot), next.slots[name][slot]])) },
        outputs: {},
      };
    },
  });
  return gradients.map((g, k) => {
    const table = optimizer.tabulate(k);
    step.runSync(
      Object.fromEntries([
        ...names.map((n) => [`gradient of ${n}`, array(g[n], shapes[n])]),
        ...scalars.map((s) => [s, array([table[s]], [])]),
      ]) as never,
    );
    const state = step.getState() as Record<string, { data: ArrayLike<number> }>;
    const read = (entry: (name: string) => string) => Object.fromEntries(names.map((n) => [n, Array.from(state[entry(n)].data)]));
    return { weights: read((n) => n), views: read((n) => (optimizer.view === undefined ? n : key(n, optimizer.view))) };
  });
}

describe.each(everyOptimizer.map((o, i) => [`${i}: ${o.kind}`, o] as const))('%s', (_, optimizer) => {
  test('in float32', () => {
    const reference = optimize(optimizer, start, gradients, {}, shapes);
    const native = natively(optimizer);
    expect(native.length).toBe(steps);
    let worst = 0;
    native.forEach((state, step) => {
      for (const part of ['weights', 'views'] as const) {
        for (const name of names) {
          const wanted = reference[step][part][name];
          const scale = Math.max(...wanted.map(Math.abs));
          wanted.forEach((v, i) => {
            worst = Math.max(worst, Math.abs(state[part][name][i] - v) / ((step + 1) * 2 ** -23 * scale));
          });
        }
      }
    });
    expect(worst).toBeLessThanOrEqual(1);
  });
});
test('none is left out', () => {
  const tried = new Set(everyOptimizer.map((o) => o.kind));
  expect(Object.keys(optimizers).filter((kind) => kind !== 'adamw' && !tried.has(kind))).toEqual([]);
});
