import { bagging } from './bagging.ts';
import { errorDecomposition } from './decomposition.ts';
import { deepEnsemble } from './deep.ts';
import { dropoutEnsemble } from './dropout.ts';
import { load } from './load.ts';
import { votingEnsemble } from './voting.ts';

export type { Bagging, BaggingOptions, MemberInfo } from './bagging.ts';
export type { ErrorDecomposition } from './decomposition.ts';
export type { DeepEnsemble, DeepEnsembleOptions } from './deep.ts';
export type { DropoutEnsemble, DropoutEnsembleOptions } from './dropout.ts';
export type { Ensemble, Spread } from './ensemble.ts';
export type { EnsembleFitOptions, MemberProgress } from './fit-members.ts';
export type { Estimator, Label, Member } from './member.ts';
export type { OutOfBag } from './out-of-bag.ts';
export type { VotingEnsemble, VotingOptions } from './voting.ts';

/** Several models that answer as one. */
export const ensembles = { bagging, deepEnsemble, dropoutEnsemble, votingEnsemble, errorDecomposition, load };
