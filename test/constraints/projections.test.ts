import { describe, expect, test } from 'vitest';
import { constraintFrom, type Constraint, constraints, resolveConstraint } from '../../lib/constraints/index.ts';
import { describe as describeItem } from '../../lib/describe.ts';
import { type NDArray, ndarray } from '../../lib/tensor/ndarray.ts';
import { runOnWeight } from '../support/weight-run.ts';

const { maxNorm, unitNorm, nonNegative, minMaxNorm } = constraints;
/** Columns of norm 5, 0.5, 0 and 1: the weights into four units. */
const w = ndarray(Float64Array.of(3, 0.3, 0, -0.6, -4, 0.4, 0, 0.8), [2, 4]);

const project = (c: Constraint, x: NDArray = w, override: Record<string, number> = {}) =>
  runOnWeight((t, scalar) => c.project(t, scalar), x, override);
const columnNorms = (values: readonly number[], columns: number): number[] =>
  Array.from({ length: columns }, (_, j) => Math.hypot(...values.filter((_v, i) => i % columns === j)));
const expectClose = (got: readonly number[], expected: readonly number[]) => {
  expect(got).toHaveLength(expected.length);
  got.forEach((v, i) => expect(v).toBeCloseTo(expected[i], 12));
};

describe('projections', () => {
  test('maxNorm scales longer columns down to the bound and leaves the others bit for bit', () => {
    const { values, scalars } = project(maxNorm(2));
    expectClose(columnNorms(values, 4), [2, 0.5, 0, 1]);
    expectClose([values[0], values[4]], [1.2, -1.6]);
    for (const i of [1, 2, 3, 5, 6, 7]) expect(values[i]).toBe(w.data[i]);
    expect(scalars).toEqual({ maxNorm: 2 });
  });
  test('maxNorm follows its scalar', () =>
    expectClose(columnNorms(project(maxNorm(2), w, { maxNorm: 0.25 }).values, 4), [0.25, 0.25, 0, 0.25]));
  test('unitNorm gives norm 1, and leaves zero vectors', () => expectClose(columnNorms(project(unitNorm()).values, 4), [1, 1, 0, 1]));
  test('nonNegative', () => expect(project(nonNegative()).values).toEqual([3, 0.3, 0, 0, 0, 0.4, 0, 0.8]));
  test('minMaxNorm clips norms from both sides', () => {
    const { values, scalars } = project(minMaxNorm({ min: 0.75, max: 2 }));
    expectClose(columnNorms(values, 4), [2, 0.75, 0, 1]);
    expect([values[3], values[7]]).toEqual([-0.6, 0.8]);
    expect(scalars).toEqual({ min: 0.75, max: 2, rate: 1 });
  });
  test('minMaxNorm goes a share of the way', () => {
    expectClose(columnNorms(project(minMaxNorm({ min: 0.75, max: 2, rate: 0.5 })).values, 4), [3.5, 0.625, 0, 1]);
  });
  test('projecting twice is projecting once', () => {
    for (const c of [maxNorm(2), unitNorm(), nonNegative(), minMaxNorm({ min: 0.75, max: 2 })]) {
      const once = project(c);
      expectClose(project(c, ndarray(Float64Array.from(once.values), [2, 4])).values, once.values);
    }
  });
  test('norms of a convolution kernel are over all axes but the last', () => {
    const kernel = ndarray(
      Float64Array.from({ length: 2 * 2 * 3 * 2 }, (_, i) => Math.sin(i + 1) * (1 + (i % 2) * 3)),
      [2, 2, 3, 2],
    );
    const before = columnNorms([...kernel.data], 2);
    expect(before[0] > 1 && before[1] > 1).toBe(true);
    expectClose(columnNorms(project(maxNorm(1), kernel).values, 2), [1, 1]);
  });
  test('a bias is one vector', () => {
    const bias = ndarray(Float64Array.of(3, 4));
    expectClose(project(maxNorm(1), bias).values, [0.6, 0.8]);
    expect(project(maxNorm(1), bias).shape).toEqual([2]);
  });
  test('a description makes the same projection', () => {
    for (const c of [maxNorm(2), unitNorm(), nonNegative(), minMaxNorm({ min: 0.1, rate: 0.5 })]) {
      const again = constraintFrom(JSON.parse(JSON.stringify(describeItem(c))));
      expect(again.options).toEqual(c.options);
      expect(project(again).values).toEqual(project(c).values);
    }
    expect(() => constraintFrom({ kind: 'maxnorm', options: {} })).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' }));
  });
});

describe('errors', () => {
  test('bounds', () => {
    expect(() => maxNorm(0)).toThrow('constraints.maxNorm: expected a number in (0, inf) for max, got 0 (number)');
    expect(() => maxNorm({ max: 3 } as never)).toThrow(/expected a number in \(0, inf\) for max, got an object/);
    expect(() => minMaxNorm({ min: -1 })).toThrow(/constraints\.minMaxNorm: expected a number in \[0, inf\) for min/);
    expect(() => minMaxNorm({ rate: 0 })).toThrow(/expected a number in \(0, 1\] for rate/);
    expect(() => minMaxNorm({ min: 2 })).toThrow('constraints.minMaxNorm: expected min not above max, got min 2 and max 1');
    expect(() => minMaxNorm({ maximum: 2 } as never)).toThrow(/unknown option 'maximum'/);
  });
  test('what is no constraint', () => {
    expect(resolveConstraint('dense', undefined)).toBeUndefined();
    for (const bad of ['maxNorm', 3, null, {}, () => w]) {
      expect(() => resolveConstraint('dense', bad as never)).toThrow(
        /^dense: expected a constraint such as constraints\.maxNorm\(3\), got /,
      );
    }
  });
});
