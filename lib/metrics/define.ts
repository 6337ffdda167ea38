import type { Described } from '../describe.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A number about predictions, worked out from sums over rows that the plan keeps. */
export interface Metric extends Described {
  /** Key in logs and results. */
  readonly name: string;
  /** Values per row [rows]; the plan adds weight·value over all rows, in float64. */
  sums(yTrue: Tensor, yPred: Tensor): Readonly<Record<string, Tensor>>;
  /** The metric from those sums and the sum of the weights. */
  result(sums: Readonly<Record<string, number>>, weight: number): number;
}
