/** Native algorithms as promises that can be stopped. */
import { anything, checkOptions, functionRule, optional, type Rule, show } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { loadNative } from '../runtime/native.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';

/** How far a fit is. */
export interface FitProgress {
  /** Rows, sweeps or steps that are done, as the estimator counts them. */
  readonly done: number;
  /** Of how many; 0 where that is not known. */
  readonly total: number;
  /** How good the state is: the duality gap, the gradient's norm; 0 for closed forms. */
  readonly value: number;
}

/** What stops and watches a piece of work off the JavaScript thread. */
export interface RunOptions {
  /** Aborting it ends the work between two blocks or sweeps; the promise rejects with ABORT_ERR. */
  readonly signal?: AbortSignal;
  /** Called every twentieth of a second at most. What it throws ends the work. */
  readonly onProgress?: (progress: FitProgress) => void;
}

/** What every `fit` takes besides x and y. */
export interface FitOptions extends RunOptions {
  /** Weights of rows [n], 0 or more; default 1 each. */
  readonly sampleWeight?: ArrayInput;
}

const abortSignal: Rule<AbortSignal> = {
  expected: 'an AbortSignal',
  invalid: 1,
  test: (v): v is AbortSignal => v instanceof AbortSignal,
};
const runRules = { signal: optional(abortSignal), onProgress: optional(functionRule as Rule<(progress: FitProgress) => void>) };

/** Checks options of a method without weights. */
export function checkRunOptions(where: string, options: unknown): asserts options is RunOptions {
  checkOptions<RunOptions>(where, options, runRules);
}

/** Checks options of `fit`; the weights themselves are checked by toWeights. */
export function checkFitOptions(where: string, options: unknown): asserts options is FitOptions {
  checkOptions<FitOptions>(where, options, { ...runRules, sampleWeight: anything as Rule<ArrayInput | undefined> });
}

/** What an algorithm of native/linear takes, in the order that its file says. */
export interface NativeProblem {
  readonly numbers: readonly number[];
  readonly inputs: readonly (Float64Array | Int32Array)[];
  /** Lengths of the arrays that it gives back. */
  readonly outputs: readonly number[];
}

/** Throws ABORT_ERR, with the signal's reason as its cause, once the signal has been aborted. */
export function throwIfAborted(where: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new RidgelineError('ABORT_ERR', `${where}: stopped by its AbortSignal`, { cause: signal.reason });
}

/** Runs a native algorithm off the JavaScript thread. Throws ABORT_ERR when stopped, ERR_MEMORY. `where` names the caller in messages. */
export async function runNative(
  where: string,
  name: string,
  problem: NativeProblem,
  { signal, onProgress }: RunOptions = {},
): Promise<Float64Array[]> {
  throwIfAborted(where, signal);
  const run = loadNative().solve(
    name,
    Float64Array.from(problem.numbers),
    problem.inputs,
    Float64Array.from(problem.outputs),
    onProgress ? (done, total, value) => onProgress({ done, total, value }) : null,
  );
  const stop = () => run.stop();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const results = await run.promise;
    if (results) return results;
    throwIfAborted(where, signal);
    throw new RidgelineError('ERR_INTERNAL', `${where}: ${name} stopped without being asked to (${show(signal)})`);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
