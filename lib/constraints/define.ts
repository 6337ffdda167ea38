import type { Described } from '../describe.ts';
import type { ScalarSource } from '../regularizers/define.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A condition on a weight held by a number that training learns: the loss becomes loss + strength·excess. */
export interface Multiplier {
  /** Rank 0: at most 0 where the condition holds. */
  excess(weight: Tensor, scalar: ScalarSource): Tensor;
  /** What the excess is multiplied by in this step: the multiplier, and what damps its swings. */
  strength(multiplier: Tensor, excess: Tensor, scalar: ScalarSource): Tensor;
  /** The multiplier after the step, from its value and the excess before it. */
  next(multiplier: Tensor, excess: Tensor, scalar: ScalarSource): Tensor;
}

/** A set that a weight is kept in: brought back after each step, or drawn to it by a multiplier. */
export interface Constraint extends Described {
  /** The nearest (or a near) point of the set. */
  project?(weight: Tensor, scalar: ScalarSource): Tensor;
  readonly multiplier?: Multiplier;
}
