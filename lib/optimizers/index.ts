import { nearest, show } from '../check.ts';
import type { Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import { learningRateFrom } from '../schedules/index.ts';
import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam, adamw } from './adam.ts';
import { adamax } from './adamax.ts';
import type { Optimizer } from './define.ts';
import { lion } from './lion.ts';
import { nadam } from './nadam.ts';
import { radam } from './radam.ts';
import { rmsprop } from './rmsprop.ts';
import { rprop } from './rprop.ts';
import { sgd } from './sgd.ts';

export type { AdadeltaOptions } from './adadelta.ts';
export type { AdagradOptions } from './adagrad.ts';
export type { AdamOptions } from './adam.ts';
export type { AdamaxOptions } from './adamax.ts';
export type { CommonOptions, Optimizer } from './define.ts';
export type { GroupOptions, Groups } from './groups.ts';
export type { LionOptions } from './lion.ts';
export type { NadamOptions } from './nadam.ts';
export type { RadamOptions } from './radam.ts';
export type { RmspropOptions } from './rmsprop.ts';
export type { RpropOptions } from './rprop.ts';
export type { SgdOptions } from './sgd.ts';

/** The optimizers. */
export const optimizers = { sgd, adagrad, adadelta, rmsprop, rprop, adam, adamw, adamax, nadam, radam, lion };

/** An optimizer, or the name of one with its defaults. */
export type OptimizerLike = Optimizer | string;

const byName: Readonly<Record<string, (options?: object) => Optimizer>> = optimizers;

/**
 * The optimizer that a user means, in argument `where`.
 * @throws ERR_OPTION for an unknown name, with the known ones.
 */
export function resolveOptimizer(where: string, value: OptimizerLike): Optimizer {
  if (typeof value === 'string') {
    if (Object.hasOwn(optimizers, value)) return byName[value]();
    const known = Object.keys(optimizers);
    const near = nearest(value, known);
    const hint = near ? ` Did you mean '${near}'?` : '';
    throw new RidgelineError('ERR_OPTION', `${where}: no optimizer is called '${value}'.${hint} Known: ${known.join(', ')}`);
  }
  if (typeof value?.update === 'function') return value;
  throw new RidgelineError('ERR_OPTION', `${where}: expected an optimizer, or the name of one, got ${show(value)}`);
}

/** The optimizer that a description names. */
export function optimizerFrom({ kind, options }: Description): Optimizer {
  if (!Object.hasOwn(optimizers, kind)) throw new RidgelineError('ERR_FORMAT', `no optimizer is called '${kind}'`);
  return byName[kind](learningRateFrom(options));
}
