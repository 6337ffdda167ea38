/** Ops that move values without computing: views where the compiler can make them so. */
import { RidgelineError, showShape } from '../errors.ts';
import { broadcastShapes, sameShape, type Shape, sizeOf, stridesOf } from '../tensor/shape.ts';
import type { Node, Tensor, TensorSpec } from '../tensor/tensor.ts';
import { broadcastStrides, walkStrided } from './broadcast.ts';
import { apply, defineOp, type ReferenceValue, type TensorLike, toTensor } from './define.ts';
import { sum } from './reduce.ts';

const reshapeOp = defineOp({
  name: 'reshape',
  shape: ([x], attrs) => {
    const shape = attrs.shape as Shape;
    if (sizeOf(shape) !== sizeOf(x.shape))
      throw new RidgelineError(
        'ERR_SHAPE',
        `reshape: ${showShape(x.shape)} has ${sizeOf(x.shape)} elements, ${showShape(shape)} has ${sizeOf(shape)}`,
      );
    return [{ shape, dtype: x.dtype }];
  },
  gradient: (node, g) => [g && reshape(g, node.inputs[0].shape)],
  reference: ([x]) => [x.data],
  lower: { kind: 'reshape' },
  samples: [
    { inputs: [{ shape: [3, 4] }], attrs: { shape: [2, 6] } },
    { inputs: [{ shape: [1, 1] }], attrs: { shape: [] } },
  ],
  invalid: [{ inputs: [{ shape: [3, 4] }], attrs: { shape: [5, 2] } }],
});

/** The same values, row-major, in another shape; one -1 is worked out. */
export function reshape(x: TensorLike, shape: Shape): Tensor {
  const t = toTensor('reshape', x);
  const hole = shape.indexOf(-1);
  let target = shape;
  if (hole >= 0) {
    const rest = shape.reduce((n, d, i) => (i === hole ? n : n * d), 1);
    target = shape.map((d, i) => (i === hole ? Math.floor(sizeOf(t.shape) / Math.max(1, rest)) : d));
  }
  return sameShape(t.shape, target) ? t : apply(reshapeOp, [t], { shape: target })[0];
}

/** How a movement reads its operand: strides and offset in elements of a row-major operand. Also the reference of the movement. */
export function movementView(node: Pick<Node, 'op' | 'attrs'>, input: Shape, output: Shape): { strides: number[]; offset: number } {
  const own = stridesOf(input);
  if (node.op === 'broadcastTo') return { strides: broadcastStrides(input, output), offset: 0 };
  if (node.op === 'transpose') return { strides: (node.attrs.perm as readonly number[]).map((p) => own[p]), offset: 0 };
  const begin = node.attrs.begin as readonly number[];
  return { strides: own, offset: begin.reduce((at, b, i) => at + b * own[i], 0) };
}

const moved =
  (op: string) =>
  ([x]: readonly ReferenceValue[], attrs: Node['attrs'], [out]: readonly TensorSpec[]): Float64Array[] => {
    const { strides, offset } = movementView({ op, attrs }, x.shape, out.shape);
    const result = new Float64Array(sizeOf(out.shape));
    walkStrided(out.shape, strides, offset, (i, j) => {
      result[i] = x.data[j];
    });
    return [result];
  };

const broadcastToOp = defineOp({
  name: 'broadcastTo',
  shape: ([x], attrs) => {
    const shape = attrs.shape as Shape;
    if (!sameShape(broadcastShapes('broadcastTo', x.shape, shape), shape))
      throw new RidgelineError('ERR_SHAPE', `broadcastTo: ${showShape(x.shape)} does not broadcast to ${showShape(shape)}`);
    return [{ shape, dtype: x.dtype }];
  },
  gradient: (_node, g) => [g], // the walk sums a gradient back to the shape of its input
  reference: moved('broadcastTo'),
  lower: { kind: 'movement' },
  samples: [
    { inputs: [{ shape: [3, 1] }], attrs: { shape: [2, 3, 4] } },
    { inputs: [{ shape: [] }], attrs: { shape: [5] } },
  ],
  invalid: [{ inputs: [{ shape: [3] }], attrs: { shape: [4] } }],
});

