import { boolean, checkOptions, nonNegativeInt, optional } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { fittedOf } from './linear-model.ts';
import { type SavedEstimator, writeEstimator } from './persist.ts';
import { type RunOptions, runNative } from './run.ts';
import { fitTransform, rowsFor } from './transformer.ts';

/** Options of {@link PolynomialFeatures}. */
export interface PolynomialFeaturesOptions {
  /** Highest degree of a product. Default 2. */
  readonly degree?: number;
  /** Only products of different features: no squares. Default false. */
  readonly interactionOnly?: boolean;
  /** Begin with a column of ones. Default true. */
  readonly includeBias?: boolean;
}

const rules = { degree: optional(nonNegativeInt), interactionOnly: optional(boolean), includeBias: optional(boolean) };
/** More output features than this are a mistake in the degree. */
const maxTerms = 1e7;

/** Each output feature as an earlier one times a feature; -1 for none. */
interface Terms {
  readonly columns: number;
  readonly before: Int32Array;
  readonly feature: Int32Array;
}

/**
 * All products of features up to a degree, lower degrees first and each degree in the order of its features: 1, x0, x1, x0^2, x0 x1, x1^2. As scikit-learn's
 * PolynomialFeatures (Goodfellow, Bengio and Courville, "Deep Learning", 5.2). Throws ERR_OPTION for options outside their range.
 */
export class PolynomialFeatures {
  readonly options: PolynomialFeaturesOptions;
  #terms: Terms | undefined;

  constructor(options: PolynomialFeaturesOptions = {}) {
    checkOptions<PolynomialFeaturesOptions>('polynomialFeatures', options, rules);
    this.options = Object.freeze({ ...options });
  }

  /** Output features. Throws ERR_NOT_COMPILED before fit. */
  get nOutputFeatures(): number {
    return fittedOf('polynomialFeatures', 'nOutputFeatures', this.#terms).before.length;
  }

  /** Exponents of each feature in each output feature: int32 [outputs, p]. Throws ERR_NOT_COMPILED before fit. */
  get powers(): NDArray {
    const { columns, before, feature } = fittedOf('polynomialFeatures', 'powers', this.#terms);
    const powers = new Int32Array(before.length * columns);
    for (let t = 0; t < before.length; t++) {
      if (before[t] >= 0) powers.copyWithin(t * columns, before[t] * columns, (before[t] + 1) * columns);
      if (feature[t] >= 0) powers[t * columns + feature[t]]++;
    }
    return new NDArray(powers, [before.length, columns]);
  }

  /** Names of the output features, as '1', 'x0', 'x0^2 x1'; `names` are those of the features. Throws ERR_SHAPE for another number of names. */
  featureNames(names?: readonly string[]): string[] {
    const { columns } = fittedOf('polynomialFeatures', 'featureNames', this.#terms);
    if (names !== undefined && names.length !== columns)
      throw new RidgelineError('ERR_SHAPE', `polynomialFeatures: expected ${columns} names, got ${names.length}`);
    const { data, shape } = this.powers;
    return Array.from({ length: shape[0] }, (_, t) => {
      const factors: string[] = [];
      for (let j = 0; j < columns; j++) {
        const power = data[t * columns + j];
        if (power > 0) factors.push(`${names?.[j] ?? `x${j}`}${power > 1 ? `^${power}` : ''}`);
      }
      return factors.length > 0 ? factors.join(' ') : '1';
    });
  }

  /** Takes the number of features from rows x [n, p]; resolves with itself. Throws ERR_SHAPE, ERR_VALUE, ERR_OPTION for too many output features. */
  async fit(x: ArrayInput | Dataset, options: RunOptions = {}): Promise<this> {
    this.#terms = this.#termsOf(rowsFor('polynomialFeatures', x, options).columns);
    return this;
  }

  #termsOf(columns: number): Terms {
    const { degree = 2, interactionOnly = false, includeBias = true } = this.options;
    const before: number[] = [];
    const feature: number[] = [];
    const add = (b: number, f: number) => {
      if (before.length >= maxTerms)
        throw new RidgelineError(
          'ERR_OPTION',
          `polynomialFeatures: degree ${degree} of ${columns} features has more than ${maxTerms} products; lower the degree`,
        );
      before.push(b);
      feature.push(f);
    };
    if (includeBias) add(-1, -1);
    // Terms of one degree: each of the degree before times the features from its last one on.
    let begin = before.length;
    for (let d = 1; d <= degree; d++) {
      const end = before.length;
      if (d === 1) for (let j = 0; j < columns; j++) add(-1, j);
      else for (let b = begin; b < end; b++) for (let j = feature[b] + Number(interactionOnly); j < columns; j++) add(b, j);
      if (before.length === end) break;
      begin = end;
    }
    if (before.length === 0)
      throw new RidgelineError(
        'ERR_OPTION',
        'polynomialFeatures: expected a degree of 1 or more without includeBias, got 0: no features are left',
      );
    return { columns, before: Int32Array.from(before), feature: Int32Array.from(feature) };
  }

  /** Rows [n, p] as products: float64 [n, outputs]. Throws ERR_SHAPE for another number of features, ERR_VALUE, ABORT_ERR. */
  async transform(x: ArrayInput | Dataset, options: RunOptions = {}): Promise<NDArray> {
    const { columns, before, feature } = fittedOf('polynomialFeatures', 'transform', this.#terms);
    const { data, rows } = rowsFor('polynomialFeatures', x, options, columns);
    const terms = before.length;
    const problem = { numbers: [rows, columns, terms], inputs: [data, before, feature], outputs: [rows * terms] };
    const [values] = await runNative('polynomialFeatures', 'polynomial', problem, options);
    return new NDArray(values, [rows, terms]);
  }

  /** fit, then transform, of the same rows. */
  async fitTransform(x: ArrayInput | Dataset, options?: RunOptions): Promise<NDArray> {
    return fitTransform(this, x, options);
  }

  /** What a file holds of it. */
  saved(): SavedEstimator {
    const { columns } = fittedOf('polynomialFeatures', 'save', this.#terms);
    return { kind: 'polynomialFeatures', options: { ...this.options }, arrays: {}, state: { columns } };
  }

  /** Writes it as a safetensors file, which linear.loadEstimator reads. Throws ERR_FORMAT where that cannot be done. */
  async save(path: string): Promise<void> {
    await writeEstimator(path, this.saved());
  }

  /** What {@link saved} said, made again. */
  static load({ options, state }: SavedEstimator): PolynomialFeatures {
    const polynomial = new PolynomialFeatures(options as PolynomialFeaturesOptions);
    const columns = state?.columns;
    if (!Number.isSafeInteger(columns) || (columns as number) < 1)
      throw new RidgelineError('ERR_FORMAT', 'loadEstimator: expected the number of features of polynomialFeatures');
    polynomial.#terms = polynomial.#termsOf(columns as number);
    return polynomial;
  }
}
