/** Losses of values: the mean over the outputs of a row. */
import { checkOptions, inRange, optional } from '../check.ts';
import { add, maximum, minimum, mul, sub } from '../ops/binary.ts';
import { mean } from '../ops/reduce.ts';
import { abs, log, relu, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Loss } from './define.ts';

/** Mean over all axes but the first. */
export const overOutputs = (x: Tensor): Tensor => (x.rank === 1 ? x : mean(x, x.shape.map((_, i) => i).slice(1)));

const plain = (kind: string, value: (y: Tensor, p: Tensor) => Tensor) => (): Loss => ({ kind, options: {}, target: 'same', perRow: (y, p) => overOutputs(value(y, p)) });

/** Mean of (yPred - yTrue)²: 1/n, not 1/2n. */
export const meanSquaredError = plain('meanSquaredError', (y, p) => square(sub(p, y)));
/** Mean of |yPred - yTrue|. */
export const meanAbsoluteError = plain('meanAbsoluteError', (y, p) => abs(sub(p, y)));
/** Mean of yPred - yTrue log yPred; yPred > 0. */
export const poisson = plain('poisson', (y, p) => sub(p, mul(y, log(p))));
/** Mean of max(0, 1 - yTrue yPred); yTrue is -1 or 1. */
export const hinge = plain('hinge', (y, p) => relu(sub(1, mul(y, p))));

/**
 * e²/2 where |e| <= delta, else delta(|e| - delta/2). Huber 1964.
 * @param options delta in (0, inf), default 1.
 */
export function huber(options: { readonly delta?: number } = {}): Loss {
  checkOptions<{ delta?: number }>('losses.huber', options, { delta: optional(inRange('(0, inf)')) });
  const { delta = 1 } = options;
  return {
    kind: 'huber',
    options: { delta },
    target: 'same',
    perRow: (y, p, scalar) => {
      const d = scalar('delta', delta);
      const e = abs(sub(p, y));
      const inside = minimum(e, d);
      return overOutputs(add(mul(square(inside), 0.5), mul(d, sub(e, inside))));
    },
  };
}

/** Sum over classes of yTrue log(yTrue / yPred), with 0 log 0 = 0. */
export function kullbackLeibler(): Loss {
  return {
    kind: 'kullbackLeibler',
    options: {},
    target: 'same',
    perRow: (y, p) => {
      const width = p.shape[p.rank - 1];
      const entropy = mul(y, log(maximum(y, 1e-37)));
      return mul(overOutputs(sub(entropy, mul(y, log(p)))), width);
    },
  };
}
