/** The steps of a compiled model as pure graphs: train, evaluate, predict. */
import { gradients } from '../autodiff/transform.ts';
import type { Rule } from '../check.ts';
import type { Computation, StateBinding } from '../compiler/computation.ts';
import { RidgelineError } from '../errors.ts';
import { add } from '../ops/binary.ts';
import { cast } from '../ops/core.ts';
import { applyOptimizer } from '../optimizers/apply.ts';
import type { Optimizer } from '../optimizers/define.ts';
import { mix } from '../optimizers/mix.ts';
import type { ScalarSource } from '../regularizers/define.ts';
import type { TracedStep } from '../runtime/program.ts';
import { endOf, type StateLayout } from '../runtime/state-layout.ts';
import { Graph, type Precision, type Tensor, tracing } from '../tensor/tensor.ts';
import { groupScalars, trainedOf, type WeightGroups } from './groups.ts';
import { forward, type Network, type ParameterInfo } from './network.ts';
import { batchInputs, type Columns, perRow } from './columns.ts';
import { heldWeights, objective } from './objective.ts';
import { slotName, viewName } from './optimizer-state.ts';
import type { CompiledOutput } from './outputs.ts';
import type { ModelRegularizers } from './penalized.ts';

/** What compile() fixes. */
export interface CompiledNetwork {
  readonly network: Network;
  readonly optimizer: Optimizer;
  /** In the order of the network's. */
  readonly outputs: readonly CompiledOutput[];
  readonly precision: Precision;
  /** Penalties of the whole model; they are among those of `parameters`. */
  readonly regularizers: ModelRegularizers;
  readonly parameters: readonly ParameterInfo[];
  readonly groups: WeightGroups;
  readonly layout: StateLayout;
}

/** Value of a scalar that the model itself owns; undefined for those that the optimizer tabulates. */
export type DeclareScalar = (name: string, value: number, rule: Rule<number>) => void;

/** A trace in progress: inputs by name, state reads and writes, scalars. */
export class StepTrace {
  readonly graph: Graph;
  readonly scalarNames: string[] = [];
  readonly scalars: Tensor[] = [];
  readonly penalties: Tensor[] = [];
  readonly next = new Map<string, Tensor>();
  readonly stochastic: boolean;
  readonly #mode: 'train' | 'infer' | 'statistics';
  readonly #reads = new Map<string, Tensor>();
  readonly #model: CompiledNetwork;
  readonly #declare: DeclareScalar;
  #elsewhere: Readonly<Record<string, Tensor>> | undefined;

  constructor(model: CompiledNetwork, mode: 'train' | 'infer' | 'statistics', declare: DeclareScalar, stochastic = mode !== 'infer') {
    this.#model = model;
    this.graph = new Graph(undefined, model.precision);
    this.#mode = mode;
    this.stochastic = stochastic;
    this.#declare = declare;
  }

  state(name: string): Tensor {
    let t = this.#reads.get(name);
    if (!t) {
      const entry = this.#model.layout.entries.get(name);
      if (!entry) throw new RidgelineError('ERR_INTERNAL', `no state is called ${name}`);
      t = this.graph.input(name, entry, 'state');
      this.#reads.set(name, t);
    }
    return t;
  }

  get training(): boolean {
    return this.#mode !== 'infer';
  }

  /** What `fn` traces with other weights, and nothing but that: statistics that layers update are left as they are. */
  at<T>(weights: Readonly<Record<string, Tensor>>, fn: () => T): T {
    this.#elsewhere = weights;
    try {
      return fn();
    } finally {
      this.#elsewhere = undefined;
    }
  }

  parameter(info: ParameterInfo): Tensor {
    return this.#elsewhere?.[info.name] ?? this.state(this.#mode === 'train' ? info.name : viewName(this.#model, info));
  }

  scalar(name: string, value: number, rule: Rule<number>): Tensor {
    this.#declare(name, value, rule);
    return this.namedScalar(name);
  }

