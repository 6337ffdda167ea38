/** The steps of a compiled model as pure graphs: train, evaluate, predict. */
import { gradients } from '../autodiff/transform.ts';
import type { Computation, StateBinding } from '../compiler/computation.ts';
import { RidgelineError, showShape } from '../errors.ts';
import type { Loss } from '../losses/define.ts';
import type { Metric } from '../metrics/define.ts';
import { add, div, mul } from '../ops/binary.ts';
import { cast, stopGradient } from '../ops/core.ts';
import { reshape } from '../ops/movement.ts';
import { sum } from '../ops/reduce.ts';
import { applyOptimizer } from '../optimizers/apply.ts';
import type { Optimizer } from '../optimizers/define.ts';
import { mix } from '../optimizers/mix.ts';
import type { ScalarSource } from '../regularizers/define.ts';
import type { TracedStep } from '../runtime/program.ts';
import { endOf, type StateLayout } from '../runtime/state-layout.ts';
import type { DType } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import { Graph, type Precision, type Tensor, tracing } from '../tensor/tensor.ts';
import { groupScalars, trainedOf, type WeightGroups } from './groups.ts';
import { forward, type Network, type ParameterInfo } from './network.ts';
import { slotName, viewName } from './optimizer-state.ts';
import { type ModelRegularizers, multiplierName } from './penalized.ts';

/** What compile() fixes. */
export interface CompiledNetwork {
  readonly network: Network;
  readonly optimizer: Optimizer;
  readonly loss: Loss;
  readonly metrics: readonly Metric[];
  readonly precision: Precision;
  /** Penalties of the whole model; they are among those of `parameters`. */
  readonly regularizers: ModelRegularizers;
  readonly parameters: readonly ParameterInfo[];
  readonly groups: WeightGroups;
  readonly layout: StateLayout;
}

/** The columns that a step reads, beside what compile() fixes. */
export interface Columns {
  readonly x: DType;
  /** Undefined in prediction. */
  readonly y?: { readonly shape: Shape; readonly dtype: DType };
  readonly sampleWeight?: boolean;
}

/** Value of a scalar that the model itself owns; undefined for those that the optimizer tabulates. */
export type DeclareScalar = (name: string, value: number) => void;

