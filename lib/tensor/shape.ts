import { RidgelineError, showShape } from '../errors.ts';

/** Sizes of the axes, outermost first; [] is a scalar. */
export type Shape = readonly number[];

/** Number of elements; throws where the count cannot be held exactly. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const d of shape) size *= d;
  if (!Number.isSafeInteger(size))
    throw new RidgelineError('ERR_MEMORY', `shape ${showShape(shape)} has more elements than can be counted`);
  return size;
}

/** Equal in rank and every size? */
export const sameShape = (a: Shape, b: Shape): boolean => a.length === b.length && a.every((d, i) => d === b[i]);

/** Row-major strides, in elements. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i];
  }
  return strides;
}

/** NumPy's broadcasting rule; throws naming `where` and both shapes. */
export function broadcastShapes(where: string, a: Shape, b: Shape): Shape {
  if (sameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const out = new Array<number>(rank);
  for (let i = 0; i < rank; i++) {
    const da = a[a.length - rank + i] ?? 1;
    const db = b[b.length - rank + i] ?? 1;
    if (da !== db && da !== 1 && db !== 1)
      throw new RidgelineError('ERR_SHAPE', `${where}: shapes ${showShape(a)} and ${showShape(b)} do not broadcast (${da} and ${db})`);
    out[i] = da === 1 ? db : da;
  }
  return out;
}

/** A negative axis counts from the end; throws naming `where`. */
export function normalizeAxis(where: string, axis: number, rank: number): number {
  const a = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(axis) || a < 0 || a >= rank)
    throw new RidgelineError('ERR_SHAPE', `${where}: expected an axis in [${-rank}, ${rank}), got ${axis}`);
  return a;
}
