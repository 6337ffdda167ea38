/** Which targets a loss can take: of others it gives numbers that mean nothing. */
import type { RidgelineError } from '../errors.ts';

/** The values that are targets of a loss. */
export interface TargetDomain {
  /** For messages: 'values in [0, 1]'. */
  readonly expected: string;
  /** All values lie in [low, high]. */
  readonly low: number;
  readonly high: number;
  /** They are -1 and 1; 0 stands for -1 where none is -1. */
  readonly signs?: boolean;
}

/** Probabilities of one outcome of two. */
export const unitInterval: TargetDomain = { expected: 'values in [0, 1]', low: 0, high: 1 };
/** Probabilities of outcomes, or counts. */
export const nonNegative: TargetDomain = { expected: 'values of 0 or more', low: 0, high: Infinity };
/** The two sides of a boundary. */
export const signs: TargetDomain = { expected: '-1 and 1, or 0 and 1', low: -1, high: 1, signs: true };

/** What rounding to float32 may add to a probability of 1. */
const slack = 1e-6;

/**
 * Values as the loss takes them: `values` itself, or a copy in which 0 is -1. Rows where `present` has 0 have no targets.
 * @throws ERR_VALUE for a value that the loss cannot take, with its row.
 */
export function targetsIn<T extends Float32Array>(
  { expected, low, high, signs: two }: TargetDomain,
  refuse: (value: number, row: number, expected: string) => RidgelineError,
  values: T,
  width: number,
  present?: ArrayLike<number>,
): T {
  let zeros = -1;
  let negative = false;
  for (let i = 0; i < values.length; i++) {
    const v = values[i];
    const inside = v >= low - slack && v <= high + slack && (!two || v === 0 || v === 1 || v === -1);
    if (inside && v > 0) continue;
    const row = Math.floor(i / width);
    if (present && present[row] === 0) continue;
    if (!inside) throw refuse(v, row, expected);
    negative ||= v < 0;
    if (v === 0 && zeros < 0) zeros = row;
  }
  if (!two || zeros < 0) return values;
  if (negative) throw refuse(0, zeros, `${expected}; this has -1 too`);
  return values.map((v) => (v > 0 ? 1 : -1)) as T;
}
