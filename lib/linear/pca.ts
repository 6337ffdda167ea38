import { boolean, checkOptions, either, inRange, nonNegativeInt, oneOf, optional, positiveInt, type Rule } from '../check.ts';
import { createRandom } from '../data/prng.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { fittedOf, linearMap } from './linear-model.ts';
import { type SavedEstimator, writeEstimator } from './persist.ts';
import { type RunOptions, runNative } from './run.ts';
import { fitTransform, listOf, rowsFor } from './transformer.ts';

/** Options of {@link PCA}. */
export interface PCAOptions {
  /** How many components to keep, or, in (0, 1), as many as explain this share of the variance. Default all: min(n, p). */
  readonly nComponents?: number;
  /** Divide components by their standard deviation, so that each has variance 1. Default false. */
  readonly whiten?: boolean;
  /**
   * 'full': singular values of the centered rows; 'covariance': eigenvectors of the covariance, faster where rows are many and with half the digits for
   * small components; 'randomized': the first components by random projection. Default 'auto', which chooses as scikit-learn does.
   */
  readonly solver?: 'auto' | 'full' | 'covariance' | 'randomized';
  /** Power iterations of 'randomized'. Default 7 for less than a tenth of the components, else 4. */
  readonly iteratedPower?: number;
  /** Random vectors of 'randomized' beyond the components. Default 10. */
  readonly nOversamples?: number;
  /** Of the random vectors: integer in [0, 2^53). Default 0. */
  readonly seed?: number;
}

const share: Rule<number> = inRange('(0, 1)');
const powerRule: Rule<number> = {
  expected: 'an integer in [0, 1000]',
  invalid: -1,
  test: (v): v is number => Number.isInteger(v) && (v as number) >= 0 && (v as number) <= 1000,
};
const rules = {
  nComponents: optional(either(positiveInt, share)),
  whiten: optional(boolean),
  solver: optional(oneOf('auto', 'full', 'covariance', 'randomized')),
  iteratedPower: optional(powerRule),
  nOversamples: optional(positiveInt),
  seed: optional(nonNegativeInt),
};
const methods = { full: 0, covariance: 1, randomized: 2 };

interface PCAFit {
  readonly mean: Float64Array;
  /** [components, columns] */
  readonly components: Float64Array;
  readonly singularValues: Float64Array;
  readonly explainedVariance: Float64Array;
  readonly explainedVarianceRatio: Float64Array;
  readonly noiseVariance: number;
}

/**
 * Principal components: the directions of largest variance (Goodfellow, Bengio and Courville, "Deep Learning", 2.12 and 5.8.1), with signs such that the
 * element of largest magnitude of each is positive. As scikit-learn's PCA. Throws ERR_OPTION for options outside their range.
 */
export class PCA {
  readonly options: PCAOptions;
  /** What fit() had to warn of: nothing. */
  readonly warnings: string[] = [];
  #fit: PCAFit | undefined;

  constructor(options: PCAOptions = {}) {
    checkOptions<PCAOptions>('pca', options, rules);
    this.options = Object.freeze({ ...options });
  }