  namedScalar(name: string): Tensor {
    const at = this.scalarNames.indexOf(name);
    if (at >= 0) return this.scalars[at];
    const t = this.graph.input(name, { shape: [], dtype: 'float32' }, 'scalar');
    this.scalarNames.push(name);
    this.scalars.push(t);
    return t;
  }

  penalty(_name: string, value: Tensor): void {
    this.penalties.push(value);
  }

  update(name: string, value: Tensor, observed: Tensor | undefined): void {
    if (this.#mode === 'train' && !this.#elsewhere) this.next.set(name, value);
    if (this.#mode === 'statistics' && observed) this.next.set(name, mix(this.state(name), observed, this.namedScalar(statisticsShare)));
  }

  /** state[name] += value, in float64. */
  accumulate(name: string, value: Tensor): void {
    this.next.set(name, add(this.state(name), cast(value, 'float64')));
  }

  finish(rows: number, ports: Computation['ports'], outputs: Computation['outputs'], guards: readonly Tensor[]): TracedStep {
    const { layout } = this.#model;
    const names = new Set([...this.#reads.keys(), ...this.next.keys()]);
    const used = [...layout.entries.values()].filter((e) => names.has(e.name));
    const state: StateBinding[] = used.map((e) => ({ offset: e.offset, input: this.#reads.get(e.name), next: this.next.get(e.name) }));
    // No more than the step uses: the copies of a state that predictions and evaluations read end before the optimizer's part.
    const stateBytes = Math.max(0, ...used.map(endOf));
    const computation = { graph: this.graph, ports, scalars: this.scalars, state, stateBytes, outputs, guards, rows };
    return { computation, scalarNames: this.scalarNames };
  }
}

const optimizerScalars = (trace: StepTrace, optimizer: Optimizer): Record<string, Tensor> =>
  Object.fromEntries(Object.keys(optimizer.tabulate(0)).map((name) => [name, trace.namedScalar(name)]));

/** What is minimized, and what of it is differentiated: all but the penalties that the optimizer applies after its step. */
interface TracedLoss {
  readonly total: Tensor;
  readonly smooth: Tensor;
}

/** Gradients of the loss by weight name, where the optimizer wants them taken, and what must be finite for them. */
export function gradientsOf(trace: StepTrace, model: CompiledNetwork, first: TracedLoss, lossHere: () => TracedLoss) {
  const trained = trainedOf(model);
  const by = (loss: Tensor, weights: Readonly<Record<string, Tensor>>) => {
    const list = gradients(
      'fit',
      loss,
      trained.map((p) => weights[p.name]),
    );
    return Object.fromEntries(trained.map((p, i) => [p.name, list[i]]));
  };
  const weights = Object.fromEntries(trained.map((p) => [p.name, trace.state(p.name)]));
  const found = by(first.smooth, weights);
  const { optimizer } = model;
  const elsewhere = optimizer.probe?.({ weights, gradients: found, scalars: optimizerScalars(trace, optimizer) });
  if (!elsewhere) return { found, guards: [first.total] };
  const second = trace.at(elsewhere, lossHere);
  return { found: by(second.smooth, elsewhere), guards: [first.total, second.total] };
}

/** The optimizer's step with these gradients: new weights and slots. */
export function takeStep(trace: StepTrace, model: CompiledNetwork, found: Readonly<Record<string, Tensor>>): void {
  const { optimizer, groups } = model;
  const trained = trainedOf(model);
  trace.graph.withScope('optimizer', () => {
    const scalarsOf =
      (name: string): ScalarSource =>
      (s, value, rule) =>
        trace.scalar(`${name}/${s}`, value, rule);
    const project = ({ name, constraint }: ParameterInfo) =>
      constraint?.project && ((w: Tensor) => constraint.project?.(w, scalarsOf(name)) ?? w);
    const shrink = ({ name, regularizer }: ParameterInfo) =>
      regularizer?.proximal && ((w: Tensor, step: Tensor) => regularizer.proximal?.(w, step, scalarsOf(name)) ?? w);
    const slotsOf = (p: ParameterInfo) =>
      Object.fromEntries(Object.keys(optimizer.slotsOf(p)).map((s) => [s, trace.state(slotName(s, p.name))]));
    const result = applyOptimizer(optimizer, {
      weights: Object.fromEntries(trained.map((p) => [p.name, trace.state(p.name)])),
      gradients: found,
      slots: Object.fromEntries(trained.map((p) => [p.name, slotsOf(p)])),
      scalars: optimizerScalars(trace, optimizer),
      proximals: Object.fromEntries(trained.map((p) => [p.name, shrink(p)])),
      projections: Object.fromEntries(trained.map((p) => [p.name, project(p)])),
      groups: Object.fromEntries(
        trained.map((p) => [p.name, groupScalars(p.name, groups[p.name] ?? {}, (n, v, rule) => trace.scalar(n, v, rule))]),
      ),
    });
    for (const { name, multiplier, alpha, excess, scalar } of heldWeights(trace, model)) {
      trace.next.set(name, multiplier.next(alpha, excess, scalar));
    }
    for (const p of trained) {
      trace.next.set(p.name, result.weights[p.name]);
      for (const [slot, value] of Object.entries(result.slots[p.name])) trace.next.set(slotName(slot, p.name), value);
    }
  });
}

/** (state, batch, scalars) -> state with one optimizer step taken. The loss is guarded. */
export function traceTrain(
  model: CompiledNetwork,
  rows: number,
  columns: Columns,
  declare: DeclareScalar,
): TracedStep & { readonly activations: readonly { name: string; tensor: Tensor }[] } {
  const trace = new StepTrace(model, 'train', declare);
  const { graph } = trace;
  return tracing(graph, () => {
    const { ports, activations, lossHere, ...first } = objective(trace, model, 'train', rows, columns);
    const { found, guards } = gradientsOf(trace, model, first, lossHere);
    takeStep(trace, model, found);
    return { ...trace.finish(rows, ports, [], guards), activations };
  });
}

/** (state, batch) -> state with the evaluation sums moved on. */
export function traceEvaluate(model: CompiledNetwork, rows: number, columns: Columns, declare: DeclareScalar): TracedStep {
  const trace = new StepTrace(model, 'infer', declare);
  return tracing(trace.graph, () => {
    const { ports } = objective(trace, model, 'evaluate', rows, columns);
    return trace.finish(rows, ports, [], []);
  });
}

/** The scalar of a statistics step: the share of this batch in the average. */
export const statisticsShare = 'statistics/share';

/** (state, batch, scalars) -> state with the statistics of layers moved toward those of a batch, at the weights that evaluation uses. */
export function traceStatistics(model: CompiledNetwork, rows: number, columns: Columns, declare: DeclareScalar): TracedStep {
  const trace = new StepTrace(model, 'statistics', declare);
  const { graph } = trace;
  return tracing(graph, () => {
    const xs = batchInputs(graph, model.network, rows, columns.x);
    forward(model.network, graph, xs, trace);
    return trace.finish(rows, perRow(xs), [], []);
  });
}

/** (state, batch) -> outputs; `stochastic`: with noise and dropout, as in training. */
export function tracePredict(
  model: Omit<CompiledNetwork, 'optimizer' | 'outputs' | 'regularizers'> & Partial<Pick<CompiledNetwork, 'optimizer'>>,
  rows: number,
  columns: Columns,
  declare: DeclareScalar,
  stochastic = false,
): TracedStep {
  const trace = new StepTrace(model as CompiledNetwork, 'infer', declare, stochastic);
  const { graph } = trace;
  return tracing(graph, () => {
    const xs = batchInputs(graph, model.network, rows, columns.x);
    const { outputs } = forward(model.network, graph, xs, trace);
    return trace.finish(rows, perRow(xs), perRow(outputs.map((t) => cast(t, 'float32'))), []);
  });
}
