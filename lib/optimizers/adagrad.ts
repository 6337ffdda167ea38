import { boolean, inRange, optional } from '../check.ts';
import { add, div, mul, sub } from '../ops/binary.ts';
import { sqrt, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type CommonOptions, defineOptimizer, type Optimizer } from './define.ts';

/** Options of {@link adagrad}. */
export interface AdagradOptions extends CommonOptions {
  /** δ in (0, inf); default 1e-7. */
  readonly epsilon?: number;
  /** δ inside the root: g/√(r + δ), as Keras has it; default false. */
  readonly epsilonInside?: boolean;
  /** Where r starts, in [0, inf); default 0. Keras: 0.1. */
  readonly initialAccumulator?: number;
}

const root = (r: Tensor, { epsilon }: Readonly<Record<string, Tensor>>, { epsilonInside }: AdagradOptions): Tensor =>
  epsilonInside ? sqrt(add(r, epsilon)) : add(sqrt(r), epsilon);

const make = defineOptimizer<AdagradOptions>({
  kind: 'adagrad',
  rules: {
    epsilon: optional(inRange('(0, inf)')),
    epsilonInside: optional(boolean),
    initialAccumulator: optional(inRange('[0, inf)')),
  },
  defaults: { learningRate: 0.01, epsilon: 1e-7 },
  slots: ({ initialAccumulator = 0 }) => ({ accumulator: initialAccumulator }),
  scalars: ({ epsilon = 1e-7 }) => ({ epsilon }),
  update: ({ weight, gradient, slots, scalars: s, options }) => {
    const accumulator = add(slots.accumulator, square(gradient));
    return { weight: sub(weight, div(mul(s.learningRate, gradient), root(accumulator, s, options))), slots: { accumulator } };
  },
  stepSize: ({ next, scalars, options }) => div(scalars.learningRate, root(next.accumulator, scalars, options)),
});

/**
 * AdaGrad: r <- r + g²; Δ = -ε g/(√r + δ). Goodfellow, Bengio, Courville 2016, algorithm 8.4; Duchi 2011. torch.optim.Adagrad with
 * epsilon 1e-10; keras Adagrad is { epsilonInside: true, initialAccumulator: 0.1 }. learningRate default 0.01.
 */
export const adagrad = (options: AdagradOptions = {}): Optimizer => make(options);
