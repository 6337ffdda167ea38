/** A program: one state layout, and the plans that run over it, compiled when first needed. */
import { addRowPatches, compileComputation, type Plan } from '../compiler/compile.ts';
import type { Computation } from '../compiler/computation.ts';
import { signatureOf } from '../compiler/signature.ts';
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

/** Where row patches were looked for in vain. */
const unpatchable = new WeakSet<LoadedPlan>();
const serves = (known: LoadedPlan, partial: boolean): boolean => known.partial || !partial || unpatchable.has(known);

/** Plans that some program has, by backend and by signature or recipe: programs that compute the same share them, and the last to go takes them along. */
const shared = new WeakMap<Backend, Map<string, WeakRef<LoadedPlan>>>();
const forgotten = new FinalizationRegistry<() => void>((forget) => forget());

function sharedPlans(backend: Backend): Map<string, WeakRef<LoadedPlan>> {
  const plans = shared.get(backend) ?? new Map<string, WeakRef<LoadedPlan>>();
  shared.set(backend, plans);
  return plans;
}

function remember(plans: Map<string, WeakRef<LoadedPlan>>, text: string, plan: LoadedPlan): void {
  if (plans.get(text)?.deref() === plan) return;
  plans.set(text, new WeakRef(plan));
  forgotten.register(plan, () => {
    if (plans.get(text)?.deref() === undefined) plans.delete(text);
  });
}

/** What says, without a trace, which plan a step has. */
export interface Recipe {
  /** With kind and rows it fixes the graph; undefined: only the trace does. */
  text(): string | undefined;
  /** Are there values for these scalars? Some are found when a step is traced. */
  knows(scalarNames: readonly string[]): boolean;
}

/** The plans over one state layout. */
export class Program {
  readonly backend: Backend;
  readonly layout: StateLayout;
  /** By kind and rows: a key made of both would be a new string for every prediction. */
  readonly #plans = new Map<string, Map<number, LoadedPlan>>();

  constructor(backend: Backend, layout: StateLayout) {
    this.backend = backend;
    this.layout = layout;
  }

  /** Number of plans compiled so far. */
  get planCount(): number {
    return [...this.#plans.values()].reduce((count, plans) => count + plans.size, 0);
  }

  /**
   * The plan for `kind` (a name that fixes everything but the rows) at `rows` rows. With `partial` it also takes smaller row counts, unless
   * the step's structure forbids it: then `partial` is false in the result.
   */
  load(kind: string, rows: number, trace: (rows: number) => TracedStep, partial = false, recipe?: Recipe): LoadedPlan {
    const known = this.#plans.get(kind)?.get(rows);
    if (known && serves(known, partial)) return known;
    const own = this.#plans.get(kind) ?? new Map<number, LoadedPlan>();
    this.#plans.set(kind, own);
    const patching = partial && rows > 1;
    const plans = sharedPlans(this.backend);
    const text = recipe?.text();
    const same = text === undefined ? undefined : `recipe ${kind} ${rows} ${patching} ${text}`;
    const cooked = same === undefined ? undefined : plans.get(same)?.deref();
    if (cooked && recipe?.knows(cooked.scalarNames)) {
      own.set(rows, cooked);
      return cooked;
    }
    const traced = trace(rows);
    // What two functions make of one number of rows may be the same by chance.
    const signature = signatureOf(traced.computation) + (patching ? signatureOf(trace(rows + 1).computation) : '');
    const twin = plans.get(signature)?.deref();
    if (twin) {
      if (same !== undefined) remember(plans, same, twin);
      own.set(rows, twin);
      return twin;
    }
    const exact = known?.plan ?? compileComputation(traced.computation);
    const patched = patching ? addRowPatches(exact, (r) => trace(r).computation) : undefined;
    const plan = patched ?? exact;
    const executable = this.backend.load(plan, (r) => trace(r).computation);
    const loaded = { plan, executable, scalarNames: traced.scalarNames, rows, partial: rows === 1 || patched !== undefined };
    if (partial && !loaded.partial) unpatchable.add(loaded);
    own.set(rows, loaded);
    remember(plans, signature, loaded);
    if (same !== undefined) remember(plans, same, loaded);
    return loaded;
  }
}

/** Capacities for which plans are made when any row count may come: a few sizes serve all. */
export function sizeClass(rows: number, largest: number): number {
  let size = 1;
  while (size < rows && size < largest) size *= 4;
  return Math.min(size, largest);
}
