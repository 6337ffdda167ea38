import { boolean, check, checkOptions, inRange, nonNegativeInt, optional, positiveInt, show } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { newTypedArray } from '../tensor/dtype.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { shuffledIndices } from './prng.ts';
import { labelsForStratify, splitIndices, stratifiedSplitIndices } from './split.ts';
import { applyMoments, momentsOf } from './standardize.ts';

/** What a {@link Dataset} is made of. */
export interface DatasetParts {
  /** Inputs, [n, ...row shape]. */
  x: NDArray;
  /** Targets, [n] or [n, ...]; absent where there are none to learn. */
  y?: NDArray;
  /** A name per feature. */
  featureNames?: readonly string[];
  /** A name per class: y holds indices into it. */
  classNames?: readonly string[];
}

/** Names of parts that {@link Dataset.split} makes, in the order it deals rows and iterates. */
export type PartName = 'train' | 'validation' | 'test';
/** Parts by name; also iterable in the order train, validation, test: `const [train, test] = ds.split(0.8)`. */
export type Split<K extends PartName> = { readonly [P in K]: Dataset } & Iterable<Dataset>;

/** Options of {@link Dataset.split}. */
export interface SplitOptions {
  /** Integer in [0, 2^53) that decides which row goes where. Default 0. */
  seed?: number;
  /** Keep the proportions of the classes in y, to within one row per class and part. Default false. */
  stratify?: boolean;
}

/** What {@link Dataset.standardize} returns. */
export interface Standardized {
  /** The dataset with every feature at mean 0 and standard deviation 1, as float32. */
  readonly dataset: Dataset;
  /** The same shift and scale for other data: a dataset, rows, or one row. ERR_SHAPE for rows of another shape. */
  apply(x: Dataset): Dataset;
  apply(x: ArrayInput): NDArray;
  /** Per feature, in float64. */
  readonly mean: Float64Array;
  /** Standard deviation per feature (dividing by n), 1 where the feature is constant. */
  readonly scale: Float64Array;
}

const partNames: readonly PartName[] = ['train', 'validation', 'test'];

/** Rows of x and, where there are any, of y. Immutable in shape; `take`, `batches` and `split` never change the original. */
export class Dataset {
  readonly x: NDArray;
  readonly y: NDArray | undefined;
  readonly featureNames: readonly string[] | undefined;
  readonly classNames: readonly string[] | undefined;

  /** Throws ERR_OPTION for x or y that is no NDArray; ERR_SHAPE where x is a scalar or y has another number of rows. */
  constructor(parts: DatasetParts) {
    const { x, y, featureNames, classNames } = parts ?? {};
    for (const [name, array] of [
      ['x', x],
      ['y', y],
    ] as const) {
      if (array instanceof NDArray || (name === 'y' && array === undefined)) continue;
      throw new RidgelineError(
        'ERR_OPTION',
        `Dataset: expected an NDArray for ${name}, got ${show(array)}; datasets.fromArrays({ x, y }) takes arrays of numbers`,
      );
    }
    if (x.shape.length === 0) throw new RidgelineError('ERR_SHAPE', 'Dataset: expected x of shape [rows, ...], got a scalar');
    if (y !== undefined && y.shape[0] !== x.shape[0])
      throw new RidgelineError(
        'ERR_SHAPE',
        `Dataset: x has ${x.shape[0]} rows and y has ${y.shape.length === 0 ? 'none (a scalar)' : y.shape[0]}`,
      );
    const width = x.shape.slice(1).reduce((a, b) => a * b, 1);
    if (featureNames !== undefined && featureNames.length !== width)
      throw new RidgelineError(
        'ERR_SHAPE',
        `Dataset: ${featureNames.length} feature names for ${width} features, x is ${showShape(x.shape)}`,
      );
    this.x = x;
    this.y = y;
    this.featureNames = featureNames;
    this.classNames = classNames;
  }

  /** Number of rows. */
  get length(): number {
    return this.x.shape[0];
  }

  /**
   * Deals the rows, shuffled by `seed`, into parts. A number in (0, 1) is the share of `train`, the rest is `test`;
   * an object gives the share of each part in (0, 1], and rows beyond their sum are left out.
   * Errors: ERR_OPTION for shares outside their range or above 1 together; ERR_VALUE where a part would be empty or
   * `stratify` finds no class labels in y.
   */
  split(fraction: number, options?: SplitOptions): Split<'train' | 'test'>;
  split<K extends PartName>(fractions: { readonly [P in K]: number }, options?: SplitOptions): Split<K>;
  split(fractions: unknown, options: SplitOptions = {}): Iterable<Dataset> {
    checkOptions<SplitOptions>('split', options, { seed: optional(nonNegativeInt), stratify: optional(boolean) });
    const { seed = 0, stratify = false } = options;
    const shares = sharesOf(fractions);
    const names = partNames.filter((name) => shares[name] !== undefined);
    const values = names.map((name) => shares[name] as number);
    const parts = stratify ? stratifiedSplitIndices(labelsForStratify(this.y), values, seed) : splitIndices(this.length, values, seed);
    const datasets = parts.map((rows, i) => {
      if (rows.length === 0)
        throw new RidgelineError('ERR_VALUE', `split: ${this.length} rows leave none for '${names[i]}' at a share of ${values[i]}`);
      return this.select(rows);
    });
    const result = Object.fromEntries(names.map((name, i) => [name, datasets[i]]));
    return Object.defineProperty(result, Symbol.iterator, { value: () => datasets[Symbol.iterator]() }) as unknown as Iterable<Dataset>;
  }

