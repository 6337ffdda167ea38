/** ridgeline train: a regularized network on a file, a folder or the embedded digits. */
import { earlyStopping } from '../callbacks/early-stopping.ts';
import { progress } from '../callbacks/progress.ts';
import type { Callback } from '../callbacks/define.ts';
import type { Dataset } from '../data/index.ts';
import { type Bagging, ensembles } from '../ensembles/index.ts';
import { RidgelineError } from '../errors.ts';
import { checkWritable } from '../formats/atomic-write.ts';
import { layers } from '../layers/index.ts';
import type { Layer } from '../layers/define.ts';
import type { History } from '../models/history.ts';
import type { Model } from '../models/model.ts';
import { sequential } from '../models/sequential.ts';
import { optimizerNames, optimizers } from '../optimizers/index.ts';
import { regularizers } from '../regularizers/index.ts';
import type { ScheduleLike } from '../schedules/define.ts';
import { sizeOf } from '../tensor/shape.ts';
import { epochEvents, type Output, showNumber, table } from './output.ts';
import { foundCategories, type ReadOptions, readSource, type Source } from './source.ts';

export interface TrainOptions extends ReadOptions {
  readonly hidden: readonly number[];
  readonly activation: string;
  readonly dropout: number;
  readonly l2: number;
  readonly optimizer: string;
  readonly learningRate: ScheduleLike | undefined;
  readonly epochs: number;
  readonly batchSize: number;
  /** Patience in epochs; 0 trains to the end. */
  readonly earlyStopping: number;
  /** Share of the training rows held out where the source has a test set of its own; 0 trains on all of them. */
  readonly validation: number;
  readonly seed: number;
  readonly threads: number | undefined;
  readonly out: string | undefined;
  /** Members on resamples of the rows; undefined: one network on all of them. */
  readonly bagging: number | undefined;
}

/** Shares of the rows where the source has no test set of its own. */
const shares = { train: 0.7, validation: 0.15, test: 0.15 };

interface Parts {
  readonly train: Dataset;
  readonly validation: Dataset | undefined;
  readonly test: Dataset;
}

function partsOf(source: Source, share: number, seed: number, stratify: boolean): Parts {
  if (!source.test) return source.data.split(shares, { seed, stratify });
  if (share === 0) return { train: source.data, validation: undefined, test: source.test };
  const { train, validation } = source.data.split({ train: 1 - share, validation: share }, { seed, stratify });
  return { train, validation, test: source.test };
}

/** Brings features to unit scale inside the model, so that it takes raw rows. */
function preprocessing(source: Source, train: Dataset): Layer[] {
  if (source.kind === 'digits') return [layers.rescaling({ scale: 1 / 16 })];
  if (source.kind === 'idx') return [layers.rescaling({ scale: 1 / 255 })];
  const { mean, scale } = train.standardize();
  return [layers.normalization({ mean: [...mean], standardDeviation: [...scale] })];
}

function network(source: Source, parts: Parts, options: TrainOptions, seed: number): Model {
  const { train } = parts;
  const y = train.y;
  if (!y) throw new RidgelineError('ERR_OPTION', 'train: the data has no targets; name the column to predict with --target');
  const classes = source.kind === 'npy' && !train.classNames ? undefined : train.classNames?.length;
  const chain: Layer[] = [layers.input(train.x.shape.slice(1)), ...preprocessing(source, train)];
  if (train.x.shape.length > 2) chain.push(layers.flatten());
  const kernelRegularizer = options.l2 > 0 ? regularizers.l2(options.l2) : undefined;
  for (const units of options.hidden) {
    chain.push(layers.dense(units, { activation: options.activation, kernelInitializer: 'heUniform', kernelRegularizer }));
    if (options.dropout > 0) chain.push(layers.dropout(options.dropout));
  }
  chain.push(layers.dense(classes ?? sizeOf(y.shape.slice(1)), { activation: classes ? 'softmax' : 'linear', kernelRegularizer }));
  const model = sequential(chain, { seed });
  const known = optimizers as unknown as Record<string, (o?: object) => never>;
  if (!optimizerNames.includes(options.optimizer))
    throw new RidgelineError(
      'ERR_OPTION',
      `train: expected one of ${optimizerNames.join(', ')} for --optimizer, got '${options.optimizer}'`,
    );
  model.compile({
    optimizer: known[options.optimizer](options.learningRate === undefined ? {} : { learningRate: options.learningRate }),
    loss: classes ? 'sparseCategoricalCrossentropy' : 'meanSquaredError',
    metrics: classes ? ['accuracy'] : ['meanAbsoluteError', 'r2'],
  });
  return model;
}

