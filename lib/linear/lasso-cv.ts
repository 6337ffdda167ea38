import { checkOptions, either, inRange, oneOf, optional, type Rule } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { type CoordinateOptions, coordinateNumbers, coordinatePath, descending, gramOf, pathRules, warnOfGaps } from './coordinate-fit.ts';
import { type FeatureInput, type FeatureTraining, featureTraining, sourceOf } from './features.ts';
import { foldsOf, foldsRule } from './folds.ts';
import { fittedOf } from './linear-model.ts';
import type { SavedEstimator } from './persist.ts';
import { type FitOptions, runNative } from './run.ts';
import { type GridOptions, gridRules } from './sparse-path.ts';
import { SparseRegressor } from './sparse-regressor.ts';
import { warn } from './warn.ts';

/** Options of {@link LassoCV}. */
export interface LassoCvOptions extends Omit<CoordinateOptions, 'precompute'>, GridOptions {
  readonly precompute?: boolean | 'auto';
  /** Folds: how many runs of neighbouring rows (2 or more), or the fold of each row, counted from 0. Default 5. */
  readonly cv?: number | readonly number[];
  /** Take the penalty with the least error, or the largest whose error is within one standard error of it. Default 'min'. */
  readonly rule?: 'min' | 'oneStandardError';
}

/** Options of {@link ElasticNetCV}. */
export interface ElasticNetCvOptions extends LassoCvOptions {
  /** Share of the absolute weights in the penalty, in (0, 1], or a list to choose from. Default 0.5. */
  readonly l1Ratio?: number | readonly number[];
}

const share = inRange('(0, 1]');
const shares: Rule<readonly number[]> = {
  expected: 'a list of them',
  invalid: [0],
  test: (v): v is readonly number[] => Array.isArray(v) && v.length > 0 && v.every((s) => share.test(s)),
};
const rules = {
  ...pathRules,
  ...gridRules,
  cv: optional(foldsRule),
  rule: optional(oneOf('min', 'oneStandardError')),
};

/** The mean over folds and its standard error; folds count by their weight where rows have weights. */
function average(errors: Float64Array, foldWeights: readonly number[]): { mean: number; error: number } {
  const total = foldWeights.reduce((a, b) => a + b);
  const mean = errors.reduce((sum, e, k) => sum + e * foldWeights[k], 0) / total;
  const spread = errors.reduce((sum, e) => sum + (e - mean) ** 2, 0) / (errors.length - 1);
  return { mean, error: Math.sqrt(spread / errors.length) };
}

interface Chosen {
  readonly alpha: number;
  readonly l1Ratio: number;
  readonly iterations: number;
  readonly gap: number;
  readonly alphas: NDArray;
  readonly msePath: NDArray;
}

/** Lasso and elastic net with a penalty chosen by cross-validation. */
class CoordinateRegressorCv<O extends LassoCvOptions> extends SparseRegressor<O> {
  protected chosen: Chosen | undefined;

  /** The penalty that was chosen. */
  get alpha(): number {
    return fittedOf(this.kind, 'alpha', this.chosen).alpha;
  }

  /** All penalties: [alphas], or [ratios, alphas] for a list of l1Ratio. */
  get alphas(): NDArray {
    return fittedOf(this.kind, 'alphas', this.chosen).alphas;
  }

  /** Mean squared errors on the folds that were left out: [alphas, folds], or [ratios, alphas, folds]. */
  get msePath(): NDArray {
    return fittedOf(this.kind, 'msePath', this.chosen).msePath;
  }

  /** Sweeps of the last fit, on all rows. */
  get iterations(): number {
    return fittedOf(this.kind, 'iterations', this.chosen).iterations;
  }

  /** How far the objective of the last fit is above its minimum, at most. */
  get dualityGap(): number {
    return fittedOf(this.kind, 'dualityGap', this.chosen).gap;
  }

