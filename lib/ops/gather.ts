/** Reading and adding by index. Indices are int32 and are checked at every step. */
import { RidgelineError, showShape } from '../errors.ts';
import { sameShape, type Shape, sizeOf } from '../tensor/shape.ts';
import type { Tensor, TensorSpec } from '../tensor/tensor.ts';
import { apply, defineOp, floatDType, type ReferenceValue, type TensorLike } from './define.ts';

function indices(where: string, spec: TensorSpec): void {
  if (spec.dtype !== 'int32') throw new RidgelineError('ERR_DTYPE', `${where}: expected int32 indices, got ${spec.dtype}`);
}

/** Index i of idx, or an error with the position, the value and the range. */
function checkedIndex(where: string, idx: ReferenceValue, i: number, limit: number): number {
  const v = idx.data[i];
  if (!(v >= 0 && v < limit)) throw new RidgelineError('ERR_INDEX', `${where}: index ${v} at position ${i} is outside [0, ${limit})`);
  return v;
}

const columnsOf = (shape: Shape): number => shape[shape.length - 1];

const gatherRowsOp = defineOp({
  name: 'gatherRows',
  shape: ([table, idx]) => {
    indices('gatherRows', idx);
    if (table.shape.length < 1)
      throw new RidgelineError('ERR_SHAPE', `gatherRows: expected a table of rank 1 or more, got shape ${showShape(table.shape)}`);
    return [{ shape: [...idx.shape, ...table.shape.slice(1)], dtype: table.dtype }];
  },
  gradient: (node, g) => [g && scatterAddRows(g, node.inputs[1], node.inputs[0].shape[0]), undefined],
  reference: ([table, idx], _attrs, [out]) => {
    const width = sizeOf(table.shape.slice(1));
    const result = new Float64Array(sizeOf(out.shape));
    for (let i = 0; i < idx.data.length; i++) {
      const row = checkedIndex('gatherRows', idx, i, table.shape[0]);
      result.set(table.data.subarray(row * width, (row + 1) * width), i * width);
    }
    return [result];
  },
  lower: { kind: 'kernel', checksIndices: true },
  samples: [
    { inputs: [{ shape: [6, 3] }, { shape: [4], range: [0, 6], dtype: 'int32' }] },
    { inputs: [{ shape: [5, 2, 2] }, { shape: [2, 3], range: [0, 5], dtype: 'int32' }] },
  ],
  invalid: [{ inputs: [{ shape: [6, 3] }, { shape: [4] }] }],
});

/** Rows of table [n, ...] by idx (int32, any shape): result [...idx.shape, ...]. */
export const gatherRows = (table: TensorLike, idx: TensorLike): Tensor => apply(gatherRowsOp, [table, idx])[0];

const scatterAddRowsOp = defineOp({
  name: 'scatterAddRows',
  shape: ([x, idx], { rows }) => {
    indices('scatterAddRows', idx);
    const dtype = floatDType('scatterAddRows', [x]);
    if (!sameShape(x.shape.slice(0, idx.shape.length), idx.shape))
      throw new RidgelineError(
        'ERR_SHAPE',
        `scatterAddRows: x ${showShape(x.shape)} does not begin with the shape of the indices ${showShape(idx.shape)}`,
      );
    return [{ shape: [rows as number, ...x.shape.slice(idx.shape.length)], dtype }];
  },
  gradient: (node, g) => [g && gatherRows(g, node.inputs[1]), undefined],
  reference: ([x, idx], { rows }, [out]) => {
    const width = sizeOf(out.shape.slice(1));
    const result = new Float64Array(sizeOf(out.shape));
    for (let i = 0; i < idx.data.length; i++) {
      const row = checkedIndex('scatterAddRows', idx, i, rows as number);
      for (let j = 0; j < width; j++) result[row * width + j] += x.data[i * width + j];
    }
    return [result];
  },
  lower: { kind: 'kernel', checksIndices: true },
  samples: [{ inputs: [{ shape: [5, 3] }, { shape: [5], range: [0, 4], dtype: 'int32' }], attrs: { rows: 4 } }],
  invalid: [{ inputs: [{ shape: [5, 3] }, { shape: [4], range: [0, 4], dtype: 'int32' }], attrs: { rows: 4 } }],
});