  /** Unit vectors [components, p], the one of largest variance first. Throws ERR_NOT_COMPILED before fit, as all below. */
  get components(): NDArray {
    const { components, mean } = fittedOf('pca', 'components', this.#fit);
    return new NDArray(components.slice(), [components.length / mean.length, mean.length]);
  }

  /** How many components are kept. */
  get nComponents(): number {
    return fittedOf('pca', 'nComponents', this.#fit).singularValues.length;
  }

  /** Mean of each feature [p]. */
  get mean(): NDArray {
    return listOf(fittedOf('pca', 'mean', this.#fit).mean);
  }

  /** Variance along each component (dividing by n - 1). */
  get explainedVariance(): NDArray {
    return listOf(fittedOf('pca', 'explainedVariance', this.#fit).explainedVariance);
  }

  /** The same as a share of the variance of all features. */
  get explainedVarianceRatio(): NDArray {
    return listOf(fittedOf('pca', 'explainedVarianceRatio', this.#fit).explainedVarianceRatio);
  }

  /** Singular values of the centered rows. */
  get singularValues(): NDArray {
    return listOf(fittedOf('pca', 'singularValues', this.#fit).singularValues);
  }

  /** Mean variance of the components that are left out (Tipping and Bishop, "Probabilistic principal component analysis", 1999). */
  get noiseVariance(): number {
    return fittedOf('pca', 'noiseVariance', this.#fit).noiseVariance;
  }

  /**
   * Fits to rows x [n, p], n at least 2; resolves with itself. Off the JavaScript thread. Throws ERR_SHAPE, ERR_VALUE for NaN, ERR_OPTION for more
   * components than there are, ABORT_ERR.
   */
  async fit(x: ArrayInput | Dataset, options: RunOptions = {}): Promise<this> {
    const { data, rows, columns } = rowsFor('pca', x, options);
    if (rows < 2) throw new RidgelineError('ERR_SHAPE', `pca: expected 2 rows or more, got ${rows}`);
    const most = Math.min(rows, columns);
    const { nComponents = most, nOversamples = 10, seed = 0 } = this.options;
    if (nComponents > most)
      throw new RidgelineError('ERR_OPTION', `pca: expected nComponents of at most min(rows, features) = ${most}, got ${nComponents}`);
    const method = this.#method(rows, columns, nComponents);
    if (method === 'randomized' && nComponents < 1)
      throw new RidgelineError('ERR_OPTION', "pca: expected a number of components with solver 'randomized', got a share of the variance");
    const wanted = method === 'randomized' ? nComponents : most;
    const { iteratedPower = wanted < 0.1 * most ? 7 : 4 } = this.options;
    const width = Math.min(most, wanted + nOversamples);
    const [components, singularValues, mean, [total]] = await runNative(
      'pca',
      'pca',
      {
        numbers: [rows, columns, methods[method], wanted, iteratedPower],
        inputs: method === 'randomized' ? [data, normals(columns * width, seed)] : [data],
        outputs: [wanted * columns, wanted, columns, 1],
      },
      options,
    );
    const variance = singularValues.map((s) => s ** 2 / (rows - 1));
    const totalVariance = total / (rows - 1);
    const ratio = variance.map((v) => (totalVariance > 0 ? v / totalVariance : 0));
    let kept = nComponents;
    if (nComponents < 1) {
      kept = 0;
      for (let sum = 0; kept < most && sum <= nComponents; kept++) sum += ratio[kept];
    }
    const explained = variance.subarray(0, kept).reduce((a, b) => a + b, 0);
    this.#fit = {
      mean,
      components: components.slice(0, kept * columns),
      singularValues: singularValues.slice(0, kept),
      explainedVariance: variance.slice(0, kept),
      explainedVarianceRatio: ratio.slice(0, kept),
      noiseVariance: kept < most ? Math.max(0, totalVariance - explained) / (most - kept) : 0,
    };
    return this;
  }

  #method(rows: number, columns: number, nComponents: number): keyof typeof methods {
    const { solver = 'auto' } = this.options;
    if (solver !== 'auto') return solver;
    if (columns <= 1000 && rows >= 10 * columns) return 'covariance';
    if (Math.max(rows, columns) <= 500) return 'full';
    return nComponents >= 1 && nComponents < 0.8 * Math.min(rows, columns) ? 'randomized' : 'full';
  }

  /** Rows [n, p] in components: float64 [n, components]. Throws ERR_SHAPE for another number of features, ERR_VALUE, ABORT_ERR. */
  async transform(x: ArrayInput | Dataset, options: RunOptions = {}): Promise<NDArray> {
    const { mean, components, explainedVariance } = fittedOf('pca', 'transform', this.#fit);
    const matrix = rowsFor('pca', x, options, mean.length);
    const columns = mean.length;
    const outputs = explainedVariance.length;
    const coef = components.slice();
    const intercept = new Float64Array(outputs);
    for (let k = 0; k < outputs; k++) {
      // A component without variance is not blown up.
      const divisor = this.options.whiten ? Math.max(Math.sqrt(explainedVariance[k]), Number.EPSILON) : 1;
      for (let j = 0; j < columns; j++) {
        coef[k * columns + j] /= divisor;
        intercept[k] -= coef[k * columns + j] * mean[j];
      }
    }
    return new NDArray(await linearMap('pca', { coef, intercept, columns, outputs, flat: false }, matrix, options), [matrix.rows, outputs]);
  }

  /** fit, then transform, of the same rows. */
  async fitTransform(x: ArrayInput | Dataset, options?: RunOptions): Promise<NDArray> {
    return fitTransform(this, x, options);
  }

  /** Rows in components [n, components] as features again: float64 [n, p]. Throws ERR_SHAPE, ERR_VALUE, ABORT_ERR. */
  async inverseTransform(z: ArrayInput, options: RunOptions = {}): Promise<NDArray> {
    const { mean, components, explainedVariance } = fittedOf('pca', 'inverseTransform', this.#fit);
    const columns = explainedVariance.length;
    const matrix = rowsFor('pca', z, options, columns);
    const outputs = mean.length;
    const coef = new Float64Array(components.length);
    for (let k = 0; k < columns; k++) {
      const factor = this.options.whiten ? Math.sqrt(explainedVariance[k]) : 1;
      for (let j = 0; j < outputs; j++) coef[j * columns + k] = factor * components[k * outputs + j];
    }
    const fit = { coef, intercept: mean, columns, outputs, flat: false };
    return new NDArray(await linearMap('pca', fit, matrix, options), [matrix.rows, outputs]);
  }

  /** What a file holds of it. */
  saved(): SavedEstimator {
    const { noiseVariance, components: _, ...lists } = fittedOf('pca', 'save', this.#fit);
    const arrays = Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, listOf(values)]));
    return { kind: 'pca', options: { ...this.options }, arrays: { ...arrays, components: this.components }, state: { noiseVariance } };
  }

  /** Writes it as a safetensors file, which linear.loadEstimator reads. Throws ERR_FORMAT where that cannot be done. */
  async save(path: string): Promise<void> {
    await writeEstimator(path, this.saved());
  }

  /** What {@link saved} said, made again. */
  static load({ options, arrays, state }: SavedEstimator): PCA {
    const pca = new PCA(options as PCAOptions);
    const list = (name: string): Float64Array => {
      const { data } = arrays[name] ?? {};
      if (!(data instanceof Float64Array)) throw new RidgelineError('ERR_FORMAT', `loadEstimator: expected ${name} of a pca in float64`);
      return data;
    };
    const fit: PCAFit = {
      mean: list('mean'),
      components: list('components'),
      singularValues: list('singularValues'),
      explainedVariance: list('explainedVariance'),
      explainedVarianceRatio: list('explainedVarianceRatio'),
      noiseVariance: Number(state?.noiseVariance),
    };
    if (fit.components.length !== fit.mean.length * fit.explainedVariance.length)
      throw new RidgelineError('ERR_FORMAT', 'loadEstimator: the components of a pca do not fit its mean and variances');
    pca.#fit = fit;
    return pca;
  }
}

/** Standard normal numbers that follow from the seed alone (Box and Muller, 1958). */
function normals(count: number, seed: number): Float64Array {
  const { random } = createRandom(seed);
  return Float64Array.from({ length: count }, () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
}
