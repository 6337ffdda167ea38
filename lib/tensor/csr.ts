/** Sparse matrices as rows of stored numbers. */
import { show } from '../check.ts';
import { RidgelineError } from '../errors.ts';

/** What {@link csr} takes. */
export interface CsrParts {
  /** The stored numbers, row after row. */
  readonly data: ArrayLike<number>;
  /** The column of each of them. */
  readonly indices: ArrayLike<number>;
  /** Where each row begins, and at last where the last one ends: rows + 1 positions. */
  readonly indptr: ArrayLike<number>;
  /** [rows, columns] */
  readonly shape: readonly number[];
}

/** A sparse matrix in compressed sparse rows, float64: make one with `ndarray.csr`. Columns ascend within a row, none comes twice. */
export class CsrMatrix {
  readonly shape: readonly [number, number];
  readonly data: Float64Array;
  readonly indices: Int32Array;
  readonly indptr: Int32Array;

  constructor(data: Float64Array, indices: Int32Array, indptr: Int32Array, shape: readonly [number, number]) {
    this.data = data;
    this.indices = indices;
    this.indptr = indptr;
    this.shape = Object.freeze([...shape] as const);
  }

  /** The matrix as nested arrays, zeros and all. */
  toArray(): number[][] {
    const rows = Array.from({ length: this.shape[0] }, () => new Array<number>(this.shape[1]).fill(0));
    rows.forEach((row, i) => {
      for (let k = this.indptr[i]; k < this.indptr[i + 1]; k++) row[this.indices[k]] = this.data[k];
    });
    return rows;
  }
}

const size = (v: unknown): boolean => Number.isSafeInteger(v) && (v as number) >= 0 && (v as number) < 2 ** 31;

const numbers = (v: unknown): v is ArrayLike<number> =>
  Array.isArray(v) ||
  (ArrayBuffer.isView(v) && !(v instanceof DataView) && !(v instanceof BigInt64Array) && !(v instanceof BigUint64Array));

/**
 * A sparse matrix of its stored numbers, their columns and the positions at which rows begin, as SciPy's csr_matrix((data, indices, indptr), shape). All is
 * copied; columns of a row are put in order and numbers at one place added up. Throws ERR_SHAPE for lengths that do not fit each other, ERR_INDEX for a column or
 * position outside, ERR_VALUE for what is no number.
 */
export function csr(parts: CsrParts): CsrMatrix {
  const fail = (code: 'ERR_SHAPE' | 'ERR_INDEX' | 'ERR_VALUE', message: string) => new RidgelineError(code, `ndarray.csr: ${message}`);
  if (typeof parts !== 'object' || parts === null) throw fail('ERR_VALUE', `expected { data, indices, indptr, shape }, got ${show(parts)}`);
  const { data, indices, indptr, shape } = parts;
  for (const [name, value] of Object.entries({ data, indices, indptr })) {
    if (!numbers(value)) throw fail('ERR_VALUE', `expected an array of numbers for ${name}, got ${show(value)}`);
  }
  if (!Array.isArray(shape) || shape.length !== 2 || !shape.every(size))
    throw fail('ERR_SHAPE', `expected [rows, columns] for shape, got ${show(shape)}`);
  const [rows, columns] = shape as [number, number];
  if (indices.length !== data.length)
    throw fail('ERR_SHAPE', `expected one column for each of ${data.length} numbers for indices, got ${indices.length}`);
  if (indptr.length !== rows + 1) throw fail('ERR_SHAPE', `expected ${rows + 1} positions for indptr, got ${indptr.length}`);
  if (indptr[0] !== 0 || indptr[rows] !== data.length)
    throw fail('ERR_INDEX', `expected indptr to run from 0 to ${data.length}, got ${indptr[0]} to ${indptr[rows]}`);
  const outData: number[] = [];
  const outIndices: number[] = [];
  const starts = new Int32Array(rows + 1);
  for (let i = 0; i < rows; i++) {
    const [begin, end] = [indptr[i], indptr[i + 1]];
    if (!size(begin) || !size(end) || end < begin || end > data.length)
      throw fail('ERR_INDEX', `expected ascending positions up to ${data.length} for indptr, got ${begin} and ${end} for row ${i}`);
    const order = Array.from({ length: end - begin }, (_, k) => begin + k).sort((a, b) => indices[a] - indices[b]);
    for (const k of order) {
      const column = indices[k];
      if (!size(column) || column >= columns)
        throw fail('ERR_INDEX', `expected columns from 0 to ${columns - 1} for indices, got ${column} at position ${k}`);
      const value = data[k];
      if (typeof value !== 'number') throw fail('ERR_VALUE', `expected numbers for data, got ${show(value)} at position ${k}`);
      if (outIndices.length > starts[i] && outIndices[outIndices.length - 1] === column) {
        outData[outData.length - 1] += value;
      } else {
        outData.push(value);
        outIndices.push(column);
      }
    }
    starts[i + 1] = outData.length;
  }
  return new CsrMatrix(Float64Array.from(outData), Int32Array.from(outIndices), starts, [rows, columns]);
}
