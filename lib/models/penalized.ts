/** Which weights of a model carry which penalty, and the multipliers of their constraints. */
import { RidgelineError } from '../errors.ts';
import { zeros } from '../initializers/distributions.ts';
import type { Optimizer } from '../optimizers/define.ts';
import type { Regularizer } from '../regularizers/define.ts';
import type { ParameterInfo } from './network.ts';

/** Penalties of the whole model, for weights that have none of their own. */
export interface ModelRegularizers {
  readonly kernel?: Regularizer;
  readonly bias?: Regularizer;
}

/** The parameters with the penalties that training is to use. */
export const penalized = (parameters: readonly ParameterInfo[], regularizers: ModelRegularizers): ParameterInfo[] =>
  parameters.map((p) => {
    const regularizer = p.regularizer ?? (p.part && regularizers[p.part]);
    return regularizer ? { ...p, regularizer } : p;
  });

/** Throws for a proximal penalty under an optimizer whose steps do not scale with the gradient. */
export function requireStepSizes(optimizer: Optimizer, trained: readonly ParameterInfo[]): void {
  const proximal = trained.find((p) => p.regularizer?.proximal);
  if (proximal && !optimizer.hasStepSize)
    throw new RidgelineError(
      'ERR_OPTION',
      `compile: '${proximal.name}' has a proximal penalty, which needs the size of each step, and ${optimizer.kind} has none; ` +
        'expected another optimizer, such as sgd or adam, or the penalty without { proximal: true }',
    );
}

/** Name of the multiplier of a weight's constraint, a statistic of rank 0. */
export const multiplierName = (weight: string): string => `${weight}/multiplier`;

/** A parameter as a trace meets it, and the multiplier of its constraint, if it has one. */
export const withMultiplier = (p: ParameterInfo): ParameterInfo[] =>
  p.constraint?.multiplier && p.role === 'weight'
    ? [p, { name: multiplierName(p.name), shape: [], role: 'statistic', initializer: zeros(), trainable: false }]
    : [p];
