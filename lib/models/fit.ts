/** Training: epochs cut into chunks that run natively; between chunks, callbacks. */
import type { Callback, CallbackContext } from '../callbacks/define.ts';
import { shuffledIndices } from '../data/prng.ts';
import { RidgelineError } from '../errors.ts';
import type { Run, Slab } from '../runtime/backend.ts';
import { batchParts, type FailedBatch, runAccumulated } from './accumulation.ts';
import { evaluateFeed } from './evaluate.ts';
import type { Engine } from './engine.ts';
import { type Feed, slabRows } from './feed.ts';
import type { History } from './history.ts';
import { explainNonFinite, spoiledError } from './non-finite.ts';
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
  const history: { epochs: Record<string, number>[] } & Omit<History, 'epochs'> = {
    epochs: [],
    stoppedEpoch: undefined,
    stopReason: undefined,
    bestEpoch: undefined,
    bestValue: undefined,
    bestStep: undefined,
  };
  let stopReason: string | undefined;
  const stop = (reason: string): void => {
    stopReason ??= reason;
  };
  const position = engine.position;
  let told = Infinity;
  const hooks = callbacks.map((callback, at): Hook => {
    let best: Slab | undefined;
    const keepBest = (epoch: number, value: number): void => {
      best = engine.copyOfWeights(best);
      // Where several callbacks watch something, the history tells what the first of them saw.
      if (at > told) return;
      told = at;
      Object.assign(history, { bestEpoch: epoch, bestValue: value, bestStep: engine.position.step - position.step });
    };
    const restoreBest = (): void => {
      if (best) engine.restoreWeights(best);
    };
    return { callback, context: { ...settings.context, stop, keepBest, restoreBest } };
  });
  const batchSize = stepRows(settings);
  const resumes =
    position.row > 0 && position.rows === feed.rows && position.batchSize === batchSize && position.shuffle === settings.shuffle;
  if (!resumes) engine.position = { ...position, row: 0, rows: feed.rows, batchSize, shuffle: settings.shuffle };
  engine.setAccumulation(settings.microBatches > 1);
  const first = engine.position.epoch;
  const last = first + settings.epochs;
  const lastStep = position.step + (settings.maxSteps ?? Infinity);
  try {
    for (const { callback, context } of hooks) await callback.onTrainBegin?.(context);
    for (let epoch = first; epoch < last && stopReason === undefined; epoch++) {
      for (const { callback, context } of hooks) await callback.onEpochBegin?.(epoch + 1, context);
      const logs = await runEpoch(
        engine,
        feed,
        settings,
        { epoch, last, lastStep },
        { hooks, stop, stopped: () => stopReason !== undefined },
      );
      history.epochs.push(logs);
      for (const { callback, context } of hooks) await callback.onEpochEnd?.(epoch + 1, logs, context);
    }
  } catch (error) {
    if (error instanceof Error) Object.assign(error, { history });
    if (!(error instanceof RidgelineError) || error.code !== 'ERR_NON_FINITE') throw error;
    for (const { callback, context } of hooks) await callback.onNonFinite?.(error, context);
    if (stopReason === undefined) throw error;
  } finally {
    for (const { callback, context } of hooks) await callback.onTrainEnd?.(context);
  }
  if (engine.requireCompiled('fit').optimizer.refreshesStatistics) await refreshStatistics(engine, feed, settings);
  if (stopReason !== undefined) {
    history.stoppedEpoch = engine.position.epoch;
    history.stopReason = stopReason;
  }
  return history;
}

/** Rows of an epoch in the order in which they are used: a permutation that follows from seed and epoch alone. */
export function epochOrder(seed: number, epoch: number, rows: number, shuffle: boolean): Int32Array | null {
  if (!shuffle) return null;
  return shuffledIndices(rows, (seed + (epoch + 1) * 0x9e3779b1) % 2 ** 48);
}