/** Trains, prints a table, and saves where asked. Resolves with false when it was stopped by `signal`. */
export async function train(path: string, options: TrainOptions, out: Output, signal: AbortSignal): Promise<boolean> {
  // Before hours of training, not after them.
  if (options.out !== undefined) await checkWritable('train', 'ERR_FORMAT', options.out);
  const source = await readSource(path, options, true);
  const labelled = source.data.classNames !== undefined;
  if (source.test && options.validation === 0 && options.earlyStopping > 0)
    throw new RidgelineError(
      'ERR_OPTION',
      'train: --early-stopping needs validation rows; give --validation a share, or --early-stopping 0',
    );
  const parts = partsOf(source, options.validation, options.seed, labelled);
  const rows = { train: parts.train.length, validation: parts.validation?.length ?? 0, test: parts.test.length };
  const { bagging: estimators } = options;
  const first = network(source, parts, options, options.seed);
  out.line(first.summary());
  out.line(`rows: ${rows.train} train, ${rows.validation} validation, ${rows.test} test`);
  out.event('start', { data: path, rows, seed: options.seed, ...(estimators === undefined ? {} : { bagging: estimators }) });
  const run =
    estimators === undefined
      ? await trainOne(first, parts, options, out, signal)
      : await trainBag(estimators, source, parts, options, out, signal);
  if (options.out !== undefined) {
    run.trained.metadata['ridgeline.data'] = JSON.stringify(readingOf(source, options));
    await run.trained.save(options.out);
    out.line(`saved ${options.out}`);
    out.event('saved', { file: options.out });
  }
  if (!run.finished)
    out.line(
      `stopped early by a signal; the weights are the best so far${options.out ? `, saved in ${options.out}` : ' (use --out to keep them)'}`,
    );
  return run.finished;
}

/** What is saved in the end, and whether no signal came. */
interface Trained {
  readonly trained: Model | Bagging;
  readonly finished: boolean;
}

/** Resolves with undefined where a signal ended the work, and with what `fit` gave elsewhere. */
async function unlessAborted<T>(work: () => Promise<T>, aborted: (error: RidgelineError) => void): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RidgelineError) || error.code !== 'ABORT_ERR') throw error;
    aborted(error);
    return undefined;
  }
}

const stoppingOf = ({ earlyStopping: patience }: TrainOptions): Callback[] =>
  patience > 0 ? [earlyStopping({ monitor: 'valLoss', patience, restoreBestWeights: true })] : [];

async function trainOne(model: Model, parts: Parts, options: TrainOptions, out: Output, signal: AbortSignal): Promise<Trained> {
  const watched: Callback[] = [epochEvents(out), ...stoppingOf(options)];
  if (!out.json) watched.push(progress());
  let stopped: History | undefined;
  const began = performance.now();
  const fit = () =>
    model.fit(parts.train, {
      epochs: options.epochs,
      batchSize: options.batchSize,
      validationData: parts.validation,
      callbacks: watched,
      verbose: false,
      signal,
      threads: options.threads,
    });
  const history = await unlessAborted(fit, (error) => {
    stopped = (error as RidgelineError & { history: History }).history;
  });
  const seconds = (performance.now() - began) / 1000;
  report(out, (history ?? stopped) as History, await resultsOf(model, parts), seconds, parts.train.length);
  return { trained: model, finished: history !== undefined };
}

