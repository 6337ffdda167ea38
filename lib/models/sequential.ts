import { check, checkOptions, optional, type Rule } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { Layer } from '../layers/define.ts';
import type { DType } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import { Model } from './model.ts';
import { chain, nameLayers } from './network.ts';

/** Options of {@link sequential}. */
export interface ModelOptions {
  /** Seed of initial weights, shuffling, dropout and noise: a non-negative integer below 2^48. Default: drawn at random. */
  readonly seed?: number;
}

/** What a seed may be. */
export const seedRule: Rule<number> = {
  expected: 'an integer in [0, 2^48)',
  invalid: -1,
  test: (v): v is number => Number.isInteger(v) && (v as number) >= 0 && (v as number) < 2 ** 48,
};

/**
 * A model that passes its input through a chain of layers; the first one is layers.input(shape).
 * @throws ERR_OPTION for anything that is not a layer; ERR_SHAPE when shapes do not fit, naming the layer.
 */
export function sequential(layers: readonly Layer[], options: ModelOptions = {}): Model {
  checkOptions('sequential', options, { seed: optional(seedRule) });
  if (!Array.isArray(layers)) throw new RidgelineError('ERR_OPTION', 'sequential: expected an array of layers');
  layers.forEach((l, i) => {
    check('sequential', `layer ${i}`, l, {
      expected: 'a layer',
      invalid: 1,
      test: (v): v is Layer => typeof (v as Layer)?.call === 'function' && typeof (v as Layer).kind === 'string',
    });
  });
  const [first, ...rest] = layers;
  if (first?.kind !== 'input')
    throw new RidgelineError('ERR_OPTION', `sequential: expected layers.input(shape) first, got ${first ? first.kind : 'no layers'}`);
  if (rest.some((l) => l.kind === 'input'))
    throw new RidgelineError('ERR_OPTION', 'sequential: expected one input, got another among the layers');
  const { shape, dtype } = first.options as { shape: Shape; dtype?: DType };
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 48);
  return new Model(chain({ name: first.name ?? 'input', shape, dtype }, nameLayers('sequential', rest)), seed);
}
