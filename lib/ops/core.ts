/** Leaves, casts and the gradient barrier. */
import { RidgelineError } from '../errors.ts';
import { type DType, dtypes, isFloat } from '../tensor/dtype.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { apply, defineOp, noGradient, type TensorLike, toTensor } from './define.ts';
import { ew } from './opcodes.ts';

defineOp({
  name: 'input',
  shape: () => [],
  gradient: noGradient,
  reference: (_, attrs) => {
    throw new RidgelineError('ERR_GRAPH', `no value was given for the input ${String(attrs.name)}`);
  },
  lower: { kind: 'leaf' },
  samples: [],
});

defineOp({
  name: 'constant',
  shape: () => [],
  gradient: noGradient,
  reference: (_, attrs) => [attrs.data ? Float64Array.from((attrs.data as NDArray).data) : Float64Array.of(attrs.value as number)],
  lower: { kind: 'leaf' },
  samples: [],
});

const castOp = defineOp({
  name: 'cast',
  shape: ([x], { dtype }) => [{ shape: x.shape, dtype: dtype as DType }],
  gradient: (node, g) => {
    const from = node.inputs[0].dtype;
    return [g && isFloat(from) ? cast(g, from) : undefined];
  },
  reference: ([x], { dtype }) => {
    const convert: Record<string, (v: number) => number> = {
      float32: Math.fround,
      float64: (v) => v,
      int32: (v) => Math.trunc(v),
      uint8: (v) => Math.min(255, Math.max(0, Math.trunc(v))),
    };
    return [x.data.map(convert[dtype as string])];
  },
  lower: { kind: 'elementwise', opcode: ew.move },
  samples: [
    { inputs: [{ shape: [3, 5], range: [-3, 3] }], attrs: { dtype: 'float64' } },
    { inputs: [{ shape: [4], range: [0, 9], dtype: 'int32' }], attrs: { dtype: 'float32' }, order: 0 },
    { inputs: [{ shape: [4], range: [0, 255], dtype: 'uint8' }], attrs: { dtype: 'float32' }, order: 0 },
    { inputs: [{ shape: [7], range: [-9.5, 9.5], kinks: [-3, -2, -1, 0, 1, 2, 3] }], attrs: { dtype: 'int32' }, order: 0 },
  ],
});

/** The values of x in another dtype; to int32 truncates toward zero. The gradient is cast back. */
export function cast(x: TensorLike, dtype: DType): Tensor {
  const t = toTensor('cast', x);
  if (!dtypes.includes(dtype)) throw new RidgelineError('ERR_DTYPE', `cast: expected one of ${dtypes.join(', ')}, got ${String(dtype)}`);
  return t.dtype === dtype ? t : apply(castOp, [t], { dtype })[0];
}

const stopGradientOp = defineOp({
  name: 'stopGradient',
  shape: ([x]) => [x],
  gradient: noGradient,
  reference: ([x]) => [x.data],
  lower: { kind: 'elementwise', opcode: ew.move },
  samples: [{ inputs: [{ shape: [5] }], order: 0 }],
});

/** x itself, through which no gradient flows. */
export const stopGradient = (x: TensorLike): Tensor => apply(stopGradientOp, [x])[0];

const iotaOp = defineOp({
  name: 'iota',
  shape: (_, { length, dtype }) => [{ shape: [length as number], dtype: dtype as DType }],
  gradient: noGradient,
  reference: (_, { length }) => [Float64Array.from({ length: length as number }, (_v, i) => i)],
  lower: { kind: 'elementwise', opcode: ew.iota },
  samples: [{ inputs: [], attrs: { length: 37, dtype: 'float32' }, order: 0 }],
});

/** 0, 1, ..., length - 1. */
export function iota(length: number, dtype: DType = 'float32'): Tensor {
  if (!Number.isSafeInteger(length) || length < 0)
    throw new RidgelineError('ERR_SHAPE', `iota: expected a non-negative integer length, got ${length}`);
  return apply(iotaOp, [], { length, dtype })[0];
}

/** A value known now: a number (rank 0) or an array. */
export function constant(value: number | NDArray, dtype?: DType): Tensor {
  const t = toTensor('constant', value, typeof value === 'number' ? dtype : undefined);
  return dtype ? cast(t, dtype) : t;
}
