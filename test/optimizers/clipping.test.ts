import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../lib/ops/evaluate.ts';
import '../../lib/ops/index.ts';
import { applyOptimizer } from '../../lib/optimizers/apply.ts';
import { optimizers } from '../../lib/optimizers/index.ts';
import { Graph, tracing } from '../../lib/tensor/tensor.ts';

interface Golden {
  readonly optax: string;
  readonly cases: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly clipping: number;
    readonly weight: readonly number[];
    readonly gradient: readonly number[];
    readonly clipped: readonly number[];
  }[];
}
const golden = JSON.parse(readFileSync(new URL('../golden/clipping.json', import.meta.url), 'utf8')) as Golden;

/** What a step of size 1 takes off the weight: the gradient as it was clipped, in float64. */
function clipped(adaptiveClip: number, shape: readonly number[], weight: readonly number[], gradient: readonly number[]): number[] {
  const optimizer = optimizers.sgd({ learningRate: 1, adaptiveClip });
  const graph = new Graph();
  const input = (name: string, shape: readonly number[]) => graph.input(name, { shape, dtype: 'float64' });
  const [w, g, rate, bound] = [input('w', shape), input('g', shape), input('rate', []), input('bound', [])];
  const scalars = { learningRate: rate, adaptiveClip: bound };
  expect(Object.keys(optimizer.tabulate(0))).toEqual(Object.keys(scalars));
  const result = tracing(graph, () =>
    applyOptimizer(optimizer, { weights: { w }, gradients: { w: g }, slots: {}, scalars, projections: {} }),
  );
  const feeds = new Map([
    [w, { shape, data: Float64Array.from(weight) }],
    [g, { shape, data: Float64Array.from(gradient) }],
    [rate, { shape: [], data: Float64Array.of(1) }],
    [bound, { shape: [], data: Float64Array.of(adaptiveClip) }],
  ]);
  const [next] = evaluate([result.weights.w], feeds);
  return weight.map((v, i) => v - next.data[i]);
}

describe(`adaptiveClip as optax ${golden.optax} has it`, () => {
  test.each(golden.cases)('$name, $clipping', ({ shape, clipping, weight, gradient, clipped: wanted }) => {
    const found = clipped(clipping, shape, weight, gradient);
    expect(found.length).toBe(wanted.length);
    found.forEach((v, i) => expect(Math.abs(v - wanted[i])).toBeLessThanOrEqual(1e-14));
    // Some is clipped, some is not.
    expect(wanted.some((v, i) => v !== gradient[i])).toBe(true);
  });
  test('a gradient of 0 stays 0, and only units above the bound change', () => {
    const weight = [3, 0, 4, 1];
    expect(clipped(0.1, [2, 2], weight, [0, 0, 0, 0])).toEqual([0, 0, 0, 0]);
    // Norms of the weights of the two units: 5 and 1.
    const found = clipped(0.1, [2, 2], weight, [0.3, 0.3, 0.3, 0.4]);
    [0.3, 0.06, 0.3, 0.08].forEach((v, i) => expect(found[i]).toBeCloseTo(v, 12));
  });
  test('is a bound, and a number that can change', () => {
    expect(() => optimizers.adam({ adaptiveClip: 0 })).toThrow(
      'optimizers.adam: expected a number in (0, inf) for adaptiveClip, got 0 (number)',
    );
    expect(optimizers.adam({ adaptiveClip: 0.01 }).tabulate(0, { adaptiveClip: 0.5 }).adaptiveClip).toBe(0.5);
  });
});
