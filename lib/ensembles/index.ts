import { adaBoost } from './ada-boost.ts';
import { bagging } from './bagging.ts';
import { biasVariance } from './bias-variance.ts';
import { errorDecomposition } from './decomposition.ts';
import { deepEnsemble } from './deep.ts';
import { dropoutEnsemble } from './dropout.ts';
import { gradientBoosting } from './gradient-boosting.ts';
import { growNetwork } from './grow-network.ts';
import { load } from './load.ts';
import { snapshotEnsemble } from './snapshot.ts';
import { votingEnsemble } from './voting.ts';

export type { AdaBoost, AdaBoostOptions } from './ada-boost.ts';
export type { Bagging, BaggingOptions, MemberInfo } from './bagging.ts';
export type { BiasVariance, BiasVarianceOptions, BiasVariancePoint } from './bias-variance.ts';
export type { ErrorDecomposition } from './decomposition.ts';
export type { DeepEnsemble, DeepEnsembleOptions } from './deep.ts';
export type { DropoutEnsemble, DropoutEnsembleOptions } from './dropout.ts';
export type { Ensemble, Spread } from './ensemble.ts';
export type { EnsembleFitOptions, MemberProgress } from './fit-members.ts';
export type { Estimator, Label, Member } from './member.ts';
export type { GradientBoosting, GradientBoostingOptions, StageInfo } from './gradient-boosting.ts';
export type { Grown, GrowNetworkOptions } from './grow-network.ts';
export type { BoostFitOptions, StageLogs, StageOptions } from './boost-stages.ts';
export type { SnapshotEnsemble, SnapshotEnsembleOptions, SnapshotInfo } from './snapshot.ts';
export type { LoadedEnsemble } from './load.ts';
export type { OutOfBag } from './out-of-bag.ts';
export type { VotingEnsemble, VotingOptions } from './voting.ts';

/** Several models that answer as one. */
export const ensembles = {
  bagging,
  adaBoost,
  gradientBoosting,
  growNetwork,
  votingEnsemble,
  deepEnsemble,
  dropoutEnsemble,
  snapshotEnsemble,
  errorDecomposition,
  biasVariance,
  load,
};
