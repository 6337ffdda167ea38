import { describe, expect, test } from 'vitest';
import { checkGradients } from '../../lib/autodiff/check-gradients.ts';
import { grad } from '../../lib/autodiff/transform.ts';
import { describe as describeItem } from '../../lib/describe.ts';
import { mul } from '../../lib/ops/binary.ts';
import { sum } from '../../lib/ops/reduce.ts';
import { type Regularizer, regularizers, type RegularizerLike } from '../../lib/regularizers/index.ts';
import { regularizerFrom, resolveRegularizer } from '../../lib/regularizers/index.ts';
import type { ScalarSource } from '../../lib/regularizers/define.ts';
import { constant } from '../../lib/ops/core.ts';
import { ndarray } from '../../lib/tensor/ndarray.ts';
import { runOnWeight } from '../support/weight-run.ts';

const { l1, l2, elasticNet, orthogonal } = regularizers;
const w = ndarray(Float64Array.of(3, -4, 0, 0.5), [2, 2]); // ‖w‖₁ = 7.5, ‖w‖² = 25.25

const cases: [string, Regularizer, number, Record<string, number>][] = [
  ['l1', l1(0.3), 0.3 * 7.5, { l1: 0.3 }],
  ['l2 has the half of the book', l2(0.3), 0.15 * 25.25, { l2: 0.3 }],
  ['elasticNet by strengths', elasticNet({ l1: 0.2, l2: 0.4 }), 0.2 * 7.5 + 0.2 * 25.25, { l1: 0.2, l2: 0.4 }],
  [
    'elasticNet by mixture: λ((1-α)‖w‖₁ + α‖w‖²)',
    elasticNet({ lambda: 0.5, alpha: 0.25 }),
    0.5 * (0.75 * 7.5 + 0.25 * 25.25),
    { l1: 0.375, l2: 0.25 },
  ],
  ['elasticNet, α = 0, is l1', elasticNet({ lambda: 0.5, alpha: 0 }), 0.5 * 7.5, { l1: 0.5, l2: 0 }],
  ['elasticNet, α = 1, is l2(2λ)', elasticNet({ lambda: 0.5, alpha: 1 }), 0.5 * 25.25, { l1: 0, l2: 1 }],
  ['l1, proximal', l1(0.3, { proximal: true }), 0.3 * 7.5, { l1: 0.3 }],
  ['elasticNet, proximal', elasticNet({ l1: 0.2, l2: 0.4, proximal: true }), 0.2 * 7.5 + 0.2 * 25.25, { l1: 0.2, l2: 0.4 }],
  // WᵀW - I = [[8, -12], [-12, 15.25]]
  ['orthogonal', orthogonal(0.3), 0.3 * (64 + 144 + 144 + 15.25 ** 2), { orthogonal: 0.3 }],
  ['strength 0', l2(0), 0, { l2: 0 }],
];

