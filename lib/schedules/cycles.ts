/** Rates that rise and fall. */
import { boolean, inRange, oneOf, optional, positiveInt } from '../check.ts';
import { defineSchedule, type Schedule } from './define.ts';

/** Options of {@link oneCycle}. */
export interface OneCycleOptions {
  /** Highest rate, in [0, inf). */
  readonly peak: number;
  /** Steps of the whole cycle; the last rate holds after it. */
  readonly steps: number;
  /** Share of the steps spent rising, in (0, 1); with three phases the fall to the first rate takes as many. Default 0.3. */
  readonly rise?: number;
  /** The first rate is peak / divide; in [1, inf), default 25. */
  readonly divide?: number;
  /** The last rate is the first / finalDivide; in [1, inf), default 1e4. */
  readonly finalDivide?: number;
  /** Default 'cosine'. */
  readonly shape?: 'cosine' | 'linear';
  /** Rise, fall to the first rate, then to the last (Smith and Topin); default false: rise, then fall to the last. */
  readonly threePhases?: boolean;
}

/**
 * One rise from peak / divide to peak and one fall to far below, 'super-convergence'. Smith and Topin 2018. PyTorch: OneCycleLR
 * (pct_start, div_factor, final_div_factor, three_phase), whose steps these are.
 * @throws ERR_OPTION when the phases do not leave each other a step.
 */
export const oneCycle: (options: OneCycleOptions) => Schedule = defineSchedule<OneCycleOptions>({
  kind: 'oneCycle',
  rules: {
    peak: inRange('[0, inf)'),
    steps: positiveInt,
    rise: optional(inRange('(0, 1)')),
    divide: optional(inRange('[1, inf)')),
    finalDivide: optional(inRange('[1, inf)')),
    shape: optional(oneOf('cosine', 'linear')),
    threePhases: optional(boolean),
  },
  validate: (options, refuse) => {
    const ends = phasesOf(options).map((p) => p.end);
    const bad = ends.findIndex((end, i) => end <= (ends[i - 1] ?? 0));
    if (bad >= 0) refuse(`expected a longer cycle, or another rise: phase ${bad + 1} of ${ends.length} has no step of ${options.steps}`);
  },
  at: (options, k) => {
    const phases = phasesOf(options);
    const current = phases.findIndex((p) => k <= p.end);
    const at = current < 0 ? phases.length - 1 : current;
    const { from, to, end } = phases[at];
    const begin = at === 0 ? 0 : phases[at - 1].end;
    const part = Math.min(1, (k - begin) / (end - begin));
    return options.shape === 'linear' ? from + (to - from) * part : to + ((from - to) / 2) * (1 + Math.cos(Math.PI * part));
  },
});

/** Each with the (fractional) step at which it ends. */
function phasesOf({ peak, steps, rise = 0.3, divide = 25, finalDivide = 1e4, threePhases = false }: OneCycleOptions) {
  const first = peak / divide;
  const last = first / finalDivide;
  const up = { from: first, to: peak, end: rise * steps - 1 };
  return threePhases
    ? [up, { from: peak, to: first, end: 2 * rise * steps - 2 }, { from: first, to: last, end: steps - 1 }]
    : [up, { from: peak, to: last, end: steps - 1 }];
}

/** Options of {@link cyclic}. */
export interface CyclicOptions {
  /** Lowest rate, in [0, inf). */
  readonly low: number;
  /** Highest rate, above low. */
  readonly high: number;
  /** Steps of each rise. */
  readonly up: number;
  /** Steps of each fall; default as many. */
  readonly down?: number;
  /** 'triangular' (default); 'triangular2': each peak half as high above low; 'expRange': the height is multiplied by gamma at every step. */
  readonly mode?: 'triangular' | 'triangular2' | 'expRange';
  /** Of 'expRange', in (0, 1]; default 1. */
  readonly gamma?: number;
}

/** A rate that goes up and down between two bounds. Smith 2017. PyTorch: CyclicLR. */
export const cyclic: (options: CyclicOptions) => Schedule = defineSchedule<CyclicOptions>({
  kind: 'cyclic',
  rules: {
    low: inRange('[0, inf)'),
    high: inRange('[0, inf)'),
    up: positiveInt,
    down: optional(positiveInt),
    mode: optional(oneOf('triangular', 'triangular2', 'expRange')),
    gamma: optional(inRange('(0, 1]')),
  },
  validate: ({ low, high, mode, gamma }, refuse) => {
    if (!(high > low)) refuse(`expected high above low, got high ${high} and low ${low}`);
    if (gamma !== undefined && mode !== 'expRange') refuse("expected gamma only with mode 'expRange'");
  },
  at: ({ low, high, up, down = up, mode = 'triangular', gamma = 1 }, k) => {
    const cycle = Math.floor(k / (up + down));
    const place = k - cycle * (up + down);
    const height = place <= up ? place / up : (up + down - place) / down;
    const scale = mode === 'triangular' ? 1 : mode === 'triangular2' ? 2 ** -cycle : gamma ** k;
    return low + (high - low) * height * scale;
  },
});
