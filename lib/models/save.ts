/** Models as safetensors files: weights by name, everything else as JSON in the metadata. */
import { weightsOf } from './weights.ts';
import { describe, type Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import { writeSafetensors } from '../formats/safetensors.ts';
import type { GroupOptions } from '../optimizers/groups.ts';
import { readEntry } from '../runtime/state-layout.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { accumulationPrefix } from './accumulation-steps.ts';
import type { Engine, Position } from './engine.ts';
import { type Application, isChain, type Network, type OutputSpec } from './network.ts';
import type { CompiledOutput } from './outputs.ts';

export const format = 'ridgeline-model';
export const version = 1;

/** An input as a file has it. */
export interface SavedInput {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype?: string;
}

/** An output's part of what compile() fixed. */
export interface SavedGoal {
  readonly loss: Description;
  readonly metrics: readonly Description[];
  readonly lossWeight?: number;
}

/** Everything but the tensors. */
export interface SavedModel {
  readonly format: string;
  readonly version: number;
  readonly seed: number;
  /** The one input, where the model has one that goes by no name. */
  readonly input?: SavedInput;
  /** Inputs and outputs of a model whose data goes by name. */
  readonly inputs?: readonly SavedInput[];
  readonly outputs?: readonly OutputSpec[];
  readonly layers: readonly (Description & { readonly name: string })[];
  /** How the layers are applied, and which value is the result, where they do not follow one another. */
  readonly applications?: readonly Application[];
  readonly output?: number;
  readonly compiled?: {
    readonly optimizer: Description;
    /** Loss and metrics of the one output. */
    readonly loss?: Description;
    readonly metrics?: readonly Description[];
    /** By output, in their order, where data goes by name. */
    readonly goals?: readonly SavedGoal[];
    readonly precision?: string;
    readonly kernelRegularizer?: Description;
    readonly biasRegularizer?: Description;
    /** What the parameter groups give each weight, whether a function or patterns said so. */
    readonly groups?: Readonly<Record<string, GroupOptions>>;
  };
  readonly hyperparameters: Readonly<Record<string, number>>;
  readonly position?: Position;
}

/** Writes the model; see Model.save. */
export async function saveModel(engine: Engine, path: string, training: boolean, own: Readonly<Record<string, string>>): Promise<void> {
  const { tensors, model } = encodeModel(engine, training);
  await writeSafetensors(path, tensors, { ...own, ridgeline: JSON.stringify(model) }, 'save');
}

/** What a file holds of a model: its tensors by name, and the rest. */
export function encodeModel(engine: Engine, training: boolean): { tensors: Record<string, NDArray>; model: SavedModel } {
  const slab = engine.readable();
  const { compiled } = engine;
  if (training && !compiled)
    throw new RidgelineError(
      'ERR_NOT_COMPILED',
      'save: there is no training state before model.compile(); save without { training: true }',
    );
  if (training && engine.running)
    throw new RidgelineError('ERR_BUSY', 'save: the training state can be saved between runs; do it in a callback, or wait for fit()');
  const tensors: Record<string, NDArray> = weightsOf(engine, training);
  if (training) {
    for (const e of engine.layout.entries.values()) {
      if (!e.name.startsWith(accumulationPrefix)) tensors[e.name] ??= readEntry(engine.backend, slab, e);
    }
  }
  const model: SavedModel = {
    format,
    version,
    seed: engine.seed,
    ...savedEnds(engine.network),
    layers: engine.network.layers.map(({ name, layer }) => ({ name, ...portable(`layer '${name}'`, describe(layer)) })),
    ...savedApplications(engine.network),
    compiled: compiled && savedCompile(compiled, engine.network, training),
    hyperparameters: Object.fromEntries(engine.hyperparameters),
    position: training ? engine.position : undefined,
  };
  return { tensors, model };
}

/** Inputs, and outputs that have names. */
function savedEnds({ inputs, outputs, named }: Network): Pick<SavedModel, 'input' | 'inputs' | 'outputs'> {
  const ends = inputs.map(({ name, shape, dtype }) => ({ name, shape: [...shape], dtype }));
  return named ? { inputs: ends, outputs } : { input: ends[0] };
}

const savedApplications = (network: Network): Pick<SavedModel, 'applications' | 'output'> =>
  isChain(network) ? {} : { applications: network.applications, output: network.named ? undefined : network.outputs[0].from };

/** Optimizer, loss and metrics; left out of a save for inference when they hold functions, which a file cannot carry. */
function savedCompile(compiled: NonNullable<Engine['compiled']>, { named }: Network, training: boolean): SavedModel['compiled'] {
  const { kernel, bias } = compiled.regularizers;
  try {
    const goals = compiled.outputs.map((output) => savedGoal(output, named ? ` of '${output.name}'` : ''));
    return {
      optimizer: portable('the optimizer', describe(compiled.optimizer)),
      ...(named ? { goals } : goals[0]),
      precision: compiled.precision,
      kernelRegularizer: kernel && portable('kernelRegularizer', describe(kernel)),
      biasRegularizer: bias && portable('biasRegularizer', describe(bias)),
      groups: compiled.groups,
    };
  } catch (error) {
    if (training) throw error;
    return undefined;
  }
}

const savedGoal = ({ loss, metrics, lossWeight }: CompiledOutput, of: string): SavedGoal => ({
  loss: portable(`the loss${of}`, describe(loss)),
  metrics: metrics.map((m) => portable(`metric '${m.name}'${of}`, describe(m))),
  ...(lossWeight === undefined ? {} : { lossWeight }),
});

/** Throws if a description holds a function that is not known by name. */
function portable<T extends Description>(what: string, description: T): T {
  const visit = (value: unknown, at: string): void => {
    if (typeof value === 'function')
      throw new RidgelineError('ERR_FORMAT', `save: ${what} holds a function of yours (${at}), which a file cannot carry`);
    if (ArrayBuffer.isView(value)) return;
    if (typeof value === 'object' && value !== null) for (const [k, v] of Object.entries(value)) visit(v, at ? `${at}.${k}` : k);
  };
  visit(description.options, '');
  if (description.kind === 'custom')
    throw new RidgelineError('ERR_FORMAT', `save: ${what} is a function of yours, which a file cannot carry`);
  return description;
}
