/** Training: epochs cut into chunks that run natively; between chunks, callbacks. */
import { jobRow, trainPlan } from './plans.ts';
import { clearSums, hasMultipliers, multipliers, phaseResults, resultsOfSums } from './sums.ts';
import { copyOfWeights, restoreWeights, spoiledParameter } from './weights.ts';
import type { Callback, CallbackContext } from '../callbacks/define.ts';
import { RidgelineError } from '../errors.ts';
import type { ModelResult, Passes, Progress, Run, Slab } from '../runtime/backend.ts';
import type { LoadedPlan } from '../runtime/program.ts';
import { type Ahead, lookAhead } from './ahead.ts';
import { batchParts, type FailedBatch, runAccumulated } from './accumulation.ts';
import { evaluateFeed } from './evaluate.ts';
import type { Engine } from './engine.ts';
import type { Feed } from './feed.ts';
import { emptyHistory, type History } from './history.ts';
import { fingerprint } from './fingerprint.ts';
import { type ProgressHooks, progressHooks } from './progress-hooks.ts';
import { explainNonFinite, spoiledError } from './non-finite.ts';
import { passesOf, passOrders } from './passes.ts';
import type { TableAhead } from './scalar-table.ts';
import { refreshStatistics } from './statistics.ts';

/** What fit() has made of its options. */
export interface FitSettings {
  readonly epochs: number;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly validation: Feed | undefined;
  readonly callbacks: readonly Callback[];
  readonly context: Pick<CallbackContext, 'model' | 'epochs'>;
  readonly signal: AbortSignal | undefined;
  readonly threads: number;
  /** Steps between evaluations inside an epoch; undefined: once per epoch. */
  readonly evaluateEvery: number | undefined;
  /** Steps after which training ends, also inside an epoch; undefined: only epochs count. */
  readonly maxSteps: number | undefined;
  /** Batches whose gradients make one step. */
  readonly microBatches: number;
}

/** A callback and what it is given: the best weights that it keeps are its own. */
interface Hook {
  readonly callback: Callback;
  readonly context: CallbackContext;
}

/** Rows of a step. */
const stepRows = ({ batchSize, microBatches }: FitSettings): number => batchSize * microBatches;

const progressMilliseconds = 100;

/** Trains; resolves with the history, or rejects with the error that ended the run, after the callbacks' onTrainEnd. */
export async function fitFeed(engine: Engine, feed: Feed, settings: FitSettings): Promise<History> {
  const { callbacks } = settings;
  const history = emptyHistory();
  let stopReason: string | undefined;
  const stop = (reason: string): void => {
    stopReason ??= reason;
  };
  const position = engine.position;
  let told = Infinity;
  const hooks = callbacks.map((callback, at): Hook => {
    let best: Slab | undefined;
    const keepBest = (epoch: number, value: number): void => {
      best = copyOfWeights(engine, best);
      // Where several callbacks watch something, the history tells what the first of them saw.
      if (at > told) return;
      told = at;
      Object.assign(history, { bestEpoch: epoch, bestValue: value, bestStep: engine.position.step - position.step });
    };
    const restoreBest = (): void => {
      if (best) restoreWeights(engine, best);
    };
    return { callback, context: { ...settings.context, stop, keepBest, restoreBest } };
  });
  const batchSize = stepRows(settings);
  const resumes =
    position.row > 0 &&
    position.rows === feed.rows &&
    position.batchSize === batchSize &&
    position.shuffle === settings.shuffle &&
    (position.data === undefined || position.data === fingerprint(engine, feed));
  if (!resumes) engine.position = { ...position, row: 0, rows: feed.rows, batchSize, shuffle: settings.shuffle, data: undefined };
  // What a save in the middle of an epoch, and a later fit, need to know the data again.
  const mark = (): void => {
    const { row, data } = engine.position;
    if (row > 0 && data === undefined) engine.position = { ...engine.position, data: fingerprint(engine, feed) };
  };
  const progress = progressHooks(callbacks);
  const ahead = {};
  engine.setAccumulation(settings.microBatches > 1);
  const first = engine.position.epoch;
  const last = first + settings.epochs;
  const lastStep = position.step + (settings.maxSteps ?? Infinity);
  try {
    for (const { callback, context } of hooks) await callback.onTrainBegin?.(context);
    for (let epoch = first; epoch < last && stopReason === undefined; epoch = first + history.epochs.length) {
      for (const { callback, context } of hooks) await callback.onEpochBegin?.(epoch + 1, context);
      await runEpochs(
        engine,
        feed,
        settings,
        { epoch, last, lastStep },
        { hooks, progress, mark, stop, ahead, stopped: () => stopReason !== undefined, ended: (logs) => history.epochs.push(logs) },
      );
      for (const { callback, context } of hooks) await callback.onEpochEnd?.(epoch + 1, history.epochs[epoch - first], context);
    }
  } catch (error) {
    if (error instanceof Error) Object.assign(error, { history });
    mark();
    if (!(error instanceof RidgelineError) || error.code !== 'ERR_NON_FINITE') throw error;
    for (const { callback, context } of hooks) await callback.onNonFinite?.(error, context);
    if (stopReason === undefined) throw error;
  } finally {
    mark();
    for (const { callback, context } of hooks) await callback.onTrainEnd?.(context);
  }
  if (engine.requireCompiled('fit').optimizer.refreshesStatistics) await refreshStatistics(engine, feed, settings);
  if (feed.columns.y.length === 1 && feed.columns.y[0].weighted)
    history.meanWeight = engine.number(engine.state, 'train/weight') / engine.number(engine.state, 'train/rows');
  if (stopReason !== undefined) {
    history.stoppedEpoch = engine.position.epoch;
    history.stopReason = stopReason;
  }
  return history;
}

