import { type Activation, type ActivationLike, resolveActivation } from '../activations.ts';
import { boolean, oneOf, optional, positiveInt } from '../check.ts';
import type { Constraint } from '../constraints/define.ts';
import { resolveConstraint } from '../constraints/index.ts';
import { RidgelineError, showShape } from '../errors.ts';
import type { Initializer } from '../initializers/define.ts';
import { type InitializerLike, resolveInitializer } from '../initializers/index.ts';
import { add, div } from '../ops/binary.ts';
import { matmul } from '../ops/matmul.ts';
import type { Regularizer } from '../regularizers/define.ts';
import { type RegularizerLike, resolveRegularizer } from '../regularizers/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { asFloat, defineLayer, itemRule, type Layer, type LayerContext, type LayerOptions } from './define.ts';
import { type KernelNormalization, normalizedKernel } from './kernel-normalization.ts';

/** Options of layers with a kernel. */
export interface KernelOptions extends LayerOptions {
  /** Applied to the result; default linear. */
  readonly activation?: ActivationLike;
  /** Add a bias; default true. */
  readonly useBias?: boolean;
  /** Default glorotUniform. */
  readonly kernelInitializer?: InitializerLike;
  /** Default zeros. */
  readonly biasInitializer?: InitializerLike;
  /** Penalty on the kernel; default none. */
  readonly kernelRegularizer?: RegularizerLike;
  /** Penalty on the bias; default none, so that only kernels are penalized. */
  readonly biasRegularizer?: RegularizerLike;
  /** Penalty on the layer's output (after the activation), divided by the number of rows; default none. */
  readonly activityRegularizer?: RegularizerLike;
  /** Set that the kernel is brought back to after each step; default none. */
  readonly kernelConstraint?: Constraint;
  readonly biasConstraint?: Constraint;
  /**
   * 'weight': the kernel is used as gain·kernel/‖kernel‖ per unit, with a weight 'gain' of its own; 'spectral': as kernel/σ, with σ its largest
   * singular value. Penalties and constraints are on the kernel as it is stored. Default none.
   */
  readonly kernelNormalization?: KernelNormalization;
}

interface Completed {
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly kernelInitializer: Initializer;
  readonly biasInitializer: Initializer;
  readonly kernelRegularizer: Regularizer | undefined;
  readonly biasRegularizer: Regularizer | undefined;
  readonly activityRegularizer: Regularizer | undefined;
  readonly kernelConstraint: Constraint | undefined;
  readonly biasConstraint: Constraint | undefined;
  readonly kernelNormalization: KernelNormalization | undefined;
}

const initializer = itemRule<InitializerLike>('an initializer, the name of one, or a function of shape and random stream');
const regularizer = itemRule<RegularizerLike>('a regularizer or a function of a Tensor');
const constraint = itemRule<Constraint>('a constraint');
const kernelRules = {
  activation: itemRule<ActivationLike>('an activation, the name of one, or a function of a Tensor'),
  useBias: optional(boolean),
  kernelInitializer: initializer,
  biasInitializer: initializer,
  kernelRegularizer: regularizer,
  biasRegularizer: regularizer,
  activityRegularizer: regularizer,
  kernelConstraint: constraint,
  biasConstraint: constraint,
  kernelNormalization: optional(oneOf('weight', 'spectral')),
};

function completeKernel(kind: string, options: Omit<KernelOptions, 'name'>): Completed {
  const at = (name: string) => `${kind}: ${name}`;
  return {
    activation: resolveActivation(at('activation'), options.activation ?? 'linear'),
    useBias: options.useBias ?? true,
    kernelInitializer: resolveInitializer(at('kernelInitializer'), options.kernelInitializer ?? 'glorotUniform'),
    biasInitializer: resolveInitializer(at('biasInitializer'), options.biasInitializer ?? 'zeros'),
    kernelRegularizer: resolveRegularizer(at('kernelRegularizer'), options.kernelRegularizer),
    biasRegularizer: resolveRegularizer(at('biasRegularizer'), options.biasRegularizer),
    activityRegularizer: resolveRegularizer(at('activityRegularizer'), options.activityRegularizer),
    kernelConstraint: resolveConstraint(at('kernelConstraint'), options.kernelConstraint),
    biasConstraint: resolveConstraint(at('biasConstraint'), options.biasConstraint),
    kernelNormalization: options.kernelNormalization,
  };
}

/** Declares the penalty on a layer's output y: per row, whatever the size of the batch. */
function penalizeActivity(y: Tensor, ctx: LayerContext, activity: Regularizer | undefined): void {
  if (!activity) return;
  const total = activity.penalty(y, (name, value) => ctx.scalar(`activity/${name}`, value));
  ctx.addPenalty('activity', div(total, y.shape[0]));
}

/** Declaration of {@link dense}. */
export const denseKind = defineLayer({
  kind: 'dense',
  argument: 'units',
  rules: { units: positiveInt, ...kernelRules },
  complete: (options: Omit<KernelOptions, 'name'> & { units: number }) => ({ units: options.units, ...completeKernel('dense', options) }),
  call: (given, ctx, { units, activation, useBias, ...o }) => {
    const x = asFloat(given);
    if (x.rank !== 2)
      throw new RidgelineError('ERR_SHAPE', `dense: expected input of rank 2, got shape ${showShape(x.shape)}; add layers.flatten()`);
    const kernel = ctx.parameter('kernel', [x.shape[1], units], {
      initializer: o.kernelInitializer,
      regularizer: o.kernelRegularizer,
      constraint: o.kernelConstraint,
    });
    let z = matmul(x, normalizedKernel(kernel, ctx, o.kernelNormalization));
    if (useBias)
      z = add(
        z,
        ctx.parameter('bias', [units], { initializer: o.biasInitializer, regularizer: o.biasRegularizer, constraint: o.biasConstraint }),
      );
    const y = activation.apply(z);
    penalizeActivity(y, ctx, o.activityRegularizer);
    return y;
  },
});

/**
 * activation(x·kernel + bias): x [rows, inputs], kernel [inputs, units], bias [units].
 * @param units outputs, a positive integer.
 * @throws ERR_SHAPE for rows that are not vectors: add layers.flatten().
 */
export const dense = (units: number, options: KernelOptions = {}): Layer => denseKind.make(options, units);
