/** Models as safetensors files: weights by name, everything else as JSON in the metadata. */
import { check, string } from '../check.ts';
import { describe, type Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import { readSafetensors, writeSafetensors } from '../formats/safetensors.ts';
import { layerFrom } from '../layers/index.ts';
import type { Loss } from '../losses/define.ts';
import { lossFrom } from '../losses/index.ts';
import type { Metric } from '../metrics/define.ts';
import { metricFrom } from '../metrics/index.ts';
import { type GroupOptions, groupsRule } from '../optimizers/groups.ts';
import { optimizerFrom } from '../optimizers/index.ts';
import { regularizerFrom } from '../regularizers/index.ts';
import { readEntry, writeEntry } from '../runtime/state-layout.ts';
import { dtypes } from '../tensor/dtype.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { accumulationPrefix } from './accumulation-steps.ts';
import type { Engine, Position } from './engine.ts';
import { Model } from './model.ts';
import { chain } from './network.ts';
import { precisionRule } from './precision.ts';

const format = 'ridgeline-model';
const version = 1;

interface SavedModel {
  readonly format: string;
  readonly version: number;
  readonly seed: number;
  readonly input: { readonly name: string; readonly shape: readonly number[]; readonly dtype?: string };
  readonly layers: readonly (Description & { readonly name: string })[];
  readonly compiled?: {
    readonly optimizer: Description;
    readonly loss: Description;
    readonly metrics: readonly Description[];
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
  const slab = engine.readable();
  const { compiled } = engine;
  if (training && !compiled)
    throw new RidgelineError(
      'ERR_NOT_COMPILED',
      'save: there is no training state before model.compile(); save without { training: true }',
    );
  if (training && engine.running)
    throw new RidgelineError('ERR_BUSY', 'save: the training state can be saved between runs; do it in a callback, or wait for fit()');
  const tensors: Record<string, NDArray> = engine.weights(training);
  if (training) {
    for (const e of engine.layout.entries.values()) {
      if (!e.name.startsWith(accumulationPrefix)) tensors[e.name] ??= readEntry(engine.backend, slab, e);
    }
  }
  const model: SavedModel = {
    format,
    version,
    seed: engine.seed,
    input: { ...engine.network.input, shape: [...engine.network.input.shape], dtype: engine.network.input.dtype },
    layers: engine.network.layers.map(({ name, layer }) => ({ name, ...portable(`layer '${name}'`, describe(layer)) })),
    compiled: compiled && savedCompile(compiled, training),
    hyperparameters: Object.fromEntries(engine.hyperparameters),
    position: training ? engine.position : undefined,
  };
  await writeSafetensors(path, tensors, { ...own, ridgeline: JSON.stringify(model) });
}

/** Optimizer, loss and metrics; left out of a save for inference when they hold functions, which a file cannot carry. */
function savedCompile(compiled: NonNullable<Engine['compiled']>, training: boolean): SavedModel['compiled'] {
  const { kernel, bias } = compiled.regularizers;
  try {
    return {
      optimizer: portable('the optimizer', describe(compiled.optimizer)),
      loss: portable('the loss', describe(compiled.loss)),
      metrics: compiled.metrics.map((m) => portable(`metric '${m.name}'`, describe(m))),
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

/**
 * Reads a model written by Model.save. Compiled as it was saved; after a training save, fit goes on where it stopped.
 * @throws ERR_FORMAT for a file that is truncated, hostile, of another kind, or whose tensors do not fit its architecture.
 */
export async function loadModel(path: string): Promise<Model> {
  check('loadModel', 'path', path, string);
  const { tensors, metadata } = await readSafetensors(path);
  const bad = (why: string, cause?: unknown) => new RidgelineError('ERR_FORMAT', `loadModel: ${path}: ${why}`, { cause });
  const text = metadata.ridgeline;
  if (text === undefined) throw bad('the file holds tensors, but no Ridgeline model (no architecture in its metadata)');
  let saved: SavedModel;
  let model: Model;
  try {
    saved = JSON.parse(text) as SavedModel;
    if (saved.format !== format) throw new RidgelineError('ERR_FORMAT', `expected format ${format}`);
    if (saved.version !== version) throw new RidgelineError('ERR_FORMAT', `expected version ${version}, got ${saved.version}`);
    const { name, shape, dtype } = saved.input;
    const sound = Array.isArray(shape) && shape.every((d) => Number.isSafeInteger(d) && d > 0) && typeof name === 'string';
    if (
      !sound ||
      !(dtype === undefined || (dtypes as readonly string[]).includes(dtype)) ||
      !Number.isSafeInteger(saved.seed) ||
      !Array.isArray(saved.layers)
    )
      throw new RidgelineError('ERR_FORMAT', 'input, seed or layers are malformed');
    const layers = saved.layers.map((l) => ({ name: String(l.name), layer: layerFrom(l) }));
    model = new Model(chain({ name, shape, dtype: dtype as never }, layers), saved.seed, tensors);
    if (saved.compiled) {
      const { optimizer, loss, metrics, precision = 'float32' as string, groups, kernelRegularizer, biasRegularizer } = saved.compiled;
      check('loadModel', 'precision', precision, precisionRule);
      model.engine.compile(
        optimizerFrom(optimizer),
        lossFrom(loss) as Loss,
        metrics.map((m) => metricFrom(m) as Metric),
        precision,
        {
          kernel: kernelRegularizer && regularizerFrom(kernelRegularizer),
          bias: biasRegularizer && regularizerFrom(biasRegularizer),
        },
      );
      if (groups !== undefined) {
        check('loadModel', 'groups', groups, groupsRule);
        model.engine.setGroups('loadModel', (name) => (Object.hasOwn(groups, name) ? groups[name] : undefined));
      }
    }
  } catch (error) {
    throw bad(error instanceof Error ? error.message : String(error), error);
  }
  const { engine } = model;
  const wanted = saved.position ? [...engine.layout.entries.values()] : [];
  for (const entry of wanted) {
    const value = tensors[entry.name];
    if (!value) throw bad(`tensor '${entry.name}' is missing`);
    if (value.dtype !== entry.dtype) throw bad(`tensor '${entry.name}' is ${value.dtype}, expected ${entry.dtype}`);
    try {
      writeEntry('loadModel', engine.backend, engine.state, entry, value);
    } catch (error) {
      throw bad((error as Error).message, error);
    }
  }
  const numbers: unknown = saved.hyperparameters ?? {};
  if (typeof numbers !== 'object' || numbers === null || Array.isArray(numbers)) throw bad('the hyper-parameters are malformed');
  for (const [name, value] of Object.entries(numbers)) {
    if (typeof value === 'number' && Number.isFinite(value)) engine.hyperparameters.set(name, value);
  }
  for (const [name, value] of Object.entries(metadata)) if (name !== 'ridgeline') model.metadata[name] = value;
  if (saved.position) engine.position = checkedPosition(saved.position, bad);
  return model;
}

function checkedPosition(p: Position, bad: (why: string) => RidgelineError): Position {
  const counts = [p.epoch, p.row, p.step, p.rows, p.batchSize];
  if (!counts.every((v) => Number.isSafeInteger(v) && v >= 0) || typeof p.shuffle !== 'boolean' || p.row > p.rows)
    throw bad('the training position is malformed');
  return { epoch: p.epoch, row: p.row, step: p.step, rows: p.rows, batchSize: p.batchSize, shuffle: p.shuffle };
}