/** What a training does beside its steps. */
interface Attendants {
  readonly hooks: readonly Hook[];
  /** Says of which data the open epoch is. */
  readonly mark: () => void;
  readonly stop: (reason: string) => void;
  readonly stopped: () => boolean;
  readonly progress: ProgressHooks;
  /** What is known of the next epoch. */
  readonly ahead: { made?: Ahead | undefined };
  /** An epoch has come to its end. */
  readonly ended: (logs: Record<string, number>) => void;
}

/** Is there nothing to be done in JavaScript from the beginning of an epoch to the end of the next? */
function isQuiet(engine: Engine, feed: Feed, settings: FitSettings): boolean {
  const { callbacks, validation, evaluateEvery, maxSteps, microBatches, batchSize } = settings;
  return (
    engine.inCompany &&
    engine.position.row === 0 &&
    microBatches === 1 &&
    maxSteps === undefined &&
    evaluateEvery === undefined &&
    validation === undefined &&
    !hasMultipliers(engine) &&
    !callbacks.some((c) => c.onEpochBegin || c.onEpochEnd || c.onProgress) &&
    batchParts(feed, batchSize, 0, feed.rows, (rows, partial) => trainPlan(engine, rows, feed.columns, partial)).length === 1
  );
}

/** The epoch that training stands in or before, and in the same run those after it which nobody looks into. */
async function runEpochs(
  engine: Engine,
  feed: Feed,
  settings: FitSettings,
  { epoch, last, lastStep }: { epoch: number; last: number; lastStep: number },
  { hooks, progress, mark, stop, ahead, stopped, ended }: Attendants,
): Promise<void> {
  const { evaluateEvery, shuffle: shuffled } = settings;
  const batchSize = stepRows(settings);
  const started = performance.now();
  const startRow = engine.position.row;
  const passes = isQuiet(engine, feed, settings) ? passesOf({ rows: feed.rows, weights: engine.weightBytes / 4, epochs: last - epoch }) : 1;
  const known = passes === 1 && ahead.made?.epoch === epoch ? ahead.made : undefined;
  const indices = known ? known.indices : passOrders(feed, { seed: engine.seed, epoch, passes, shuffled });
  const steps = Math.ceil(feed.rows / batchSize);
  // Members of a population wait for no JavaScript as it is.
  const looksAhead = passes === 1 && epoch + 1 < last && !engine.inCompany;
  const meanwhile = ({ scalarNames: names }: LoadedPlan): void => {
    ahead.made = lookAhead(engine, feed, { epoch, shuffled, names, steps });
  };
  if (startRow === 0) clearSums(engine, 'train', engine.writable());
  let valLogs: Record<string, number> = {};
  const endEpoch = (results: Record<string, number>, seconds: number): void => {
    const { position } = engine;
    ended({
      epoch: position.epoch + 1,
      ...results,
      ...valLogs,
      ...multipliers(engine, engine.state),
      learningRate:
        engine.hyperparameters.get('learningRate') ??
        engine.requireCompiled('fit').optimizer.tabulate(Math.max(0, position.step - 1)).learningRate,
      seconds,
      samplesPerSecond: (position.row - startRow) / Math.max(1e-9, seconds),
    });
    if (position.row >= feed.rows) engine.position = { ...position, epoch: position.epoch + 1, row: 0, data: undefined };
  };
  const report = (done: Done): boolean => {
    const seconds = (performance.now() - started) / 1000;
    const rows = engine.position.row + done.rows - startRow;
    return progress.tell({
      epoch: epoch + 1,
      epochs: last,
      step: Math.ceil((startRow + rows) / batchSize),
      steps,
      loss: done.loss,
      penalty: engine.hasPenalty ? done.penalty : undefined,
      seconds,
      samplesPerSecond: rows / Math.max(1e-9, seconds),
    });
  };
  while (engine.position.row < feed.rows && !stopped()) {
    const begin = engine.position.row;
    const chunkSteps = Math.min(evaluateEvery ?? Infinity, lastStep - engine.position.step);
    const end = Math.min(feed.rows, begin + chunkSteps * batchSize);
    // Epochs of one run have taken equal parts of its time.
    const passed = (sums: Float64Array, share: number) =>
      endEpoch(resultsOfSums(engine, 'train', sums), ((performance.now() - started) / 1000) * share);
    const whole = begin === 0 && end === feed.rows;
    const chunk = { indices, passes, begin, end, table: known?.table, meanwhile: looksAhead && whole ? meanwhile : undefined };
    await runChunk(engine, feed, settings, chunk, progress.none ? undefined : report, passed);
    await progress.settled();
    const over = engine.position.step >= lastStep;
    if (over && (engine.position.row < feed.rows || engine.position.epoch + 1 < last)) stop(`${settings.maxSteps} steps were asked for`);
    if (settings.validation && (evaluateEvery || over || engine.position.row >= feed.rows)) {
      valLogs = prefixed(await evaluateFeed(engine, settings.validation, engine.validationState(), settings.threads, engine.run));
    }
    if (evaluateEvery && !over && engine.position.row < feed.rows) {
      const logs = { ...phaseResults(engine, 'train', engine.state), ...valLogs };
      mark();
      for (const { callback, context } of hooks) await callback.onEvaluate?.(engine.position.step, logs, context);
    }
  }
  const results = phaseResults(engine, 'train', engine.state);
  if (!progress.none) {
    report({ rows: 0, loss: results.loss, penalty: results.penalty });
    await progress.settled();
  }
  endEpoch(results, (performance.now() - started) / 1000 / passes);
  mark();
}

