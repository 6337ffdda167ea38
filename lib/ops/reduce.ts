/** Sums and maxima over axes, and the index of a maximum. */
import { normalizeAxis, type Shape, sizeOf } from '../tensor/shape.ts';
import type { Tensor, TensorSpec } from '../tensor/tensor.ts';
import { div, mul } from './binary.ts';
import { walkStrided } from './broadcast.ts';
import { equal } from './compare.ts';
import { apply, defineOp, floatDType, noGradient, type ReferenceValue, type TensorLike, toTensor } from './define.ts';
import { broadcastTo, reshape } from './movement.ts';

/** Options of reductions. */
export interface ReduceOptions {
  /** Keep reduced axes with size 1; default false. */
  readonly keepDims?: boolean;
}

const reducedShape = (shape: Shape, axes: readonly number[], keepDims: boolean): Shape =>
  keepDims ? shape.map((d, i) => (axes.includes(i) ? 1 : d)) : shape.filter((_, i) => !axes.includes(i));

function reduceReference(
  x: ReferenceValue,
  axes: readonly number[],
  initial: number,
  step: (a: number, v: number) => number,
): Float64Array {
  const kept = x.shape.map((d, i) => (axes.includes(i) ? 1 : d));
  const out = new Float64Array(sizeOf(kept)).fill(initial);
  let stride = 1;
  const strides = new Array<number>(x.shape.length);
  for (let i = x.shape.length - 1; i >= 0; i--) {
    strides[i] = axes.includes(i) ? 0 : stride;
    if (!axes.includes(i)) stride *= x.shape[i];
  }
  walkStrided(x.shape, strides, 0, (i, o) => {
    out[o] = step(out[o], x.data[i]);
  });
  return out;
}

const shapeRule =
  (name: string) =>
  ([x]: readonly TensorSpec[], attrs: Readonly<Record<string, unknown>>): TensorSpec[] => [
    { shape: reducedShape(x.shape, attrs.axes as number[], attrs.keepDims as boolean), dtype: floatDType(name, [x]) },
  ];

const keptShape = (x: Tensor, axes: readonly number[]): Shape => reducedShape(x.shape, axes, true);

const samples = [
  { inputs: [{ shape: [3, 5] }], attrs: { axes: [0], keepDims: false } },
  { inputs: [{ shape: [3, 5] }], attrs: { axes: [1], keepDims: true } },
  { inputs: [{ shape: [2, 3, 4] }], attrs: { axes: [0, 2], keepDims: false } },
  { inputs: [{ shape: [2, 3, 4] }], attrs: { axes: [0, 1, 2], keepDims: false } },
  { inputs: [{ shape: [2, 3, 4] }], attrs: { axes: [1], keepDims: false } },
];

const sumOp = defineOp({
  name: 'sum',
  shape: shapeRule('sum'),
  gradient: (node, g) => [g && broadcastTo(reshape(g, keptShape(node.inputs[0], node.attrs.axes as number[])), node.inputs[0].shape)],
  reference: ([x], { axes }) => [reduceReference(x, axes as number[], 0, (a, v) => a + v)],
  lower: { kind: 'reduce', opcode: 0 },
  samples,
});

const maxOp = defineOp({
  name: 'max',
  shape: shapeRule('max'),
  // Equal maxima share the gradient evenly.
  gradient: (node, g) => {
    if (!g) return [undefined];
    const [x] = node.inputs;
    const axes = node.attrs.axes as number[];
    const kept = keptShape(x, axes);
    const hit = equal(x, reshape(node.outputs[0], kept));
    return [mul(hit, div(reshape(g, kept), sum(hit, axes, { keepDims: true })))];
  },
  reference: ([x], { axes }) => [
    reduceReference(x, axes as number[], -Infinity, (a, v) => (a !== a || v !== v ? Number.NaN : Math.max(a, v))),
  ],
  lower: { kind: 'reduce', opcode: 1 },
  samples,
});

function axesOf(where: string, x: Tensor, axes: number | readonly number[] | undefined): number[] {
  const list = axes === undefined ? x.shape.map((_, i) => i) : typeof axes === 'number' ? [axes] : axes;
  return [...new Set(list.map((a) => normalizeAxis(where, a, x.rank)))].sort((a, b) => a - b);
}

/** Sum over `axes` (default all). */
export function sum(x: TensorLike, axes?: number | readonly number[], options: ReduceOptions = {}): Tensor {
  const t = toTensor('sum', x);
  return apply(sumOp, [t], { axes: axesOf('sum', t, axes), keepDims: options.keepDims ?? false })[0];
}

/** Maximum over `axes` (default all); equal maxima share the gradient evenly. */
export function max(x: TensorLike, axes?: number | readonly number[], options: ReduceOptions = {}): Tensor {
  const t = toTensor('max', x);
  return apply(maxOp, [t], { axes: axesOf('max', t, axes), keepDims: options.keepDims ?? false })[0];
}

/** Mean over `axes` (default all). */
export function mean(x: TensorLike, axes?: number | readonly number[], options: ReduceOptions = {}): Tensor {
  const t = toTensor('mean', x);
  const list = axesOf('mean', t, axes);
  return div(
    sum(t, list, options),
    list.reduce((n, a) => n * t.shape[a], 1),
  );
}

const argmaxOp = defineOp({
  name: 'argmax',
  shape: ([x], { axis }) => {
    floatDType('argmax', [x]);
    return [{ shape: x.shape.filter((_, i) => i !== axis), dtype: 'int32' }];
  },
  gradient: noGradient,
  reference: ([x], { axis }, [out]) => {
    const inner = sizeOf(x.shape.slice((axis as number) + 1));
    const n = x.shape[axis as number];
    return [
      Float64Array.from({ length: sizeOf(out.shape) }, (_, i) => {
        const base = Math.floor(i / inner) * n * inner + (i % inner);
        let best = 0;
        for (let k = 1; k < n; k++) {
          const [a, b] = [x.data[base + best * inner], x.data[base + k * inner]];
          if (a === a && (b > a || b !== b)) best = k;
        }
        return best;
      }),
    ];
  },
  lower: { kind: 'kernel' },
  samples: [
    { inputs: [{ shape: [4, 7] }], attrs: { axis: 1 }, order: 0 },
    { inputs: [{ shape: [3, 4, 5] }], attrs: { axis: 1 }, order: 0 },
  ],
});

/** Index (int32) of the first maximum along `axis` (default the last). */
export function argmax(x: TensorLike, axis = -1): Tensor {
  const t = toTensor('argmax', x);
  return apply(argmaxOp, [t], { axis: normalizeAxis('argmax', axis, t.rank) })[0];
}
