/** Training of several members, each on rows of its own. */
import { anything, functionRule, optional, type Rules } from '../check.ts';
import { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { Model } from '../models/model.ts';
import { type FitOptions, fitRules } from '../models/options.ts';
import { rowWeights } from '../models/feed.ts';
import { newTypedArray } from '../tensor/dtype.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { countsOf } from './draw.ts';
import { type Asked, teach } from './member.ts';
import type { Rows, TargetInput } from './targets.ts';

/** A member that has been trained. */
export interface MemberProgress {
  /** Its number, from 1. */
  readonly member: number;
  readonly members: number;
  /** Since the fit of the ensemble began. */
  readonly seconds: number;
}

/** What the fit of an ensemble takes: of Model.fit what holds for every member. */
export interface EnsembleFitOptions
  extends Omit<FitOptions, 'validationData' | 'validationSplit' | 'callbacks' | 'evaluateEvery' | 'maxSteps' | 'sampleWeight'> {
  /** Weight per row, shape [rows]. */
  readonly sampleWeight?: ArrayInput;
  /** Called when a member is trained. */
  readonly onMember?: (progress: MemberProgress) => void;
}

const { validationData: _d, validationSplit: _s, callbacks: _c, evaluateEvery: _e, maxSteps: _m, ...shared } = fitRules;
export const ensembleFitRules: Rules<EnsembleFitOptions> = {
  ...shared,
  sampleWeight: optional(anything) as never,
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
  return weights && Float64Array.from(weights);
}

/** Of the options what each member's fit takes. */
export function memberFit(options: EnsembleFitOptions): FitOptions {
  const { sampleWeight: _w, classWeight: _k, onMember: _o, ...fit } = options;
  return fit;
}

/** Throws when the signal has come. */
export function throwIfAborted(where: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new RidgelineError('ABORT_ERR', `${where}: stopped by its AbortSignal; the members that were trained are there`, {
      cause: signal.reason,
    });
}

/** Trains members one after another, member i on the rows of list i (undefined: all), and reports each. */
export async function fitMembers(
  where: string,
  seats: readonly Asked[],
  data: Rows,
  lists: readonly (Int32Array | undefined)[],
  weights: Float64Array | undefined,
  options: EnsembleFitOptions,
  done: (count: number) => void,
): Promise<void> {
  const began = performance.now();
  const fit = memberFit(options);
  for (const [i, seat] of seats.entries()) {
    throwIfAborted(where, options.signal);
    await teach(seat, lessonOf(seat, data, lists[i], weights, fit));
    done(i + 1);
    options.onMember?.({ member: i + 1, members: seats.length, seconds: (performance.now() - began) / 1000 });
  }
}

/** The rows of a list: an estimator takes how often each row is in it as weights. */
function lessonOf({ member }: Asked, { x, y }: Rows, list: Int32Array | undefined, weights: Float64Array | undefined, fit: FitOptions) {
  if (!list) return { x, y, weights, fit };
  if (!(member instanceof Model)) {
    const counts = countsOf(x.shape[0], list);
    return { x, y, weights: weights ? counts.map((c, i) => c * weights[i]) : counts, fit };
  }
  return { x: pickRows(x, list), y: pickRows(y, list), weights: weights && Float64Array.from(list, (row) => weights[row]), fit };
}

/** Some rows, copied. */
export function pickRows(from: NDArray, rows: Int32Array): NDArray {
  const width = from.size / from.shape[0];
  const data = newTypedArray(from.dtype, rows.length * width);
  rows.forEach((row, i) => {
    data.set(from.data.subarray(row * width, (row + 1) * width), i * width);
  });
  return new NDArray(data, [rows.length, ...from.shape.slice(1)]);
}
