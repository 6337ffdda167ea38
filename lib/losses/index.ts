import { nearest, show } from '../check.ts';
import type { Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { binaryCrossentropy, categoricalCrossentropy, sparseCategoricalCrossentropy } from './crossentropy.ts';
import type { Loss } from './define.ts';
import { hinge, huber, kullbackLeibler, meanAbsoluteError, meanSquaredError, poisson } from './regression.ts';

export type { Loss } from './define.ts';

/** The losses. */
export const losses = {
  meanSquaredError, meanAbsoluteError, huber, binaryCrossentropy, categoricalCrossentropy, sparseCategoricalCrossentropy, hinge, kullbackLeibler, poisson,
};

const byName: Readonly<Record<string, (options?: object) => Loss>> = losses;

/** A loss from a loss, the name of one, or a function of (yTrue, yPred). */
export function resolveLoss(where: string, value: Loss | string | ((yTrue: Tensor, yPred: Tensor) => Tensor)): Loss {
  if (typeof value === 'string') {
    if (Object.hasOwn(byName, value)) return byName[value]();
    const near = nearest(value, Object.keys(byName));
    throw new RidgelineError('ERR_OPTION', `${where}: no loss is called '${value}'.${near ? ` Did you mean '${near}'?` : ''} Known: ${Object.keys(byName).join(', ')}`);
  }
  if (typeof value === 'function') return { kind: 'custom', options: { loss: value }, target: 'same', perRow: (y, p) => value(y, p) };
  if (typeof value?.perRow === 'function') return value;
  throw new RidgelineError('ERR_OPTION', `${where}: expected a loss, the name of one, or a function of (yTrue, yPred), got ${show(value)}`);
}

/** The loss that a description names. */
export function lossFrom({ kind, options }: Description): Loss {
  if (!Object.hasOwn(byName, kind)) throw new RidgelineError('ERR_FORMAT', `no loss is called '${kind}'`);
  return Object.keys(options).length > 0 ? byName[kind](options) : byName[kind]();
}
