import { inRange, optional } from '../check.ts';
import { add, div, mul, sub } from '../ops/binary.ts';
import { sqrt, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type CommonOptions, defineOptimizer, type Optimizer } from './define.ts';

/** Options of {@link adadelta}. */
export interface AdadeltaOptions extends CommonOptions {
  /** Decay of both means of squares, in [0, 1); default 0.95. */
  readonly rho?: number;
  /** δ in (0, inf), inside both roots; default 1e-6. */
  readonly epsilon?: number;
}

const ratio = (changes: Tensor, squares: Tensor, epsilon: Tensor): Tensor => div(sqrt(add(changes, epsilon)), sqrt(add(squares, epsilon)));

const make = defineOptimizer<AdadeltaOptions>({
  kind: 'adadelta',
  rules: { rho: optional(inRange('[0, 1)')), epsilon: optional(inRange('(0, inf)')) },
  defaults: { learningRate: 1, rho: 0.95, epsilon: 1e-6 },
  slots: () => ({ square: 0, change: 0 }),
  scalars: ({ rho = 0.95, epsilon = 1e-6 }) => ({ rho, oneMinusRho: 1 - rho, epsilon }),
  update: ({ weight, gradient, slots, scalars: s }) => {
    const squares = add(mul(s.rho, slots.square), mul(s.oneMinusRho, square(gradient)));
    const step = mul(ratio(slots.change, squares, s.epsilon), gradient);
    const change = add(mul(s.rho, slots.change), mul(s.oneMinusRho, square(step)));
    return { weight: sub(weight, mul(s.learningRate, step)), slots: { square: squares, change } };
  },
  stepSize: ({ slots, next, scalars: s }) => mul(s.learningRate, ratio(slots.change, next.square, s.epsilon)),
});

/**
 * Adadelta: r <- ρr + (1-ρ)g²; d = √(s + δ)/√(r + δ) g; s <- ρs + (1-ρ)d²; Δ = -ε d. Zeiler 2012; torch.optim.Adadelta (rho 0.9) and
 * keras Adadelta (epsilon 1e-7) in these placements. learningRate default 1, as in the paper.
 */
export const adadelta = (options: AdadeltaOptions = {}): Optimizer => make(options);
