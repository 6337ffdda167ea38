/** Many parameter sets, each trained on every fold: models of one structure at once. */
import { setImmediate as turn } from 'node:timers/promises';
import { check } from '../check.ts';
import type { Callback } from '../callbacks/define.ts';
import { earlyStopping } from '../callbacks/early-stopping.ts';
import { namedValue, signOf } from '../callbacks/monitor.ts';
import { Dataset } from '../data/dataset.ts';
import { labelsForStratify } from '../data/split.ts';
import { RidgelineError } from '../errors.ts';
import { type Data, pairOf } from '../models/feed.ts';
import type { History } from '../models/history.ts';
import { type Model, modelRule } from '../models/model.ts';
import { defaultBatchSize } from '../models/options.ts';
import { fitTogether } from '../models/population.ts';
import { residentData } from '../models/resident-data.ts';
import { type Fold, holdOut, kFold, without } from './folds.ts';
import {
  type AnySweepOptions,
  checkSweep,
  fitOptionsOf,
  type GridSweepOptions,
  type SampledSweepOptions,
  type SweepBase,
} from './options.ts';
import { combinations, drawn, type Grid, type ParamsOfGrid, type ParamsOfSamples, type Samples, showParams } from './parameters.ts';
import { pathChart, pathOf, type PathPoint, tableOf } from './path.ts';
import { bestOf, directions, type Summary, summarize, withinOneStandardError } from './select.ts';

/** A parameter set and what came of it, over the folds. */
export interface SweepEntry<P> {
  readonly params: P;
  /** Of the rows trained on, in inference mode, by metric: 'loss' (of the data: without penalties), 'penalty' and what the models are compiled with. */
  readonly train: Readonly<Record<string, Summary>>;
  /** The same of the rows that validate. */
  readonly validation: Readonly<Record<string, Summary>>;
  /** Passes over its rows that each model has had: up to the best, where earlyStopping brought that back. */
  readonly passes: Summary;
  /** The first error of a fold; the others were trained to their end. Such a set is never chosen. */
  readonly error: Error | undefined;
}

/** What a sweep finds. */
export interface SweepResult<P> {
  /** In the order of the grid (the last parameter changes fastest), or of the draws. */
  readonly entries: readonly SweepEntry<P>[];
  /** The chosen set, by `select`. */
  readonly best: SweepEntry<P>;
  /** The set with the best mean. */
  readonly minimum: SweepEntry<P>;
  /** A model with the chosen parameters, trained on all of the data; undefined with `refit: false`. */
  readonly model: Model | undefined;
  readonly history: History | undefined;
  /**
   * Training and validation values by rising value of a parameter with numbers, the regularization path of a penalty; where other parameters vary
   * too, the best set at each value. `metric` is by default the one that sets are chosen by. ERR_OPTION for unknown names.
   */
  path(parameter: Extract<keyof P, string>, metric?: string): PathPoint<P>[];
  /** The path as an SVG image: training and validation values, and one standard error around the latter. */
  chart(parameter: Extract<keyof P, string>, options?: { readonly metric?: string; readonly title?: string }): string;
  /** All sets as a table: parameters, training and validation means, standard errors; marks the chosen set and the minimum. */
  table(metric?: string): string;
}

/**
 * Trains a model for every combination of a grid, or for as many random draws, on every fold of the data (or against validation data), and picks a
 * set by the mean over folds: the best, or the most regularized within one standard error of it. Models whose steps have one structure are one
 * compiled plan over as many states, trained at once over one copy of the data; the weights are, bit for bit, those of one fit after another.
 * An error of one training (a loss that is not finite) is kept with its set and does not stop the others. Hastie, Tibshirani, Friedman 2009, 7.10.
 * @throws ERR_OPTION, ERR_SHAPE, ERR_VALUE, what `model` throws with the parameters named; the first error where no set could be trained; ABORT_ERR.
 */
