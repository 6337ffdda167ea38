import { boolean, checkOptions, either, inRange, optional, type Rule } from '../check.ts';
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
  trainingOf,
} from './linear-model.ts';
import { fitArguments } from './matrix.ts';
import { type SavedEstimator, savedWarnings, writeEstimator } from './persist.ts';
import { checkFitOptions, type FitOptions, type RunOptions, runNative } from './run.ts';

/** Options of {@link Ridge}. */
export interface RidgeOptions {
  /** Weight of the penalty, 0 or more; a list gives one for each output. Default 1. */
  readonly alpha?: number | readonly number[];
  /** Add an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
}

const alphas: Rule<readonly number[]> = {
  expected: 'a list of finite numbers of 0 or more',
  invalid: [-1],
  test: (v): v is readonly number[] => Array.isArray(v) && v.length > 0 && v.every((a) => Number.isFinite(a) && a >= 0),
};
const rules = { alpha: optional(either(inRange('[0, inf)'), alphas)), fitIntercept: optional(boolean) };

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
    const training = trainingOf('ridge', given.x, given.y, given.options);
    const { rows, columns } = training.x;
    const { outputs, flat } = training.y;
    const { alpha = 1, fitIntercept = true } = this.options;
    const penalties = typeof alpha === 'number' ? [alpha] : alpha;
    if (penalties.length !== 1 && penalties.length !== outputs)
      throw new RidgelineError('ERR_SHAPE', `ridge: expected one alpha, or one for each of ${outputs} outputs, got ${penalties.length}`);
    const [coef, intercept, singular] = await runNative(
      'ridge',
      'ridge',
      {
        numbers: [rows, columns, outputs, Number(fitIntercept), penalties.length],
        inputs: [training.x.data, training.y.data, Float64Array.from(penalties), training.weights ?? new Float64Array(0)],
        outputs: [outputs * columns, outputs, 1],
      },
      given.options,
    );
    if (singular[0] !== 0)
      throw new RidgelineError('ERR_VALUE', 'ridge: X^T X + alpha I is singular to working precision; a larger alpha mends that');
    this.warnings.length = 0;
    this.#fit = { coef, intercept, columns, outputs, flat };
    return this;
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
