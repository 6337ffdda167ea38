/** Coordinate descent for lasso and elastic net: options, and the call of the native algorithm. */
import { boolean, check, either, inRange, nonNegativeInt, oneOf, optional, positiveInt, type Rule } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { NDArray, toNDArray, type ArrayInput } from '../tensor/ndarray.ts';
import { type FeatureTraining, sourceOf } from './features.ts';
import { requireFinite } from './matrix.ts';
import { runNative } from './run.ts';
import { warn } from './warn.ts';

/** What every estimator by coordinate descent takes. */
export interface CoordinateOptions {
  /** Add an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /**
   * Work on the Gram matrix X^T X of all features: made beforehand (true), or made where that is quicker ('auto': more rows than features, and many penalties).
   * Otherwise it is made for the features that may have weights. Single fits also take the matrix [p, p], of centered (and weighted) features. Default false for single
   * fits, 'auto' for paths.
   */
  readonly precompute?: boolean | 'auto' | ArrayInput;
  /** Sweeps over the features, at most. Default 1000. */
  readonly maxIter?: number;
  /** Stop when the duality gap is this share of the squares of y, or less: as in scikit-learn. Default 1e-4. */
  readonly tol?: number;
  /** Weights of 0 or more only. Default false. */
  readonly positive?: boolean;
  /** Features in turn, or at random. Default 'cyclic'. */
  readonly selection?: 'cyclic' | 'random';
  /** Of the random selection. Default 0. */
  readonly seed?: number;
}

/** A Gram matrix among the options. */
export const gramRule: Rule<ArrayInput> = {
  expected: 'a Gram matrix [p, p]',
  invalid: 1,
  test: (v): v is ArrayInput => v instanceof NDArray || Array.isArray(v),
};

/** A penalty: finite, 0 or more. */
export const alphaRule: Rule<number> = {
  expected: 'a finite number of 0 or more',
  invalid: -1,
  test: (v): v is number => typeof v === 'number' && Number.isFinite(v) && v >= 0,
};

export const pathRules = {
  fitIntercept: optional(boolean),
  precompute: optional(either(boolean, oneOf('auto'))),
  maxIter: optional(positiveInt),
  tol: optional(inRange('[0, inf)')),
  positive: optional(boolean),
  selection: optional(oneOf('cyclic', 'random')),
  seed: optional(nonNegativeInt),
};
export const singleRules = {
  ...pathRules,
  precompute: optional(either(either(boolean, oneOf('auto')), gramRule)) as Rule<CoordinateOptions['precompute']>,
};

/** Which penalties: a list in descending order, or a grid of `count` from the largest one with a non-zero weight down to eps times it. */
export type Penalties = { readonly alphas: Float64Array } | { readonly count: number; readonly eps: number };

/** What of a path comes back, for each output and penalty. */
export interface CoordinatePath {
  /** [outputs, alphas, p] */
  readonly coef: Float64Array;
  /** [outputs, alphas] each */
  readonly intercept: Float64Array;
  readonly gap: Float64Array;
  readonly sweeps: Float64Array;
  readonly converged: Float64Array;
  readonly alphas: Float64Array;
}

const gramModes = { never: 0, auto: 1, always: 2, given: 3 } as const;