  /**
   * Shifts and scales every feature to mean 0 and standard deviation 1 (computed in float64, dividing by n as
   * scikit-learn's StandardScaler does; a constant feature is only shifted). Use `apply` on validation and test data.
   */
  standardize(): Standardized {
    if (this.length === 0) throw new RidgelineError('ERR_VALUE', 'standardize: the dataset has no rows');
    const rowShape = this.x.shape.slice(1);
    const moments = momentsOf(this.x);
    function apply(x: Dataset): Dataset;
    function apply(x: ArrayInput): NDArray;
    function apply(x: Dataset | ArrayInput): Dataset | NDArray {
      return x instanceof Dataset ? x.withX(applyMoments(x.x, rowShape, moments)) : applyMoments(x, rowShape, moments);
    }
    return { dataset: apply(this), apply, mean: moments.mean, scale: moments.scale };
  }

  /** The first `n` rows (all of them where there are fewer), as a view. */
  take(n: number): Dataset {
    check('take', 'n', n, positiveInt);
    return this.#slice(0, Math.min(n, this.length));
  }

  /** All rows in an order that depends on `seed` (integer in [0, 2^53), default 0) alone. */
  shuffle(seed = 0): Dataset {
    check('shuffle', 'seed', seed, nonNegativeInt);
    return this.select(shuffledIndices(this.length, seed));
  }

  /** Views of `n` consecutive rows each; the last may have fewer. */
  batches(n: number): IterableIterator<Dataset> {
    check('batches', 'n', n, positiveInt);
    return this.#batches(n);
  }

  *#batches(n: number): IterableIterator<Dataset> {
    for (let begin = 0; begin < this.length; begin += n) yield this.#slice(begin, Math.min(begin + n, this.length));
  }

  /** The rows at `indices`, copied, in that order; repeats are allowed. ERR_INDEX outside of [0, length). */
  select(indices: ArrayLike<number>): Dataset {
    for (let i = 0; i < indices.length; i++) {
      const row = indices[i];
      if (!Number.isInteger(row) || row < 0 || row >= this.length)
        throw new RidgelineError('ERR_INDEX', `select: expected rows in [0, ${this.length}), got ${show(row)} at ${i}`);
    }
    return new Dataset({ ...this.#names(), x: gatherRows(this.x, indices), y: this.y && gatherRows(this.y, indices) });
  }

  /** The same rows with other inputs; feature names stay where the row shape does. ERR_SHAPE for another number of rows. */
  withX(x: NDArray): Dataset {
    const same = x.size === this.x.size;
    return new Dataset({ x, y: this.y, classNames: this.classNames, featureNames: same ? this.featureNames : undefined });
  }

  #names(): Pick<DatasetParts, 'featureNames' | 'classNames'> {
    return { featureNames: this.featureNames, classNames: this.classNames };
  }

  #slice(begin: number, end: number): Dataset {
    return new Dataset({ ...this.#names(), x: this.x.rows(begin, end), y: this.y?.rows(begin, end) });
  }
}

function sharesOf(fractions: unknown): Partial<Record<PartName, number>> {
  if (typeof fractions === 'number') {
    check('split', 'fraction', fractions, inRange('(0, 1)'));
    return { train: fractions, test: 1 - fractions };
  }
  const share = optional(inRange('(0, 1]'));
  checkOptions<Partial<Record<PartName, number>>>('split', fractions, { train: share, validation: share, test: share });
  const sum = Object.values(fractions).reduce((a, b) => a + (b ?? 0), 0);
  if (sum === 0) throw new RidgelineError('ERR_OPTION', 'split: expected a share for train, validation or test, got none');
  if (sum > 1 + 1e-9) throw new RidgelineError('ERR_OPTION', `split: expected shares that sum to at most 1, got ${sum}`);
  return fractions;
}

function gatherRows(from: NDArray, rows: ArrayLike<number>): NDArray {
  const width = from.shape[0] === 0 ? 0 : from.size / from.shape[0];
  const { data } = from;
  const out = newTypedArray(from.dtype, rows.length * width);
  if (width < 16) {
    // For short rows the calls cost more than the copies.
    for (let i = 0, at = 0; i < rows.length; i++) for (let j = 0, source = rows[i] * width; j < width; j++) out[at++] = data[source++];
  } else {
    for (let i = 0; i < rows.length; i++) out.set(data.subarray(rows[i] * width, (rows[i] + 1) * width), i * width);
  }
  return new NDArray(out, [rows.length, ...from.shape.slice(1)]);
}
