import { show } from '../check.ts';
import type { Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import type { Constraint } from './define.ts';
import { maxNorm, minMaxNorm, nonNegative, unitNorm } from './projections.ts';

export type { Constraint } from './define.ts';

/** Sets that weights are kept in. */
export const constraints = { maxNorm, unitNorm, nonNegative, minMaxNorm };

export function resolveConstraint(where: string, value: Constraint | undefined): Constraint | undefined {
  if (value === undefined || typeof value?.project === 'function') return value;
  throw new RidgelineError('ERR_OPTION', `${where}: expected a constraint such as constraints.maxNorm(3), got ${show(value)}`);
}

/** The constraint that a description names. */
export function constraintFrom({ kind, options }: Description): Constraint {
  if (kind === 'maxNorm') return maxNorm(options.max as number);
  if (kind === 'unitNorm') return unitNorm();
  if (kind === 'nonNegative') return nonNegative();
  if (kind === 'minMaxNorm') return minMaxNorm(options);
  throw new RidgelineError('ERR_FORMAT', `no constraint is called '${kind}'`);
}
