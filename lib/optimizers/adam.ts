import { boolean, inRange, optional } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { add, div, maximum, mul, sub } from '../ops/binary.ts';
import { sqrt, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type CommonOptions, defineOptimizer, type Optimizer } from './define.ts';

/** Options of {@link adam} and {@link adamw}. */
export interface AdamOptions extends CommonOptions {
  /** Decay of the mean of gradients, in [0, 1); default 0.9. */
  readonly beta1?: number;
  /** Decay of the mean of squares, in [0, 1); default 0.999. */
  readonly beta2?: number;
  /** δ in (0, inf); default 1e-8. */
  readonly epsilon?: number;
  /** δ inside the root: √(r^ + δ); default false. */
  readonly epsilonInside?: boolean;
  /** δ beside √r before the correction, as Keras has it; default false. */
  readonly epsilonHat?: boolean;
  /** Divide by the running maximum of r (of the uncorrected one, as PyTorch); default false. Reddi 2018. */
  readonly amsgrad?: boolean;
}

/** √r^ + δ, with δ where the options put it. */
function denominator(r: Tensor, s: Readonly<Record<string, Tensor>>, { epsilonInside, epsilonHat }: AdamOptions): Tensor {
  if (epsilonInside) return sqrt(add(mul(r, square(s.rootCorrection)), s.epsilon));
  if (epsilonHat) return mul(add(sqrt(r), s.epsilon), s.rootCorrection);
  return add(mul(sqrt(r), s.rootCorrection), s.epsilon);
}

const make = defineOptimizer<AdamOptions>({
  kind: 'adam',
  rules: {
    beta1: optional(inRange('[0, 1)')),
    beta2: optional(inRange('[0, 1)')),
    epsilon: optional(inRange('(0, inf)')),
    epsilonInside: optional(boolean),
    epsilonHat: optional(boolean),
    amsgrad: optional(boolean),
  },
  defaults: { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  slots: ({ amsgrad }): Record<string, number> => ({ mean: 0, square: 0, ...(amsgrad ? { largest: 0 } : {}) }),
  scalars: ({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }, step) => ({
    beta1,
    beta2,
    oneMinusBeta1: 1 - beta1,
    oneMinusBeta2: 1 - beta2,
    epsilon,
    // The corrections for starting at 0, as factors.
    meanCorrection: 1 / (1 - beta1 ** (step + 1)),
    rootCorrection: 1 / Math.sqrt(1 - beta2 ** (step + 1)),
  }),
  update: ({ weight, gradient, slots, scalars: s, options }) => {
    const mean = add(mul(s.beta1, slots.mean), mul(s.oneMinusBeta1, gradient));
    const squares = add(mul(s.beta2, slots.square), mul(s.oneMinusBeta2, square(gradient)));
    const largest = options.amsgrad ? maximum(slots.largest, squares) : squares;
    const rate = mul(s.learningRate, s.meanCorrection);
    return {
      weight: sub(weight, div(mul(rate, mean), denominator(largest, s, options))),
      slots: { mean, square: squares, ...(options.amsgrad ? { largest } : {}) },
    };
  },
  stepSize: ({ next, scalars: s, options }) => div(s.learningRate, denominator(next.largest ?? next.square, s, options)),
});

/**
 * Adam: Δ = -ε s^/(√r^ + δ) with s and r running means of g and g², corrected for starting at 0. Goodfellow, Bengio, Courville 2016,
 * algorithm 8.7; Kingma and Ba 2015; PyTorch's placement of δ. learningRate default 1e-3.
 * @throws ERR_OPTION for epsilonInside and epsilonHat together.
 */
export function adam(options: AdamOptions = {}): Optimizer {
  const optimizer = make(options);
  if (options.epsilonInside && options.epsilonHat) {
    throw new RidgelineError('ERR_OPTION', 'optimizers.adam: expected epsilonInside or epsilonHat, got both');
  }
  return optimizer;
}

/** {@link adam} with decoupled weight decay, default 0.01. Loshchilov and Hutter 2019, in PyTorch's scaling. */
export function adamw(options: AdamOptions = {}): Optimizer {
  const optimizer = adam(options);
  return options.weightDecay === undefined ? adam({ ...options, weightDecay: 0.01 }) : optimizer;
}
