/** What layers with a kernel have in common: how kernel and bias start, what they cost, where they are kept, and how they are used. */
import { type Activation, type ActivationLike, resolveActivation } from '../activations.ts';
import { boolean, inRange, oneOf, optional, type Rule } from '../check.ts';
import type { Constraint } from '../constraints/define.ts';
import { resolveConstraint } from '../constraints/index.ts';
import type { Initializer } from '../initializers/define.ts';
import { type InitializerLike, resolveInitializer } from '../initializers/index.ts';
import { add, div, mul, sub } from '../ops/binary.ts';
import type { Regularizer } from '../regularizers/define.ts';
import { type RegularizerLike, resolveActivityRegularizer, resolveRegularizer } from '../regularizers/index.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { itemRule, type LayerContext, type LayerOptions } from './define.ts';
import { type KernelNormalization, normalizedKernel } from './kernel-normalization.ts';

/** Noise that a kernel is used with. */
export interface WeightNoise {
  /** Standard deviation, in [0, inf). */
  readonly stddev: number;
}

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
  /** Penalty on the layer's output (after the activation), divided by the number of rows (klSparsity is not); default none. */
  readonly activityRegularizer?: RegularizerLike;
  /** Set that the kernel is brought back to after each step; default none. */
  readonly kernelConstraint?: Constraint;
  readonly biasConstraint?: Constraint;
  /**
   * 'weight': the kernel is used as gain·kernel/‖kernel‖ per unit, with a weight 'gain' of its own; 'spectral': as kernel/σ, with σ its largest
   * singular value. Penalties and constraints are on the kernel as it is stored. Default none.
   */
  readonly kernelNormalization?: KernelNormalization;
  /**
   * Use kernel + N(0, stddev²), drawn per step (the same wherever the layer is applied), in training; the gradient at the noisy point is applied to the kernel. Goodfellow, Bengio, Courville
   * 2016, 7.5 (which writes the variance). Default none.
   */
  readonly weightNoise?: WeightNoise;
  /**
   * In training, use each element of the kernel with probability 1 - dropConnect, divided by it, and 0 instead of the others; one mask per step.
   * Rate in [0, 1). Wan, Zeiler, Zhang, LeCun, Fergus 2013 (there: a mask per row). Default none.
   */
  readonly dropConnect?: number;
}

/** The same, completed. */
export interface CompletedKernel {
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
  readonly weightNoise: WeightNoise | undefined;
  readonly dropConnect: number | undefined;
}

const initializer = itemRule<InitializerLike>('an initializer, the name of one, or a function of shape and random stream');
const regularizer = itemRule<RegularizerLike>('a regularizer or a function of a Tensor');
const constraint = itemRule<Constraint>('a constraint');
const stddevRule = inRange('[0, inf)');
const dropConnectRule = inRange('[0, 1)');
const noiseRule: Rule<WeightNoise> = {
  expected: '{ stddev }, stddev a number in [0, inf),',
  invalid: 0.1,
  test: (v): v is WeightNoise =>
    typeof v === 'object' && v !== null && Object.keys(v).join() === 'stddev' && stddevRule.test((v as WeightNoise).stddev),
};
/** Their rules. */
export const kernelRules = {
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
  weightNoise: optional(noiseRule),
  dropConnect: optional(dropConnectRule),
};

/** Fills in defaults and turns names into items. */
export function completeKernel(kind: string, options: Omit<KernelOptions, 'name'>): CompletedKernel {
  const at = (name: string) => `${kind}: ${name}`;
  const activation = resolveActivation(at('activation'), options.activation ?? 'linear');
  return {
    activation,
    useBias: options.useBias ?? true,
    kernelInitializer: resolveInitializer(at('kernelInitializer'), options.kernelInitializer ?? 'glorotUniform'),
    biasInitializer: resolveInitializer(at('biasInitializer'), options.biasInitializer ?? 'zeros'),
    kernelRegularizer: resolveRegularizer(at('kernelRegularizer'), options.kernelRegularizer),
    biasRegularizer: resolveRegularizer(at('biasRegularizer'), options.biasRegularizer),
    activityRegularizer: resolveActivityRegularizer(at('activityRegularizer'), options.activityRegularizer, activation),
    kernelConstraint: resolveConstraint(at('kernelConstraint'), options.kernelConstraint),
    biasConstraint: resolveConstraint(at('biasConstraint'), options.biasConstraint),
    kernelNormalization: options.kernelNormalization,
    weightNoise: options.weightNoise,
    dropConnect: options.dropConnect,
  };
}

/** Declares the penalty on a layer's output y: per row, whatever the size of the batch, or of the rates over the batch. */
export function penalizeActivity(y: Tensor, ctx: LayerContext, activity: Regularizer | undefined): void {
  if (!activity) return;
  const total = activity.penalty(y, (name, value, rule) => ctx.scalar(`activity/${name}`, value, rule));
  ctx.addPenalty('activity', activity.ofRates ? total : div(total, y.shape[0]));
}

/** What of it the kernel and the bias are made from. */
type UsedKernel = Omit<CompletedKernel, 'activation' | 'useBias'>;

/** Declares the kernel of a layer; gives it as it is to be used, the same wherever the layer is applied: normalized, then with noise, then with its mask. */
export function kernelOf(ctx: LayerContext, shape: Shape, o: UsedKernel): Tensor {
  const stored = ctx.parameter('kernel', shape, {
    part: 'kernel',
    initializer: o.kernelInitializer,
    regularizer: o.kernelRegularizer,
    constraint: o.kernelConstraint,
  });
  return ctx.once('kernel', () => usedKernel(ctx, stored, o));
}

function usedKernel(ctx: LayerContext, stored: Tensor, o: UsedKernel): Tensor {
  const { shape } = stored;
  let kernel = normalizedKernel(stored, ctx, o.kernelNormalization);
  if (o.weightNoise && ctx.stochastic)
    kernel = add(kernel, mul(ctx.random('normal', shape), ctx.scalar('weightNoise', o.weightNoise.stddev, stddevRule)));
  if (o.dropConnect === undefined || !ctx.stochastic) return kernel;
  const keep = sub(1, ctx.scalar('dropConnect', o.dropConnect, dropConnectRule));
  return mul(kernel, div(ctx.bernoulli(shape, keep), keep));
}

/** Declares the bias of a layer. */
export const biasOf = (ctx: LayerContext, units: number, o: UsedKernel): Tensor =>
  ctx.parameter('bias', [units], {
    part: 'bias',
    initializer: o.biasInitializer,
    regularizer: o.biasRegularizer,
    constraint: o.biasConstraint,
  });
