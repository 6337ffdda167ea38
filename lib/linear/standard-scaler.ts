import { boolean, checkOptions, optional } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { fittedOf } from './linear-model.ts';
import { toWeights } from './matrix.ts';
import { type SavedEstimator, writeEstimator } from './persist.ts';
import { type FitOptions, type RunOptions, runNative } from './run.ts';
import { fitTransform, listOf, rowsFor } from './transformer.ts';

/** Options of {@link StandardScaler}. */
export interface StandardScalerOptions {
  /** Take off the mean. Default true. */
  readonly withMean?: boolean;
  /** Divide by the standard deviation. Default true. */
  readonly withStd?: boolean;
}

const rules = { withMean: optional(boolean), withStd: optional(boolean) };
const where = 'standardScaler';

/**
 * Brings each feature to mean 0 and standard deviation 1 (dividing by n), in float64; a constant feature is only shifted. As scikit-learn's StandardScaler;
 * Dataset.standardize does the same in float32 for networks. Throws ERR_OPTION for options outside their range.
 */
export class StandardScaler {
  readonly options: StandardScalerOptions;
  #fit: { readonly mean: Float64Array; readonly scale: Float64Array } | undefined;

  constructor(options: StandardScalerOptions = {}) {
    checkOptions<StandardScalerOptions>(where, options, rules);
    this.options = Object.freeze({ ...options });
  }

  /** Mean of each feature [p]. Throws ERR_NOT_COMPILED before fit. */
  get mean(): NDArray {
    return listOf(fittedOf(where, 'mean', this.#fit).mean);
  }

  /** Standard deviation of each feature [p], 1 where it is constant. Throws ERR_NOT_COMPILED before fit. */
  get scale(): NDArray {
    return listOf(fittedOf(where, 'scale', this.#fit).scale);
  }

  /** Fits to rows x [n, p]; resolves with itself. Off the JavaScript thread. Throws ERR_SHAPE, ERR_VALUE for NaN, ERR_OPTION, ABORT_ERR. */
  async fit(x: ArrayInput | Dataset, options: FitOptions = {}): Promise<this> {
    const { sampleWeight, ...run } = options;
    const { data, rows, columns } = rowsFor(where, x, run);
    const weights = toWeights(where, sampleWeight, rows) ?? new Float64Array(0);
    const problem = { numbers: [rows, columns], inputs: [data, weights], outputs: [columns, columns] };
    const [mean, scale] = await runNative(where, 'moments', problem, run);
    this.#fit = { mean, scale };
    return this;
  }

  /** Rows [n, p] shifted and scaled: float64 [n, p]. Throws ERR_SHAPE for another number of features, ERR_VALUE, ABORT_ERR. */
  async transform(x: ArrayInput | Dataset, options: RunOptions = {}): Promise<NDArray> {
    const { shift, factor } = this.#map('transform');
    return this.#apply(x, shift, factor, options);
  }

  /** fit, then transform, of the same rows. */
  async fitTransform(x: ArrayInput | Dataset, options?: RunOptions): Promise<NDArray> {
    return fitTransform(this, x, options);
  }

  /** Rows as they were before transform. Throws ERR_SHAPE, ERR_VALUE, ABORT_ERR. */
  async inverseTransform(z: ArrayInput, options: RunOptions = {}): Promise<NDArray> {
    // z factor + shift = (z + shift / factor) / (1 / factor)
    const { shift, factor } = this.#map('inverseTransform');
    return this.#apply(
      z,
      shift.map((m, j) => -m / factor[j]),
      factor.map((s) => 1 / s),
      options,
    );
  }

  #map(member: string) {
    const { mean, scale } = fittedOf(where, member, this.#fit);
    const { withMean = true, withStd = true } = this.options;
    return { shift: withMean ? mean : mean.map(() => 0), factor: withStd ? scale : scale.map(() => 1) };
  }

  async #apply(x: ArrayInput | Dataset, shift: Float64Array, factor: Float64Array, options: RunOptions): Promise<NDArray> {
    const { data, rows, columns } = rowsFor(where, x, options, shift.length);
    const problem = { numbers: [rows, columns], inputs: [data, shift, factor], outputs: [rows * columns] };
    const [values] = await runNative(where, 'scale', problem, options);
    return new NDArray(values, [rows, columns]);
  }

  /** What a file holds of it. */
  saved(): SavedEstimator {
    return { kind: where, options: { ...this.options }, arrays: { mean: this.mean, scale: this.scale } };
  }

  /** Writes it as a safetensors file, which linear.loadEstimator reads. Throws ERR_FORMAT where that cannot be done. */
  async save(path: string): Promise<void> {
    await writeEstimator(path, this.saved());
  }

  /** What {@link saved} said, made again. */
  static load({ options, arrays: { mean, scale } }: SavedEstimator): StandardScaler {
    const scaler = new StandardScaler(options as StandardScalerOptions);
    if (!(mean?.data instanceof Float64Array) || !(scale?.data instanceof Float64Array) || mean.size !== scale.size)
      throw new RidgelineError('ERR_FORMAT', 'loadEstimator: expected mean and scale of a standardScaler in float64');
    scaler.#fit = { mean: mean.data, scale: scale.data };
    return scaler;
  }
}