/** x repeated along axes of size 1 and new leading axes. */
export function broadcastTo(x: TensorLike, shape: Shape): Tensor {
  const t = toTensor('broadcastTo', x);
  return sameShape(t.shape, shape) ? t : apply(broadcastToOp, [t], { shape })[0];
}

/** Sums a gradient over the axes along which a value of `shape` was broadcast. */
export function sumTo(g: Tensor, shape: Shape): Tensor {
  if (sameShape(g.shape, shape)) return g;
  const lead = g.rank - shape.length;
  const axes = g.shape.map((_, i) => i).filter((i) => i < lead || (shape[i - lead] === 1 && g.shape[i] !== 1));
  return reshape(sum(g, axes), shape);
}

const transposeOp = defineOp({
  name: 'transpose',
  shape: ([x], { perm }) => {
    const p = perm as readonly number[];
    if (p.length !== x.shape.length || new Set(p).size !== p.length || p.some((a) => !(a >= 0 && a < p.length)))
      throw new RidgelineError('ERR_SHAPE', `transpose: expected a permutation of ${x.shape.length} axes for perm, got ${showShape(p)}`);
    return [{ shape: p.map((a) => x.shape[a]), dtype: x.dtype }];
  },
  gradient: (node, g) => {
    const perm = node.attrs.perm as readonly number[];
    return [
      g &&
        transpose(
          g,
          perm.map((_, i) => perm.indexOf(i)),
        ),
    ];
  },
  reference: moved('transpose'),
  lower: { kind: 'movement' },
  samples: [
    { inputs: [{ shape: [3, 5] }], attrs: { perm: [1, 0] } },
    { inputs: [{ shape: [2, 3, 4] }], attrs: { perm: [2, 0, 1] } },
  ],
  invalid: [{ inputs: [{ shape: [2, 3] }], attrs: { perm: [0, 0] } }],
});

/** Axes in the order `perm`; default reversed. */
export function transpose(x: TensorLike, perm?: readonly number[]): Tensor {
  const t = toTensor('transpose', x);
  return apply(transposeOp, [t], { perm: perm ?? t.shape.map((_, i) => t.rank - 1 - i) })[0];
}

const sliceOp = defineOp({
  name: 'slice',
  shape: ([x], attrs) => {
    const begin = attrs.begin as readonly number[];
    const size = attrs.size as readonly number[];
    if (
      begin.length !== x.shape.length ||
      size.length !== x.shape.length ||
      begin.some((b, i) => !(b >= 0 && size[i] >= 0 && b + size[i] <= x.shape[i]))
    )
      throw new RidgelineError(
        'ERR_SHAPE',
        `slice: begin ${showShape(begin)} and size ${showShape(size)} do not lie inside ${showShape(x.shape)}`,
      );
    return [{ shape: size, dtype: x.dtype }];
  },
  gradient: (node, g) => {
    const [x] = node.inputs;
    const begin = node.attrs.begin as readonly number[];
    const size = node.attrs.size as readonly number[];
    return [
      g &&
        pad(
          g,
          begin.map((b, i) => [b, x.shape[i] - b - size[i]] as const),
        ),
    ];
  },
  reference: moved('slice'),
  lower: { kind: 'movement' },
  samples: [
    { inputs: [{ shape: [4, 6] }], attrs: { begin: [1, 2], size: [2, 3] } },
    { inputs: [{ shape: [7] }], attrs: { begin: [3], size: [4] } },
  ],
  invalid: [{ inputs: [{ shape: [4] }], attrs: { begin: [2], size: [3] } }],
});

/** size[i] values along each axis i, from begin[i]. */
export const slice = (x: TensorLike, begin: readonly number[], size: readonly number[]): Tensor => apply(sliceOp, [x], { begin, size })[0];

