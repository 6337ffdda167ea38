/** Schedules made of others. */
import { checkOptions, inRange, optional, positiveInt, type Rule } from '../check.ts';
import { defineSchedule, type Schedule, type ScheduleLike, scheduleRule, valueAt } from './define.ts';

/** Share of the rate at step k of a warm-up over n steps: from + (1 - from) k / n. */
export const warmUp = (k: number, n: number, from = 1 / (n + 1)): number => from + ((1 - from) * k) / n;

/** Options of {@link warmup}. */
export interface WarmupOptions {
  /** Share of the rate at step 0, in [0, 1]; default 1 / (n + 1), so that no step is without effect. */
  readonly from?: number;
}

interface CompleteWarmup extends WarmupOptions {
  readonly steps: number;
  readonly next: ScheduleLike;
}

const makeWarmup = defineSchedule<CompleteWarmup>({
  kind: 'warmup',
  rules: { steps: positiveInt, next: scheduleRule, from: optional(inRange('[0, 1]')) },
  at: ({ steps, next, from }, k) =>
    k < steps ? valueAt('schedules.warmup', next, 0) * warmUp(k, steps, from) : valueAt('schedules.warmup', next, k - steps),
});

/**
 * Rises for n steps in a straight line to the first rate of `next`, then is `next`, which counts its steps from there. Goyal et al. 2017.
 * PyTorch: LinearLR with start_factor = from in front of another in SequentialLR; Keras's warm-up begins at 0: { from: 0 }.
 */
export const warmup = (n: number, next: ScheduleLike, options: WarmupOptions = {}): Schedule => makeWarmup({ ...options, steps: n, next });

/** A schedule and how many steps it is followed. */
export interface SequencePart {
  readonly schedule: ScheduleLike;
  /** Every part but the last has them; the last goes on. */
  readonly steps?: number;
}

const partRules = { schedule: scheduleRule, steps: optional(positiveInt) };
const partsRule: Rule<readonly SequencePart[]> = {
  expected: 'a non-empty array of { schedule, steps }',
  invalid: [],
  test: (v): v is readonly SequencePart[] => Array.isArray(v) && v.length > 0,
};

const makeSequence = defineSchedule<{ parts: readonly SequencePart[] }>({
  kind: 'sequence',
  rules: { parts: partsRule },
  validate: ({ parts }, refuse) =>
    parts.forEach((part, i) => {
      checkOptions<SequencePart>(`schedules.sequence: part ${i}`, part, partRules);
      const isLast = i === parts.length - 1;
      if (isLast && part.steps !== undefined) refuse('expected no steps for the last part, which goes on');
      if (!isLast && part.steps === undefined) refuse(`expected steps for part ${i}, which another follows`);
    }),
  at: ({ parts }, k) => {
    let begin = 0;
    for (const { schedule, steps = Infinity } of parts) {
      if (k < begin + steps) return valueAt('schedules.sequence', schedule, k - begin);
      begin += steps;
    }
    return Number.NaN;
  },
});

/**
 * One schedule after another, each counting its steps from where it begins:
 * `sequence([{ schedule: constant(0.1), steps: 500 }, { schedule: linearDecay({ initial: 0.1, steps: 1000 }) }])`. PyTorch: SequentialLR.
 */
export const sequence = (parts: readonly SequencePart[]): Schedule => makeSequence({ parts });
