/** Bias and variance of a way to learn, by learning over and over. */
import { anything, boolean, checkOptions, functionRule, optional, string, type Rule } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { type Data, dataRule } from '../models/feed.ts';
import { seedRule } from '../models/sequential.ts';
import { lineChart } from '../report/line-chart.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';
import { bagged, estimatorsRule, type MemberInfo } from './bagging.ts';
import { amountRule } from './draw.ts';
import type { EnsembleFitOptions } from './fit-members.ts';
import type { Member } from './member.ts';

/** Options of {@link biasVariance}. */
export interface BiasVarianceOptions {
  /** Makes a compiled model or an estimator of the given size or strength; called once per value and resample. */
  readonly model: (value: number, info: MemberInfo) => Member;
  /** What is varied: units, a penalty, a degree, ... */
  readonly values: readonly number[];
  /** Rows to draw the training sets from. */
  readonly train: Data;
  /** Rows to judge by. */
  readonly test: Data;
  /** Training sets per value, 2 or more; default 20. */
  readonly resamples?: number;
  /** Rows of a training set: a share in (0, 1] or a count; default 1. */
  readonly maxSamples?: number;
  /** With replacement (default), or each row at most once: then take maxSamples below 1. */
  readonly bootstrap?: boolean;
  /** Default 0. */
  readonly seed?: number;
  /** How members are fitted: epochs, batchSize, ... */
  readonly fit?: EnsembleFitOptions;
}

/** The parts of the error at one value. */
export interface BiasVariancePoint {
  readonly value: number;
  /** Squared error of one model, the mean over models, rows and outputs: biasSquared + variance. */
  readonly error: number;
  /** Of the mean over all training sets; the noise of the targets is in it. An estimate without bias, which can fall below 0. */
  readonly biasSquared: number;
  /** Of a prediction, from training set to training set. */
  readonly variance: number;
}

/** What {@link biasVariance} finds. */
export interface BiasVariance {
  readonly points: readonly BiasVariancePoint[];
  /** The three curves over the values as an SVG image. */
  chart(options?: { readonly title?: string; readonly xLabel?: string; readonly xScale?: 'linear' | 'log' }): string;
}

const valuesRule: Rule<readonly number[]> = {
  expected: 'an array of finite numbers',
  invalid: [Number.NaN],
  test: (v): v is readonly number[] => Array.isArray(v) && v.length > 0 && v.every(Number.isFinite),
};
const resamplesRule: Rule<number> = {
  expected: 'an integer in [2, 65536]',
  invalid: 1,
  test: (v): v is number => estimatorsRule.test(v) && v >= 2,
};

/**
 * Squared error as bias² + variance: members trained on resamples of the rows stand for models of other training sets. The errors of two of them have
 * the covariance that their common part gives them, so that bias² is that covariance and the variance is what is left: see {@link ErrorDecomposition}.
 * Source: Goodfellow, Bengio, Courville 2016, 5.4.4 and figure 5.6; Geman, Bienenstock and Doursat 1992.
 * @throws ERR_OPTION for options outside their ranges; what fit throws.
 */
export async function biasVariance(options: BiasVarianceOptions): Promise<BiasVariance> {
  const where = 'ensembles.biasVariance';
  checkOptions<BiasVarianceOptions>(where, options, {
    model: functionRule as never,
    values: valuesRule,
    train: dataRule as never,
    test: dataRule as never,
    resamples: optional(resamplesRule),
    maxSamples: optional(amountRule),
    bootstrap: optional(boolean),
    seed: optional(seedRule),
    fit: optional(anything) as never,
  });
  const { model, values, train, test, resamples: estimators = 20, fit = {}, seed = 0, maxSamples = 1, bootstrap = true } = options;
  const points: BiasVariancePoint[] = [];
  for (const value of values) {
    const given = { estimators, seed, maxSamples, bootstrap, model: (info: MemberInfo) => model(value, info) };
    const bag = bagged({ kind: 'biasVariance', where, options: given });
    if (Array.isArray(train)) await bag.fit(train[0] as ArrayInput, train[1] as ArrayInput, fit);
    else await bag.fit(train as Dataset, fit);
    const { v, c } = Array.isArray(test) ? await bag.errorDecomposition(test[0], test[1]) : await bag.errorDecomposition(test as Dataset);
    points.push({ value, error: v, biasSquared: c, variance: v - c });
  }
  const chart: BiasVariance['chart'] = (given = {}) => {
    checkOptions(`${where}: chart`, given, { title: optional(string), xLabel: optional(string), xScale: optional(string) });
    const curve = (of: (point: BiasVariancePoint) => number) => points.map((point): [number, number] => [point.value, of(point)]);
    const series = { error: curve((p) => p.error), 'bias²': curve((p) => p.biasSquared), variance: curve((p) => p.variance) };
    return lineChart({ ...given, title: given.title ?? 'Bias and variance', yLabel: 'squared error', series });
  };
  return { points, chart };
}
