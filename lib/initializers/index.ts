import { nearest, show } from '../check.ts';
import type { Description } from '../describe.ts';
import { RidgelineError, showShape } from '../errors.ts';
import type { Named } from '../named.ts';
import type { RandomStream } from '../random.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import type { Initializer } from './define.ts';
import { constant, ones, randomNormal, randomUniform, truncatedNormal, zeros } from './distributions.ts';
import { identity } from './identity.ts';
import { orthogonal } from './orthogonal.ts';
import { glorotNormal, glorotUniform, heNormal, heUniform, lecunNormal, lecunUniform } from './scaled.ts';
import { sparse } from './sparse.ts';

export type { Initializer } from './define.ts';

/** Those that need no argument, and so can be given by name. */
const withDefaults = {
  zeros,
  ones,
  randomNormal,
  randomUniform,
  truncatedNormal,
  glorotUniform,
  glorotNormal,
  xavierUniform: glorotUniform,
  xavierNormal: glorotNormal,
  heUniform,
  heNormal,
  kaimingUniform: heUniform,
  kaimingNormal: heNormal,
  lecunUniform,
  lecunNormal,
  orthogonal,
  identity,
  sparse,
};

/** Initial values of weights. */
export const initializers = { ...withDefaults, constant };

/** Names of initializers. */
export type InitializerName = Named<keyof typeof initializers>;
/** An initializer, the name of one with its defaults, or a function of shape and random stream giving the values in row-major order. */
export type InitializerLike = Initializer | InitializerName | ((shape: Shape, random: RandomStream) => ArrayLike<number>);

const byName: Readonly<Record<string, (options?: never) => Initializer>> = withDefaults;

/**
 * The initializer that a user means, in argument `where`.
 * @throws ERR_OPTION for an unknown name, with the known ones; and, when sampled, for a function whose values do not fit the shape.
 */
export function resolveInitializer(where: string, value: InitializerLike): Initializer {
  if (typeof value === 'string') {
    if (Object.hasOwn(withDefaults, value)) return byName[value]();
    const known = Object.keys(withDefaults);
    const near = nearest(value, known);
    const hint = value === 'constant' ? ' It needs a value: use initializers.constant(value).' : near ? ` Did you mean '${near}'?` : '';
    throw new RidgelineError('ERR_OPTION', `${where}: no initializer is known by the name '${value}'.${hint} Known: ${known.join(', ')}`);
  }
  if (typeof value === 'function') {
    const sample = (shape: Shape, random: RandomStream): Float64Array => checkedValues(where, shape, value(shape, random));
    return { kind: 'custom', options: { sample: value }, sample };
  }
  if (typeof value?.sample === 'function') return value;
  throw new RidgelineError('ERR_OPTION', `${where}: expected an initializer or the name of one, got ${show(value)}`);
}

function checkedValues(where: string, shape: Shape, given: unknown): Float64Array {
  const listed = typeof given === 'object' && given !== null && typeof (given as ArrayLike<unknown>).length === 'number';
  if (!listed)
    throw new RidgelineError('ERR_OPTION', `${where}: expected the initializer function to return an array of numbers, got ${show(given)}`);
  const values = Float64Array.from(given as ArrayLike<number>);
  if (values.length !== sizeOf(shape))
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: the initializer function returned ${values.length} values, shape ${showShape(shape)} needs ${sizeOf(shape)}`,
    );
  const bad = values.findIndex((v) => !Number.isFinite(v));
  if (bad >= 0)
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: the initializer function returned ${values[bad]} at index ${bad}, expected finite numbers`,
    );
  return values;
}

/** The initializer that a description names. */
export function initializerFrom({ kind, options }: Description): Initializer {
  if (kind === 'constant') return constant(options.value as number);
  if (!Object.hasOwn(withDefaults, kind)) throw new RidgelineError('ERR_FORMAT', `no initializer is called '${kind}'`);
  return byName[kind](options as never);
}
