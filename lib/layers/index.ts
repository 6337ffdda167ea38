import { activationFrom } from '../activations.ts';
import { show } from '../check.ts';
import { constraintFrom } from '../constraints/index.ts';
import type { Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import { initializerFrom } from '../initializers/index.ts';
import { regularizerFrom } from '../regularizers/index.ts';
import { activation, activationKind, prelu, preluKind } from './activation.ts';
import { batchNormalization, batchNormalizationKind } from './batch-normalization.ts';
import type { Layer, LayerKind } from './define.ts';
import { dense, denseKind } from './dense.ts';
import { groupNormalization, groupNormalizationKind } from './group-normalization.ts';
import { input, inputKind } from './input.ts';
import { kSparse, kSparseKind } from './k-sparse.ts';
import { layerNormalization, layerNormalizationKind, rmsNormalization, rmsNormalizationKind } from './layer-normalization.ts';
import {
  alphaDropout,
  alphaDropoutKind,
  dropout,
  dropoutKind,
  gaussianDropout,
  gaussianDropoutKind,
  gaussianNoise,
  gaussianNoiseKind,
  spatialDropout2d,
  spatialDropout2dKind,
} from './noise.ts';
import { add, addKind, concatenate, concatenateKind, multiply, multiplyKind } from './merge.ts';
import { normBound, normBoundKind } from './norm-bound.ts';
import { normalization, normalizationKind, rescaling, rescalingKind } from './scale.ts';
import { flatten, flattenKind, reshape, reshapeKind } from './shape.ts';

export type { ApplicableLayer, Layer, LayerContext, LayerOptions, ParameterOptions } from './define.ts';

/** The layers. */
export const layers = {
  input,
  dense,
  activation,
  prelu,
  dropout,
  gaussianNoise,
  gaussianDropout,
  alphaDropout,
  spatialDropout2d,
  normBound,
  kSparse,
  flatten,
  reshape,
  rescaling,
  normalization,
  batchNormalization,
  layerNormalization,
  groupNormalization,
  rmsNormalization,
  add,
  multiply,
  concatenate,
};

/** The declaration of every layer. */
export const layerKinds: readonly LayerKind[] = [
  inputKind,
  denseKind,
  activationKind,
  preluKind,
  dropoutKind,
  gaussianNoiseKind,
  gaussianDropoutKind,
  alphaDropoutKind,
  spatialDropout2dKind,
  normBoundKind,
  kSparseKind,
  flattenKind,
  reshapeKind,
  rescalingKind,
  normalizationKind,
  batchNormalizationKind,
  layerNormalizationKind,
  groupNormalizationKind,
  rmsNormalizationKind,
  addKind,
  multiplyKind,
  concatenateKind,
];

/** Items inside a layer's options, by the end of the option's name. */
const itemMakers: readonly [ending: string, make: (description: Description) => unknown][] = [
  ['nitializer', initializerFrom],
  ['egularizer', regularizerFrom],
  ['onstraint', constraintFrom],
  ['activation', activationFrom],
];

/** Makers of your own layers and items, by kind: each is given the options that the description holds. */
export type CustomItems = Readonly<Record<string, (options: Readonly<Record<string, unknown>>) => unknown>>;

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);

function checkDescription(what: string, value: unknown): asserts value is Description {
  if (!isRecord(value) || typeof value.kind !== 'string' || !isRecord(value.options))
    throw new RidgelineError('ERR_FORMAT', `${what}: expected { kind, options }, got ${show(value)}`);
}

/**
 * The layer that a description names, with the items in its options. Descriptions come from files: everything in them is checked.
 * @param custom makers of layers and items that are not of this package.
 * @throws ERR_FORMAT for what is not a description, and for unknown kinds; ERR_OPTION for options outside their ranges.
 */
export function layerFrom(description: Description, custom: CustomItems = {}): Layer {
  checkDescription('layer', description);
  const { kind, options } = description;
  if (Object.hasOwn(custom, kind)) {
    const layer = custom[kind](options) as Layer | undefined;
    if (typeof layer?.call !== 'function')
      throw new RidgelineError('ERR_OPTION', `custom '${kind}': expected a layer as result, got ${show(layer)}`);
    return layer;
  }
  const maker = layerKinds.find((k) => k.kind === kind);
  if (!maker) throw new RidgelineError('ERR_FORMAT', `no layer is called '${kind}'`);
  const entries = Object.entries(options).map(([name, value]) => {
    const make = itemMakers.find(([ending]) => name.endsWith(ending))?.[1];
    if (!make) return [name, value];
    checkDescription(`${kind}: ${name}`, value);
    return [name, Object.hasOwn(custom, value.kind) ? custom[value.kind](value.options) : make(value)];
  });
  return maker.from(Object.fromEntries(entries) as Record<string, unknown>);
}