  protected async choose(training: FeatureTraining, ratio: number | readonly number[]): Promise<void> {
    const where = this.kind;
    const { eps = 1e-3, nAlphas = 100, cv = 5, rule = 'min' } = this.options;
    const ratios = typeof ratio === 'number' ? [ratio] : ratio;
    const { x, y, weights } = training;
    if (y.outputs !== 1) throw new RidgelineError('ERR_SHAPE', `${where}: expected targets [n] for y, got [${y.rows}, ${y.outputs}]`);
    const { folds, count } = foldsOf(where, cv, x.rows);
    const foldWeights = new Array<number>(count).fill(weights ? 0 : 1);
    if (weights) {
      for (let i = 0; i < x.rows; i++) foldWeights[folds[i]] += weights[i];
      const total = foldWeights.reduce((a, b) => a + b);
      const bad = foldWeights.findIndex((w) => w === 0 || w === total);
      if (bad >= 0) throw new RidgelineError('ERR_VALUE', `${where}: sampleWeight is 0 for all rows of fold ${bad}, or for all others`);
    }
    const given = this.options.alphas === undefined ? undefined : descending(where, 'alphas', this.options.alphas);
    const penalties = given ? { alphas: given } : { count: nAlphas, eps };
    const length = given?.length ?? nAlphas;
    const { numbers, inputs } = sourceOf(training);
    const { mode } = gramOf(where, this.options.precompute ?? 'auto', x.columns);
    const grids = given ? Float64Array.from({ length: length * ratios.length }, (_, k) => given[k % length]) : new Float64Array(0);
    const [errors, alphas, open] = await runNative(
      where,
      'sparseCross',
      {
        numbers: [...numbers, ...coordinateNumbers(this.options, penalties, mode), ratios.length, count, ...ratios],
        inputs: [...inputs, grids, folds],
        outputs: [ratios.length * length * count, ratios.length * length, ratios.length * count],
      },
      training.options,
    );
    const averages = Array.from(alphas, (_, k) => average(errors.subarray(k * count, (k + 1) * count), foldWeights));
    let best = 0;
    averages.forEach(({ mean }, k) => {
      if (mean < averages[best].mean) best = k;
    });
    if (rule === 'oneStandardError') {
      const limit = averages[best].mean + averages[best].error;
      const first = best - (best % length);
      best = first + averages.slice(first, best + 1).findIndex(({ mean }) => mean <= limit);
    }
    const alpha = alphas[best];
    const l1Ratio = ratios[Math.floor(best / length)];
    const final = await coordinatePath(where, training, { ...this.options, l1Ratio }, { alphas: Float64Array.of(alpha) }, false);
    this.warnings.length = 0;
    const unfinished = open.reduce((a, b) => a + b, 0);
    if (unfinished > 0)
      warn(
        this.warnings,
        'ConvergenceWarning',
        `${where}: ${unfinished} of ${errors.length} fits on folds did not converge to tol = ${this.options.tol ?? 1e-4}; raise maxIter or eps, or scale the features`,
      );
    warnOfGaps(where, this.warnings, final, this.options.tol);
    this.fitted = { coef: final.coef, intercept: final.intercept, columns: x.columns, outputs: 1, flat: y.flat };
    const many = typeof ratio !== 'number';
    this.chosen = {
      alpha,
      l1Ratio,
      iterations: final.sweeps[0],
      gap: final.gap[0],
      alphas: new NDArray(alphas, many ? [ratios.length, length] : [length]),
      msePath: new NDArray(errors, many ? [ratios.length, length, count] : [length, count]),
    };
  }

  protected override savedState(): { arrays?: Record<string, NDArray>; state: Record<string, unknown> } {
    const { alphas, msePath, ...state } = fittedOf(this.kind, 'save', this.chosen);
    return { arrays: { alphas, msePath }, state };
  }

  protected override restoreFit(saved: SavedEstimator): void {
    super.restoreFit(saved);
    const { alphas, msePath } = saved.arrays;
    if (!alphas || !msePath) throw new RidgelineError('ERR_FORMAT', `loadEstimator: expected alphas and msePath of one ${saved.kind}`);
    const { alpha, l1Ratio, iterations, gap } = saved.state ?? {};
    this.chosen = { alpha: Number(alpha), l1Ratio: Number(l1Ratio), iterations: Number(iterations), gap: Number(gap), alphas, msePath };
  }
}

/**
 * {@link Lasso} with the penalty that predicts best: paths over a grid on all folds but one, errors on that one, then a fit on all rows. Folds run side by side. As
 * scikit-learn's LassoCV. Throws ERR_OPTION for options outside their range.
 */
export class LassoCV extends CoordinateRegressorCv<LassoCvOptions> {
  constructor(options: LassoCvOptions = {}) {
    checkOptions<LassoCvOptions>('lassoCV', options, rules);
    super('lassoCV', options);
  }

  /** As {@link Lasso.fit}, for y [n]. */
  async fit(x: FeatureInput, y: ArrayInput, options?: FitOptions): Promise<this>;
  async fit(dataset: Dataset, options?: FitOptions): Promise<this>;
  async fit(x: FeatureInput | Dataset, y?: ArrayInput | FitOptions, options?: FitOptions): Promise<this> {
    await this.choose(featureTraining('lassoCV', x, y, options), 1);
    return this;
  }

  /** What `saved` said, made again. */
  static load(saved: SavedEstimator): LassoCV {
    const model = new LassoCV(saved.options as LassoCvOptions);
    model.restoreFit(saved);
    return model;
  }
}

/** {@link ElasticNet} with penalty, and share of the absolute weights, that predict best; see {@link LassoCV}. As scikit-learn's ElasticNetCV. */
export class ElasticNetCV extends CoordinateRegressorCv<ElasticNetCvOptions> {
  constructor(options: ElasticNetCvOptions = {}) {
    checkOptions<ElasticNetCvOptions>('elasticNetCV', options, { ...rules, l1Ratio: optional(either(share, shares)) });
    super('elasticNetCV', options);
  }

  /** The share of the absolute weights that was chosen. */
  get l1Ratio(): number {
    return fittedOf(this.kind, 'l1Ratio', this.chosen).l1Ratio;
  }

  /** As {@link Lasso.fit}, for y [n]. */
  async fit(x: FeatureInput, y: ArrayInput, options?: FitOptions): Promise<this>;
  async fit(dataset: Dataset, options?: FitOptions): Promise<this>;
  async fit(x: FeatureInput | Dataset, y?: ArrayInput | FitOptions, options?: FitOptions): Promise<this> {
    await this.choose(featureTraining('elasticNetCV', x, y, options), this.options.l1Ratio ?? 0.5);
    return this;
  }

  /** What `saved` said, made again. */
  static load(saved: SavedEstimator): ElasticNetCV {
    const model = new ElasticNetCV(saved.options as ElasticNetCvOptions);
    model.restoreFit(saved);
    return model;
  }
}
