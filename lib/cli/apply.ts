/** ridgeline predict, evaluate, inspect: a saved model on other data. */
import { type LoadedEnsemble, loadEither } from '../ensembles/load.ts';
import { RidgelineError } from '../errors.ts';
import { Model } from '../models/model.ts';
import { type Output, showNumber, table } from './output.ts';
import { type ReadOptions, readSource } from './source.ts';

const readingOf = (model: Model | LoadedEnsemble): ReadOptions => JSON.parse(model.metadata['ridgeline.data'] ?? '{}') as ReadOptions;

/** Loss and metrics of a saved model over a file. For a source with a test set of its own, that one. */
export async function evaluate(file: string, path: string, out: Output): Promise<void> {
  const model = await loadEither(file);
  const source = await readSource(path, readingOf(model));
  const results = await model.evaluate(source.test ?? source.data);
  out.line(
    table([
      ['', ...Object.keys(results)],
      [path, ...Object.values(results).map(showNumber)],
    ]),
  );
  out.event('result', results);
}

/** One line per row: the class, or the value(s). CSV files need no target column. */
export async function predict(file: string, path: string, out: Output): Promise<void> {
  const model = await loadEither(file);
  const reading = readingOf(model);
  const source = await readSource(path, reading).catch(async (error: unknown) => {
    // A file of rows to predict has no target column, as a rule.
    const lacksTarget = reading.target !== undefined && error instanceof RidgelineError && /target/.test(error.message);
    if (!lacksTarget) throw error;
    return readSource(path, { ...reading, target: undefined, classNames: undefined });
  });
  const rows = source.test ?? source.data;
  const predicted = await model.predict(rows.x);
  const width = predicted.size / predicted.shape[0];
  const { classNames } = reading;
  for (let r = 0; r < predicted.shape[0]; r++) {
    const values = predicted.data.subarray(r * width, (r + 1) * width);
    let best = 0;
    for (let i = 1; i < width; i++) if (values[i] > values[best]) best = i;
    const label = classNames && width > 1 ? classNames[best] : undefined;
    out.line(label ?? [...values].map((v) => String(v)).join(','));
    out.event('prediction', { row: r, ...(label === undefined ? {} : { label }), values: [...values] });
  }
}

/** Architecture, weights and metadata of a saved model; of an ensemble those of each member. */
export async function inspect(file: string, out: Output): Promise<void> {
  const found = await loadEither(file);
  if (found instanceof Model) return inspectModel(found, out);
  out.line(`${found.kind} of ${found.members.length} members`);
  out.event('ensemble', { kind: found.kind, members: found.members.length });
  for (const [i, member] of found.members.entries()) {
    out.line(`\nmember ${i + 1}`);
    if (member instanceof Model) inspectModel(member, out);
    else out.line(member.constructor.name);
  }
}

function inspectModel(model: Model, out: Output): void {
  const weights = Object.entries(model.getWeights()).map(([name, w]) => ({ name, shape: w.shape, ...moments(w.data) }));
  out.line(model.summary());
  out.line('');
  out.line(
    table([
      ['weight', 'shape', 'mean', 'std', 'max |w|'],
      ...weights.map((w) => [w.name, `[${w.shape.join(', ')}]`, showNumber(w.mean), showNumber(w.std), showNumber(w.largest)]),
    ]),
  );
  out.event('model', {
    inputShape: model.inputShape,
    outputShape: model.outputShape,
    seed: model.seed,
    weights,
    hyperparameters: model.getHyperparameters(),
  });
}

function moments(data: ArrayLike<number>): { mean: number; std: number; largest: number } {
  let [sum, squares, largest] = [0, 0, 0];
  for (let i = 0; i < data.length; i++) {
    sum += data[i];
    squares += data[i] * data[i];
    largest = Math.max(largest, Math.abs(data[i]));
  }
  const mean = sum / data.length;
  return { mean, std: Math.sqrt(Math.max(0, squares / data.length - mean * mean)), largest };
}
