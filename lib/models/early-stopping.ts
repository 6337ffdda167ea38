/** Using the validation rows too, once early stopping has told how long to train. */
import { earlyStopping as earlyStoppingCallback, type EarlyStoppingOptions } from '../callbacks/early-stopping.ts';
import { monitorRules } from '../callbacks/monitor.ts';
import { check, checkOptions, either, functionRule, inRange, nonNegativeInt, oneOf, optional, positiveInt, type Rules } from '../check.ts';
import { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { newTypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { type Data, dataRule, pairOf } from './feed.ts';
import { emptyHistory, type History } from './history.ts';
import { type Model, modelRule } from './model.ts';
import { defaultBatchSize, type FitOptions, fitRules } from './options.ts';

/** What both take: the stopping of {@link callbacks.earlyStopping}, and of fit what holds for both trainings. */
interface CommonOptions
  extends Omit<EarlyStoppingOptions, 'restoreBestWeights'>,
    Omit<FitOptions, 'validationData' | 'validationSplit' | 'sampleWeight' | 'maxSteps'> {
  /** Rows to train on: a dataset or [x, y]. */
  readonly data: Data;
  /** Share of the rows of `data`, drawn by `splitSeed`, in (0, 1), default 0.2; or other rows, which the second training adds to `data`. */
  readonly validation?: number | Data;
  /** Decides which rows validate; default 0. */
  readonly splitSeed?: number;
  /** Most passes of the first training; default 100. */
  readonly epochs?: number;
}

/** Options of {@link retrain}. */
export interface RetrainOptions extends CommonOptions {
  /** Gives a new compiled model at each call; called twice. */
  readonly model: () => Model;
  /** What the second training has as many of: optimizer steps ('updates', default) or passes over its rows, of which it has more. */
  readonly count?: 'updates' | 'passes';
}

/** Options of {@link continueUntil}. */
export interface ContinueOptions extends CommonOptions {
  /** A compiled model; it is trained in place. */
  readonly model: Model;
  /** Most passes of the second training, which may never reach its aim; default 100. */
  readonly maxEpochs?: number;
}

/** How the first training went. */
export interface Stopped {
  readonly history: History;
  /** Optimizer steps up to the best value. */
  readonly updates: number;
  /** The same in passes over the rows without those that validate. */
  readonly passes: number;
}

const { validationData: _data, validationSplit: _split, sampleWeight: _weight, maxSteps: _steps, ...sharedRules } = fitRules;
const commonRules: Rules<CommonOptions> = {
  ...sharedRules,
  ...monitorRules,
  patience: optional(nonNegativeInt),
  startFromEpoch: optional(nonNegativeInt),
  data: dataRule as never,
  validation: optional(either(inRange('(0, 1)'), dataRule)) as never,
  splitSeed: optional(nonNegativeInt),
};

/**
 * Trains with early stopping on a part of the rows, then a new model on all rows for as many updates or passes as were best. Both trainings get
 * the callbacks; the second has no validation values. Goodfellow, Bengio, Courville 2016, algorithm 7.2.
 * @throws ERR_OPTION, also when `model` gives one model twice; ERR_VALUE when the monitored value never improved; what fit throws.
 */
export async function retrain(options: RetrainOptions): Promise<{ model: Model; history: History; stopped: Stopped }> {
  const where = 'earlyStopping.retrain';
  checkOptions<RetrainOptions>(where, options, {
    ...commonRules,
    model: functionRule as never,
    count: optional(oneOf('updates', 'passes')),
  });
  const { model: make, count = 'updates', ...common } = options;
  const parts = partsOf(where, common);
  const first = made(where, make);
  const stopped = await stopEarly(where, first, parts, common);
  const model = made(where, make);
  if (model === first)
    throw new RidgelineError('ERR_OPTION', `${where}: expected a new model from each call of model, got the same one twice`);
  const perPass = stepsPerPass(parts.all.length, common);
  const maxSteps = count === 'updates' ? stopped.updates : Math.max(1, Math.round(stopped.passes * perPass));
  const history = await model.fit(parts.all, { ...fitOptionsOf(common), epochs: Math.ceil(maxSteps / perPass), maxSteps });
  return { model, history, stopped };
}

/**
 * Trains with early stopping on a part of the rows, then goes on from the best weights with all rows until the loss of the validation rows is no
 * more than the loss of the training rows was at the stop, or `maxEpochs` have passed. `reached` tells which; without a second training
 * its history has no epochs. Goodfellow, Bengio, Courville 2016, algorithm 7.3.
 * @throws ERR_OPTION; ERR_VALUE when the monitored value never improved; what fit throws.
 */
export async function continueUntil(
  options: ContinueOptions,
): Promise<{ model: Model; history: History; stopped: Stopped; target: number; reached: boolean }> {
  const where = 'earlyStopping.continueUntil';
  checkOptions<ContinueOptions>(where, options, { ...commonRules, model: modelRule as never, maxEpochs: optional(positiveInt) });
  const { model, maxEpochs = 100, ...common } = options;
  const parts = partsOf(where, common);
  const stopped = await stopEarly(where, model, parts, common);
  const threads = common.threads === undefined ? {} : { threads: common.threads };
  const target = (await model.evaluate(parts.train, undefined, threads)).loss;
  let reached = (await model.evaluate(parts.validation, undefined, threads)).loss <= target;
  if (reached) return { model, history: emptyHistory(), stopped, target, reached };
  const watch = (logs: Readonly<Record<string, number>>, stop: (reason: string) => void): void => {
    if (!(logs.valLoss <= target)) return;
    reached = true;
    stop(`valLoss is no more than ${target}, the training loss at the stop`);
  };
  const until = {
    onEvaluate: (_: number, logs: Readonly<Record<string, number>>, context: { stop(reason: string): void }) => watch(logs, context.stop),
    onEpochEnd: (_: number, logs: Readonly<Record<string, number>>, context: { stop(reason: string): void }) => watch(logs, context.stop),
  };
  const shared = fitOptionsOf(common);
  const callbacks = [...(shared.callbacks ?? []), until];
  const history = await model.fit(parts.all, { ...shared, epochs: maxEpochs, validationData: parts.validation, callbacks });
  return { model, history, stopped, target, reached };
}

/** What uses the validation rows after early stopping. */
export const earlyStopping = { retrain, continueUntil };

interface Parts {
  readonly train: Dataset;
  readonly validation: Dataset;
  readonly all: Dataset;
}

function made(where: string, make: () => Model): Model {
  const model: unknown = make();
  check(where, 'the result of model', model, modelRule);
  return model;
}

function partsOf(where: string, { data, validation = 0.2, splitSeed = 0 }: Omit<CommonOptions, 'model'>): Parts {
  const given = datasetOf(where, data);
  if (typeof validation === 'number') {
    const parts = given.split({ train: 1 - validation, validation }, { seed: splitSeed });
    return { train: parts.train, validation: parts.validation, all: given };
  }
  const other = datasetOf(where, validation);
  const [y, otherY] = [given.y as NDArray, other.y as NDArray];
  return {
    train: given,
    validation: other,
    all: new Dataset({ x: joined(where, 'x', given.x, other.x), y: joined(where, 'y', y, otherY) }),
  };
}

function datasetOf(where: string, data: Data): Dataset {
  const { x, y } = pairOf(where, data);
  if (!y) throw new RidgelineError('ERR_VALUE', `${where}: expected data with y, got none`);
  return new Dataset({ x, y });
}

function joined(where: string, name: string, a: NDArray, b: NDArray): NDArray {
  const row = (v: NDArray) => v.shape.slice(1).join(', ');
  if (a.dtype !== b.dtype || row(a) !== row(b))
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected rows of ${a.dtype} [${row(a)}] in ${name} of validation, got ${b.dtype} [${row(b)}]`,
    );
  const data = newTypedArray(a.dtype, a.size + b.size);
  data.set(a.data, 0);
  data.set(b.data, a.size);
  return new NDArray(data, [a.shape[0] + b.shape[0], ...a.shape.slice(1)]);
}

function stepsPerPass(rows: number, { batchSize = defaultBatchSize, gradientAccumulation = 1 }: FitOptions): number {
  return batchSize === 'full' ? 1 : Math.ceil(rows / (Math.min(batchSize, rows) * gradientAccumulation));
}

function fitOptionsOf(common: CommonOptions): FitOptions {
  return Object.fromEntries(Object.entries(common).filter(([name]) => name in sharedRules));
}

async function stopEarly(where: string, model: Model, parts: Parts, common: CommonOptions): Promise<Stopped> {
  const stopping = Object.fromEntries(
    Object.entries(common).filter(([name]) => name in monitorRules || name === 'patience' || name === 'startFromEpoch'),
  );
  const shared = fitOptionsOf(common);
  // First, so that the history tells its best step.
  const callbacks = [earlyStoppingCallback({ ...stopping, restoreBestWeights: true }), ...(shared.callbacks ?? [])];
  const history = await model.fit(parts.train, { ...shared, epochs: common.epochs ?? 100, validationData: parts.validation, callbacks });
  if (history.bestStep === undefined)
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: ${common.monitor ?? 'valLoss'} never improved, so that there is no number of steps to repeat`,
    );
  return { history, updates: history.bestStep, passes: history.bestStep / stepsPerPass(parts.train.length, common) };
}
