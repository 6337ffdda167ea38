import { positiveInt } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { equal, less } from '../ops/compare.ts';
import { cast, iota, stopGradient } from '../ops/core.ts';
import { reshape } from '../ops/movement.ts';
import { argmax } from '../ops/reduce.ts';
import { scan } from '../ops/scan.ts';
import { abs } from '../ops/unary.ts';
import { where } from '../ops/where.ts';
import { sizeOf } from '../tensor/shape.ts';
import { type ApplicableLayer, asFloat, defineLayer, type LayerOptions } from './define.ts';

/** Below every magnitude. */
const taken = -1;

/** Declaration of {@link kSparse}. */
export const kSparseKind = defineLayer({
  kind: 'kSparse',
  argument: 'nonzeros',
  rules: { nonzeros: positiveInt },
  complete: (options: { nonzeros: number }) => options,
  call: (given, _, { nonzeros }) => {
    const x = asFloat(given);
    const size = sizeOf(x.shape.slice(1));
    if (nonzeros > size)
      throw new RidgelineError('ERR_OPTION', `kSparse: expected nonzeros of ${size} at most, the values of a row, got ${nonzeros}`);
    if (nonzeros === size) return x;
    const rows = reshape(x, [x.shape[0], size]);
    const columns = iota(size, x.dtype);
    // The largest that is left, again and again: of equal ones the first, so that never more than `nonzeros` stay.
    const [left] = scan(
      ([magnitudes]) => {
        const largest = reshape(cast(argmax(magnitudes, -1), x.dtype), [x.shape[0], 1]);
        return { carry: [where(equal(columns, largest), taken, magnitudes)] };
      },
      [stopGradient(abs(rows))],
      [],
      { length: nonzeros },
    ).carry;
    return reshape(where(less(left, 0), rows, 0), x.shape);
  },
});

/**
 * A hard limit on the non-zeros of a hidden representation: each row, over all axes but the first, keeps its `nonzeros` largest magnitudes, in training and in
 * inference; the others become 0. It is the nearest point with ‖h‖₀ <= nonzeros; gradients pass through the values that are kept. The work grows with `nonzeros`.
 * @param nonzeros values that a row keeps, 1 or more. @throws ERR_OPTION where a row has fewer. Source: Makhzani and Frey 2013, "k-Sparse Autoencoders"; Goodfellow, Bengio, Courville 2016, 7.10.
 */
export const kSparse = (nonzeros: number, options: LayerOptions = {}): ApplicableLayer => kSparseKind.make(options, nonzeros);
