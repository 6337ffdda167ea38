/** What linear regressors share: coefficients, predictions, R2. */
import { RidgelineError } from '../errors.ts';
import type { Dataset } from '../data/dataset.ts';
import { CsrMatrix } from '../tensor/csr.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { fitArguments, type Matrix, rowsOf, type Targets, toMatrix, toTargets, toWeights } from './matrix.ts';
import { checkRunOptions, type FitOptions, type RunOptions, runNative } from './run.ts';
import type { SavedEstimator } from './persist.ts';

/** A fitted linear map: y = x coef^T + intercept. */
export interface LinearFit {
  /** Row-major [outputs, columns]. */
  readonly coef: Float64Array;
  /** [outputs] */
  readonly intercept: Float64Array;
  readonly columns: number;
  readonly outputs: number;
  /** The targets were [n], so that predictions are too. */
  readonly flat: boolean;
}

/** What fit() works on. */
export interface Training {
  readonly x: Matrix;
  readonly y: Targets;
  readonly weights: Float64Array | undefined;
}

/** Checked x, y and weights of fit(x, y, options) or fit(dataset, options); `options` have been checked before. */
export function trainingOf(where: string, x: ArrayInput, y: ArrayInput, options: FitOptions): Training {
  return withTargets(where, toMatrix(where, 'x', x), y, options);
}

/** The same of a matrix. */
export function withTargets(where: string, matrix: Matrix, y: ArrayInput, options: FitOptions): Training {
  return { x: matrix, y: toTargets(where, 'y', y, matrix.rows), weights: toWeights(where, options.sampleWeight, matrix.rows) };
}

/** What was fitted, or an error: "ridge: predict before fit". */
export function fittedOf<T>(where: string, member: string, fitted: T | undefined): T {
  if (fitted === undefined) throw new RidgelineError('ERR_NOT_COMPILED', `${where}: ${member} before fit`);
  return fitted;
}

/** Coefficients as users get them: [columns], or [outputs, columns]. */
export const coefOf = ({ coef, columns, outputs, flat }: LinearFit): NDArray => new NDArray(coef, flat ? [columns] : [outputs, columns]);

/** The intercept as users get it: a number, or [outputs]. */
export const interceptOf = ({ intercept, outputs, flat }: LinearFit): number | NDArray =>
  flat ? intercept[0] : new NDArray(intercept, [outputs]);

/** x coef^T + intercept, row-major [rows, outputs]. */
export async function linearMap(where: string, fit: LinearFit, x: Matrix | CsrMatrix, options: RunOptions): Promise<Float64Array> {
  const sparse = x instanceof CsrMatrix;
  const rows = sparse ? x.shape[0] : x.rows;
  const [values] = await runNative(
    where,
    'affine',
    {
      numbers: [rows, fit.columns, fit.outputs, Number(sparse)],
      inputs: [x.data, fit.coef, fit.intercept, ...(sparse ? [x.indices, x.indptr] : [])],
      outputs: [rows * fit.outputs],
    },
    options,
  );
  return values;
}

/** Predictions of a regressor: [rows], or [rows, outputs]. */
export async function predictLinear(where: string, fit: LinearFit, x: ArrayInput | Dataset, options: RunOptions = {}): Promise<NDArray> {
  checkRunOptions(where, options);
  const matrix = toMatrix(where, 'x', rowsOf(x), fit.columns);
  const values = await linearMap(where, fit, matrix, options);
  return new NDArray(values, fit.flat ? [matrix.rows] : [matrix.rows, fit.outputs]);
}

/**
 * The share of the (weighted) variance of y that predictions explain: 1 - sum w (y - f)^2 / sum w (y - mean)^2, averaged over outputs. An output that is
 * constant counts 1 where it is met exactly and 0 elsewhere, as in scikit-learn.
 */
export function r2Score(y: Targets, predicted: ArrayLike<number>, weights?: Float64Array): number {
  const { data, rows, outputs } = y;
  let total = 0;
  for (let t = 0; t < outputs; t++) {
    let sum = 0;
    let mean = 0;
    for (let i = 0; i < rows; i++) {
      const w = weights ? weights[i] : 1;
      sum += w;
      mean += w * data[i * outputs + t];
    }
    mean /= sum;
    let residual = 0;
    let spread = 0;
    for (let i = 0; i < rows; i++) {
      const w = weights ? weights[i] : 1;
      residual += w * (data[i * outputs + t] - predicted[i * outputs + t]) ** 2;
      spread += w * (data[i * outputs + t] - mean) ** 2;
    }
    total += spread > 0 ? 1 - residual / spread : residual === 0 ? 1 : 0;
  }
  return total / outputs;
}

/** Options of `score`. */
export interface ScoreOptions extends RunOptions {
  /** Weights of rows [n], 0 or more; default 1 each. */
  readonly sampleWeight?: ArrayInput;
}

/** R2 of predictions for score(x, y, options) and score(dataset, options). */
export async function scoreLinear(
  where: string,
  fit: LinearFit,
  x: ArrayInput | Dataset,
  y: ArrayInput | ScoreOptions | undefined,
  options: ScoreOptions | undefined,
): Promise<number> {
  const given = fitArguments<ArrayInput, ScoreOptions>(where, x, y as ArrayInput, options);
  const { sampleWeight, ...run } = given.options;
  checkRunOptions(where, run);
  const matrix = toMatrix(where, 'x', given.x, fit.columns);
  const targets = toTargets(where, 'y', given.y, matrix.rows);
  if (targets.outputs !== fit.outputs)
    throw new RidgelineError('ERR_SHAPE', `${where}: expected ${fit.outputs} outputs for y, as in fit, got ${targets.outputs}`);
  return r2Score(targets, await linearMap(where, fit, matrix, run), toWeights(where, sampleWeight, matrix.rows));
}

/** The arrays of a file for a fitted linear map. */
export const savedArrays = (fit: LinearFit): SavedEstimator['arrays'] => ({
  coef: coefOf(fit),
  intercept: new NDArray(fit.intercept, [fit.outputs]),
});

/** A linear map from a file. Throws ERR_FORMAT where the arrays do not fit each other. */
export function loadedFit({ kind, arrays }: SavedEstimator): LinearFit {
  const { coef, intercept } = arrays;
  const outputs = intercept?.size;
  const flat = coef?.shape.length === 1;
  const columns = coef?.shape.at(-1);
  if (
    !coef ||
    !intercept ||
    !outputs ||
    !columns ||
    coef.size !== outputs * columns ||
    coef.dtype !== 'float64' ||
    intercept.dtype !== 'float64'
  )
    throw new RidgelineError('ERR_FORMAT', `loadEstimator: expected coef and intercept of one ${kind} in float64`);
  return { coef: coef.data as Float64Array, intercept: intercept.data as Float64Array, columns, outputs, flat };
}
