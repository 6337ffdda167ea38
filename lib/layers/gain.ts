/** What normalization layers have in common: the gain and the shift per feature that follow. */
import { boolean, inRange, optional } from '../check.ts';
import type { Constraint } from '../constraints/define.ts';
import { resolveConstraint } from '../constraints/index.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { type InitializerLike, resolveInitializer } from '../initializers/index.ts';
import { type RegularizerLike, resolveRegularizer } from '../regularizers/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { asFloat, itemRule, type LayerContext, type LayerOptions, type ParameterOptions } from './define.ts';

/** Options of layers that normalize and then multiply by a gain per feature. */
export interface GainOptions extends LayerOptions {
  /** Added to the variance (rmsNormalization: to the mean square) under the root, in (0, inf); default 1e-5. */
  readonly epsilon?: number;
  /** Multiply by a trained gain per feature, the weight 'gamma'; default true. */
  readonly scale?: boolean;
  /** Default ones. */
  readonly gammaInitializer?: InitializerLike;
  /** Penalty on the gain; default none. */
  readonly gammaRegularizer?: RegularizerLike;
  /** Set that the gain is brought back to after each step; default none. */
  readonly gammaConstraint?: Constraint;
}

/** Options of layers that also add a shift per feature. */
export interface GainAndShiftOptions extends GainOptions {
  /** Add a trained shift per feature, the weight 'beta'; default true. */
  readonly center?: boolean;
  /** Default zeros. */
  readonly betaInitializer?: InitializerLike;
  /** Penalty on the shift; default none. */
  readonly betaRegularizer?: RegularizerLike;
  /** Set that the shift is brought back to after each step; default none. */
  readonly betaConstraint?: Constraint;
}

export const initializerRule = itemRule<InitializerLike>('an initializer, the name of one, or a function of shape and random stream');
const regularizerRule = itemRule<RegularizerLike>('a regularizer or a function of a Tensor');
const constraintRule = itemRule<Constraint>('a constraint');
const epsilonRule = inRange('(0, inf)');
export const gainRules = {
  epsilon: optional(epsilonRule),
  scale: optional(boolean),
  gammaInitializer: initializerRule,
  gammaRegularizer: regularizerRule,
  gammaConstraint: constraintRule,
};
export const gainAndShiftRules = {
  ...gainRules,
  center: optional(boolean),
  betaInitializer: initializerRule,
  betaRegularizer: regularizerRule,
  betaConstraint: constraintRule,
};

export function completeGain(kind: string, options: Omit<GainOptions, 'name'>) {
  const at = (name: string) => `${kind}: ${name}`;
  return {
    epsilon: options.epsilon ?? 1e-5,
    scale: options.scale ?? true,
    gammaInitializer: resolveInitializer(at('gammaInitializer'), options.gammaInitializer ?? 'ones'),
    gammaRegularizer: resolveRegularizer(at('gammaRegularizer'), options.gammaRegularizer),
    gammaConstraint: resolveConstraint(at('gammaConstraint'), options.gammaConstraint),
  };
}

export function completeGainAndShift(kind: string, options: Omit<GainAndShiftOptions, 'name'>) {
  const at = (name: string) => `${kind}: ${name}`;
  return {
    ...completeGain(kind, options),
    center: options.center ?? true,
    betaInitializer: resolveInitializer(at('betaInitializer'), options.betaInitializer ?? 'zeros'),
    betaRegularizer: resolveRegularizer(at('betaRegularizer'), options.betaRegularizer),
    betaConstraint: resolveConstraint(at('betaConstraint'), options.betaConstraint),
  };
}

type Gain = ReturnType<typeof completeGain>;
type GainAndShift = ReturnType<typeof completeGainAndShift>;

/** x in floats, with its number of features: the size of the last axis. */
export function features(kind: string, given: Tensor): { x: Tensor; count: number } {
  if (given.rank < 2)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${kind}: expected input of rank 2 or more (rows, ..., features), got shape ${showShape(given.shape)}`,
    );
  return { x: asFloat(given), count: given.shape[given.rank - 1] };
}

/** The gain, [count], or undefined without one. */
export function gammaOf(ctx: LayerContext, count: number, o: Gain): Tensor | undefined {
  const options: ParameterOptions = { initializer: o.gammaInitializer, regularizer: o.gammaRegularizer, constraint: o.gammaConstraint };
  return o.scale ? ctx.parameter('gamma', [count], options) : undefined;
}

/** The shift, [count], or undefined without one. */
export function betaOf(ctx: LayerContext, count: number, o: GainAndShift): Tensor | undefined {
  const options: ParameterOptions = { initializer: o.betaInitializer, regularizer: o.betaRegularizer, constraint: o.betaConstraint };
  return o.center ? ctx.parameter('beta', [count], options) : undefined;
}

/** The number beside the variance. */
export const epsilonOf = (ctx: LayerContext, { epsilon }: { readonly epsilon: number }): Tensor =>
  ctx.scalar('epsilon', epsilon, epsilonRule);
