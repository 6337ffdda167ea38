import { checkOptions, oneOf, optional, show } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { csr } from './csr.ts';
import { type DType, dtypeOf, dtypes, newTypedArray, type TypedArray } from './dtype.ts';
import { type Shape, sizeOf } from './shape.ts';

/** Numbers of any depth; every array at one depth has one length. */
export type NestedNumbers = number | readonly NestedNumbers[];
/** Typed arrays that {@link ndarray} takes beyond its own four; their values are copied. */
export type OtherTypedArray = Uint8ClampedArray | Int8Array | Int16Array | Uint16Array | Uint32Array;
/** The same where the innermost arrays may be typed ones. */
type NestedRows = number | TypedArray | OtherTypedArray | readonly NestedRows[];
/** What every function taking numbers accepts; nested arrays, whose rows may be typed ones, are checked for raggedness. */
export type ArrayInput = NDArray | NestedRows;

/** Deeper nesting than this is a cycle or a mistake. */
const maxRank = 32;

/**
 * Numbers in row-major order with a shape. A thin view: `data` may be shared with the typed array it was made from and
 * with other views. Make one with {@link ndarray}.
 */
export class NDArray {
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly data: TypedArray;

  /** Wraps `data` without copying; throws ERR_SHAPE unless the shape has exactly `data.length` elements. */
  constructor(data: TypedArray, shape: Shape) {
    checkFit('NDArray', 'data', data, shape);
    this.data = data;
    this.shape = Object.freeze([...shape]);
    this.dtype = dtypeOf(data);
  }

  /** Number of elements; 1 for a scalar. */
  get size(): number {
    return this.data.length;
  }

  /** The values as nested arrays of numbers, copied; a scalar gives a number. */
  toArray(): NestedNumbers {
    const { data, shape } = this;
    let at = 0;
    const build = (axis: number): NestedNumbers => {
      if (axis === shape.length) return data[at++];
      return Array.from({ length: shape[axis] }, () => build(axis + 1));
    };
    return build(0);
  }

  /** A view of the same values under another shape, as `reshape(2, -1)` or `reshape([2, -1])`; one -1 is worked out from the rest. */
  reshape(...shape: readonly number[] | readonly [Shape]): NDArray {
    const wanted = (Array.isArray(shape[0]) ? [...shape[0]] : [...shape]) as number[];
    const free = wanted.indexOf(-1);
    if (free >= 0) {
      const rest = wanted.filter((_, i) => i !== free);
      checkDims('reshape', rest);
      const known = sizeOf(rest);
      if (known === 0 || this.size % known !== 0)
        throw new RidgelineError(
          'ERR_SHAPE',
          `reshape: ${showShape(this.shape)} (${this.size} values) does not divide into ${showShape(wanted)}`,
        );
      wanted[free] = this.size / known;
    }
    checkDims('reshape', wanted);
    if (sizeOf(wanted) !== this.size)
      throw new RidgelineError(
        'ERR_SHAPE',
        `reshape: ${showShape(this.shape)} has ${this.size} values, ${showShape(wanted)} needs ${sizeOf(wanted)}`,
      );
    return new NDArray(this.data, wanted);
  }

  /** Rows begin..end-1 of the first axis, as a view. `end` defaults to the number of rows; throws ERR_INDEX outside of [0, rows]. */
  rows(begin: number, end: number = this.shape[0] ?? 0): NDArray {
    if (this.shape.length === 0) throw new RidgelineError('ERR_SHAPE', 'rows: a scalar has no rows');
    const count = this.shape[0];
    if (!Number.isInteger(begin) || !Number.isInteger(end) || begin < 0 || end < begin || end > count)
      throw new RidgelineError('ERR_INDEX', `rows: expected 0 <= begin <= end <= ${count}, got begin ${begin} and end ${end}`);
    const stride = sizeOf(this.shape.slice(1));
    return new NDArray(this.data.subarray(begin * stride, end * stride), [end - begin, ...this.shape.slice(1)]);
  }
}

/** Options of {@link ndarray}. */
export interface NDArrayOptions {
  /** Element type. Default: the typed array's own, else 'float32'. */
  dtype?: DType;
}

