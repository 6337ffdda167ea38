/** The numbers of a job's steps, as its plan takes them. */
import type { Optimizer } from '../optimizers/define.ts';

/** Prediction without scalars is the request path: it shares one table. */
const noScalars = { scalars: new Float64Array(1), scalarSteps: 1 };

/** Scalars of one job alone, by step. */
export type StepScalars = Readonly<Record<string, (step: number) => number>>;

/** Numbers of steps, and of how many: the last ones serve all later steps. */
export interface ScalarTable {
  readonly scalars: Float64Array;
  readonly scalarSteps: number;
}

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
): ScalarTable {
  if (names.length === 0) return noScalars;
  const optimizer = compiled?.optimizer;
  const tabulated = optimizer ? Object.keys(optimizer.tabulate(0)) : [];
  // Where a name is among the optimizer's numbers, which have one order in every step.
  const places = names.map((name) => (name in own ? -1 : tabulated.indexOf(name)));
  const follows = places.some((place) => place >= 0);
  const count = follows || names.some((n) => n in own) ? steps : 1;
  const scalars = new Float64Array(Math.max(1, count * names.length));
  const view = new Float32Array(scalars.buffer);
  const width = 2 * names.length;
  for (const [i, name] of names.entries()) {
    if (places[i] >= 0) continue;
    const value = hyperparameters.get(name) ?? Number.NaN;
    for (let s = 0; s < count; s++) view[s * width + 2 * i] = name in own ? own[name](s) : value;
  }
  if (optimizer && follows) {
    const set = [...hyperparameters].filter(([n]) => n in optimizer.numbers);
    const replaced = { ...Object.fromEntries(set), ...given };
    for (let s = 0; s < count; s++) {
      // By place: looking a dozen names up in thousands of rows shows in the time of a training.
      const values = Object.values(optimizer.tabulate(first + s, replaced));
      for (let i = 0; i < places.length; i++) if (places[i] >= 0) view[s * width + 2 * i] = values[places[i]];
    }
  }
  return { scalars, scalarSteps: count };
}

/** A table that was made before its run, and what it follows from. */
export interface TableAhead extends ScalarTable {
  readonly names: readonly string[];
  readonly first: number;
  readonly steps: number;
  readonly optimizer: Optimizer;
  readonly hyperparameters: ReadonlyMap<string, number>;
}

/** The table of steps that are still far. undefined where a function of the user's gives the rate, which may follow what happens until then. */
export function tableAhead(numbers: Numbers, names: readonly string[], first: number, steps: number): TableAhead | undefined {
  const optimizer = numbers.compiled?.optimizer;
  if (!optimizer || typeof optimizer.common.learningRate === 'function') return undefined;
  const hyperparameters = new Map(numbers.hyperparameters);
  return { ...scalarTable(numbers, names, first, steps), names, first, steps, optimizer, hyperparameters };
}

/** Is it what {@link scalarTable} would make now? */
export function holds(
  table: TableAhead,
  { hyperparameters, compiled }: Numbers,
  names: readonly string[],
  first: number,
  steps: number,
): boolean {
  return (
    table.first === first &&
    table.steps === steps &&
    table.names === names &&
    table.optimizer === compiled?.optimizer &&
    table.hyperparameters.size === hyperparameters.size &&
    [...hyperparameters].every(([name, value]) => Object.is(table.hyperparameters.get(name), value))
  );
}
