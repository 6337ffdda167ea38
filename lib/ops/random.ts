/** Random numbers as pure functions of the model's seed, the step, a stream and the element's index: see lib/random.ts. */
import { RidgelineError } from '../errors.ts';
import { philoxBernoulli, philoxNormals, philoxUniforms } from '../random.ts';
import { type DType, isFloat } from '../tensor/dtype.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import type { Tensor, TensorSpec } from '../tensor/tensor.ts';
import { expand } from './broadcast.ts';
import { apply, defineOp, floatDType, noGradient, type TensorLike, toTensor } from './define.ts';
import { ew } from './opcodes.ts';

/** Options of the random ops. */
export interface RandomOptions {
  /** Which of the model's random streams to read, a uint32: two draws of one stream in one step are equal. */
  readonly stream: number;
  readonly dtype?: DType;
}

const fromAttrs = (_: readonly TensorSpec[], attrs: Readonly<Record<string, unknown>>): TensorSpec[] => [
  { shape: attrs.shape as Shape, dtype: attrs.dtype as DType },
];

const uniformOp = defineOp({
  name: 'randomUniform',
  shape: fromAttrs,
  gradient: noGradient,
  reference: (_, { stream }, [out], { seed, step }) => [philoxUniforms(seed, stream as number, step, 0, sizeOf(out.shape))],
  lower: { kind: 'elementwise', opcode: ew.uniform },
  samples: [{ inputs: [], attrs: { shape: [7, 31], dtype: 'float32', stream: 5 }, order: 0 }],
});

const normalOp = defineOp({
  name: 'randomNormal',
  shape: fromAttrs,
  gradient: noGradient,
  reference: (_, { stream }, [out], { seed, step }) => [philoxNormals(seed, stream as number, step, 0, sizeOf(out.shape))],
  lower: { kind: 'elementwise', opcode: ew.normal },
  samples: [{ inputs: [], attrs: { shape: [5, 67], dtype: 'float32', stream: 6 }, order: 0 }],
});

const bernoulliOp = defineOp({
  name: 'randomBernoulli',
  shape: ([p], attrs) => [{ shape: attrs.shape as Shape, dtype: floatDType('randomBernoulli', [p]) }],
  gradient: noGradient,
  reference: ([p], { stream }, [out], { seed, step }) => [
    philoxBernoulli(seed, stream as number, step, 0, expand(p.data, p.shape, out.shape)),
  ],
  lower: { kind: 'elementwise', opcode: ew.bernoulli },
  samples: [{ inputs: [{ shape: [], range: [0.2, 0.8] }], attrs: { shape: [9, 41], stream: 7 }, order: 0 }],
});

function attributes(where: string, shape: Shape, options: RandomOptions): { shape: Shape; stream: number; dtype: DType } {
  const { stream, dtype = 'float32' } = options;
  if (!Number.isInteger(stream) || stream < 0 || stream > 0xffffffff)
    throw new RidgelineError('ERR_OPTION', `${where}: expected an integer in [0, 2^32) for stream, got ${stream}`);
  if (!isFloat(dtype)) throw new RidgelineError('ERR_DTYPE', `${where}: expected float32 or float64 for dtype, got ${dtype}`);
  return { shape, stream, dtype };
}

/** Uniform on [0, 1), multiples of 2^-24. */
export const randomUniform = (shape: Shape, options: RandomOptions): Tensor =>
  apply(uniformOp, [], attributes('randomUniform', shape, options))[0];

/** Normal with mean 0 and standard deviation 1. */
export const randomNormal = (shape: Shape, options: RandomOptions): Tensor =>
  apply(normalOp, [], attributes('randomNormal', shape, options))[0];

/** 1 with the given probability (a rank-0 Tensor or number), else 0; compared as integers, so 1 - p and p split exactly. */
export function randomBernoulli(shape: Shape, probability: TensorLike, options: RandomOptions): Tensor {
  const { stream } = attributes('randomBernoulli', shape, options);
  return apply(bernoulliOp, [toTensor('randomBernoulli', probability, options.dtype)], { shape, stream })[0];
}
