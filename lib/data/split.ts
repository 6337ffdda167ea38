import { RidgelineError } from '../errors.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { shuffledIndices } from './prng.ts';

/** Products such as 0.15 * 20 land next to the integer they mean. */
const quota = (fraction: number, count: number): number => {
  const exact = fraction * count;
  const near = Math.round(exact);
  return Math.abs(exact - near) < 1e-9 * Math.max(1, count) ? near : exact;
};

/**
 * Deals rows 0..n-1 to parts, in shuffled order. `fractions` sum to at most 1; what they leave is dealt to nobody.
 * Part sizes are the cumulative fractions of n, rounded.
 */
export function splitIndices(n: number, fractions: readonly number[], seed: number): Int32Array[] {
  const order = shuffledIndices(n, seed);
  let begin = 0;
  let sum = 0;
  return fractions.map((fraction) => {
    sum += fraction;
    const end = Math.min(n, Math.round(quota(sum, n)));
    const part = order.slice(begin, end);
    begin = end;
    return part;
  });
}

/**
 * As {@link splitIndices}, but every part holds, of every class, its fraction of that class's rows rounded down or up.
 * What rounding down leaves goes to the part that is furthest behind its fraction of all rows dealt so far.
 */
export function stratifiedSplitIndices(labels: ArrayLike<number>, fractions: readonly number[], seed: number): Int32Array[] {
  const n = labels.length;
  const order = shuffledIndices(n, seed);
  const counts = new Map<number, number>();
  for (let i = 0; i < n; i++) counts.set(labels[i], (counts.get(labels[i]) ?? 0) + 1);

  const unused = 1 - fractions.reduce((a, b) => a + b, 0);
  const shares = unused > 1e-9 ? [...fractions, unused] : [...fractions];
  const arrears = shares.map(() => 0);
  const sizes = shares.map(() => 0);
  const allotments = new Map<number, number[]>();
  for (const label of [...counts.keys()].sort((a, b) => a - b)) {
    const count = counts.get(label) as number;
    const quotas = shares.map((share) => quota(share, count));
    const dealt = quotas.map(Math.floor);
    for (let p = 0; p < shares.length; p++) arrears[p] += quotas[p] - dealt[p];
    let left = count - dealt.reduce((a, b) => a + b, 0);
    const behind = quotas.map((_, p) => p).filter((p) => quotas[p] > dealt[p]);
    behind.sort((p, q) => arrears[q] - arrears[p] || p - q);
    for (const p of behind) {
      if (left === 0) break;
      dealt[p]++;
      arrears[p]--;
      left--;
    }
    for (let p = 0; p < shares.length; p++) sizes[p] += dealt[p];
    allotments.set(label, dealt);
  }

  const parts = sizes.map((size) => new Int32Array(size));
  const filled = sizes.map(() => 0);
  for (const row of order) {
    const room = allotments.get(labels[row]) as number[];
    const p = room.findIndex((r) => r > 0);
    room[p]--;
    parts[p][filled[p]++] = row;
  }
  return parts.slice(0, fractions.length);
}

/** The labels to stratify by; throws ERR_VALUE unless y holds one class label per row. */
export function labelsForStratify(y: NDArray | undefined): ArrayLike<number> {
  if (y === undefined) throw new RidgelineError('ERR_VALUE', 'split: stratify needs y, and this dataset has none');
  const rows = y.shape[0];
  if (y.size !== rows)
    throw new RidgelineError('ERR_VALUE', `split: stratify needs one class label per row, y has ${y.size / rows} values per row`);
  const distinct = new Set<number>(y.data).size;
  if (distinct > Math.max(1, rows / 2))
    throw new RidgelineError('ERR_VALUE', `split: stratify needs class labels, y has ${distinct} distinct values in ${rows} rows`);
  return y.data;
}