/**
 * Makes an NDArray of numbers, nested arrays (also of typed arrays), a typed array or another NDArray.
 *
 * A typed array whose element type is the dtype asked for is wrapped, not copied; everything else is copied. `dtype`
 * follows a typed array, or the first of those that are rows (other integer arrays become 'int32', Uint8ClampedArray 'uint8') and is 'float32' for plain
 * numbers. `shape` defaults to what the nesting says, or to one axis; sizes of 0 are allowed.
 *
 * Errors: ERR_SHAPE for ragged nesting (with its position), negative or fractional sizes, or a shape that does not
 * fit the values; ERR_MEMORY for more elements than can be counted; ERR_VALUE for a detached buffer, an entry that is
 * not a number, or a value an integer dtype cannot hold exactly; ERR_OPTION for an unknown dtype or option.
 */
export function ndarray(data: ArrayInput, shape?: Shape, options: NDArrayOptions = {}): NDArray {
  checkOptions<NDArrayOptions>('ndarray', options, { dtype: optional(oneOf(...dtypes)) });
  const array = convert('ndarray', 'data', data, options.dtype);
  if (shape === undefined) return array;
  if (!Array.isArray(shape)) throw new RidgelineError('ERR_SHAPE', `ndarray: expected an array of sizes for shape, got ${show(shape)}`);
  checkFit('ndarray', 'data', array.data, shape);
  return new NDArray(array.data, shape);
}

/** Makes a sparse matrix of its stored numbers; see {@link csr}. */
ndarray.csr = csr;

/**
 * Converts what a user passed as argument `name` of function `where`; errors name both. An NDArray or typed array that
 * already has `dtype` (default: its own; 'float32' for plain numbers) is not copied. Errors as of {@link ndarray}.
 */
export function toNDArray(where: string, name: string, input: ArrayInput, dtype?: DType): NDArray {
  return convert(where, name, input, dtype);
}

function convert(where: string, name: string, input: unknown, dtype: DType | undefined): NDArray {
  if (input instanceof NDArray) {
    checkFit(where, name, input.data, input.shape);
    return dtype === undefined || dtype === input.dtype ? input : new NDArray(castTo(where, name, input.data, dtype), input.shape);
  }
  if (ArrayBuffer.isView(input)) {
    const data = fromView(where, name, input, dtype);
    return new NDArray(data, [data.length]);
  }
  if (typeof input === 'number') return new NDArray(castTo(where, name, [input], dtype ?? 'float32'), []);
  if (Array.isArray(input)) return fromNested(where, name, input, dtype);
  throw new RidgelineError(
    'ERR_VALUE',
    `${where}: expected numbers, nested arrays of numbers, a typed array or an NDArray for ${name}, got ${show(input)}`,
  );
}

/** One row of numbers: a typed array of a kind that {@link ndarray} takes. */
const isRow = (value: unknown): value is TypedArray | OtherTypedArray =>
  ArrayBuffer.isView(value) && !(value instanceof DataView || value instanceof BigInt64Array || value instanceof BigUint64Array);

/** The dtype of what is made of it. */
const rowDType = (row: TypedArray | OtherTypedArray): DType =>
  isTypedArray(row) ? dtypeOf(row) : row instanceof Uint8ClampedArray ? 'uint8' : 'int32';

function isTypedArray(view: ArrayBufferView): view is TypedArray {
  return view instanceof Float32Array || view instanceof Float64Array || view instanceof Int32Array || view instanceof Uint8Array;
}

function fromView(where: string, name: string, view: ArrayBufferView, dtype: DType | undefined): TypedArray {
  if (view instanceof DataView || view instanceof BigInt64Array || view instanceof BigUint64Array)
    throw new RidgelineError('ERR_DTYPE', `${where}: expected a typed array of numbers for ${name}, got a ${view.constructor.name}`);
  if (isDetached(view)) throw detached(where, name);
  if (view instanceof Uint8ClampedArray) return fromView(where, name, new Uint8Array(view.buffer, view.byteOffset, view.length), dtype);
  if (isTypedArray(view)) return dtype === undefined || dtype === dtypeOf(view) ? view : castTo(where, name, view, dtype);
  const numbers = view as unknown as ArrayLike<number>;
  const integral = view instanceof Int8Array || view instanceof Int16Array || view instanceof Uint16Array || view instanceof Uint32Array;
  return castTo(where, name, numbers, dtype ?? (integral ? 'int32' : 'float32'));
}

/** A view over a detached buffer reports length 0; making another one over it is what tells it from an empty one. */
function isDetached(view: ArrayBufferView): boolean {
  if (view.byteLength > 0 || view.buffer.byteLength > 0) return false;
  try {
    new Uint8Array(view.buffer);
    return false;
  } catch {
    return true;
  }
}

