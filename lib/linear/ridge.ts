import { boolean, checkOptions, either, inRange, oneOf, optional } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import type { ArrayInput, NDArray } from '../tensor/ndarray.ts';
import {
  coefOf,
  fittedOf,
  interceptOf,
  type LinearFit,
  loadedFit,
  predictLinear,
  savedArrays,
  type ScoreOptions,
  scoreLinear,
  type Training,
  withTargets,
} from './linear-model.ts';
import { fitArguments, requireFinite, toMatrixUnchecked } from './matrix.ts';
import { type SavedEstimator, savedWarnings, writeEstimator } from './persist.ts';
import { alphaList, ridgeSpectrum } from './ridge-path.ts';
import { checkFitOptions, type FitOptions, type RunOptions, runNative } from './run.ts';
import { warn } from './warn.ts';

/** Options of {@link Ridge}. */
export interface RidgeOptions {
  /** Weight of the penalty, 0 or more; a list gives one for each output. Default 1. */
  readonly alpha?: number | readonly number[];
  /** Add an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /**
   * 'cholesky', or 'svd', which is slower and keeps digits where X is ill-conditioned and alpha tiny. Default 'auto': Cholesky, and singular values,
   * with a warning, where the matrix turns out to be singular to working precision.
   */
  readonly solver?: 'auto' | 'cholesky' | 'svd';
}

const rules = {
  alpha: optional(either(inRange('[0, inf)'), alphaList(true))),
  fitIntercept: optional(boolean),
  solver: optional(oneOf('auto', 'cholesky', 'svd')),
};

/**
 * Least squares with a penalty on the squared weights: minimizes sum_i s_i ||y_i - W x_i - b||^2 + alpha ||W||^2 (Goodfellow, Bengio and Courville,
 * "Deep Learning", 7.1.1), in closed form by Cholesky; where features outnumber rows, in its dual form. As scikit-learn's Ridge.
 * Throws ERR_OPTION for options outside their range.
 */
export class Ridge {
  readonly options: RidgeOptions;
  /** What fit() had to warn of. */
  readonly warnings: string[] = [];
  #fit: LinearFit | undefined;

  constructor(options: RidgeOptions = {}) {
    checkOptions<RidgeOptions>('ridge', options, rules);
    this.options = Object.freeze({ ...options });
  }

