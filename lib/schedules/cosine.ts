import { boolean, checkOptions, inRange, nonNegativeInt, optional, positiveInt, type Rule } from '../check.ts';
import { warmUp } from './compose.ts';
import { defineSchedule, type Schedule } from './define.ts';

/** How {@link cosineDecay} begins again. */
export interface Restarts {
  /** Each period is so many times as long as the one before, in [1, inf); default 1. */
  readonly lengthen?: number;
  /** Each period begins so many times as high above `final` as the one before, in (0, inf); default 1. */
  readonly scale?: number;
}

/** Options of {@link cosineDecay}. */
export interface CosineDecayOptions {
  /** Rate after the warm-up, in [0, inf). */
  readonly initial: number;
  /** Steps from there to `final`: with restarts, those of the first period. The warm-up is not counted. */
  readonly steps: number;
  /** Lowest rate, in [0, inf); default 0. */
  readonly final?: number;
  /** Steps of linear warm-up before, as {@link warmup} makes them; default 0. */
  readonly warmup?: number;
  /** Begin again after each period: true, or how; default false. */
  readonly restarts?: boolean | Restarts;
}

const restartRules = { lengthen: optional(inRange('[1, inf)')), scale: optional(inRange('(0, inf)')) };
const restartsRule: Rule<boolean | Restarts> = {
  expected: 'true, false or an object { lengthen, scale }',
  invalid: 1,
  test: (v): v is boolean | Restarts => boolean.test(v) || (typeof v === 'object' && v !== null && !Array.isArray(v)),
};

/** Number of the period that step k is in, and the place in it in [0, 1). */
function periodOf(k: number, steps: number, lengthen: number): { period: number; place: number } {
  if (lengthen === 1) return { period: Math.floor(k / steps), place: (k % steps) / steps };
  // The periods are a geometric series; one that just begins must not be taken for the end of the one before.
  let period = Math.max(0, Math.floor(Math.log(1 + (k / steps) * (lengthen - 1)) / Math.log(lengthen)));
  const begins = (p: number): number => (steps * (lengthen ** p - 1)) / (lengthen - 1);
  if (begins(period + 1) <= k) period++;
  else if (begins(period) > k) period--;
  return { period, place: (k - begins(period)) / (steps * lengthen ** period) };
}

/**
 * final + (initial - final) (1 + cos(π k / steps)) / 2, with restarts over and over: Loshchilov and Hutter 2017 (SGDR). PyTorch:
 * CosineAnnealingLR within its T_max steps, CosineAnnealingWarmRestarts; Keras: CosineDecay, CosineDecayRestarts (alpha = final / initial).
 * @throws ERR_OPTION for a final rate above the initial one.
 */
export const cosineDecay: (options: CosineDecayOptions) => Schedule = defineSchedule<CosineDecayOptions>({
  kind: 'cosineDecay',
  rules: {
    initial: inRange('[0, inf)'),
    steps: positiveInt,
    final: optional(inRange('[0, inf)')),
    warmup: optional(nonNegativeInt),
    restarts: optional(restartsRule),
  },
  validate: ({ initial, final = 0, restarts }, refuse) => {
    if (final > initial) refuse(`expected final of no more than initial, got final ${final} and initial ${initial}`);
    if (typeof restarts === 'object') checkOptions<Restarts>('schedules.cosineDecay: restarts', restarts, restartRules);
  },
  at: ({ initial, steps, final = 0, warmup = 0, restarts = false }, k) => {
    if (k < warmup) return initial * warmUp(k, warmup);
    const { lengthen = 1, scale = 1 } = typeof restarts === 'object' ? restarts : {};
    const { period, place } = restarts ? periodOf(k - warmup, steps, lengthen) : { period: 0, place: Math.min(1, (k - warmup) / steps) };
    return final + ((initial - final) * scale ** period * (1 + Math.cos(Math.PI * place))) / 2;
  },
});
