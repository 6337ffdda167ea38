/** Deep ensembles: networks that differ by their initial weights and the order of the rows alone. */
import { checkOptions, functionRule, optional } from '../check.ts';
import { seedRule } from '../models/sequential.ts';
import { type BaggingOptions, type Bagging, bagged, estimatorsRule } from './bagging.ts';
import { combineRule } from './combine.ts';

/** Options of {@link deepEnsemble}. */
export interface DeepEnsembleOptions extends Pick<BaggingOptions, 'model' | 'estimators' | 'seed' | 'combine'> {}

/** What {@link deepEnsemble} returns: as of bagging, whose lists here hold every row. */
export type DeepEnsemble = Omit<Bagging, 'outOfBag' | 'columns' | 'samples'>;

/**
 * Every member is trained on all rows from initial weights of its own: the factory must use the seed that it is given. predictWithSpread() tells where
 * they disagree, which grows with the distance from the training rows. Default 5 members. Source: Lakshminarayanan, Pritzel and Blundell 2017.
 */
export function deepEnsemble(options: DeepEnsembleOptions): DeepEnsemble {
  const where = 'ensembles.deepEnsemble';
  checkOptions<DeepEnsembleOptions>(where, options, {
    model: functionRule as never,
    estimators: optional(estimatorsRule),
    seed: optional(seedRule),
    combine: optional(combineRule) as never,
  });
  return bagged({ kind: 'deepEnsemble', where, options: { estimators: 5, ...options, bootstrap: false } });
}
