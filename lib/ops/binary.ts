/** Elementwise arithmetic of two tensors, with NumPy's broadcasting. */
import { broadcastShapes } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { expand } from './broadcast.ts';
import { greater, greaterEqual, less, lessEqual } from './compare.ts';
import { apply, defineOp, floatDType, type SampleInput, type TensorLike } from './define.ts';
import { ew } from './opcodes.ts';
import { log, neg } from './unary.ts';
import { where } from './where.ts';

interface BinaryRule {
  readonly opcode: number;
  readonly value: (a: number, b: number) => number;
  readonly gradient: (g: Tensor, a: Tensor, b: Tensor, y: Tensor) => readonly [Tensor, Tensor];
  readonly samples: readonly [Omit<SampleInput, 'shape'>, Omit<SampleInput, 'shape'>];
}

function binary(name: string, rule: BinaryRule): (a: TensorLike, b: TensorLike) => Tensor {
  const [sa, sb] = rule.samples;
  const op = defineOp({
    name,
    shape: ([a, b]) => [{ shape: broadcastShapes(name, a.shape, b.shape), dtype: floatDType(name, [a, b]) }],
    gradient: (node, g) => (g ? rule.gradient(g, node.inputs[0], node.inputs[1], node.outputs[0]) : [undefined, undefined]),
    reference: ([a, b], _attrs, [out]) => {
      const x = expand(a.data, a.shape, out.shape);
      const y = expand(b.data, b.shape, out.shape);
      return [Float64Array.from(x, (v, i) => rule.value(v, y[i]))];
    },
    lower: { kind: 'elementwise', opcode: rule.opcode },
    samples: [
      {
        inputs: [
          { shape: [3, 5], ...sa },
          { shape: [3, 5], ...sb },
        ],
      },
      {
        inputs: [
          { shape: [4, 3], ...sa },
          { shape: [3], ...sb },
        ],
      },
      {
        inputs: [
          { shape: [], ...sa },
          { shape: [2, 1, 3], ...sb },
        ],
      },
      {
        inputs: [
          { shape: [2, 4, 1], ...sa },
          { shape: [1, 3], ...sb },
        ],
      },
    ],
    invalid: [{ inputs: [{ shape: [2, 3] }, { shape: [2, 4] }] }, { inputs: [{ shape: [2] }, { shape: [2], dtype: 'int32' }] }],
  });
  return (a, b) => apply(op, [a, b])[0];
}

const wide = { range: [-2, 2] } as const;

/** a + b */
export const add = binary('add', { opcode: ew.add, value: (a, b) => a + b, gradient: (g) => [g, g], samples: [wide, wide] });
/** a - b */
export const sub = binary('sub', { opcode: ew.sub, value: (a, b) => a - b, gradient: (g) => [g, neg(g)], samples: [wide, wide] });
/** a * b */
export const mul = binary('mul', {
  opcode: ew.mul,
  value: (a, b) => a * b,
  gradient: (g, a, b) => [mul(g, b), mul(g, a)],
  samples: [wide, wide],
});
/** a / b */
export const div = binary('div', {
  opcode: ew.div,
  value: (a, b) => a / b,
  gradient: (g, _a, b, y) => [div(g, b), neg(div(mul(g, y), b))],
  samples: [wide, { range: [0.5, 3] }],
});
const larger = (a: number, b: number) => (a !== a || b !== b ? Number.NaN : Math.max(a, b));
const smaller = (a: number, b: number) => (a !== a || b !== b ? Number.NaN : Math.min(a, b));
/** The larger of a and b; at a tie the gradient goes to b. NaN in either gives NaN. */
export const maximum = binary('maximum', {
  opcode: ew.max,
  value: larger,
  gradient: (g, a, b) => [mul(g, greater(a, b)), mul(g, lessEqual(a, b))],
  samples: [{ range: [-2, 2], kinks: [] }, { range: [2.1, 3] }],
});
/** The smaller of a and b; at a tie the gradient goes to b. NaN in either gives NaN. */
export const minimum = binary('minimum', {
  opcode: ew.min,
  value: smaller,
  gradient: (g, a, b) => [mul(g, less(a, b)), mul(g, greaterEqual(a, b))],
  samples: [{ range: [-2, 2], kinks: [] }, { range: [2.1, 3] }],
});
/** a to the power b. The gradient toward b needs a > 0 and is taken as 0 where a is 0. */
export const pow = binary('pow', {
  opcode: ew.pow,
  value: (a, b) => a ** b,
  gradient: (g, a, b, y) => [mul(g, mul(b, pow(a, sub(b, 1)))), mul(g, mul(y, log(where(greater(a, 0), a, 1))))],
  samples: [{ range: [0.5, 2] }, { range: [-2, 2] }],
});
