import { boolean, checkOptions, oneOf, optional } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { foldsRule } from './folds.ts';
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
  trainingOf,
} from './linear-model.ts';
import { fitArguments } from './matrix.ts';
import { type SavedEstimator, writeEstimator } from './persist.ts';
import { type RidgeScoring, scoreFolds } from './ridge-folds.ts';
import { alphaList, ridgeSpectrum } from './ridge-path.ts';
import { checkFitOptions, type FitOptions, type RunOptions } from './run.ts';

/** Options of {@link RidgeCV}. */
export interface RidgeCVOptions {
  /** Penalties to choose from, above 0. Default [0.1, 1, 10]. */
  readonly alphas?: readonly number[];
  /** Add an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /** Choose an alpha for each output by itself; not with `cv`. Default false. */
  readonly alphaPerTarget?: boolean;
  /** Folds: how many runs of neighbouring rows (2 or more), or the fold of each row, counted from 0. Default: rows are left out one at a time. */
  readonly cv?: number | readonly number[];
  /** What alphas are chosen by, with `cv`: R2 on the fold that was left out, or minus its mean squared error. Default 'r2'. */
  readonly scoring?: RidgeScoring;
  /** Keep the squared errors of all rows and alphas, or with `cv` the scores of folds, as `cvResults`. Default false. */
  readonly storeCvResults?: boolean;
}

const rules = {
  alphas: optional(alphaList(false)),
  fitIntercept: optional(boolean),
  alphaPerTarget: optional(boolean),
  cv: optional(foldsRule),
  scoring: optional(oneOf('r2', 'negMeanSquaredError')),
  storeCvResults: optional(boolean),
};

interface RidgeCVFit extends LinearFit {
  /** One, or one per output. */
  readonly alpha: Float64Array;
  readonly bestScore: Float64Array;
  readonly cvResults: NDArray | undefined;
}

/**
 * Ridge regression with the alpha whose predictions of rows left out, one at a time, have the least mean squared error; all of them from one singular
 * value decomposition (Golub, Heath and Wahba, "Generalized cross-validation as a method for choosing a good ridge parameter", 1979); with
 * `cv`, the alpha of the best mean score on folds that are left out (Hastie, Tibshirani and Friedman 2009, 7.10), one decomposition for each. As scikit-learn's RidgeCV.
 * Throws ERR_OPTION for options outside their range, or that contradict each other.
 */
export class RidgeCV {
  readonly options: RidgeCVOptions;
  /** What fit() had to warn of: nothing. */
  readonly warnings: string[] = [];
  #fit: RidgeCVFit | undefined;

  constructor(options: RidgeCVOptions = {}) {
    checkOptions<RidgeCVOptions>('ridgeCV', options, rules);
    if (options.cv === undefined && options.scoring !== undefined)
      throw new RidgelineError('ERR_OPTION', `ridgeCV: expected scoring with cv only, got '${options.scoring}' without`);
    if (options.cv !== undefined && options.alphaPerTarget)
      throw new RidgelineError('ERR_OPTION', 'ridgeCV: expected no alphaPerTarget with cv, got true');
    this.options = Object.freeze({ ...options });
  }

