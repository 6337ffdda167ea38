/** Losses of values: the mean over the outputs of a row. */
import { closed } from '../describe.ts';
import { checkOptions, inRange, optional } from '../check.ts';
import { add, maximum, minimum, mul, sub } from '../ops/binary.ts';
import { mean, sum } from '../ops/reduce.ts';
import { abs, log, relu, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Loss } from './define.ts';
import { nonNegative, signs } from './targets.ts';

/** Mean over all axes but the first. */
export const overOutputs = (x: Tensor): Tensor => (x.rank <= 1 ? x : mean(x, x.shape.map((_, i) => i).slice(1)));

/** Options of losses that have none. */
export type NoOptions = Readonly<Record<string, never>>;

/** A loss without options: the mean over outputs of a value per output. */
const plain =
  (kind: string, value: (y: Tensor, p: Tensor) => Tensor, more: Pick<Loss, 'domain' | 'outputs'> = {}) =>
  (options: NoOptions = {}): Loss => {
    checkOptions(`losses.${kind}`, options, {});
    return closed({ kind, options: {}, target: 'same', ...more, perRow: (y, p) => overOutputs(value(y, p)) });
  };

/** Mean of (yPred - yTrue)²: 1/n, not 1/2n. Keras mse and PyTorch MSELoss are the same. */
export const meanSquaredError = plain('meanSquaredError', (y, p) => square(sub(p, y)));
/** Mean of |yPred - yTrue|. */
export const meanAbsoluteError = plain('meanAbsoluteError', (y, p) => abs(sub(p, y)));
/** Mean of yPred - yTrue log yPred, the Poisson negative log likelihood without log(yTrue!); yTrue >= 0, yPred > 0, as by 'softplus'. */
export const poisson = plain('poisson', (y, p) => sub(p, mul(y, log(p))), { domain: nonNegative });
/** Mean of max(0, 1 - yTrue·yPred); yPred is a score, yTrue -1 or 1. A model takes labels 0 and 1 as -1 and 1, as Keras does. */
export const hinge = plain('hinge', (y, p) => relu(sub(1, mul(y, p))), { domain: signs, outputs: 'scores' });

const deltaRule = inRange('(0, inf)');

/** Options of {@link huber}. */
export interface HuberOptions {
  /** Size of error from which the loss grows linearly, in (0, inf); default 1. */
  readonly delta?: number;
}

/** Mean of e²/2 where |e| <= delta, else delta(|e| - delta/2), with e = yPred - yTrue. Huber 1964. */
export function huber(options: HuberOptions = {}): Loss {
  checkOptions<HuberOptions>('losses.huber', options, { delta: optional(deltaRule) });
  const { delta = 1 } = options;
  return closed({
    kind: 'huber',
    options: { delta },
    target: 'same',
    perRow: (y, p, scalar) => {
      const d = scalar('delta', delta, deltaRule);
      const e = abs(sub(p, y));
      const inside = minimum(e, d);
      return overOutputs(add(mul(square(inside), 0.5), mul(d, sub(e, inside))));
    },
  });
}

/** The logarithm is taken of no less, so that it is finite and 0·log 0 is 0. */
const smallest = 1e-37;

/**
 * Σ_k y_k log(y_k / p_k), the divergence of yPred from yTrue: both probabilities over the last axis, [rows, classes]; axes between the two
 * are averaged over. Its gradient is that of categoricalCrossentropy.
 */
export function kullbackLeibler(options: NoOptions = {}): Loss {
  checkOptions('losses.kullbackLeibler', options, {});
  return closed({
    kind: 'kullbackLeibler',
    options: {},
    target: 'same',
    domain: nonNegative,
    outputs: 'probabilities',
    perRow: (y, p) => overOutputs(sum(mul(y, sub(log(maximum(y, smallest)), log(p))), -1)),
  });
}
