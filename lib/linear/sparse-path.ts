import { checkOptions, inRange, optional, positiveInt, type Rule } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { type CoordinateOptions, coordinatePath, descending, pathRules, warnOfGaps } from './coordinate-fit.ts';
import { type FeatureInput, featureTrainingUnchecked } from './features.ts';
import type { FitOptions } from './run.ts';

/** Which penalties a path has. */
export interface GridOptions {
  /** The smallest penalty as a share of the largest, in (0, 1). Default 1e-3. */
  readonly eps?: number;
  /** Penalties of the grid, which starts at the smallest one without non-zero weights. Default 100. */
  readonly nAlphas?: number;
  /** The penalties themselves, instead of a grid; taken in descending order. */
  readonly alphas?: readonly number[] | Float64Array;
}

/** Options of {@link lassoPath}: those of {@link Lasso}, of the grid, and of a fit. */
export interface LassoPathOptions extends Omit<CoordinateOptions, 'precompute'>, GridOptions, FitOptions {
  readonly precompute?: boolean | 'auto';
}

/** Options of {@link enetPath}. */
export interface EnetPathOptions extends LassoPathOptions {
  /** Share of the absolute weights in the penalty, in (0, 1], or [0, 1] with `alphas`. Default 0.5. */
  readonly l1Ratio?: number;
}

/** Solutions for a descending list of penalties. */
export interface SparsePath {
  /** [alphas] */
  readonly alphas: NDArray;
  /** [alphas, p]: a row for each penalty. */
  readonly coefs: NDArray;
  /** [alphas] each. */
  readonly intercepts: NDArray;
  readonly dualityGaps: NDArray;
  readonly iterations: NDArray;
  readonly warnings: string[];
}

export const gridRules = {
  eps: optional(inRange('(0, 1)')),
  nAlphas: optional(positiveInt),
  alphas: optional({ expected: 'a list of penalties', invalid: 1, test: (v) => typeof v === 'object' && v !== null } as Rule<
    readonly number[] | Float64Array
  >),
};

async function path(where: string, x: FeatureInput, y: ArrayInput, options: EnetPathOptions): Promise<SparsePath> {
  const { eps = 1e-3, nAlphas = 100, alphas, sampleWeight, signal, onProgress, l1Ratio = 0.5, ...rest } = options;
  const given = Object.entries({ sampleWeight, signal, onProgress }).filter(([, v]) => v !== undefined);
  const training = featureTrainingUnchecked(where, x, y, Object.fromEntries(given) as FitOptions);
  if (!training.y.flat)
    throw new RidgelineError('ERR_SHAPE', `${where}: expected targets [n] for y, got [${training.y.rows}, ${training.y.outputs}]`);
  if (l1Ratio === 0 && alphas === undefined)
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected alphas where l1Ratio is 0: no penalty on squares alone sets all weights to 0`,
    );
  const penalties = alphas === undefined ? { count: nAlphas, eps } : { alphas: descending(where, 'alphas', alphas) };
  const found = await coordinatePath(where, training, { ...rest, l1Ratio }, penalties, 'auto');
  const warnings: string[] = [];
  warnOfGaps(where, warnings, found, options.tol);
  const count = found.alphas.length;
  return {
    alphas: new NDArray(found.alphas, [count]),
    coefs: new NDArray(found.coef, [count, training.x.columns]),
    intercepts: new NDArray(found.intercept, [count]),
    dualityGaps: new NDArray(found.gap, [count]),
    iterations: new NDArray(found.sweeps, [count]),
    warnings,
  };
}

const anyOption: Rule<never> = { expected: 'any value', invalid: undefined, test: (_v): _v is never => true };
const lassoPathRules = { ...pathRules, ...gridRules, sampleWeight: anyOption, signal: anyOption, onProgress: anyOption };

/**
 * Lasso for a descending list of penalties, each solved from the solution before (Friedman, Hastie and Tibshirani 2010): by default 100 of them from the largest that
 * leaves any weight at 0 down, as scikit-learn's lasso_path (which has no intercept: fitIntercept false is the same). x [n, p] dense or sparse, y [n]. Throws ERR_SHAPE,
 * ERR_VALUE for NaN, ERR_OPTION, ABORT_ERR.
 */
export async function lassoPath(x: FeatureInput, y: ArrayInput, options: LassoPathOptions = {}): Promise<SparsePath> {
  checkOptions<LassoPathOptions>('lassoPath', options, lassoPathRules);
  return path('lassoPath', x, y, { ...options, l1Ratio: 1 });
}

/** Elastic net for a descending list of penalties; see {@link lassoPath}. As scikit-learn's enet_path. */
export async function enetPath(x: FeatureInput, y: ArrayInput, options: EnetPathOptions = {}): Promise<SparsePath> {
  checkOptions<EnetPathOptions>('enetPath', options, { ...lassoPathRules, l1Ratio: optional(inRange('[0, 1]')) });
  return path('enetPath', x, y, options);
}
