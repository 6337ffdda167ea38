/** NumPy's .npy format, versions 1 to 3 (NEP 1): a magic string, a header that is a Python dict, then the values. */
import { RidgelineError, showShape } from '../errors.ts';
import { type DType, dtypeBytes, newTypedArray, type TypedArray, typedArrayOver } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { stridesOf } from '../tensor/shape.ts';
import { bytesOf, writeFileAtomic } from './atomic-write.ts';

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const maxRank = 32;
const descrOf: Record<DType, string> = { float32: '<f4', float64: '<f8', int32: '<i4', uint8: '|u1' };
const dtypeOfDescr: Record<string, DType> = { '<f4': 'float32', '<f8': 'float64', '<i4': 'int32', '|u1': 'uint8', '<u1': 'uint8' };

/**
 * Reads .npy bytes: <f4, <f8, <i4 and |u1 as they are, <i8 as int32 where every value fits; Fortran order is turned
 * into row-major. The values are copied. Throws ERR_DATA naming `where` and `file` for anything else, and for a length
 * that is not the one the header says.
 */
export function decodeNpy(where: string, file: string, bytes: Uint8Array): NDArray {
  const fail = (what: string): never => {
    throw new RidgelineError('ERR_DATA', `${where}: ${file}: ${what}`);
  };
  if (bytes.length < 10 || magic.some((byte, i) => bytes[i] !== byte)) fail('expected an .npy file, its first bytes are not those of one');
  const version = bytes[6];
  if (version < 1 || version > 3) fail(`expected .npy version 1, 2 or 3, got ${version}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const begin = version === 1 ? 10 : 12;
  if (bytes.length < begin) fail('truncated inside its header');
  const headerLength = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const dataBegin = begin + headerLength;
  if (bytes.length < dataBegin) fail(`truncated: the header has ${headerLength} bytes, ${bytes.length - begin} are there`);
  const header = Buffer.from(bytes.buffer, bytes.byteOffset + begin, headerLength).toString(version === 3 ? 'utf8' : 'latin1');

  const { descr, fortran, shape } = parseHeader(header) ?? fail(`cannot make sense of the header ${JSON.stringify(header.slice(0, 100))}`);
  const wide = descr === '<i8';
  const dtype = wide ? 'int32' : dtypeOfDescr[descr];
  if (dtype === undefined) fail(`element type ${JSON.stringify(descr)} is not supported; expected <f4, <f8, <i4, <i8 or |u1`);
  if (shape.length > maxRank) fail(`${shape.length} dimensions, at most ${maxRank} are supported`);
  const length = shape.reduce((a, b) => a * b, 1);
  const needed = length * (wide ? 8 : dtypeBytes[dtype]);
  const held = bytes.length - dataBegin;
  if (held !== needed)
    fail(
      `${held < needed ? 'truncated' : 'too long'}: the header says ${showShape(shape)} of ${descr}, ${needed} bytes, and ${held} follow`,
    );

  const packed = new ArrayBuffer(needed);
  new Uint8Array(packed).set(bytes.subarray(dataBegin));
  const values = wide ? narrow(new BigInt64Array(packed), fail) : typedArrayOver(dtype, packed, 0, length);
  return new NDArray(fortran ? toRowMajor(values, dtype, shape) : values, shape);
}

/** Bytes of `array` as .npy version 1. */
export function encodeNpy(array: NDArray): Uint8Array {
  return Buffer.concat(npyParts(array));
}

/** Writes `array` as .npy version 1, whole or not at all. Throws ERR_DATA where the file cannot be written. */
export async function writeNpy(path: string, array: NDArray): Promise<void> {
  await writeFileAtomic('writeNpy', 'ERR_DATA', path, npyParts(array));
}

function npyParts(array: NDArray): Uint8Array[] {
  const shape = array.shape.length === 1 ? `(${array.shape[0]},)` : `(${array.shape.join(', ')})`;
  const header = `{'descr': '${descrOf[array.dtype]}', 'fortran_order': False, 'shape': ${shape}, }`;
  // NumPy maps files into memory, and wants the values on a 64-byte boundary for it.
  const padded = `${header.padEnd(Math.ceil((10 + header.length + 1) / 64) * 64 - 11)}\n`;
  const head = Buffer.from([...magic, 1, 0, padded.length & 255, padded.length >> 8]);
  return [head, Buffer.from(padded, 'latin1'), bytesOf(array.data)];
}

function parseHeader(text: string): { descr: string; fortran: boolean; shape: number[] } | undefined {
  if (!/^\s*\{.*\}\s*$/s.test(text)) return undefined;
  const descr = /['"]descr['"]\s*:\s*['"]([^'"]*)['"]/.exec(text)?.[1];
  const order = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(text)?.[1];
  const dims = /['"]shape['"]\s*:\s*\(([\d\s,]*)\)/.exec(text)?.[1];
  if (descr === undefined || order === undefined || dims === undefined) return undefined;
  const shape = dims
    .split(',')
    .filter((d) => d.trim() !== '')
    .map(Number);
  if (!shape.every(Number.isSafeInteger)) return undefined;
  return { descr, fortran: order === 'True', shape };
}

function narrow(wide: BigInt64Array, fail: (what: string) => never): Int32Array {
  const out = new Int32Array(wide.length);
  for (let i = 0; i < wide.length; i++) {
    const value = Number(wide[i]);
    out[i] = value;
    if (out[i] !== value) fail(`holds ${wide[i]} at index ${i}, which int32 cannot hold`);
  }
  return out;
}

function toRowMajor(values: TypedArray, dtype: DType, shape: readonly number[]): TypedArray {
  const out = newTypedArray(dtype, values.length);
  const strides = stridesOf([...shape].reverse()).reverse();
  const position = shape.map(() => 0);
  for (let at = 0, from = 0; at < out.length; at++) {
    out[at] = values[from];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += strides[axis];
      if (++position[axis] < shape[axis]) break;
      from -= strides[axis] * shape[axis];
      position[axis] = 0;
    }
  }
  return out;
}
