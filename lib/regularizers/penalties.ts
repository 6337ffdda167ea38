/** Norm penalties. Defaults and their other forms are those of the book; each docstring maps them to other libraries. */
import { closed } from '../describe.ts';
import { boolean, check, checkOptions, inRange, optional, type Rules } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { add, div, maximum, minimum, mul, sub } from '../ops/binary.ts';
import { sum } from '../ops/reduce.ts';
import { abs, neg, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Regularizer } from './define.ts';

const strength = inRange('[0, inf)');
const halfSquares = (w: Tensor): Tensor => mul(sum(square(w)), 0.5);

/** sign(w)·max(|w| - threshold, 0): what lies within the threshold becomes exactly 0. */
const softThreshold = (w: Tensor, threshold: Tensor): Tensor => sub(w, maximum(minimum(w, threshold), neg(threshold)));

/** Options of {@link l1}. */
export interface ProximalOptions {
  /**
   * Leave the penalty out of the gradient and soft-threshold each weight after the step by step size times λ: gives exact zeros (ISTA). The step
   * size is the learning rate for SGD, with momentum α learningRate/(1-α), which is how far a gradient moves a weight in the end; for the adaptive
   * optimizers it is each element's own. compile() refuses it with optimizers that have none (lion, muon, rprop, scheduleFree). Default false: the subgradient.
   */
  readonly proximal?: boolean;
}

/**
 * λ‖w‖₁; gradient λ sign(w), with sign(0) = 0.
 * @param lambda strength, in [0, inf). Keras l1(λ) is the same; our meanSquaredError + l1(λ) is scikit-learn's Lasso at λ = 2α.
 * Source: Goodfellow, Bengio, Courville 2016, 7.1.2; proximal: Daubechies, Defrise, De Mol 2004; Yun, Lozano, Yang 2021 for adaptive steps.
 */
export function l1(lambda: number, options: ProximalOptions = {}): Regularizer {
  check('regularizers.l1', 'lambda', lambda, strength);
  checkOptions<ProximalOptions>('regularizers.l1', options, { proximal: optional(boolean) });
  return closed(
    {
      kind: 'l1',
      options: { lambda, ...options },
      penalty: (w, scalar) => mul(scalar('l1', lambda, strength), sum(abs(w))),
      ...(options.proximal ? { proximal: (w, step, scalar) => softThreshold(w, mul(step, scalar('l1', lambda, strength))) } : {}),
    },
    'penalty',
  );
}

/**
 * (λ/2)‖w‖²; gradient λw. With plain SGD: w <- (1 - ηλ)w - ηg.
 * @param lambda strength, in [0, inf). Keras l2(λ) is our l2(2λ); PyTorch's weight_decay in SGD is our λ.
 * Source: Goodfellow, Bengio, Courville 2016, 7.1.1.
 */
export function l2(lambda: number): Regularizer {
  check('regularizers.l2', 'lambda', lambda, strength);
  return closed(
    { kind: 'l2', options: { lambda }, penalty: (w, scalar) => mul(scalar('l2', lambda, strength), halfSquares(w)) },
    'penalty',
  );
}

interface Strengths {
  /** Strength of ‖w‖₁, in [0, inf). */
  readonly l1: number;
  /** Strength of ½‖w‖², in [0, inf). */
  readonly l2: number;
}
interface Mixture {
  /** Strength of both together, in [0, inf). */
  readonly lambda: number;
  /** Share of the squared norm, in [0, 1]. */
  readonly alpha: number;
}
/** Options of {@link elasticNet}: one form or the other. */
export type ElasticNetOptions = (Strengths | Mixture) & ProximalOptions;

const elasticNetRules: Rules<Partial<Strengths & Mixture> & ProximalOptions> = {
  l1: optional(strength),
  l2: optional(strength),
  lambda: optional(strength),
  alpha: optional(inRange('[0, 1]')),
  proximal: optional(boolean),
};

/**
 * l1‖w‖₁ + (l2/2)‖w‖²; or, with { lambda, alpha }: λ((1-α)‖w‖₁ + α‖w‖²), which is { l1: λ(1-α), l2: 2λα }. With { proximal: true } both parts
 * act after the step: soft-threshold by step·l1, then divide by 1 + step·l2.
 * Source: Zou and Hastie 2005; Parikh and Boyd 2014, 6.5.3.
 */
export function elasticNet(options: ElasticNetOptions): Regularizer {
  const where = 'regularizers.elasticNet';
  const given: Partial<Strengths & Mixture> & ProximalOptions = options;
  checkOptions(where, given, elasticNetRules);
  const { proximal, ...numbers } = given;
  const names = Object.entries(numbers).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const form = names.sort().join(', ');
  if (form !== 'l1, l2' && form !== 'alpha, lambda')
    throw new RidgelineError('ERR_OPTION', `${where}: expected { l1, l2 } or { lambda, alpha }, got { ${form} }`);
  const { lambda = 0, alpha = 0, l1: first = lambda * (1 - alpha), l2: second = 2 * lambda * alpha } = numbers;
  return closed(
    {
      kind: 'elasticNet',
      options: { ...given },
      penalty: (w, scalar) => add(mul(scalar('l1', first, strength), sum(abs(w))), mul(scalar('l2', second, strength), halfSquares(w))),
      ...(proximal
        ? {
            proximal: (w, step, scalar) =>
              div(softThreshold(w, mul(step, scalar('l1', first, strength))), add(1, mul(step, scalar('l2', second, strength)))),
          }
        : {}),
    },
    'penalty',
  );
}
