/** The stages that both forms of gradient boosting have in common. */
import { inRange, nonNegativeInt, oneOf, optional, positiveInt, type Rules } from '../check.ts';
import { splitIndices } from '../data/split.ts';
import { RidgelineError } from '../errors.ts';
import { seedRule } from '../models/sequential.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { answersOf } from './answers.ts';
import { type BoostLoss, type BoostLossName, boostLoss, meanLoss, stepAlong } from './boost-losses.ts';
import { widthOf } from './combine.ts';
import { countOf, drawIndices, seedOf } from './draw.ts';
import { type EnsembleFitOptions, fitMembers, throwIfAborted } from './fit-members.ts';
import type { Asked } from './member.ts';
import type { Rows } from './targets.ts';

/** Options of both forms. */
export interface StageOptions {
  /** 'squared' (default) for values, 'logistic' for labels 0 and 1, 'multinomial' for labels 0 to K - 1. */
  readonly loss?: BoostLossName;
  /** Most stages; default 20. */
  readonly stages?: number;
  /** Shrinkage: how much of each stage's step is taken, in (0, 1]; default 0.3. */
  readonly learningRate?: number;
  /** Share of the rows, drawn anew for each stage, that it is fitted to, in (0, 1]; default 1. */
  readonly subsample?: number;
  /** Share of the rows kept to tell when to stop, in (0, 1); default none: all stages are taken. */
  readonly validation?: number;
  /** Stages without a better validation loss after which boosting stops; those after the best are dropped. Default 3. */
  readonly patience?: number;
  /** Seed of the members, the subsamples and the validation rows; default 0. */
  readonly seed?: number;
}

export const stageRules: Rules<StageOptions> = {
  loss: optional(oneOf('squared', 'logistic', 'multinomial')),
  stages: optional(positiveInt),
  learningRate: optional(inRange('(0, 1]')),
  subsample: optional(inRange('(0, 1]')),
  validation: optional(inRange('(0, 1)')),
  patience: optional(nonNegativeInt),
  seed: optional(seedRule),
};

/** How one stage went. */
export interface StageLogs {
  /** From 1. */
  readonly stage: number;
  /** The step along the stage's answer, before shrinkage. */
  readonly step: number;
  /** Mean loss over the training rows after it; half the squared error, or -log p of the label. */
  readonly loss: number;
  /** The same over the validation rows, where there are any. */
  readonly valLoss: number | undefined;
}

/** A stage that was taken. */
export interface Stage {
  readonly seat: Asked;
  /** What its answers are multiplied by: shrinkage times step. */
  readonly weight: number;
}

/** What goes on. */
export interface Boost {
  readonly loss: BoostLoss;
  /** The scores before all stages, by output. */
  readonly start: readonly number[];
  readonly stages: Stage[];
  readonly history: StageLogs[];
  /** Stages at the best validation loss. */
  best: number;
}

/** The stages up to the best: where none was better than the start, the first, which counts nothing. */
export const keptStages = (stages: readonly Stage[], best: number): readonly Stage[] =>
  best > 0 ? stages.slice(0, best) : [{ ...stages[0], weight: 0 }];

/** What makes a form of boosting. */
export interface BoostForm {
  readonly where: string;
  /** A member that gives `outputs` values per row. */
  member(stage: number, seed: number, outputs: number): Asked;
}

/**
 * Adds members, each fitted to the negative gradient of the loss at the sum of those before it, by a step times the shrinkage.
 * Friedman 2001, "Greedy function approximation"; subsamples: Friedman 2002.
 */
export async function boost(
  form: BoostForm,
  data: Rows,
  given: Float64Array | undefined,
  { loss: name = 'squared', stages = 20, learningRate = 0.3, subsample = 1, validation, patience = 3, seed = 0 }: StageOptions,
  fit: EnsembleFitOptions,
  into: (boost: Boost) => void,
): Promise<void> {
  const { where } = form;
  const { x, y } = data;
  const [count] = x.shape;
  const loss = boostLoss(where, name, y);
  const { outputs } = loss;
  const weights = given ?? new Float64Array(count).fill(1);
  const [held, train] =
    validation === undefined
      ? [new Int32Array(0), Int32Array.from({ length: count }, (_, i) => i)]
      : splitIndices(count, [validation, 1 - validation], seed);
  if (train.length === 0 || (validation !== undefined && held.length === 0))
    throw new RidgelineError('ERR_VALUE', `${where}: validation ${validation} of ${count} rows leaves a part empty`);
  const inTrain = new Float64Array(count);
  for (const row of train) inTrain[row] = weights[row];
  const start = loss.start(inTrain);
  const run: Boost = { loss, start, stages: [], history: [], best: 0 };
  into(run);
  let scores: Float64Array = Float64Array.from({ length: count * outputs }, (_, i) => start[i % outputs]);
  let lowest = held.length > 0 ? meanLoss(loss, scores, weights, held) : Infinity;
  const { sampleWeight: _s, classWeight: _c, onMember, ...own } = fit;
  const began = performance.now();
  for (let stage = 0; stage < stages; stage++) {
    throwIfAborted(where, fit.signal);
    const rows =
      subsample === 1
        ? train
        : drawIndices(train.length, countOf(subsample, train.length), false, seedOf(seed, stage, 'rows')).map((i) => train[i]);
    const seat = form.member(stage, seedOf(seed, stage, 'member'), outputs);
    const left = new NDArray(loss.residual(scores), outputs === 1 ? [count] : [count, outputs]);
    await fitMembers(where, [seat], { data: { ...data, y: left }, lists: [rows], weights: given, options: own }, () => {});
    const answer = (await answersOf([seat], x, [], fit.threads))[0];
    if (widthOf(answer) !== outputs)
      throw new RidgelineError('ERR_SHAPE', `${where}: expected members that give ${outputs} values per row, got ${widthOf(answer)}`);
    const direction = Float64Array.from(answer.data);
    const step = stepAlong(loss, scores, direction, weights, rows);
    const weight = learningRate * step;
    run.stages.push({ seat, weight });
    scores = scores.map((v, i) => v + weight * direction[i]);
    const valLoss = held.length > 0 ? meanLoss(loss, scores, weights, held) : undefined;
    run.history.push({ stage: stage + 1, step, loss: meanLoss(loss, scores, weights, train), valLoss });
    if (valLoss === undefined || valLoss < lowest) run.best = stage + 1;
    lowest = Math.min(lowest, valLoss ?? Infinity);
    onMember?.({ member: stage + 1, done: stage + 1, members: stages, seconds: (performance.now() - began) / 1000 });
    if (stage + 1 - run.best > patience) break;
  }
}
