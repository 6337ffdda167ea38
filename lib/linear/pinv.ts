import { checkOptions, inRange, optional } from '../check.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { toMatrix } from './matrix.ts';
import { checkRunOptions, type RunOptions, runNative } from './run.ts';

/** Options of {@link pinv}. */
export interface PinvOptions extends RunOptions {
  /** Singular values up to this share of the largest count as 0; in [0, 1). Default: max(m, n) times the machine's epsilon. */
  readonly tol?: number;
}

/**
 * The Moore-Penrose pseudoinverse [n, m] of a matrix [m, n], by singular values: V S^+ U^T (Goodfellow, Bengio and Courville, "Deep Learning", 2.9),
 * the limit of (A^T A + alpha I)^-1 A^T as alpha goes to 0 (7.3). Throws ERR_SHAPE, ERR_VALUE for NaN, ERR_OPTION, ABORT_ERR.
 */
export async function pinv(a: ArrayInput, options: PinvOptions = {}): Promise<NDArray> {
  const { tol, ...run } = options;
  checkOptions<{ tol: number | undefined }>('pinv', { tol }, { tol: optional(inRange('[0, 1)')) });
  checkRunOptions('pinv', run);
  const { data, rows, columns } = toMatrix('pinv', 'a', a);
  const problem = { numbers: [rows, columns, tol ?? 0], inputs: [data], outputs: [rows * columns, 1] };
  const [inverse] = await runNative('pinv', 'pinv', problem, run);
  return new NDArray(inverse, [columns, rows]);
}
