/** Parameter sets: all combinations of given values, or draws from distributions. */
import { check, finite, inRange, show } from '../check.ts';
import { createRandom, type Random } from '../data/prng.ts';
import { RidgelineError } from '../errors.ts';

/** Values to try, by parameter. */
export type Grid = Readonly<Record<string, readonly unknown[]>>;
/** One set out of a grid. */
export type ParamsOfGrid<G extends Grid> = { readonly [K in keyof G]: G[K][number] };

/** What a parameter's values are drawn from. */
export interface Distribution<T> {
  readonly name: string;
  draw(random: Random): T;
}
/** Distributions by parameter. */
export type Samples = Readonly<Record<string, Distribution<unknown>>>;
/** One set out of samples. */
export type ParamsOfSamples<S extends Samples> = { readonly [K in keyof S]: S[K] extends Distribution<infer T> ? T : never };

function range(where: string, low: number, high: number): void {
  check(where, 'low', low, finite);
  check(where, 'high', high, finite);
  if (!(low < high)) throw new RidgelineError('ERR_OPTION', `${where}: expected low below high, got ${low} and ${high}`);
}

/** Every number in [low, high) is equally likely. */
export function uniform(low: number, high: number): Distribution<number> {
  range('distributions.uniform', low, high);
  return { name: 'uniform', draw: ({ random }) => low + (high - low) * random() };
}

/** The logarithm is equally likely everywhere: as many draws in [1e-4, 1e-3) as in [1e-3, 1e-2). For penalties and learning rates; 0 < low < high. */
export function logUniform(low: number, high: number): Distribution<number> {
  const where = 'distributions.logUniform';
  check(where, 'low', low, inRange('(0, inf)'));
  range(where, low, high);
  return { name: 'logUniform', draw: ({ random }) => Math.min(high, low * (high / low) ** random()) };
}

/** Every integer in [low, high], both included, is equally likely. */
export function integer(low: number, high: number): Distribution<number> {
  const where = 'distributions.integer';
  range(where, low, high);
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || high - low >= 2 ** 31)
    throw new RidgelineError('ERR_OPTION', `${where}: expected integers less than 2^31 apart, got ${low} and ${high}`);
  return { name: 'integer', draw: ({ below }) => low + below(high - low + 1) };
}

/** Each of the values is equally likely. */
export function choice<const T>(values: readonly T[]): Distribution<T> {
  if (!Array.isArray(values) || values.length === 0)
    throw new RidgelineError('ERR_OPTION', `distributions.choice: expected an array of values, got ${show(values)}`);
  return { name: 'choice', draw: ({ below }) => values[below(values.length)] };
}

/** What {@link sweep} draws samples from. */
export const distributions = { uniform, logUniform, integer, choice };

const isRecord = (v: unknown): v is Readonly<Record<string, unknown>> => typeof v === 'object' && v !== null && !Array.isArray(v);

/** All combinations; the last parameter changes fastest. */
export function combinations(where: string, grid: Grid): Record<string, unknown>[] {
  if (!isRecord(grid) || Object.keys(grid).length === 0)
    throw new RidgelineError('ERR_OPTION', `${where}: expected values by parameter for grid, { l2: [0, 1e-3] }, got ${show(grid)}`);
  let sets: Record<string, unknown>[] = [{}];
  for (const [name, values] of Object.entries(grid)) {
    if (!Array.isArray(values) || values.length === 0)
      throw new RidgelineError('ERR_OPTION', `${where}: expected an array of values for grid.${name}, got ${show(values)}`);
    sets = sets.flatMap((set) => values.map((value: unknown) => ({ ...set, [name]: value })));
  }
  return sets;
}

/** As many draws, which follow from the seed alone. */
export function drawn(where: string, samples: Samples, count: number, seed: number): Record<string, unknown>[] {
  if (!isRecord(samples) || Object.keys(samples).length === 0)
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected distributions by parameter for samples, { l2: distributions.logUniform(1e-6, 1e-2) }, got ${show(samples)}`,
    );
  for (const [name, distribution] of Object.entries(samples)) {
    if (typeof (distribution as Partial<Distribution<unknown>> | undefined)?.draw !== 'function')
      throw new RidgelineError('ERR_OPTION', `${where}: expected a distribution for samples.${name}, got ${show(distribution)}`);
  }
  const random = createRandom(seed);
  return Array.from({ length: count }, () =>
    Object.fromEntries(Object.entries(samples).map(([name, distribution]) => [name, distribution.draw(random)])),
  );
}

/** A set as messages and tables write it: { l2: 0.001, units: 16 }. */
export const showParams = (params: Readonly<Record<string, unknown>>): string =>
  `{ ${Object.entries(params)
    .map(([name, value]) => `${name}: ${showValue(value)}`)
    .join(', ')} }`;

/** Four digits of numbers that need more. */
export function showValue(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(4)));
  return typeof value === 'string' ? `'${value}'` : isRecord(value) || Array.isArray(value) ? show(value) : String(value);
}
