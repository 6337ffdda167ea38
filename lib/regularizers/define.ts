import type { Described } from '../describe.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A plan scalar: a rank-0 Tensor whose value can be changed without compiling. `name` is relative to what owns it. */
export type ScalarSource = (name: string, value: number) => Tensor;

/** A penalty on a weight, added to the loss. */
export interface Regularizer extends Described {
  /** Rank 0. Every number goes through `scalar`, never into the graph as a constant. */
  penalty(weight: Tensor, scalar: ScalarSource): Tensor;
}
