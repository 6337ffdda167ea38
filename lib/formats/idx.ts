/** The IDX format of the MNIST files (Y. LeCun, C. Cortes and C. Burges): two zero bytes, a type, a rank, sizes, values; big-endian. */
import { RidgelineError, showShape } from '../errors.ts';
import type { TypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';

interface IdxType {
  readonly bytes: number;
  /** Values of a packed, host-order copy. */
  readonly view: (buffer: ArrayBuffer) => TypedArray;
}

const types: Record<number, IdxType> = {
  8: { bytes: 1, view: (buffer) => new Uint8Array(buffer) },
  9: { bytes: 1, view: (buffer) => Int32Array.from(new Int8Array(buffer)) },
  11: { bytes: 2, view: (buffer) => Int32Array.from(new Int16Array(buffer)) },
  12: { bytes: 4, view: (buffer) => new Int32Array(buffer) },
  13: { bytes: 4, view: (buffer) => new Float32Array(buffer) },
  14: { bytes: 8, view: (buffer) => new Float64Array(buffer) },
};

const maxRank = 8;

/**
 * Reads an IDX file that is already unpacked: ubyte gives uint8, byte, short and int give int32, float and double
 * give float32 and float64. The values are copied. Throws ERR_DATA naming `where` and `file` for a header that is not
 * IDX, and for a length that is not the one the header says.
 */
export function decodeIdx(where: string, file: string, bytes: Uint8Array): NDArray {
  const fail = (what: string): never => {
    throw new RidgelineError('ERR_DATA', `${where}: ${file}: ${what}`);
  };
  if (bytes.length < 4) fail(`expected an IDX file, got ${bytes.length} bytes, fewer than a header has`);
  if (bytes[0] !== 0 || bytes[1] !== 0) fail(`expected an IDX file (two zero bytes first), it begins with bytes ${bytes[0]}, ${bytes[1]}`);
  const type = types[bytes[2]] ?? fail(`unknown IDX element type 0x${bytes[2].toString(16).padStart(2, '0')}`);
  const rank = bytes[3];
  if (rank < 1 || rank > maxRank) fail(`expected 1 to ${maxRank} dimensions, the header says ${rank}`);
  const begin = 4 + 4 * rank;
  if (bytes.length < begin) fail(`truncated: a header of ${rank} dimensions has ${begin} bytes, the file ${bytes.length}`);
  const header = new DataView(bytes.buffer, bytes.byteOffset, begin);
  const shape = Array.from({ length: rank }, (_, i) => header.getUint32(4 + 4 * i));
  // Products beyond 2^53 are inexact, and still larger than any file.
  const length = shape.reduce((a, b) => a * b, 1);
  const held = bytes.length - begin;
  const needed = length * type.bytes;
  if (held !== needed) {
    const says = `the header says ${showShape(shape)} of ${type.bytes} bytes each, ${needed} in all, and ${held} follow`;
    fail(held < needed ? `truncated: ${says}` : `${says}: not an IDX file, or one with ${held - needed} bytes too many`);
  }
  const packed = new ArrayBuffer(needed);
  const copy = Buffer.from(packed);
  copy.set(bytes.subarray(begin));
  if (type.bytes === 2) copy.swap16();
  else if (type.bytes === 4) copy.swap32();
  else if (type.bytes === 8) copy.swap64();
  return new NDArray(type.view(packed), shape);
}
