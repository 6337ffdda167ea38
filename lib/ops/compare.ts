/** Comparisons: 1 where true, 0 where false, in the dtype of the operands. They have no gradient. */
import { broadcastShapes } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { expand } from './broadcast.ts';
import { apply, defineOp, floatDType, noGradient, type TensorLike } from './define.ts';
import { ew } from './opcodes.ts';

function comparison(name: string, opcode: number, value: (a: number, b: number) => boolean): (a: TensorLike, b: TensorLike) => Tensor {
  const op = defineOp({
    name,
    shape: ([a, b]) => [{ shape: broadcastShapes(name, a.shape, b.shape), dtype: floatDType(name, [a, b]) }],
    gradient: noGradient,
    reference: ([a, b], _attrs, [out]) => {
      const x = expand(a.data, a.shape, out.shape);
      const y = expand(b.data, b.shape, out.shape);
      return [Float64Array.from(x, (v, i) => (value(v, y[i]) ? 1 : 0))];
    },
    lower: { kind: 'elementwise', opcode },
    samples: [
      { inputs: [{ shape: [4, 6] }, { shape: [6] }], order: 0 },
      {
        inputs: [
          { shape: [9], range: [0, 1], kinks: [] },
          { shape: [], range: [0, 1] },
        ],
        order: 0,
      },
    ],
    invalid: [{ inputs: [{ shape: [2, 3] }, { shape: [2, 4] }] }],
  });
  return (a, b) => apply(op, [a, b])[0];
}

/** 1 where a equals b, else 0. */
export const equal = comparison('equal', ew.equal, (a, b) => a === b);
/** 1 where a differs from b, else 0. */
export const notEqual = comparison('notEqual', ew.notEqual, (a, b) => a !== b);
/** 1 where a < b, else 0. */
export const less = comparison('less', ew.less, (a, b) => a < b);
/** 1 where a <= b, else 0. */
export const lessEqual = comparison('lessEqual', ew.lessEqual, (a, b) => a <= b);
/** 1 where a > b, else 0. */
export const greater = comparison('greater', ew.greater, (a, b) => a > b);
/** 1 where a >= b, else 0. */
export const greaterEqual = comparison('greaterEqual', ew.greaterEqual, (a, b) => a >= b);
