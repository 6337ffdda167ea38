/** From what users pass as data to checked columns in native memory. */
import type { Rule } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { Dataset } from '../data/dataset.ts';
import type { Loss } from '../losses/define.ts';
import type { Backend, Slab } from '../runtime/backend.ts';
import { type DType, newTypedArray, type TypedArray } from '../tensor/dtype.ts';
import { type ArrayInput, type NDArray, toNDArray } from '../tensor/ndarray.ts';
import { type Shape, sameShape, sizeOf } from '../tensor/shape.ts';
import type { Engine } from './engine.ts';
import type { InputSpec } from './network.ts';
import type { Columns } from './steps.ts';

/** Rows in native memory, ready for runs. */
export interface Feed {
  readonly rows: number;
  readonly columns: Columns;
  readonly slabs: readonly Slab[];
}

/** Rows with targets in one argument. */
export type Data = Dataset | readonly [ArrayInput, ArrayInput];
/** A dataset, or x and y. */
export const dataRule: Rule<Dataset | readonly unknown[]> = {
  expected: 'a dataset or [x, y]',
  invalid: 1,
  test: (v): v is Dataset | readonly unknown[] => v instanceof Dataset || (Array.isArray(v) && v.length === 2),
};

/** x and y of a dataset, or of two arrays. */
export function pair(where: string, x: unknown, y: unknown): { x: NDArray; y: NDArray | undefined } {
  if (x instanceof Dataset) {
    if (y !== undefined && y !== null)
      throw new RidgelineError('ERR_OPTION', `${where}: expected a dataset, or x and y; got a dataset and a y`);
    return { x: x.x, y: x.y };
  }
  return {
    x: toNDArray(where, 'x', x as ArrayInput),
    y: y === undefined || y === null ? undefined : toNDArray(where, 'y', y as ArrayInput),
  };
}

/** The same from one argument. */
export const pairOf = (where: string, data: Data): ReturnType<typeof pair> =>
  data instanceof Dataset ? pair(where, data, undefined) : pair(where, data[0], data[1]);

/** x with rows of the shape that the model's input has; flat rows and shaped rows of one size stand for each other. */
export function inputRows(where: string, x: NDArray, input: InputSpec): { data: TypedArray; rows: number; dtype: DType } {
  if (x.data.buffer.byteLength === 0 && sizeOf(x.shape) > 0)
    throw new RidgelineError('ERR_VALUE', `${where}: the buffer of x has been detached`);
  const wanted = input.shape;
  const given = x.shape.slice(1);
  const fits = sameShape(given, wanted) || (sizeOf(given) === sizeOf(wanted) && (given.length <= 1 || wanted.length <= 1));
  if (x.shape.length === 0 || !fits)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected x of shape ${showShape(['rows', ...wanted] as never)}, got ${showShape(x.shape)}`,
    );
  const [rows] = x.shape;
  if (rows === 0) throw new RidgelineError('ERR_VALUE', `${where}: x has no rows`);
  const dtype = input.dtype ?? (x.dtype === 'uint8' ? 'uint8' : 'float32');
  return { data: converted(x.data, x.dtype, dtype), rows, dtype };
}

function converted(data: TypedArray, from: DType, to: DType): TypedArray {
  if (from === to) return data;
  const out = newTypedArray(to, data.length);
  out.set(data);
  return out;
}

/** y as the loss wants it: labels [rows] for a sparse loss, else values of the output's shape. Labels are checked against the classes. */
export function targetRows(
  where: string,
  y: NDArray | undefined,
  rows: number,
  loss: Loss,
  output: Shape,
): { data: TypedArray; shape: Shape; dtype: DType } {
  if (!y) throw new RidgelineError('ERR_VALUE', `${where}: expected targets; pass y, or a dataset that has them`);
  if (y.shape[0] !== rows) throw new RidgelineError('ERR_SHAPE', `${where}: x has ${rows} rows and y has shape ${showShape(y.shape)}`);
  const width = sizeOf(y.shape.slice(1));
  if (loss.target === 'sparse') {
    if (width !== 1)
      throw new RidgelineError(
        'ERR_SHAPE',
        `${where}: ${loss.kind} expects one label per row, got y of shape ${showShape(y.shape)}; use 'categoricalCrossentropy' for one-hot rows`,
      );
    const classes = output[output.length - 1] ?? 1;
    const labels = new Int32Array(rows);
    for (let i = 0; i < rows; i++) {
      const v = y.data[i];
      if (!Number.isInteger(v) || v < 0 || v >= classes)
        throw new RidgelineError(
          'ERR_VALUE',
          `${where}: y has label ${v} in row ${i}; ${loss.kind} with ${classes} outputs expects integers in [0, ${classes})`,
        );
      labels[i] = v;
    }
    return { data: labels, shape: [], dtype: 'int32' };
  }
  if (width !== sizeOf(output)) {
    const hint =
      width === 1 && sizeOf(output) > 1 && loss.kind === 'categoricalCrossentropy'
        ? "; use 'sparseCategoricalCrossentropy' for integer labels"
        : '';
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: the model gives rows of shape ${showShape(output)} and y has shape ${showShape(y.shape)}${hint}`,
    );
  }
  const bad = y.data.findIndex((v) => !Number.isFinite(v));
  if (bad >= 0) throw new RidgelineError('ERR_VALUE', `${where}: y has ${y.data[bad]} in row ${Math.floor(bad / width)}`);
  return { data: converted(y.data, y.dtype, 'float32'), shape: output, dtype: 'float32' };
}

