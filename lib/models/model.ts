/** The model with one input and one output, as users meet it. */
import { checkOptions, type Rule, show } from '../check.ts';
import { Dataset } from '../data/dataset.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { resolveLoss } from '../losses/index.ts';
import { resolveMetric } from '../metrics/index.ts';
import { type ArrayInput, type NDArray, toNDArray } from '../tensor/ndarray.ts';
import { evaluateFeed } from './evaluate.ts';
import { type Arrays, type Data, type Feed, feedOf, inputRows, pair, pairOf, rowWeights, splitFeeds } from './feed.ts';
import { compileModel, fitModel } from './fit-model.ts';
import type { History } from './history.ts';
import { ModelBase } from './model-base.ts';
import { type CompileOptions, compileRules, type FitOptions, threadRules } from './options.ts';
import { predictAsync, predictNow } from './predict.ts';

/** A trainable model. Made by {@link sequential}, {@link defineModel} or {@link loadModel}. */
export class Model extends ModelBase {
  /** Input shape without the batch axis. */
  get inputShape(): readonly number[] {
    return this.engine.network.inputs[0].shape;
  }
  /** Output shape without the batch axis. */
  get outputShape(): readonly number[] {
    return this.engine.outputShapes[0];
  }

  /**
   * Fixes optimizer, loss and metrics. Weights are kept; optimizer state starts anew.
   * @throws ERR_OPTION for unknown names or options, and for proximal penalties with an optimizer that has no step size; ERR_BUSY during fit.
   */
  compile(options: CompileOptions): void {
    checkOptions('compile', options, compileRules);
    const metrics = options.metrics ?? [];
    if (!Array.isArray(metrics)) throw new RidgelineError('ERR_OPTION', `compile: expected an array for metrics, got ${show(metrics)}`);
    compileModel(this.engine, options, () => [
      {
        loss: resolveLoss('compile', options.loss),
        metrics: metrics.map((m) => resolveMetric('compile', m)),
        lossWeight: undefined,
      },
    ]);
  }

  /**
   * Trains off the JavaScript thread. x is a dataset or an array [rows, ...]; y holds labels or values per row.
   * Going on after an interrupted fit, or after loading a training save, finishes the open epoch first, bit for bit as if never interrupted; with
   * other data (values, rows, weights, batchSize or shuffle) it begins a new epoch.
   * @throws ERR_NOT_COMPILED; ERR_BUSY when a fit is on; ERR_SHAPE, ERR_VALUE for data that does not fit; ERR_NON_FINITE; ABORT_ERR.
   */
  fit(x: Dataset, options?: FitOptions): Promise<History>;
  fit(x: ArrayInput, y: ArrayInput, options?: FitOptions): Promise<History>;
  async fit(x: Dataset | ArrayInput, ...rest: (ArrayInput | FitOptions | undefined)[]): Promise<History> {
    const isPair = !(x instanceof Dataset);
    const [y, options = {}] = (isPair ? rest : [undefined, rest[0]]) as [ArrayInput | undefined, FitOptions | undefined];
    return fitModel(this, options, () => this.#feeds(pair('fit', x, y), options));
  }

  #feeds({ x, y }: ReturnType<typeof pair>, options: FitOptions): { training: Feed; validation: Feed | undefined } {
    const weights = rowWeights(
      'fit',
      x.shape[0],
      y,
      options.sampleWeight,
      options.classWeight,
      this.engine.requireCompiled('fit').outputs[0],
    );
    const feeds = splitFeeds(this.engine, { x: [x], y: [y] }, [weights], options.validationSplit);
    if (options.validationData === undefined) return feeds;
    const where = 'fit: validationData';
    return { ...feeds, validation: feedOf(this.engine, where, this.arrays('fit', options.validationData)) };
  }

  /** @internal x and y of one argument. */
  arrays(where: string, data: Data): Arrays {
    const { x, y } = pairOf(where, data);
    return { x: [x], y: [y] };
  }

  /** Loss and metrics over a dataset, or x and y, in inference mode. During a fit it sees the weights of the last boundary. */
  evaluate(x: Dataset, y?: undefined, options?: { readonly threads?: number }): Promise<Record<string, number>>;
  evaluate(x: ArrayInput, y: ArrayInput, options?: { readonly threads?: number }): Promise<Record<string, number>>;
  async evaluate(x: Dataset | ArrayInput, y?: ArrayInput, options: { readonly threads?: number } = {}): Promise<Record<string, number>> {
    const { engine } = this;
    engine.requireCompiled('evaluate');
    checkOptions('evaluate', options, threadRules);
    const data = pair('evaluate', x, y);
    const feed = feedOf(engine, 'evaluate', { x: [data.x], y: [data.y] });
    return evaluateFeed(engine, feed, engine.copyOfState(), options.threads ?? 0);
  }

  /**
   * Outputs for each row of x, [rows, ...outputShape], off the JavaScript thread. During a fit it uses the weights of the last boundary. A NaN in a
   * row of x makes that row's outputs NaN, and no other's, as in PyTorch and Keras; metrics count such a row as wrong.
   */
  async predict(x: ArrayInput | Dataset, options: { readonly threads?: number } = {}): Promise<NDArray> {
    checkOptions('predict', options, threadRules);
    return (await predictAsync(this.engine, [this.#rows('predict', x)], options.threads ?? 0))[0];
  }

  /** @internal A prediction in which noise and dropout act, as drawn for a pass (in [0, 65536)) of a seed. */
  async sampled(x: ArrayInput | Dataset, pass: number, seed: number, threads: number): Promise<NDArray> {
    return (await predictAsync(this.engine, [this.#rows('predict', x)], threads, { pass, seed }))[0];
  }

  /** The same as predict on the calling thread: for few rows, on a request path. */
  predictSync(x: ArrayInput | Dataset): NDArray {
    return predictNow(this.engine, [this.#rows('predictSync', x)])[0];
  }

  #rows(where: string, x: ArrayInput | Dataset) {
    const array = x instanceof Dataset ? x.x : toNDArray(where, 'x', x);
    return inputRows(where, array, this.engine.network.inputs[0]);
  }

  override toString(): string {
    return `Model(${showShape(this.inputShape)} -> ${showShape(this.outputShape)})`;
  }
}

/** What reads the inner parts of a model for one x and one y takes no FunctionalModel. */
export const modelRule: Rule<Model> = {
  expected: 'a model with one input and one output that go by no name, made by sequential(), defineModel() or loadModel(),',
  invalid: 1,
  test: (v): v is Model => v instanceof Model,
};
