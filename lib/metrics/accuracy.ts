import { closed } from '../describe.ts';
import { checkOptions, finite, optional } from '../check.ts';
import { overOutputs } from '../losses/regression.ts';
import { mul } from '../ops/binary.ts';
import { equal, greater } from '../ops/compare.ts';
import { cast } from '../ops/core.ts';
import { reshape } from '../ops/movement.ts';
import { argmax, max } from '../ops/reduce.ts';
import type { DType } from '../tensor/dtype.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { defaultThreshold, isNumber, type Metric, type ThresholdOptions, withThreshold } from './define.ts';

/** Options of {@link accuracy}. */
export type AccuracyOptions = ThresholdOptions;

/** Comparisons are between floats of one dtype: class numbers up to 2^24 are exact in float32. */
const as = (t: Tensor, dtype: DType): Tensor => (t.dtype === dtype ? t : cast(t, dtype));
const winner = (t: Tensor): Tensor => cast(argmax(t, -1), 'float32');

/**
 * Share of correct rows. With several outputs the largest is the class: yTrue has int32 labels [rows], or one-hot rows. With one output,
 * yPred is compared with the threshold and yTrue (0 or 1, or -1 or 1) with 0.5. A row with a NaN among its outputs is wrong.
 */
export function accuracy(options: AccuracyOptions = {}): Metric {
  checkOptions<AccuracyOptions>('metrics.accuracy', options, { threshold: optional(finite) });
  const { threshold = defaultThreshold } = options;
  return closed({
    kind: 'accuracy',
    name: 'accuracy',
    options: { ...options },
    ...withThreshold(accuracy, options),
    sums: (y, p) => {
      const single = p.rank < 2 || p.shape[p.rank - 1] === 1;
      const right = single
        ? equal(greater(p, threshold), greater(as(reshape(y, p.shape), p.dtype), 0.5))
        : equal(winner(p), y.rank === p.rank ? winner(y) : as(y, 'float32'));
      return { correct: overOutputs(mul(right, as(isNumber(single ? p : max(p, -1)), right.dtype))) };
    },
    result: ({ correct }, weight) => correct / weight,
  });
}
