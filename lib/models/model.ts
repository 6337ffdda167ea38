/** The model as users meet it. */
import {
  anything,
  boolean,
  check,
  checkOptions,
  either,
  functionRule,
  inRange,
  oneOf,
  optional,
  positiveInt,
  type Rule,
  type Rules,
  string,
} from '../check.ts';
import { progress } from '../callbacks/index.ts';
import type { Callback } from '../callbacks/define.ts';
import { Dataset } from '../data/dataset.ts';
import { RidgelineError, showShape } from '../errors.ts';
import type { Loss } from '../losses/define.ts';
import { resolveLoss } from '../losses/index.ts';
import type { Metric } from '../metrics/define.ts';
import { resolveMetric } from '../metrics/index.ts';
import type { Optimizer } from '../optimizers/define.ts';
import { type GroupOptions, type Groups, groupsRule } from '../optimizers/groups.ts';
import { resolveOptimizer } from '../optimizers/index.ts';
import { splitSeed } from '../random.ts';
import { type RegularizerLike, resolveRegularizer } from '../regularizers/index.ts';
import { checkIndices, type Executable, type Job, type Slab } from '../runtime/backend.ts';
import { type ArrayInput, type NDArray, toNDArray } from '../tensor/ndarray.ts';
import type { Precision, Tensor } from '../tensor/tensor.ts';
import { precisionRule } from './precision.ts';
import { Engine, outputArray } from './engine.ts';
import { evaluateFeed } from './evaluate.ts';
import { dataRule, type Feed, feedOf, inputRows, pair, pairOf, rowWeights } from './feed.ts';
import { fitFeed } from './fit.ts';
import { currentGroups } from './groups.ts';
import type { History } from './history.ts';
import { type TrainingMemory, trainingMemory } from './memory.ts';
import type { Network } from './network.ts';
import { saveModel } from './save.ts';
import type { Columns } from './steps.ts';
import { summarize } from './summary.ts';

/** A function of (yTrue, yPred), as Tensors: values per row [rows], or one value for the batch. */
export type LossFunction = (yTrue: Tensor, yPred: Tensor) => Tensor;

/** What Model.compile takes. */
export interface CompileOptions {
  /** An optimizer, or the name of one with its defaults. */
  readonly optimizer: Optimizer | string;
  /** A loss, the name of one, or a function of two Tensors. */
  readonly loss: Loss | string | LossFunction;
  /** Metrics, names of metrics, or functions of two Tensors giving a value per row; default none. */
  readonly metrics?: readonly (Metric | string | LossFunction)[];
  /**
   * Penalty on every kernel whose layer has none of its own (a layer is left out by `kernelRegularizer: regularizers.l2(0)`); each kernel adds its
   * own term. Default none.
   */
  readonly kernelRegularizer?: RegularizerLike;
  /** The same for biases, which kernelRegularizer leaves alone; default none. */
  readonly biasRegularizer?: RegularizerLike;
  /**
   * 'bfloat16': the matrix products of training, evaluation and prediction round their operands to bfloat16 and add up in float32; weights,
   * updates and everything else stay float32. About twice as fast where the processor has such products (`info().bf16`); correct, and
   * slower than float32, elsewhere. Default 'float32'.
   */
  readonly precision?: Precision;
}

/** What Model.fit takes. */
export interface FitOptions {
  /** Passes over the data; default 1. */
  readonly epochs?: number;
  /** Rows per step, or 'full' for all; default 32. The last batch of an epoch may be smaller. */
  readonly batchSize?: number | 'full';
  /**
   * Batches that make one step of the optimizer, whose gradients are added up: the step of `batchSize` times as many rows, in the memory of one
   * batch; default 1. The mean is over the rows that there are, also where the last batches of an epoch are fewer or smaller; a loss that gives
   * one value for a batch counts by its rows. Batch normalization takes its statistics from each batch and moves their averages with each, dropout
   * and noise are drawn for each, sam takes its second gradient near each. Schedules, steps and evaluateEvery count steps of the optimizer. A signal stops between steps.
   */
  readonly gradientAccumulation?: number;
  /** Evaluated after every epoch: a dataset or [x, y]. */
  readonly validationData?: Dataset | readonly [ArrayInput, ArrayInput];
  /** Share of the rows, from the end of the data, kept for validation; in (0, 1). */
  readonly validationSplit?: number;
  /** New order of the rows each epoch, from the model's seed; default true. */
  readonly shuffle?: boolean;
  readonly callbacks?: readonly Callback[];
  /** Weight per row, shape [rows]: the loss is the weighted sum over the batch divided by its rows. */
  readonly sampleWeight?: ArrayInput;
  /** Weight per class number; multiplied with sampleWeight. */
  readonly classWeight?: Readonly<Record<string, number>>;
  /** 'auto': a progress bar on a terminal, nothing elsewhere; true: also plain lines elsewhere; false: nothing. Default 'auto'. */
  readonly verbose?: boolean | 'auto';
  /** Stops training after the step that is running; fit rejects with an error of code ABORT_ERR. */
  readonly signal?: AbortSignal;
  /** Threads to use; default what setThreads() says. */
  readonly threads?: number;
  /** Steps between evaluations inside an epoch (callbacks get onEvaluate); default once per epoch. */
  readonly evaluateEvery?: number;
  /** Steps of the optimizer after which training ends, also inside an epoch; default only `epochs` counts. */
  readonly maxSteps?: number;
}

