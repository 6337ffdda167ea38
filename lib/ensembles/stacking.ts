/** Weights of members, fitted on rows that they have not been trained on. */
import type { NDArray } from '../tensor/ndarray.ts';
import { widthOf } from './combine.ts';
import { inSlices, paced } from './pace.ts';

const iterations = 2000;
const tolerance = 1e-10;
/** Rows that are gone through without a look at the pace. */
const slice = 4096;

/**
 * Weights of 0 or more with sum 1 of the mixture Σ w_i p_i that makes the given classes likeliest, by expectation-maximization: the likelihood is
 * concave in them, and every step increases it. Dempster, Laird and Rubin 1977.
 */
export async function mixtureWeights(answers: readonly NDArray[], labels: ArrayLike<number>): Promise<number[]> {
  const rows = labels.length;
  const width = widthOf(answers[0]);
  // A member that gave the class no chance at all can still be right by accident.
  const likelihoods: Float64Array[] = [];
  for (const { data } of answers) {
    const own = new Float64Array(rows);
    await inSlices(rows, 1, (begin, end) => {
      for (let row = begin; row < end; row++) {
        const p = width === 1 ? (labels[row] > 0.5 ? data[row] : 1 - data[row]) : data[row * width + labels[row]];
        own[row] = Math.max(p, 1e-12);
      }
    });
    likelihoods.push(own);
  }
  const k = answers.length;
  let weights = answers.map(() => 1 / k);
  const pace = paced();
  for (let i = 0; i < iterations; i++) {
    const shares = answers.map(() => 0);
    for (let begin = 0; begin < rows; begin += slice) {
      const end = Math.min(rows, begin + slice);
      addShares(likelihoods, weights, shares, { begin, end });
      await pace(k * (end - begin));
    }
    const next = shares.map((s) => s / rows);
    const moved = Math.max(...next.map((w, m) => Math.abs(w - weights[m])));
    weights = next;
    if (moved < tolerance) break;
  }
  return weights;
}

/** How much each member has in the likelihood of rows, added up. */
function addShares(
  likelihoods: readonly Float64Array[],
  weights: readonly number[],
  shares: number[],
  { begin, end }: { readonly begin: number; readonly end: number },
): void {
  const k = weights.length;
  for (let row = begin; row < end; row++) {
    let total = 0;
    for (let m = 0; m < k; m++) total += weights[m] * likelihoods[m][row];
    for (let m = 0; m < k; m++) shares[m] += (weights[m] * likelihoods[m][row]) / total;
  }
}

/**
 * Weights of 0 or more with sum 1 whose weighted mean of the answers has the least squared error: stacked regression (Breiman 1996), by accelerated
 * projected gradients (Beck and Teboulle 2009).
 */
export async function leastSquaresWeights(answers: readonly NDArray[], targets: ArrayLike<number>): Promise<number[]> {
  const k = answers.length;
  const n = targets.length;
  // With weights of sum 1 the error is Σ w_i e_i, where e_i are the members' errors: no cancellation against the size of the targets.
  const errors = answers.map(() => new Float64Array(n));
  await inSlices(n, k, (begin, end) => {
    for (const [m, { data }] of answers.entries()) for (let i = begin; i < end; i++) errors[m][i] = data[i] - targets[i];
  });
  const gram = errors.map(() => new Float64Array(k));
  await inSlices(n, k * k, (begin, end) => {
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) for (let i = begin; i < end; i++) gram[a][b] += errors[a][i] * errors[b][i];
  });
  for (const row of gram) for (let b = 0; b < k; b++) row[b] /= n;
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
