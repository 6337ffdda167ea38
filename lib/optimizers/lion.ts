import { inRange, optional } from '../check.ts';
import { add, mul, sub } from '../ops/binary.ts';
import { sign } from '../ops/unary.ts';
import { type CommonOptions, defineOptimizer, type Optimizer } from './define.ts';

/** Options of {@link lion}. */
export interface LionOptions extends CommonOptions {
  /** Weight of the mean in the step's direction, in [0, 1); default 0.9. */
  readonly beta1?: number;
  /** Decay of the mean of gradients, in [0, 1); default 0.99. */
  readonly beta2?: number;
}

const make = defineOptimizer<LionOptions>({
  kind: 'lion',
  rules: { beta1: optional(inRange('[0, 1)')), beta2: optional(inRange('[0, 1)')) },
  defaults: { learningRate: 1e-4, beta1: 0.9, beta2: 0.99 },
  slots: () => ({ mean: 0 }),
  scalars: ({ beta1 = 0.9, beta2 = 0.99 }) => ({ beta1, oneMinusBeta1: 1 - beta1, beta2, oneMinusBeta2: 1 - beta2 }),
  update: ({ weight, gradient, slots, scalars: s }) => {
    const direction = sign(add(mul(s.beta1, slots.mean), mul(s.oneMinusBeta1, gradient)));
    const mean = add(mul(s.beta2, slots.mean), mul(s.oneMinusBeta2, gradient));
    return { weight: sub(weight, mul(s.learningRate, direction)), slots: { mean } };
  },
});

/**
 * Lion: Δ = -ε sign(β1 m + (1-β1)g), then m <- β2 m + (1-β2)g. Chen 2023, program 1; optax.lion and keras Lion are the same. Every element
 * moves by the whole rate, so the rate is 3 to 10 times smaller than Adam's, and decay as many times larger. learningRate default 1e-4.
 */
export const lion = (options: LionOptions = {}): Optimizer => make(options);
