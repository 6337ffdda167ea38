/** What regressors with few non-zero weights share. */
import type { Dataset } from '../data/dataset.ts';
import { CsrMatrix } from '../tensor/csr.ts';
import type { ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { type FeatureInput, predictFeatures, scoreFeatures } from './features.ts';
import { coefOf, fittedOf, interceptOf, type LinearFit, loadedFit, savedArrays, type ScoreOptions } from './linear-model.ts';
import { type SavedEstimator, savedWarnings, writeEstimator } from './persist.ts';
import type { RunOptions } from './run.ts';

/** Rows, columns and numbers of the weights that are not 0, as a sparse matrix [outputs, p]. */
function sparseOf({ coef, columns, outputs }: LinearFit): CsrMatrix {
  const places = Array.from(coef.keys()).filter((k) => coef[k] !== 0);
  const indptr = new Int32Array(outputs + 1);
  for (const k of places) indptr[Math.floor(k / columns) + 1]++;
  for (let t = 0; t < outputs; t++) indptr[t + 1] += indptr[t];
  return new CsrMatrix(
    Float64Array.from(places, (k) => coef[k]),
    Int32Array.from(places, (k) => k % columns),
    indptr,
    [outputs, columns],
  );
}

/** A fitted linear map with few weights: members that do not depend on how it was fitted. */
export class SparseRegressor<O extends object> {
  /** Its name in messages and files. */
  readonly kind: string;
  readonly options: O;
  /** What fit() had to warn of. */
  readonly warnings: string[] = [];
  protected fitted: LinearFit | undefined;

  protected constructor(kind: string, options: O) {
    this.kind = kind;
    this.options = Object.freeze({ ...options });
  }

  protected get current(): LinearFit {
    return fittedOf(this.kind, 'a fitted property', this.fitted);
  }

  /** Weights [p], or [outputs, p] where y had columns. Throws ERR_NOT_COMPILED before fit. */
  get coef(): NDArray {
    return coefOf(fittedOf(this.kind, 'coef', this.fitted));
  }

  /** The weights that are not 0, as a sparse matrix [outputs, p]. Throws ERR_NOT_COMPILED before fit. */
  get sparseCoef(): CsrMatrix {
    return sparseOf(fittedOf(this.kind, 'sparseCoef', this.fitted));
  }

  /** A number, or [outputs]; 0 without an intercept. Throws ERR_NOT_COMPILED before fit. */
  get intercept(): number | NDArray {
    return interceptOf(fittedOf(this.kind, 'intercept', this.fitted));
  }

  /** Predictions for rows x, dense or sparse: float64 [n], or [n, outputs]. Throws ERR_SHAPE for another number of features, ERR_VALUE, ABORT_ERR. */
  async predict(x: FeatureInput | Dataset, options?: RunOptions): Promise<NDArray> {
    return predictFeatures(this.kind, fittedOf(this.kind, 'predict', this.fitted), x, options);
  }

  /** R2 of the predictions, averaged over outputs. */
  async score(x: FeatureInput, y: ArrayInput, options?: ScoreOptions): Promise<number>;
  async score(dataset: Dataset, options?: ScoreOptions): Promise<number>;
  async score(x: FeatureInput | Dataset, y?: ArrayInput | ScoreOptions, options?: ScoreOptions): Promise<number> {
    return scoreFeatures(this.kind, fittedOf(this.kind, 'score', this.fitted), x, y, options);
  }

  /** Numbers that a file holds besides weights and intercept. */
  protected savedState(): { arrays?: Record<string, NDArray>; state: Record<string, unknown> } {
    return { state: {} };
  }

  /** What a file holds of it. Matrices among the options are left out. */
  saved(): SavedEstimator {
    const fit = fittedOf(this.kind, 'save', this.fitted);
    const { arrays, state } = this.savedState();
    const plain = Object.entries(this.options).filter(([name, v]) => name !== 'precompute' || typeof v !== 'object');
    return {
      kind: this.kind,
      options: Object.fromEntries(plain),
      arrays: { ...savedArrays(fit), ...arrays },
      state: { ...state, warnings: this.warnings },
    };
  }

  /** Writes it as a safetensors file, which linear.loadEstimator reads. Throws ERR_FORMAT where that cannot be done. */
  async save(path: string): Promise<void> {
    await writeEstimator(path, this.saved());
  }

  protected restoreFit(saved: SavedEstimator): void {
    this.fitted = loadedFit(saved);
    this.warnings.push(...savedWarnings(saved));
  }
}
