import { boolean, checkOptions, inRange, optional } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
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
import { warn } from './warn.ts';

/** Options of {@link LinearRegression}. */
export interface LinearRegressionOptions {
  /** Add an intercept. Default true. */
  readonly fitIntercept?: boolean;
  /** Singular values of (centered) X up to this share of the largest count as 0; in [0, 1). Default: max(n, p) times the machine's epsilon. */
  readonly tol?: number;
}

const rules = { fitIntercept: optional(boolean), tol: optional(inRange('[0, 1)')) };
const where = 'linearRegression';

/**
 * Least squares without a penalty: minimizes sum_i s_i ||y_i - W x_i - b||^2 by Householder QR. Where features are linearly dependent, or outnumber
 * rows, so that many W do equally well, the one of least norm is taken, by singular values, and a warning says so (Goodfellow, Bengio and
 * Courville, "Deep Learning", 7.3). As scikit-learn's LinearRegression. Throws ERR_OPTION for options outside their range.
 */
export class LinearRegression {
  readonly options: LinearRegressionOptions;
  /** What fit() had to warn of. */
  readonly warnings: string[] = [];
  #fit: (LinearFit & { readonly rank: number }) | undefined;

  constructor(options: LinearRegressionOptions = {}) {
    checkOptions<LinearRegressionOptions>(where, options, rules);
    this.options = Object.freeze({ ...options });
  }

  /** Weights [p], or [outputs, p] where y had columns. Throws ERR_NOT_COMPILED before fit. */
  get coef(): NDArray {
    return coefOf(fittedOf(where, 'coef', this.#fit));
  }

  /** A number, or [outputs]; 0 without an intercept. Throws ERR_NOT_COMPILED before fit. */
  get intercept(): number | NDArray {
    return interceptOf(fittedOf(where, 'intercept', this.#fit));
  }

  /** Rank of (centered) X. Throws ERR_NOT_COMPILED before fit. */
  get rank(): number {
    return fittedOf(where, 'rank', this.#fit).rank;
  }

  /**
   * Fits to rows x [n, p] and targets y [n] or [n, outputs], or to a dataset; resolves with itself. Off the JavaScript thread.
   * Throws ERR_SHAPE, ERR_VALUE for NaN, ERR_OPTION, ABORT_ERR.
   */
  async fit(x: ArrayInput, y: ArrayInput, options?: FitOptions): Promise<this>;
  async fit(dataset: Dataset, options?: FitOptions): Promise<this>;
  async fit(x: ArrayInput | Dataset, y?: ArrayInput | FitOptions, options?: FitOptions): Promise<this> {
    const given = fitArguments<ArrayInput, FitOptions>(where, x, y as ArrayInput, options);
    checkFitOptions(where, given.options);
    const training = trainingOf(where, given.x, given.y, given.options);
    const { rows, columns } = training.x;
    const { outputs, flat } = training.y;
    const { fitIntercept = true, tol = 0 } = this.options;
    const [coef, intercept, [rank]] = await runNative(
      where,
      'leastSquares',
      {
        numbers: [rows, columns, outputs, Number(fitIntercept), tol],
        inputs: [training.x.data, training.y.data, training.weights ?? new Float64Array(0)],
        outputs: [outputs * columns, outputs, 1],
      },
      given.options,
    );
    this.warnings.length = 0;
    this.#fit = { coef, intercept, columns, outputs, flat, rank };
    if (rank < columns)
      warn(
        this.warnings,
        'UnderdeterminedWarning',
        `${where}: x has ${rows} rows and ${columns} features${fitIntercept ? ', centered' : ''} of rank ${rank}, so many solutions fit equally well; ` +
          'this is the one of least norm. Ridge with a penalty has one solution',
      );
    return this;
  }

  /** Predictions for rows x: float64 [n], or [n, outputs]. Throws ERR_SHAPE for another number of features, ERR_VALUE, ABORT_ERR. */
  async predict(x: ArrayInput | Dataset, options?: RunOptions): Promise<NDArray> {
    return predictLinear(where, fittedOf(where, 'predict', this.#fit), x, options);
  }

  /** R2 of the predictions, averaged over outputs. */
  async score(x: ArrayInput, y: ArrayInput, options?: ScoreOptions): Promise<number>;
  async score(dataset: Dataset, options?: ScoreOptions): Promise<number>;
  async score(x: ArrayInput | Dataset, y?: ArrayInput | ScoreOptions, options?: ScoreOptions): Promise<number> {
    return scoreLinear(where, fittedOf(where, 'score', this.#fit), x, y, options);
  }

  /** What a file holds of it. */
  saved(): SavedEstimator {
    const fit = fittedOf(where, 'save', this.#fit);
    return { kind: where, options: { ...this.options }, arrays: savedArrays(fit), state: { rank: fit.rank, warnings: this.warnings } };
  }

  /** Writes it as a safetensors file, which linear.loadEstimator reads. Throws ERR_FORMAT where that cannot be done. */
  async save(path: string): Promise<void> {
    await writeEstimator(path, this.saved());
  }

  /** What {@link saved} said, made again. */
  static load(saved: SavedEstimator): LinearRegression {
    const regression = new LinearRegression(saved.options as LinearRegressionOptions);
    regression.#fit = { ...loadedFit(saved), rank: Number(saved.state?.rank) };
    regression.warnings.push(...savedWarnings(saved));
    return regression;
  }
}
