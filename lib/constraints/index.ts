import { show } from '../check.ts';
import type { Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import type { Constraint } from './define.ts';
import { l1Ball, l2Ball } from './balls.ts';
import { maxNorm, minMaxNorm, nonNegative, unitNorm } from './projections.ts';
import { type WithinNormOptions, withinNorm } from './within-norm.ts';

export type { Constraint, Multiplier } from './define.ts';
export type { NormName } from './balls.ts';
export type { MinMaxNormOptions } from './projections.ts';
export type { WithinNormOptions } from './within-norm.ts';

/** Sets that weights are kept in. */
export const constraints = { maxNorm, unitNorm, nonNegative, minMaxNorm, l1Ball, l2Ball, withinNorm };

export function resolveConstraint(where: string, value: Constraint | undefined): Constraint | undefined {
  if (value === undefined || typeof value?.project === 'function' || typeof value?.multiplier?.excess === 'function') return value;
  throw new RidgelineError('ERR_OPTION', `${where}: expected a constraint such as constraints.maxNorm(3), got ${show(value)}`);
}

/** The constraint that a description names. */
export function constraintFrom({ kind, options }: Description): Constraint {
  if (kind === 'maxNorm') return maxNorm(options.max as number);
  if (kind === 'unitNorm') return unitNorm();
  if (kind === 'nonNegative') return nonNegative();
  if (kind === 'minMaxNorm') return minMaxNorm(options);
  if (kind === 'l1Ball') return l1Ball(options.radius as number);
  if (kind === 'l2Ball') return l2Ball(options.radius as number);
  if (kind === 'withinNorm') return withinNorm(options as unknown as WithinNormOptions);
  throw new RidgelineError('ERR_FORMAT', `no constraint is called '${kind}'`);
}
