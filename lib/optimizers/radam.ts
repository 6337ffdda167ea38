import { inRange, optional } from '../check.ts';
import { add, div, mul, sub } from '../ops/binary.ts';
import { sqrt, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type CommonOptions, defineOptimizer, type Optimizer } from './define.ts';

/** Options of {@link radam}. */
export interface RadamOptions extends CommonOptions {
  /** Decay of the mean of gradients, in [0, 1); default 0.9. */
  readonly beta1?: number;
  /** Decay of the mean of squares, in [0, 1); default 0.999. */
  readonly beta2?: number;
  /** δ in (0, inf), beside √r before the correction; default 1e-8. */
  readonly epsilon?: number;
}

const share = (squares: Tensor, s: Readonly<Record<string, Tensor>>): Tensor =>
  add(s.plainShare, div(s.rectifiedShare, add(sqrt(squares), s.epsilon)));

const make = defineOptimizer<RadamOptions>({
  kind: 'radam',
  rules: { beta1: optional(inRange('[0, 1)')), beta2: optional(inRange('[0, 1)')), epsilon: optional(inRange('(0, inf)')) },
  defaults: { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  slots: () => ({ mean: 0, square: 0 }),
  scalars: ({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }, step) => {
    const t = step + 1;
    const correction = 1 - beta2 ** t;
    const limit = 2 / (1 - beta2) - 1;
    const length = limit - (2 * t * beta2 ** t) / correction;
    const meanCorrection = 1 / (1 - beta1 ** t);
    // Fewer than 5 samples' worth of squares say nothing about their variance: plain momentum until then.
    const rectified = length > 5;
    const factor = rectified ? Math.sqrt(((length - 4) * (length - 2) * limit) / ((limit - 4) * (limit - 2) * length)) : 0;
    return {
      beta1,
      oneMinusBeta1: 1 - beta1,
      beta2,
      oneMinusBeta2: 1 - beta2,
      epsilon,
      meanCorrection,
      plainShare: rectified ? 0 : meanCorrection,
      rectifiedShare: factor * Math.sqrt(correction) * meanCorrection,
    };
  },
  update: ({ weight, gradient, slots, scalars: s }) => {
    const mean = add(mul(s.beta1, slots.mean), mul(s.oneMinusBeta1, gradient));
    const squares = add(mul(s.beta2, slots.square), mul(s.oneMinusBeta2, square(gradient)));
    return { weight: sub(weight, mul(mul(s.learningRate, mean), share(squares, s))), slots: { mean, square: squares } };
  },
  // The shares hold the correction for a mean that starts at 0.
  stepSize: ({ next, scalars: s }) => div(mul(s.learningRate, share(next.square, s)), s.meanCorrection),
});

/**
 * RAdam: Adam times the rectification of its variance, √((ρ_t-4)(ρ_t-2)ρ/((ρ-4)(ρ-2)ρ_t)) with ρ_t = ρ - 2tβ2^t/(1-β2^t), where ρ_t > 5, and
 * momentum without division before. Liu 2020, algorithm 2; δ as in torch.optim.RAdam, which this equals. learningRate default 1e-3.
 */
export const radam = (options: RadamOptions = {}): Optimizer => make(options);
