/** What is picked from known curves. */
import { expect, test } from 'vitest';
import { combinations, distributions, drawn } from '../../lib/sweep/parameters.ts';
import { kFold } from '../../lib/sweep/folds.ts';
import { bestOf, directions, summarize, withinOneStandardError } from '../../lib/sweep/select.ts';

const at = (params: Record<string, number>, mean: number, standardError = 0.1) => ({
  params,
  score: { mean, standardError, values: [mean] },
});

test('one standard error: the largest penalty under the bound of the best', () => {
  // glmnet's case: a valley with its floor at 0.1 and a bound of 1 + 0.1.
  const curve = [
    at({ l2: 0 }, 1.3),
    at({ l2: 0.01 }, 1.05),
    at({ l2: 0.1 }, 1),
    at({ l2: 1 }, 1.1),
    at({ l2: 10 }, 1.11),
    at({ l2: 100 }, 2),
  ];
  expect(bestOf(curve, 1)).toBe(2);
  expect(withinOneStandardError(curve, 1, [['l2', 'largest']])).toBe(3);
  expect(withinOneStandardError(curve, 1, [['l2', 'smallest']])).toBe(1);
  // The order of the list does not matter, nor do sets that failed.
  const other = [at({ l2: 1e9 }, NaN), ...curve].reverse();
  expect(other[withinOneStandardError(other, 1, [['l2', 'largest']])].params).toEqual({ l2: 1 });
});

test('larger is better; the error is that of the best set', () => {
  const curve = [at({ c: 0.1 }, 0.9, 1), at({ c: 1 }, 0.95, 0.02), at({ c: 10 }, 0.96, 0.02), at({ c: 100 }, 0.96, 0.5)];
  expect(bestOf(curve, -1)).toBe(2);
  expect(
    withinOneStandardError(
      curve,
      -1,
      directions(
        'sweep',
        curve.map((p) => p.params),
        undefined,
      ),
    ),
  ).toBe(1);
});

test('several parameters: the first named counts most, between equals the better mean wins', () => {
  const sets = [
    at({ l2: 1, units: 8, learningRate: 1 }, 1.05),
    at({ l2: 1, units: 4, learningRate: 1 }, 1.08),
    at({ l2: 1, units: 4, learningRate: 2 }, 1.07),
    at({ l2: 0, units: 2, learningRate: 1 }, 1),
  ];
  const usual = directions(
    'sweep',
    sets.map((s) => s.params),
    undefined,
  );
  expect(usual).toEqual([
    ['l2', 'largest'],
    ['units', 'smallest'],
  ]);
  expect(withinOneStandardError(sets, 1, usual)).toBe(2);
  expect(
    withinOneStandardError(
      sets,
      1,
      directions(
        'sweep',
        sets.map((s) => s.params),
        { units: 'smallest', l2: 'largest' },
      ),
    ),
  ).toBe(3);
});

test('no fold, no direction, no choice', () => {
  expect(summarize([2]).standardError).toBeNaN();
  expect(summarize([1, 3])).toEqual({ mean: 2, standardError: 1, values: [1, 3] });
  expect(bestOf([at({ l2: 1 }, NaN)], 1)).toBe(-1);
  expect(withinOneStandardError([at({ l2: 1 }, NaN)], 1, [['l2', 'largest']])).toBe(-1);
  expect(() => directions('sweep', [{ learningRate: 1 }], undefined)).toThrow("pass simplest, as in { learningRate: 'largest' }");
  expect(() => directions('sweep', [{ l2: 1 }], { l1: 'largest' })).toThrow('got l1');
  expect(() => directions('sweep', [{ l2: 'a' }], { l2: 'largest' })).toThrow('expected numbers for l2');
});

test('folds hold every row once, and classes in their proportions', () => {
  const labels = Array.from({ length: 103 }, (_, i) => (i % 10 === 0 ? 1 : 0));
  for (const by of [undefined, labels]) {
    const folds = kFold('sweep', 103, 4, 5, by);
    expect(folds.flatMap((f) => [...f.validation]).sort((a, b) => a - b)).toEqual(labels.map((_, i) => i));
    for (const { train, validation } of folds) {
      expect(new Set([...train, ...validation]).size).toBe(103);
      expect([25, 26]).toContain(validation.length);
      if (by) expect([2, 3]).toContain([...validation].filter((r) => labels[r] === 1).length);
    }
  }
  expect(kFold('sweep', 103, 4, 5)).toEqual(kFold('sweep', 103, 4, 5));
  expect(kFold('sweep', 103, 4, 6)).not.toEqual(kFold('sweep', 103, 4, 5));
});

test('combinations and draws', () => {
  expect(combinations('sweep', { a: [1, 2], b: ['x', 'y'] })).toEqual([
    { a: 1, b: 'x' },
    { a: 1, b: 'y' },
    { a: 2, b: 'x' },
    { a: 2, b: 'y' },
  ]);
  const sets = drawn(
    'sweep',
    {
      a: distributions.uniform(-1, 1),
      b: distributions.logUniform(1e-4, 1),
      c: distributions.integer(3, 5),
      d: distributions.choice(['x', true]),
    },
    4000,
    7,
  );
  const share = (test: (s: Record<string, unknown>) => boolean) => sets.filter(test).length / sets.length;
  expect(share((s) => (s.a as number) < 0)).toBeCloseTo(0.5, 1);
  for (const decade of [-4, -3, -2, -1]) expect(share((s) => Math.floor(Math.log10(s.b as number)) === decade)).toBeCloseTo(0.25, 1);
  for (const c of [3, 4, 5]) expect(share((s) => s.c === c)).toBeCloseTo(1 / 3, 1);
  expect(share((s) => s.d === 'x')).toBeCloseTo(0.5, 1);
});