/** Running sums of a pass over data: names of float64 state entries. */
export function accumulatorNames(
  phase: 'train' | 'evaluate',
  metrics: readonly Metric[],
  sumsOf: ReadonlyMap<Metric, readonly string[]>,
): string[] {
  return [
    `${phase}/loss`,
    `${phase}/penalty`,
    `${phase}/rows`,
    `${phase}/weight`,
    ...metrics.flatMap((m) => (sumsOf.get(m) ?? []).map((s) => `${phase}/${m.name}/${s}`)),
  ];
}

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

  scalar(name: string, value: number): Tensor {
    this.#declare(name, value);
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

/** The loss, and the sums that it and the metrics need; `lossHere` gives it again, at other weights. */
export function objective(
  trace: StepTrace,
  model: CompiledNetwork,
  phase: 'train' | 'evaluate',
  rows: number,
  columns: Columns,
  x: Tensor,
) {
  const { graph } = trace;
  const y = graph.input('y', { shape: [rows, ...(columns.y?.shape ?? [])], dtype: columns.y?.dtype ?? 'float32' }, 'batch');
  const w = columns.sampleWeight ? graph.input('sampleWeight', { shape: [rows], dtype: 'float32' }, 'batch') : undefined;
  const ports = [x, y, ...(w ? [w] : [])].map((tensor) => ({ tensor, perRow: true }));
  const lossHere = () => lossOf(trace, model, rows, { x, y, w });
  const { dataLoss, total, smooth, penalty, output, activations } = lossHere();
  graph.withScope('metrics', () => {
    trace.accumulate(`${phase}/loss`, mul(dataLoss, rows));
    if (penalty) trace.accumulate(`${phase}/penalty`, mul(penalty, rows));
    trace.next.set(`${phase}/rows`, add(trace.state(`${phase}/rows`), rows));
    trace.next.set(`${phase}/weight`, add(trace.state(`${phase}/weight`), w ? cast(sum(w), 'float64') : rows));
    for (const m of model.metrics) {
      for (const [name, value] of Object.entries(m.sums(y, output))) {
        const flat = value.rank === 1 ? value : reshape(value, [rows]);
        trace.accumulate(`${phase}/${m.name}/${name}`, sum(w ? mul(flat, cast(w, flat.dtype)) : flat));
      }
    }
  });
  return { ports, total, smooth, output, activations, lossHere };
}

/** Loss at the weights as the trace reads them: of the data (mean over rows), penalty, and both. */
function lossOf(trace: StepTrace, model: CompiledNetwork, rows: number, { x, y, w }: { x: Tensor; y: Tensor; w: Tensor | undefined }) {
  const { graph } = trace;
  trace.penalties.length = 0;
  const { output, activations } = forward(model.network, graph, x, trace);
  return graph.withScope('loss', () => {
    const perRow = model.loss.perRow(y, output, (name, value) => trace.scalar(`loss/${name}`, value));
    if (perRow.rank > 1)
      throw new RidgelineError(
        'ERR_SHAPE',
        `loss: expected a value per row (shape [${rows}]) or one value, got shape ${showShape(perRow.shape)}`,
      );
    if (perRow.rank === 0 && w)
      throw new RidgelineError(
        'ERR_SHAPE',
        'loss: sampleWeight and classWeight need a loss that gives a value per row, this one gives one value for the batch',
      );
    const mean = perRow.rank === 0 ? perRow : div(sum(w ? mul(perRow, w) : perRow), rows);
    // Those that the optimizer applies after its step are part of the objective, but not of its gradient.
    const proximal: Tensor[] = [];
    for (const p of model.parameters) {
      if (p.role !== 'weight' || !p.regularizer) continue;
      const { regularizer, name } = p;
      const value = regularizer.penalty(trace.parameter(p), (s, number) => trace.scalar(`${name}/${s}`, number));
      (regularizer.proximal && p.trainable !== false ? proximal : trace.penalties).push(value);
    }
    const all = [...trace.penalties, ...proximal];
    const penalty = all.length > 0 ? all.reduce((a, b) => add(a, b)) : undefined;
    const smooth = [mean, ...trace.penalties, ...(trace.training ? multiplierTerms(trace, model) : [])].reduce((a, b) => add(a, b));
    return { dataLoss: mean, penalty, smooth, total: penalty ? add(mean, penalty) : mean, output, activations };
  });
}

/** The weights whose constraint has a multiplier, with it, and how far each is beyond its bound. */
function heldWeights(trace: StepTrace, model: CompiledNetwork) {
  return trainedOf(model).flatMap((p) => {
    const multiplier = p.constraint?.multiplier;
    if (!multiplier) return [];
    const scalar: ScalarSource = (s, value) => trace.scalar(`${p.name}/${s}`, value);
    const name = multiplierName(p.name);
    return [{ name, multiplier, scalar, alpha: trace.state(name), excess: multiplier.excess(trace.parameter(p), scalar) }];
  });
}

/** strength·excess of each weight that a multiplier holds. */
const multiplierTerms = (trace: StepTrace, model: CompiledNetwork): Tensor[] =>
  heldWeights(trace, model).map(({ multiplier, alpha, excess, scalar }) =>
    mul(stopGradient(multiplier.strength(alpha, excess, scalar)), excess),
  );

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
      (s, value) =>
        trace.scalar(`${name}/${s}`, value);
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
      groups: Object.fromEntries(trained.map((p) => [p.name, groupScalars(p.name, groups[p.name] ?? {}, (n, v) => trace.scalar(n, v))])),
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
  const x = graph.input('x', { shape: [rows, ...model.network.input.shape], dtype: columns.x }, 'batch');
  return tracing(graph, () => {
    const { ports, activations, lossHere, ...first } = objective(trace, model, 'train', rows, columns, x);
    const { found, guards } = gradientsOf(trace, model, first, lossHere);
    takeStep(trace, model, found);
    return { ...trace.finish(rows, ports, [], guards), activations };
  });
}

/** (state, batch) -> state with the evaluation sums moved on. */
export function traceEvaluate(model: CompiledNetwork, rows: number, columns: Columns, declare: DeclareScalar): TracedStep {
  const trace = new StepTrace(model, 'infer', declare);
  const { graph } = trace;
  const x = graph.input('x', { shape: [rows, ...model.network.input.shape], dtype: columns.x }, 'batch');
  return tracing(graph, () => {
    const { ports } = objective(trace, model, 'evaluate', rows, columns, x);
    return trace.finish(rows, ports, [], []);
  });
}

/** The scalar of a statistics step: the share of this batch in the average. */
export const statisticsShare = 'statistics/share';

/** (state, batch, scalars) -> state with the statistics of layers moved toward those of a batch, at the weights that evaluation uses. */
export function traceStatistics(model: CompiledNetwork, rows: number, columns: Columns, declare: DeclareScalar): TracedStep {
  const trace = new StepTrace(model, 'statistics', declare);
  const { graph } = trace;
  const x = graph.input('x', { shape: [rows, ...model.network.input.shape], dtype: columns.x }, 'batch');
  return tracing(graph, () => {
    forward(model.network, graph, x, trace);
    return trace.finish(rows, [{ tensor: x, perRow: true }], [], []);
  });
}

/** (state, batch) -> outputs; `stochastic`: with noise and dropout, as in training. */
export function tracePredict(
  model: Omit<CompiledNetwork, 'optimizer' | 'loss' | 'metrics' | 'regularizers'> & Partial<Pick<CompiledNetwork, 'optimizer'>>,
  rows: number,
  columns: Columns,
  declare: DeclareScalar,
  stochastic = false,
): TracedStep {
  const trace = new StepTrace(model as CompiledNetwork, 'infer', declare, stochastic);
  const { graph } = trace;
  const x = graph.input('x', { shape: [rows, ...model.network.input.shape], dtype: columns.x }, 'batch');
  return tracing(graph, () => {
    const { output } = forward(model.network, graph, x, trace);
    return trace.finish(rows, [{ tensor: x, perRow: true }], [{ tensor: cast(output, 'float32'), perRow: true }], []);
  });
}
