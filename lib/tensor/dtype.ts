/** Element types. Arithmetic is float32 or float64; int32 holds indices and labels; uint8 holds raw image bytes. */
export type DType = 'float32' | 'float64' | 'int32' | 'uint8';
/** The typed arrays of the four dtypes. */
export type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;

/** All dtypes. */
export const dtypes: readonly DType[] = ['float32', 'float64', 'int32', 'uint8'];
/** Numbers of native/kernels/table.h. */
export const dtypeCode: Record<DType, number> = { float32: 0, float64: 1, int32: 2, uint8: 3 };
/** Bytes per element. */
export const dtypeBytes: Record<DType, number> = { float32: 4, float64: 8, int32: 4, uint8: 1 };

const constructors = { float32: Float32Array, float64: Float64Array, int32: Int32Array, uint8: Uint8Array };

/** A zeroed array of a dtype. */
export const newTypedArray = (dtype: DType, length: number): TypedArray => new constructors[dtype](length);
/** A view of a buffer as a dtype. */
export const typedArrayOver = (dtype: DType, buffer: ArrayBuffer, byteOffset: number, length: number): TypedArray =>
  new constructors[dtype](buffer, byteOffset, length);
/** The dtype of a typed array. */
export function dtypeOf(array: TypedArray): DType {
  if (array instanceof Float32Array) return 'float32';
  if (array instanceof Float64Array) return 'float64';
  return array instanceof Int32Array ? 'int32' : 'uint8';
}
/** float32 or float64? */
export const isFloat = (dtype: DType): boolean => dtype === 'float32' || dtype === 'float64';
