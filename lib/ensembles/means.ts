/** Means of predictions, taken one prediction at a time. */
import { RidgelineError } from '../errors.ts';
import { newTypedArray, type TypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';

/** How predictions become one. */
export type MeanName = 'arithmetic' | 'geometric';

/** Logarithms are taken of no less: a probability that underflowed is small, not impossible. */
const smallest = 1e-38;
const logOf = (p: number): number => Math.log(Math.max(p, smallest));

/** A mean that grows with each prediction [rows, ...output]. */
export interface RunningMean {
  /** `weight`: what it counts in the mean, 0 or more; default 1. */
  add(prediction: NDArray, weight?: number): void;
  /** In the dtype of the predictions: float64, or float32 for all others. */
  mean(): NDArray;
  /** Of the predictions themselves, each counted once, over their number less one; 0 for one prediction. */
  standardDeviation(): NDArray;
}

/** Sums of predictions and of their squares, shifted by the first so that nothing cancels. */
class Moments {
  readonly first: Float64Array;
  readonly weighted: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  weight = 0;
  count = 0;

  constructor(first: NDArray) {
    this.first = Float64Array.from(first.data);
    this.weighted = new Float64Array(first.size);
    this.sums = new Float64Array(first.size);
    this.squares = new Float64Array(first.size);
  }

  add({ data }: NDArray, weight: number): void {
    const { first, weighted, sums, squares } = this;
    for (let i = 0; i < sums.length; i++) {
      const d = data[i] - first[i];
      weighted[i] += weight * d;
      sums[i] += d;
      squares[i] += d * d;
    }
    this.weight += weight;
    this.count++;
  }

  mean(): Float64Array {
    return this.weighted.map((sum, i) => this.first[i] + sum / this.weight);
  }

  standardDeviation(): Float64Array {
    const { count, squares } = this;
    return this.sums.map((sum, i) => Math.sqrt(Math.max(0, squares[i] - (sum * sum) / count) / Math.max(1, count - 1)));
  }
}

/** Probabilities of the classes along the last axis or, where it has one, of yes against no. */
class LogMeans {
  readonly yes: Float64Array;
  readonly no: Float64Array | undefined;
  readonly classes: number;
  weight = 0;

  constructor(size: number, classes: number) {
    this.classes = classes;
    this.yes = new Float64Array(size);
    this.no = classes === 1 ? new Float64Array(size) : undefined;
  }

  add({ data }: NDArray, weight: number): void {
    const { yes, no, classes } = this;
    for (let row = 0; row < yes.length; row += classes) {
      let total = 0;
      for (let i = row; i < row + classes; i++) {
        const p = data[i];
        if (!(p >= 0 && p <= 1 + 1e-5)) refuse(p);
        total += p;
        yes[i] += weight * logOf(p);
        if (no) no[i] += weight * logOf(1 - p);
      }
      if (!no && Math.abs(total - 1) > 1e-3) refuse(total, 'that sum to ');
    }
    this.weight += weight;
  }

  mean(): Float64Array {
    const { yes, no, classes, weight } = this;
    const out = new Float64Array(yes.length);
    if (no) return out.map((_, i) => 1 / (1 + Math.exp((no[i] - yes[i]) / weight)));
    for (let row = 0; row < yes.length; row += classes) {
      const logs = yes.subarray(row, row + classes).map((sum) => sum / weight);
      const top = Math.max(...logs);
      const total = logs.reduce((sum, v) => sum + Math.exp(v - top), 0);
      for (let i = 0; i < classes; i++) out[row + i] = Math.exp(logs[i] - top) / total;
    }
    return out;
  }
}

function refuse(value: number, what = ''): never {
  throw new RidgelineError(
    'ERR_VALUE',
    `geometric mean: expected probabilities, as a softmax or one sigmoid gives, got outputs ${what}${value}; take the arithmetic mean`,
  );
}

/**
 * The mean of predictions: 'arithmetic', or 'geometric': exp of the mean logarithm, divided by its sum over the classes so that it is a
 * distribution again (Goodfellow, Bengio, Courville 2016, 7.53).
 * @throws ERR_VALUE, by add, for a geometric mean of what is no distribution.
 */
export function runningMean(kind: MeanName): RunningMean {
  let like: NDArray | undefined;
  let moments: Moments | undefined;
  let logs: LogMeans | undefined;
  const shaped = (values: (m: Moments) => Float64Array): NDArray => {
    if (!moments || !like) throw new RidgelineError('ERR_INTERNAL', 'a mean of no predictions');
    return shapedLike(like, values(moments));
  };
  return {
    add(prediction, weight = 1) {
      if (!moments) {
        like = prediction;
        const { shape } = prediction;
        moments = new Moments(prediction);
        if (kind === 'geometric') logs = new LogMeans(prediction.size, shape.length > 1 ? shape[shape.length - 1] : 1);
      }
      moments.add(prediction, weight);
      logs?.add(prediction, weight);
    },
    mean: () => shaped((m) => (logs ? logs.mean() : m.mean())),
    standardDeviation: () => shaped((m) => m.standardDeviation()),
  };
}

/** Values in the shape of predictions: float64 where those are, else float32. */
export function shapedLike({ shape, dtype }: NDArray, values: Float64Array): NDArray {
  if (dtype === 'float64') return new NDArray(values, shape);
  const data: TypedArray = newTypedArray('float32', values.length);
  data.set(values);
  return new NDArray(data, shape);
}