export function sweep<const G extends Grid>(options: GridSweepOptions<G>): Promise<SweepResult<ParamsOfGrid<G>>>;
export function sweep<S extends Samples>(options: SampledSweepOptions<S>): Promise<SweepResult<ParamsOfSamples<S>>>;
export async function sweep(given: unknown): Promise<SweepResult<Params>> {
  const options = given as AnySweepOptions;
  checkSweep(where, options);
  const { grid, samples, count = 0, seed = 0, monitor = 'loss', mode, refit = true } = options;
  const sets = grid ? combinations(where, grid) : drawn(where, samples as Samples, count, seed);
  const simplest = options.select === 'oneStandardError' ? directions(where, sets, options.simplest) : [];
  const factory = modelFactory(options.model);
  const first = factory(sets[0]);
  const folds = foldsOf(options, first);
  const entries = await trained(options, sets, folds, factory, first);
  const sign = signOf(monitor, mode);
  const candidates = entries.map(({ params, validation, error }) => ({ params, score: scoreOf(validation, monitor, error) }));
  const minimum = bestOf(candidates, sign);
  if (minimum < 0) throw entries.find(({ error }) => error)?.error ?? notFinite(monitor);
  const best = simplest.length > 0 ? withinOneStandardError(candidates, sign, simplest) : minimum;
  const last = refit ? await refitted(options, factory, entries[best]) : undefined;
  return {
    entries,
    best: entries[best],
    minimum: entries[minimum],
    model: last?.model,
    history: last?.history,
    path: (parameter, metric = monitor) => pathOf('path', entries, parameter, metric, signOf(metric, metric === monitor ? mode : 'auto')),
    chart: (parameter, { metric = monitor, title = `${metric} by ${parameter}` } = {}) =>
      pathChart(pathOf('chart', entries, parameter, metric, signOf(metric, metric === monitor ? mode : 'auto')), parameter, metric, title),
    table: (metric = monitor) =>
      tableOf(entries, metric, (i) => (entries[i].error ? 'failed' : i === best ? 'chosen' : i === minimum ? 'minimum' : '')),
  };
}

const where = 'sweep';
type Params = Readonly<Record<string, unknown>>;
type Factory = (params: Params) => Model;

/** The user's function, with its errors naming the parameters; each model is used once. */
function modelFactory(make: SweepBase<Params>['model']): Factory {
  const known = new WeakSet<Model>();
  return (params) => {
    let model: unknown;
    try {
      model = make(params);
    } catch (error) {
      throw named(`model(${showParams(params)})`, error as Error);
    }
    check(where, 'what model returns', model, modelRule);
    if (known.has(model))
      throw new RidgelineError('ERR_OPTION', `${where}: expected a new model from each call of model, got the same one twice`);
    known.add(model);
    return model;
  };
}

/** An error with the parameters that led to it. */
function named(what: string, error: Error): Error {
  const message = `${where}: ${what}: ${error.message}`;
  return error instanceof RidgelineError ? new RidgelineError(error.code, message, { cause: error }) : new Error(message, { cause: error });
}

const notFinite = (monitor: string): RidgelineError =>
  new RidgelineError('ERR_NON_FINITE', `${where}: no parameter set has a finite validation ${monitor}`);

function scoreOf(validation: SweepEntry<Params>['validation'], monitor: string, error: Error | undefined): Summary {
  if (error) return summarize([NaN]);
  return validation[monitor] ?? summarize([namedValue(where, monitor, Object.fromEntries(Object.keys(validation).map((k) => [k, 0])))]);
}

/** What validates in turn; undefined rows: other data. */
function foldsOf({ data, folds = 5, validation, stratify, seed = 0 }: AnySweepOptions, model: Model): (Fold | undefined)[] {
  const { x, y } = pairOf(where, data);
  const [rows] = x.shape;
  const { loss } = model.engine.requireCompiled(where).outputs[0];
  const classes = y?.size === rows && (loss.target === 'sparse' || new Set<number>(y.data).size === 2);
  const labels = (stratify ?? classes) ? labelsForStratify(y) : undefined;
  if (typeof validation === 'number') return [holdOut(where, rows, validation, seed, labels)];
  if (validation !== undefined) return [undefined];
  return typeof folds === 'number' ? kFold(where, rows, folds, seed, labels) : folds.map((part) => without(where, rows, part));
}

/** One training, and its model. */
interface Built {
  readonly params: Params;
  readonly fold: number;
  readonly rows: Fold | undefined;
  readonly model: Model;
  readonly watched: readonly Callback[];
}

/** What one training gave. */
interface Trained {
  readonly train?: Readonly<Record<string, number>>;
  readonly validation?: Readonly<Record<string, number>>;
  readonly passes: number;
  readonly error?: Error;
}

