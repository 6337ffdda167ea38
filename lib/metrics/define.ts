import type { Described } from '../describe.ts';
import { mul } from '../ops/binary.ts';
import { equal } from '../ops/compare.ts';
import { cast } from '../ops/core.ts';
import { reshape } from '../ops/movement.ts';
import { sum } from '../ops/reduce.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A number about predictions, worked out from sums over rows that the plan keeps. */
export interface Metric extends Described {
  /** Key in logs and results. */
  readonly name: string;
  /** Values per row, [rows] or [rows, n]; the plan adds weight·value over all rows, in float64. */
  sums(yTrue: Tensor, yPred: Tensor): Readonly<Record<string, Tensor>>;
  /** The metric from those sums and the sum of the weights; `all` has what is n sums, of which `sums` has the first. */
  result(sums: Readonly<Record<string, number>>, weight: number, all: Readonly<Record<string, ArrayLike<number>>>): number;
  /** The same under a loss whose outputs are scores (see Loss.outputs); where it is not there, this one. Thresholds that were given are kept. */
  ofScores?(): Metric;
  /** The same of the sigmoid of the outputs; where it is not there, this one. */
  ofProbabilities?(): Metric;
}

/** A threshold between the classes of a single output, as an option of metrics. */
export interface ThresholdOptions {
  /**
   * Of a single output: above it is class 1. Default 0 under a loss of scores ({ fromLogits: true }, hinge), else 0.5.
   */
  readonly threshold?: number;
}

/** How a metric with a threshold follows what the outputs are. */
export const withThreshold = <O extends ThresholdOptions>(
  make: (options: O) => Metric,
  options: O,
): Pick<Metric, 'ofScores' | 'ofProbabilities'> => {
  const { threshold } = options;
  if (threshold === undefined) return { ofScores: () => make({ ...options, threshold: 0 }) };
  return { ofProbabilities: () => make({ ...options, threshold: 1 / (1 + Math.exp(-threshold)) }) };
};

/** Where no loss tells. */
export const defaultThreshold = 0.5;

/** 1 where an output is a number, 0 where it is NaN, which is of no class. */
export const isNumber = (x: Tensor): Tensor => equal(x, x);

/** What a metric gives for rows, added up over them: rank 0, or n sums. */
export function sumOverRows(value: Tensor, rows: number, weights?: Tensor): Tensor {
  const single = sizeOf(value.shape) === rows;
  const values = single ? reshape(value, [rows]) : value;
  const weighted = weights ? mul(values, cast(single ? weights : reshape(weights, [rows, 1]), values.dtype)) : values;
  return sum(weighted, 0);
}

/** The metric from what was added up, one number or several for each name. */
export const resultOf = (metric: Metric, all: Readonly<Record<string, ArrayLike<number>>>, weight: number): number =>
  metric.result(Object.fromEntries(Object.entries(all).map(([name, values]) => [name, values[0]])), weight, all);
