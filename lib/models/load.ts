/** Models from the files that save() writes. */
import { check, checkOptions, type Rule, show, string } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { readSafetensors } from '../formats/safetensors.ts';
import { layerFrom } from '../layers/index.ts';
import type { Loss } from '../losses/define.ts';
import { lossFrom } from '../losses/index.ts';
import type { Metric } from '../metrics/define.ts';
import { metricFrom } from '../metrics/index.ts';
import { groupsRule } from '../optimizers/groups.ts';
import { optimizerFrom } from '../optimizers/index.ts';
import { regularizerFrom } from '../regularizers/index.ts';
import { writeEntry } from '../runtime/state-layout.ts';
import { type DType, dtypes } from '../tensor/dtype.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import type { Position } from './engine.ts';
import { FunctionalModel } from './functional-model.ts';
import { Model } from './model.ts';
import { type Application, type InputSpec, type Network, onlyOutput, type OutputSpec } from './network.ts';
import { lossWeightRule, type OutputGoal } from './outputs.ts';
import { precisionRule } from '../tensor/precision.ts';
import { format, type SavedGoal, type SavedInput, type SavedModel, version } from './save.ts';

/**
 * Reads a model written by Model.save. Compiled as it was saved; after a training save, fit goes on where it stopped.
 * @param names of the inputs and outputs, for a model whose data goes by name: loadModel(path, { inputs: ['x'], outputs: ['digit', 'parity'] }).
 * @throws ERR_FORMAT for a file that is truncated, hostile, of another kind, or whose tensors do not fit its architecture; and where the names are
 * not those of the file, which the message gives.
 */
export async function loadModel(path: string): Promise<Model>;
export async function loadModel<const I extends string, const O extends string>(
  path: string,
  names: { readonly inputs: readonly I[]; readonly outputs: readonly O[] },
): Promise<FunctionalModel<I, O>>;
export async function loadModel(path: string, names?: { readonly inputs: readonly string[]; readonly outputs: readonly string[] }) {
  check('loadModel', 'path', path, string);
  if (names !== undefined) checkOptions('loadModel', names, { inputs: namesRule, outputs: namesRule });
  const { tensors, metadata } = await readSafetensors(path, 'loadModel');
  const text = metadata.ridgeline;
  if (text === undefined)
    throw new RidgelineError(
      'ERR_FORMAT',
      ensembleEntry in metadata
        ? `loadModel: ${path}: the file holds an ensemble: use ensembles.load()`
        : `loadModel: ${path}: the file holds tensors, but no Ridgeline model (no architecture in its metadata)`,
    );
  const model = decodeModel(`loadModel: ${path}`, tensors, text, names);
  for (const [name, value] of Object.entries(metadata)) if (name !== 'ridgeline') model.metadata[name] = value;
  return model;
}

/** Metadata entry of files that hold an ensemble. */
export const ensembleEntry = 'ridgeline.ensemble';

