/** Which rows and columns a member gets. */
import type { Rule } from '../check.ts';
import { createRandom, type Random, shuffledIndices } from '../data/prng.ts';
import { hashPath } from '../random.ts';

/** A seed for one purpose of one member: a safe integer below 2^48 that follows from the ensemble's. */
export const seedOf = (seed: number, member: number, purpose: string): number =>
  hashPath(`${seed}/${member}/${purpose}`) * 2 ** 16 + (hashPath(`${purpose}/${member}/${seed}`) & 0xffff);

/** A share or a count. */
export const amountRule: Rule<number> = {
  expected: 'a share in (0, 1] or an integer of 2 or more',
  invalid: 0,
  test: (v): v is number => typeof v === 'number' && ((v > 0 && v <= 1) || (Number.isSafeInteger(v) && v >= 2)),
};

/** How many of n an amount means: at least one. */
export const countOf = (amount: number, n: number): number => (amount <= 1 ? Math.max(1, Math.round(amount * n)) : amount);

/** `count` of 0..n-1 in ascending order: with replacement, or each at most once. */
export function drawIndices(n: number, count: number, replace: boolean, seed: number): Int32Array {
  if (!replace) return shuffledIndices(n, seed).slice(0, count).sort();
  const random = createRandom(seed);
  return Int32Array.from({ length: count }, () => random.below(n)).sort();
}

/** `count` of 0..n-1 with replacement, each by its weight. */
export function drawByWeight(weights: Float64Array, count: number, random: Random): Int32Array {
  const upTo = new Float64Array(weights.length);
  let total = 0;
  weights.forEach((w, i) => {
    total += w;
    upTo[i] = total;
  });
  return Int32Array.from({ length: count }, () => {
    const at = random.random() * total;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }).sort();
}
