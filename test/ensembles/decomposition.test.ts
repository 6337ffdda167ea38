/** v/k + (k - 1)c/k: Goodfellow, Bengio, Courville 2016, 7.50-7.51. */
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../lib/data/prng.ts';
import { ensembles, ndarray } from '../../lib/index.ts';

const rows = 40_000;
/** Standard normals by Box and Muller. */
function normals(seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: rows }, () => Math.sqrt(-2 * Math.log(1 - random.random())) * Math.cos(2 * Math.PI * random.random()));
}
const y = ndarray(Float64Array.from({ length: rows }, (_, i) => Math.sin(i)));
/** Members whose errors have variance v and covariance c: a part that all share, and one of each. */
function members(k: number, v: number, c: number) {
  const shared = normals(1);
  return Array.from({ length: k }, (_, m) => {
    const own = normals(100 + m);
    return ndarray(y.data.map((t, i) => t + Math.sqrt(c) * shared[i] + Math.sqrt(v - c) * own[i]) as Float64Array);
  });
}

describe('synthetic members', () => {
  test.each([1, 2, 5, 10])('%d uncorrelated members: the error is v/k', (k) => {
    const found = ensembles.errorDecomposition(members(k, 2, 0), y);
    expect(found.k).toBe(k);
    expect(Math.abs(found.v - 2)).toBeLessThan(0.05);
    expect(Math.abs(found.c)).toBeLessThan(0.02);
    expect(Math.abs(found.measuredSquaredError / (2 / k) - 1)).toBeLessThan(0.04);
  });
  test('perfectly correlated members: no gain', () => {
    const [one] = members(1, 2, 2);
    const found = ensembles.errorDecomposition([one, one, one], y);
    expect(found.c).toBeCloseTo(found.v, 12);
    expect(found.measuredSquaredError).toBeCloseTo(found.v, 12);
    expect(found.expectedSquaredError).toBeCloseTo(found.v, 12);
  });
  test.each([
    [4, 1, 0.5],
    [10, 3, 0.6],
  ])('%d members with v = %d and c = %d', (k, v, c) => {
    const found = ensembles.errorDecomposition(members(k, v, c), y);
    expect(Math.abs(found.v / v - 1)).toBeLessThan(0.03);
    expect(Math.abs(found.c / c - 1)).toBeLessThan(0.05);
    expect(Math.abs(found.measuredSquaredError / (v / k + ((k - 1) * c) / k) - 1)).toBeLessThan(0.04);
    // Of these very errors it holds exactly, and not only on average.
    expect(found.measuredSquaredError).toBeCloseTo(found.expectedSquaredError, 10);
  });
});

test('shapes are checked', () => {
  expect(() => ensembles.errorDecomposition([], y)).toThrow('expected an array with the predictions of each member');
  expect(() => ensembles.errorDecomposition([ndarray([1, 2])], [1, 2, 3])).toThrow('expected predictions[0] of shape [3], as y, got [2]');
});