type Results = Record<string, Record<string, number>>;

const resultsOf = async (model: Model | Bagging, { train: rows, validation, test }: Parts): Promise<Results> => ({
  train: await model.evaluate(rows),
  ...(validation ? { validation: await model.evaluate(validation) } : {}),
  test: await model.evaluate(test),
});

/** Networks on resamples of the training rows, each stopped early by the validation rows. */
async function trainBag(
  estimators: number,
  source: Source,
  parts: Parts,
  options: TrainOptions,
  out: Output,
  signal: AbortSignal,
): Promise<Trained> {
  const bag = ensembles.bagging({
    model: ({ seed }) => network(source, parts, options, seed),
    estimators,
    seed: options.seed,
    outOfBag: true,
  });
  const { epochs, batchSize, threads } = options;
  const fit = () =>
    bag.fit(parts.train, {
      epochs,
      batchSize,
      signal,
      ...(threads === undefined ? {} : { threads }),
      ...(parts.validation ? { validationData: parts.validation } : {}),
      callbacks: () => stoppingOf(options),
      onMember: ({ member, done, members, seconds }) => {
        out.line(`${done} of ${members} members trained, ${seconds.toFixed(1)} s`);
        out.event('member', { member, done, members, seconds });
      },
    });
  const began = performance.now();
  const finished = (await unlessAborted(fit, () => {})) !== undefined;
  const seconds = (performance.now() - began) / 1000;
  if (bag.members.length === 0) throw new RidgelineError('ABORT_ERR', 'train: stopped by a signal before a member was trained');
  const single = await Promise.all((bag.members as readonly Model[]).map((member) => member.evaluate(parts.test)));
  const member = Object.fromEntries(
    Object.keys(single[0]).map((name) => [name, single.reduce((sum, r) => sum + r[name], 0) / single.length]),
  );
  const results = { ...(await resultsOf(bag, parts)), 'test, average member': member };
  const { v, c, k } = await bag.errorDecomposition(parts.test);
  resultTable(out, results);
  const score = bag.outOfBag?.score;
  if (score !== undefined) out.line(`out of the bag: ${source.data.classNames ? 'accuracy' : 'R²'} ${showNumber(score)}`);
  out.line(`${k} members, squared error of one ${v.toPrecision(3)}, covariance of two ${c.toPrecision(3)}, ${seconds.toFixed(1)} s`);
  out.event('result', { ...results, outOfBag: score, errorDecomposition: { v, c, k }, seconds });
  return { trained: bag, finished };
}

/** What predict and evaluate need to read another file the same way. */
function readingOf(source: Source, options: TrainOptions): ReadOptions {
  const { target, delimiter, header, missing } = options;
  return {
    target,
    delimiter,
    header,
    missing,
    classNames: source.data.classNames,
    categorical: foundCategories(source.data, options.categorical),
    task: options.task,
  };
}

function resultTable(out: Output, results: Results): void {
  const names = Object.keys(results.test).filter((n) => n !== 'penalty');
  out.line('');
  out.line(table([['', ...names], ...Object.entries(results).map(([part, logs]) => [part, ...names.map((n) => showNumber(logs[n]))])]));
}

function report(out: Output, history: History, results: Results, seconds: number, rows: number): void {
  resultTable(out, results);
  const epochs = history.epochs.length;
  const trained = history.epochs.reduce((n, e) => n + e.seconds, 0);
  const samplesPerSecond = (epochs * rows) / Math.max(1e-9, trained);
  const best = history.bestEpoch === undefined ? '' : `, best epoch ${history.bestEpoch}`;
  out.line(`${epochs} epochs${best}, ${showNumber(samplesPerSecond)} samples per second, ${seconds.toFixed(1)} s`);
  out.event('result', { ...results, epochs, bestEpoch: history.bestEpoch, samplesPerSecond, seconds });
}
