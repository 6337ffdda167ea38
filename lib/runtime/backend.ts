/** What runs plans: the native executor, or the reference interpreter when asked for. */
import type { Computation } from '../compiler/computation.ts';
import type { Plan } from '../compiler/compile.ts';
import { RidgelineError } from '../errors.ts';
import type { UniformSource } from '../random.ts';
import type { TypedArray } from '../tensor/dtype.ts';
import { nativeBackend } from './native-backend.ts';
import { referenceBackend } from './reference.ts';

/** Native memory behind a handle: 64-byte aligned, zeroed, out of the reach of JavaScript while a run uses it. */
export type Slab = object;

/** One model's row of a job; docs/plan.md describes each field. */
export interface JobModel {
  readonly state: Slab | null;
  readonly snapshot: Slab | null;
  readonly seed: readonly [number, number];
  readonly sample: number;
  readonly step: number;
  readonly scalars: Float64Array;
  readonly scalarSteps: number;
  readonly indices: Int32Array | null;
  readonly begin: number;
  readonly end: number;
  readonly batch: number;
  readonly outputs: readonly (TypedArray | null)[];
  /** In the place of the job's. */
  readonly columns?: readonly (Slab | TypedArray)[];
  /** Which elements of the first column's rows, which have `of`, it reads; none: all. */
  readonly features?: Features;
  /** Several passes over the rows, each with its own part of the indices, which are as many parts of one length; none: one. */
  readonly passes?: Passes;
}

/** Passes of a job over the same rows. */
export interface Passes {
  readonly count: number;
  /** Receives what is watched of the state after each pass but the last; it is 0 when the next begins. */
  readonly sums: Float64Array;
}

/** Some elements of rows that have `of`. */
export interface Features {
  readonly list: Int32Array;
  readonly of: number;
}

/** One plan over one or more models. */
export interface Job {
  readonly threads: number;
  readonly columns: readonly (Slab | TypedArray)[];
  readonly models: readonly JobModel[];
  readonly progressMilliseconds: number;
  readonly watch: { readonly offset: number; readonly bytes: number };
}

/** How one model of a job ended. */
export interface ModelResult {
  readonly steps: number;
  readonly rows: number;
  readonly status: 'done' | 'stopped' | 'guard' | 'index';
  readonly id: number;
  readonly instruction: number;
  readonly detail: number;
}
/** How a job ended, model by model. */
export interface JobResult {
  readonly models: readonly ModelResult[];
}

/** Called about every `progressMilliseconds`, with the watched bytes of the state. */
export type Progress = (model: number, steps: number, rows: number, watched: Uint8Array) => void;

/** Runs that share some threads, and begin in the order in which they were started, without a word from JavaScript. */
export type RunQueue = object;

/** A job that is on. */
export interface Run {
  readonly promise: Promise<JobResult>;
  /** Stops one model, or all, after the step that is running. */
  stop(model?: number): void;
}

/** A job of one model to be run many times, over arrays of its own: the caller fills columns and scalars before each run, and reads the outputs after it. */
export interface PreparedJob {
  readonly columns: readonly TypedArray[];
  readonly scalars: Float64Array;
  readonly outputs: readonly TypedArray[];
  /** On the calling thread. */
  run(): ModelResult;
}

/** A plan made ready to run. */
export interface Executable {
  runSync(job: Job): JobResult;
  /** Of a job with one model, whose columns and outputs are typed arrays and say what types and lengths are wanted; it has no index list, no features and one pass. */
  prepare(job: Job): PreparedJob;
  /** In a queue it takes as many of its threads as the job has, or all. */
  run(job: Job, onProgress: Progress | null, queue?: RunQueue): Run;
}

/** What can hold state and run plans. */
export interface Backend {
  readonly name: 'native' | 'reference';
  createSlab(bytes: number): Slab;
  /** Gives the memory back before the garbage collector would; the slab is not used again. */
  free(slab: Slab): void;
  read(slab: Slab, offset: number, target: TypedArray): void;
  write(slab: Slab, offset: number, source: TypedArray): void;
  copy(target: Slab, targetOffset: number, source: Slab, sourceOffset: number, bytes: number): void;
  /** philoxUniforms of lib/random.ts, bit for bit, from element 0 on. */
  uniforms: UniformSource;
  createQueue(threads: number): RunQueue;
  /** `retrace` gives the computation for another row count, where the plan has a batch. */
  load(plan: Plan, retrace?: (rows: number) => Computation): Executable;
}

let chosen: Backend | undefined;

/** The backend of this process: native, or the interpreter if RIDGELINE_BACKEND=reference. */
export function backend(): Backend {
  if (!chosen) {
    const name = process.env.RIDGELINE_BACKEND ?? 'native';
    if (name !== 'native' && name !== 'reference')
      throw new RidgelineError('ERR_OPTION', `RIDGELINE_BACKEND: expected 'native' or 'reference', got '${name}'`);
    chosen = name === 'reference' ? referenceBackend() : nativeBackend();
  }
  return chosen;
}

/** Throws for a model that stopped because an index was outside its table; docs/plan.md, "A job". */
export function checkIndices(where: string, result: ModelResult): void {
  if (result.status === 'index')
    throw new RidgelineError(
      'ERR_INDEX',
      `${where}: an index at position ${result.detail} is outside its table (instruction ${result.instruction}, step ${result.steps})`,
    );
}