const prefixed = (logs: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(logs).map(([k, v]) => [`val${k[0].toUpperCase()}${k.slice(1)}`, v]));

/** Rows [begin, end) of the epoch's order, or those of so many epochs, whose orders lie one behind the other. */
interface Chunk {
  readonly indices: Int32Array | null;
  readonly passes: number;
  readonly begin: number;
  readonly end: number;
  readonly table?: TableAhead | undefined;
  /** Called while it runs, where it does so as one. */
  readonly meanwhile?: ((plan: LoadedPlan) => void) | undefined;
}

/** What a run has done so far. */
interface Done {
  readonly rows: number;
  readonly loss: number | undefined;
  readonly penalty: number | undefined;
}

/** Is told of it; gives false where the run is to be stopped. */
type Report = (done: Done) => boolean;

/** Runs a chunk and moves the position on by what was done; `passed` is told of each epoch that ended before the last. */
async function runChunk(
  engine: Engine,
  feed: Feed,
  settings: FitSettings,
  chunk: Chunk,
  report: Report | undefined,
  passed: (sums: Float64Array, share: number) => void,
): Promise<void> {
  const { signal, batchSize } = settings;
  throwIfAborted(signal);
  if (settings.microBatches > 1) return runAccumulatedChunk(engine, feed, settings, chunk, report);
  const { indices, passes: count, begin, end, table, meanwhile } = chunk;
  const parts = batchParts(feed, batchSize, begin, end, (rows, partial) => trainPlan(engine, rows, feed.columns, partial));
  const watch = engine.sums.train;
  const passes = { count, sums: new Float64Array(((count - 1) * watch.bytes) / 8) };
  const state = engine.writable();
  engine.takeSnapshot();
  for (const { plan: part, from, to } of parts) {
    const job = {
      threads: settings.threads,
      columns: feed.slabs,
      models: [
        jobRow(engine, part, state, { begin: from, end: to, batch: batchSize, indices, features: feed.features, passes }, {}, table),
      ],
      progressMilliseconds: report ? progressMilliseconds : 0,
      watch,
    };
    let run: Run | undefined;
    const stop = () => run?.stop();
    signal?.addEventListener('abort', stop, { once: true });
    engine.running = true;
    let result: Awaited<Run['promise']>;
    try {
      const tell: Progress | null = report
        ? (_model, _steps, rows, bytes) => {
            if (!report({ rows, ...runningLoss(bytes) })) stop();
          }
        : null;
      run = engine.run(part, job, tell);
      if (signal?.aborted) run.stop();
      if (parts.length === 1) meanwhile?.(part);
      result = await run.promise;
    } finally {
      engine.running = false;
      signal?.removeEventListener('abort', stop);
    }
    const [model] = result.models;
    // The guard sees what the next step makes of an update; after the last one there is none.
    const spoiled = spoiledParameter(engine);
    const ended = movedOn(engine, feed, model, { passes, batchSize, spoiled: spoiled !== undefined, passed });
    if (spoiled !== undefined) throw spoiledError(engine, spoiled);
    const { row, step } = engine.position;
    const order = indices === null ? null : indices.subarray(ended * feed.rows);
    throwFailure(engine, feed, order, batchSize, { result: model, row, step });
    if (model.status === 'stopped') throwIfAborted(signal);
  }
}

