/** Ridge's alphas by their scores on folds that are left out. */
import { RidgelineError } from '../errors.ts';
import { foldsOf } from './folds.ts';
import { linearMap, r2Score, type Training } from './linear-model.ts';
import type { Targets } from './matrix.ts';
import { ridgeSpectrum } from './ridge-path.ts';
import type { FitOptions } from './run.ts';

/** What is called good: the share of a fold's variance that is explained, or minus its mean squared error; rows count by their weights, folds alike. */
export type RidgeScoring = 'r2' | 'negMeanSquaredError';

/** Rows of a row-major array. */
function take(data: Float64Array, width: number, rows: readonly number[]): Float64Array {
  const out = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    out.set(data.subarray(row * width, (row + 1) * width), i * width);
  });
  return out;
}

/** The rows of a training set. */
const partOf = ({ x, y, weights }: Training, rows: readonly number[]): Training => ({
  x: { ...x, data: take(x.data, x.columns, rows), rows: rows.length },
  y: { ...y, data: take(y.data, y.outputs, rows), rows: rows.length },
  weights: weights && take(weights, 1, rows),
});

/** The (weighted) mean over rows, and over outputs. */
function squaredError({ data, rows, outputs }: Targets, predicted: Float64Array, weights: Float64Array | undefined): number {
  const total = weights?.reduce((sum, w) => sum + w, 0) ?? rows;
  return data.reduce((sum, v, i) => sum + (weights?.[Math.floor(i / outputs)] ?? 1) * (v - predicted[i]) ** 2, 0) / (total * outputs);
}

/**
 * Scores [alphas, folds] of fits to the other folds, all alphas of a fold from one decomposition. Throws ERR_SHAPE for folds that do not fit the rows, ERR_VALUE where
 * all rows of a fold, or outside of it, have weight 0.
 */
export async function scoreFolds(
  where: string,
  training: Training,
  {
    alphas,
    fitIntercept,
    cv,
    scoring,
  }: { alphas: readonly number[]; fitIntercept: boolean; cv: number | readonly number[]; scoring: RidgeScoring },
  { signal, onProgress }: FitOptions,
): Promise<{ scores: Float64Array; count: number }> {
  const { rows, columns } = training.x;
  const { outputs } = training.y;
  const { folds, count } = foldsOf(where, cv, rows);
  const scores = new Float64Array(alphas.length * count);
  for (let fold = 0; fold < count; fold++) {
    const inside: number[] = [];
    const outside: number[] = [];
    folds.forEach((f, row) => {
      (f === fold ? inside : outside).push(row);
    });
    if (scoring === 'r2' && inside.length < 2)
      throw new RidgelineError('ERR_SHAPE', `${where}: expected 2 rows or more in each fold of cv for scoring 'r2', got 1 in fold ${fold}`);
    const train = partOf(training, outside);
    const test = partOf(training, inside);
    if ([train, test].some((part) => part.weights?.every((w) => w === 0)))
      throw new RidgelineError('ERR_VALUE', `${where}: sampleWeight is 0 for all rows of fold ${fold}, or for all others`);
    const { coef, intercept } = await ridgeSpectrum(where, train, { alphas, fitIntercept }, { signal });
    const all = { coef, intercept, columns, outputs: alphas.length * outputs, flat: false };
    const predicted = await linearMap(where, all, test.x, { signal });
    alphas.forEach((_, a) => {
      const own = new Float64Array(inside.length * outputs);
      for (let i = 0, at = 0; i < inside.length; i++)
        for (let t = 0; t < outputs; t++) own[at++] = predicted[(i * alphas.length + a) * outputs + t];
      scores[a * count + fold] = scoring === 'r2' ? r2Score(test.y, own, test.weights) : -squaredError(test.y, own, test.weights);
    });
    onProgress?.({ done: fold + 1, total: count, value: 0 });
  }
  return { scores, count };
}
