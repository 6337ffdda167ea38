/** Which parameter set is picked, from means and standard errors over folds. */
import { RidgelineError } from '../errors.ts';
import { showValue } from './parameters.ts';

/** A value over folds. */
export interface Summary {
  readonly mean: number;
  /** Standard deviation over folds (dividing by folds - 1), divided by the root of their number; NaN with one fold. */
  readonly standardError: number;
  /** Fold by fold; NaN where training failed. */
  readonly values: readonly number[];
}

export function summarize(values: readonly number[]): Summary {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const squares = values.reduce((a, b) => a + (b - mean) ** 2, 0);
  return { mean, standardError: n > 1 ? Math.sqrt(squares / (n - 1) / n) : NaN, values };
}

/** Which end of a parameter regularizes most. */
export type Direction = 'largest' | 'smallest';

/** What is picked from. */
export interface Candidate {
  readonly params: Readonly<Record<string, unknown>>;
  readonly score: Summary;
}

/** The place of the best mean; `sign` is 1 where less is better, else -1. Sets without a finite mean do not count; -1 where there is none. */
export function bestOf(candidates: readonly Candidate[], sign: 1 | -1): number {
  let best = -1;
  candidates.forEach(({ score }, i) => {
    if (Number.isFinite(score.mean) && (best < 0 || sign * score.mean < sign * candidates[best].score.mean)) best = i;
  });
  return best;
}

/**
 * The place of the most regularized set whose mean is within one standard error (of the best set) of the best mean: Breiman, Friedman, Olshen, Stone
 * 1984, 3.4.3; glmnet's lambda.1se. Parameters count in the order of `simplest`; between equals the better mean wins.
 */
export function withinOneStandardError(
  candidates: readonly Candidate[],
  sign: 1 | -1,
  simplest: readonly (readonly [string, Direction])[],
): number {
  const best = bestOf(candidates, sign);
  if (best < 0) return best;
  const { mean, standardError } = candidates[best].score;
  const limit = sign * mean + standardError;
  const order = (a: Candidate, b: Candidate): number => {
    for (const [name, direction] of simplest) {
      const difference = (a.params[name] as number) - (b.params[name] as number);
      if (difference !== 0) return direction === 'largest' ? -difference : difference;
    }
    return sign * (a.score.mean - b.score.mean);
  };
  const near = candidates.map((_, i) => i).filter((i) => sign * candidates[i].score.mean <= limit);
  return near.reduce((a, b) => (order(candidates[b], candidates[a]) < 0 ? b : a), best);
}

/** Penalties, decays, noise and dropout: more of them regularizes more. */
const more = /^(.*[a-z])?(l1|l2|lambda|alpha|decay|penalty|dropout|dropConnect|noise|stddev|smoothing)$/i;
const rates = /^(dropout|drop|input|hidden|noise)?rate$/i;
/** Scikit-learn's C, sizes, bounds and lengths of training: less of them does. */
const less = /^(c|units|hidden|width|depth|layers|neurons|radius|maxNorm|epochs)$/i;

const directionOf = (name: string): Direction | undefined =>
  more.test(name) || rates.test(name) ? 'largest' : less.test(name) ? 'smallest' : undefined;

/** The directions that the user gives or, for parameters with names that tell, the usual ones. */
export function directions(
  where: string,
  sets: readonly Readonly<Record<string, unknown>>[],
  given: Readonly<Record<string, Direction | undefined>> | undefined,
): (readonly [string, Direction])[] {
  const names = Object.keys(sets[0]);
  const unknown = Object.entries(given ?? {}).find(([name, d]) => !names.includes(name) || (d !== 'largest' && d !== 'smallest'));
  if (unknown)
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected simplest to say 'largest' or 'smallest' for parameters (${names.join(', ')}), got ${unknown[0]}: ${showValue(unknown[1])}`,
    );
  const found = given
    ? Object.entries(given).flatMap(([name, d]) => (d ? [[name, d] as const] : []))
    : names.flatMap((name) => {
        const d = directionOf(name);
        return d && sets.every((s) => typeof s[name] === 'number') ? [[name, d] as const] : [];
      });
  if (found.length === 0)
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: the one-standard-error rule picks the most regularized set, and no name of ${names.join(', ')} tells which one that is: pass simplest, as in { ${names[0]}: 'largest' }`,
    );
  const odd = found.find(([name]) => sets.some((s) => typeof s[name] !== 'number'));
  if (odd) throw new RidgelineError('ERR_OPTION', `${where}: expected numbers for ${odd[0]}, which simplest orders`);
  return found;
}
