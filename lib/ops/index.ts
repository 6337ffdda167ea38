/** The ops: functions of symbolic Tensors. Numbers and arrays are taken as constants wherever a Tensor is. */
export { add, div, maximum, minimum, mul, pow, sub } from './binary.ts';
export { equal, greater, greaterEqual, less, lessEqual, notEqual } from './compare.ts';
export { cast, constant, iota, stopGradient } from './core.ts';
export { gatherRows, putAlongAxis, scatterAddRows, takeAlongAxis } from './gather.ts';
export { matmul } from './matmul.ts';
export { broadcastTo, concat, pad, reshape, slice, transpose } from './movement.ts';
export { randomBernoulli, randomNormal, randomUniform } from './random.ts';
export { argmax, max, mean, sum } from './reduce.ts';
export { scan } from './scan.ts';
export { logSoftmax, softmax } from './softmax.ts';
export { standardize } from './standardize.ts';
export {
  abs,
  cos,
  erf,
  exp,
  expm1,
  floor,
  gelu,
  log,
  log1p,
  neg,
  relu,
  sigmoid,
  sign,
  sin,
  softplus,
  sqrt,
  square,
  tanh,
} from './unary.ts';
export { where } from './where.ts';
