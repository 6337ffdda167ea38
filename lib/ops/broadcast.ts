/** Reference-side broadcasting: for each element of `out`, the element of an operand of shape `shape`. */
import { type Shape, sameShape, sizeOf, stridesOf } from '../tensor/shape.ts';

/** Strides (in elements) with which an operand of `shape` is read over the iteration space `out`; 0 where it broadcasts. */
export function broadcastStrides(shape: Shape, out: Shape): number[] {
  const own = stridesOf(shape);
  return out.map((_, i) => {
    const j = i - (out.length - shape.length);
    return j < 0 || shape[j] === 1 ? 0 : own[j];
  });
}

/** Calls visit(outIndex, operandOffset) over the row-major space `dims`. */
export function walkStrided(dims: Shape, strides: readonly number[], offset: number, visit: (out: number, source: number) => void): void {
  const size = sizeOf(dims);
  const index = new Array<number>(dims.length).fill(0);
  let at = offset;
  for (let i = 0; i < size; i++) {
    visit(i, at);
    for (let d = dims.length - 1; d >= 0; d--) {
      at += strides[d];
      if (++index[d] < dims[d]) break;
      at -= strides[d] * dims[d];
      index[d] = 0;
    }
  }
}

/** The operand's values expanded to the shape `out`. */
export function expand(data: Float64Array, shape: Shape, out: Shape): Float64Array {
  if (sameShape(shape, out)) return data;
  const result = new Float64Array(sizeOf(out));
  walkStrided(out, broadcastStrides(shape, out), 0, (i, j) => {
    result[i] = data[j];
  });
  return result;
}
