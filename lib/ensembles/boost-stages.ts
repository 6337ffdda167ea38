/** The stages that both forms of gradient boosting have in common. */
import { inRange, nonNegativeInt, oneOf, optional, positiveInt, type Rules } from '../check.ts';
import { splitIndices } from '../data/split.ts';
import { RidgelineError } from '../errors.ts';
import { Model } from '../models/model.ts';
import { residentData } from '../models/resident-data.ts';
import { seedRule } from '../models/sequential.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { answersOf } from './answers.ts';
import { type BoostLoss, type BoostLossName, boostLoss, meanLoss, stepAlong } from './boost-losses.ts';
import { countOf, drawIndices, seedOf } from './draw.ts';
import { type EnsembleFitOptions, ensembleFitRules, fitMembers, throwIfAborted } from './fit-members.ts';
import { type Asked, checkNew } from './member.ts';
import { inSlices } from './pace.ts';
import type { Rows } from './targets.ts';

/** Options of both forms. */
export interface StageOptions {
  /** 'squared' (default) for values, 'logistic' for labels 0 and 1, 'multinomial' for labels 0 to K - 1. */
  readonly loss?: BoostLossName;
  /** Most stages of a fit; default 20. */
  readonly stages?: number;
  /** Shrinkage: how much of each stage's step is taken, in (0, 1]; default 0.3. */
  readonly learningRate?: number;
  /** Share of the rows, drawn anew for each stage, that it is fitted to, in (0, 1]; default 1. */
  readonly subsample?: number;
  /** Share of the rows kept to tell when to stop, in (0, 1); default none: all stages are taken. */
  readonly validation?: number;
  /** Stages without a better validation loss after which boosting stops, at least 1; those after the best are dropped. Default 3. */
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

export const defaultStages = 20;

/** What the fit of a form of boosting takes: of {@link EnsembleFitOptions} what does not judge members, which answer residuals. */
export type BoostFitOptions = Omit<EnsembleFitOptions, 'validationData'>;
const { validationData: _v, ...fitRules } = ensembleFitRules;
export const boostFitRules: Rules<BoostFitOptions> = fitRules;

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

/** What makes a form of boosting. */
export interface BoostForm {
  readonly where: string;
  /** A member that gives `outputs` values per row. */
  member(stage: number, seed: number, outputs: number): Asked;
}

/** Stages that were taken before, and what they were added to. */
export interface Taken {
  readonly start: readonly number[];
  readonly stages: readonly Stage[];
  /** Of each stage, as {@link StageLogs}. */
  readonly steps: readonly number[];
}

/** What goes on. */
export interface Boost {
  readonly loss: BoostLoss;
  /** The scores before all stages, by output. */
  start: readonly number[];
  readonly stages: Stage[];
  readonly history: StageLogs[];
  /** Stages at the best validation loss; without validation, all. */
  best: number;
  /** Takes stages, each fitted to the negative gradient of the loss at the sum of those before it, until there are so many. */
  goOn(until: number, fit: BoostFitOptions): Promise<void>;
  /** Begins with stages that were taken before: the sum is what it was, and its losses are those on this data. */
  takeUp(before: Taken, threads: number | undefined): Promise<void>;
}

/** The stages up to the best: where none was better than the start, the first, which counts nothing. */
export const keptStages = (stages: readonly Stage[], best: number): readonly Stage[] =>
  best > 0 ? stages.slice(0, best) : [{ ...stages[0], weight: 0 }];

/**
 * Boosting that has not begun: goOn() adds members, each by a step times the shrinkage. The data goes into native memory once; from stage to stage only the
 * targets change, in place.
 * Friedman 2001, "Greedy function approximation"; subsamples: Friedman 2002.
 */
export async function boosting(
  { where, member }: BoostForm,
  data: Rows,
  given: Float64Array | undefined,
  { loss: name = 'squared', learningRate = 0.3, subsample = 1, validation, patience = 3, seed = 0 }: StageOptions,
): Promise<Boost> {
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
  const scores = new Float64Array(count * outputs);
  const residual = new Float64Array(scores.length);
  const direction = new Float64Array(scores.length);
  const left = new NDArray(residual, outputs === 1 ? [count] : [count, outputs]);
  const resident = residentData(where, [x, left]);
  let lowest = Infinity;

  const begin = async (from: readonly number[]): Promise<void> => {
    for (let i = 0; i < scores.length; i++) scores[i] = from[i % outputs];
    if (held.length > 0) lowest = await meanLoss(loss, scores, weights, held);
  };
  /** Rows of a stage, and the list that its member needs: none for all of them. */
  const rowsOf = (stage: number): { rows: Int32Array; list: Int32Array | undefined } => {
    if (subsample === 1) return { rows: train, list: validation === undefined ? undefined : train };
    const rows = drawIndices(train.length, countOf(subsample, train.length), false, seedOf(seed, stage, 'rows')).map((i) => train[i]);
    return { rows, list: rows };
  };
  const take = async (taken: Stage, step: number): Promise<void> => {
    for (let i = 0; i < scores.length; i++) scores[i] += taken.weight * direction[i];
    const stage = self.stages.push(taken);
    const valLoss = held.length > 0 ? await meanLoss(loss, scores, weights, held) : undefined;
    self.history.push({ stage, step, loss: await meanLoss(loss, scores, weights, train), valLoss });
    if (valLoss === undefined || valLoss < lowest) self.best = stage;
    lowest = Math.min(lowest, valLoss ?? Infinity);
  };
  const self: Boost = {
    loss,
    start,
    stages: [],
    history: [],
    best: 0,
    async goOn(until, fit) {
      const { sampleWeight: _s, classWeight: _c, onMember, ...own } = fit;
      const began = performance.now();
      for (let stage = self.stages.length; stage < until && stage - self.best < Math.max(1, patience); stage++) {
        throwIfAborted(where, fit.signal);
        const { rows, list } = rowsOf(stage);
        const seat = member(stage, seedOf(seed, stage, 'member'), outputs);
        checkNew(where, self.stages, seat);
        await inSlices(count, outputs, (begin, end) => loss.residual(scores, residual, begin, end));
        resident.refresh();
        // An estimator may keep its targets.
        const y = seat.member instanceof Model ? left : new NDArray(residual.slice(), left.shape);
        const lessons = { data: { ...data, y }, resident, lists: [list], weights: given, from: stage, options: own };
        await fitMembers(where, [seat], lessons, () => {});
        const [answer] = await answersOf(where, { seats: [seat], outputs, from: stage }, x, { threads: fit.threads, resident });
        direction.set(answer.data);
        const step = await stepAlong(loss, { scores, residual, direction }, weights, rows);
        await take({ seat, weight: learningRate * step }, step);
        onMember?.({ member: stage + 1, done: stage + 1, members: until, seconds: (performance.now() - began) / 1000 });
      }
    },
    async takeUp(before, threads) {
      if (before.start.length !== outputs)
        throw new RidgelineError(
          'ERR_SHAPE',
          `${where}: expected y for ${before.start.length} outputs, as the members have, got ${outputs}`,
        );
      self.start = before.start;
      await begin(before.start);
      for (const [i, stage] of before.stages.entries()) {
        const [answer] = await answersOf(where, { seats: [stage.seat], outputs, from: i }, x, { threads, resident });
        direction.set(answer.data);
        await take(stage, before.steps[i]);
      }
    },
  };
  await begin(start);
  return self;
}
