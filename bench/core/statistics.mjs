/** Figures of rounds. */

/** @param {readonly number[]} list */
export function median(list) {
  if (list.length === 0) throw new RangeError('median: no values');
  const sorted = [...list].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * The q-quantile, the nearest rank; q in [0, 1].
 * @param {readonly number[]} list
 * @param {number} q
 */
export function quantile(list, q) {
  if (list.length === 0) throw new RangeError('quantile: no values');
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}

/**
 * Largest difference of two lists of results, relative to max(1, |a|, |b|); infinite where their lengths differ or a value is not finite.
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
export function deviation(a, b) {
  if (a.length !== b.length || a.length === 0) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    if (!Number.isFinite(a[i]) || !Number.isFinite(b[i])) return Number.POSITIVE_INFINITY;
    largest = Math.max(largest, Math.abs(a[i] - b[i]) / Math.max(1, Math.abs(a[i]), Math.abs(b[i])));
  }
  return largest;
}

/**
 * How many rounds fit into a budget of seconds, one of them having taken `seconds`: at least 1, at most `wanted`.
 * @param {number} wanted
 * @param {number} seconds
 * @param {number} budget
 */
export const roundsWithin = (wanted, seconds, budget) => Math.max(1, Math.min(wanted, Math.floor(budget / Math.max(seconds, 1e-9))));
