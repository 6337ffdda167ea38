/** The model whose inputs and outputs have names. */
import { check, checkOptions, show } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { resolveLoss } from '../losses/index.ts';
import { resolveMetric } from '../metrics/index.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { evaluateFeed } from './evaluate.ts';
import { allInputs, type Arrays, checkNames, type Feed, feedOf, namedArrays, rowWeights, splitFeeds } from './feed.ts';
import { compileModel, fitModel } from './fit-model.ts';
import type { History } from './history.ts';
import { ModelBase } from './model-base.ts';
import { type ByName, type FunctionalCompileOptions, type FunctionalFitOptions, functionalCompileRules, threadRules } from './options.ts';
import { lossWeightRule } from './outputs.ts';
import { predictAsync, predictNow } from './predict.ts';

const namesOf = (specs: readonly { readonly name: string }[]): string[] => specs.map(({ name }) => name);

/**
 * A trainable model with named inputs `I` and outputs `O`. Data, losses, metrics and predictions are records by those names. Made by
 * {@link defineModel} and {@link loadModel}. With several outputs a row may have labels for some of them only (see {@link fit}).
 */
export class FunctionalModel<I extends string = string, O extends string = string> extends ModelBase {
  /** Input shapes without the batch axis, by name. */
  get inputShapes(): Readonly<Record<I, readonly number[]>> {
    return Object.fromEntries(this.engine.network.inputs.map(({ name, shape }) => [name, shape])) as Record<I, readonly number[]>;
  }
  /** Output shapes without the batch axis, by name. */
  get outputShapes(): Readonly<Record<O, readonly number[]>> {
    const shapes = this.engine.network.outputs.map(({ name }, i) => [name, this.engine.outputShapes[i]]);
    return Object.fromEntries(shapes) as Record<O, readonly number[]>;
  }

  /**
   * Fixes optimizer, losses, their weights and metrics. Weights are kept; optimizer state starts anew. What is minimized is the sum of loss weight
   * times loss over the outputs, and the penalties.
   * @throws ERR_OPTION for unknown names or options, outputs without a loss, and for proximal penalties with an optimizer that has no step size;
   * ERR_BUSY during fit.
   */
  compile(options: FunctionalCompileOptions<O>): void {
    checkOptions('compile', options, functionalCompileRules);
    const names = namesOf(this.engine.network.outputs);
    const { loss, metrics = {}, lossWeights = {} }: FunctionalCompileOptions<string> = options;
    checkNames('compile', 'loss', loss, names);
    checkNames('compile', 'metrics', metrics, names, true);
    checkNames('compile', 'lossWeights', lossWeights, names, true);
    compileModel(this.engine, options, () =>
      names.map((name) => {
        const { [name]: list = [] } = metrics;
        if (!Array.isArray(list))
          throw new RidgelineError('ERR_OPTION', `compile: expected an array for metrics.${name}, got ${show(list)}`);
        const { [name]: lossWeight = 1 } = lossWeights;
        check('compile', `lossWeights.${name}`, lossWeight, lossWeightRule);
        return {
          loss: resolveLoss(`compile: loss.${name}`, loss[name]),
          metrics: list.map((m) => resolveMetric(`compile: metrics.${name}`, m)),
          lossWeight,
        };
      }),
    );
  }

