import { nearest, show } from '../check.ts';
import type { Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import type { Named } from '../named.ts';
import { Tensor } from '../tensor/tensor.ts';
import { binaryCrossentropy, categoricalCrossentropy, sparseCategoricalCrossentropy } from './crossentropy.ts';
import type { Loss } from './define.ts';
import { hinge, huber, kullbackLeibler, meanAbsoluteError, meanSquaredError, poisson } from './regression.ts';

export type { BinaryCrossentropyOptions, CrossentropyOptions } from './crossentropy.ts';
export type { Loss } from './define.ts';
export type { HuberOptions } from './regression.ts';

/** The losses. Each is the mean over rows of a value per row. */
export const losses = {
  meanSquaredError,
  meanAbsoluteError,
  huber,
  binaryCrossentropy,
  categoricalCrossentropy,
  sparseCategoricalCrossentropy,
  hinge,
  kullbackLeibler,
  poisson,
};

/** Names of losses. */
export type LossName = Named<keyof typeof losses>;
/** A loss, the name of one with its defaults, or a function of (yTrue, yPred) giving a value per row or one for the batch. */
export type LossLike = Loss | LossName | ((yTrue: Tensor, yPred: Tensor) => Tensor);

const byName = losses as Readonly<Record<string, (options?: object) => Loss>>;

/**
 * The loss that a user means, in argument `where`.
 * @throws ERR_OPTION for an unknown name, with the known ones; and, when traced, for a function that does not return a Tensor.
 */
export function resolveLoss(where: string, value: LossLike): Loss {
  if (typeof value === 'string') {
    if (Object.hasOwn(losses, value)) return byName[value]();
    const known = Object.keys(losses);
    const near = nearest(value, known);
    const hint = near ? ` Did you mean '${near}'?` : '';
    throw new RidgelineError('ERR_OPTION', `${where}: no loss is called '${value}'.${hint} Known: ${known.join(', ')}`);
  }
  if (typeof value === 'function') {
    const perRow = (yTrue: Tensor, yPred: Tensor): Tensor => {
      const result: unknown = value(yTrue, yPred);
      if (result instanceof Tensor) return result;
      throw new RidgelineError('ERR_OPTION', `${where}: expected the loss function to return a Tensor, got ${show(result)}`);
    };
    return { kind: 'custom', options: { loss: value }, target: 'same', perRow };
  }
  if (typeof value?.perRow === 'function') return value;
  throw new RidgelineError('ERR_OPTION', `${where}: expected a loss, the name of one, or a function of (yTrue, yPred), got ${show(value)}`);
}

/** The loss that a description names. */
export function lossFrom({ kind, options }: Description): Loss {
  if (!Object.hasOwn(losses, kind)) throw new RidgelineError('ERR_FORMAT', `no loss is called '${kind}'`);
  return byName[kind](options);
}
