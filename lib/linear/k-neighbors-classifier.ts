import { checkOptions, either, functionRule, oneOf, optional, positiveInt, type Rule } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { accuracyScore, type Label, type LabelInput, type Labels, labelsOf, type Predicted, toLabels, toPredicted } from './labels.ts';
import { fittedOf, type ScoreOptions } from './linear-model.ts';
import { fitArguments, type Matrix, toMatrix, toWeights } from './matrix.ts';
import { type SavedEstimator, writeEstimator } from './persist.ts';
import { checkRunOptions, type RunOptions, runNative, throwIfAborted } from './run.ts';
import { rowsFor } from './transformer.ts';

/** A distance of two rows: 0 or more, and smaller for rows that are nearer. The arrays are views that must not be kept or written to. */
export type Metric = (a: Float64Array, b: Float64Array) => number;

/** Options of {@link KNeighborsClassifier}. */
export interface KNeighborsClassifierOptions {
  /** Neighbors that vote. Default 5. */
  readonly nNeighbors?: number;
  /** One vote each, or votes of 1 / distance. Default 'uniform'. */
  readonly weights?: 'uniform' | 'distance';
  /** 'euclidean', or any function of two rows, which is called for every pair on the JavaScript thread, a few milliseconds at a time. Default 'euclidean'. */
  readonly metric?: 'euclidean' | Metric;
}

const rules = {
  nNeighbors: optional(positiveInt),
  weights: optional(oneOf('uniform', 'distance')),
  metric: optional(either(oneOf('euclidean'), functionRule as Rule<Metric>)),
};
const where = 'kNeighborsClassifier';
/** How long a metric keeps the JavaScript thread at a time. */
const sliceMilliseconds = 5;

/** The nearest rows that {@link KNeighborsClassifier.kneighbors} finds. */
export interface Neighbors {
  /** float64 [queries, neighbors], ascending. */
  readonly distances: NDArray;
  /** int32 [queries, neighbors]: positions among the rows of fit; of equally near ones the first comes first. */
  readonly indices: NDArray;
}

/**
 * A row's class is that of most of its nearest neighbors among the rows of fit, the first class where several have as many (Goodfellow, Bengio and Courville,
 * "Deep Learning", 5.7.3). With one neighbor its training error is zero: that is its capacity, and no sign that it generalizes. Distances are
 * exact, from products of matrices. As scikit-learn's KNeighborsClassifier with algorithm 'brute'. Throws ERR_OPTION for options outside their range.
 */
export class KNeighborsClassifier {
  readonly options: KNeighborsClassifierOptions;
  /** What fit() had to warn of: nothing. */
  readonly warnings: string[] = [];
  #fit: (Labels & { readonly x: Matrix }) | undefined;

  constructor(options: KNeighborsClassifierOptions = {}) {
    checkOptions<KNeighborsClassifierOptions>(where, options, rules);
    this.options = Object.freeze({ ...options });
  }

