/** Softmax and its logarithm over the last axis, without overflow. */
import { RidgelineError } from '../errors.ts';
import type { Tensor, TensorSpec } from '../tensor/tensor.ts';
import { mul, sub } from './binary.ts';
import { apply, defineOp, floatDType, type ReferenceValue, type TensorLike } from './define.ts';
import { sum } from './reduce.ts';
import { exp } from './unary.ts';

const shapeRule =
  (name: string) =>
  ([x]: readonly TensorSpec[]): TensorSpec[] => {
    if (x.shape.length === 0) throw new RidgelineError('ERR_SHAPE', `${name}: expected a Tensor of rank 1 or more, got rank 0`);
    return [{ shape: x.shape, dtype: floatDType(name, [x]) }];
  };

function byRow(x: ReferenceValue, write: (row: Float64Array, peak: number, total: number) => void): Float64Array {
  const n = x.shape[x.shape.length - 1];
  const out = x.data.slice();
  for (let at = 0; at < out.length; at += n) {
    const row = out.subarray(at, at + n);
    const peak = row.reduce((a, b) => Math.max(a, b), -Infinity);
    write(
      row,
      peak,
      row.reduce((a, b) => a + Math.exp(b - peak), 0),
    );
  }
  return out;
}

const samples = [{ inputs: [{ shape: [4, 7] }] }, { inputs: [{ shape: [2, 3, 5] }] }, { inputs: [{ shape: [1] }] }];
const invalid = [{ inputs: [{ shape: [] }] }];
const last = { keepDims: true };

const softmaxOp = defineOp({
  name: 'softmax',
  shape: shapeRule('softmax'),
  gradient: (node, g) => {
    const [y] = node.outputs;
    return [g && mul(y, sub(g, sum(mul(g, y), -1, last)))];
  },
  reference: ([x]) => [byRow(x, (row, peak, total) => row.forEach((v, i) => (row[i] = Math.exp(v - peak) / total)))],
  lower: { kind: 'kernel' },
  samples,
  invalid,
});

const logSoftmaxOp = defineOp({
  name: 'logSoftmax',
  shape: shapeRule('logSoftmax'),
  gradient: (node, g) => [g && sub(g, mul(exp(node.outputs[0]), sum(g, -1, last)))],
  reference: ([x]) => [byRow(x, (row, peak, total) => row.forEach((v, i) => (row[i] = v - peak - Math.log(total))))],
  lower: { kind: 'kernel' },
  samples,
  invalid,
});

/** e^x_i / sum of e^x_j over the last axis. */
export const softmax = (x: TensorLike): Tensor => apply(softmaxOp, [x])[0];
/** Logarithm of softmax over the last axis. */
export const logSoftmax = (x: TensorLike): Tensor => apply(logSoftmaxOp, [x])[0];
