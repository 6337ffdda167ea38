import { show } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { type ArrayInput, NDArray, toNDArray } from '../tensor/ndarray.ts';
import type { LabelInput, Predicted } from './labels.ts';
import type { ScoreOptions } from './linear-model.ts';
import { fitArguments, rowsOf } from './matrix.ts';
import { type SavedEstimator, writeEstimator } from './persist.ts';
import { checkFitOptions, type FitOptions, type RunOptions } from './run.ts';

/** What a step may have; all but the last need fit and transform. */
export interface PipelineStep {
  fit(...given: never[]): Promise<unknown>;
  transform?(x: ArrayInput, options?: RunOptions): Promise<NDArray>;
  predict?(x: ArrayInput, options?: RunOptions): Promise<Predicted>;
  predictProba?(x: ArrayInput, options?: RunOptions): Promise<NDArray>;
  decisionFunction?(x: ArrayInput, options?: RunOptions): Promise<NDArray>;
  score?(...given: never[]): Promise<number>;
  saved?(): SavedEstimator;
}

/** The methods of a last step that take rows alone. */
type RowMethod = 'transform' | 'predict' | 'predictProba' | 'decisionFunction';

/** Steps in a row: each is fitted to, and fed, what the one before it makes of the rows. Made by {@link pipeline}. */
export class Pipeline {
  readonly steps: readonly PipelineStep[];

  /** Use {@link pipeline}. */
  constructor(steps: readonly PipelineStep[]) {
    if (!Array.isArray(steps) || steps.length === 0)
      throw new RidgelineError('ERR_OPTION', `pipeline: expected a list of steps, got ${show(steps)}`);
    steps.forEach((step, i) => {
      if (typeof step?.fit !== 'function') throw new RidgelineError('ERR_OPTION', `pipeline: step ${i} has no fit; got ${show(step)}`);
      if (i < steps.length - 1 && typeof step.transform !== 'function')
        throw new RidgelineError(
          'ERR_OPTION',
          `pipeline: step ${i} (${nameOf(step)}) has no transform, and only the last step can be without`,
        );
      // Fitted twice, it would transform by the second fit in both places.
      if (steps.indexOf(step) !== i)
        throw new RidgelineError(
          'ERR_OPTION',
          `pipeline: step ${i} (${nameOf(step)}) is the same object as step ${steps.indexOf(step)}: each needs one of its own`,
        );
    });
    this.steps = Object.freeze([...steps]);
  }

