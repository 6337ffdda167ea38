import type { Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import { sequence, type SequencePart, warmup, type WarmupOptions } from './compose.ts';
import { cosineDecay } from './cosine.ts';
import { cyclic, oneCycle } from './cycles.ts';
import { constant, exponentialDecay, inverseTimeDecay, linearDecay, piecewiseConstant, polynomialDecay, stepDecay } from './decay.ts';
import type { Schedule, ScheduleLike } from './define.ts';

export type { SequencePart, WarmupOptions } from './compose.ts';
export type { CosineDecayOptions, Restarts } from './cosine.ts';
export type { CyclicOptions, OneCycleOptions } from './cycles.ts';
export type {
  LinearDecayOptions,
  PiecewiseConstantOptions,
  PolynomialDecayOptions,
  RateDecayOptions,
  StepDecayOptions,
} from './decay.ts';
export type { Schedule, ScheduleLike } from './define.ts';

/** Learning rates that follow from the step. A function of the step will do too, but a model file cannot carry it. */
export const schedules = {
  constant,
  linearDecay,
  exponentialDecay,
  inverseTimeDecay,
  stepDecay,
  piecewiseConstant,
  polynomialDecay,
  cosineDecay,
  oneCycle,
  cyclic,
  sequence,
  warmup,
};

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
const isDescription = (v: unknown): v is Description => isRecord(v) && typeof v.kind === 'string' && isRecord(v.options);

const revived = (v: unknown): ScheduleLike => (isDescription(v) ? scheduleFrom(v) : (v as ScheduleLike));

/** Those whose options are not one object. */
const special: Readonly<Record<string, (options: Readonly<Record<string, unknown>>) => Schedule>> = {
  constant: ({ value }) => constant(value as number),
  warmup: ({ steps, next, ...rest }) => warmup(steps as number, revived(next), rest as WarmupOptions),
  sequence: ({ parts }) =>
    sequence(Array.isArray(parts) ? (parts as SequencePart[]).map((p) => ({ ...p, schedule: revived(p?.schedule) })) : (parts as never)),
};

/**
 * The schedule that a description names. Descriptions come from files: their options are checked as a user's are.
 * @throws ERR_FORMAT for unknown kinds; ERR_OPTION for options outside their ranges.
 */
export function scheduleFrom({ kind, options }: Description): Schedule {
  if (!Object.hasOwn(schedules, kind)) throw new RidgelineError('ERR_FORMAT', `no schedule is called '${kind}'`);
  if (Object.hasOwn(special, kind)) return special[kind](options);
  return (schedules as unknown as Record<string, (options: object) => Schedule>)[kind](options);
}

/** An optimizer's options from a file, with the schedule in place of its description. */
export function learningRateFrom(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { learningRate } = options ?? {};
  return isDescription(learningRate) ? { ...options, learningRate: scheduleFrom(learningRate) } : { ...options };
}