  /** The labels that there are, in order. Throws ERR_NOT_COMPILED before fit. */
  get classes(): readonly Label[] {
    return fittedOf(where, 'classes', this.#fit).classes;
  }

  /**
   * Keeps a copy of rows x [n, p] and labels y [n], numbers or strings; resolves with itself. Throws ERR_SHAPE for fewer rows than neighbors, ERR_VALUE
   * for NaN, ERR_OPTION, ABORT_ERR.
   */
  async fit(x: ArrayInput, y: LabelInput, options?: RunOptions): Promise<this>;
  async fit(dataset: Dataset, options?: RunOptions): Promise<this>;
  async fit(x: ArrayInput | Dataset, y?: LabelInput | RunOptions, options?: RunOptions): Promise<this> {
    const given = fitArguments<LabelInput, RunOptions>(where, x, y, options);
    checkRunOptions(where, given.options);
    throwIfAborted(where, given.options.signal);
    const matrix = toMatrix(where, 'x', given.x);
    const { nNeighbors = 5 } = this.options;
    if (matrix.rows < nNeighbors)
      throw new RidgelineError('ERR_SHAPE', `${where}: expected at least nNeighbors = ${nNeighbors} rows for x, got ${matrix.rows}`);
    const labels = toLabels(where, 'y', given.y, matrix.rows, 1);
    this.#fit = { ...labels, x: { ...matrix, data: matrix.data.slice() } };
    return this;
  }

  /** The nearest rows of fit for each row of x [queries, p]. Throws ERR_SHAPE for another number of features, ERR_VALUE, ABORT_ERR. */
  async kneighbors(x: ArrayInput | Dataset, options: RunOptions = {}): Promise<Neighbors> {
    const { x: known } = fittedOf(where, 'kneighbors', this.#fit);
    const queries = rowsFor(where, x, options, known.columns);
    const { nNeighbors = 5, metric = 'euclidean' } = this.options;
    const size = queries.rows * nNeighbors;
    const [positions, distances] =
      typeof metric === 'function'
        ? await byMetric(known, queries, nNeighbors, metric, options)
        : await runNative(
            where,
            'neighbors',
            {
              numbers: [known.rows, known.columns, queries.rows, nNeighbors],
              inputs: [known.data, queries.data],
              outputs: [size, size],
            },
            options,
          );
    const shape = [queries.rows, nNeighbors];
    return { distances: new NDArray(distances, shape), indices: new NDArray(Int32Array.from(positions), shape) };
  }

  /** The share of votes of each class: float64 [queries, classes]. Throws ERR_SHAPE, ERR_VALUE, ABORT_ERR. */
  async predictProba(x: ArrayInput | Dataset, options: RunOptions = {}): Promise<NDArray> {
    const { codes, classes } = fittedOf(where, 'predictProba', this.#fit);
    const { distances, indices } = await this.kneighbors(x, options);
    const [rows, neighbors] = indices.shape;
    const votes = new Float64Array(rows * classes.length);
    for (let i = 0; i < rows; i++) {
      const near = distances.data.subarray(i * neighbors, (i + 1) * neighbors) as Float64Array;
      const weights = this.options.weights === 'distance' ? inverse(near) : near.map(() => 1);
      const total = weights.reduce((a, b) => a + b, 0);
      weights.forEach((w, k) => {
        votes[i * classes.length + codes[indices.data[i * neighbors + k]]] += w / total;
      });
    }
    return new NDArray(votes, [rows, classes.length]);
  }

  /** The class with most votes for each row of x: an NDArray of numbers, or an array of strings. Throws ERR_SHAPE, ERR_VALUE, ABORT_ERR. */
  async predict(x: ArrayInput | Dataset, options: RunOptions = {}): Promise<Predicted> {
    const { classes } = fittedOf(where, 'predict', this.#fit);
    const { data, shape } = await this.predictProba(x, options);
    const best = Int32Array.from({ length: shape[0] }, (_, i) => {
      let at = 0;
      // Shares of as many votes differ by rounding alone.
      for (let c = 1; c < classes.length; c++) if (data[i * classes.length + c] > data[i * classes.length + at] + 1e-12) at = c;
      return at;
    });
    return toPredicted(best, classes);
  }

  /** The share of rows whose label is predicted. */
  async score(x: ArrayInput, y: LabelInput, options?: ScoreOptions): Promise<number>;
  async score(dataset: Dataset, options?: ScoreOptions): Promise<number>;
  async score(x: ArrayInput | Dataset, y?: LabelInput | ScoreOptions, options?: ScoreOptions): Promise<number> {
    const given = fitArguments<LabelInput, ScoreOptions>(where, x, y, options);
    const { sampleWeight, ...run } = given.options;
    const predicted = await this.predict(given.x, run);
    const rows = predicted instanceof NDArray ? predicted.size : predicted.length;
    return accuracyScore(predicted, labelsOf(where, 'y', given.y, rows), toWeights(where, sampleWeight, rows));
  }

  /** What a file holds of it. Throws ERR_OPTION for a metric that is a function, which a file cannot hold. */
  saved(): SavedEstimator {
    const { x, codes, classes } = fittedOf(where, 'save', this.#fit);
    if (typeof this.options.metric === 'function')
      throw new RidgelineError('ERR_OPTION', `${where}: a metric that is a function cannot be saved; a file holds numbers and names only`);
    const arrays = { x: new NDArray(x.data, [x.rows, x.columns]), codes: new NDArray(codes, [codes.length]) };
    return { kind: where, options: { ...this.options }, arrays, state: { classes } };
  }

  /** Writes it as a safetensors file, which linear.loadEstimator reads. Throws ERR_FORMAT where that cannot be done, ERR_OPTION for a metric of one's own. */
  async save(path: string): Promise<void> {
    await writeEstimator(path, this.saved());
  }

  /** What {@link saved} said, made again. */
  static load({ options, arrays: { x, codes }, state }: SavedEstimator): KNeighborsClassifier {
    const classifier = new KNeighborsClassifier(options as KNeighborsClassifierOptions);
    const classes = state?.classes;
    if (
      !(x?.data instanceof Float64Array) ||
      !(codes?.data instanceof Int32Array) ||
      x.shape.length !== 2 ||
      x.shape[0] !== codes.size ||
      x.shape[0] < (classifier.options.nNeighbors ?? 5) ||
      !isClasses(classes) ||
      codes.data.some((c) => c < 0 || c >= classes.length)
    )
      throw new RidgelineError('ERR_FORMAT', `loadEstimator: expected rows, codes and classes of a ${where}`);
    classifier.#fit = { x: { data: x.data, rows: x.shape[0], columns: x.shape[1] }, codes: codes.data, classes };
    return classifier;
  }
}

const isClasses = (value: unknown): value is readonly Label[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((v) => typeof v === typeof value[0] && (typeof v === 'string' || typeof v === 'number'));

/** Votes of 1 / distance; where some rows are the query itself, only these vote. */
function inverse(distances: Float64Array): Float64Array {
  const same = distances.some((d) => d === 0);
  return distances.map((d) => (same ? Number(d === 0) : 1 / d));
}

/** The nearest rows by a metric of the user's, with other work let in every few milliseconds. */
async function byMetric(
  known: Matrix,
  queries: Matrix,
  neighbors: number,
  metric: Metric,
  { signal, onProgress }: RunOptions,
): Promise<[Float64Array, Float64Array]> {
  const row = (m: Matrix, i: number) => m.data.subarray(i * m.columns, (i + 1) * m.columns);
  const rows = Array.from({ length: known.rows }, (_, i) => row(known, i));
  const positions = new Float64Array(queries.rows * neighbors);
  const distances = new Float64Array(queries.rows * neighbors);
  const all = new Float64Array(known.rows);
  let began = performance.now();
  for (let q = 0; q < queries.rows; q++) {
    const query = row(queries, q);
    for (let i = 0; i < known.rows; i++) {
      const d = metric(query, rows[i]);
      if (!(d >= 0)) throw new RidgelineError('ERR_VALUE', `${where}: expected a distance of 0 or more from metric, got ${d} for row ${i}`);
      all[i] = d;
      if ((i & 255) === 255 && performance.now() - began > sliceMilliseconds) {
        await new Promise(setImmediate);
        throwIfAborted(where, signal);
        began = performance.now();
      }
    }
    const order = Uint32Array.from(all, (_, i) => i).sort((a, b) => all[a] - all[b] || a - b);
    for (let k = 0; k < neighbors; k++) {
      positions[q * neighbors + k] = order[k];
      distances[q * neighbors + k] = all[order[k]];
    }
    if (performance.now() - began > sliceMilliseconds) {
      onProgress?.({ done: q + 1, total: queries.rows, value: 0 });
      await new Promise(setImmediate);
      throwIfAborted(where, signal);
      began = performance.now();
    }
  }
  return [positions, distances];
}
