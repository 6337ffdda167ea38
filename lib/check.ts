/**
 * Rules for options, as data: the check, the message and the invalid sample for tests come from one object.
 */
import { RidgelineError } from './errors.ts';

/** A condition on a value, as data: the check, the text of the message and a value that is refused. */
export interface Rule<T = unknown> {
  /** What is expected, for the message: "a number in [0, 1)". */
  readonly expected: string;
  readonly test: (value: unknown) => value is T;
  /** A value that the rule refuses, for tests. */
  readonly invalid: unknown;
}

const rule = <T>(expected: string, invalid: unknown, test: (value: unknown) => boolean): Rule<T> => ({
  expected,
  invalid,
  test: test as (value: unknown) => value is T,
});

const isNumber = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value);

/** `inRange('[0, 1)')`: interval notation, `inf` allowed at an open end. */
export function inRange(interval: string): Rule<number> {
  const match = /^([[(])\s*(-?[\d.e-]+|-inf)\s*,\s*(-?[\d.e-]+|inf)\s*([\])])$/.exec(interval);
  if (!match) throw new RidgelineError('ERR_INTERNAL', `inRange: expected an interval such as [0, 1), got ${interval}`);
  const low = match[2] === '-inf' ? -Infinity : Number(match[2]);
  const high = match[3] === 'inf' ? Infinity : Number(match[3]);
  const closedLow = match[1] === '[';
  const closedHigh = match[4] === ']';
  const test = (v: unknown) => isNumber(v) && (closedLow ? v >= low : v > low) && (closedHigh ? v <= high : v < high);
  const invalid = low > -Infinity ? (closedLow ? low - 1 : low) : high < Infinity ? (closedHigh ? high + 1 : high) : Number.NaN;
  return rule(`a number in ${interval}`, invalid, test);
}

/** Any finite number. */
export const finite: Rule<number> = rule('a finite number', Infinity, (v) => isNumber(v) && Number.isFinite(v));
/** 1, 2, 3, ... */
export const positiveInt: Rule<number> = rule('a positive integer', 0, (v) => Number.isSafeInteger(v) && (v as number) > 0);
/** 0, 1, 2, ... */
export const nonNegativeInt: Rule<number> = rule('a non-negative integer', -1, (v) => Number.isSafeInteger(v) && (v as number) >= 0);
/** true or false. */
export const boolean: Rule<boolean> = rule('true or false', 'yes', (v) => typeof v === 'boolean');
/** Text that is not empty. */
export const string: Rule<string> = rule('a non-empty string', '', (v) => typeof v === 'string' && v.length > 0);
/** Any function. */
export const functionRule: Rule<(...args: never[]) => unknown> = rule('a function', 1, (v) => typeof v === 'function');
/** Anything: checked where it is used. */
export const anything: Rule<unknown> = rule('any value', undefined, () => true);

/** One of the given texts. */
export const oneOf = <const T extends readonly string[]>(...values: T): Rule<T[number]> =>
  rule(`one of ${values.map((v) => `'${v}'`).join(', ')}`, 'no-such-value', (v) => values.includes(v as string));

/** The value itself, or undefined. */
export const optional = <T>(inner: Rule<T>): Rule<T | undefined> => ({
  expected: inner.expected,
  invalid: inner.invalid,
  test: (v): v is T | undefined => v === undefined || inner.test(v),
});

/** Either rule. */
export const either = <A, B>(a: Rule<A>, b: Rule<B>): Rule<A | B> =>
  rule(`${a.expected} or ${b.expected}`, a.invalid, (v) => a.test(v) || b.test(v));

/** A shape: an array of positive integers. */
export const shapeRule: Rule<readonly number[]> = rule(
  'an array of positive integers',
  [0],
  (v) => Array.isArray(v) && v.every((d) => Number.isSafeInteger(d) && d > 0),
);

/** A rule for every option. */
export type Rules<O> = { readonly [K in keyof O]-?: Rule<O[K]> };

/** An array's entry for a message; objects may have no text of their own. */
const brief = (v: unknown): string => (typeof v === 'object' && v !== null ? (Array.isArray(v) ? 'an array' : 'an object') : String(v));

/** Renders a received value for a message, with its type. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `'${value}' (string)`;
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return value.length <= 8 ? `[${value.map(brief).join(', ')}] (array)` : `an array of ${value.length}`;
  if (typeof value === 'function') return `a function${value.name ? ` ${value.name}` : ''}`;
  if (typeof value === 'object') return `an object (${value.constructor?.name ?? 'Object'})`;
  return `${String(value)} (${typeof value})`;
}

/** Throws unless the value keeps the rule: `dropout: expected a number in [0, 1) for rate, got 1.2 (number)`. */
export function check<T>(where: string, name: string, value: unknown, r: Rule<T>): asserts value is T {
  if (!r.test(value)) throw new RidgelineError('ERR_OPTION', `${where}: expected ${r.expected} for ${name}, got ${show(value)}`);
}

interface Table {
  readonly names: ReadonlySet<string>;
  readonly entries: readonly (readonly [string, Rule])[];
}
const tables = new WeakMap<object, Table>();
/** Rules in the form in which they are checked: made once, since calls of a microsecond are checked too. */
function tableOf(rules: object): Table {
  let table = tables.get(rules);
  if (table === undefined) {
    table = { names: new Set(Object.keys(rules)), entries: Object.entries(rules) };
    tables.set(rules, table);
  }
  return table;
}

/** Checks an options object against its rules; an unknown name is an error that lists the known ones. */
export function checkOptions<O extends object>(where: string, options: unknown, rules: Rules<O>): asserts options is O {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new RidgelineError('ERR_OPTION', `${where}: expected an options object, got ${show(options)}`);
  const { names, entries } = tableOf(rules);
  for (const key of Object.keys(options)) {
    if (names.has(key)) continue;
    const known = [...names];
    const near = nearest(key, known);
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: unknown option '${key}'.${near ? ` Did you mean '${near}'?` : ''} Known options: ${known.length > 0 ? known.join(', ') : 'none'}`,
    );
  }
  for (const [key, rule] of entries) check(where, key, (options as Record<string, unknown>)[key], rule);
}

/** The known word closest to a misspelt one, if it is close enough to be worth suggesting. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const plain = (s: string) => s.toLowerCase().replace(/[_-]/g, '');
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const d = plain(candidate) === plain(word) ? 0 : editDistance(plain(word), plain(candidate));
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}
