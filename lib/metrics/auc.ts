import { closed } from '../describe.ts';
import { boolean, checkOptions, optional, positiveInt, type Rule } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { mul } from '../ops/binary.ts';
import { greater, notEqual } from '../ops/compare.ts';
import { cast, constant } from '../ops/core.ts';
import { reshape } from '../ops/movement.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { isSingle, positive } from './classes.ts';
import type { Metric } from './define.ts';

/** Options of {@link auc}. */
export interface AucOptions {
  /** Outputs are logits, or other scores, rather than probabilities; default what the loss takes ({ fromLogits: true }, hinge), else false. */
  readonly logits?: boolean;
  /** Thresholds, evenly spaced in log-odds from -16 to 16; an integer of 2 or more, default 512. */
  readonly thresholds?: number;
}

const thresholdsRule: Rule<number> = {
  expected: 'an integer of 2 or more',
  invalid: 1,
  test: (v): v is number => positiveInt.test(v) && (v as number) >= 2,
};
const range = 16;

/**
 * Area under the receiver operating characteristic of a single output: the probability that a row of class 1 has a larger output than one of class 0.
 * Kept as counts above thresholds, whose curve is joined by straight lines, so that nothing is sorted and no outputs are stored: outputs nearer to
 * each other than range/thresholds (0.06 in log-odds) count as equal, which on real scores is within 1e-3 of scikit-learn's roc_auc_score. NaN
 * where one class is missing, or an output is NaN. yTrue is 0 or 1, or -1 or 1.
 * @throws ERR_SHAPE in compile for several outputs.
 */
export function auc(options: AucOptions = {}): Metric {
  checkOptions<AucOptions>('metrics.auc', options, { logits: optional(boolean), thresholds: optional(thresholdsRule) });
  const { logits = false, thresholds = 512 } = options;
  const odds = Float32Array.from({ length: thresholds }, (_, i) => range * ((2 * i) / (thresholds - 1) - 1));
  const limits = new NDArray(logits ? odds : odds.map((v) => 1 / (1 + Math.exp(-v))), [1, thresholds]);
  return closed({
    kind: 'auc',
    name: 'auc',
    options: { ...options },
    ...(options.logits === undefined ? { ofScores: () => auc({ ...options, logits: true }) } : {}),
    ...(options.logits === true ? { ofProbabilities: () => auc({ ...options, logits: false }) } : {}),
    sums: (y, p) => {
      if (!isSingle(p)) throw new RidgelineError('ERR_SHAPE', `metrics.auc: expected a single output, got shape ${showShape(p.shape)}`);
      const [rows] = p.shape;
      const above = cast(greater(cast(reshape(p, [rows, 1]), 'float32'), constant(limits)), 'float32');
      const positives = positive(y, rows);
      return { positives, above, hits: mul(above, positives), unordered: cast(notEqual(p, p), 'float32') };
    },
    result: ({ positives, unordered }, weight, { above, hits }) => {
      const negatives = weight - positives;
      if (!(positives > 0 && negatives > 0) || unordered > 0) return Number.NaN;
      // From the strictest threshold to none: the curve from (0, 0) to (1, 1).
      let area = 0;
      let [x, y] = [0, 0];
      for (let t = above.length - 1; t >= -1; t--) {
        const hit = t < 0 ? positives : hits[t];
        const miss = t < 0 ? negatives : above[t] - hits[t];
        area += ((miss - x) * (hit + y)) / 2;
        [x, y] = [miss, hit];
      }
      return area / (positives * negatives);
    },
  });
}
