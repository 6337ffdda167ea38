/** Twenty steps on a small network in float64, of PyTorch's optimizers and optax's, from test/golden/make_optimizers.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gradients } from '../../lib/autodiff/transform.ts';
import { evaluate } from '../../lib/ops/evaluate.ts';
import { add, matmul, mul, square, sub, sum, tanh } from '../../lib/ops/index.ts';
import { optimizerFrom, type optimizers } from '../../lib/optimizers/index.ts';
import { Graph, tracing } from '../../lib/tensor/tensor.ts';
import { optimize, type Values } from '../support/optimize.ts';

interface Golden {
  readonly torch: string;
  readonly optax: string;
  readonly x: readonly number[][];
  readonly y: readonly number[][];
  readonly start: { readonly hidden: number[][]; readonly hiddenBias: number[]; readonly out: number[][]; readonly outBias: number[] };
  readonly cases: readonly {
    readonly name: string;
    readonly peer: string;
    readonly optimizer: keyof typeof optimizers;
    readonly options: Readonly<Record<string, number | boolean | string>>;
    readonly learningRates: readonly number[];
    /** After each step, flat. */
    readonly weights: readonly Values[];
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

describe(`PyTorch ${golden.torch}, optax ${golden.optax}`, () => {
  test.each(golden.cases)('$peer: $name', ({ optimizer, options, learningRates, weights }) => {
    const own = optimizerFrom({ kind: optimizer, options: { ...options, learningRate: (step: number) => learningRates[step] } });
    const states = optimize(own, flatStart, { steps: learningRates.length, at: gradientsAt });
    expect(states.length).toBe(20);
    expect(weights.length).toBe(20);
    states.forEach((state, step) => {
      for (const [name, wanted] of Object.entries(weights[step])) {
        expect(state.weights[name].length).toBe(wanted.length);
        wanted.forEach((v, i) => {
          const off = Math.abs(state.weights[name][i] - v);
          expect(off, `step ${step}, ${name}[${i}]: ${state.weights[name][i]} for ${v}`).toBeLessThanOrEqual(
            tolerance * Math.max(1, Math.abs(v)),
          );
        });
      }
    });
  });
});
