import { inRange, optional } from '../check.ts';
import { add, div, mul, sub } from '../ops/binary.ts';
import { sqrt, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type CommonOptions, defineOptimizer, type Optimizer, type OptimizerDefinition } from './define.ts';

/** Options of {@link nadam}. */
export interface NadamOptions extends CommonOptions {
  /** Decay of the mean of gradients, in [0, 1); default 0.9. */
  readonly beta1?: number;
  /** Decay of the mean of squares, in [0, 1); default 0.999. */
  readonly beta2?: number;
  /** δ in (0, inf); default 1e-8. */
  readonly epsilon?: number;
  /** ψ of μ_t = β1 (1 - 0.96^(tψ)/2), in [0, inf); default 0.004. */
  readonly momentumDecay?: number;
}

const momentumAt = (beta1: number, decay: number, t: number): number => beta1 * (1 - 0.5 * 0.96 ** (t * decay));

/** Π μ_i for i up to t, found from the last one asked for: a table of many steps asks for them one after another. */
function runningProduct(): (beta1: number, decay: number, t: number) => number {
  let last = { beta1: 0, decay: 0, t: 0, product: 1 };
  return (beta1, decay, t) => {
    const goesOn = last.beta1 === beta1 && last.decay === decay && last.t <= t;
    let { t: at, product } = goesOn ? last : { t: 0, product: 1 };
    // 1 - 2^-60 is 1: from there on the product is 0 for all that it is used for.
    while (at < t && product > 2 ** -60) product *= momentumAt(beta1, decay, ++at);
    if (product <= 2 ** -60) product = 0;
    last = { beta1, decay, t: at, product };
    return product;
  };
}

const root = (squares: Tensor, s: Readonly<Record<string, Tensor>>): Tensor => add(mul(sqrt(squares), s.rootCorrection), s.epsilon);

/** Each optimizer keeps a product of its own. */
const definition = (productOf = runningProduct()): OptimizerDefinition<NadamOptions> => ({
  kind: 'nadam',
  rules: {
    beta1: optional(inRange('[0, 1)')),
    beta2: optional(inRange('[0, 1)')),
    epsilon: optional(inRange('(0, inf)')),
    momentumDecay: optional(inRange('[0, inf)')),
  },
  defaults: { learningRate: 2e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, momentumDecay: 4e-3 },
  slots: () => ({ mean: 0, square: 0 }),
  scalars: ({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, momentumDecay = 4e-3 }, step) => {
    const t = step + 1;
    const now = momentumAt(beta1, momentumDecay, t);
    const next = momentumAt(beta1, momentumDecay, t + 1);
    const product = productOf(beta1, momentumDecay, t);
    return {
      beta1,
      oneMinusBeta1: 1 - beta1,
      beta2,
      oneMinusBeta2: 1 - beta2,
      epsilon,
      gradientShare: (1 - now) / (1 - product),
      meanShare: next / (1 - product * next),
      rootCorrection: 1 / Math.sqrt(1 - beta2 ** t),
    };
  },
  update: ({ weight, gradient, slots, scalars: s }) => {
    const mean = add(mul(s.beta1, slots.mean), mul(s.oneMinusBeta1, gradient));
    const squares = add(mul(s.beta2, slots.square), mul(s.oneMinusBeta2, square(gradient)));
    const direction = add(mul(s.gradientShare, gradient), mul(s.meanShare, mean));
    return { weight: sub(weight, div(mul(s.learningRate, direction), root(squares, s))), slots: { mean, square: squares } };
  },
  stepSize: ({ next, scalars }) => div(scalars.learningRate, root(next.square, scalars)),
});

/**
 * Nadam: Adam whose mean looks one step ahead: Δ = -ε ((1-μ_t)/(1-Πμ) g + μ_(t+1)/(1-Πμ μ_(t+1)) s)/(√r^ + δ). Dozat 2016, with the
 * momentum schedule of torch.optim.NAdam, which this equals. learningRate default 2e-3.
 */
export const nadam = (options: NadamOptions = {}): Optimizer => defineOptimizer(definition())(options);
