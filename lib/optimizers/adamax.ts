import { inRange, optional } from '../check.ts';
import { add, div, maximum, mul, sub } from '../ops/binary.ts';
import { abs } from '../ops/unary.ts';
import { type CommonOptions, defineOptimizer, type Optimizer } from './define.ts';

/** Options of {@link adamax}. */
export interface AdamaxOptions extends CommonOptions {
  /** Decay of the mean of gradients, in [0, 1); default 0.9. */
  readonly beta1?: number;
  /** Decay of the largest magnitude, in [0, 1); default 0.999. */
  readonly beta2?: number;
  /** δ in (0, inf), added to |g|; default 1e-8. */
  readonly epsilon?: number;
}

const make = defineOptimizer<AdamaxOptions>({
  kind: 'adamax',
  rules: { beta1: optional(inRange('[0, 1)')), beta2: optional(inRange('[0, 1)')), epsilon: optional(inRange('(0, inf)')) },
  defaults: { learningRate: 2e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  slots: () => ({ mean: 0, largest: 0 }),
  scalars: ({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }, step) => ({
    beta1,
    oneMinusBeta1: 1 - beta1,
    beta2,
    epsilon,
    meanCorrection: 1 / (1 - beta1 ** (step + 1)),
  }),
  update: ({ weight, gradient, slots, scalars: s }) => {
    const mean = add(mul(s.beta1, slots.mean), mul(s.oneMinusBeta1, gradient));
    const largest = maximum(mul(s.beta2, slots.largest), add(abs(gradient), s.epsilon));
    return { weight: sub(weight, div(mul(mul(s.learningRate, s.meanCorrection), mean), largest)), slots: { mean, largest } };
  },
  stepSize: ({ next, scalars }) => div(scalars.learningRate, next.largest),
});

/**
 * AdaMax: s <- β1 s + (1-β1)g; u <- max(β2 u, |g| + δ); Δ = -ε s^/u. Kingma and Ba 2015, algorithm 2; δ as in torch.optim.Adamax (Keras adds
 * it to u). learningRate default 2e-3.
 */
export const adamax = (options: AdamaxOptions = {}): Optimizer => make(options);