  /** Weights [p], or [outputs, p] where y had columns. Throws ERR_NOT_COMPILED before fit. */
  get coef(): NDArray {
    return coefOf(fittedOf('ridgeCV', 'coef', this.#fit));
  }

  /** A number, or [outputs]; 0 without an intercept. Throws ERR_NOT_COMPILED before fit. */
  get intercept(): number | NDArray {
    return interceptOf(fittedOf('ridgeCV', 'intercept', this.#fit));
  }

  /** The alpha that was chosen; a list with `alphaPerTarget`. Throws ERR_NOT_COMPILED before fit. */
  get alpha(): number | NDArray {
    return this.#choice('alpha');
  }

  /** Minus the mean squared error of rows left out, at that alpha, or with `cv` the mean score of folds; a list with `alphaPerTarget`. Throws ERR_NOT_COMPILED before fit. */
  get bestScore(): number | NDArray {
    return this.#choice('bestScore');
  }

  /** Squared errors of rows left out, times their weights: [n, alphas], or [n, outputs, alphas]; with `cv`, scores [alphas, folds]. Undefined without `storeCvResults`. */
  get cvResults(): NDArray | undefined {
    return fittedOf('ridgeCV', 'cvResults', this.#fit).cvResults;
  }

  #choice(member: 'alpha' | 'bestScore'): number | NDArray {
    const values = fittedOf('ridgeCV', member, this.#fit)[member];
    return this.options.alphaPerTarget ? new NDArray(values, [values.length]) : values[0];
  }

  /**
   * Fits to rows x [n, p] and targets y [n] or [n, outputs], or to a dataset; resolves with itself. Off the JavaScript thread.
   * Throws ERR_SHAPE, ERR_VALUE for NaN, ERR_OPTION, ABORT_ERR.
   */
  async fit(x: ArrayInput, y: ArrayInput, options?: FitOptions): Promise<this>;
  async fit(dataset: Dataset, options?: FitOptions): Promise<this>;
  async fit(x: ArrayInput | Dataset, y?: ArrayInput | FitOptions, options?: FitOptions): Promise<this> {
    const given = fitArguments<ArrayInput, FitOptions>('ridgeCV', x, y as ArrayInput, options);
    checkFitOptions('ridgeCV', given.options);
    const training = trainingOf('ridgeCV', given.x, given.y, given.options);
    this.#fit =
      this.options.cv === undefined
        ? await this.#leaveOneOut(training, given.options)
        : await this.#byFolds(training, given.options, this.options.cv);
    return this;
  }

  async #byFolds(training: Training, options: FitOptions, cv: number | readonly number[]): Promise<RidgeCVFit> {
    const { alphas = [0.1, 1, 10], fitIntercept = true, scoring = 'r2', storeCvResults = false } = this.options;
    const { scores, count } = await scoreFolds('ridgeCV', training, { alphas, fitIntercept, cv, scoring }, options);
    const means = alphas.map((_, a) => scores.subarray(a * count, (a + 1) * count).reduce((sum, v) => sum + v / count, 0));
    const best = means.reduce((b, v, a) => (v > means[b] ? a : b), 0);
    const { signal } = options;
    const { coef, intercept } = await ridgeSpectrum('ridgeCV', training, { alphas: [alphas[best]], fitIntercept }, { signal });
    return {
      coef,
      intercept,
      columns: training.x.columns,
      outputs: training.y.outputs,
      flat: training.y.flat,
      alpha: Float64Array.of(alphas[best]),
      bestScore: Float64Array.of(means[best]),
      cvResults: storeCvResults ? new NDArray(scores, [alphas.length, count]) : undefined,
    };
  }

  async #leaveOneOut(training: Training, options: FitOptions): Promise<RidgeCVFit> {
    const { rows, columns } = training.x;
    const { outputs, flat } = training.y;
    const { alphas = [0.1, 1, 10], fitIntercept = true, alphaPerTarget = false, storeCvResults = false } = this.options;
    if (rows < 2) throw new RidgelineError('ERR_SHAPE', `ridgeCV: expected 2 rows or more to leave one out, got ${rows}`);
    const all = await ridgeSpectrum('ridgeCV', training, { alphas, fitIntercept, leaveOneOut: true }, options);
    // Mean squared error of each alpha and output.
    const mse = new Float64Array(alphas.length * outputs);
    for (let a = 0, at = 0; a < alphas.length; a++)
      for (let i = 0; i < rows; i++) for (let t = 0; t < outputs; t++, at++) mse[a * outputs + t] += all.errors[at] ** 2 / rows;
    const overall = alphas.map((_, a) => mse.subarray(a * outputs, (a + 1) * outputs).reduce((sum, v) => sum + v / outputs, 0));
    const best = (errors: readonly number[]): number => errors.reduce((b, v, a) => (v < errors[b] ? a : b), 0);
    const picks = Array.from({ length: outputs }, (_, t) => best(alphaPerTarget ? alphas.map((_, a) => mse[a * outputs + t]) : overall));
    const coef = new Float64Array(outputs * columns);
    const intercept = new Float64Array(outputs);
    picks.forEach((a, t) => {
      coef.set(all.coef.subarray((a * outputs + t) * columns, (a * outputs + t + 1) * columns), t * columns);
      intercept[t] = all.intercept[a * outputs + t];
    });
    const told = alphaPerTarget ? picks : picks.slice(0, 1);
    return {
      coef,
      intercept,
      columns,
      outputs,
      flat,
      alpha: Float64Array.from(told, (a) => alphas[a]),
      bestScore: Float64Array.from(told, (a, t) => -(alphaPerTarget ? mse[a * outputs + t] : overall[a])),
      cvResults: storeCvResults ? squares(all.errors, alphas.length, rows, outputs, flat) : undefined,
    };
  }

  /** Predictions for rows x: float64 [n], or [n, outputs]. Throws ERR_SHAPE for another number of features, ERR_VALUE, ABORT_ERR. */
  async predict(x: ArrayInput | Dataset, options?: RunOptions): Promise<NDArray> {
    return predictLinear('ridgeCV', fittedOf('ridgeCV', 'predict', this.#fit), x, options);
  }

  /** R2 of the predictions, averaged over outputs. */
  async score(x: ArrayInput, y: ArrayInput, options?: ScoreOptions): Promise<number>;
  async score(dataset: Dataset, options?: ScoreOptions): Promise<number>;
  async score(x: ArrayInput | Dataset, y?: ArrayInput | ScoreOptions, options?: ScoreOptions): Promise<number> {
    return scoreLinear('ridgeCV', fittedOf('ridgeCV', 'score', this.#fit), x, y, options);
  }

  /** What a file holds of it: all but cvResults. */
  saved(): SavedEstimator {
    const fit = fittedOf('ridgeCV', 'save', this.#fit);
    const choice = (values: Float64Array) => new NDArray(values, [values.length]);
    return {
      kind: 'ridgeCV',
      options: { ...this.options },
      arrays: { ...savedArrays(fit), alpha: choice(fit.alpha), bestScore: choice(fit.bestScore) },
    };
  }

  /** Writes it as a safetensors file, which linear.loadEstimator reads. Throws ERR_FORMAT where that cannot be done. */
  async save(path: string): Promise<void> {
    await writeEstimator(path, this.saved());
  }

  /** What {@link saved} said, made again. */
  static load(saved: SavedEstimator): RidgeCV {
    const ridge = new RidgeCV(saved.options as RidgeCVOptions);
    const { alpha, bestScore } = saved.arrays;
    if (!alpha || !bestScore) throw new RidgelineError('ERR_FORMAT', 'loadEstimator: expected alpha and bestScore of a ridgeCV');
    ridge.#fit = {
      ...loadedFit(saved),
      alpha: Float64Array.from(alpha.data),
      bestScore: Float64Array.from(bestScore.data),
      cvResults: undefined,
    };
    return ridge;
  }
}

/** Errors [alphas, rows, outputs] squared, with alphas as the last axis. */
function squares(errors: Float64Array, alphas: number, rows: number, outputs: number, flat: boolean): NDArray {
  const cells = rows * outputs;
  const out = new Float64Array(errors.length);
  for (let a = 0; a < alphas; a++) for (let i = 0; i < cells; i++) out[i * alphas + a] = errors[a * cells + i] ** 2;
  return new NDArray(out, flat ? [rows, alphas] : [rows, outputs, alphas]);
}