async function trained(
  options: AnySweepOptions,
  sets: readonly Params[],
  folds: readonly (Fold | undefined)[],
  factory: Factory,
  first: Model,
): Promise<SweepEntry<Params>[]> {
  const { parallel = 64, signal } = options;
  const data = residentData(where, options.data);
  const other =
    options.validation === undefined || typeof options.validation === 'number'
      ? undefined
      : residentData(`${where}: validation`, options.validation);
  const trainings = sets.flatMap((params) => folds.map((rows, fold) => ({ params, fold, rows })));
  const report = reporter(options, trainings.length);
  const done: Trained[] = [];
  try {
    while (done.length < trainings.length) {
      const group: Built[] = [];
      for (const [i, training] of trainings.slice(done.length, done.length + parallel).entries()) {
        const model = done.length + i === 0 ? first : factory(training.params);
        group.push({ ...training, model, watched: callbacksOf(options, training) });
        // The event loop goes on meanwhile.
        await turn();
      }
      const members = group.map(({ model, rows, watched }) => ({
        model,
        rows: rows?.train,
        ...(watched.length > 0 && rows ? { validationRows: rows.validation } : {}),
        callbacks: [...watched, report()],
        evaluations: [{ rows: rows?.train }, { data: other, rows: rows?.validation }],
      }));
      const validates = other && group.some(({ watched }) => watched.length > 0);
      const outcomes = await fitTogether(members, data, { ...fitOptionsOf(options), ...(validates ? { validationData: other } : {}) });
      group.forEach((training, i) => {
        const outcome = outcomes[i];
        const { history } = outcome;
        const { step } = training.model.engine.position;
        const steps = options.earlyStopping ? (history?.bestStep ?? step) : step;
        const passes = steps / stepsPerPass(training.rows?.train.length ?? data.rows, options);
        const told = `${showParams(training.params)}${folds.length > 1 ? `, fold ${training.fold + 1} of ${folds.length}` : ''}`;
        if (outcome.error) done.push({ passes, error: named(told, outcome.error) });
        else {
          const [train, validation] = outcome.evaluations.map(ofData);
          done.push({ passes, train, validation });
        }
      });
    }
  } catch (error) {
    if (!signal?.aborted || !(error instanceof RidgelineError) || error.code !== 'ABORT_ERR') throw error;
    const whole = Math.floor(done.length / folds.length);
    throw Object.assign(
      new RidgelineError('ABORT_ERR', `${where}: stopped by its AbortSignal after ${done.length} of ${trainings.length} models`, {
        cause: signal.reason,
      }),
      { entries: sets.slice(0, whole).map((params, i) => entryOf(params, done.slice(i * folds.length, (i + 1) * folds.length))) },
    );
  }
  return sets.map((params, i) => entryOf(params, done.slice(i * folds.length, (i + 1) * folds.length)));
}

/** The loss without what penalties add to it. */
const ofData = (values: Readonly<Record<string, number>>): Record<string, number> => ({
  ...values,
  loss: values.loss - (values.penalty ?? 0),
});

function entryOf(params: Params, folds: readonly Trained[]): SweepEntry<Params> {
  const over = (phase: 'train' | 'validation') => {
    const names = Object.keys(folds.find((f) => f[phase])?.[phase] ?? {});
    return Object.fromEntries(names.map((name) => [name, summarize(folds.map((f) => f[phase]?.[name] ?? NaN))]));
  };
  return {
    params,
    train: over('train'),
    validation: over('validation'),
    passes: summarize(folds.map(({ passes }) => passes)),
    error: folds.find(({ error }) => error)?.error,
  };
}

function callbacksOf({ earlyStopping: stopping, callbacks }: AnySweepOptions, { params, fold }: { params: Params; fold: number }) {
  const stops = stopping ? [earlyStopping({ ...stopping, restoreBestWeights: true })] : [];
  return [...(callbacks?.({ params, fold }) ?? []), ...stops];
}

/** Makes the callback of each training that moves progress on. */
function reporter({ onProgress, epochs = 1 }: AnySweepOptions, models: number): () => Callback {
  let finished = 0;
  let passed = 0;
  return () => {
    let own = 0;
    const tell = () => onProgress?.({ finished, models, share: passed / (models * epochs) });
    return {
      onEpochEnd() {
        own++;
        passed++;
        // The last epoch is told with the end.
        if (own < epochs) tell();
      },
      onTrainEnd() {
        passed += epochs - own;
        finished++;
        tell();
      },
    };
  };
}

function stepsPerPass(rows: number, { batchSize = defaultBatchSize, gradientAccumulation = 1 }: AnySweepOptions): number {
  return batchSize === 'full' ? 1 : Math.ceil(rows / (Math.min(batchSize, rows) * gradientAccumulation));
}

async function refitted(options: AnySweepOptions, factory: Factory, { params, passes }: SweepEntry<Params>) {
  const model = factory(params);
  const data = datasetOf(options.data);
  const perPass = stepsPerPass(data.length, options);
  const steps = Math.max(1, Math.round(passes.mean * perPass));
  const length = options.earlyStopping ? { maxSteps: steps, epochs: Math.ceil(steps / perPass) } : {};
  try {
    return { model, history: await model.fit(data, { ...fitOptionsOf(options), ...length, verbose: false }) };
  } catch (error) {
    throw Object.assign(named(`the refit of ${showParams(params)}`, error as Error), { history: (error as { history?: History }).history });
  }
}

function datasetOf(data: Data): Dataset {
  const { x, y } = pairOf(where, data);
  return new Dataset(y ? { x, y } : { x });
}
