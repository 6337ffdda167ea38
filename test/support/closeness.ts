/** Comparison of arrays of any nesting with golden values. */
import { expect } from 'vitest';
import { NDArray } from '../../lib/index.ts';

type Nested = number | readonly Nested[];
const flat = (value: Nested | NDArray | ArrayLike<number>): number[] =>
  value instanceof NDArray
    ? Array.from(value.data)
    : typeof value === 'number'
      ? [value]
      : Array.from(value as ArrayLike<Nested>).flatMap(flat);

/** Expects as many numbers, each within `relative` of the largest of those expected, or of `least` where they are all smaller. */
export function expectClose(
  actual: Nested | NDArray | ArrayLike<number>,
  expected: Nested,
  relative: number,
  what: string,
  least = 0,
): void {
  const [a, b] = [flat(actual), flat(expected)];
  expect(a.length, what).toBe(b.length);
  const scale = b.reduce((m, v) => Math.max(m, Math.abs(v)), least) || 1;
  const worst = a.reduce((m, v, i) => Math.max(m, Math.abs(v - b[i])), 0);
  expect(worst / scale, what).toBeLessThanOrEqual(relative);
}
