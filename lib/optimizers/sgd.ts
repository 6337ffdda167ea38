import { boolean, inRange, oneOf, optional } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { add, div, mul, sub } from '../ops/binary.ts';
import { type CommonOptions, defineOptimizer, type Optimizer, type UpdateResult } from './define.ts';

/** Options of {@link sgd}. */
export interface SgdOptions extends CommonOptions {
  /** α in [0, 1); default 0, which keeps no velocity. */
  readonly momentum?: number;
  /** Gradient at the look-ahead point, which is the one stored; default false. Needs momentum. */
  readonly nesterov?: boolean;
  /**
   * 'keras' (default): v <- αv - εg, θ <- θ + v. 'pytorch': v <- αv + (1 - dampening)g, θ <- θ - εv, the first v undamped. They are the
   * same as long as ε stays what it is and dampening is 0.
   */
  readonly style?: 'keras' | 'pytorch';
  /** Of the PyTorch style, in [0, 1); default 0. Not with nesterov, as in PyTorch. */
  readonly dampening?: number;
  /** v <- αv + (1-α)g, θ <- θ - εv, with nesterov θ <- θ - ε(αv + (1-α)g); default false. Steps keep the size of plain ones. */
  readonly average?: boolean;
}

const make = defineOptimizer<SgdOptions>({
  kind: 'sgd',
  rules: {
    momentum: optional(inRange('[0, 1)')),
    nesterov: optional(boolean),
    style: optional(oneOf('keras', 'pytorch')),
    dampening: optional(inRange('[0, 1)')),
    average: optional(boolean),
  },
  defaults: { learningRate: 0.01 },
  slots: ({ momentum = 0 }): Record<string, number> => (momentum > 0 ? { velocity: 0 } : {}),
  scalars: ({ momentum = 0, dampening = 0, style = 'keras', average = false }, step): Record<string, number> => {
    if (momentum === 0) return {};
    if (average) return { momentum, damping: 1 - momentum };
    return style === 'pytorch' ? { momentum, damping: step === 0 ? 1 : 1 - dampening } : { momentum };
  },
  update: ({ weight, gradient, slots, scalars, options }): UpdateResult => {
    const { learningRate, momentum, damping } = scalars;
    if (!momentum) return { weight: sub(weight, mul(learningRate, gradient)), slots: {} };
    const { nesterov = false, style = 'keras', average = false } = options;
    if (average || style === 'pytorch') {
      const share = mul(damping, gradient);
      const velocity = add(mul(momentum, slots.velocity), share);
      const direction = nesterov ? add(share, mul(momentum, velocity)) : velocity;
      return { weight: sub(weight, mul(learningRate, direction)), slots: { velocity } };
    }
    const push = mul(learningRate, gradient);
    const velocity = sub(mul(momentum, slots.velocity), push);
    return { weight: nesterov ? add(weight, sub(mul(momentum, velocity), push)) : add(weight, velocity), slots: { velocity } };
  },
  // A velocity adds a gradient up over the steps that it lives.
  stepSize: ({ scalars: { learningRate, momentum, damping } }) => {
    if (!momentum) return learningRate;
    const lasting = div(learningRate, sub(1, momentum));
    return damping ? mul(lasting, damping) : lasting;
  },
});

/**
 * Stochastic gradient descent, plain (θ <- θ - εg) or with momentum. Goodfellow, Bengio, Courville 2016, algorithms 8.1 to 8.3.
 * learningRate default 0.01.
 * @throws ERR_OPTION for nesterov, average or dampening without momentum, and for dampening in another style or with nesterov.
 */
export function sgd(options: SgdOptions = {}): Optimizer {
  const optimizer = make(options);
  const refuse = (why: string): never => {
    throw new RidgelineError('ERR_OPTION', `optimizers.sgd: ${why}`);
  };
  const { momentum = 0, nesterov, average, dampening, style } = options;
  if (momentum === 0 && (nesterov || average || dampening)) {
    refuse(`expected a momentum above 0 with ${nesterov ? 'nesterov' : average ? 'average' : 'dampening'}, got ${momentum}`);
  }
  if (dampening && (style !== 'pytorch' || average)) refuse("expected dampening only with style 'pytorch' and without average");
  if (dampening && nesterov) refuse(`expected no dampening with nesterov, got ${dampening}`);
  return optimizer;
}
