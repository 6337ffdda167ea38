import { closed } from '../describe.ts';
import { check, inRange } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { equal } from '../ops/compare.ts';
import { cast, iota } from '../ops/core.ts';
import { mul, sub } from '../ops/binary.ts';
import { matmul } from '../ops/matmul.ts';
import { reshape } from '../ops/movement.ts';
import { sum } from '../ops/reduce.ts';
import { square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Regularizer } from './define.ts';

const lambdaRule = inRange('[0, inf)');

function identity(n: number, dtype: Tensor['dtype']): Tensor {
  const index = iota(n);
  return cast(equal(reshape(index, [n, 1]), reshape(index, [1, n])), dtype);
}

/**
 * λ‖WᵀW - I‖² over all elements, W [inputs, units] (all axes but the last as one): the weights into the units are held near orthonormal. With
 * more units than inputs, where they cannot be, it is λ‖WWᵀ - I‖²: the rows are.
 * @param lambda strength, in [0, inf). Keras's OrthogonalRegularizer leaves the lengths alone and penalizes |cosines|.
 * @throws ERR_SHAPE, when applied, for a weight with one axis.
 * Source: Brock, Lim, Ritchie, Weston 2017; Bansal, Chen, Wang 2018 (soft orthogonality).
 */
export function orthogonal(lambda: number): Regularizer {
  check('regularizers.orthogonal', 'lambda', lambda, lambdaRule);
  return closed(
    {
      kind: 'orthogonal',
      options: { lambda },
      penalty: (w, scalar) => {
        if (w.rank < 2)
          throw new RidgelineError(
            'ERR_SHAPE',
            `regularizers.orthogonal: expected a weight with 2 axes or more, got ${showShape(w.shape)}`,
          );
        const units = w.shape[w.rank - 1];
        const matrix = reshape(w, [-1, units]);
        const wide = units > matrix.shape[0];
        const gram = wide ? matmul(matrix, matrix, { transposeB: true }) : matmul(matrix, matrix, { transposeA: true });
        return mul(scalar('orthogonal', lambda, lambdaRule), sum(square(sub(gram, identity(gram.shape[0], w.dtype)))));
      },
    },
    'penalty',
  );
}