/** One weight per row from sampleWeight and classWeight, or undefined where neither is given. */
export function rowWeights(
  where: string,
  rows: number,
  y: NDArray | undefined,
  sampleWeight: ArrayInput | undefined,
  classWeight: Readonly<Record<string, number>> | undefined,
): Float32Array | undefined {
  if (sampleWeight === undefined && classWeight === undefined) return undefined;
  const weights = new Float32Array(rows).fill(1);
  if (sampleWeight !== undefined) {
    const given = toNDArray(where, 'sampleWeight', sampleWeight, 'float32');
    if (given.size !== rows || given.shape[0] !== rows)
      throw new RidgelineError('ERR_SHAPE', `${where}: expected sampleWeight of shape [${rows}], got ${showShape(given.shape)}`);
    const bad = given.data.findIndex((v) => !(v >= 0 && Number.isFinite(v)));
    if (bad >= 0)
      throw new RidgelineError(
        'ERR_VALUE',
        `${where}: expected finite weights of 0 or more in sampleWeight, got ${given.data[bad]} in row ${bad}`,
      );
    weights.set(given.data);
  }
  if (classWeight !== undefined) {
    for (const [label, v] of Object.entries(classWeight)) {
      if (!Number.isInteger(Number(label)) || !(v >= 0 && Number.isFinite(v)))
        throw new RidgelineError(
          'ERR_OPTION',
          `${where}: expected classWeight to map class numbers to weights of 0 or more, got ${label}: ${v}`,
        );
    }
    if (!y || sizeOf(y.shape.slice(1)) !== 1) throw new RidgelineError('ERR_OPTION', `${where}: classWeight needs one label per row in y`);
    for (let i = 0; i < rows; i++) weights[i] *= classWeight[String(y.data[i])] ?? 1;
  }
  return weights;
}

/** Copies checked data into native memory. */
export function makeFeed(
  b: Backend,
  x: ReturnType<typeof inputRows>,
  y: ReturnType<typeof targetRows>,
  weights: Float32Array | undefined,
): Feed {
  const slab = (data: TypedArray): Slab => {
    const s = b.createSlab(data.byteLength);
    b.write(s, 0, data);
    return s;
  };
  return {
    rows: x.rows,
    columns: { x: x.dtype, y: { shape: y.shape, dtype: y.dtype }, sampleWeight: weights !== undefined },
    slabs: [slab(x.data), slab(y.data), ...(weights ? [slab(weights)] : [])],
  };
}

/** The data of a model's training or evaluation, checked and in native memory. */
export function feedOf(engine: Engine, where: string, x: NDArray, y: NDArray | undefined, weights?: Float32Array): Feed {
  const { loss } = engine.requireCompiled(where);
  const input = inputRows(where, x, engine.network.input);
  return makeFeed(engine.backend, input, targetRows(where, y, input.rows, loss, engine.outputShape), weights);
}
