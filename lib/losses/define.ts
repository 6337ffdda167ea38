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
  /** Outputs are scores, not probabilities: of a single one, class 1 is above 0. Metrics take this as their default threshold. */
  readonly scores?: boolean;
  /** A value per row [rows], or one for the batch (rank 0, which takes no sample weights). */
  perRow(yTrue: Tensor, yPred: Tensor, scalar: ScalarSource): Tensor;
}
