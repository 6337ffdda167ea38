import { inRange, oneOf, optional } from '../check.ts';
import { add, div, maximum, mul, sub } from '../ops/binary.ts';
import { greater } from '../ops/compare.ts';
import { sqrt, square } from '../ops/unary.ts';
import { where } from '../ops/where.ts';
import { type CommonOptions, defineOptimizer, type Optimizer, type Slot } from './define.ts';
import { mix } from './mix.ts';

/** Options of {@link scheduleFree}. */
export interface ScheduleFreeOptions extends CommonOptions {
  /** The step of z: Adam's without its mean of gradients, or the gradient itself; default 'adam'. */
  readonly base?: 'adam' | 'sgd';
  /** β in [0, 1]: share of the average x in the point y where gradients are taken; default 0.9. */
  readonly beta?: number;
  /** Decay of the mean of squares, in [0, 1), with base 'adam'; default 0.999. */
  readonly beta2?: number;
  /** δ in (0, inf), with base 'adam'; default 1e-8. */
  readonly epsilon?: number;
}

const make = defineOptimizer<ScheduleFreeOptions>({
  kind: 'scheduleFree',
  rules: {
    base: optional(oneOf('adam', 'sgd')),
    beta: optional(inRange('[0, 1]')),
    beta2: optional(inRange('[0, 1)')),
    epsilon: optional(inRange('(0, inf)')),
  },
  defaults: { learningRate: 2.5e-3, base: 'adam', beta: 0.9, beta2: 0.999, epsilon: 1e-8 },
  slots: ({ base }): Record<string, number | Slot> => ({
    average: { start: 'weight' },
    iterate: { start: 'weight' },
    ...(base === 'sgd' ? {} : { square: 0 }),
    // The weights of the average are γ², γ the largest rate so far. What is kept is their sum in units of the last: it counts, and does not vanish.
    largestRate: { start: 0, scalar: true },
    steps: { start: 0, scalar: true },
  }),
  view: 'average',
  refreshesStatistics: true,
  settles: true,
  scalars: ({ base, beta = 0.9, beta2 = 0.999, epsilon = 1e-8 }, step): Record<string, number> => ({
    beta,
    ...(base === 'sgd' ? {} : { beta2, oneMinusBeta2: 1 - beta2, epsilon, rootCorrection: 1 / Math.sqrt(1 - beta2 ** (step + 1)) }),
  }),
  update: ({ gradient, slots, scalars: s, settle }) => {
    const squares = s.beta2 && add(mul(s.beta2, slots.square), mul(s.oneMinusBeta2, square(gradient)));
    const direction = squares ? div(gradient, add(mul(sqrt(squares), s.rootCorrection), s.epsilon)) : gradient;
    const iterate = settle(sub(slots.iterate, mul(s.learningRate, direction)));
    const largestRate = maximum(slots.largestRate, s.learningRate);
    // While every rate so far was 0 nothing has a weight.
    const counts = greater(largestRate, 0);
    const steps = where(counts, add(1, mul(slots.steps, square(div(slots.largestRate, where(counts, largestRate, 1))))), 0);
    const share = where(counts, div(1, maximum(steps, 1)), 0);
    const average = mix(slots.average, iterate, share);
    return {
      weight: mix(iterate, average, s.beta),
      slots: { average, iterate, ...(squares ? { square: squares } : {}), largestRate, steps },
    };
  },
});

/**
 * Schedule-free: z <- z - γ d, d from the gradient at y; x <- (1-c) x + c z with c = γ²/Σγ² (γ the largest rate so far); y = (1-β) z + β x. No
 * schedule but a warm-up is needed. The weight being trained is y; evaluate, predict, getWeights and save use x. Weight decay is by y and acts on
 * z, as does a constraint: x and y are means of values of z. x is kept beside z, which costs memory for a value per weight and makes predictions
 * as fast as with any optimizer. Moving statistics of batchNormalization are
 * those at y while a fit runs, and when it ends are averaged anew over its training data at x. Defazio 2024; optax.contrib.schedule_free around
 * RMSProp with correction ('adam') or SGD. learningRate default 2.5e-3, with base 'sgd' 1.
 */
export const scheduleFree = (options: ScheduleFreeOptions = {}): Optimizer =>
  make(options?.base === 'sgd' && options.learningRate === undefined ? { ...options, learningRate: 1 } : options);