/** Moves the position on by a run; gives the number of its epochs that ended before the one in which training stands. */
function movedOn(
  engine: Engine,
  feed: Feed,
  { status, rows, steps }: ModelResult,
  { passes: { count, sums }, batchSize, spoiled, passed }: MovedBy,
): number {
  const whole = rows / feed.rows;
  // Where the last good step was that of an epoch's end, training stands there.
  const ended = count === 1 ? 0 : Math.max(0, status === 'done' || spoiled ? Math.ceil(whole) - 1 : Math.floor(whole));
  const perPass = Math.ceil(feed.rows / batchSize);
  for (let pass = 0; pass < ended; pass++) {
    engine.position = { ...engine.position, row: feed.rows, step: engine.position.step + perPass };
    passed(sums.subarray((pass * sums.length) / (count - 1), ((pass + 1) * sums.length) / (count - 1)), 1 / whole);
  }
  const { position } = engine;
  engine.position = { ...position, row: position.row + rows - ended * feed.rows, step: position.step + steps - ended * perPass };
  return ended;
}

/** What a run was, and came to. */
interface MovedBy {
  readonly passes: Passes;
  readonly batchSize: number;
  readonly spoiled: boolean;
  readonly passed: (sums: Float64Array, share: number) => void;
}

/** The same with steps of several batches. */
async function runAccumulatedChunk(
  engine: Engine,
  feed: Feed,
  settings: FitSettings,
  { indices, begin, end }: Chunk,
  report: Report | undefined,
): Promise<void> {
  const { batchSize, microBatches, threads, signal } = settings;
  let reported = performance.now();
  const failed = await runAccumulated(engine, { feed, indices, begin, end, batchSize, microBatches, threads, signal }, () => {
    if (!report || performance.now() - reported < progressMilliseconds) return true;
    reported = performance.now();
    // The position has moved on with each step.
    const { loss, penalty } = phaseResults(engine, 'train', engine.state);
    return report({ rows: 0, loss, penalty });
  });
  if (failed) throwFailure(engine, feed, indices, batchSize, failed);
  const spoiled = spoiledParameter(engine);
  if (spoiled !== undefined) throw spoiledError(engine, spoiled);
  if (engine.position.row < end) throwIfAborted(signal);
}

/** The error of a batch that a guard or an index has ended. */
function throwFailure(engine: Engine, feed: Feed, indices: Int32Array | null, batchSize: number, failed: FailedBatch): void {
  const { result } = failed;
  if (result.status === 'guard') throw explainNonFinite(engine, feed, indices, batchSize, failed);
  if (result.status === 'index')
    throw new RidgelineError(
      'ERR_INDEX',
      `fit: an index is outside its table in step ${engine.position.step + 1} (position ${result.detail} of instruction ${result.instruction})`,
    );
}

/** Mean loss and penalty so far, from the watched bytes: the sums of loss, penalty and rows lie one after another. */
function runningLoss(bytes: Uint8Array): { loss: number | undefined; penalty: number | undefined } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [loss, penalty, rows] = [0, 64, 128].map((at) => view.getFloat64(at, true));
  return rows > 0 ? { loss: (loss + penalty) / rows, penalty: penalty / rows } : { loss: undefined, penalty: undefined };
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new RidgelineError(
      'ABORT_ERR',
      'fit: stopped by its AbortSignal; the weights are those of the last finished step, or what a callback brought back',
      {
        cause: signal.reason,
      },
    );
}