const compileRules: Rules<CompileOptions> = {
  optimizer: either(string, anything) as never,
  loss: anything as never,
  metrics: optional(anything) as never,
  kernelRegularizer: optional(anything) as never,
  biasRegularizer: optional(anything) as never,
  precision: optional(precisionRule),
};
const recordRule: Rule<object> = {
  expected: 'an object of names and values',
  invalid: 1,
  test: (v): v is object => typeof v === 'object' && v !== null && !Array.isArray(v) && !ArrayBuffer.isView(v),
};
const hooks = ['onTrainBegin', 'onEpochBegin', 'onEpochEnd', 'onEvaluate', 'onNonFinite', 'onTrainEnd', 'onProgress'] as const;
const callbacksRule: Rule<readonly Callback[]> = {
  expected: 'an array of objects with functions onTrainBegin, onEpochBegin, onEpochEnd, onEvaluate, onNonFinite, onTrainEnd or onProgress',
  invalid: [null],
  test: (v): v is readonly Callback[] =>
    Array.isArray(v) &&
    v.every((c) => recordRule.test(c) && hooks.every((h) => ['function', 'undefined'].includes(typeof (c as Callback)[h]))),
};
const integerUpTo = (largest: number): Rule<number> => ({
  expected: `an integer in [1, ${largest}]`,
  invalid: 0,
  test: (v): v is number => Number.isInteger(v) && (v as number) >= 1 && (v as number) <= largest,
});
/** The executor's bounds. */
const threadsRule = integerUpTo(1024);
const rowsRule = integerUpTo(2 ** 31 - 1);
const threadRules: Rules<{ readonly threads?: number }> = { threads: optional(threadsRule) };
export const fitRules: Rules<FitOptions> = {
  epochs: optional(positiveInt),
  batchSize: optional(either(positiveInt, oneOf('full'))),
  validationData: optional(dataRule) as never,
  validationSplit: optional(inRange('(0, 1)')),
  shuffle: optional(boolean),
  callbacks: optional(callbacksRule) as never,
  sampleWeight: optional(anything) as never,
  classWeight: optional(recordRule) as never,
  verbose: optional(either(boolean, oneOf('auto'))),
  signal: optional(anything) as never,
  threads: optional(threadsRule),
  evaluateEvery: optional(positiveInt),
  maxSteps: optional(positiveInt),
  gradientAccumulation: optional(positiveInt),
};
export const defaultBatchSize = 32;

/** Runs that fill an output, one after another. */
interface Prediction {
  readonly parts: readonly { readonly executable: Executable; readonly job: Job }[];
  readonly output: NDArray;
  readonly state: Slab;
}

/** A trainable model. Made by {@link sequential} or {@link loadModel}. */
export class Model {
  /** @internal */
  readonly engine: Engine;
  /** Texts of your own that save() writes and loadModel() brings back; names must not be 'ridgeline'. */
  readonly metadata: Record<string, string> = {};

  /** @internal Models are made by sequential() and loadModel(). */
  constructor(network: Network, seed: number, initial?: Readonly<Record<string, NDArray>>) {
    this.engine = new Engine(network, seed, initial);
  }

  /** The seed of initial weights, shuffling, dropout and noise. */
  get seed(): number {
    return this.engine.seed;
  }
  /** Input shape without the batch axis. */
  get inputShape(): readonly number[] {
    return this.engine.network.input.shape;
  }
  /** Output shape without the batch axis. */
  get outputShape(): readonly number[] {
    return this.engine.outputShape;
  }
  /** Number of plans compiled so far. */
  get planCount(): number {
    return this.engine.program.planCount;
  }

