/** What sweep takes. */
import type { Callback } from '../callbacks/define.ts';
import type { EarlyStoppingOptions } from '../callbacks/early-stopping.ts';
import {
  anything,
  boolean,
  checkOptions,
  either,
  functionRule,
  inRange,
  nonNegativeInt,
  oneOf,
  optional,
  positiveInt,
  type Rule,
  type Rules,
  string,
} from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { type Data, dataRule } from '../models/feed.ts';
import type { Model } from '../models/model.ts';
import { type FitOptions, fitRules, recordRule } from '../models/options.ts';
import type { Grid, ParamsOfGrid, ParamsOfSamples, Samples } from './parameters.ts';
import type { Direction } from './select.ts';

/** What fit takes that holds for every training of a sweep. */
type SharedFit = Pick<
  FitOptions,
  | 'epochs'
  | 'batchSize'
  | 'shuffle'
  | 'maxSteps'
  | 'gradientAccumulation'
  | 'evaluateEvery'
  | 'sampleWeight'
  | 'classWeight'
  | 'signal'
  | 'threads'
>;

/** One training of a sweep. */
export interface Training<P> {
  readonly params: P;
  /** Which part of the data validates, from 0. */
  readonly fold: number;
}

/** How far a sweep is. */
export interface SweepProgress {
  /** Models whose training has ended, of how many. */
  readonly finished: number;
  readonly models: number;
  /** Share of all epochs that has been trained, in [0, 1]; those that early stopping saves count when it stops. */
  readonly share: number;
}

/** What both forms of {@link sweep} take; `P` is a parameter set. */
export interface SweepBase<P> extends SharedFit {
  /** Gives a new compiled model for a parameter set at each call: one for each fold, and one to refit. Its seed is yours to choose. */
  readonly model: (params: P) => Model;
  /** Rows to train and to validate on: a dataset or [x, y]. */
  readonly data: Data;
  /** Parts of the data that validate in turn, in [2, rows], default 5; or the rows of each part. */
  readonly folds?: number | readonly ArrayLike<number>[];
  /** In the place of folds: a share of the rows in (0, 1), or other data. */
  readonly validation?: number | Data;
  /** Keep the proportions of the classes in every part; default where the loss takes labels, or targets are one of two values. */
  readonly stratify?: boolean;
  /** Decides which rows validate, and what samples are drawn; default 0. */
  readonly seed?: number;
  /** Stop each training by what validates it, with its best weights back; see {@link callbacks.earlyStopping}. Default none. */
  readonly earlyStopping?: Omit<EarlyStoppingOptions, 'restoreBestWeights'>;
  /** Callbacks for one training; not for the refit. Default none. */
  readonly callbacks?: (training: Training<P>) => readonly Callback[];
  /** Metric to choose by: 'loss' (default; without penalties) or one that the models are compiled with. */
  readonly monitor?: string;
  /** 'auto' (default): larger is better for accuracy, precision, recall, f1, auc and r2, smaller for all else. */
  readonly mode?: 'auto' | 'min' | 'max';
  /** 'minimum' (default): the best mean; 'oneStandardError': the most regularized set within one standard error of it. */
  readonly select?: 'minimum' | 'oneStandardError';
  /**
   * For 'oneStandardError': which end of which parameter regularizes more, most important first. Default: 'largest' of those called l1, l2, lambda,
   * alpha, rate or like decay, penalty, dropout, noise, stddev, smoothing; 'smallest' of C, units, hidden, width, depth, layers, radius, maxNorm, epochs.
   */
  readonly simplest?: { readonly [K in keyof P]?: Direction };
  /** Train a model with the chosen set on all of `data`; default true. With earlyStopping: for as many passes as were best on average. */
  readonly refit?: boolean;
  /** Models in training at once, each with weights and optimizer state of its own; default 64. */
  readonly parallel?: number;
  /** Called as trainings go on, and when each ends. */
  readonly onProgress?: (progress: SweepProgress) => void;
}

/** Every combination of values. */
export interface GridSweepOptions<G extends Grid> extends SweepBase<ParamsOfGrid<G>> {
  /** Values by parameter. */
  readonly grid: G;
}

/** Draws from distributions: Bergstra and Bengio 2012. */
export interface SampledSweepOptions<S extends Samples> extends SweepBase<ParamsOfSamples<S>> {
  /** Distributions by parameter. */
  readonly samples: S;
  /** Parameter sets to draw. */
  readonly count: number;
}

/** Either, with names that are not known to the type system. */
export type AnySweepOptions = SweepBase<Readonly<Record<string, unknown>>> & {
  readonly grid?: Grid;
  readonly samples?: Samples;
  readonly count?: number;
};

const foldsRule: Rule<readonly ArrayLike<number>[]> = {
  expected: 'an array of row numbers for each part',
  invalid: [],
  test: (v): v is readonly ArrayLike<number>[] =>
    Array.isArray(v) && v.length > 0 && v.every((part) => Array.isArray(part) || ArrayBuffer.isView(part)),
};
const { epochs, batchSize, shuffle, maxSteps, gradientAccumulation, evaluateEvery, sampleWeight, classWeight, signal, threads } = fitRules;
const rules: Rules<AnySweepOptions> = {
  model: functionRule as never,
  data: dataRule as never,
  grid: optional(anything) as never,
  samples: optional(anything) as never,
  count: optional(positiveInt),
  folds: optional(either(positiveInt, foldsRule)),
  validation: optional(either(inRange('(0, 1)'), dataRule)) as never,
  stratify: optional(boolean),
  seed: optional(nonNegativeInt),
  earlyStopping: optional(recordRule) as never,
  callbacks: optional(functionRule) as never,
  monitor: optional(string),
  mode: optional(oneOf('auto', 'min', 'max')),
  select: optional(oneOf('minimum', 'oneStandardError')),
  simplest: optional(recordRule) as never,
  refit: optional(boolean),
  parallel: optional(positiveInt),
  onProgress: optional(functionRule) as never,
  ...{ epochs, batchSize, shuffle, maxSteps, gradientAccumulation, evaluateEvery, sampleWeight, classWeight, signal, threads },
};

/** Throws unless the options fit each other. */
export function checkSweep(where: string, options: AnySweepOptions): void {
  checkOptions(where, options, rules);
  const wrong = (expected: string) => {
    throw new RidgelineError('ERR_OPTION', `${where}: expected ${expected}`);
  };
  if ((options.grid === undefined) === (options.samples === undefined)) wrong('either grid or samples');
  if ((options.samples === undefined) !== (options.count === undefined)) wrong('count with samples, and without it none');
  if (options.folds !== undefined && options.validation !== undefined) wrong('folds or validation, got both');
  const parts = options.validation !== undefined ? 1 : Array.isArray(options.folds) ? options.folds.length : 2;
  if (options.select === 'oneStandardError' && parts < 2) wrong('at least two folds for the one-standard-error rule');
}

/** Of all options, those of fit. */
export const fitOptionsOf = (options: AnySweepOptions): SharedFit =>
  Object.fromEntries(
    Object.entries(options).filter(([name]) => name in fitRules && name !== 'callbacks' && name !== 'validationData'),
  ) as SharedFit;
