/** Twenty steps on a small network in float64, of PyTorch's optimizers, optax's and Keras's, from test/golden/make_optimizers.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Description } from '../../lib/describe.ts';
import { gradients } from '../../lib/autodiff/transform.ts';
import { evaluate } from '../../lib/ops/evaluate.ts';
import { add, matmul, mul, square, sub, sum, tanh } from '../../lib/ops/index.ts';
import { optimizerFrom, type optimizers } from '../../lib/optimizers/index.ts';
import { Graph, tracing } from '../../lib/tensor/tensor.ts';
import { optimize, type Values } from '../support/optimize.ts';

interface Golden {
  readonly torch: string;
  readonly optax: string;
  readonly keras: string;
  readonly x: readonly number[][];
  readonly y: readonly number[][];
  readonly start: { readonly hidden: number[][]; readonly hiddenBias: number[]; readonly out: number[][]; readonly outBias: number[] };
  readonly cases: readonly {
    readonly name: string;
    readonly peer: string;
    readonly optimizer: keyof typeof optimizers;
    readonly options: Readonly<Record<string, unknown>>;
    readonly learningRates: readonly number[];
    /** After each step, flat. */
    readonly weights: readonly Values[];
    /** What evaluation uses after each step, where that is not the weights. */
    readonly views?: readonly Values[];
  }[];
}
const golden = JSON.parse(readFileSync(new URL('../golden/optimizers.json', import.meta.url), 'utf8')) as Golden;
const { x, y, start } = golden;
const tolerance = 1e-10;

const shapeOf = (v: readonly unknown[]): number[] => (Array.isArray(v[0]) ? [v.length, v[0].length] : [v.length]);
const shapes: Readonly<Record<string, number[]>> = Object.fromEntries(Object.entries(start).map(([n, v]) => [n, shapeOf(v)]));
const flatStart: Values = Object.fromEntries(Object.entries(start).map(([n, v]) => [n, (v as (number | number[])[]).flat()]));

/** Gradients of the network's loss at these weights, by the autodiff. */
function gradientsAt(weights: Values): Values {
  const graph = new Graph();
  const names = Object.keys(weights);
  const input = (name: string, shape: readonly number[]) => graph.input(name, { shape, dtype: 'float64' });
  const w = Object.fromEntries(names.map((n) => [n, input(n, shapes[n])]));
  const [xs, ys] = [input('x', shapeOf(x)), input('y', shapeOf(y))];
  const found = tracing(graph, () => {
    const out = add(matmul(tanh(add(matmul(xs, w.hidden), w.hiddenBias)), w.out), w.outBias);
    const loss = mul(sum(square(sub(out, ys))), 1 / x.length);
    return gradients(
      'golden',
      loss,
      names.map((n) => w[n]),
    );
  });
  const feeds = new Map(names.map((n) => [w[n], { shape: shapes[n], data: Float64Array.from(weights[n]) }]));
  feeds.set(xs, { shape: shapeOf(x), data: Float64Array.from(x.flat()) });
  feeds.set(ys, { shape: shapeOf(y), data: Float64Array.from(y.flat()) });
  const values = evaluate(found, feeds);
  return Object.fromEntries(names.map((n, i) => [n, [...values[i].data]]));
}

/** The description with the rates for the optimizer within all wrappers. */
function withRates({ kind, options }: Description, learningRate: (step: number) => number): Description {
  const inner = options.optimizer as Description | undefined;
  return { kind, options: { ...options, ...(inner ? { optimizer: withRates(inner, learningRate) } : { learningRate }) } };
}

function agree(step: number, found: Values, wanted: Values): void {
  expect(Object.keys(found)).toEqual(Object.keys(wanted));
  for (const [name, values] of Object.entries(wanted)) {
    expect(found[name].length).toBe(values.length);
    values.forEach((v, i) => {
      const off = Math.abs(found[name][i] - v);
      expect(off, `step ${step}, ${name}[${i}]: ${found[name][i]} for ${v}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(v)));
    });
  }
}

describe(`PyTorch ${golden.torch}, optax ${golden.optax}, Keras ${golden.keras}`, () => {
  test.each(golden.cases)('$peer: $name', ({ optimizer, options, learningRates, weights, views }) => {
    const own = optimizerFrom(withRates({ kind: optimizer, options: { ...options } }, (step) => learningRates[step]));
    const states = optimize(own, flatStart, { steps: learningRates.length, at: gradientsAt }, {}, shapes);
    expect(states.length).toBe(20);
    expect(weights.length).toBe(20);
    states.forEach((state, step) => agree(step, state.weights, weights[step]));
    expect(views?.length).toBe(own.view === undefined ? undefined : 20);
    views?.forEach((view, step) => agree(step, states[step].views, view));
  });
});
