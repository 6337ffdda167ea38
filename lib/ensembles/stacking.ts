/** Weights of members, fitted on rows that they have not been trained on. */
import type { NDArray } from '../tensor/ndarray.ts';
import { widthOf } from './combine.ts';

const iterations = 2000;
const tolerance = 1e-10;

/**
 * Weights of 0 or more with sum 1 of the mixture Σ w_i p_i that makes the given classes likeliest, by expectation-maximization: the likelihood is
 * concave in them, and every step increases it. Dempster, Laird and Rubin 1977.
 */
export function mixtureWeights(answers: readonly NDArray[], labels: ArrayLike<number>): number[] {
  const rows = labels.length;
  const width = widthOf(answers[0]);
  // A member that gave the class no chance at all can still be right by accident.
  const likelihoods = answers.map(({ data }) =>
    Float64Array.from({ length: rows }, (_, row) => {
      const p = width === 1 ? (labels[row] > 0.5 ? data[row] : 1 - data[row]) : data[row * width + labels[row]];
      return Math.max(p, 1e-12);
    }),
  );
  let weights = answers.map(() => 1 / answers.length);
  for (let i = 0; i < iterations; i++) {
    const shares = answers.map(() => 0);
    for (let row = 0; row < rows; row++) {
      let total = 0;
      for (let m = 0; m < weights.length; m++) total += weights[m] * likelihoods[m][row];
      for (let m = 0; m < weights.length; m++) shares[m] += (weights[m] * likelihoods[m][row]) / total;
    }
    const next = shares.map((s) => s / rows);
    const moved = Math.max(...next.map((w, m) => Math.abs(w - weights[m])));
    weights = next;
    if (moved < tolerance) break;
  }
  return weights;
}

/**
 * Weights of 0 or more with sum 1 whose weighted mean of the answers has the least squared error: stacked regression (Breiman 1996), by accelerated
 * projected gradients (Beck and Teboulle 2009).
 */
export function leastSquaresWeights(answers: readonly NDArray[], targets: ArrayLike<number>): number[] {
  const k = answers.length;
  const n = targets.length;
  // With weights of sum 1 the error is Σ w_i e_i, where e_i are the members' errors: no cancellation against the size of the targets.
  const errors = answers.map(({ data }) => Float64Array.from({ length: n }, (_, i) => data[i] - targets[i]));
  const gram = errors.map((a) => errors.map((b) => a.reduce((sum, v, i) => sum + v * b[i], 0) / n));
  const bound = Math.max(...gram.map((row) => row.reduce((sum, v) => sum + Math.abs(v), 0)));
  let weights = Array<number>(k).fill(1 / k);
  if (!(bound > 0)) return weights;
  let [ahead, t] = [weights, 1];
  for (let i = 0; i < iterations; i++) {
    const next = ontoSimplex(ahead.map((w, a) => w - gram[a].reduce((sum, g, b) => sum + g * ahead[b], 0) / bound));
    const after = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
    ahead = next.map((w, m) => w + ((t - 1) / after) * (w - weights[m]));
    const moved = Math.max(...next.map((w, m) => Math.abs(w - weights[m])));
    [weights, t] = [next, after];
    if (moved < tolerance) break;
  }
  return weights;
}

/** The nearest point with values of 0 or more and sum 1. Duchi 2008. */
function ontoSimplex(point: readonly number[]): number[] {
  const sorted = [...point].sort((a, b) => b - a);
  let [sum, shift] = [0, 0];
  sorted.forEach((v, i) => {
    sum += v;
    if (v - (sum - 1) / (i + 1) > 0) shift = (sum - 1) / (i + 1);
  });
  return point.map((v) => Math.max(0, v - shift));
}
