/** Means of predictions, taken one prediction at a time. */
import { RidgelineError } from '../errors.ts';
import { NDArray } from '../tensor/ndarray.ts';
import type { Shape } from '../tensor/shape.ts';

/** How predictions become one. */
export type MeanName = 'arithmetic' | 'geometric';

/** Logarithms are taken of no less: a probability that underflowed is small, not impossible. */
const smallest = 1e-38;
const logOf = (p: number): number => Math.log(Math.max(p, smallest));

/** A mean that grows with each prediction [rows, ...output]. */
export interface RunningMean {
  add(prediction: NDArray): void;
  mean(): NDArray;
  /** Of the predictions themselves, over their number less one; 0 for one prediction. */
  standardDeviation(): NDArray;
}

/** Sums of predictions and of their squares, shifted by the first so that nothing cancels. */
class Moments {
  readonly first: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  count = 0;

  constructor(first: NDArray) {
    this.first = Float64Array.from(first.data);
    this.sums = new Float64Array(first.size);
    this.squares = new Float64Array(first.size);
  }

  add({ data }: NDArray): void {
    const { first, sums, squares } = this;
    for (let i = 0; i < sums.length; i++) {
      const d = data[i] - first[i];
      sums[i] += d;
      squares[i] += d * d;
    }
    this.count++;
  }

  mean(): Float32Array {
    return Float32Array.from(this.sums, (sum, i) => this.first[i] + sum / this.count);
  }

  standardDeviation(): Float32Array {
    const { count, squares } = this;
    return Float32Array.from(this.sums, (sum, i) => Math.sqrt(Math.max(0, squares[i] - (sum * sum) / count) / Math.max(1, count - 1)));
  }
}

/** Probabilities of the classes along the last axis or, where it has one, of yes against no. */
class LogMeans {
  readonly yes: Float64Array;
  readonly no: Float64Array | undefined;
  readonly classes: number;
  count = 0;

  constructor(size: number, classes: number) {
    this.classes = classes;
    this.yes = new Float64Array(size);
    this.no = classes === 1 ? new Float64Array(size) : undefined;
  }

  add({ data }: NDArray): void {
    const { yes, no, classes } = this;
    for (let row = 0; row < yes.length; row += classes) {
      let total = 0;
      for (let i = row; i < row + classes; i++) {
        const p = data[i];
        if (!(p >= 0 && p <= 1 + 1e-5)) refuse(p);
        total += p;
        yes[i] += logOf(p);
        if (no) no[i] += logOf(1 - p);
      }
      if (!no && Math.abs(total - 1) > 1e-3) refuse(total, 'that sum to ');
    }
    this.count++;
  }

  mean(): Float32Array {
    const { yes, no, classes, count } = this;
    const out = new Float32Array(yes.length);
    if (no) return out.map((_, i) => 1 / (1 + Math.exp((no[i] - yes[i]) / count)));
    for (let row = 0; row < yes.length; row += classes) {
      const logs = yes.subarray(row, row + classes).map((sum) => sum / count);
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
  let shape: Shape = [];
  let moments: Moments | undefined;
  let logs: LogMeans | undefined;
  const known = (): Moments => {
    if (!moments) throw new RidgelineError('ERR_INTERNAL', 'a mean of no predictions');
    return moments;
  };
  return {
    add(prediction) {
      if (!moments) {
        shape = prediction.shape;
        moments = new Moments(prediction);
        if (kind === 'geometric') logs = new LogMeans(prediction.size, shape.length > 1 ? shape[shape.length - 1] : 1);
      }
      moments.add(prediction);
      logs?.add(prediction);
    },
    mean: () => new NDArray(logs ? logs.mean() : known().mean(), shape),
    standardDeviation: () => new NDArray(known().standardDeviation(), shape),
  };
}
