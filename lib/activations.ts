/** Activation functions, by name or with options. */
import { boolean, checkOptions, inRange, nearest, optional, show } from './check.ts';
import { closed, type Described, type Description } from './describe.ts';
import { RidgelineError } from './errors.ts';
import type { Named } from './named.ts';
import { add, div, maximum, minimum, mul } from './ops/binary.ts';
import { greater } from './ops/compare.ts';
import { softmax } from './ops/softmax.ts';
import { abs, expm1, gelu as exactGelu, relu, sigmoid, softplus, tanh } from './ops/unary.ts';
import { where } from './ops/where.ts';
import { Tensor } from './tensor/tensor.ts';

/** A function of a Tensor, with what is needed to save it. */
export interface Activation extends Described {
  /** The result has the shape of x, which is a float Tensor. */
  apply(x: Tensor): Tensor;
  /** Its values lie in [0, 1]; default not known. */
  readonly inUnitInterval?: boolean;
}

const plain =
  (kind: string, apply: (x: Tensor) => Tensor, range: Pick<Activation, 'inUnitInterval'> = {}) =>
  (options: Readonly<Record<string, never>> = {}): Activation => {
    checkOptions(`activations.${kind}`, options, {});
    return closed({ kind, options: {}, apply, ...range });
  };
const unitInterval = { inUnitInterval: true };

/** Options of activations.leakyRelu. */
export interface LeakyReluOptions {
  /** Slope below 0, in [0, inf); default 0.01. */
  readonly slope?: number;
}

/** x where x > 0, else slope·x. Maas 2013. */
function leakyRelu(options: LeakyReluOptions = {}): Activation {
  checkOptions<LeakyReluOptions>('activations.leakyRelu', options, { slope: optional(inRange('[0, inf)')) });
  const { slope = 0.01 } = options;
  return closed({ kind: 'leakyRelu', options: { slope }, apply: (x) => where(greater(x, 0), x, mul(x, slope)) });
}

/** The exponential arm only ever sees x <= 0: past it e^x would overflow, and its derivative would be infinite times 0. */
const exponentialArm = (x: Tensor, alpha: number): Tensor => where(greater(x, 0), x, mul(expm1(minimum(x, 0)), alpha));

/** Options of activations.elu. */
export interface EluOptions {
  /** Minus the limit at -infinity, in [0, inf); default 1. */
  readonly alpha?: number;
}

/** x where x > 0, else alpha·(e^x - 1). Clevert 2016. */
function elu(options: EluOptions = {}): Activation {
  checkOptions<EluOptions>('activations.elu', options, { alpha: optional(inRange('[0, inf)')) });
  const { alpha = 1 } = options;
  return closed({ kind: 'elu', options: { alpha }, apply: (x) => exponentialArm(x, alpha) });
}

/** Options of activations.gelu. */
export interface GeluOptions {
  /** Take the tanh form; default false. */
  readonly approximate?: boolean;
}

/** x·Φ(x) by the error function; { approximate: true } takes x/2·(1 + tanh(√(2/π)(x + 0.044715x³))). Hendrycks and Gimpel 2016. */
function gelu(options: GeluOptions = {}): Activation {
  checkOptions<GeluOptions>('activations.gelu', options, { approximate: optional(boolean) });
  const { approximate = false } = options;
  const near = (x: Tensor) => {
    const inner = mul(add(x, mul(mul(mul(x, x), x), 0.044715)), Math.sqrt(2 / Math.PI));
    return mul(mul(x, 0.5), add(tanh(inner), 1));
  };
  return closed({ kind: 'gelu', options: { approximate }, apply: approximate ? near : exactGelu });
}

const seluScale = 1.0507009873554805;
const seluAlpha = 1.6732632423543772;

/** Activations as factories: activations.leakyRelu({ slope: 0.2 }). A learned slope is a layer: layers.prelu(). */
export const activations = {
  /** x */
  linear: plain('linear', (x) => x),
  /** max(x, 0) */
  relu: plain('relu', relu),
  leakyRelu,
  elu,
  /** The self-normalizing scale·elu(x). Klambauer 2017. */
  selu: plain('selu', (x) => mul(exponentialArm(x, seluAlpha), seluScale)),
  gelu,
  /** x·sigmoid(x), also called swish. */
  silu: plain('silu', (x) => mul(x, sigmoid(x))),
  /** 1/(1 + e^-x) */
  sigmoid: plain('sigmoid', sigmoid, unitInterval),
  /** Hyperbolic tangent */
  tanh: plain('tanh', tanh),
  /** log(1 + e^x) */
  softplus: plain('softplus', softplus),
  /** x/(1 + |x|) */
  softsign: plain('softsign', (x) => div(x, add(abs(x), 1))),
  /** e^x_i over its sum along the last axis */
  softmax: plain('softmax', softmax, unitInterval),
  /** clip(x/6 + 1/2, 0, 1) */
  hardSigmoid: plain('hardSigmoid', (x) => minimum(maximum(add(div(x, 6), 0.5), 0), 1), unitInterval),
  /** x·tanh(softplus(x)). Misra 2019. */
  mish: plain('mish', (x) => mul(x, tanh(softplus(x)))),
};

/** Names of activations. */
export type ActivationName = Named<keyof typeof activations>;
/** An activation, the name of one with its defaults, or a function of a Tensor. */
export type ActivationLike = Activation | ActivationName | ((x: Tensor) => Tensor);

const byName = activations as Readonly<Record<string, (options?: object) => Activation>>;

/**
 * The activation that a user means, in argument `at`.
 * @throws ERR_OPTION for an unknown name, with the known ones; and, when applied, for a function that does not return a Tensor.
 */
export function resolveActivation(at: string, value: ActivationLike): Activation {
  if (typeof value === 'string') {
    if (Object.hasOwn(activations, value)) return byName[value]();
    const near = nearest(value, Object.keys(activations));
    const hint = value === 'prelu' ? ' Its slope is learned: use layers.prelu().' : near ? ` Did you mean '${near}'?` : '';
    throw new RidgelineError(
      'ERR_OPTION',
      `${at}: no activation is called '${value}'.${hint} Known: ${Object.keys(activations).join(', ')}`,
    );
  }
  if (typeof value === 'function') {
    const apply = (x: Tensor): Tensor => {
      const y: unknown = value(x);
      if (y instanceof Tensor) return y;
      throw new RidgelineError('ERR_OPTION', `${at}: expected the activation function to return a Tensor, got ${show(y)}`);
    };
    return { kind: 'custom', options: { apply: value }, apply };
  }
  if (typeof value?.apply === 'function') return value;
  throw new RidgelineError('ERR_OPTION', `${at}: expected an activation, the name of one, or a function of a Tensor, got ${show(value)}`);
}

/** The activation that a description names. */
export function activationFrom({ kind, options }: Description): Activation {
  if (!Object.hasOwn(activations, kind)) throw new RidgelineError('ERR_FORMAT', `no activation is called '${kind}'`);
  return byName[kind](options);
}
