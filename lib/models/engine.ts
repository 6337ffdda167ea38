/** The working parts behind a Model: parameters in native memory, the program, and where training stands. */
import { finite, type Rule } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import type { Optimizer } from '../optimizers/define.ts';
import { checkNamed, type Groups, resolveGroups } from '../optimizers/groups.ts';
import { backend, type Backend, type Job, type Progress, type Run, type Slab } from '../runtime/backend.ts';
import { type LoadedPlan, Program, type Recipe } from '../runtime/program.ts';
import { engineRecipe } from './recipe.ts';
import { layoutState, readEntry, type StateLayout, writeEntry } from '../runtime/state-layout.ts';
import { dtypeBytes, newTypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import type { Precision } from '../tensor/tensor.ts';
import { accumulationEntries, accumulationPrefix, accumulationRows } from './accumulation-steps.ts';
import { checkInitial, discover } from './discover.ts';
import { declareGroups, trainable, trainedOf, type WeightGroups } from './groups.ts';
import type { Network, ParameterInfo } from './network.ts';
import { writeInitialValues } from './initial-values.ts';
import { declare } from './hyperparameters.ts';
import { renewNumbers } from './numbers.ts';
import { copyView, slotEntries, startSlots, type StateTarget } from './optimizer-state.ts';
import { accumulators, compiledOutputs, type OutputGoal } from './outputs.ts';
import { checkTies, type ModelRegularizers, penalized, requireStepSizes } from './penalized.ts';
import type { CompiledNetwork, DeclareScalar } from './steps.ts';

/** Where training stands: enough to go on bit for bit. */
export interface Position {
  /** Epochs finished. */
  epoch: number;
  /** Rows already used of the epoch that was interrupted; 0 between epochs. */
  row: number;
  /** Optimizer steps taken. */
  step: number;
  /** Rows and batch size of the data of the interrupted epoch. */
  rows: number;
  batchSize: number;
  shuffle: boolean;
  /** Fingerprint of that data; undefined between epochs, and in files from before there was one. */
  data?: number | undefined;
}

/** How runs of plans are started. */
export type Runner = (plan: LoadedPlan, job: Job, onProgress: Progress | null) => Run;

/** Each by itself. */
export const runAlone: Runner = (plan, job, onProgress) => plan.executable.run(job, onProgress);

/** State, programs and position of one model. */
export class Engine {
  readonly network: Network;
  readonly seed: number;
  readonly backend: Backend = backend();
  readonly parameters: readonly ParameterInfo[];
  /** Layers average statistics of batches. */
  readonly averages: boolean;
  /** A layer adds a penalty of its own to the loss. */
  readonly layerPenalties: boolean;
  /** Noise or dropout acts in some layer. */
  readonly actsAtRandom: boolean;
  /** Of the outputs, in their order, without the batch axis. */
  readonly outputShapes: readonly Shape[];
  /** The op that makes each of them. */
  readonly outputOps: readonly string[];
  /** Layer names with the shape each gives, for summary(). */
  readonly layerShapes: readonly { readonly name: string; readonly shape: Shape }[];
  /** Every number that can be changed without compiling, by path. */
  readonly hyperparameters = new Map<string, number>();
  /** What each of them may be. */
  readonly ranges = new Map<string, Rule<number>>();
  program: Program;
  state: Slab;
  compiled: CompiledNetwork | undefined;
  position: Position = { epoch: 0, row: 0, step: 0, rows: 0, batchSize: 0, shuffle: true };
  /** Weights, statistics and sums at the last boundary; what predict, evaluate and save read while a run is on. */
  snapshot: Slab | undefined;
  /** Where training stood when the snapshot was taken. */
  #boundary: Position | undefined;
  /** Predictions under way, by the slab that they read: a slab with readers is not written, its writer goes on with a copy. */
  readonly #readers = new Map<Slab, number>();
  /** Where fit evaluates, so that the state can be read meanwhile. */
  #validation: Slab | undefined;
  /** A run is on: the state belongs to it. */
  running = false;
  /** A fit is on, from its first check to its last callback. */
  fitting = false;
  /** Starts this model's runs together with those of others, in a population: it has no copies of its state there, and cannot be read during a run. */
  #joint: Runner | undefined;
  /** Bytes of weights and statistics, which come first in the state. */
  readonly weightBytes: number;
  /** Bytes that predictions and evaluations use: the running sums too, and of what the optimizer keeps only what stands for weights, which comes first. */
  viewBytes: number;
  /** Where the running sums of each phase lie, one after another. */
  sums: Readonly<Record<Phase, SumRange>> = { train: { offset: 0, bytes: 0 }, evaluate: { offset: 0, bytes: 0 } };
  /** Bytes of what the optimizer keeps, which comes after weights, statistics and running sums. */
  optimizerBytes = 0;

  /** `initial` takes the place of the initializers: every parameter must be there, in its shape, before any memory is asked for. */
  constructor(network: Network, seed: number, initial?: Readonly<Record<string, NDArray>>) {
    this.network = network;
    this.seed = seed;
    const found = discover(network, this.declare);
    this.parameters = found.parameters;
    this.averages = found.averages;
    this.layerPenalties = found.layerPenalties;
    this.actsAtRandom = found.actsAtRandom;
    this.outputShapes = found.outputShapes;
    this.outputOps = found.outputOps;
    this.layerShapes = found.layerShapes;
    checkTies(this.parameters);
    if (initial) checkInitial(this.parameters, initial);
    const layout = layoutState(this.parameters.map((p) => ({ name: p.name, shape: p.shape, dtype: 'float32' })));
    this.weightBytes = layout.bytes;
    this.viewBytes = layout.bytes;
    this.program = new Program(this.backend, layout);
    this.state = stateOf(this.backend, layout, this.parameters);
    for (const p of this.parameters) {
      const value = initial?.[p.name];
      if (value) writeEntry('initialize', this.backend, this.state, this.entry(p.name), value);
      else writeInitialValues(p, seed, this.backend, this.state, (name) => this.entry(name));
    }
  }

  /** Under which steps of this model are known to be those of others. */
  readonly recipe: Recipe = engineRecipe(this);

  readonly declare: DeclareScalar = (name, value, rule) => declare(this, name, value, rule);

  /** What a hyper-parameter may be. */
  rangeOf(name: string): Rule<number> {
    return this.compiled?.optimizer.numbers[name] ?? this.ranges.get(name) ?? finite;
  }

  /** Something is added to the data loss. */
  get hasPenalty(): boolean {
    return this.layerPenalties || (this.compiled?.parameters ?? this.parameters).some((p) => p.regularizer);
  }

  get layout(): StateLayout {
    return this.program.layout;
  }

  /** The slab to read from: the state, or the last boundary's snapshot while a run is on. */
  readable(): Slab {
    return this.running && this.snapshot ? this.snapshot : this.state;
  }

  /** Is this model a member of a population, which nobody reads before its training has ended? */
  get inCompany(): boolean {
    return this.#joint !== undefined;
  }

  /** Starts a run of a training. */
  readonly run = (plan: LoadedPlan, job: Job, onProgress: Progress | null = null): Run => (this.#joint ?? runAlone)(plan, job, onProgress);

  /** Member of a population, whose runs begin by `runner`, until `fn` is done. */
  async inPopulation<T>(runner: Runner, fn: () => Promise<T>): Promise<T> {
    this.#joint = runner;
    this.snapshot = undefined;
    this.#validation = undefined;
    try {
      return await fn();
    } finally {
      this.#joint = undefined;
    }
  }

  /** Holds `slab` as it is until `fn` is done. */
  async reading<T>(slab: Slab, fn: () => Promise<T>): Promise<T> {
    this.#readers.set(slab, (this.#readers.get(slab) ?? 0) + 1);
    try {
      return await fn();
    } finally {
      const left = (this.#readers.get(slab) ?? 1) - 1;
      if (left > 0) this.#readers.set(slab, left);
      else this.#readers.delete(slab);
    }
  }

  /** The state, to be written: another slab with the same content where predictions still read the old one. */
  writable(): Slab {
    if (this.#readers.has(this.state)) this.state = this.copied(this.state, this.layout.bytes);
    return this.state;
  }

  /** A slab with the first bytes of another. */
  copied(source: Slab, bytes: number, target = this.backend.createSlab(bytes)): Slab {
    this.backend.copy(target, 0, source, 0, bytes);
    return target;
  }

  requireIdle(where: string): void {
    if (this.running) throw new RidgelineError('ERR_BUSY', `${where}: the model is being trained; wait for fit(), or do it in a callback`);
  }

  requireCompiled(where: string): CompiledNetwork {
    if (!this.compiled)
      throw new RidgelineError('ERR_NOT_COMPILED', `${where}: the model has no optimizer and loss yet; call model.compile() first`);
    return this.compiled;
  }

  /** Fixes optimizer, losses and metrics: a new layout with the weights kept. */
  compile(optimizer: Optimizer, goals: readonly OutputGoal[], precision: Precision, regularizers: ModelRegularizers = {}): void {
    if (this.fitting) throw new RidgelineError('ERR_BUSY', 'compile: the model is being trained');
    const before = this.compiled;
    const parameters = penalized(this.parameters, regularizers);
    checkTies(parameters);
    const outputs = compiledOutputs(this.network, this.outputShapes, this.outputOps, goals);
    const groups = this.#resolve('compile', optimizer.common.groups ?? {});
    const weights = new Set(this.parameters.map((p) => p.name));
    const model = { network: this.network, optimizer, outputs, precision, regularizers, parameters, groups };
    requireStepSizes(optimizer, trainedOf(model));
    checkNamed('compile', optimizer, [...weights]);
    this.#arrange(model, false, (n) => weights.has(n));
    this.snapshot = undefined;
    this.#validation = undefined;
    this.position = { epoch: 0, row: 0, step: 0, rows: 0, batchSize: 0, shuffle: true };
    renewNumbers(this, this.parameters, before, model);
  }

  /** Other parameter groups for the compiled optimizer, which keeps what it has of the weights that it goes on to train. */
  setGroups(where: string, groups: Groups): void {
    this.requireIdle(where);
    const before = this.requireCompiled(where);
    const after = { ...before, groups: this.#resolve(where, groups) };
    requireStepSizes(after.optimizer, trainedOf(after));
    // A weight that is frozen from here on is what evaluation has seen of it.
    copyView(this.writable(), this.target, before, (p) => after.groups[p.name]?.frozen === true);
    this.#arrange(after, this.accumulates, () => true);
    // Of another size where other weights have a view.
    this.snapshot = undefined;
    this.#validation = undefined;
    declareGroups(this, this.parameters, after.groups);
  }

  /** Is there room in the state for the gradients of a step in several batches? */
  get accumulates(): boolean {
    return this.layout.entries.has(accumulationRows);
  }

  setAccumulation(accumulates: boolean): void {
    if (accumulates !== this.accumulates) this.#arrange(this.requireCompiled('fit'), accumulates, () => true);
  }

  /** Throws away what a step that did not end has added up. */
  clearAccumulation(state: Slab): void {
    for (const e of this.layout.entries.values()) {
      if (e.name.startsWith(accumulationPrefix)) this.backend.write(state, e.offset, new Float32Array(sizeOf(e.shape)));
    }
  }

  #resolve(where: string, groups: Groups): WeightGroups {
    return resolveGroups(
      where,
      groups,
      trainable(this.parameters).map((p) => p.name),
    );
  }

  /** A state laid out for `model`: what `keeps` names goes over, the rest begins anew. Weights, statistics and sums stay where they are. */
  #arrange(model: Omit<CompiledNetwork, 'layout'>, accumulates: boolean, keeps: (name: string) => boolean): void {
    const sums = (phase: Phase) => accumulators(phase, model.outputs).map((e) => ({ ...e, dtype: 'float64' as const }));
    const own = [
      ...this.parameters.map((p) => ({ name: p.name, shape: p.shape, dtype: 'float32' as const })),
      ...sums('train'),
      ...sums('evaluate'),
    ];
    // What evaluation reads in the place of weights comes before all else that the optimizer keeps.
    const slots = slotEntries(model);
    const lasting = [...own, ...slots.view, ...slots.others];
    const layout = layoutState([...lasting, ...(accumulates ? accumulationEntries(model) : [])]);
    const state = this.backend.createSlab(layout.bytes);
    const kept = [...layout.entries.values()].filter((e) => keeps(e.name) && this.layout.entries.has(e.name));
    for (const e of kept) this.backend.copy(state, e.offset, this.state, this.entry(e.name).offset, sizeOf(e.shape) * dtypeBytes[e.dtype]);
    const known = new Set(kept.map((e) => e.name));
    startSlots({ backend: this.backend, slab: state, layout }, model, (slot, name) => slot.start !== 0 && !known.has(name));
    this.viewBytes = layoutState([...own, ...slots.view]).bytes;
    this.optimizerBytes = layoutState(lasting).bytes - layoutState(own).bytes;
    // At once, unless a prediction reads it: the garbage collector does not see what it holds, and models of a population are made in a row.
    if (!this.#readers.has(this.state)) this.backend.free(this.state);
    this.state = state;
    this.program = new Program(this.backend, layout);
    this.compiled = { ...model, layout };
    const range = (phase: Phase): SumRange => {
      const entries = sums(phase).map(({ name }) => this.entry(name));
      const [{ offset }, last] = [entries[0], entries[entries.length - 1]];
      return { offset, bytes: last.offset - offset + dtypeBytes[last.dtype] * sizeOf(last.shape) };
    };
    this.sums = { train: range('train'), evaluate: range('evaluate') };
  }

  get target(): StateTarget {
    return { backend: this.backend, slab: this.state, layout: this.layout };
  }

  /** Takes the snapshot: the boundary that predict, evaluate and save see during the next run. */
  takeSnapshot(): void {
    if (this.#joint) return;
    const free = this.snapshot && !this.#readers.has(this.snapshot) ? this.snapshot : undefined;
    this.snapshot = this.copied(this.state, this.viewBytes, free);
    this.#boundary = this.position;
  }

  /**
   * Brings weights (as evaluation saw them) and position of the last boundary back. The optimizer starts afresh: of what it keeps there is no copy, which would double
   * the memory of a training for a state that went wrong under that very optimizer. False in a population, where there is no snapshot.
   */
  restoreSnapshot(): boolean {
    if (!this.snapshot || !this.#boundary) return false;
    const model = this.requireCompiled('fit');
    this.backend.copy(this.writable(), 0, this.snapshot, 0, this.viewBytes);
    copyView(this.state, this.target, model);
    startSlots(this.target, model, () => true);
    this.position = this.#boundary;
    return true;
  }

  /** A copy of the weights that can be read now, for a run that writes its own sums. */
  copyOfState(): Slab {
    return this.copied(this.readable(), this.viewBytes);
  }

  /** The same for fit's own evaluations, in memory that is kept. */
  validationState(): Slab {
    if (this.#joint) return this.writable();
    this.#validation = this.copied(this.state, this.viewBytes, this.#validation);
    return this.#validation;
  }

  entry(name: string) {
    const entry = this.layout.entries.get(name);
    if (!entry) throw new RidgelineError('ERR_INTERNAL', `no state is called ${name}`);
    return entry;
  }

  number(slab: Slab, name: string): number {
    return readEntry(this.backend, slab, this.entry(name)).data[0];
  }
}

export type Phase = 'train' | 'evaluate';

/** A part of the state. */
interface SumRange {
  readonly offset: number;
  readonly bytes: number;
}

/** Memory for the weights. Throws ERR_MEMORY, with the largest of them, where there is not enough. */
function stateOf(from: Backend, { bytes }: StateLayout, parameters: readonly ParameterInfo[]): Slab {
  try {
    return from.createSlab(bytes);
  } catch (cause) {
    if (!(cause instanceof RidgelineError) || cause.code !== 'ERR_MEMORY') throw cause;
    const [largest] = [...parameters].sort((a, b) => sizeOf(b.shape) - sizeOf(a.shape));
    throw new RidgelineError(
      'ERR_MEMORY',
      `the model needs ${bytes} bytes for its weights, which cannot be had; the largest is '${largest?.name}' of shape ${showShape(largest?.shape ?? [])}`,
      { cause },
    );
  }
}

/** Memory that a state of this layout takes, in elements of float32; for summaries. */
export const parameterCount = (parameters: readonly ParameterInfo[]): number => parameters.reduce((n, p) => n + sizeOf(p.shape), 0);

/** An empty array for the outputs of `rows` rows. */
export const outputArray = (rows: number, shape: Shape): NDArray =>
  new NDArray(newTypedArray('float32', rows * sizeOf(shape)), [rows, ...shape]);
