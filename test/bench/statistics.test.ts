import { describe, expect, test } from 'vitest';
import { deviation, median, quantile, roundsWithin } from '../../bench/core/statistics.mjs';

describe('statistics of the benchmark', () => {
  test('median of odd and even counts, in any order, and not of nothing', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([10, 9, 100])).toBe(10);
    expect(() => median([])).toThrow(RangeError);
  });

  test('quantile is the nearest rank', () => {
    const list = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(quantile(list, 0.99)).toBe(99);
    expect(quantile(list, 1)).toBe(100);
    expect(quantile(list, 0)).toBe(1);
    expect(quantile([5], 0.5)).toBe(5);
  });

  test('deviation is relative above 1, absolute below, and infinite where results cannot be compared', () => {
    expect(deviation([100, 0.5], [101, 0.5])).toBeCloseTo(1 / 101, 12);
    expect(deviation([0.001], [0.002])).toBeCloseTo(0.001, 12);
    expect(deviation([1], [1, 2])).toBe(Infinity);
    expect(deviation([], [])).toBe(Infinity);
    expect(deviation([NaN], [NaN])).toBe(Infinity);
    expect(deviation([Infinity], [Infinity])).toBe(Infinity);
  });

  test('rounds follow the budget, but there is always one', () => {
    expect(roundsWithin(7, 0.1, 20)).toBe(7);
    expect(roundsWithin(7, 6, 20)).toBe(3);
    expect(roundsWithin(7, 30, 20)).toBe(1);
  });
});
