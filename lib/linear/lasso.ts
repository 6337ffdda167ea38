import { boolean, checkOptions, inRange, optional } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import type { ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { alphaRule, type CoordinateOptions, coordinatePath, singleRules, warnOfGaps } from './coordinate-fit.ts';
import { type FeatureInput, type FeatureTraining, featureTrainingUnchecked } from './features.ts';
import { fittedOf } from './linear-model.ts';
import type { SavedEstimator } from './persist.ts';
import type { FitOptions } from './run.ts';
import { SparseRegressor } from './sparse-regressor.ts';

/** Options of {@link Lasso}. */
export interface LassoOptions extends CoordinateOptions {
  /** Weight of the penalty, 0 or more. Default 1. */
  readonly alpha?: number;
  /** Start from the weights of the last fit, if it had as many features and outputs. Default false. */
  readonly warmStart?: boolean;
}

/** Options of {@link ElasticNet}. */
export interface ElasticNetOptions extends LassoOptions {
  /** Share of the absolute weights in the penalty, in [0, 1]; the rest is of the squares. Default 0.5. */
  readonly l1Ratio?: number;
}

const rules = { ...singleRules, alpha: optional(alphaRule), warmStart: optional(boolean) };

interface Reached {
  readonly iterations: readonly number[];
  readonly gaps: readonly number[];
}

/** Lasso and elastic net for one penalty. */
class CoordinateRegressor<O extends LassoOptions> extends SparseRegressor<O> {
  #reached: Reached | undefined;

  /** Sweeps over the features that the last fit took: a number, or one for each output. */
  get iterations(): number | readonly number[] {
    const { iterations } = fittedOf(this.kind, 'iterations', this.#reached);
    return this.current.flat ? iterations[0] : iterations;
  }

  /** How far the objective is above its minimum, at most: a number, or one for each output. */
  get dualityGap(): number | readonly number[] {
    const { gaps } = fittedOf(this.kind, 'dualityGap', this.#reached);
    return this.current.flat ? gaps[0] : gaps;
  }

  protected async descend(training: FeatureTraining, l1Ratio: number): Promise<void> {
    const { alpha = 1, warmStart = false } = this.options;
    const { columns } = training.x;
    const { outputs, flat } = training.y;
    const warm = warmStart && this.fitted?.columns === columns && this.fitted.outputs === outputs ? this.fitted.coef : undefined;
    const path = await coordinatePath(this.kind, training, { ...this.options, l1Ratio }, { alphas: Float64Array.of(alpha) }, false, warm);
    this.warnings.length = 0;
    warnOfGaps(this.kind, this.warnings, path, this.options.tol);
    this.fitted = { coef: path.coef, intercept: path.intercept, columns, outputs, flat };
    this.#reached = { iterations: [...path.sweeps], gaps: [...path.gap] };
  }

  protected override savedState(): { arrays?: Record<string, NDArray>; state: Record<string, unknown> } {
    return { state: { ...this.#reached } };
  }

  protected override restoreFit(saved: SavedEstimator): void {
    super.restoreFit(saved);
    const numbers = (v: unknown) => (Array.isArray(v) ? v.map(Number) : []);
    this.#reached = { iterations: numbers(saved.state?.iterations), gaps: numbers(saved.state?.gaps) };
  }
}

/**
 * Least squares with a penalty on the absolute weights, which sets many of them to 0: minimizes 1/(2n) sum_i s_i (y_i - w x_i - b)^2 + alpha |w|_1, the weights s
 * of rows having the sum n (Tibshirani 1996; Goodfellow, Bengio and Courville, "Deep Learning", 7.1.2). As scikit-learn's Lasso. By coordinate descent on
 * working sets, until the duality gap is closed; x may be sparse. Throws ERR_OPTION for options outside their range.
 */
export class Lasso extends CoordinateRegressor<LassoOptions> {
  constructor(options: LassoOptions = {}) {
    checkOptions<LassoOptions>('lasso', options, rules);
    super('lasso', options);
  }

  /**
   * Fits to rows x [n, p], dense or sparse, and targets y [n] or [n, outputs] (each by itself), or to a dataset; resolves with itself. Off the JavaScript
   * thread. Warns with a ConvergenceWarning that tells the gap where it is not closed. Throws ERR_SHAPE, ERR_VALUE for NaN, ERR_OPTION, ABORT_ERR.
   */
  async fit(x: FeatureInput, y: ArrayInput, options?: FitOptions): Promise<this>;
  async fit(dataset: Dataset, options?: FitOptions): Promise<this>;
  async fit(x: FeatureInput | Dataset, y?: ArrayInput | FitOptions, options?: FitOptions): Promise<this> {
    await this.descend(featureTrainingUnchecked('lasso', x, y, options), 1);
    return this;
  }

  /** What `saved` said, made again. */
  static load(saved: SavedEstimator): Lasso {
    const lasso = new Lasso(saved.options as LassoOptions);
    lasso.restoreFit(saved);
    return lasso;
  }
}

/**
 * Least squares with both penalties: minimizes 1/(2n) sum_i s_i (y_i - w x_i - b)^2 + alpha l1Ratio |w|_1 + alpha (1 - l1Ratio)/2 |w|^2 (Zou and Hastie 2005). As
 * scikit-learn's ElasticNet; see {@link Lasso}. Throws ERR_OPTION for options outside their range.
 */
export class ElasticNet extends CoordinateRegressor<ElasticNetOptions> {
  constructor(options: ElasticNetOptions = {}) {
    checkOptions<ElasticNetOptions>('elasticNet', options, { ...rules, l1Ratio: optional(inRange('[0, 1]')) });
    super('elasticNet', options);
  }

  /** As {@link Lasso.fit}. */
  async fit(x: FeatureInput, y: ArrayInput, options?: FitOptions): Promise<this>;
  async fit(dataset: Dataset, options?: FitOptions): Promise<this>;
  async fit(x: FeatureInput | Dataset, y?: ArrayInput | FitOptions, options?: FitOptions): Promise<this> {
    await this.descend(featureTrainingUnchecked('elasticNet', x, y, options), this.options.l1Ratio ?? 0.5);
    return this;
  }

  /** What `saved` said, made again. */
  static load(saved: SavedEstimator): ElasticNet {
    const net = new ElasticNet(saved.options as ElasticNetOptions);
    net.restoreFit(saved);
    return net;
  }
}