  /**
   * Fixes optimizer, loss and metrics. Weights are kept; optimizer state starts anew.
   * @throws ERR_OPTION for unknown names or options, and for proximal penalties with an optimizer that has no step size; ERR_BUSY during fit.
   */
  compile(options: CompileOptions): void {
    checkOptions('compile', options, compileRules);
    const metrics = options.metrics ?? [];
    if (!Array.isArray(metrics)) throw new RidgelineError('ERR_OPTION', 'compile: expected an array for metrics');
    this.engine.compile(
      resolveOptimizer('compile', options.optimizer),
      resolveLoss('compile', options.loss),
      metrics.map((m) => resolveMetric('compile', m)),
      options.precision ?? 'float32',
      {
        kernel: resolveRegularizer('compile: kernelRegularizer', options.kernelRegularizer),
        bias: resolveRegularizer('compile: biasRegularizer', options.biasRegularizer),
      },
    );
  }

  /**
   * Trains off the JavaScript thread. x is a dataset or an array [rows, ...]; y holds labels or values per row.
   * Going on after an interrupted fit, or after loading a training save, finishes the open epoch first, bit for bit as if never interrupted.
   * @throws ERR_NOT_COMPILED; ERR_BUSY when a fit is on; ERR_SHAPE, ERR_VALUE for data that does not fit; ERR_NON_FINITE; ABORT_ERR.
   */
  fit(x: Dataset, options?: FitOptions): Promise<History>;
  fit(x: ArrayInput, y: ArrayInput, options?: FitOptions): Promise<History>;
  async fit(x: Dataset | ArrayInput, ...rest: (ArrayInput | FitOptions | undefined)[]): Promise<History> {
    const isPair = !(x instanceof Dataset);
    const [y, options = {}] = (isPair ? rest : [undefined, rest[0]]) as [ArrayInput | undefined, FitOptions | undefined];
    const { engine } = this;
    engine.requireCompiled('fit');
    checkOptions('fit', options, fitRules);
    if (engine.fitting) throw new RidgelineError('ERR_BUSY', 'fit: this model is being trained; wait for the other fit()');
    if (options.signal !== undefined && !(options.signal instanceof AbortSignal))
      check('fit', 'signal', options.signal, {
        ...functionRule,
        expected: 'an AbortSignal',
        test: (v): v is never => v instanceof AbortSignal,
      });
    engine.fitting = true;
    try {
      const data = pair('fit', x, y);
      const { training, validation } = this.#feeds(data, options);
      const { verbose = 'auto', batchSize = defaultBatchSize } = options;
      const shown = verbose === true || (verbose === 'auto' && process.stderr.isTTY === true);
      return await fitFeed(engine, training, {
        epochs: options.epochs ?? 1,
        batchSize: batchSize === 'full' ? training.rows : Math.min(batchSize, training.rows),
        shuffle: options.shuffle ?? true,
        validation,
        callbacks: [...(options.callbacks ?? []), ...(shown ? [progress()] : [])],
        context: { model: this, epochs: options.epochs ?? 1, restoreBest: () => engine.restoreBest() },
        signal: options.signal,
        threads: options.threads ?? 0,
        evaluateEvery: options.evaluateEvery,
        maxSteps: options.maxSteps,
        microBatches: options.gradientAccumulation ?? 1,
      });
    } finally {
      engine.fitting = false;
    }
  }

