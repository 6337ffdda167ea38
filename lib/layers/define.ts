import { check, checkOptions, optional, type Rule, type Rules, string } from '../check.ts';
import type { Constraint } from '../constraints/define.ts';
import { closed, type Described } from '../describe.ts';
import type { Initializer } from '../initializers/define.ts';
import { cast } from '../ops/core.ts';
import type { Regularizer, ScalarSource } from '../regularizers/define.ts';
import { isFloat } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { applied, type Value } from './value.ts';

/** How a weight starts, what it costs and where it is kept. */
export interface ParameterOptions {
  /** What the penalties of the whole model take it for; default neither, as gains and shifts are. */
  readonly part?: 'kernel' | 'bias';
  readonly initializer: Initializer;
  readonly regularizer?: Regularizer;
  readonly constraint?: Constraint;
  /** Changed by the optimizer; default true. */
  readonly trainable?: boolean;
}

/** What a layer may ask for while it is traced. Names are relative to the layer; asking twice gives the same Tensor. */
export interface LayerContext {
  readonly training: boolean;
  /** Noise and dropout act: in training, and in the samples of a Monte Carlo prediction. */
  readonly stochastic: boolean;
  /** A weight. */
  parameter(name: string, shape: Shape, options: ParameterOptions): Tensor;
  /** A number that can be changed without compiling. */
  readonly scalar: ScalarSource;
  /** Random values of the layer's own stream: uniform on [0, 1), or standard normal. */
  random(kind: 'uniform' | 'normal', shape: Shape): Tensor;
  /** 1 with the given rank-0 probability, else 0. */
  bernoulli(shape: Shape, probability: Tensor): Tensor;
  /** What `make` gives, made once per trace however often the layer is applied: what is of the weights and not of a place. */
  once<T>(name: string, make: () => T): T;
  /** A rank-0 term added to the loss. */
  addPenalty(name: string, penalty: Tensor): void;
  /** A value that the layer itself updates in training, such as a moving average. */
  statistic(name: string, shape: Shape, initializer: Initializer): Tensor;
  /** `observed`, of a moving average: the value of this batch alone, of which a pass over all data can take the plain mean. */
  updateStatistic(name: string, value: Tensor, observed?: Tensor): void;
}

/** A layer: plain options and a function from Tensor to Tensor. x has the batch axis first; shapes are concrete numbers. */
export interface Layer extends Described {
  readonly name?: string;
  /** Takes several Tensors: x and `others`. Default: one. */
  readonly merges?: boolean;
  call(x: Tensor, ctx: LayerContext, others?: readonly Tensor[]): Tensor;
}

/** A layer of this package, which also makes values of functional models. */
export interface ApplicableLayer extends Layer {
  /**
   * The layer's result for a value, or for several where the layer merges. Applied twice, it has its parameters once, and their gradients add up.
   * @throws ERR_OPTION for what is no value, and for several where the layer takes one.
   */
  apply(values: Value | readonly Value[]): Value;
}

/** Options that every layer takes. */
export interface LayerOptions {
  /** Names the layer's weights ('name/kernel'); default: kind and position. */
  readonly name?: string;
}

/** All that the system knows of a kind of layer: `O` is what the user gives, `C` what the layer works with and a model file holds. */
export interface LayerDefinition<O extends object, C extends object> {
  readonly kind: string;
  readonly rules: Rules<O>;
  /** The option that users give as first argument, as the units of dense(units, options). */
  readonly argument?: keyof O & string;
  /** Fills in defaults and turns names into items, once per layer. */
  readonly complete: (options: O) => C;
  readonly call: (x: Tensor, ctx: LayerContext, options: C, others: readonly Tensor[]) => Tensor;
  /** See Layer.merges. */
  readonly merges?: boolean;
}

/** Makes layers of one kind. */
export interface LayerKind {
  readonly kind: string;
  readonly rules: Readonly<Record<string, Rule>>;
  readonly argument: string | undefined;
  /** From what a user gave. Throws ERR_OPTION for unknown options and values outside their range. */
  make(options: LayerOptions, argument?: unknown): ApplicableLayer;
  /** From all options together, as a description has them. */
  from(options: Readonly<Record<string, unknown>>): ApplicableLayer;
}

/** Declares a kind of layer. Option checks, model files and tests are made from the declaration; every layer also takes `name`. */
export function defineLayer<O extends object, C extends object>(definition: LayerDefinition<O, C>): LayerKind {
  const { kind, argument, merges } = definition;
  const rules = definition.rules as unknown as Record<string, Rule>;
  const named: Record<string, Rule> = { ...rules, name: optional(string) };
  if (argument !== undefined) delete named[argument];
  const make = (options: LayerOptions, first?: unknown): ApplicableLayer => {
    if (argument !== undefined) check(kind, argument, first, rules[argument]);
    checkOptions(kind, options, named as Rules<LayerOptions>);
    const { name, ...rest } = options;
    const completed = definition.complete((argument === undefined ? rest : { ...rest, [argument]: first }) as O);
    const layer: Layer = {
      kind,
      name,
      ...(merges ? { merges } : {}),
      options: completed as unknown as Layer['options'],
      call: (x, ctx, others = []) => definition.call(x, ctx, completed, others),
    };
    const applicable: ApplicableLayer = closed({ ...layer, apply: (values) => applied(applicable, values) });
    return applicable;
  };
  const from = (options: Readonly<Record<string, unknown>>): ApplicableLayer => {
    if (argument === undefined) return make(options);
    const { [argument]: first, ...rest } = options;
    return make(rest, first);
  };
  return { kind, rules, argument, make, from };
}

/** An option that is an item (an initializer, an activation, ...), the name of one or a function; which one is for its resolver to say. */
export const itemRule = <T>(expected: string): Rule<T | undefined> =>
  optional({
    expected,
    invalid: 1,
    test: (v): v is T => typeof v === 'string' || typeof v === 'function' || (typeof v === 'object' && v !== null),
  });

/** Arithmetic is in floats: raw bytes and integers are converted. */
export const asFloat = (x: Tensor): Tensor => (isFloat(x.dtype) ? x : cast(x, 'float32'));
