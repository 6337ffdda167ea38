import { boolean, checkOptions, either, inRange, oneOf, optional, positiveInt, type Rule } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';
import { gramOf, gramRule, refuseFeatures, refuseGram } from './coordinate-fit.ts';
import { type FeatureInput, featureTrainingUnchecked, sourceOf } from './features.ts';
import { fittedOf } from './linear-model.ts';
import type { SavedEstimator } from './persist.ts';
import { type FitOptions, runNative } from './run.ts';
import { SparseRegressor } from './sparse-regressor.ts';
import { warn } from './warn.ts';

/** Options of {@link OrthogonalMatchingPursuit}. */
export interface PursuitOptions {
  /** Weights that are not 0, for each output. Default a tenth of the features, at least 1. */
  readonly nNonzeroCoefs?: number;
  /** Instead of their number: stop once the squared residual (weighted) is this much or less. */
  readonly tol?: number;
  /** Add an intercept. Default true. */
  readonly fitIntercept?: boolean;
  /**
   * Make the Gram matrix of all features beforehand, which outputs share (true), or rows of it as features are chosen (false). Default 'auto': by what is less work. Or the
   * matrix [p, p] itself, of centered (and weighted) features.
   */
  readonly precompute?: boolean | 'auto' | ArrayInput;
}

const rules = {
  nNonzeroCoefs: optional(positiveInt),
  tol: optional(inRange('[0, inf)')),
  fitIntercept: optional(boolean),
  precompute: optional(either(either(boolean, oneOf('auto')), gramRule)) as Rule<PursuitOptions['precompute']>,
};

/**
 * Least squares on few features: argmin ||y - Xw - b||^2 with ||w||_0 <= k, greedily: the feature with the largest product with the residual joins, all weights are
 * fitted anew, again (Pati, Rezaiifar and Krishnaprasad 1993; Goodfellow, Bengio and Courville, "Deep Learning", 7.10), in the batch form of Rubinstein, Zibulevsky
 * and Elad 2008. As scikit-learn's OrthogonalMatchingPursuit. Throws ERR_OPTION for options outside their range.
 */
export class OrthogonalMatchingPursuit extends SparseRegressor<PursuitOptions> {
  #counts: readonly number[] | undefined;

  constructor(options: PursuitOptions = {}) {
    checkOptions<PursuitOptions>('orthogonalMatchingPursuit', options, rules);
    if (options.nNonzeroCoefs !== undefined && options.tol !== undefined)
      throw new RidgelineError('ERR_OPTION', 'orthogonalMatchingPursuit: expected one of nNonzeroCoefs and tol, got both');
    super('orthogonalMatchingPursuit', options);
  }

  /** Features that were chosen: a number, or one for each output. Throws ERR_NOT_COMPILED before fit. */
  get iterations(): number | readonly number[] {
    const counts = fittedOf(this.kind, 'iterations', this.#counts);
    return this.current.flat ? counts[0] : counts;
  }

  /**
   * Fits to rows x [n, p], dense or sparse, and targets y [n] or [n, outputs] (each with features of its own), or to a dataset; resolves with itself. Off the JavaScript
   * thread. Warns where features depend on each other, so that fewer are chosen. Throws ERR_SHAPE, ERR_VALUE for NaN, ERR_OPTION, ABORT_ERR.
   */
  async fit(x: FeatureInput, y: ArrayInput, options?: FitOptions): Promise<this>;
  async fit(dataset: Dataset, options?: FitOptions): Promise<this>;
  async fit(x: FeatureInput | Dataset, y?: ArrayInput | FitOptions, options?: FitOptions): Promise<this> {
    const where = this.kind;
    const training = featureTrainingUnchecked(where, x, y, options);
    const { columns } = training.x;
    const { outputs, flat } = training.y;
    const { nNonzeroCoefs, tol, fitIntercept = true, precompute = 'auto' } = this.options;
    if (nNonzeroCoefs !== undefined && nNonzeroCoefs > columns)
      throw new RidgelineError(
        'ERR_OPTION',
        `${where}: expected at most ${columns} (the features) for nNonzeroCoefs, got ${nNonzeroCoefs}`,
      );
    const most = nNonzeroCoefs ?? (tol === undefined ? Math.max(1, Math.floor(columns / 10)) : columns);
    const { numbers, inputs } = sourceOf(training);
    const { mode, gram } = gramOf(where, precompute, columns);
    const [coef, intercept, residual, counts, dependent] = await runNative(
      where,
      'pursuit',
      {
        numbers: [...numbers, Number(fitIntercept), most, mode, tol ?? -1],
        inputs: [...inputs, gram],
        outputs: [outputs * columns, outputs, outputs, outputs, outputs],
      },
      training.options,
    );
    if (dependent[0] === -1) throw refuseGram(where);
    if (dependent[0] === -2) throw refuseFeatures(where, training);
    this.warnings.length = 0;
    const early = dependent.indexOf(1);
    if (early >= 0)
      warn(
        this.warnings,
        'ConvergenceWarning',
        `${where}: ended after ${counts[early]} of ${most} features with a squared residual of ${residual[early].toPrecision(3)}: the next one depends on those`,
      );
    this.fitted = { coef, intercept, columns, outputs, flat };
    this.#counts = [...counts];
    return this;
  }

  protected override savedState(): { state: Record<string, unknown> } {
    return { state: { counts: this.#counts } };
  }

  /** What `saved` said, made again. */
  static load(saved: SavedEstimator): OrthogonalMatchingPursuit {
    const model = new OrthogonalMatchingPursuit(saved.options as PursuitOptions);
    model.restoreFit(saved);
    const { counts } = saved.state ?? {};
    model.#counts = Array.isArray(counts) ? counts.map(Number) : [];
    return model;
  }
}
