/** Parameter groups of a model: which weights are trained, and the scalars of those with options of their own. */
import type { GroupScalars } from '../optimizers/apply.ts';
import { type GroupOptions, groupNumberRule } from '../optimizers/groups.ts';
import type { ScalarSource } from '../regularizers/define.ts';
import { type Hyperparameters, place } from './hyperparameters.ts';
import type { ParameterInfo } from './network.ts';

/** What the groups make of each weight that they have options for. */
export type WeightGroups = Readonly<Record<string, GroupOptions>>;

/** Parameters that an optimizer could change. */
export const trainable = (parameters: readonly ParameterInfo[]): ParameterInfo[] =>
  parameters.filter((p) => p.role === 'weight' && p.trainable !== false);

/** Parameters that the optimizer changes. */
export const trainedOf = (model: { readonly parameters: readonly ParameterInfo[]; readonly groups: WeightGroups }): ParameterInfo[] =>
  trainable(model.parameters).filter((p) => !model.groups[p.name]?.frozen);

/** Names of a weight's own numbers among the hyper-parameters. */
const paths = (weight: string) => ({
  learningRateMultiplier: `${weight}/learningRateMultiplier`,
  weightDecay: `${weight}/weightDecay`,
});

/** The scalars for applyOptimizer. What a group does not name costs nothing in the step; a decay of 0 is left out of it. */
export function groupScalars(weight: string, options: GroupOptions, scalar: ScalarSource): GroupScalars {
  const { learningRateMultiplier, weightDecay } = options;
  const path = paths(weight);
  return {
    ...(learningRateMultiplier === undefined
      ? {}
      : { learningRateMultiplier: scalar(path.learningRateMultiplier, learningRateMultiplier, groupNumberRule) }),
    ...(weightDecay === undefined
      ? {}
      : { weightDecay: weightDecay === 0 ? 'none' : scalar(path.weightDecay, weightDecay, groupNumberRule) }),
  };
}

/** Puts the numbers of the groups among the hyper-parameters, in place of those of the groups before them. */
export function declareGroups(numbers: Hyperparameters, parameters: readonly ParameterInfo[], groups: WeightGroups): void {
  for (const { name } of trainable(parameters)) {
    const path = paths(name);
    for (const p of Object.values(path)) numbers.hyperparameters.delete(p);
    const { learningRateMultiplier, weightDecay, frozen } = groups[name] ?? {};
    if (frozen) continue;
    if (learningRateMultiplier !== undefined) place(numbers, path.learningRateMultiplier, learningRateMultiplier, groupNumberRule);
    if (weightDecay) place(numbers, path.weightDecay, weightDecay, groupNumberRule);
  }
}

/** The groups with the numbers that hold now, for every weight that could be trained. */
export function currentGroups(
  hyperparameters: ReadonlyMap<string, number>,
  parameters: readonly ParameterInfo[],
  groups: WeightGroups,
): Record<string, GroupOptions> {
  return Object.fromEntries(
    trainable(parameters).map(({ name }) => {
      const set = Object.entries(paths(name)).flatMap(([option, path]) => {
        const value = hyperparameters.get(path);
        return value === undefined ? [] : [[option, value]];
      });
      return [name, { ...groups[name], ...Object.fromEntries(set) }];
    }),
  );
}
