import { nearest, show } from '../check.ts';
import type { Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import { adam, adamw } from './adam.ts';
import type { Optimizer } from './define.ts';
import { sgd } from './sgd.ts';

export type { Optimizer } from './define.ts';

/** The optimizers. */
export const optimizers = { sgd, adam, adamw };

const byName: Readonly<Record<string, (options?: object) => Optimizer>> = optimizers;

/** An optimizer from an optimizer, or the name of one. */
export function resolveOptimizer(where: string, value: Optimizer | string): Optimizer {
  if (typeof value === 'string') {
    if (Object.hasOwn(byName, value)) return byName[value]();
    const near = nearest(value, Object.keys(byName));
    throw new RidgelineError('ERR_OPTION', `${where}: no optimizer is called '${value}'.${near ? ` Did you mean '${near}'?` : ''} Known: ${Object.keys(byName).join(', ')}`);
  }
  if (typeof value?.update === 'function') return value;
  throw new RidgelineError('ERR_OPTION', `${where}: expected an optimizer, or the name of one, got ${show(value)}`);
}

/** The optimizer that a description names. */
export function optimizerFrom({ kind, options }: Description): Optimizer {
  if (!Object.hasOwn(byName, kind)) throw new RidgelineError('ERR_FORMAT', `no optimizer is called '${kind}'`);
  return byName[kind](options);
}
