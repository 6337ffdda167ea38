/** compile(): a function on Tensors as a plan that runs natively. */
import { compileComputation, type Plan } from '../compiler/compile.ts';
import type { Computation } from '../compiler/computation.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { type DType, dtypes, newTypedArray } from '../tensor/dtype.ts';
import { type ArrayInput, NDArray, toNDArray } from '../tensor/ndarray.ts';
import { type Shape, sameShape, sizeOf } from '../tensor/shape.ts';
import { Graph, Tensor, type TensorSpec, tracing } from '../tensor/tensor.ts';
import { type Flat, flatten, type Tree } from '../tensor/tree.ts';
import { backend, checkIndices, type Executable, type Job, type JobResult } from './backend.ts';

/** An argument of a compiled function: a shape (float32), or shape and dtype. */
export type Spec = Shape | { readonly shape: Shape; readonly dtype?: DType };
/** The results of a compiled function: arrays in the structure that the function returned Tensors in. */
export type Results<R> = R extends Tensor ? NDArray : { [K in keyof R]: Results<R[K]> };

/** Largest number of bytes that one tensor may have. */
const maxBytes = 2 ** 40;

/** Shape and dtype of a spec; every size must be 1 or more. */
export function toSpec(where: string, name: string, spec: Spec): TensorSpec {
  const { shape, dtype = 'float32' } = Array.isArray(spec) ? { shape: spec as Shape } : (spec as { shape: Shape; dtype?: DType });
  if (!Array.isArray(shape) || !shape.every((d) => Number.isSafeInteger(d) && d > 0))
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected a shape of positive integers for ${name}, got ${Array.isArray(shape) ? showShape(shape) : String(shape)}`,
    );
  if (!dtypes.includes(dtype))
    throw new RidgelineError('ERR_DTYPE', `${where}: expected one of ${dtypes.join(', ')} as dtype of ${name}, got ${String(dtype)}`);
  if (sizeOf(shape) * 8 > maxBytes)
    throw new RidgelineError('ERR_MEMORY', `${where}: ${name} of shape ${showShape(shape)} is larger than ${maxBytes} bytes`);
  return { shape, dtype };
}

/** The value as a typed array of the spec's dtype and shape, or an error that names the argument. */
export function toColumn(where: string, name: string, value: ArrayInput, spec: TensorSpec): NDArray {
  const array = toNDArray(where, name, value, spec.dtype);
  if (!sameShape(array.shape, spec.shape))
    throw new RidgelineError('ERR_SHAPE', `${where}: expected shape ${showShape(spec.shape)} for ${name}, got ${showShape(array.shape)}`);
  return array;
}

/** A function compiled for given shapes. */
export interface CompiledFunction<R> {
  /** Runs on the calling thread (and the pool) and returns the results. */
  runSync(...args: ArrayInput[]): Results<R>;
  /** Runs off the JavaScript thread; arguments are copied in. */
  run(...args: ArrayInput[]): Promise<Results<R>>;
  /** The plan as a table: instruction, result, bytes, FLOPs, ops fused into it. */
  explain(): string;
  readonly plan: Plan;
}

const isTensor = (v: unknown): v is Tensor => v instanceof Tensor;

/** Traces fn on fresh inputs; returns the graph with its outputs, and the structure of the result. */
export function traceFunction(
  where: string,
  fn: (...args: Tensor[]) => unknown,
  specs: readonly TensorSpec[],
): { graph: Graph; inputs: Tensor[]; result: Flat<Tensor> } {
  const graph = new Graph();
  const inputs = specs.map((s, i) => graph.input(`arg${i}`, s));
  const value = tracing(graph, () => fn(...inputs));
  if (typeof value !== 'object' || value === null || value instanceof Promise)
    throw new RidgelineError(
      'ERR_GRAPH',
      `${where}: expected a function that returns Tensors, got ${value instanceof Promise ? 'a Promise' : String(value)}`,
    );
  const result = flatten(value as Tree<Tensor>, isLeaf);
  graph.outputs = result.leaves.map((t) => graph.adopt(where, t));
  return { graph, inputs, result };

  function isLeaf(v: unknown): v is Tensor {
    if (isTensor(v)) return true;
    if (typeof v === 'object' && v !== null && (Array.isArray(v) || Object.getPrototypeOf(v) === Object.prototype)) return false;
    throw new RidgelineError(
      'ERR_GRAPH',
      `${where}: expected a function that returns Tensors, got ${v === null ? 'null' : typeof v} among its results`,
    );
  }
}

/** A job of one step without batch, state or scalars. */
export function singleStep(columns: Job['columns'], outputs: JobModelOutputs): Job {
  return {
    threads: 0,
    columns,
    models: [{ ...blankRow, outputs }],
    progressMilliseconds: 0,
    watch: { offset: 0, bytes: 0 },
  };
}
type JobModelOutputs = Job['models'][number]['outputs'];
const blankRow = {
  state: null,
  snapshot: null,
  seed: [0, 0],
  sample: 0,
  step: 0,
  scalars: new Float64Array(0),
  scalarSteps: 1,
  indices: null,
  begin: 0,
  end: 1,
  batch: 1,
} as const;

/**
 * Compiles fn for arguments of the given shapes (float32) or specs; float64 runs natively too. The function is called once, with symbolic
 * Tensors; the plan can be run any number of times.
 *
 * @throws ERR_SHAPE, ERR_DTYPE for specs that cannot be; whatever an op inside fn throws; ERR_GRAPH when fn does not return Tensors.
 */
export function compile<A extends Tensor[], R>(fn: (...args: A) => R, specs: readonly Spec[]): CompiledFunction<R> {
  const checked = specs.map((s, i) => toSpec('compile', `argument ${i}`, s));
  const { graph, inputs, result } = traceFunction('compile', fn as unknown as (...args: Tensor[]) => unknown, checked);
  const computation: Computation = {
    graph,
    ports: inputs.map((tensor) => ({ tensor, perRow: false })),
    scalars: [],
    state: [],
    stateBytes: 0,
    outputs: graph.outputs.map((tensor) => ({ tensor, perRow: false })),
    guards: [],
    rows: 1,
  };
  const plan = compileComputation(computation);
  let executable: Executable | undefined;
  const prepareCall = (args: readonly ArrayInput[]) => {
    if (args.length !== checked.length)
      throw new RidgelineError(
        'ERR_SHAPE',
        `run: expected ${checked.length} argument${checked.length === 1 ? '' : 's'}, got ${args.length}`,
      );
    executable ??= backend().load(plan);
    const columns = args.map((a, i) => toColumn('run', `argument ${i}`, a, checked[i]).data);
    const outputs = plan.outputs.map((o) => newTypedArray(o.dtype, sizeOf(o.shape)));
    return { executable, job: singleStep(columns, outputs), outputs };
  };
  const finish = (done: JobResult, outputs: ReturnType<typeof newTypedArray>[]): Results<R> => {
    checkIndices('run', done.models[0]);
    return result.rebuild(outputs.map((data, i) => new NDArray(data, plan.outputs[i].shape))) as unknown as Results<R>;
  };
  return {
    plan,
    explain: () => plan.explain(),
    runSync: (...args) => {
      const call = prepareCall(args);
      return finish(call.executable.runSync(call.job), call.outputs);
    },
    run: async (...args) => {
      const call = prepareCall(args);
      return finish(await call.executable.run(call.job, null).promise, call.outputs);
    },
  };
}