  #feeds({ x, y }: { x: NDArray; y: NDArray | undefined }, options: FitOptions): { training: Feed; validation: Feed | undefined } {
    if (options.validationData !== undefined && options.validationSplit !== undefined)
      throw new RidgelineError('ERR_OPTION', 'fit: expected validationData or validationSplit, got both');
    const rows = x.shape[0];
    const weights = rowWeights('fit', rows, y, options.sampleWeight, options.classWeight);
    if (options.validationSplit !== undefined) {
      const kept = Math.floor(rows * (1 - options.validationSplit));
      if (kept < 1 || kept >= rows || !y)
        throw new RidgelineError('ERR_VALUE', `fit: validationSplit ${options.validationSplit} of ${rows} rows leaves a part empty`);
      return {
        training: feedOf(this.engine, 'fit', x.rows(0, kept), y.rows(0, kept), weights?.subarray(0, kept)),
        validation: feedOf(this.engine, 'fit', x.rows(kept), y.rows(kept), weights?.subarray(kept)),
      };
    }
    let validation: Feed | undefined;
    if (options.validationData !== undefined) {
      const v = pairOf('fit', options.validationData);
      validation = feedOf(this.engine, 'fit: validationData', v.x, v.y, undefined);
    }
    return { training: feedOf(this.engine, 'fit', x, y, weights), validation };
  }

  /** Loss and metrics over a dataset, or x and y, in inference mode. During a fit it sees the weights of the last boundary. */
  evaluate(x: Dataset, y?: undefined, options?: { readonly threads?: number }): Promise<Record<string, number>>;
  evaluate(x: ArrayInput, y: ArrayInput, options?: { readonly threads?: number }): Promise<Record<string, number>>;
  async evaluate(x: Dataset | ArrayInput, y?: ArrayInput, options: { readonly threads?: number } = {}): Promise<Record<string, number>> {
    const { engine } = this;
    engine.requireCompiled('evaluate');
    checkOptions('evaluate', options, threadRules);
    const data = pair('evaluate', x, y);
    const feed = feedOf(this.engine, 'evaluate', data.x, data.y, undefined);
    return evaluateFeed(engine, feed, engine.copyOfState(), options.threads ?? 0);
  }

  /** Outputs for each row of x, [rows, ...outputShape], off the JavaScript thread. During a fit it uses the weights of the last boundary. */
  async predict(x: ArrayInput | Dataset, options: { readonly threads?: number } = {}): Promise<NDArray> {
    checkOptions('predict', options, threadRules);
    return this.#predicted(this.#prediction('predict', x, options.threads ?? 0));
  }

  /** @internal A prediction in which noise and dropout act, as drawn for a pass (in [0, 65536)) of a seed. */
  sampled(x: ArrayInput | Dataset, pass: number, seed: number, threads: number): Promise<NDArray> {
    return this.#predicted(this.#prediction('predict', x, threads, { pass, seed }));
  }

  async #predicted(call: Prediction): Promise<NDArray> {
    await this.engine.reading(call.state, async () => {
      for (const part of call.parts) checkIndices('predict', (await part.executable.run(part.job, null).promise).models[0]);
    });
    return call.output;
  }

  /** The same on the calling thread: for few rows, on a request path. */
  predictSync(x: ArrayInput | Dataset): NDArray {
    const call = this.#prediction('predictSync', x, 0);
    for (const part of call.parts) checkIndices('predictSync', part.executable.runSync(part.job).models[0]);
    return call.output;
  }

  #prediction(
    where: string,
    x: ArrayInput | Dataset,
    threads: number,
    sample?: { readonly pass: number; readonly seed: number },
  ): Prediction {
    const { engine } = this;
    const array = x instanceof Dataset ? x.x : toNDArray(where, 'x', x);
    const { data, rows, dtype } = inputRows(where, array, engine.network.input);
    const output = outputArray(rows, engine.outputShape);
    const width = output.size / rows;
    const stochastic = sample !== undefined;
    const plan = engine.predictPlan(rows, dtype, stochastic);
    const parts: Prediction['parts'][number][] = [];
    const state = engine.readable();
    // A run copies its columns when it begins: where several follow one another, x may have changed by the second.
    const column = plan.partial || rows <= plan.rows ? data : data.slice();
    for (let begin = 0; begin < rows; ) {
      const whole = plan.partial ? rows : begin + Math.floor((rows - begin) / plan.rows) * plan.rows;
      const part = whole > begin ? plan : engine.predictPlan(rows - begin, dtype, stochastic);
      const end = whole > begin ? whole : rows;
      const outputs = [end - begin === rows ? output.data : output.data.subarray(begin * width, end * width)];
      const usual = engine.row(part, state, { begin, end, batch: part.rows, outputs });
      const row = sample ? { ...usual, seed: splitSeed(sample.seed), sample: sample.pass, step: Math.floor(begin / plan.rows) } : usual;
      parts.push({
        executable: part.executable,
        job: { threads, columns: [column], models: [row], progressMilliseconds: 0, watch: { offset: 0, bytes: 0 } },
      });
      begin = end;
    }
    return { parts, output, state };
  }

  /** The layers as a table: name, output shape, parameters. */
  summary(): string {
    return summarize(this.engine);
  }

  /**
   * Copies of all weights and statistics, by name ('dense/kernel'): those that predict and evaluate use, which an averaging optimizer (ema, swa,
   * lookahead, scheduleFree) keeps beside the ones that it trains. `training` gives the latter.
   */
  getWeights(options: { readonly training?: boolean } = {}): Record<string, NDArray> {
    checkOptions('getWeights', options, { training: optional(boolean) });
    return this.engine.weights(options.training);
  }

  /** Writes some or all weights by name, and the averages of them that an optimizer keeps; shapes must fit. ERR_BUSY while a step runs. */
  setWeights(weights: Readonly<Record<string, ArrayInput>>): void {
    this.engine.requireIdle('setWeights');
    check('setWeights', 'weights', weights, recordRule);
    const arrays = Object.entries(weights).map(([name, value]) => [name, toNDArray('setWeights', name, value, 'float32')]);
    this.engine.setWeights('setWeights', Object.fromEntries(arrays));
  }

  /** Every number that can change without compiling, by path: 'dropout/rate', 'dense/kernel/l2', 'learningRate' and the optimizer's others. */
  getHyperparameters(): Record<string, number> {
    const { optimizer } = this.engine.compiled ?? {};
    if (!optimizer) return Object.fromEntries(this.engine.hyperparameters);
    const { learningRate } = optimizer.tabulate(this.engine.position.step);
    return { ...optimizer.values, learningRate, ...Object.fromEntries(this.engine.hyperparameters) };
  }

  /** Sets one of them; takes effect with the next run, and overrides a schedule. */
  setHyperparameter(name: string, value: number): void {
    check('setHyperparameter', 'name', name, string);
    const known = Object.keys(this.getHyperparameters());
    if (!known.includes(name))
      throw new RidgelineError('ERR_OPTION', `setHyperparameter: no hyper-parameter is called '${name}'; known: ${known.join(', ')}`);
    check('setHyperparameter', name, value, this.engine.compiled?.optimizer.numbers[name] ?? inRange('(-inf, inf)'));
    this.engine.hyperparameters.set(name, value);
  }

  /**
   * What the optimizer does otherwise for some weights: `{ learningRateMultiplier?, weightDecay?, frozen? }` by weight name. Set it to a function of
   * the weight name or a record of patterns, as the option `groups` of every optimizer; it takes effect with the next chunk of steps, and the
   * optimizer keeps what it has of the weights that it goes on to train. Read, it has an entry for every weight; multipliers and decays are
   * hyper-parameters too ('dense/kernel/learningRateMultiplier'). Model files carry what a function gave, not the function.
   * @throws ERR_NOT_COMPILED; ERR_BUSY while a step runs; ERR_OPTION for unknown options, for a pattern that fits no weight, and where all are frozen.
   */
  get optimizerGroups(): Record<string, GroupOptions> {
    const { groups } = this.engine.requireCompiled('optimizerGroups');
    return currentGroups(this.engine.hyperparameters, this.engine.parameters, groups);
  }
  set optimizerGroups(groups: Groups) {
    check('optimizerGroups', 'optimizerGroups', groups, groupsRule);
    this.engine.setGroups('optimizerGroups', groups);
  }

  /**
   * Writes a safetensors file: weights by name as evaluation uses them, the architecture in the metadata. With `training`, the weights being
   * trained, optimizer slots, step, random state and data
   * position too, so that fit goes on bit for bit after {@link loadModel}. The file appears whole or not at all.
   * @throws ERR_FORMAT when the model holds functions of yours without a registered name, or the file cannot be written.
   */
  async save(path: string, options: { readonly training?: boolean } = {}): Promise<void> {
    checkOptions('save', options, { training: optional(boolean) });
    check('save', 'path', path, string);
    await saveModel(this.engine, path, options.training ?? false, this.metadata);
  }

  /** The training plan for batches of `rows` rows as a readable table. */
  explain(rows = defaultBatchSize): string {
    const columns = this.#columns('explain');
    check('explain', 'rows', rows, rowsRule);
    return this.engine.trainPlan(rows, columns, false).plan.explain();
  }

  /**
   * Bytes of native memory that fit takes for `rows` rows in batches of `batchSize` (default 32), `gradientAccumulation` of which (default 1) make a step, part by part: known before anything is
   * allocated. Validation data and restored best weights come on top.
   */
  trainingMemory(rows: number, batchSize = defaultBatchSize, gradientAccumulation = 1): TrainingMemory {
    const columns = this.#columns('trainingMemory');
    check('trainingMemory', 'rows', rows, rowsRule);
    check('trainingMemory', 'batchSize', batchSize, rowsRule);
    check('trainingMemory', 'gradientAccumulation', gradientAccumulation, positiveInt);
    return trainingMemory(this.engine, columns, rows, Math.min(rows, batchSize), gradientAccumulation);
  }

  /** Columns of data as the input and the loss want them. */
  #columns(where: string): Columns {
    const { loss } = this.engine.requireCompiled(where);
    const y =
      loss.target === 'sparse' ? { shape: [], dtype: 'int32' as const } : { shape: this.engine.outputShape, dtype: 'float32' as const };
    return { x: this.engine.network.input.dtype ?? 'float32', y, sampleWeight: false };
  }

  toString(): string {
    return `Model(${showShape(this.inputShape)} -> ${showShape(this.outputShape)})`;
  }
}
