/** Ridge regression for many alphas from one singular value decomposition. */
import { boolean, checkOptions, optional, type Rule } from '../check.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { type Training, trainingOf } from './linear-model.ts';
import { checkFitOptions, type FitOptions, type RunOptions, runNative } from './run.ts';

/** What the decomposition gives for each alpha. */
export interface RidgeSpectrum {
  /** [alphas, outputs, columns] */
  readonly coef: Float64Array;
  /** [alphas, outputs] */
  readonly intercept: Float64Array;
  /** [alphas, rows, outputs]: what is left of each row, times the root of its weight, when all others predict it. Empty unless asked for. */
  readonly errors: Float64Array;
}

/** Solves for all alphas; `leaveOneOut` adds the errors of rows left out, for which alphas must not be 0. */
export async function ridgeSpectrum(
  where: string,
  { x, y, weights }: Training,
  { alphas, fitIntercept, leaveOneOut = false }: { alphas: readonly number[]; fitIntercept: boolean; leaveOneOut?: boolean },
  options: RunOptions,
): Promise<RidgeSpectrum> {
  const { rows, columns } = x;
  const { outputs } = y;
  const count = alphas.length;
  const [coef, intercept, errors] = await runNative(
    where,
    'ridgeSpectrum',
    {
      numbers: [rows, columns, outputs, Number(fitIntercept), count, Number(leaveOneOut)],
      inputs: [x.data, y.data, Float64Array.from(alphas), weights ?? new Float64Array(0)],
      outputs: [count * outputs * columns, count * outputs, leaveOneOut ? count * rows * outputs : 0],
    },
    options,
  );
  return { coef, intercept, errors };
}

/** A list of penalties, each finite and 0 or more , or above 0. */
export const alphaList = (zero: boolean): Rule<readonly number[]> => ({
  expected: `a list of finite numbers ${zero ? 'of 0 or more' : 'above 0'}`,
  invalid: [-1],
  test: (v): v is readonly number[] => Array.isArray(v) && v.length > 0 && v.every((a) => Number.isFinite(a) && (zero ? a >= 0 : a > 0)),
});

/** Options of {@link ridgePath}. */
export interface RidgePathOptions extends FitOptions {
  /** Penalties, 0 or more, in any order. */
  readonly alphas: readonly number[];
  /** Add an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
}

/** Solutions of {@link ridgePath}, in the order of its alphas. */
export interface RidgePath {
  readonly alphas: readonly number[];
  /** [alphas, p], or [alphas, outputs, p] where y had columns. */
  readonly coefs: NDArray;
  /** [alphas], or [alphas, outputs]. */
  readonly intercepts: NDArray;
}

/**
 * Ridge's solutions for many alphas from one factorization: with X = U S V^T, w(alpha) = V S / (S^2 + alpha) U^T y. An alpha of 0 gives the solution
 * of least norm. Throws ERR_SHAPE, ERR_VALUE for NaN, ERR_OPTION, ABORT_ERR.
 */
export async function ridgePath(x: ArrayInput, y: ArrayInput, options: RidgePathOptions): Promise<RidgePath> {
  const where = 'ridgePath';
  const { alphas, fitIntercept = true, ...fit } = options ?? {};
  checkOptions<{ alphas: readonly number[]; fitIntercept: boolean | undefined }>(
    where,
    { alphas, fitIntercept },
    { alphas: alphaList(true), fitIntercept: optional(boolean) },
  );
  checkFitOptions(where, fit);
  const training = trainingOf(where, x, y, fit);
  const { columns } = training.x;
  const { outputs, flat } = training.y;
  const { coef, intercept } = await ridgeSpectrum(where, training, { alphas, fitIntercept }, fit);
  const count = alphas.length;
  return {
    alphas: [...alphas],
    coefs: new NDArray(coef, flat ? [count, columns] : [count, outputs, columns]),
    intercepts: new NDArray(intercept, flat ? [count] : [count, outputs]),
  };
}
