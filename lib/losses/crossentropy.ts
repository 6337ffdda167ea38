/**
 * Cross-entropies. On the output of a softmax or sigmoid the logarithm is taken in its stable form (see ops.log), so nothing is clipped.
 * With { fromLogits: true } the output is taken before its softmax or sigmoid.
 */
import { closed } from '../describe.ts';
import { boolean, checkOptions, inRange, oneOf, optional, type Rules } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { add, div, mul, sub } from '../ops/binary.ts';
import { takeAlongAxis } from '../ops/gather.ts';
import { reshape } from '../ops/movement.ts';
import { sum } from '../ops/reduce.ts';
import { logSoftmax } from '../ops/softmax.ts';
import { log, neg, softplus } from '../ops/unary.ts';
import type { ScalarSource } from '../regularizers/define.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Loss } from './define.ts';
import { overOutputs } from './regression.ts';
import { nonNegative, unitInterval } from './targets.ts';

/** Options of {@link categoricalCrossentropy} and {@link sparseCategoricalCrossentropy}. */
export interface CrossentropyOptions {
  /** ε in [0, 1): how much of the target is moved off the true class; default 0. */
  readonly labelSmoothing?: number;
  /** 'classic' (default): 1 - ε and ε/(k-1); 'uniform' (Keras, PyTorch): (1-ε) one-hot + ε/k. */
  readonly smoothing?: 'classic' | 'uniform';
  /** yPred is logits, the output of a layer without softmax or sigmoid; default false. Metrics then compare a single output with 0. */
  readonly fromLogits?: boolean;
}
const smoothingRule = inRange('[0, 1)');
const rules: Rules<CrossentropyOptions> = {
  labelSmoothing: optional(smoothingRule),
  smoothing: optional(oneOf('classic', 'uniform')),
  fromLogits: optional(boolean),
};

const logProbabilities = (p: Tensor, fromLogits: boolean): Tensor => (fromLogits ? logSoftmax(p) : log(p));

/** Weights of the true class and of each of the k classes after smoothing: t on the true one, u on all. */
function smoothed(options: CrossentropyOptions, classes: number, scalar: ScalarSource): { t: Tensor; u: Tensor } {
  const e = scalar('labelSmoothing', options.labelSmoothing ?? 0, smoothingRule);
  if (options.smoothing === 'uniform') return { t: sub(1, e), u: div(e, classes) };
  const u = div(e, Math.max(1, classes - 1));
  return { t: sub(sub(1, e), u), u };
}

/**
 * -Σ_k y_k log p_k; yTrue one-hot or probabilities, [rows, classes]; axes between the two are averaged over.
 * Source: Goodfellow, Bengio, Courville 2016, 6.2.2.2; smoothing 7.5.1.
 */
export function categoricalCrossentropy(options: CrossentropyOptions = {}): Loss {
  checkOptions<CrossentropyOptions>('losses.categoricalCrossentropy', options, rules);
  return closed({
    kind: 'categoricalCrossentropy',
    options: { ...options },
    target: 'same',
    domain: nonNegative,
    outputs: options.fromLogits ? 'scores' : 'probabilities',
    perRow: (y, p, scalar) => {
      const logs = logProbabilities(p, options.fromLogits ?? false);
      if (!options.labelSmoothing) return overOutputs(neg(sum(mul(y, logs), -1)));
      const { t, u } = smoothed(options, p.shape[p.rank - 1], scalar);
      return overOutputs(neg(sum(mul(add(mul(y, t), u), logs), -1)));
    },
  });
}

/**
 * -log p of the labelled class; yTrue int32 labels [rows], yPred [rows, classes].
 * @throws ERR_SHAPE when traced on outputs of another rank.
 */
export function sparseCategoricalCrossentropy(options: CrossentropyOptions = {}): Loss {
  checkOptions<CrossentropyOptions>('losses.sparseCategoricalCrossentropy', options, rules);
  return closed({
    kind: 'sparseCategoricalCrossentropy',
    options: { ...options },
    target: 'sparse',
    outputs: options.fromLogits ? 'scores' : 'probabilities',
    perRow: (y, p, scalar) => {
      if (p.rank !== 2) {
        const got = showShape(p.shape);
        throw new RidgelineError('ERR_SHAPE', `sparseCategoricalCrossentropy: expected outputs of shape [rows, classes], got ${got}`);
      }
      const logs = logProbabilities(p, options.fromLogits ?? false);
      const [rows, classes] = p.shape;
      const own = reshape(takeAlongAxis(logs, reshape(y, [rows, 1])), [rows]);
      if (!options.labelSmoothing) return neg(own);
      const { t, u } = smoothed(options, classes, scalar);
      return neg(add(mul(own, t), mul(sum(logs, -1), u)));
    },
  });
}

/** Options of {@link binaryCrossentropy}. */
export type BinaryCrossentropyOptions = CrossentropyOptions;

/**
 * Mean over outputs of -(y log p + (1-y) log(1-p)), with y in [0, 1]. Each output is a choice between two classes: smoothing moves y to
 * y(1-2ε) + ε, so that 1 becomes 1-ε and 0 becomes ε; 'uniform' (Keras) to y(1-ε) + ε/2.
 */
export function binaryCrossentropy(options: BinaryCrossentropyOptions = {}): Loss {
  checkOptions<BinaryCrossentropyOptions>('losses.binaryCrossentropy', options, rules);
  return closed({
    kind: 'binaryCrossentropy',
    options: { ...options },
    target: 'same',
    domain: unitInterval,
    outputs: options.fromLogits ? 'scores' : 'probabilities',
    perRow: (given, p, scalar) => {
      const { t, u } = options.labelSmoothing ? smoothed(options, 2, scalar) : {};
      const y = t && u ? add(mul(given, t), u) : given;
      const [yes, no] = options.fromLogits ? [neg(softplus(neg(p))), neg(softplus(p))] : [log(p), log(sub(1, p))];
      return overOutputs(neg(add(mul(y, yes), mul(sub(1, y), no))));
    },
  });
}
