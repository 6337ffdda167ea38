import { inRange, optional } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { greater, less } from '../ops/compare.ts';
import { maximum, minimum, mul, sub } from '../ops/binary.ts';
import { sign } from '../ops/unary.ts';
import { where } from '../ops/where.ts';
import { type CommonOptions, defineOptimizer, type Optimizer } from './define.ts';

/** Options of {@link rprop}. */
export interface RpropOptions extends CommonOptions {
  /** Size of the first step of each element, in (0, inf); default 0.01. */
  readonly initialStep?: number;
  /** Factor where the sign of the gradient turned, in (0, 1); default 0.5. */
  readonly etaMinus?: number;
  /** Factor where it stayed, in (1, inf); default 1.2. */
  readonly etaPlus?: number;
  /** Smallest step, in (0, inf); default 1e-6. */
  readonly smallestStep?: number;
  /** Largest step, in (0, inf); default 50. */
  readonly largestStep?: number;
}

const make = defineOptimizer<RpropOptions>({
  kind: 'rprop',
  rules: {
    initialStep: optional(inRange('(0, inf)')),
    etaMinus: optional(inRange('(0, 1)')),
    etaPlus: optional(inRange('(1, inf)')),
    smallestStep: optional(inRange('(0, inf)')),
    largestStep: optional(inRange('(0, inf)')),
  },
  defaults: { learningRate: 1 },
  slots: ({ initialStep = 0.01 }) => ({ previous: 0, size: initialStep }),
  scalars: ({ etaMinus = 0.5, etaPlus = 1.2, smallestStep = 1e-6, largestStep = 50 }) => ({
    etaMinus,
    etaPlus,
    smallestStep,
    largestStep,
  }),
  update: ({ weight, gradient, slots, scalars: s }) => {
    // Signs, not the gradients themselves: a product of two small gradients would be 0.
    const agreement = mul(sign(gradient), sign(slots.previous));
    const turned = less(agreement, 0);
    const factor = where(turned, s.etaMinus, where(greater(agreement, 0), s.etaPlus, 1));
    const size = minimum(maximum(mul(slots.size, factor), s.smallestStep), s.largestStep);
    // After a turn the element stands still for a step, and the step after it keeps its size.
    const previous = where(turned, 0, gradient);
    return { weight: sub(weight, mul(mul(s.learningRate, sign(previous)), size)), slots: { previous, size } };
  },
});

/**
 * Rprop: steps Δ by the sign of the gradient alone, with a size of each element's own that grows by etaPlus while the sign stays and shrinks
 * by etaMinus where it turns. Riedmiller and Braun 1993, in the iRprop- form of Igel and Hüsken 2000. torch.optim.Rprop's lr is initialStep
 * here; learningRate (default 1) multiplies every step, so that a schedule acts. For full batches.
 * @throws ERR_OPTION for a smallestStep above the largestStep.
 */
export function rprop(options: RpropOptions = {}): Optimizer {
  const optimizer = make(options);
  const { smallestStep = 1e-6, largestStep = 50 } = options;
  if (smallestStep > largestStep) {
    throw new RidgelineError(
      'ERR_OPTION',
      `optimizers.rprop: expected a smallestStep of at most largestStep (${largestStep}), got ${smallestStep}`,
    );
  }
  return optimizer;
}
