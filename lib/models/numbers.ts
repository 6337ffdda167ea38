/** The numbers that can be changed without compiling, when compile is called again. */
import type { Optimizer } from '../optimizers/define.ts';
import { declareGroups, type WeightGroups } from './groups.ts';
import { declare, type Hyperparameters, place } from './hyperparameters.ts';
import type { ParameterInfo } from './network.ts';
import { type CompiledOutput, lossWeightName, lossWeightRule } from './outputs.ts';
import { penaltyNumbers } from './penalized.ts';

/** What compile fixes and has numbers. */
interface Compiled {
  readonly optimizer: Optimizer;
  readonly outputs: readonly CompiledOutput[];
  /** With the penalties that training uses. */
  readonly parameters: readonly ParameterInfo[];
  readonly groups: WeightGroups;
}

/**
 * What compile was given (optimizer, losses, groups, penalties of the whole model) begins with the numbers given, whatever they were `before`; what
 * belongs to the layers, whose parameters are `own`, goes on with those that were set.
 */
export function renewNumbers(numbers: Hyperparameters, own: readonly ParameterInfo[], before: Compiled | undefined, after: Compiled): void {
  const { hyperparameters } = numbers;
  for (const name of [...hyperparameters.keys()]) {
    if (name in after.optimizer.numbers || (before && name in before.optimizer.numbers) || /^(loss|lossWeights)\//.test(name))
      hyperparameters.delete(name);
  }
  before?.parameters.forEach((p, i) => {
    if (!own[i].regularizer) for (const name of penaltyNumbers(p, before.parameters).keys()) hyperparameters.delete(name);
  });
  for (const p of after.parameters) {
    for (const [name, { value, rule }] of penaltyNumbers(p, after.parameters)) declare(numbers, name, value, rule);
  }
  declareGroups(numbers, own, after.groups);
  for (const output of after.outputs) {
    if (output.lossWeight !== undefined) place(numbers, lossWeightName(output), output.lossWeight, lossWeightRule);
  }
}
