/** Rates that fall with the step k, counted from 0. */
import { boolean, inRange, optional, positiveInt, type Rule } from '../check.ts';
import { defineSchedule, type Schedule } from './define.ts';

const rate = inRange('[0, inf)');
const factor = inRange('(0, inf)');

const makeConstant = defineSchedule<{ value: number }>({ kind: 'constant', rules: { value: rate }, at: ({ value }) => value });
/** The same at every step; a part for {@link sequence}. */
export const constant = (value: number): Schedule => makeConstant({ value });

/** Options of {@link linearDecay}. */
export interface LinearDecayOptions {
  /** Rate of step 0, in [0, inf). */
  readonly initial: number;
  /** Steps until `final` is reached. */
  readonly steps: number;
  /** Rate from then on, in [0, inf); default 0.01 initial. */
  readonly final?: number;
}
/**
 * (1 - a) initial + a final with a = min(1, k / steps). Goodfellow, Bengio, Courville 2016, equation 8.14. PyTorch: LinearLR with
 * start_factor 1 and end_factor final / initial.
 */
export const linearDecay: (options: LinearDecayOptions) => Schedule = defineSchedule<LinearDecayOptions>({
  kind: 'linearDecay',
  rules: { initial: rate, steps: positiveInt, final: optional(rate) },
  at: ({ initial, steps, final = 0.01 * initial }, k) => {
    const a = Math.min(1, k / steps);
    return (1 - a) * initial + a * final;
  },
});

/** Options of {@link exponentialDecay} and {@link inverseTimeDecay}. */
export interface RateDecayOptions {
  /** Rate of step 0, in [0, inf). */
  readonly initial: number;
  /** In (0, inf): what the rate is multiplied by every `steps` steps (exponential); how fast it falls (inverse time). */
  readonly rate: number;
  /** Steps that `rate` belongs to; default 1. */
  readonly steps?: number;
  /** Only whole multiples of `steps` count; default false. */
  readonly staircase?: boolean;
}
const rateDecayRules = { initial: rate, rate: factor, steps: optional(positiveInt), staircase: optional(boolean) };
const periods = ({ steps = 1, staircase = false }: RateDecayOptions, k: number): number => (staircase ? Math.floor(k / steps) : k / steps);

/** initial rate^(k / steps). Keras: ExponentialDecay; PyTorch: ExponentialLR with gamma = rate, steps = 1. */
export const exponentialDecay: (options: RateDecayOptions) => Schedule = defineSchedule<RateDecayOptions>({
  kind: 'exponentialDecay',
  rules: rateDecayRules,
  at: (options, k) => options.initial * options.rate ** periods(options, k),
});

/** initial / (1 + rate k / steps). Robbins and Monro 1951 ask for such a rate; Keras: InverseTimeDecay. */
export const inverseTimeDecay: (options: RateDecayOptions) => Schedule = defineSchedule<RateDecayOptions>({
  kind: 'inverseTimeDecay',
  rules: rateDecayRules,
  at: (options, k) => options.initial / (1 + options.rate * periods(options, k)),
});

/** Options of {@link stepDecay}. */
export interface StepDecayOptions {
  /** Rate of step 0, in [0, inf). */
  readonly initial: number;
  /** Steps between falls. */
  readonly every: number;
  /** What the rate is multiplied by at each, in (0, inf); default 0.1. */
  readonly factor?: number;
}
/** initial factor^floor(k / every). PyTorch: StepLR. */
export const stepDecay: (options: StepDecayOptions) => Schedule = defineSchedule<StepDecayOptions>({
  kind: 'stepDecay',
  rules: { initial: rate, every: positiveInt, factor: optional(factor) },
  at: ({ initial, every, factor: fall = 0.1 }, k) => initial * fall ** Math.floor(k / every),
});

/** Options of {@link piecewiseConstant}. */
export interface PiecewiseConstantOptions {
  /** Steps at which the next value begins, rising. */
  readonly boundaries: readonly number[];
  /** Rates, one more than boundaries, each in [0, inf). */
  readonly values: readonly number[];
}
const listOf = <T>(entry: Rule<T>, of: string): Rule<readonly T[]> => ({
  expected: `an array of ${of}`,
  invalid: [entry.invalid],
  test: (v): v is readonly T[] => Array.isArray(v) && v.every((e) => entry.test(e)),
});
/**
 * values[i] from step boundaries[i - 1] on. PyTorch: MultiStepLR changes at the same steps; Keras: PiecewiseConstantDecay changes a step later.
 * @throws ERR_OPTION unless boundaries rise and there is one value more than boundaries.
 */
export const piecewiseConstant: (options: PiecewiseConstantOptions) => Schedule = defineSchedule<PiecewiseConstantOptions>({
  kind: 'piecewiseConstant',
  rules: { boundaries: listOf(positiveInt, 'positive integers'), values: listOf(rate, 'numbers in [0, inf)') },
  validate: ({ boundaries, values }, refuse) => {
    if (values.length !== boundaries.length + 1)
      refuse(`expected one value more than boundaries, got ${values.length} values and ${boundaries.length} boundaries`);
    const fall = boundaries.findIndex((b, i) => i > 0 && b <= boundaries[i - 1]);
    if (fall > 0) refuse(`expected boundaries that rise, got ${boundaries[fall]} after ${boundaries[fall - 1]}`);
  },
  at: ({ boundaries, values }, k) => {
    const next = boundaries.findIndex((b) => k < b);
    return values[next < 0 ? boundaries.length : next];
  },
});

/** Options of {@link polynomialDecay}. */
export interface PolynomialDecayOptions {
  /** Rate of step 0, in [0, inf). */
  readonly initial: number;
  /** Steps until `final` is reached. */
  readonly steps: number;
  /** Rate from then on, in [0, inf); default 0. */
  readonly final?: number;
  /** In (0, inf); default 1, a straight line. */
  readonly power?: number;
  /** Past `steps`, begin again below initial, over the next multiple of `steps`; default false. */
  readonly cycle?: boolean;
}
/** final + (initial - final) (1 - k / steps)^power. Keras: PolynomialDecay (final 1e-4 there); PyTorch: PolynomialLR (final 0). */
export const polynomialDecay: (options: PolynomialDecayOptions) => Schedule = defineSchedule<PolynomialDecayOptions>({
  kind: 'polynomialDecay',
  rules: { initial: rate, steps: positiveInt, final: optional(rate), power: optional(factor), cycle: optional(boolean) },
  at: ({ initial, steps, final = 0, power = 1, cycle = false }, k) => {
    const length = cycle ? steps * Math.max(1, Math.ceil(k / steps)) : steps;
    return final + (initial - final) * (1 - Math.min(1, k / length)) ** power;
  },
});
