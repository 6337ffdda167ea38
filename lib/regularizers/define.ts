import type { Rule } from '../check.ts';
import type { Described } from '../describe.ts';
import type { Tensor } from '../tensor/tensor.ts';

/**
 * A plan scalar: a rank-0 Tensor whose value can be changed without compiling, to what `rule` allows: that of the option it comes from. `name` is
 * relative to what owns it.
 */
export type ScalarSource = (name: string, value: number, rule: Rule<number>) => Tensor;

/** A penalty on a weight, added to the loss. */
export interface Regularizer extends Described {
  /** Rank 0. Every number goes through `scalar`, never into the graph as a constant; `other` gives the weight that `tiedTo` names. */
  penalty(weight: Tensor, scalar: ScalarSource, other?: (name: string) => Tensor): Tensor;
  /** It is not of a weight, but of a layer's outputs in [0, 1], whose means over the batch are rates; nor is it divided by the rows. */
  readonly ofRates?: boolean;
  /** Another weight of the model that the penalty reads: its name, or that of a layer, whose weight of the same name within it is meant. */
  readonly tiedTo?: string;
  /**
   * argmin_v ½‖v - weight‖²/step + penalty(v), element by element; `step` is rank 0 or as the weight. Where it is there, the optimizer steps on the
   * loss without this penalty and then goes here: what a subgradient only circles (an exact 0) is reached.
   */
  proximal?(weight: Tensor, step: Tensor, scalar: ScalarSource): Tensor;
}
