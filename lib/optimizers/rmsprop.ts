import { boolean, inRange, optional } from '../check.ts';
import { add, div, maximum, mul, sub } from '../ops/binary.ts';
import { sqrt, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type CommonOptions, defineOptimizer, type Optimizer } from './define.ts';

/** Options of {@link rmsprop}. */
export interface RmspropOptions extends CommonOptions {
  /** Decay of the mean of squares, in [0, 1); default 0.9. PyTorch: 0.99. */
  readonly rho?: number;
  /** δ in (0, inf); default 1e-6. PyTorch: 1e-8. */
  readonly epsilon?: number;
  /** δ inside the root: √(r + δ) (the book, Keras); false: √r + δ (PyTorch). Default true. */
  readonly epsilonInside?: boolean;
  /** Divide by the root of the variance r - m² with m the running mean of g; default false. Graves 2013. */
  readonly centered?: boolean;
  /** α in [0, 1): v <- αv + ε g/√r, θ <- θ - v (ε inside the velocity, as the book and Keras); default 0, which keeps no velocity. */
  readonly momentum?: number;
  /** Divide by the root of r as it was before this gradient, the average one step late; default false. */
  readonly lagged?: boolean;
}

/** What a gradient is divided by. */
function root(means: Readonly<Record<string, Tensor>>, { epsilon }: Readonly<Record<string, Tensor>>, options: RmspropOptions): Tensor {
  const { epsilonInside = true, centered = false } = options;
  // Rounding can leave a little less than 0, whose root would be NaN.
  const r = centered ? maximum(sub(means.square, square(means.mean)), 0) : means.square;
  return epsilonInside ? sqrt(add(r, epsilon)) : add(sqrt(r), epsilon);
}

const make = defineOptimizer<RmspropOptions>({
  kind: 'rmsprop',
  rules: {
    rho: optional(inRange('[0, 1)')),
    epsilon: optional(inRange('(0, inf)')),
    epsilonInside: optional(boolean),
    centered: optional(boolean),
    momentum: optional(inRange('[0, 1)')),
    lagged: optional(boolean),
  },
  defaults: { learningRate: 1e-3, rho: 0.9, epsilon: 1e-6 },
  slots: ({ centered, momentum = 0 }): Record<string, number> => ({
    square: 0,
    ...(centered ? { mean: 0 } : {}),
    ...(momentum > 0 ? { velocity: 0 } : {}),
  }),
  scalars: ({ rho = 0.9, epsilon = 1e-6, momentum = 0 }): Record<string, number> => ({
    rho,
    oneMinusRho: 1 - rho,
    epsilon,
    ...(momentum > 0 ? { momentum } : {}),
  }),
  update: ({ weight, gradient, slots, scalars: s, options }) => {
    const { centered = false } = options;
    const squares = add(mul(s.rho, slots.square), mul(s.oneMinusRho, square(gradient)));
    const kept: Record<string, Tensor> = { square: squares };
    if (centered) kept.mean = add(mul(s.rho, slots.mean), mul(s.oneMinusRho, gradient));
    const step = div(mul(s.learningRate, gradient), root(options.lagged ? slots : kept, s, options));
    if (!s.momentum) return { weight: sub(weight, step), slots: kept };
    kept.velocity = add(mul(s.momentum, slots.velocity), step);
    return { weight: sub(weight, kept.velocity), slots: kept };
  },
  // A velocity adds a gradient up over the steps that it lives.
  stepSize: ({ slots, next, scalars: s, options }) => {
    const step = div(s.learningRate, root(options.lagged ? slots : next, s, options));
    return s.momentum ? div(step, sub(1, s.momentum)) : step;
  },
});

/**
 * RMSProp: r <- ρr + (1-ρ)g²; Δ = -ε g/√(r + δ). Goodfellow, Bengio, Courville 2016, algorithm 8.5; Hinton 2012. torch.optim.RMSprop at a
 * constant rate is { rho: 0.99, epsilon: 1e-8, epsilonInside: false }; its velocity has the rate outside. learningRate default 1e-3.
 */
export const rmsprop = (options: RmspropOptions = {}): Optimizer => make(options);
