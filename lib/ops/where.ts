import { broadcastShapes } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { expand } from './broadcast.ts';
import { apply, defineOp, floatDType, type TensorLike } from './define.ts';
import { ew } from './opcodes.ts';

const whereOp = defineOp({
  name: 'where',
  shape: ([c, a, b]) => [
    { shape: broadcastShapes('where', c.shape, broadcastShapes('where', a.shape, b.shape)), dtype: floatDType('where', [a, b, c]) },
  ],
  gradient: (node, g) => {
    const c = node.inputs[0];
    return g ? [undefined, where(c, g, 0), where(c, 0, g)] : [undefined, undefined, undefined];
  },
  reference: ([c, a, b], _attrs, [out]) => {
    const [p, x, y] = [c, a, b].map((v) => expand(v.data, v.shape, out.shape));
    return [Float64Array.from(p, (v, i) => (v !== 0 ? x[i] : y[i]))];
  },
  lower: { kind: 'elementwise', opcode: ew.select },
  samples: [
    { inputs: [{ shape: [3, 4], range: [-1, 1] }, { shape: [3, 4] }, { shape: [4] }] },
    { inputs: [{ shape: [3, 1], range: [-1, 1] }, { shape: [] }, { shape: [1, 5] }] },
  ],
  invalid: [{ inputs: [{ shape: [2] }, { shape: [3] }, { shape: [2] }] }],
});

/** a where condition is not 0, else b; each broadcasts. The value not taken gets gradient 0, even where it is infinite or NaN. */
export const where = (condition: TensorLike, a: TensorLike, b: TensorLike): Tensor => apply(whereOp, [condition, a, b])[0];
