/** Files of named arrays (huggingface/safetensors): no code runs when one is read, and every byte is accounted for. */
import { type FileHandle, open } from 'node:fs/promises';
import { RidgelineError } from '../errors.ts';
import type { TypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { bytesOf, writeFileAtomic } from './atomic-write.ts';
import { systemReason } from './system-reason.ts';
import { bad, buildHeader, headerLength, parseHeader, prefixBytes, type TensorEntry } from './safetensors-header.ts';

/** What a file holds. Both objects have no prototype, so any name is safe to look up. */
export interface SafetensorsContent {
  tensors: Record<string, NDArray>;
  metadata: Record<string, string>;
}

/** The bytes of a safetensors file. Throws ERR_VALUE for a tensor named `__metadata__`, or text that is not well-formed Unicode. */
export function encodeSafetensors(tensors: Record<string, NDArray>, metadata: Record<string, string> = {}): Uint8Array {
  const { head, arrays } = buildHeader('encodeSafetensors', tensors, metadata);
  return Buffer.concat([head, ...arrays.map((array) => bytesOf(array.data))]);
}

/**
 * Writes tensors (float32, float64, int32, uint8) and metadata; the file appears whole or not at all. The values are
 * read while the promise is pending, so leave them alone until then. `where` begins messages. Throws ERR_VALUE as {@link encodeSafetensors}
 * does, ERR_FORMAT where the file cannot be written.
 */
export async function writeSafetensors(
  path: string,
  tensors: Record<string, NDArray>,
  metadata: Record<string, string> = {},
  where = 'writeSafetensors',
): Promise<void> {
  const { head, arrays } = buildHeader(where, tensors, metadata);
  await writeFileAtomic(where, 'ERR_FORMAT', path, [head, ...arrays.map((array) => bytesOf(array.data))]);
}

/**
 * Reads the bytes of a safetensors file; values are copied. F16 and BF16 become float32, I64 int32 where every value
 * fits. `file` begins messages. Throws ERR_FORMAT for anything that the format does not allow.
 */
export function decodeSafetensors(bytes: Uint8Array, file = 'decodeSafetensors: buffer'): SafetensorsContent {
  const dataBegin = prefixBytes + headerLength(file, bytes, bytes.length);
  const { entries, metadata } = parseHeader(file, bytes.subarray(prefixBytes, dataBegin), bytes.length - dataBegin);
  const tensors: Record<string, NDArray> = Object.create(null);
  for (const entry of entries) {
    const packed = new Uint8Array(entry.end - entry.begin);
    packed.set(bytes.subarray(dataBegin + entry.begin, dataBegin + entry.end));
    tensors[entry.name] = toArray(file, entry, packed.buffer);
  }
  return { tensors, metadata };
}

/** Reads a safetensors file, each tensor straight into its own buffer. Values and errors as of {@link decodeSafetensors}; `where` begins messages. */
export async function readSafetensors(path: string, where = 'readSafetensors'): Promise<SafetensorsContent> {
  const name = `${where}: ${path}`;
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const stat = await file.stat();
    if (!stat.isFile()) throw bad(name, 'it is not a file');
    const prefix = await readExactly(file, name, 0, Math.min(prefixBytes, stat.size));
    const length = headerLength(name, prefix, stat.size);
    const dataBegin = prefixBytes + length;
    const { entries, metadata } = parseHeader(name, await readExactly(file, name, prefixBytes, length), stat.size - dataBegin);
    const tensors: Record<string, NDArray> = Object.create(null);
    for (const entry of entries) {
      const packed = await readExactly(file, name, dataBegin + entry.begin, entry.end - entry.begin);
      tensors[entry.name] = toArray(name, entry, packed.buffer);
    }
    return { tensors, metadata };
  } catch (cause) {
    if (cause instanceof RidgelineError) throw cause;
    throw bad(name, systemReason(cause, 'read'), cause);
  } finally {
    await file?.close();
  }
}

async function readExactly(file: FileHandle, name: string, position: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(bytes, at, Math.min(length - at, 2 ** 30), position + at);
    if (bytesRead === 0) throw bad(name, 'the file became shorter while it was read');
    at += bytesRead;
  }
  return bytes;
}

function toArray(file: string, { name, dtype, shape, length }: TensorEntry, packed: ArrayBuffer): NDArray {
  const values: Record<typeof dtype, () => TypedArray> = {
    F32: () => new Float32Array(packed),
    F64: () => new Float64Array(packed),
    I32: () => new Int32Array(packed),
    U8: () => new Uint8Array(packed),
    F16: () => halfToFloat(new Uint16Array(packed)),
    BF16: () => new Float32Array(Uint32Array.from(new Uint16Array(packed), (bits) => bits << 16).buffer),
    I64: () => {
      const out = new Int32Array(length);
      new BigInt64Array(packed).forEach((wide, i) => {
        out[i] = Number(wide);
        if (out[i] !== Number(wide)) throw bad(file, `tensor ${JSON.stringify(name)} holds ${wide}, which int32 cannot hold`);
      });
      return out;
    },
  };
  return new NDArray(values[dtype](), shape);
}

/** IEEE 754 half precision; every value has an exact float32. */
function halfToFloat(halves: Uint16Array): Float32Array {
  return Float32Array.from(halves, (half) => {
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >> 10) & 31;
    const fraction = half & 1023;
    if (exponent === 0) return sign * fraction * 2 ** -24;
    if (exponent === 31) return fraction ? Number.NaN : sign * Infinity;
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  });
}
