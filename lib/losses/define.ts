import type { Described } from '../describe.ts';
import type { ScalarSource } from '../regularizers/define.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** What training minimizes: the mean over rows of a value per row. */
export interface Loss extends Described {
  /** 'same': targets have the shape of the output; 'sparse': one int32 label per row. */
  readonly target: 'same' | 'sparse';
  /** A value per row [rows], or one for the batch (rank 0, which takes no sample weights). */
  perRow(yTrue: Tensor, yPred: Tensor, scalar: ScalarSource): Tensor;
}