const detached = (where: string, name: string): RidgelineError =>
  new RidgelineError(
    'ERR_VALUE',
    `${where}: the buffer of ${name} is detached (it was transferred to another thread, or its memory was freed)`,
  );

function castTo(where: string, name: string, from: ArrayLike<number>, dtype: DType): TypedArray {
  const out = newTypedArray(dtype, from.length);
  if (dtype === 'float32' || dtype === 'float64') {
    out.set(from);
    return out;
  }
  for (let i = 0; i < from.length; i++) {
    out[i] = from[i];
    if (out[i] !== from[i]) throw notIntegral(where, name, from[i], dtype, `index ${i}`);
  }
  return out;
}

const notIntegral = (where: string, name: string, value: number, dtype: DType, position: string): RidgelineError =>
  new RidgelineError('ERR_VALUE', `${where}: ${name} holds ${value} at ${position}, which ${dtype} cannot hold exactly`);

function fromNested(where: string, name: string, nested: readonly unknown[], wanted: DType | undefined): NDArray {
  const shape: number[] = [];
  let level: unknown = nested;
  for (; Array.isArray(level); level = level[0]) {
    if (shape.length === maxRank) throw new RidgelineError('ERR_SHAPE', `${where}: ${name} is nested more than ${maxRank} deep`);
    shape.push(level.length);
  }
  if (isRow(level)) shape.push(level.length);
  const dtype = wanted ?? (isRow(level) ? rowDType(level) : 'float32');
  const data = newTypedArray(dtype, checkedSize(where, shape));
  const floating = dtype === 'float32' || dtype === 'float64';
  const position: number[] = [];
  const path = () => `${name}${position.map((p) => `[${p}]`).join('')}`;
  let at = 0;
  const fill = (level: ArrayLike<unknown>, axis: number): void => {
    const last = axis === shape.length - 1;
    if (last && floating && isRow(level)) {
      data.set(level, at);
      at += level.length;
      return;
    }
    for (let i = 0; i < level.length; i++) {
      const item = level[i];
      position[axis] = i;
      if (last) {
        if (typeof item !== 'number') {
          if (Array.isArray(item) || isRow(item))
            throw new RidgelineError('ERR_SHAPE', `${where}: ${name} is ragged: ${path()} is an array among numbers`);
          throw new RidgelineError('ERR_VALUE', `${where}: expected a number at ${path()}, got ${show(item)}`);
        }
        data[at] = item;
        if (!floating && data[at] !== item) throw notIntegral(where, name, item, dtype, path());
        at++;
      } else {
        if (!Array.isArray(item) && !isRow(item))
          throw new RidgelineError(
            'ERR_SHAPE',
            `${where}: ${name} is ragged: expected an array of ${shape[axis + 1]} at ${path()}, got ${show(item)}`,
          );
        if (item.length !== shape[axis + 1])
          throw new RidgelineError(
            'ERR_SHAPE',
            `${where}: ${name} is ragged: ${path()} has length ${item.length}, expected ${shape[axis + 1]}`,
          );
        fill(item, axis + 1);
        position.length = axis + 1;
      }
    }
  };
  fill(nested, 0);
  return new NDArray(data, shape);
}

function checkDims(where: string, shape: Shape): void {
  for (const d of shape)
    if (!Number.isSafeInteger(d) || d < 0)
      throw new RidgelineError('ERR_SHAPE', `${where}: expected non-negative integer sizes in shape, got ${show(shape)}`);
}

function checkedSize(where: string, shape: Shape): number {
  checkDims(where, shape);
  const size = sizeOf(shape);
  // Engines stop far below 2^53 elements, and with a RangeError that does not say which argument it was.
  if (size * 8 > Number.MAX_SAFE_INTEGER)
    throw new RidgelineError('ERR_MEMORY', `${where}: shape ${showShape(shape)} has more elements than memory can hold`);
  return size;
}

function checkFit(where: string, name: string, data: TypedArray, shape: Shape): void {
  const size = checkedSize(where, shape);
  if (data.length === size) return;
  if (isDetached(data)) throw detached(where, name);
  throw new RidgelineError('ERR_SHAPE', `${where}: shape ${showShape(shape)} needs ${size} values, ${name} has ${data.length}`);
}
