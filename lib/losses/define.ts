import type { Described } from '../describe.ts';
import type { ScalarSource } from '../regularizers/define.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { TargetDomain } from './targets.ts';

/** What training minimizes: the mean over rows of a value per row. */
export interface Loss extends Described {
  /** 'same': targets have the shape of the output; 'sparse': one int32 label per row. */
  readonly target: 'same' | 'sparse';
  /** Which values targets may have; default all finite ones, and for labels the classes. */
  readonly domain?: TargetDomain;
  /**
   * What yPred is, where the loss knows: probabilities, of which it takes logarithms, or scores, of which a single one is above 0 for class 1.
   * Thresholds of metrics follow it, and compile refuses what it is not.
   */
  readonly outputs?: 'probabilities' | 'scores';
  /** A value per row [rows], or one for the batch (rank 0, which takes no sample weights). */
  perRow(yTrue: Tensor, yPred: Tensor, scalar: ScalarSource): Tensor;
}
