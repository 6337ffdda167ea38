/** A program: one state layout, and the plans that run over it, compiled when first needed. */
import { addRowPatches, compileComputation, type Plan } from '../compiler/compile.ts';
import type { Computation } from '../compiler/computation.ts';
import type { Backend, Executable } from './backend.ts';
import type { StateLayout } from './state-layout.ts';

/** A computation for a given number of rows, and the names of its scalars in slot order. */
export interface TracedStep {
  readonly computation: Computation;
  readonly scalarNames: readonly string[];
}

/** A plan ready to run with any number of rows up to its capacity, or with exactly `rows`. */
export interface LoadedPlan {
  readonly plan: Plan;
  readonly executable: Executable;
  readonly scalarNames: readonly string[];
  readonly rows: number;
  /** Does it also run with fewer rows? */
  readonly partial: boolean;
}

/** The plans over one state layout. */
export class Program {
  readonly backend: Backend;
  readonly layout: StateLayout;
  readonly #plans = new Map<string, LoadedPlan>();

  constructor(backend: Backend, layout: StateLayout) {
    this.backend = backend;
    this.layout = layout;
  }

  /** Number of plans compiled so far. */
  get planCount(): number {
    return this.#plans.size;
  }

  /**
   * The plan for `kind` (a name that fixes everything but the rows) at `rows` rows. With `partial` it also takes smaller row counts, unless
   * the step's structure forbids it: then `partial` is false in the result.
   */
  load(kind: string, rows: number, trace: (rows: number) => TracedStep, partial = false): LoadedPlan {
    const key = `${kind}/${rows}`;
    const known = this.#plans.get(key);
    if (known && (known.partial || !partial)) return known;
    const traced = trace(rows);
    const exact = known?.plan ?? compileComputation(traced.computation);
    const patched = partial && rows > 1 ? addRowPatches(exact, (r) => trace(r).computation) : undefined;
    const plan = patched ?? exact;
    const retrace = (r: number) => trace(r).computation;
    const loaded = {
      plan,
      executable: this.backend.load(plan, retrace),
      scalarNames: traced.scalarNames,
      rows,
      partial: rows === 1 || patched !== undefined,
    };
    this.#plans.set(key, loaded);
    return loaded;
  }
}

/** Capacities for which plans are made when any row count may come: a few sizes serve all. */
export function sizeClass(rows: number, largest: number): number {
  let size = 1;
  while (size < rows && size < largest) size *= 4;
  return Math.min(size, largest);
}
