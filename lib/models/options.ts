/** Options of compile, fit, evaluate and predict, and their rules. */
import { anything, boolean, either, inRange, nearest, oneOf, optional, positiveInt, type Rule, type Rules, string } from '../check.ts';
import type { Callback } from '../callbacks/define.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import type { LossLike } from '../losses/index.ts';
import type { MetricLike } from '../metrics/index.ts';
import type { OptimizerLike } from '../optimizers/resolve.ts';
import type { RegularizerLike } from '../regularizers/index.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';
import type { Precision, Tensor } from '../tensor/tensor.ts';
import { dataRule } from './feed.ts';
import { precisionRule } from '../tensor/precision.ts';

/** A function of (yTrue, yPred), as Tensors: values per row [rows], or one value for the batch. */
export type LossFunction = (yTrue: Tensor, yPred: Tensor) => Tensor;

/** What compile takes of every model. */
export interface CommonCompileOptions {
  /** An optimizer, or the name of one with its defaults. */
  readonly optimizer: OptimizerLike;
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

/** What Model.compile takes. */
export interface CompileOptions extends CommonCompileOptions {
  /** A loss, the name of one, or a function of two Tensors. */
  readonly loss: LossLike;
  /** Metrics, names of metrics, or functions of two Tensors giving a value per row; default none. */
  readonly metrics?: readonly MetricLike[];
}

/** What FunctionalModel.compile takes; `O` are the names of the outputs. */
export interface FunctionalCompileOptions<O extends string> extends CommonCompileOptions {
  /** A loss for each output: an item, the name of one, or a function of two Tensors. */
  readonly loss: Readonly<Record<O, LossLike>>;
  /** Metrics of each output; default none. */
  readonly metrics?: { readonly [K in O]?: readonly MetricLike[] };
  /**
   * What each output's loss counts in the sum that is minimized, finite and 0 or more; default 1. They are hyper-parameters ('lossWeights/digit'),
   * which can be changed without compiling.
   */
  readonly lossWeights?: { readonly [K in O]?: number };
}

/** What fit takes of every model. */
export interface CommonFitOptions {
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
  /** Share of the rows, from the end of the data, kept for validation; in (0, 1). */
  readonly validationSplit?: number;
  /** New order of the rows each epoch, from the model's seed; default true. */
  readonly shuffle?: boolean;
  readonly callbacks?: readonly Callback[];
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

/** What Model.fit takes. */
export interface FitOptions extends CommonFitOptions {
  /** Evaluated after every epoch: a dataset or [x, y]. */
  readonly validationData?: Dataset | readonly [ArrayInput, ArrayInput];
  /** Weight per row, shape [rows]: the loss is the weighted sum over the batch divided by its rows. */
  readonly sampleWeight?: ArrayInput;
  /** Weight per class number; multiplied with sampleWeight. */
  readonly classWeight?: Readonly<Record<string, number>>;
}

/** An array for each name. */
export type ByName<K extends string> = Readonly<Record<K, ArrayInput>>;

/** What FunctionalModel.fit takes; `I` and `O` are the names of inputs and outputs. */
export interface FunctionalFitOptions<I extends string, O extends string> extends CommonFitOptions {
  /** Evaluated after every epoch: [x, y], each by name. */
  readonly validationData?: readonly [ByName<I>, ByName<O>];
  /** Weight per row, shape [rows], for all outputs, or by output; each loss is the weighted sum over the batch divided by its rows. */
  readonly sampleWeight?: ArrayInput | { readonly [K in O]?: ArrayInput };
  /** Weight per class number, by output; multiplied with sampleWeight. */
  readonly classWeight?: { readonly [K in O]?: Readonly<Record<string, number>> };
}

/** What compile takes of models of one output. */
export const compileRules: Rules<CompileOptions> = {
  optimizer: either(string, anything) as never,
  loss: anything as never,
  metrics: optional(anything) as never,
  kernelRegularizer: optional(anything) as never,
  biasRegularizer: optional(anything) as never,
  precision: optional(precisionRule),
};
/** What compile takes of models with named outputs. */
export const functionalCompileRules: Rules<FunctionalCompileOptions<string>> = {
  ...compileRules,
  loss: anything as never,
  metrics: optional(anything) as never,
  lossWeights: optional(anything) as never,
};
/** An object of names. */
export const recordRule: Rule<object> = {
  expected: 'an object of names and values',
  invalid: 1,
  test: (v): v is object => typeof v === 'object' && v !== null && !Array.isArray(v) && !ArrayBuffer.isView(v),
};
/** What training calls of a callback. */
const hooks = ['onTrainBegin', 'onEpochBegin', 'onEpochEnd', 'onEvaluate', 'onNonFinite', 'onTrainEnd', 'onProgress'] as const;
const callbacksRule: Rule<readonly Callback[]> = {
  expected: 'an array of objects with functions onTrainBegin, onEpochBegin, onEpochEnd, onEvaluate, onNonFinite, onTrainEnd or onProgress',
  invalid: [null],
  test: (v): v is readonly Callback[] =>
    Array.isArray(v) &&
    v.every((c) => recordRule.test(c) && hooks.every((h) => ['function', 'undefined'].includes(typeof (c as Callback)[h]))),
};
/** Throws for callbacks that training never calls, or that have a hook it does not know: such a one is misspelt. */
export function checkCallbacks(where: string, callbacks: readonly Callback[]): void {
  callbacks.forEach((callback, i) => {
    const known = `known hooks: ${hooks.join(', ')}`;
    const unknown = methodsOf(callback).find((name) => /^on[A-Z]/.test(name) && !(hooks as readonly string[]).includes(name));
    if (unknown !== undefined) {
      const near = nearest(unknown, hooks);
      const hint = near ? ` Did you mean '${near}'?` : '';
      throw new RidgelineError('ERR_OPTION', `${where}: callbacks[${i}] has an unknown hook '${unknown}'.${hint} ${known}`);
    }
    if (!hooks.some((h) => callback[h]))
      throw new RidgelineError('ERR_OPTION', `${where}: callbacks[${i}] has no hook that training calls; ${known}`);
  });
}
/** Names of functions that an object has, itself or by its class. */
function methodsOf(object: object): string[] {
  const names: string[] = [];
  for (let o: object | null = object; o !== null && o !== Object.prototype; o = Object.getPrototypeOf(o))
    names.push(...Object.getOwnPropertyNames(o));
  return names.filter((name) => name !== 'constructor' && typeof (object as Record<string, unknown>)[name] === 'function');
}
const integerUpTo = (largest: number): Rule<number> => ({
  expected: `an integer in [1, ${largest}]`,
  invalid: 0,
  test: (v): v is number => Number.isInteger(v) && (v as number) >= 1 && (v as number) <= largest,
});
/** The executor's bounds. */
const threadsRule = integerUpTo(1024);
export const rowsRule: Rule<number> = integerUpTo(2 ** 31 - 1);
/** Options of evaluate and predict. */
export const threadRules: Rules<{ readonly threads?: number }> = { threads: optional(threadsRule) };
/** What fit takes. */
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
/** Rows of a batch where fit is not told. */
export const defaultBatchSize = 32;