describe('penalties', () => {
  for (const [name, regularizer, expected, scalars] of cases) {
    const penalty = (scalar: ScalarSource) => (x: Parameters<Regularizer['penalty']>[0]) => regularizer.penalty(x, scalar);
    test(name, () => {
      const run = runOnWeight((x, scalar) => penalty(scalar)(x), w);
      expect(run.shape).toEqual([]);
      expect(run.values[0]).toBeCloseTo(expected, 12);
      expect(run.scalars).toEqual(scalars);
    });
    test(`${name}: strengths can be changed afterwards`, () => {
      const doubled = Object.fromEntries(Object.entries(scalars).map(([k, v]) => [k, 2 * v]));
      expect(runOnWeight((x, scalar) => penalty(scalar)(x), w, doubled).values[0]).toBeCloseTo(2 * expected, 12);
      const strengths = Object.values(scalars).filter((v) => v !== 0 && v !== 0.5 && v !== 1);
      for (const c of runOnWeight((x, scalar) => penalty(scalar)(x), w).constants) expect(strengths).not.toContain(c);
    });
    test(`${name}: derivatives agree with differences`, () => {
      const fixed: ScalarSource = (_, value) => constant(value, 'float64');
      const result = checkGradients(
        penalty(fixed),
        [
          ndarray([
            [3, -4],
            [0.2, 0.5],
          ]),
        ],
        { order: 2 },
      );
      expect(result.ok, JSON.stringify(result)).toBe(true);
    });
  }
  test('gradients are λw and λ sign(w), with sign(0) = 0', () => {
    const gradient = (r: Regularizer) => runOnWeight((x, scalar) => grad((v) => r.penalty(v, scalar))(x), w).values;
    expect(gradient(l2(0.5))).toEqual([1.5, -2, 0, 0.25]);
    expect(gradient(l1(0.5))).toEqual([0.5, -0.5, 0, 0.5]);
  });
  test('orthogonal: of columns, of rows where they are fewer, over all axes but the last', () => {
    const value = (x: typeof w) => runOnWeight((t, scalar) => orthogonal(1).penalty(t, scalar), x).values[0];
    const rows = ndarray(Float64Array.of(1, 0, 0, 0, 0.6, 0.8), [2, 3]);
    expect(value(rows)).toBeCloseTo(0, 12);
    expect(value(ndarray(Float64Array.of(1, 0, 0, 0.6, 0, 0.8), [3, 2]))).toBeCloseTo(0, 12);
    expect(value(ndarray(Float64Array.of(1, 1, 0, 0.6, 0, 0.8, 1, 1), [2, 2, 2]))).toBeCloseTo(1 + 2 ** 2 + 2 * 2 ** 2, 12);
    expect(() => value(ndarray(Float64Array.of(1, 2)))).toThrow('regularizers.orthogonal: expected a weight with 2 axes or more, got [2]');
  });
  test('proximal operators: within the threshold exactly 0, else nearer by it', () => {
    const step = ndarray(Float64Array.of(1, 2, 3, 4), [2, 2]);
    const prox = (r: Regularizer) => runOnWeight((x, scalar) => r.proximal?.(x, constant(step), scalar) ?? x, w).values;
    expect(prox(l1(0.25, { proximal: true }))).toEqual([2.75, -3.5, 0, 0]);
    expect(prox(elasticNet({ l1: 0.25, l2: 1, proximal: true }))).toEqual([2.75 / 2, -3.5 / 3, 0, 0]);
    expect(l1(0.25).proximal).toBeUndefined();
  });
  test('a description makes the same penalty', () => {
    for (const [, regularizer, expected] of cases) {
      const again = regularizerFrom(JSON.parse(JSON.stringify(describeItem(regularizer))));
      expect(again.options).toEqual(regularizer.options);
      expect(runOnWeight((x, scalar) => again.penalty(x, scalar), w).values[0]).toBeCloseTo(expected, 12);
    }
    expect(() => regularizerFrom({ kind: 'l3', options: {} })).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' }));
    expect(() => regularizerFrom({ kind: 'l2', options: { lambda: -1 } })).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
  });
});

describe('errors', () => {
  test('strengths', () => {
    expect(() => l2(-1e-4)).toThrow('regularizers.l2: expected a number in [0, inf) for lambda, got -0.0001 (number)');
    expect(() => l1('0.1' as never)).toThrow("regularizers.l1: expected a number in [0, inf) for lambda, got '0.1' (string)");
    expect(() => l2(Infinity)).toThrow(/expected a number in \[0, inf\)/);
    expect(() => l1(Number.NaN)).toThrow(/expected a number in \[0, inf\)/);
  });
  test('elasticNet takes one form or the other', () => {
    const message = 'regularizers.elasticNet: expected { l1, l2 } or { lambda, alpha }, got { ';
    expect(() => elasticNet({ l1: 1 } as never)).toThrow(`${message}l1 }`);
    expect(() => elasticNet({ l1: 1, l2: 1, alpha: 0.5 } as never)).toThrow(`${message}alpha, l1, l2 }`);
    expect(() => elasticNet({ lambda: 1, l2: undefined } as never)).toThrow(`${message}lambda }`);
    expect(() => elasticNet({} as never)).toThrow(message);
    expect(() => elasticNet({ lambda: 1, alpha: 1.5 })).toThrow(/expected a number in \[0, 1\] for alpha/);
    expect(() => elasticNet(0.1 as never)).toThrow(/expected an options object/);
    expect(() => elasticNet({ l1: 1, L2: 1 } as never)).toThrow(/unknown option 'L2'\. Did you mean 'l2'\?/);
  });
  test('what is no regularizer', () => {
    expect(resolveRegularizer('dense', undefined)).toBeUndefined();
    for (const bad of ['l2', 0.1, null, {}]) {
      expect(() => resolveRegularizer('dense', bad as never)).toThrow(
        /^dense: expected a regularizer such as regularizers\.l2\(1e-4\), got /,
      );
    }
  });
  test('functions must return a Tensor of rank 0', () => {
    const own = resolveRegularizer('dense', (x) => mul(sum(x), 2)) as Regularizer;
    expect(runOnWeight((x, scalar) => own.penalty(x, scalar), w).values).toEqual([-1]);
    const use = (fn: RegularizerLike) => () =>
      runOnWeight((x, scalar) => (resolveRegularizer('dense', fn) as Regularizer).penalty(x, scalar), w);
    expect(use((x) => mul(x, 2))).toThrow(
      /^dense: expected the regularizer function to return a Tensor of rank 0, got Tensor\(mul, \[2, 2\], float64\)/,
    );
    expect(use((() => 3) as never)).toThrow(/rank 0, got 3 \(number\)/);
  });
});
