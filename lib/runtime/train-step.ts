/** trainStep(): own training loops over a pure step function. */
import { check } from '../check.ts';
import { compileComputation, type Plan } from '../compiler/compile.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { newTypedArray } from '../tensor/dtype.ts';
import { type ArrayInput, NDArray, toNDArray } from '../tensor/ndarray.ts';
import { sameShape, sizeOf } from '../tensor/shape.ts';
import { precisionRule } from '../tensor/precision.ts';
import { Graph, type Precision, Tensor, tracing } from '../tensor/tensor.ts';
import { backend, checkIndices, type JobResult } from './backend.ts';
import { type Spec, toColumn, toSpec } from './function.ts';
import { layoutState, readEntry, writeEntry } from './state-layout.ts';

/** What {@link trainStep} takes. */
export interface TrainStepOptions<S extends string, I extends string, O extends string> {
  /** Initial values by name; they fix shapes and dtypes. Integers that should train as floats must be given as float arrays. */
  readonly state: Readonly<Record<S, ArrayInput>>;
  /** Specs of what each step is given. */
  readonly inputs: Readonly<Record<I, Spec>>;
  /** (state, batch) -> next state and outputs. Entries that are left out of the next state keep their value. */
  readonly update: (
    state: Readonly<Record<S, Tensor>>,
    batch: Readonly<Record<I, Tensor>>,
  ) => { readonly state: Partial<Readonly<Record<S, Tensor>>>; readonly outputs: Readonly<Record<O, Tensor>> };
  /** Seed of the random ops; default 0. The step counter moves on with each run. */
  readonly seed?: number;
  /** 'bfloat16': matrix products round their float32 operands to bfloat16 and add up in float32; default 'float32'. */
  readonly precision?: Precision;
}

/** A compiled step with a state of its own. */
export interface TrainStep<S extends string, I extends string, O extends string> {
  /** Runs one step and returns its outputs; the new state is kept. */
  runSync(batch: Readonly<Record<I, ArrayInput>>): Record<O, NDArray>;
  /** The same, off the JavaScript thread. ERR_BUSY while another step is on. */
  run(batch: Readonly<Record<I, ArrayInput>>): Promise<Record<O, NDArray>>;
  /** A copy of the state. */
  getState(): Record<S, NDArray>;
  /** Writes some or all entries. */
  setState(values: Partial<Readonly<Record<S, ArrayInput>>>): void;
  readonly step: number;
  readonly plan: Plan;
  explain(): string;
}

/**
 * Compiles a pure step (state, batch) -> (state', outputs). The state lives natively between steps.
 * @throws ERR_SHAPE when the next state differs from the state in shape or dtype, or names an entry that does not exist; ERR_OPTION for a
 * precision that there is not.
 */