async function runEpoch(
  engine: Engine,
  feed: Feed,
  settings: FitSettings,
  { epoch, last, lastStep }: { epoch: number; last: number; lastStep: number },
  { hooks, stop, stopped }: { hooks: readonly Hook[]; stop: (reason: string) => void; stopped: () => boolean },
): Promise<Record<string, number>> {
  const { evaluateEvery } = settings;
  const batchSize = stepRows(settings);
  const started = performance.now();
  const startRow = engine.position.row;
  const indices = slabRows(feed, epochOrder(engine.seed, epoch, feed.rows, settings.shuffle));
  const steps = Math.ceil(feed.rows / batchSize);
  if (startRow === 0) engine.clearSums('train', engine.writable());
  let valLogs: Record<string, number> = {};
  while (engine.position.row < feed.rows && !stopped()) {
    const begin = engine.position.row;
    const chunkSteps = Math.min(evaluateEvery ?? Infinity, lastStep - engine.position.step);
    const end = Math.min(feed.rows, begin + chunkSteps * batchSize);
    await runChunk(engine, feed, settings, indices, begin, end, (done) => {
      const seconds = (performance.now() - started) / 1000;
      const rows = engine.position.row + done.rows - startRow;
      for (const c of settings.callbacks)
        c.onProgress?.({
          epoch: epoch + 1,
          epochs: last,
          step: Math.ceil((startRow + rows) / batchSize),
          steps,
          loss: done.loss,
          penalty: engine.hasPenalty ? done.penalty : undefined,
          seconds,
          samplesPerSecond: rows / Math.max(1e-9, seconds),
        });
    });
    const ended = engine.position.step >= lastStep;
    if (ended && (engine.position.row < feed.rows || epoch + 1 < last)) stop(`${settings.maxSteps} steps were asked for`);
    if (settings.validation && (evaluateEvery || ended || engine.position.row >= feed.rows)) {
      valLogs = prefixed(await evaluateFeed(engine, settings.validation, engine.validationState(), settings.threads, engine.run));
    }
    if (evaluateEvery && !ended && engine.position.row < feed.rows) {
      const logs = { ...engine.results('train', engine.state), ...valLogs };
      for (const { callback, context } of hooks) await callback.onEvaluate?.(engine.position.step, logs, context);
    }
  }
  const seconds = (performance.now() - started) / 1000;
  const logs: Record<string, number> = {
    epoch: epoch + 1,
    ...engine.results('train', engine.state),
    ...valLogs,
    ...engine.multipliers(engine.state),
    learningRate:
      engine.hyperparameters.get('learningRate') ??
      engine.requireCompiled('fit').optimizer.tabulate(Math.max(0, engine.position.step - 1)).learningRate,
    seconds,
    samplesPerSecond: (engine.position.row - startRow) / Math.max(1e-9, seconds),
  };
  if (engine.position.row >= feed.rows) engine.position = { ...engine.position, epoch: epoch + 1, row: 0 };
  return logs;
}

const prefixed = (logs: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(logs).map(([k, v]) => [`val${k[0].toUpperCase()}${k.slice(1)}`, v]));

/** Runs rows [begin, end) of the epoch's order and moves the position on by what was done. */
async function runChunk(
  engine: Engine,
  feed: Feed,
  settings: FitSettings,
  indices: Int32Array | null,
  begin: number,
  end: number,
  report: (done: { rows: number; loss: number | undefined; penalty: number | undefined }) => void,
): Promise<void> {
  const { signal, batchSize } = settings;
  throwIfAborted(signal);
  if (settings.microBatches > 1) return runAccumulatedChunk(engine, feed, settings, indices, begin, end, report);
  const parts = batchParts(feed, batchSize, begin, end, (rows, partial) => engine.trainPlan(rows, feed.columns, partial));
  const watchEntry = engine.entry('train/loss');
  const rowsEntry = engine.entry('train/rows');
  const watched = settings.callbacks.some((c) => c.onProgress);
  const state = engine.writable();
  engine.takeSnapshot();
  for (const { plan: part, from, to } of parts) {
    const job = {
      threads: settings.threads,
      columns: feed.slabs,
      models: [engine.row(part, state, { begin: from, end: to, batch: batchSize, indices, features: feed.features })],
      progressMilliseconds: watched ? progressMilliseconds : 0,
      watch: { offset: watchEntry.offset, bytes: rowsEntry.offset + 8 - watchEntry.offset },
    };
    let run: Run | undefined;
    const stop = () => run?.stop();
    signal?.addEventListener('abort', stop, { once: true });
    engine.running = true;
    let result: Awaited<Run['promise']>;
    try {
      run = engine.run(part, job, watched ? (_model, _steps, rows, bytes) => report({ rows, ...runningLoss(bytes) }) : null);
      if (signal?.aborted) run.stop();
      result = await run.promise;
    } finally {
      engine.running = false;
      signal?.removeEventListener('abort', stop);
    }
    const [model] = result.models;
    engine.position = { ...engine.position, row: engine.position.row + model.rows, step: engine.position.step + model.steps };
    throwFailure(engine, feed, indices, batchSize, { result: model, row: engine.position.row, step: engine.position.step });
    throwSpoiled(engine);
    if (model.status === 'stopped') throwIfAborted(signal);
  }
}

/** The same with steps of several batches. */
async function runAccumulatedChunk(
  engine: Engine,
  feed: Feed,
  settings: FitSettings,
  indices: Int32Array | null,
  begin: number,
  end: number,
  report: (done: { rows: number; loss: number | undefined; penalty: number | undefined }) => void,
): Promise<void> {
  const { batchSize, microBatches, threads, signal, callbacks } = settings;
  const watched = callbacks.some((c) => c.onProgress);
  let reported = performance.now();
  const failed = await runAccumulated(engine, { feed, indices, begin, end, batchSize, microBatches, threads, signal }, () => {
    if (!watched || performance.now() - reported < progressMilliseconds) return;
    reported = performance.now();
    // The position has moved on with each step.
    const { loss, penalty } = engine.results('train', engine.state);
    report({ rows: 0, loss, penalty });
  });
  if (failed) throwFailure(engine, feed, indices, batchSize, failed);
  throwSpoiled(engine);
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

/** The guard sees what the next step makes of an update; after the last one there is none. */
function throwSpoiled(engine: Engine): void {
  const spoiled = engine.spoiledParameter();
  if (spoiled !== undefined) throw spoiledError(engine, spoiled);
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
