/** What of the classes that are predicted is true, and what of those that are true is predicted. */
import { closed } from '../describe.ts';
import { checkOptions, finite, oneOf, optional, positiveInt } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { mul, sub } from '../ops/binary.ts';
import { equal, greater, lessEqual } from '../ops/compare.ts';
import { cast, iota } from '../ops/core.ts';
import { reshape } from '../ops/movement.ts';
import { argmax, max, sum } from '../ops/reduce.ts';
import { where } from '../ops/where.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { defaultThreshold, isNumber, type Metric, type ThresholdOptions, withThreshold } from './define.ts';

/** Options of {@link precision}, {@link recall} and {@link f1}. */
export interface ClassOptions extends ThresholdOptions {
  /**
   * Of several classes: 'macro' (default) is the mean over the classes that occur in targets or predictions, 'weighted' the mean weighted by the rows of
   * each, 'micro' counts all together. A single output is judged by class 1 alone.
   */
  readonly average?: 'macro' | 'weighted' | 'micro';
}

export const isSingle = (p: Tensor): boolean => p.rank < 2 || (p.rank === 2 && p.shape[1] === 1);
const asFloat = (t: Tensor): Tensor => (t.dtype === 'float32' || t.dtype === 'float64' ? t : cast(t, 'float32'));

/** Class numbers [rows] as rows with a 1 in their column. */
const oneHot = (labels: Tensor, classes: number): Tensor =>
  cast(equal(cast(reshape(labels, [labels.shape[0], 1]), 'float32'), reshape(iota(classes), [1, classes])), 'float32');

/** 1 where a class is the true one, [rows, classes]; of int32 labels, or of rows whose largest value is that of their class. */
function truth(kind: string, y: Tensor, p: Tensor): Tensor {
  if (p.rank !== 2)
    throw new RidgelineError('ERR_SHAPE', `metrics.${kind}: expected outputs of shape [rows, classes], got ${showShape(p.shape)}`);
  return oneHot(y.rank === p.rank ? argmax(y, -1) : y, p.shape[1]);
}

/** 1 where a class is the predicted one; a row with a NaN is of none. */
const predictedClass = (p: Tensor): Tensor =>
  mul(oneHot(argmax(p, -1), p.shape[1]), cast(isNumber(max(p, -1, { keepDims: true })), 'float32'));

/** 1 for class 1, [rows, 1], of a single output's targets. */
export const positive = (y: Tensor, rows: number): Tensor => cast(greater(asFloat(reshape(y, [rows, 1])), 0.5), 'float32');

/** Rows by class: that it is true of, that it is predicted for, and both. */
function counts(kind: string, y: Tensor, p: Tensor, threshold: number): { both: Tensor; predicted: Tensor; actual: Tensor } {
  const rows = p.shape[0];
  const single = isSingle(p);
  const actual = single ? positive(y, rows) : truth(kind, y, p);
  const predicted = single ? cast(greater(reshape(p, [rows, 1]), threshold), 'float32') : predictedClass(p);
  return { both: mul(actual, predicted), predicted, actual };
}

/** A share that is 0 where there is nothing to have a share of. */
const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

type Share = (both: number, predicted: number, actual: number) => number;

function classMetric(kind: string, of: Share): (options?: ClassOptions) => Metric {
  const make = (options: ClassOptions = {}): Metric => {
    checkOptions<ClassOptions>(`metrics.${kind}`, options, {
      threshold: optional(finite),
      average: optional(oneOf('macro', 'weighted', 'micro')),
    });
    const { threshold = defaultThreshold, average = 'macro' } = options;
    return closed({
      kind,
      name: kind,
      options: { ...options },
      ...withThreshold(make, options),
      sums: (y, p) => counts(kind, y, p, threshold),
      result: (_, _weight, { both, predicted, actual }) => {
        const total = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
        if (average === 'micro') return of(total(both), total(predicted), total(actual));
        const classes = Array.from(both, (_v, c) => c).filter((c) => both.length === 1 || predicted[c] + actual[c] > 0);
        const weights = classes.map((c) => (average === 'macro' || both.length === 1 ? 1 : actual[c]));
        return share(total(classes.map((c, i) => weights[i] * of(both[c], predicted[c], actual[c]))), total(weights));
      },
    });
  };
  return make;
}

/** Of the rows for which a class is predicted, the share of which it is true; 0 where it is predicted for none. As scikit-learn's precision_score. */
export const precision = classMetric('precision', (both, predicted) => share(both, predicted));

/** Of the rows of which a class is true, the share for which it is predicted; 0 where there are none. As scikit-learn's recall_score. */
export const recall = classMetric('recall', (both, _, actual) => share(both, actual));

/** The harmonic mean of precision and recall, class by class; 0 where both are. As scikit-learn's f1_score. */
export const f1 = classMetric('f1', (both, predicted, actual) => share(2 * both, predicted + actual));

/** Options of {@link topKAccuracy}. */
export interface TopKOptions {
  /** Outputs that may be larger than that of the true class, and itself; default 5. */
  readonly k?: number;
}

/**
 * Share of the rows whose true class is among the k largest outputs; equal ones count as smaller, as in Keras. yTrue has int32 labels [rows] or one-hot rows.
 * @throws ERR_SHAPE in compile for outputs that are no classes.
 */
export function topKAccuracy(options: TopKOptions = {}): Metric {
  checkOptions<TopKOptions>('metrics.topKAccuracy', options, { k: optional(positiveInt) });
  const { k = 5 } = options;
  return closed({
    kind: 'topKAccuracy',
    name: 'topKAccuracy',
    options: { k },
    sums: (y, p) => {
      const mask = cast(truth('topKAccuracy', y, p), p.dtype);
      const own = sum(where(mask, p, 0), 1, { keepDims: true });
      // A NaN is neither: it counts as larger, and as the output of the true class it is not found.
      const others = cast(lessEqual(p, own), 'float32');
      const larger = sub(p.shape[1], sum(others, 1));
      return { correct: mul(cast(greater(k, larger), 'float32'), cast(isNumber(reshape(own, [p.shape[0]])), 'float32')) };
    },
    result: ({ correct }, weight) => correct / weight,
  });
}
