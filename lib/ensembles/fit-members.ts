/** Training of several members, each on rows of its own. */
import { anything, functionRule, optional, type Rules } from '../check.ts';
import type { Callback } from '../callbacks/define.ts';
import { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { Model } from '../models/model.ts';
import { type FitOptions, fitRules } from '../models/options.ts';
import { type Data, rowWeights } from '../models/feed.ts';
import { fitTogether, type Outcome, type TogetherOptions } from '../models/population.ts';
import type { ResidentData } from '../models/resident-data.ts';
import { newTypedArray } from '../tensor/dtype.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { takeColumns } from './columns.ts';
import type { Asked, Estimator } from './member.ts';
import type { Rows, TargetInput } from './targets.ts';

/** A member that has been trained. */
export interface MemberProgress {
  /** Its number, from 1. Members are trained at once, and need not end in their order. */
  readonly member: number;
  /** How many are trained, this one among them. */
  readonly done: number;
  readonly members: number;
  /** Since the fit of the ensemble began. */
  readonly seconds: number;
}

/** What the fit of an ensemble takes: of Model.fit what holds for every member. */
export interface EnsembleFitOptions extends Omit<TogetherOptions, 'validationData' | 'evaluateEvery' | 'maxSteps' | 'sampleWeight'> {
  /** Rows that validate every network after each of its epochs: a dataset or [x, y]. */
  readonly validationData?: Data;
  /** Callbacks of each network, by its number (from 0): `() => [callbacks.earlyStopping({ restoreBestWeights: true })]`. Called once per member. */
  readonly callbacks?: (member: number) => readonly Callback[];
  /** Weight per row, shape [rows]. */
  readonly sampleWeight?: ArrayInput;
  /** Called when a member is trained. */
  readonly onMember?: (progress: MemberProgress) => void;
}

const { validationSplit: _s, callbacks: _c, evaluateEvery: _e, maxSteps: _m, verbose: _v, ...shared } = fitRules;
export const ensembleFitRules: Rules<EnsembleFitOptions> = {
  ...shared,
  sampleWeight: optional(anything) as never,
  callbacks: optional(functionRule) as never,
  onMember: optional(functionRule) as never,
};

/** The data and the options of fit(dataset, options) or fit(x, y, options). */
export function fitArguments<O extends object>(
  x: ArrayInput | Dataset,
  rest: readonly unknown[],
): { x: ArrayInput | Dataset; y: TargetInput | undefined; options: O } {
  const isDataset = x instanceof Dataset;
  const [y, options = {}] = isDataset ? [undefined, rest[0]] : rest;
  return { x, y: y as TargetInput | undefined, options: options as O };
}

/** Weights of rows by class and by row, in float64, or undefined. Class weights go by label. */
export function weightsOf(where: string, { x, y, classes }: Rows, options: EnsembleFitOptions): Float64Array | undefined {
  const { sampleWeight, classWeight } = options;
  const byNumber =
    classWeight && classes ? Object.fromEntries(classes.map((label, i) => [String(i), classWeight[String(label)] ?? 1])) : classWeight;
  const weights = rowWeights(where, x.shape[0], y, sampleWeight, byNumber);
  if (weights?.every((w) => w === 0)) throw new RidgelineError('ERR_VALUE', `${where}: expected a weight above 0 for some row, all are 0`);
  return weights && Float64Array.from(weights);
}

/** Of the options what each member's fit takes. */
export function memberFit(options: EnsembleFitOptions): Omit<FitOptions, 'callbacks' | 'verbose'> {
  const { sampleWeight: _w, classWeight: _k, onMember: _o, callbacks: _c, ...fit } = options;
  return fit;
}

/** Throws when the signal has come. */
export function throwIfAborted(where: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new RidgelineError('ABORT_ERR', `${where}: stopped by its AbortSignal; the members that were trained are there`, {
      cause: signal.reason,
    });
}

/** What the members of one fit are trained on. */
export interface Lessons {
  readonly data: Rows;
  /** The same in native memory, where it is there already. */
  readonly resident?: ResidentData;
  /** Rows of each member, with repeats where they count twice; undefined: all. */
  readonly lists: readonly (Int32Array | undefined)[];
  /** By row of the data. */
  readonly weights: Float64Array | undefined;
  /** Number of the first member, for messages; default 0. */
  readonly from?: number;
  /** What can be done where a member takes no weights. */
  readonly weightless?: string;
  readonly options: EnsembleFitOptions;
}

/**
 * Trains networks at once over one copy of the data, estimators one after another. `trained` gets the number (from 0) of each member whose training
 * came to its end, also where an error or a signal ended others, which then is thrown.
 */
export async function fitMembers(
  where: string,
  seats: readonly Asked[],
  lessons: Lessons,
  trained: (number: number) => void,
): Promise<void> {
  const { options } = lessons;
  throwIfAborted(where, options.signal);
  const began = performance.now();
  let done = 0;
  const report = (number: number): void => {
    done++;
    options.onMember?.({ member: number + 1, done, members: seats.length, seconds: (performance.now() - began) / 1000 });
  };
  await fitNetworks(where, seats, lessons, report, trained);
  for (const [i, seat] of seats.entries()) {
    if (seat.member instanceof Model) continue;
    throwIfAborted(where, options.signal);
    await fitEstimator(`${where}: member ${i + (lessons.from ?? 0)}`, seat.member, seat, lessons, lessons.lists[i]);
    trained(i);
    report(i);
  }
}

async function fitNetworks(
  where: string,
  seats: readonly Asked[],
  { data, resident, lists, weights, options, from = 0 }: Lessons,
  report: (number: number) => void,
  trained: (number: number) => void,
): Promise<void> {
  const networks = seats.flatMap(({ member, columns }, number) => (member instanceof Model ? [{ model: member, number, columns }] : []));
  if (networks.length === 0) return;
  const { signal, callbacks } = options;
  // A callback may stop training in place of an error: what such a network says is NaN, or as bad.
  const diverged = new Map<number, Error>();
  const watch = (number: number): Callback => ({
    onNonFinite: (error) => {
      diverged.set(number, error);
    },
    onEpochEnd: (epoch, logs) => {
      const bad = ['loss', 'valLoss'].find((name) => Number.isNaN(logs[name]));
      if (bad) diverged.set(number, new RidgelineError('ERR_NON_FINITE', `fit: ${bad} is NaN after epoch ${epoch}`));
      else diverged.delete(number);
    },
    onTrainEnd: () => {
      if (!diverged.has(number) && !signal?.aborted) report(number);
    },
  });
  const members = networks.map(({ model, number, columns }) => {
    const rows = lists[number];
    return {
      model,
      ...(rows ? { rows } : {}),
      ...(columns ? { features: columns } : {}),
      callbacks: [...(callbacks?.(number) ?? []), watch(number)],
    };
  });
  /** Tells which members are trained; what ended another. */
  const settle = (outcomes: readonly Outcome[]): Error | undefined => {
    const errors = outcomes.map(({ error }, i) => {
      const { number } = networks[i];
      const found = error ?? diverged.get(number);
      if (!found) trained(number);
      return found && named(where, from + number, found);
    });
    return errors.find((error) => error !== undefined);
  };
  const common = { ...memberFit(options), ...(weights ? { sampleWeight: weights } : {}) };
  let outcomes: readonly Outcome[];
  try {
    outcomes = await fitTogether(members, resident ?? [data.x, data.y], common);
  } catch (error) {
    settle((error as { outcomes?: readonly Outcome[] }).outcomes ?? []);
    throw error;
  }
  const error = settle(outcomes);
  if (error) throw error;
}

/** The same error with the member that it is of. */
function named(where: string, number: number, error: Error): Error {
  if (!(error instanceof RidgelineError) || error.code !== 'ERR_NON_FINITE') return error;
  return new RidgelineError(error.code, `${where}: training of member ${number} failed: ${error.message}`, {
    cause: error,
  });
}

/** An estimator takes no list: it gets a copy of its rows, which lasts as long as its fit. */
async function fitEstimator(
  who: string,
  member: Estimator,
  { columns }: Asked,
  { data, weights, weightless, options: { signal } }: Lessons,
  list: Int32Array | undefined,
): Promise<void> {
  const [x, y] = list ? [pickRows(data.x, list), pickRows(data.y, list)] : [data.x, data.y];
  // Weights are changed in place from round to round of boosting.
  const sampleWeight = list && weights ? Float64Array.from(list, (row) => weights[row]) : weights?.slice();
  try {
    await member.fit(columns ? takeColumns(x, columns) : x, y, {
      ...(sampleWeight ? { sampleWeight } : {}),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    const refused =
      sampleWeight && error instanceof RidgelineError && error.code === 'ERR_OPTION' && error.message.includes('sampleWeight');
    if (!refused) throw error;
    const remedy = weightless ?? 'leave sampleWeight and classWeight out';
    throw new RidgelineError('ERR_OPTION', `${who} takes no weights of rows (${error.message}); ${remedy}`, { cause: error });
  }
}

/** Some rows, copied. */
export function pickRows(from: NDArray, rows: Int32Array): NDArray {
  const width = from.size / from.shape[0];
  const data = newTypedArray(from.dtype, rows.length * width);
  if (width < 16) {
    // For short rows the calls cost more than the copies.
    const { data: source } = from;
    for (let i = 0, at = 0; i < rows.length; i++) for (let j = rows[i] * width; j < (rows[i] + 1) * width; j++) data[at++] = source[j];
  } else {
    rows.forEach((row, i) => {
      data.set(from.data.subarray(row * width, (row + 1) * width), i * width);
    });
  }
  return new NDArray(data, [rows.length, ...from.shape.slice(1)]);
}
