/** Members that see some columns of the data. */
import { newTypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';

/** Some columns of x [rows, columns], copied. */
export function takeColumns(x: NDArray, columns: Int32Array): NDArray {
  const [rows, width] = x.shape;
  const data = newTypedArray(x.dtype, rows * columns.length);
  for (let row = 0, at = 0; row < rows; row++) for (const column of columns) data[at++] = x.data[row * width + column];
  return new NDArray(data, [rows, columns.length]);
}