export function trainStep<S extends string, I extends string, O extends string>(options: TrainStepOptions<S, I, O>): TrainStep<S, I, O> {
  const b = backend();
  const initial = Object.entries<ArrayInput>(options.state).map(([name, v]) => ({
    name,
    value: toNDArray('trainStep', `state.${name}`, v),
  }));
  const layout = layoutState(initial.map(({ name, value }) => ({ name, shape: value.shape, dtype: value.dtype })));
  const specs = Object.entries<Spec>(options.inputs).map(([name, s]) => ({ name, spec: toSpec('trainStep', `inputs.${name}`, s) }));

  if (options.precision !== undefined) check('trainStep', 'precision', options.precision, precisionRule);
  const graph = new Graph(undefined, options.precision);
  const ports = specs.map(({ name, spec }) => ({ name, tensor: graph.input(name, spec, 'batch') }));
  const olds = [...layout.entries.values()].map((entry) => ({ entry, input: graph.input(entry.name, entry, 'state') }));
  const result = tracing(graph, () =>
    options.update(
      Object.fromEntries(olds.map((o) => [o.entry.name, o.input])) as Record<S, Tensor>,
      Object.fromEntries(ports.map((p) => [p.name, p.tensor])) as Record<I, Tensor>,
    ),
  );
  const next = new Map(Object.entries<Tensor | undefined>(result.state));
  for (const [name, t] of next) {
    const entry = layout.entries.get(name);
    if (!entry)
      throw new RidgelineError(
        'ERR_SHAPE',
        `trainStep: update returned the state '${name}', which is not among ${[...layout.entries.keys()].join(', ')}`,
      );
    if (!(t instanceof Tensor) || !sameShape(t.shape, entry.shape) || t.dtype !== entry.dtype)
      throw new RidgelineError(
        'ERR_SHAPE',
        `trainStep: state '${name}' is ${entry.dtype} ${showShape(entry.shape)} and comes back as ${String(t)}`,
      );
  }
  const outputNames = Object.keys(result.outputs) as O[];
  const plan = compileComputation({
    graph,
    ports: ports.map(({ tensor }) => ({ tensor, perRow: false })),
    scalars: [],
    state: olds.map(({ entry, input }) => ({
      offset: entry.offset,
      input,
      next: next.get(entry.name) && graph.adopt('trainStep', next.get(entry.name) as Tensor),
    })),
    stateBytes: layout.bytes,
    outputs: outputNames.map((name) => ({ tensor: graph.adopt('trainStep', result.outputs[name]), perRow: false })),
    guards: [],
    rows: 1,
  });
  const executable = b.load(plan);
  const slab = b.createSlab(layout.bytes);
  for (const { name, value } of initial) writeEntry('trainStep', b, slab, layout.entries.get(name) as never, value);
  const seed = options.seed ?? 0;
  let step = 0;
  let busy = false;

  const begin = (batch: Readonly<Record<I, ArrayInput>>) => {
    if (busy) throw new RidgelineError('ERR_BUSY', 'trainStep: a step is running; await it first');
    for (const name of Object.keys(batch)) {
      if (!specs.some((s) => s.name === name))
        throw new RidgelineError('ERR_SHAPE', `trainStep: unknown input '${name}'; inputs: ${specs.map((s) => s.name).join(', ')}`);
    }
    const columns = specs.map(({ name, spec }) => toColumn('trainStep', `inputs.${name}`, batch[name as I], spec).data);
    const outputs = plan.outputs.map((o) => newTypedArray(o.dtype, sizeOf(o.shape)));
    const row = {
      state: slab,
      snapshot: null,
      seed: [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0] as const,
      sample: 0,
      step,
      scalars: new Float64Array(0),
      scalarSteps: 1,
      indices: null,
      begin: 0,
      end: 1,
      batch: 1,
      outputs,
    };
    return { outputs, job: { threads: 0, columns, models: [row], progressMilliseconds: 0, watch: { offset: 0, bytes: 0 } } };
  };
  const finish = (done: JobResult, outputs: ReturnType<typeof newTypedArray>[]) => {
    checkIndices('trainStep', done.models[0]);
    step++;
    return Object.fromEntries(outputNames.map((name, i) => [name, new NDArray(outputs[i], plan.outputs[i].shape)])) as Record<O, NDArray>;
  };
  return {
    get step() {
      return step;
    },
    plan,
    explain: () => plan.explain(),
    runSync(batch) {
      const { outputs, job } = begin(batch);
      return finish(executable.runSync(job), outputs);
    },
    async run(batch) {
      const { outputs, job } = begin(batch);
      busy = true;
      try {
        return finish(await executable.run(job, null).promise, outputs);
      } finally {
        busy = false;
      }
    },
    getState() {
      if (busy) throw new RidgelineError('ERR_BUSY', 'trainStep: a step is running; await it first');
      return Object.fromEntries([...layout.entries.values()].map((e) => [e.name, readEntry(b, slab, e)])) as Record<S, NDArray>;
    },
    setState(values) {
      if (busy) throw new RidgelineError('ERR_BUSY', 'trainStep: a step is running; await it first');
      for (const [name, value] of Object.entries<ArrayInput | undefined>(values)) {
        const entry = layout.entries.get(name);
        if (!entry)
          throw new RidgelineError('ERR_SHAPE', `trainStep: unknown state '${name}'; states: ${[...layout.entries.keys()].join(', ')}`);
        if (value !== undefined) writeEntry('trainStep', b, slab, entry, toNDArray('trainStep', name, value, entry.dtype));
      }
    },
  };
}