  /** Weights [p], or [outputs, p] where y had columns. Throws ERR_NOT_COMPILED before fit. */
  get coef(): NDArray {
    return coefOf(fittedOf('ridge', 'coef', this.#fit));
  }

  /** A number, or [outputs]; 0 without an intercept. Throws ERR_NOT_COMPILED before fit. */
  get intercept(): number | NDArray {
    return interceptOf(fittedOf('ridge', 'intercept', this.#fit));
  }

  /**
   * Fits to rows x [n, p] and targets y [n] or [n, outputs], or to a dataset; resolves with itself. Off the JavaScript thread.
   * Throws ERR_SHAPE, ERR_VALUE for NaN, ERR_OPTION, ABORT_ERR.
   */
  async fit(x: ArrayInput, y: ArrayInput, options?: FitOptions): Promise<this>;
  async fit(dataset: Dataset, options?: FitOptions): Promise<this>;
  async fit(x: ArrayInput | Dataset, y?: ArrayInput | FitOptions, options?: FitOptions): Promise<this> {
    const given = fitArguments<ArrayInput, FitOptions>('ridge', x, y as ArrayInput, options);
    checkFitOptions('ridge', given.options);
    // A pass over x is worth saving: what is not finite in it makes the matrix singular, and is looked for then.
    const training = withTargets('ridge', toMatrixUnchecked('ridge', 'x', given.x), given.y, given.options);
    const { columns } = training.x;
    const { outputs, flat } = training.y;
    const { alpha = 1, fitIntercept = true, solver = 'auto' } = this.options;
    const penalties = typeof alpha === 'number' ? [alpha] : alpha;
    if (penalties.length !== 1 && penalties.length !== outputs)
      throw new RidgelineError('ERR_SHAPE', `ridge: expected one alpha, or one for each of ${outputs} outputs, got ${penalties.length}`);
    const closed = solver === 'svd' ? undefined : await this.#cholesky(training, penalties, fitIntercept, given.options);
    if (closed === undefined) requireFinite('ridge', 'x', training.x.data, columns);
    if (closed === undefined && solver === 'cholesky')
      throw new RidgelineError('ERR_VALUE', "ridge: X^T X + alpha I is singular to working precision; raise alpha or use solver 'svd'");
    const { coef, intercept } = closed ?? (await this.#svd(training, penalties, fitIntercept, given.options));
    this.warnings.length = 0;
    this.#fit = { coef, intercept, columns, outputs, flat };
    if (closed === undefined && solver === 'auto')
      warn(
        this.warnings,
        'UnderdeterminedWarning',
        `ridge: X^T X + alpha I is singular to working precision at alpha ${penalties.join(', ')}; solved by singular values, which gives the least norm. ` +
          "A larger alpha, or solver 'svd', is without this warning",
      );
    return this;
  }

  /** Undefined where the matrix is singular to working precision. */
  async #cholesky(training: Training, penalties: readonly number[], fitIntercept: boolean, options: RunOptions) {
    const { x, y, weights } = training;
    const [coef, intercept, [singular]] = await runNative(
      'ridge',
      'ridge',
      {
        numbers: [x.rows, x.columns, y.outputs, Number(fitIntercept), penalties.length],
        inputs: [x.data, y.data, Float64Array.from(penalties), weights ?? new Float64Array(0)],
        outputs: [y.outputs * x.columns, y.outputs, 1],
      },
      options,
    );
    // Sums of numbers that are not finite are not either.
    return singular === 0 && coef.every(Number.isFinite) && intercept.every(Number.isFinite) ? { coef, intercept } : undefined;
  }

  async #svd(training: Training, penalties: readonly number[], fitIntercept: boolean, options: RunOptions) {
    const { outputs } = training.y;
    const { columns } = training.x;
    const all = await ridgeSpectrum('ridge', training, { alphas: penalties, fitIntercept }, options);
    if (penalties.length === 1) return all;
    // Of output t, what its own alpha gives.
    const coef = new Float64Array(outputs * columns);
    for (let t = 0; t < outputs; t++)
      coef.set(all.coef.subarray((t * outputs + t) * columns, (t * outputs + t + 1) * columns), t * columns);
    return { coef, intercept: Float64Array.from({ length: outputs }, (_, t) => all.intercept[t * outputs + t]) };
  }

  /** Predictions for rows x: float64 [n], or [n, outputs]. Throws ERR_SHAPE for another number of features, ERR_VALUE, ABORT_ERR. */
  async predict(x: ArrayInput | Dataset, options?: RunOptions): Promise<NDArray> {
    return predictLinear('ridge', fittedOf('ridge', 'predict', this.#fit), x, options);
  }

  /** R2 of the predictions, averaged over outputs. */
  async score(x: ArrayInput, y: ArrayInput, options?: ScoreOptions): Promise<number>;
  async score(dataset: Dataset, options?: ScoreOptions): Promise<number>;
  async score(x: ArrayInput | Dataset, y?: ArrayInput | ScoreOptions, options?: ScoreOptions): Promise<number> {
    return scoreLinear('ridge', fittedOf('ridge', 'score', this.#fit), x, y, options);
  }

  /** What a file holds of it. */
  saved(): SavedEstimator {
    const fit = fittedOf('ridge', 'save', this.#fit);
    return { kind: 'ridge', options: { ...this.options }, arrays: savedArrays(fit), state: { warnings: this.warnings } };
  }

  /** Writes it as a safetensors file, which linear.loadEstimator reads. Throws ERR_FORMAT where that cannot be done. */
  async save(path: string): Promise<void> {
    await writeEstimator(path, this.saved());
  }

  /** What {@link saved} said, made again. */
  static load(saved: SavedEstimator): Ridge {
    const ridge = new Ridge(saved.options as RidgeOptions);
    ridge.#fit = loadedFit(saved);
    ridge.warnings.push(...savedWarnings(saved));
    return ridge;
  }
}
