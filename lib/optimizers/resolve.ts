import { nearest, show } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { Named } from '../named.ts';
import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam, adamw } from './adam.ts';
import { adamax } from './adamax.ts';
import type { Optimizer } from './define.ts';
import { lion } from './lion.ts';
import { muon } from './muon.ts';
import { nadam } from './nadam.ts';
import { radam } from './radam.ts';
import { rmsprop } from './rmsprop.ts';
import { rprop } from './rprop.ts';
import { scheduleFree } from './schedule-free.ts';
import { sgd } from './sgd.ts';

/** The optimizers that can be made from options alone. */
export const rules = { sgd, adagrad, adadelta, rmsprop, rprop, adam, adamw, adamax, nadam, radam, lion, muon, scheduleFree };

/** Names of what goes around an optimizer. */
export const wrapperNames = ['lookahead', 'ema', 'swa', 'sam'] as const;

/** Names of optimizers that need no other to wrap. */
export type OptimizerName = Named<keyof typeof rules>;
/** An optimizer, or the name of one with its defaults. */
export type OptimizerLike = Optimizer | OptimizerName;

const byName: Readonly<Record<string, (options?: object) => Optimizer>> = rules;

/**
 * The optimizer that a user means, in argument `where`.
 * @throws ERR_OPTION for an unknown name, with the known ones.
 */
export function resolveOptimizer(where: string, value: OptimizerLike): Optimizer {
  if (typeof value === 'string') {
    if (Object.hasOwn(rules, value)) return byName[value]();
    const known = Object.keys(rules);
    const near = nearest(value, known);
    const wraps = wrapperNames.some((name) => name === value);
    const hint = wraps ? ` It goes around one: optimizers.${value}(optimizers.adam(), ...).` : near ? ` Did you mean '${near}'?` : '';
    throw new RidgelineError('ERR_OPTION', `${where}: no optimizer is called '${value}'.${hint} Known: ${known.join(', ')}`);
  }
  if (typeof value?.update === 'function') return value;
  throw new RidgelineError('ERR_OPTION', `${where}: expected an optimizer, or the name of one, got ${show(value)}`);
}