/** The model of the tensors and the JSON text that encodeModel made; `where` begins the messages. */
export function decodeModel(
  where: string,
  tensors: Readonly<Record<string, NDArray>>,
  text: string,
  names?: { readonly inputs: readonly string[]; readonly outputs: readonly string[] },
): Model | FunctionalModel<string, string> {
  const bad = (why: string, cause?: unknown) => new RidgelineError('ERR_FORMAT', `${where}: ${why}`, { cause });
  let saved: SavedModel;
  let model: Model | FunctionalModel<string, string>;
  try {
    saved = JSON.parse(text) as SavedModel;
    if (saved.format !== format) throw new RidgelineError('ERR_FORMAT', `expected format ${format}`);
    if (saved.version !== version) throw new RidgelineError('ERR_FORMAT', `expected version ${version}, got ${saved.version}`);
    if (!Number.isSafeInteger(saved.seed) || !Array.isArray(saved.layers))
      throw new RidgelineError('ERR_FORMAT', 'seed or layers are malformed');
    const network = savedNetwork(saved);
    checkAskedFor(network, names);
    model = network.named ? new FunctionalModel(network, saved.seed, tensors) : new Model(network, saved.seed, tensors);
    if (saved.compiled) {
      const {
        optimizer,
        loss,
        metrics,
        goals,
        precision = 'float32' as string,
        groups,
        kernelRegularizer,
        biasRegularizer,
      } = saved.compiled;
      check('loadModel', 'precision', precision, precisionRule);
      const all = network.named ? goals : [{ loss, metrics } as SavedGoal];
      if (!Array.isArray(all) || all.length !== network.outputs.length)
        throw new RidgelineError('ERR_FORMAT', 'the losses of the outputs are malformed');
      model.engine.compile(optimizerFrom(optimizer), all.map(goalFrom), precision, {
        kernel: kernelRegularizer && regularizerFrom(kernelRegularizer),
        bias: biasRegularizer && regularizerFrom(biasRegularizer),
      });
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
    const rule = engine.rangeOf(name);
    if (!rule.test(value)) throw bad(`the hyper-parameter '${name}' is ${show(value)}, expected ${rule.expected}`);
    engine.hyperparameters.set(name, value);
  }
  if (saved.position) engine.position = checkedPosition(saved.position, bad);
  return model;
}

/** Input names or output names. */
const namesRule: Rule<readonly string[]> = {
  expected: 'an array of names',
  invalid: [1],
  test: (v): v is readonly string[] => Array.isArray(v) && v.every((name) => typeof name === 'string'),
};

/** Throws unless the names are those of the network, or there are none of both. */
function checkAskedFor(
  { inputs, outputs, named }: Network,
  names: { inputs: readonly string[]; outputs: readonly string[] } | undefined,
): void {
  const list = (of: readonly { readonly name: string }[]) => `[${of.map(({ name }) => `'${name}'`).join(', ')}]`;
  const own = `{ inputs: ${list(inputs)}, outputs: ${list(outputs)} }`;
  if (names === undefined) {
    if (named) throw new RidgelineError('ERR_OPTION', `its data goes by name: expected ${own} as second argument`);
    return;
  }
  if (!named) throw new RidgelineError('ERR_OPTION', 'it has one input and one output without names: expected no second argument');
  const same = (given: readonly string[], known: readonly { readonly name: string }[]) =>
    given.length === known.length && known.every(({ name }) => given.includes(name));
  if (!same(names.inputs, inputs) || !same(names.outputs, outputs))
    throw new RidgelineError('ERR_OPTION', `it has other inputs or outputs: expected ${own}`);
}

const goalFrom = ({ loss, metrics, lossWeight }: SavedGoal): OutputGoal => {
  if (lossWeight !== undefined) check('loadModel', 'lossWeight', lossWeight, lossWeightRule);
  return { loss: lossFrom(loss) as Loss, metrics: metrics.map((m) => metricFrom(m) as Metric), lossWeight };
};

/** The network of a file, in which everything is checked. */
function savedNetwork(saved: SavedModel): Network {
  const named = saved.inputs !== undefined;
  const inputs = (named ? saved.inputs : [saved.input]) as readonly SavedInput[];
  if (!Array.isArray(inputs) || inputs.length === 0 || !inputs.every(isInput))
    throw new RidgelineError('ERR_FORMAT', 'the inputs are malformed');
  const layers = saved.layers.map((l) => ({ name: String(l.name), layer: layerFrom(l) }));
  const ends = inputs.map(({ name, shape, dtype }): InputSpec => ({ name, shape, dtype: dtype as DType | undefined }));
  const applications = saved.applications ?? layers.map((_, i) => ({ layer: i, from: [i] }));
  const last = inputs.length + layers.length - 1;
  const outputs = named ? saved.outputs : [{ name: onlyOutput, from: saved.output ?? last }];
  const isIndex = (v: unknown, count: number) => Number.isSafeInteger(v) && (v as number) >= 0 && (v as number) < count;
  const soundApplications =
    Array.isArray(applications) &&
    applications.every(
      (a: Application | null, i) =>
        isIndex(a?.layer, layers.length) &&
        Array.isArray(a?.from) &&
        a.from.length > 0 &&
        (a.from.length === 1 || layers[a.layer].layer.merges === true) &&
        a.from.every((v) => isIndex(v, inputs.length + i)),
    );
  const soundOutputs =
    Array.isArray(outputs) &&
    outputs.length > 0 &&
    outputs.every((o: OutputSpec | null) => typeof o?.name === 'string' && isIndex(o.from, inputs.length + applications.length));
  const distinct = (of: readonly { readonly name: string }[]) => new Set(of.map(({ name }) => name)).size === of.length;
  if (!soundApplications || !soundOutputs || !distinct(ends) || !distinct(outputs))
    throw new RidgelineError('ERR_FORMAT', 'the applications of the layers, or the outputs, are malformed');
  return { inputs: ends, layers, applications, outputs, named };
}

const isInput = (input: SavedInput | undefined | null): boolean =>
  typeof input?.name === 'string' &&
  Array.isArray(input.shape) &&
  input.shape.every((d: unknown) => Number.isSafeInteger(d) && (d as number) > 0) &&
  (input.dtype === undefined || (dtypes as readonly string[]).includes(input.dtype));

function checkedPosition(p: Position, bad: (why: string) => RidgelineError): Position {
  const counts = [p.epoch, p.row, p.step, p.rows, p.batchSize, p.data ?? 0];
  if (!counts.every((v) => Number.isSafeInteger(v) && v >= 0) || typeof p.shuffle !== 'boolean' || p.row > p.rows)
    throw bad('the training position is malformed');
  return { epoch: p.epoch, row: p.row, step: p.step, rows: p.rows, batchSize: p.batchSize, shuffle: p.shuffle, data: p.data };
}
