/** Optimality conditions of linear classifiers, computed without the solver's code. */
import type { NDArray } from '../../lib/index.ts';

export interface Solution {
  readonly coef: NDArray;
  readonly intercept: NDArray;
}

export interface Penalties {
  readonly l1?: number;
  readonly l2?: number;
  readonly fitIntercept?: boolean;
  readonly weights?: ArrayLike<number>;
}

const sigmoid = (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

/** The derivative of the loss of a row by its scores. `code` is the position of its class. */
export function byScores(loss: 'logistic' | 'squaredHinge', scores: readonly number[], code: number): number[] {
  if (loss === 'squaredHinge') {
    return scores.map((z, c) => {
      const t = code === (scores.length === 1 ? 1 : c) ? 1 : -1;
      return -2 * t * Math.max(0, 1 - t * z);
    });
  }
  if (scores.length === 1) return [sigmoid(scores[0]) - code];
  const max = Math.max(...scores);
  const powers = scores.map((z) => Math.exp(z - max));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((e, c) => e / sum - Number(c === code));
}

/** The gradient of the summed loss alone: by coef, then by intercept. */
export function lossGradient(
  loss: 'logistic' | 'squaredHinge',
  x: NDArray,
  codes: ArrayLike<number>,
  { coef, intercept }: Solution,
  weights?: ArrayLike<number>,
): Float64Array {
  const [n, p] = x.shape;
  const outputs = intercept.size;
  const gradient = new Float64Array(outputs * (p + 1));
  for (let i = 0; i < n; i++) {
    const scores = Array.from({ length: outputs }, (_, c) => {
      let z = intercept.data[c];
      for (let j = 0; j < p; j++) z += coef.data[c * p + j] * x.data[i * p + j];
      return z;
    });
    byScores(loss, scores, codes[i]).forEach((r, c) => {
      const s = (weights?.[i] ?? 1) * r;
      for (let j = 0; j < p; j++) gradient[c * p + j] += s * x.data[i * p + j];
      gradient[outputs * p + c] += s;
    });
  }
  return gradient;
}

/** The largest number in the least subgradient of the mean loss and penalties: 0 at the minimum. */
export function violation(
  loss: 'logistic' | 'squaredHinge',
  x: NDArray,
  codes: ArrayLike<number>,
  solution: Solution,
  { l1 = 0, l2 = 0, fitIntercept = true, weights }: Penalties,
): number {
  const n = x.shape[0];
  let total = 0;
  for (let i = 0; i < n; i++) total += weights?.[i] ?? 1;
  const gradient = lossGradient(loss, x, codes, solution, weights);
  let worst = 0;
  gradient.forEach((g, i) => {
    if (i >= solution.coef.size) {
      if (fitIntercept) worst = Math.max(worst, Math.abs(g));
      return;
    }
    const w = solution.coef.data[i];
    const slope = g + l2 * w;
    worst = Math.max(worst, w === 0 ? Math.abs(slope) - l1 : Math.abs(slope + l1 * Math.sign(w)));
  });
  return worst / total;
}