  /**
   * Trains off the JavaScript thread; x and y hold an array [rows, ...] for every input and output. The history has `loss`, the weighted total, and
   * for each of several outputs its own (digitLoss, digitAccuracy, valDigitLoss). With several outputs, a row whose label is missing for one of
   * them (-1 for class numbers, NaN in all values else) has weight 0 there: the output's loss is the sum over the rows that have a label, divided by
   * all rows, its metrics are those of the rows that have one.
   * Going on after an interrupted fit, or after loading a training save, finishes the open epoch first, bit for bit as if never interrupted; with
   * other data (values, rows, weights, batchSize or shuffle) it begins a new epoch.
   * @throws ERR_NOT_COMPILED; ERR_BUSY when a fit is on; ERR_OPTION for names that are not the model's; ERR_SHAPE, ERR_VALUE for data that does not
   * fit; ERR_NON_FINITE; ABORT_ERR.
   */
  async fit(x: ByName<I>, y: ByName<O>, options: FunctionalFitOptions<I, O> = {}): Promise<History> {
    return fitModel(this, options, () => this.#feeds(x, y, options));
  }

  #feeds(x: unknown, y: unknown, options: FunctionalFitOptions<string, string>): { training: Feed; validation: Feed | undefined } {
    const data = this.arrays('fit', [x, y]);
    const weights = this.#weights(data, options);
    const feeds = splitFeeds(this.engine, data, weights, options.validationSplit);
    if (options.validationData === undefined) return feeds;
    const where = 'fit: validationData';
    const [vx, vy] = options.validationData;
    return { ...feeds, validation: feedOf(this.engine, where, this.arrays(where, [vx, vy])) };
  }

  /** @internal x and y of one argument, in the order of inputs and outputs. */
  arrays(where: string, [x, y]: readonly [x: unknown, y: unknown]): Arrays {
    const { inputs, outputs } = this.engine.network;
    return { x: namedArrays(where, 'x', x, namesOf(inputs)), y: namedArrays(where, 'y', y, namesOf(outputs)) };
  }

  #weights({ x, y }: Arrays, { sampleWeight, classWeight = {} }: FunctionalFitOptions<string, string>) {
    const { outputs } = this.engine.requireCompiled('fit');
    const names = namesOf(outputs);
    checkNames('fit', 'classWeight', classWeight, names, true);
    const forAll = sampleWeight === undefined || typeof sampleWeight !== 'object' || isArray(sampleWeight);
    if (!forAll) checkNames('fit', 'sampleWeight', sampleWeight, names, true);
    return names.map((name, i) =>
      rowWeights('fit', x[0].shape[0], y[i], forAll ? sampleWeight : sampleWeight[name], classWeight[name], outputs[i]),
    );
  }

  /** Loss and metrics by the names of fit's history, in inference mode. During a fit it sees the weights of the last boundary. */
  async evaluate(x: ByName<I>, y: ByName<O>, options: { readonly threads?: number } = {}): Promise<Record<string, number>> {
    const { engine } = this;
    engine.requireCompiled('evaluate');
    checkOptions('evaluate', options, threadRules);
    const feed = feedOf(engine, 'evaluate', this.arrays('evaluate', [x, y]));
    return evaluateFeed(engine, feed, engine.copyOfState(), options.threads ?? 0);
  }

  /** Every output for each row, [rows, ...shape], off the JavaScript thread. During a fit it uses the weights of the last boundary. */
  async predict(x: ByName<I>, options: { readonly threads?: number } = {}): Promise<Record<O, NDArray>> {
    checkOptions('predict', options, threadRules);
    return this.#named(await predictAsync(this.engine, this.#rows('predict', x), options.threads ?? 0));
  }

  /** The same on the calling thread: for few rows, on a request path. */
  predictSync(x: ByName<I>): Record<O, NDArray> {
    return this.#named(predictNow(this.engine, this.#rows('predictSync', x)));
  }

  #rows(where: string, x: unknown) {
    const { network } = this.engine;
    return allInputs(where, network, namedArrays(where, 'x', x, namesOf(network.inputs)));
  }

  #named(arrays: readonly NDArray[]): Record<O, NDArray> {
    return Object.fromEntries(this.engine.network.outputs.map(({ name }, i) => [name, arrays[i]])) as Record<O, NDArray>;
  }

  override toString(): string {
    const list = (shapes: Readonly<Record<string, readonly number[]>>) =>
      Object.entries(shapes).map(([name, shape]) => `${name} ${showShape(shape)}`);
    return `FunctionalModel(${list(this.inputShapes).join(', ')} -> ${list(this.outputShapes).join(', ')})`;
  }
}

const isArray = (value: ArrayInput | object): value is ArrayInput =>
  Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof NDArray;
