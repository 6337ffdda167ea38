import type { Described } from '../describe.ts';
import type { ScalarSource } from '../regularizers/define.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A set that a weight is brought back to after each step. */
export interface Constraint extends Described {
  /** The nearest (or a near) point of the set. */
  project(weight: Tensor, scalar: ScalarSource): Tensor;
}
