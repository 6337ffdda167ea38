import { spaceOf } from '../compiler/memory.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { type DType, dtypeBytes, newTypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { type Shape, sameShape, sizeOf } from '../tensor/shape.ts';
import type { Backend, Slab } from './backend.ts';

/** One named value of a state slab. */
export interface StateEntry {
  readonly name: string;
  readonly shape: Shape;
  readonly dtype: DType;
  /** Bytes from the start of the slab. */
  readonly offset: number;
}

/** Where each value of a model's state lies: fixed once, shared by all plans of a program. */
export interface StateLayout {
  readonly entries: ReadonlyMap<string, StateEntry>;
  readonly bytes: number;
}

/** Where the next entry may begin. */
export const endOf = (e: Pick<StateEntry, 'offset' | 'shape' | 'dtype'>): number =>
  e.offset + spaceOf(sizeOf(e.shape) * dtypeBytes[e.dtype]);

/** Places entries one after another in the order given, each on a 64-byte boundary (large ones a little apart). */
export function layoutState(specs: readonly { name: string; shape: Shape; dtype: DType }[]): StateLayout {
  const entries = new Map<string, StateEntry>();
  let offset = 0;
  for (const { name, shape, dtype } of specs) {
    if (entries.has(name)) throw new RidgelineError('ERR_VALUE', `state: two entries are called '${name}'`);
    entries.set(name, { name, shape, dtype, offset });
    offset = endOf({ offset, shape, dtype });
    if (!Number.isSafeInteger(offset))
      throw new RidgelineError('ERR_MEMORY', `state: '${name}' of shape ${showShape(shape)} has more bytes than can be counted`);
  }
  return { entries, bytes: offset };
}

/** A copy of one entry. */
export function readEntry(b: Backend, slab: Slab, entry: StateEntry): NDArray {
  const data = newTypedArray(entry.dtype, sizeOf(entry.shape));
  b.read(slab, entry.offset, data);
  return new NDArray(data, entry.shape);
}

/** Writes one entry; the array must have its shape, and is converted to its dtype. */
export function writeEntry(where: string, b: Backend, slab: Slab, entry: StateEntry, value: NDArray): void {
  if (!sameShape(value.shape, entry.shape))
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected shape ${showShape(entry.shape)} for '${entry.name}', got ${showShape(value.shape)}`,
    );
  let data = value.data;
  if (value.dtype !== entry.dtype) {
    data = newTypedArray(entry.dtype, data.length);
    data.set(value.data);
  }
  b.write(slab, entry.offset, data);
}