  get #last(): PipelineStep {
    return this.steps[this.steps.length - 1];
  }

  /**
   * Fits each step to what the ones before it make of x [n, p]; y [n], and sampleWeight, are those of the last step. A pipeline of transformers alone takes
   * x without y. Resolves with itself. Errors as of the steps.
   */
  async fit(x: ArrayInput, y?: ArrayInput | LabelInput, options?: FitOptions): Promise<this>;
  async fit(dataset: Dataset, options?: FitOptions): Promise<this>;
  async fit(x: ArrayInput | Dataset, y?: ArrayInput | LabelInput | FitOptions, options?: FitOptions): Promise<this> {
    const transformsOnly = typeof this.#last.transform === 'function';
    const given = transformsOnly
      ? { x: rowsOf(x), y: undefined, options: (isOptions(y) ? y : options) ?? {} }
      : fitArguments<ArrayInput | LabelInput, FitOptions>('pipeline', x, y, options);
    checkFitOptions('pipeline', given.options);
    const { sampleWeight: _, ...run } = given.options;
    let rows = toNDArray('pipeline', 'x', given.x, 'float64');
    for (const step of this.steps.slice(0, -1)) {
      await step.fit(...([rows, run] as never[]));
      rows = await (step.transform as NonNullable<PipelineStep['transform']>)(rows, run);
    }
    await this.#last.fit(...((transformsOnly ? [rows, run] : [rows, given.y, given.options]) as never[]));
    return this;
  }

  async #through(x: ArrayInput | Dataset, options: RunOptions | undefined): Promise<NDArray> {
    let rows = toNDArray('pipeline', 'x', rowsOf(x), 'float64');
    for (const step of this.steps.slice(0, -1)) rows = await (step.transform as NonNullable<PipelineStep['transform']>)(rows, options);
    return rows;
  }

  #require<K extends keyof PipelineStep>(method: K): NonNullable<PipelineStep[K]> {
    const found = this.#last[method];
    if (typeof found !== 'function')
      throw new RidgelineError('ERR_OPTION', `pipeline: its last step (${nameOf(this.#last)}) has no ${method}`);
    return found.bind(this.#last) as NonNullable<PipelineStep[K]>;
  }

  async #rows<K extends RowMethod>(method: K, x: ArrayInput | Dataset, options: RunOptions | undefined) {
    const last = this.#require(method);
    return last(await this.#through(x, options), options);
  }

  /** What the last step makes of the rows. Throws ERR_OPTION where it does not transform. */
  async transform(x: ArrayInput | Dataset, options?: RunOptions): Promise<NDArray> {
    return this.#rows('transform', x, options) as Promise<NDArray>;
  }

  /** What the last step predicts. Throws ERR_OPTION where it does not. */
  async predict(x: ArrayInput | Dataset, options?: RunOptions): Promise<Predicted> {
    return this.#rows('predict', x, options);
  }

  /** The last step's probabilities [n, classes]. Throws ERR_OPTION where it has none. */
  async predictProba(x: ArrayInput | Dataset, options?: RunOptions): Promise<NDArray> {
    return this.#rows('predictProba', x, options) as Promise<NDArray>;
  }

  /** The last step's scores before probabilities or classes. Throws ERR_OPTION where it has none. */
  async decisionFunction(x: ArrayInput | Dataset, options?: RunOptions): Promise<NDArray> {
    return this.#rows('decisionFunction', x, options) as Promise<NDArray>;
  }

  /** The last step's score: R2, or accuracy. Throws ERR_OPTION where it has none. */
  async score(x: ArrayInput, y: ArrayInput | LabelInput, options?: ScoreOptions): Promise<number>;
  async score(dataset: Dataset, options?: ScoreOptions): Promise<number>;
  async score(x: ArrayInput | Dataset, y?: ArrayInput | LabelInput | ScoreOptions, options?: ScoreOptions): Promise<number> {
    const last = this.#require('score');
    const given = fitArguments<ArrayInput | LabelInput, ScoreOptions>('pipeline', x, y, options);
    const { sampleWeight: _, ...run } = given.options;
    return last(...([await this.#through(given.x, run), given.y, given.options] as never[]));
  }

  /** What a file holds of it: each step's part, its arrays under the step's number. Throws ERR_OPTION for a step that cannot be saved. */
  saved(): SavedEstimator {
    const parts = this.steps.map((step, i) => {
      if (typeof step.saved !== 'function') throw new RidgelineError('ERR_OPTION', `pipeline: step ${i} (${nameOf(step)}) cannot be saved`);
      return step.saved();
    });
    const arrays = parts.flatMap((part, i) => Object.entries(part.arrays).map(([name, array]) => [`${i}/${name}`, array] as const));
    return {
      kind: 'pipeline',
      options: {},
      arrays: Object.fromEntries(arrays),
      state: { steps: parts.map(({ kind, options, state }) => ({ kind, options, state: state ?? {} })) },
    };
  }

  /** Writes it as a safetensors file, which linear.loadEstimator reads. Throws ERR_FORMAT where that cannot be done, ERR_OPTION. */
  async save(path: string): Promise<void> {
    await writeEstimator(path, this.saved());
  }

  /** What {@link saved} said, made again; `restore` makes the steps. */
  static load({ arrays, state }: SavedEstimator, restore: (saved: SavedEstimator) => PipelineStep): Pipeline {
    const parts = state?.steps;
    if (!Array.isArray(parts)) throw new RidgelineError('ERR_FORMAT', 'loadEstimator: expected the steps of a pipeline');
    return new Pipeline(
      parts.map((part: Partial<SavedEstimator> | null, i) => {
        const prefix = `${i}/`;
        const own = Object.entries(arrays).filter(([name]) => name.startsWith(prefix));
        return restore({
          kind: String(part?.kind),
          options: part?.options ?? {},
          state: part?.state,
          arrays: Object.fromEntries(own.map(([name, array]) => [name.slice(prefix.length), array])),
        });
      }),
    );
  }
}

const nameOf = (step: PipelineStep): string => step.constructor?.name ?? 'an object';
const isOptions = (value: unknown): value is FitOptions =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value) && !(value instanceof NDArray);

/**
 * Steps as one estimator: transformers (PCA, StandardScaler, PolynomialFeatures), then a regressor or classifier, which may be missing:
 * `pipeline([new PCA({ nComponents: 20 }), new KNeighborsClassifier()])`. Throws ERR_OPTION where a step but the last has no transform.
 */
export const pipeline = (steps: readonly PipelineStep[]): Pipeline => new Pipeline(steps);
