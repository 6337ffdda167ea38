import { checkOptions } from '../check.ts';
import { type NoOptions, overOutputs } from '../losses/regression.ts';
import { sub } from '../ops/binary.ts';
import { abs, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Metric } from './define.ts';

/** A metric without options, called as its kind. */
const plain =
  (kind: string, sums: Metric['sums'], result: Metric['result']) =>
  (options: NoOptions = {}): Metric => {
    checkOptions(`metrics.${kind}`, options, {});
    return { kind, name: kind, options: {}, sums, result };
  };

const average = (kind: string, value: (error: Tensor) => Tensor) =>
  plain(
    kind,
    (y, p) => ({ total: overOutputs(value(sub(p, y))) }),
    ({ total }, weight) => total / weight,
  );

/** Mean of (yPred - yTrue)². */
export const meanSquaredError = average('meanSquaredError', square);

/** Mean of |yPred - yTrue|. */
export const meanAbsoluteError = average('meanAbsoluteError', abs);

/**
 * 1 - Σ(y - p)² / Σ(y - ȳ)², over all outputs of a row together; NaN where y does not vary. Sums of squares are taken in one pass: targets
 * whose mean is many times their deviation lose digits, so standardize them.
 */
export const r2 = plain(
  'r2',
  (y, p) => ({ residual: overOutputs(square(sub(p, y))), y: overOutputs(y), ySquared: overOutputs(square(y)) }),
  (s, weight) => {
    const variation = s.ySquared - (s.y * s.y) / weight;
    return variation > 0 ? 1 - s.residual / variation : Number.NaN;
  },
);
