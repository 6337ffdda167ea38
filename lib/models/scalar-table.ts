/** The numbers of a job's steps, as its plan takes them. */
import type { Optimizer } from '../optimizers/define.ts';

/** Prediction without scalars is the request path: it shares one table. */
const noScalars = { scalars: new Float64Array(1), scalarSteps: 1 };

/** Scalars of one job alone, by step. */
export type StepScalars = Readonly<Record<string, (step: number) => number>>;

/** Where numbers come from: those that were set, and those that the optimizer tabulates. */
interface Numbers {
  readonly hyperparameters: ReadonlyMap<string, number>;
  readonly compiled?: { readonly optimizer: Optimizer } | undefined;
}

/**
 * The scalar table of `steps` steps from `first`: 8 bytes a slot, float32 in the low ones. `given` numbers of the optimizer win over all others;
 * `own` scalars, counted from 0, are those of one job alone.
 */
export function scalarTable(
  { hyperparameters, compiled }: Numbers,
  names: readonly string[],
  first: number,
  steps: number,
  given: Readonly<Record<string, number>> = {},
  own: StepScalars = {},
): { scalars: Float64Array; scalarSteps: number } {
  if (names.length === 0) return noScalars;
  const optimizer = compiled?.optimizer;
  const tabulated = optimizer ? new Set(Object.keys(optimizer.tabulate(0))) : new Set<string>();
  const varies = names.some((n) => tabulated.has(n) || n in own);
  const set = [...hyperparameters].filter(([n]) => optimizer && n in optimizer.numbers);
  const replaced = { ...Object.fromEntries(set), ...given };
  const count = varies ? steps : 1;
  const scalars = new Float64Array(Math.max(1, count * names.length));
  const view = new Float32Array(scalars.buffer);
  const fixed = names.map((name) => (name in own || tabulated.has(name) ? undefined : hyperparameters.get(name)));
  for (let s = 0; s < count; s++) {
    const row = varies && optimizer ? optimizer.tabulate(first + s, replaced) : {};
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      view[2 * (s * names.length + i)] = fixed[i] ?? own[name]?.(s) ?? row[name] ?? hyperparameters.get(name);
    }
  }
  return { scalars, scalarSteps: count };
}