const padOp = defineOp({
  name: 'pad',
  shape: ([x], attrs) => {
    const low = attrs.low as readonly number[];
    const high = attrs.high as readonly number[];
    if (low.length !== x.shape.length || high.length !== x.shape.length || [...low, ...high].some((v) => !(Number.isInteger(v) && v >= 0)))
      throw new RidgelineError(
        'ERR_SHAPE',
        `pad: expected non-negative [low, high] for each axis of ${showShape(x.shape)}, got ${showShape(low)} and ${showShape(high)}`,
      );
    return [{ shape: x.shape.map((d, i) => d + low[i] + high[i]), dtype: x.dtype }];
  },
  gradient: (node, g) => [g && slice(g, node.attrs.low as readonly number[], node.inputs[0].shape)],
  reference: ([x], { low, value }, [out]) => {
    const result = new Float64Array(sizeOf(out.shape)).fill(value as number);
    const strides = stridesOf(out.shape);
    const offset = (low as readonly number[]).reduce((at, l, i) => at + l * strides[i], 0);
    walkStrided(x.shape, strides, offset, (i, j) => {
      result[j] = x.data[i];
    });
    return [result];
  },
  lower: { kind: 'place' },
  samples: [
    { inputs: [{ shape: [3, 4] }], attrs: { low: [1, 0], high: [2, 3], value: 0 } },
    { inputs: [{ shape: [5] }], attrs: { low: [0], high: [2], value: 1.5 } },
  ],
  invalid: [{ inputs: [{ shape: [3] }], attrs: { low: [-1], high: [0], value: 0 } }],
});

/** x with widths[i] = [before, after] elements of `value` (default 0) added along each axis i. */
export const pad = (x: TensorLike, widths: readonly (readonly [number, number])[], value = 0): Tensor =>
  apply(padOp, [x], { low: widths.map((w) => w[0]), high: widths.map((w) => w[1]), value })[0];

const concatOp = defineOp({
  name: 'concat',
  shape: (inputs, attrs) => {
    const axis = attrs.axis as number;
    const [first] = inputs;
    let total = 0;
    for (const x of inputs) {
      if (x.dtype !== first.dtype) throw new RidgelineError('ERR_DTYPE', `concat: expected one dtype, got ${first.dtype} and ${x.dtype}`);
      if (
        axis < 0 ||
        axis >= x.shape.length ||
        x.shape.length !== first.shape.length ||
        x.shape.some((d, i) => i !== axis && d !== first.shape[i])
      )
        throw new RidgelineError(
          'ERR_SHAPE',
          `concat: shapes ${showShape(first.shape)} and ${showShape(x.shape)} differ beside axis ${axis}`,
        );
      total += x.shape[axis];
    }
    return [{ shape: first.shape.map((d, i) => (i === axis ? total : d)), dtype: first.dtype }];
  },
  gradient: (node, g) => {
    const axis = node.attrs.axis as number;
    let at = 0;
    return node.inputs.map((x) => {
      const begin = x.shape.map((_, i) => (i === axis ? at : 0));
      at += x.shape[axis];
      return g && slice(g, begin, x.shape);
    });
  },
  reference: (inputs, attrs, [out]) => {
    const axis = attrs.axis as number;
    const result = new Float64Array(sizeOf(out.shape));
    const strides = stridesOf(out.shape);
    let at = 0;
    for (const x of inputs) {
      walkStrided(x.shape, strides, at * strides[axis], (i, j) => {
        result[j] = x.data[i];
      });
      at += x.shape[axis];
    }
    return [result];
  },
  lower: { kind: 'place' },
  samples: [
    { inputs: [{ shape: [2, 3] }, { shape: [2, 1] }, { shape: [2, 4] }], attrs: { axis: 1 } },
    { inputs: [{ shape: [2, 3] }, { shape: [4, 3] }], attrs: { axis: 0 } },
  ],
  invalid: [{ inputs: [{ shape: [2, 3] }, { shape: [3, 2] }], attrs: { axis: 0 } }],
});

/** Tensors one after another along `axis`. */
export function concat(parts: readonly TensorLike[], axis = 0): Tensor {
  if (parts.length === 0) throw new RidgelineError('ERR_SHAPE', 'concat: expected at least one Tensor, got none');
  const tensors = parts.map((p) => toTensor('concat', p));
  return apply(concatOp, tensors, { axis: axis < 0 ? axis + tensors[0].rank : axis })[0];
}
