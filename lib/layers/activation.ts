import { type ActivationLike, resolveActivation } from '../activations.ts';
import type { Rule } from '../check.ts';
import { type InitializerLike, initializers, resolveInitializer } from '../initializers/index.ts';
import { mul } from '../ops/binary.ts';
import { greater } from '../ops/compare.ts';
import { where } from '../ops/where.ts';
import { asFloat, defineLayer, itemRule, type ApplicableLayer, type LayerOptions } from './define.ts';

const activationItem = itemRule<ActivationLike>('an activation, the name of one, or a function of a Tensor');
const required: Rule<ActivationLike> = {
  ...activationItem,
  test: (v): v is ActivationLike => v !== undefined && activationItem.test(v),
};

/** Declaration of {@link activation}. */
export const activationKind = defineLayer({
  kind: 'activation',
  argument: 'activation',
  rules: { activation: required },
  complete: (options: { activation: ActivationLike }) => ({ activation: resolveActivation('activation', options.activation) }),
  call: (x, _, options) => options.activation.apply(asFloat(x)),
});

/** An activation as a layer: layers.activation('relu'). */
export const activation = (fn: ActivationLike, options: LayerOptions = {}): ApplicableLayer => activationKind.make(options, fn);

/** Options of {@link prelu}. */
export interface PreluOptions extends LayerOptions {
  /** Initial slopes; default constant 0.25. */
  readonly alphaInitializer?: InitializerLike;
}

/** Declaration of {@link prelu}. */
export const preluKind = defineLayer({
  kind: 'prelu',
  rules: { alphaInitializer: itemRule<InitializerLike>('an initializer, the name of one, or a function of shape and random stream') },
  complete: ({ alphaInitializer = initializers.constant(0.25) }: Omit<PreluOptions, 'name'>) => ({
    alphaInitializer: resolveInitializer('prelu: alphaInitializer', alphaInitializer),
  }),
  call: (given, ctx, { alphaInitializer }) => {
    const x = asFloat(given);
    const alpha = ctx.parameter('alpha', x.shape.slice(1), { initializer: alphaInitializer });
    return where(greater(x, 0), x, mul(x, alpha));
  },
});

/** x where x > 0, else alpha·x, with a learned weight alpha per feature, of the shape of a row. He et al. 2015. */
export const prelu = (options: PreluOptions = {}): ApplicableLayer => preluKind.make(options);