/** How native algorithms are told of `precompute`, and the matrix [columns, columns] where it is one. Throws ERR_SHAPE, ERR_VALUE. */
export function gramOf(
  where: string,
  precompute: boolean | 'auto' | ArrayInput,
  columns: number,
): { readonly mode: number; readonly gram: Float64Array } {
  const none = new Float64Array(0);
  if (precompute === 'auto') return { mode: gramModes.auto, gram: none };
  if (typeof precompute === 'boolean') return { mode: precompute ? gramModes.always : gramModes.never, gram: none };
  const given = toNDArray(where, 'precompute', precompute, 'float64');
  if (given.shape.length !== 2 || given.shape[0] !== columns || given.shape[1] !== columns)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected a Gram matrix [${columns}, ${columns}] for precompute, got shape ${showShape(given.shape)}`,
    );
  const gram = given.data as Float64Array;
  requireFinite(where, 'precompute', gram, columns);
  return { mode: gramModes.given, gram };
}

/** The error for a matrix that is not what it should be. */
export const refuseGram = (where: string): RidgelineError =>
  new RidgelineError(
    'ERR_VALUE',
    `${where}: precompute is not the Gram matrix of the centered and weighted features: its diagonal is not their squared lengths`,
  );

/** The error for features that the native algorithm could not work on. Throws it where it can say which number it is. */
export function refuseFeatures(where: string, { x }: FeatureTraining): RidgelineError {
  if (x.dense) requireFinite(where, 'x', x.dense.data, x.columns);
  return new RidgelineError('ERR_VALUE', `${where}: the squares of a feature of x are more than a float64 holds; scale the features`);
}

/** Options in the order of native/linear/sparse_path.cc, from intercept to tol. */
export function coordinateNumbers(options: Omit<CoordinateOptions, 'precompute'>, penalties: Penalties, mode: number): number[] {
  const { fitIntercept = true, maxIter = 1000, tol = 1e-4, positive = false, selection = 'cyclic', seed = 0 } = options;
  const grid = 'count' in penalties;
  return [
    Number(fitIntercept),
    grid ? penalties.count : penalties.alphas.length,
    Number(grid),
    Number(positive),
    Number(selection === 'random'),
    seed,
    mode,
    maxIter,
    grid ? penalties.eps : 0,
    tol,
  ];
}

/** Solves for every penalty, each from the solution of the one before; `first` is where the first one starts. */
export async function coordinatePath(
  where: string,
  training: FeatureTraining,
  options: CoordinateOptions & { readonly l1Ratio: number },
  penalties: Penalties,
  automatic: boolean | 'auto',
  first?: Float64Array,
): Promise<CoordinatePath> {
  const { numbers, inputs } = sourceOf(training);
  const { columns } = training.x;
  const { outputs } = training.y;
  const { mode, gram } = gramOf(where, options.precompute ?? automatic, columns);
  const count = 'count' in penalties ? penalties.count : penalties.alphas.length;
  const fits = outputs * count;
  const [coef, intercept, gap, sweeps, converged, alphas] = await runNative(
    where,
    'sparsePath',
    {
      numbers: [...numbers, ...coordinateNumbers(options, penalties, mode), options.l1Ratio],
      inputs: [...inputs, 'count' in penalties ? new Float64Array(0) : penalties.alphas, first ?? new Float64Array(0), gram],
      outputs: [fits * columns, fits, fits, fits, fits, count],
    },
    training.options,
  );
  if (converged[0] === -1) throw refuseGram(where);
  if (converged[0] === -2) throw refuseFeatures(where, training);
  return { coef, intercept, gap, sweeps, converged, alphas };
}

/** Warns where the gap has not been closed. */
export function warnOfGaps(where: string, warnings: string[], { converged, gap, sweeps }: CoordinatePath, tol = 1e-4): void {
  const open = converged.indexOf(0);
  if (open < 0) return;
  const which = converged.length > 1 ? `${converged.filter((c) => c === 0).length} of ${converged.length} fits` : 'coordinate descent';
  warn(
    warnings,
    'ConvergenceWarning',
    `${where}: ${which} did not converge: the duality gap is ${gap[open].toPrecision(3)} after ${sweeps[open]} sweeps, more than tol = ${tol} times the mean square of y; ` +
      'raise maxIter or alpha, or scale the features',
  );
}

/** A list of penalties in descending order. Throws ERR_OPTION. */
export function descending(where: string, name: string, alphas: unknown): Float64Array {
  const list: Rule<readonly number[]> = {
    expected: 'a list of finite numbers of 0 or more',
    invalid: [],
    test: (v): v is readonly number[] =>
      (Array.isArray(v) || v instanceof Float64Array) && v.length > 0 && Array.from(v as number[]).every((a) => alphaRule.test(a)),
  };
  check(where, name, alphas, list);
  return Float64Array.from(alphas).sort().reverse();
}