/** Zeros [rows, ...] to which row i of x is added at idx[i], in order. */
export const scatterAddRows = (x: TensorLike, idx: TensorLike, rows: number): Tensor => apply(scatterAddRowsOp, [x, idx], { rows })[0];

function alongRule(where: string, x: TensorSpec, idx: TensorSpec): void {
  indices(where, idx);
  floatDType(where, [x]);
  if (x.shape.length === 0 || idx.shape.length !== x.shape.length || !sameShape(x.shape.slice(0, -1), idx.shape.slice(0, -1)))
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: x ${showShape(x.shape)} and indices ${showShape(idx.shape)} differ beside the last axis`,
    );
}

const takeAlongAxisOp = defineOp({
  name: 'takeAlongAxis',
  shape: ([x, idx]) => {
    alongRule('takeAlongAxis', x, idx);
    return [{ shape: idx.shape, dtype: x.dtype }];
  },
  gradient: (node, g) => [g && putAlongAxis(g, node.inputs[1], columnsOf(node.inputs[0].shape)), undefined],
  reference: ([x, idx]) => {
    const [columns, picks] = [columnsOf(x.shape), columnsOf(idx.shape)];
    return [idx.data.map((_, i) => x.data[Math.floor(i / picks) * columns + checkedIndex('takeAlongAxis', idx, i, columns)])];
  },
  lower: { kind: 'kernel', checksIndices: true },
  samples: [{ inputs: [{ shape: [4, 6] }, { shape: [4, 2], range: [0, 6], dtype: 'int32' }] }],
  invalid: [{ inputs: [{ shape: [4, 6] }, { shape: [3, 2], range: [0, 6], dtype: 'int32' }] }],
});

/** x[..., idx[..., j]] along the last axis. */
export const takeAlongAxis = (x: TensorLike, idx: TensorLike): Tensor => apply(takeAlongAxisOp, [x, idx])[0];

const putAlongAxisOp = defineOp({
  name: 'putAlongAxis',
  shape: ([x, idx], { columns }) => {
    alongRule('putAlongAxis', x, idx);
    if (!sameShape(x.shape, idx.shape))
      throw new RidgelineError('ERR_SHAPE', `putAlongAxis: x ${showShape(x.shape)} and indices ${showShape(idx.shape)} differ`);
    return [{ shape: [...x.shape.slice(0, -1), columns as number], dtype: x.dtype }];
  },
  gradient: (node, g) => [g && takeAlongAxis(g, node.inputs[1]), undefined],
  reference: ([x, idx], attrs, [out]) => {
    const columns = attrs.columns as number;
    const picks = columnsOf(x.shape);
    const result = new Float64Array(sizeOf(out.shape));
    for (let i = 0; i < x.data.length; i++)
      result[Math.floor(i / picks) * columns + checkedIndex('putAlongAxis', idx, i, columns)] += x.data[i];
    return [result];
  },
  lower: { kind: 'kernel', checksIndices: true },
  samples: [{ inputs: [{ shape: [4, 2] }, { shape: [4, 2], range: [0, 6], dtype: 'int32' }], attrs: { columns: 6 } }],
  invalid: [{ inputs: [{ shape: [4, 2] }, { shape: [4, 3], range: [0, 6], dtype: 'int32' }], attrs: { columns: 6 } }],
});

/** Zeros [..., columns] to which x[..., j] is added at idx[..., j] of the last axis, in order. */
export const putAlongAxis = (x: TensorLike, idx: TensorLike, columns: number): Tensor => apply(putAlongAxisOp, [x, idx], { columns })[0];
