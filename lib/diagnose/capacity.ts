import { anything, checkOptions, functionRule, optional, type Rule, show, string } from '../check.ts';
import { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { Model } from '../models/model.ts';
import type { FitOptions } from '../models/options.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';
import { sizeOf } from '../tensor/shape.ts';

/** Rows to train on or to judge by. */
export type CapacityData = Dataset | readonly [ArrayInput, ArrayInput];

/** What {@link capacity} takes. */
export interface CapacityOptions {
  /** A compiled model of the given size: units, layers, the degree of a polynomial, ... It is called once per size, in their order. */
  readonly model: (size: number) => Model | Promise<Model>;
  /** From small to large. */
  readonly sizes: readonly number[];
  readonly train: CapacityData;
  readonly validation: CapacityData;
  /**
   * What counts as error: 'loss' (without penalties), or a metric that the models are compiled with; of an accuracy, what is left to 1.
   * Default 'loss'.
   */
  readonly metric?: string;
  /** How each model is fitted: epochs, batchSize, callbacks, ... */
  readonly fit?: FitOptions;
}

/** The two errors of one model. */
export interface CapacityPoint {
  readonly size: number;
  /** Trained weights of the model. */
  readonly parameters: number;
  readonly trainingError: number;
  readonly validationError: number;
  /** validationError - trainingError. */
  readonly gap: number;
  /** 'underfit' for sizes before the best, 'overfit' for sizes after it whose validation error is higher; else 'good'. */
  readonly regime: 'underfit' | 'good' | 'overfit';
}

/** What {@link capacity} finds. */
export interface Capacity {
  readonly points: readonly CapacityPoint[];
  /** Size with the lowest validation error; the first of several. */
  readonly best: number;
  /** The model of that size, fitted. */
  readonly model: Model;
}

const dataRule: Rule<CapacityData> = {
  expected: 'a dataset or [x, y]',
  invalid: 1,
  test: (v): v is CapacityData => v instanceof Dataset || (Array.isArray(v) && v.length === 2),
};
const sizesRule: Rule<readonly number[]> = {
  expected: 'an array of numbers, each above the one before',
  invalid: [2, 1],
  test: (v): v is readonly number[] =>
    Array.isArray(v) && v.length > 0 && v.every((n, i) => Number.isFinite(n) && (i === 0 || n > v[i - 1])),
};

/**
 * Training and validation error against the size of a model: below the best size both are high (underfitting), above it the gap between them
 * widens (overfitting). Goodfellow, Bengio, Courville 2016, 5.2 and figure 5.3. Models are fitted one after another, off the JavaScript thread.
 * @throws ERR_OPTION for a factory that gives no compiled model, or a metric that it does not have; whatever fit() and evaluate() throw.
 */
export async function capacity(options: CapacityOptions): Promise<Capacity> {
  const where = 'diagnose.capacity';
  checkOptions<CapacityOptions>(where, options, {
    model: functionRule as never,
    sizes: sizesRule,
    train: dataRule,
    validation: dataRule,
    metric: optional(string),
    fit: optional(anything) as never,
  });
  const { sizes, train, validation, metric = 'loss', fit = {} } = options;
  const points: Omit<CapacityPoint, 'regime'>[] = [];
  let best: { readonly error: number; readonly index: number; readonly model: Model } | undefined;
  for (const [index, size] of sizes.entries()) {
    const model: unknown = await options.model(size);
    if (!(model instanceof Model) || !model.engine.compiled)
      throw new RidgelineError(
        'ERR_OPTION',
        `${where}: expected the model function to return a compiled model, with one input and one output that go by no name, for size ${size}, got ${show(model)}`,
      );
    if (train instanceof Dataset) await model.fit(train, fit);
    else await model.fit(train[0], train[1], fit);
    const trainingError = await errorOf(where, model, train, metric);
    const validationError = await errorOf(where, model, validation, metric);
    const trained = model.engine.parameters.filter((p) => p.role === 'weight' && p.trainable !== false);
    const parameters = trained.reduce((n, p) => n + sizeOf(p.shape), 0);
    points.push({ size, parameters, trainingError, validationError, gap: validationError - trainingError });
    if (!best || validationError < best.error) best = { error: validationError, index, model };
  }
  const { error, index, model } = best as NonNullable<typeof best>;
  const regime = (i: number, v: number) => (i < index ? 'underfit' : v > error ? 'overfit' : 'good');
  return { points: points.map((p, i) => ({ ...p, regime: regime(i, p.validationError) })), best: sizes[index], model };
}

async function errorOf(where: string, model: Model, data: CapacityData, metric: string): Promise<number> {
  const found = data instanceof Dataset ? await model.evaluate(data) : await model.evaluate(data[0], data[1]);
  if (metric === 'loss') return found.loss - (found.penalty ?? 0);
  const value = found[metric];
  if (value === undefined)
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected a metric that the models are compiled with, got '${metric}'; there are ${Object.keys(found).join(', ')}`,
    );
  return /accuracy$/i.test(metric) ? 1 - value : value;
}
