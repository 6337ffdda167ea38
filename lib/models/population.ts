/** Several models trained, evaluated and asked at once, over one copy of the data: models of one structure are one plan over as many slabs. */
import { setImmediate as turn } from 'node:timers/promises';
import { checkOptions } from '../check.ts';
import { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { backend } from '../runtime/backend.ts';
import { loadNative } from '../runtime/native.ts';
import { type ArrayInput, type NDArray, toNDArray } from '../tensor/ndarray.ts';
import type { Engine, Runner } from './engine.ts';
import { evaluateFeed } from './evaluate.ts';
import { type Data, type InputRows, inputRows } from './feed.ts';
import { fitModel } from './fit-model.ts';
import type { History } from './history.ts';
import { type JointSettings, jointRuns } from './joint-runs.ts';
import type { Model } from './model.ts';
import { type CommonFitOptions, type FitOptions, fitRules } from './options.ts';
import { type AskedRows, predictAsync } from './predict.ts';
import { featuresOf, isResident, ofRows, type ResidentData, residentData, wideInput } from './resident-data.ts';

/** A compiled model of a population, with what is its own: all else is in the options for all. Seeds and numbers are the model's. */
export interface Member extends Omit<CommonFitOptions, 'signal' | 'threads' | 'verbose' | 'validationSplit'> {
  readonly model: Model;
  /** Rows of the data that it is trained on, with repeats where they count twice; default all. */
  readonly rows?: ArrayLike<number>;
  /** Elements of the data's rows that its inputs are, in order, with repeats; default all. */
  readonly features?: ArrayLike<number>;
  /** Rows that validate it, of validationData where that is given, else of the data; default all of validationData. */
  readonly validationRows?: ArrayLike<number>;
  /** Weight per row of the data (not of `rows`), shape [rows of data]. */
  readonly sampleWeight?: ArrayInput;
  /** Weight per class number; multiplied with sampleWeight. */
  readonly classWeight?: Readonly<Record<string, number>>;
  /** What it is evaluated on when its training has come to its end, while others train; default nothing. */
  readonly evaluations?: readonly Evaluated[];
}

/** Rows on which a member is evaluated. */
export interface Evaluated {
  /** Default the data that it is trained on. */
  readonly data?: Data | ResidentData | undefined;
  /** Default all. */
  readonly rows?: ArrayLike<number> | undefined;
}

/** What holds for all members of a population. */
export interface TogetherOptions extends Omit<FitOptions, 'callbacks' | 'verbose' | 'validationSplit' | 'validationData'> {
  readonly validationData?: Data | ResidentData;
}

/** How a member's training ended: with its history and what its evaluations gave, or with the error that ended it alone. */
export type Outcome =
  | { readonly history: History; readonly evaluations: readonly Readonly<Record<string, number>>[]; readonly error?: undefined }
  | { readonly error: Error; readonly history?: History };

/**
 * Trains the members at once; resolves with an outcome for each, in their order. Weights and histories are, bit for bit, those of
 * `model.fit` on the member's rows, one member after another. Members whose steps have one structure (numbers may differ) run as one plan over
 * their slabs; callbacks are each member's own, and an error of one (ERR_NON_FINITE, what a callback throws) does not stop the others.
 * Each member takes memory for its state (weights, statistics, optimizer) and, where a callback keeps best weights, for those: it has no snapshot, so
 * that it cannot be read while its run is on, and keeps weights that an update has spoiled.
 * @throws ERR_OPTION, ERR_SHAPE, ERR_VALUE, ERR_NOT_COMPILED, ERR_BUSY before anything is trained; ABORT_ERR, with `outcomes`, once all have stopped.
 */
export async function fitTogether(
  members: readonly Member[],
  data: Data | ResidentData,
  options: TogetherOptions = {},
): Promise<Outcome[]> {
  const where = 'fit';
  const models = members.map(({ model }) => model);
  checkModels(where, models);
  const { validationData, sampleWeight, classWeight, ...common } = options;
  const known = new Map<Data | ResidentData, ResidentData>();
  const resident = (argument: string, given: Data | ResidentData): ResidentData => {
    const there = isResident(given) ? given : (known.get(given) ?? residentData(argument, given));
    known.set(given, there);
    return there;
  };
  const training = resident(where, data);
  const validation = validationData === undefined ? training : resident(`${where}: validationData`, validationData);
  const feeds = members.map((member, i) => {
    const { engine } = member.model;
    checkOptions(where, { ...common, ...ownOptions(member) }, fitRules);
    if (engine.fitting) throw new RidgelineError('ERR_BUSY', `${where}: member ${i} is being trained; wait for the other fit()`);
    const own = { sampleWeight: member.sampleWeight ?? sampleWeight, classWeight: member.classWeight ?? classWeight };
    const validates = member.validationRows !== undefined || validationData !== undefined;
    return {
      training: ofRows(`${where}: member ${i}: rows`, training.of(engine, own, member.features), member.rows),
      validation: validates
        ? ofRows(`${where}: member ${i}: validationRows`, validation.of(engine, {}, member.features), member.validationRows)
        : undefined,
      evaluations: (member.evaluations ?? []).map((evaluated) =>
        ofRows(
          `${where}: member ${i}: evaluations`,
          resident(`${where}: evaluations`, evaluated.data ?? data).of(engine, {}, member.features),
          evaluated.rows,
        ),
      ),
    };
  });
  const there = machine(options.threads);
  const { threads } = there;
  const joint = jointRuns({ ...there, models: members.length, again: true });
  const stops = stopsOf(options.signal, members.length);
  const trained = async (member: Member, feed: (typeof feeds)[number], signal: AbortSignal | undefined): Promise<Outcome> => {
    const { engine } = member.model;
    try {
      const fit = () =>
        fitModel(member.model, { ...common, ...ownOptions(member), ...(signal ? { signal } : {}), verbose: false }, () => feed);
      const history = await engine.inPopulation(joint.runner, fit);
      const evaluations: Record<string, number>[] = [];
      // One after another: the sums of an evaluation are part of the state.
      for (const rows of feed.evaluations) evaluations.push(await evaluateFeed(engine, rows, engine.writable(), threads, joint.runner));
      return { history, evaluations };
    } catch (error) {
      return { error: error as Error, history: (error as { history?: History }).history };
    } finally {
      joint.leave();
    }
  };
  const begun: Promise<Outcome>[] = [];
  for (const [i, member] of members.entries()) {
    begun.push(trained(member, feeds[i], stops.signals[i]));
    // The event loop goes on while steps are traced, and the first members train meanwhile.
    await turn();
  }
  const outcomes = await Promise.all(begun).finally(stops.release);
  if (options.signal?.aborted)
    throw Object.assign(
      new RidgelineError(
        'ABORT_ERR',
        'fit: stopped by its AbortSignal; the weights are those of the last finished steps, or what a callback brought back',
        {
          cause: options.signal.reason,
        },
      ),
      { outcomes },
    );
  return outcomes;
}

/** The outputs of every model for the same rows (of model i: their elements `features[i]`), in one job where they have one structure. */
export async function predictTogether(
  models: readonly Model[],
  x: ArrayInput | Dataset | ResidentData,
  options: { readonly threads?: number; readonly features?: readonly (ArrayLike<number> | undefined)[] } = {},
): Promise<NDArray[]> {
  const where = 'predict';
  checkModels(where, models);
  const rowsFor = isResident(x) ? residentRows(x) : rowsOfArray(where, x instanceof Dataset ? x.x : toNDArray(where, 'x', x));
  const rows = models.map(({ engine }, i) => rowsFor(engine, options.features?.[i]));
  const there = machine(options.threads);
  return together(models, there, async ({ engine }, i, run) => {
    const [outputs] = await predictAsync(engine, [rows[i]], there.threads, undefined, run);
    return outputs;
  });
}

type RowsFor = (engine: Engine, features: ArrayLike<number> | undefined) => AskedRows;

const residentRows =
  (data: ResidentData): RowsFor =>
  (engine, list) => {
    const { slabs, columns, rows, features } = data.of(engine, {}, list);
    return { data: slabs[0], dtype: columns.x[0], rows, features };
  };

/** One array for all, so that there is one column. */
function rowsOfArray(where: string, array: NDArray): RowsFor {
  const known = new Map<string, InputRows>();
  return (engine, list) => {
    const features = featuresOf(where, engine, array, list);
    const input = wideInput(engine, features);
    const kind = `${input.dtype}/${input.shape}`;
    const whole = known.get(kind) ?? inputRows(where, array, input);
    known.set(kind, whole);
    return { ...whole, features };
  };
}

/** A signal for each member that follows `signal`, on which there is one listener for all: Node.js warns of a leak where there are more than ten. */
function stopsOf(signal: AbortSignal | undefined, count: number): { signals: readonly AbortSignal[]; release: () => void } {
  // What is no signal is refused by fit.
  if (!(signal instanceof AbortSignal)) return { signals: [], release: () => {} };
  const stops = Array.from({ length: count }, () => new AbortController());
  const follow = (): void => {
    for (const stop of stops) stop.abort(signal.reason);
  };
  if (signal.aborted) follow();
  else signal.addEventListener('abort', follow, { once: true });
  return { signals: stops.map((stop) => stop.signal), release: () => signal.removeEventListener('abort', follow) };
}

const ownOptions = ({
  model: _model,
  rows: _rows,
  features: _features,
  validationRows: _to,
  sampleWeight: _by,
  classWeight: _class,
  evaluations: _after,
  ...own
}: Member) => own;

/** Runs that begin together are one job. */
function together<T>(models: readonly Model[], there: Machine, fn: (model: Model, i: number, run: Runner) => Promise<T>): Promise<T[]> {
  const joint = jointRuns({ ...there, models: models.length, again: false });
  return Promise.all(models.map((model, i) => fn(model, i, joint.runner).finally(joint.leave)));
}

type Machine = Pick<JointSettings, 'threads' | 'queue' | 'cache'>;

/** Threads to use, and the size of the last cache. */
function machine(given: number | undefined): Machine {
  const { name, createQueue } = backend();
  // The interpreter has one thread.
  if (name === 'reference') return { threads: 1, queue: createQueue(1), cache: 0 };
  const { threads: usual, caches } = loadNative().info();
  const threads = given ?? usual;
  return { threads, queue: createQueue(threads), cache: caches.l3 };
}

function checkModels(where: string, models: readonly Model[]): void {
  if (models.length === 0) throw new RidgelineError('ERR_OPTION', `${where}: expected at least one model`);
  if (new Set(models).size < models.length) throw new RidgelineError('ERR_OPTION', `${where}: expected different models, got one twice`);
}
