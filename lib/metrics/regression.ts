import { closed } from '../describe.ts';
import { checkOptions } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { type NoOptions, overOutputs } from '../losses/regression.ts';
import { sub } from '../ops/binary.ts';
import { cast } from '../ops/core.ts';
import { abs, square } from '../ops/unary.ts';
import { sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Metric } from './define.ts';

/** A metric of values without options, called as its kind. */
const plain =
  (kind: string, sums: Metric['sums'], result: Metric['result']) =>
  (options: NoOptions = {}): Metric => {
    checkOptions(`metrics.${kind}`, options, {});
    const checked: Metric['sums'] = (y, p) => {
      // Labels would broadcast against the outputs wherever a batch has as many rows as there are classes.
      if (sameShape(y.shape, p.shape)) return sums(y, p);
      const [got, wanted] = [showShape(y.shape), showShape(p.shape)];
      throw new RidgelineError('ERR_SHAPE', `metrics.${kind}: expected targets of the outputs' shape ${wanted}, got ${got}`);
    };
    return closed({ kind, name: kind, options: {}, sums: checked, result });
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
 * 1 - Σ(y - p)² / Σ(y - ȳ)², over all outputs of a row together, in float64; NaN where y does not vary.
 */
export const r2 = plain(
  'r2',
  (y, p) => {
    // The one-pass sums of squares would lose the variation of targets far from 0 in float32.
    const [exact, predicted] = [cast(y, 'float64'), cast(p, 'float64')];
    return { residual: overOutputs(square(sub(predicted, exact))), y: overOutputs(exact), ySquared: overOutputs(square(exact)) };
  },
  (s, weight) => {
    const variation = s.ySquared - (s.y * s.y) / weight;
    return variation > 0 ? 1 - s.residual / variation : Number.NaN;
  },
);
