import { describe, expect, test } from 'vitest';
import { constraintFrom, type Constraint, constraints, resolveConstraint } from '../../lib/constraints/index.ts';
import { describe as describeItem } from '../../lib/describe.ts';
import { type NDArray, ndarray } from '../../lib/tensor/ndarray.ts';
import { runOnWeight } from '../support/weight-run.ts';

const { maxNorm, unitNorm, nonNegative, minMaxNorm, l1Ball, l2Ball, withinNorm } = constraints;
/** Columns of norm 5, 0.5, 0 and 1: the weights into four units. */
const w = ndarray(Float64Array.of(3, 0.3, 0, -0.6, -4, 0.4, 0, 0.8), [2, 4]);

const project = (c: Constraint, x: NDArray = w, override: Record<string, number> = {}) =>
  runOnWeight((t, scalar) => c.project?.(t, scalar) ?? t, x, override);
const columnNorms = (values: readonly number[], columns: number): number[] =>
  Array.from({ length: columns }, (_, j) => Math.hypot(...values.filter((_v, i) => i % columns === j)));
const expectClose = (got: readonly number[], expected: readonly number[]) => {
  expect(got).toHaveLength(expected.length);
  got.forEach((v, i) => expect(v).toBeCloseTo(expected[i], 12));
};

/** Duchi 2008, with a sort. */
function nearestInL1Ball(x: readonly number[], radius: number): number[] {
  const sizes = x.map(Math.abs).sort((a, b) => b - a);
  let [sum, threshold] = [0, 0];
  sizes.forEach((a, k) => {
    sum += a;
    if (a > (sum - radius) / (k + 1)) threshold = (sum - radius) / (k + 1);
  });
  return x.map((v) => Math.sign(v) * Math.max(0, Math.abs(v) - threshold));
}

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
    for (const c of [maxNorm(2), unitNorm(), nonNegative(), minMaxNorm({ min: 0.75, max: 2 }), l1Ball(4), l2Ball(2)]) {
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
  test('l2Ball scales the whole weight, and leaves it bit for bit within the ball', () => {
    const norm = Math.hypot(...w.data);
    expectClose(
      project(l2Ball(2)).values,
      [...w.data].map((v) => (2 * v) / norm),
    );
    expect(project(l2Ball(6)).values).toEqual([...w.data]);
    expect(project(l2Ball(2), ndarray(new Float64Array(4), [2, 2])).values).toEqual([0, 0, 0, 0]);
  });
  test('l1Ball is the nearest point: soft-thresholding to the radius, as found by sorting', () => {
    for (const [seed, size] of [
      [1, 3],
      [2, 40],
      [3, 500],
    ]) {
      const x = Float64Array.from({ length: size }, (_, i) => Math.tan(1.5 * Math.sin(seed * 7 + 13.7 * i)));
      const total = x.reduce((sum, v) => sum + Math.abs(v), 0);
      for (const share of [0.95, 0.3, 0.01]) {
        const { values } = project(l1Ball(share * total), ndarray(x));
        expectClose(values, nearestInL1Ball([...x], share * total));
      }
      expect(project(l1Ball(1.01 * total), ndarray(x)).values).toEqual([...x]);
    }
    expect(project(l1Ball(1), ndarray(new Float64Array(3))).values).toEqual([0, 0, 0]);
  });
  test('withinNorm by projection is the ball', () => {
    expect(project(withinNorm({ norm: 'l2', radius: 2 })).values).toEqual(project(l2Ball(2)).values);
    expect(project(withinNorm({ norm: 'l1', radius: 2, method: 'projection' })).values).toEqual(project(l1Ball(2)).values);
  });
  test('a description makes the same projection', () => {
    for (const c of [
      maxNorm(2),
      unitNorm(),
      nonNegative(),
      minMaxNorm({ min: 0.1, rate: 0.5 }),
      l1Ball(1),
      l2Ball(1),
      withinNorm({ norm: 'l1', radius: 1 }),
    ]) {
      const again = constraintFrom(JSON.parse(JSON.stringify(describeItem(c))));
      expect(again.options).toEqual(c.options);
      expect(project(again).values).toEqual(project(c).values);
    }
    expect(() => constraintFrom({ kind: 'maxnorm', options: {} })).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' }));
  });
});

describe('errors', () => {
  test('balls', () => {
    expect(() => l1Ball(0)).toThrow('constraints.l1Ball: expected a number in (0, inf) for radius, got 0 (number)');
    expect(() => l2Ball(-1)).toThrow('constraints.l2Ball: expected a number in (0, inf) for radius, got -1 (number)');
    expect(() => withinNorm({ norm: 'max' as never, radius: 1 })).toThrow(
      "constraints.withinNorm: expected one of 'l1', 'l2' for norm, got 'max' (string)",
    );
    expect(() => withinNorm({ norm: 'l2', radius: 1, equality: true })).toThrow("expected method 'dual' with equality, got 'projection'");
    expect(() => withinNorm({ norm: 'l2', radius: 1, damping: 1 })).toThrow("expected method 'dual' with damping, got 'projection'");
    expect(() => withinNorm({ norm: 'l2', radius: 1, rate: 1 })).toThrow("expected method 'dual' with rate, got 'projection'");
  });
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
