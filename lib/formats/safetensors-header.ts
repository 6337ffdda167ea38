/**
 * The header of safetensors files: 8 bytes of length, then JSON that gives every tensor's dtype, shape and place. The
 * rules are those of the reference implementation (huggingface/safetensors), which refuses gaps and overlaps so that
 * a file has one meaning.
 */
import { RidgelineError, showShape } from '../errors.ts';
import { type DType, dtypeBytes } from '../tensor/dtype.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { parseStrictJson, type StrictJson } from './strict-json.ts';

/** Types as files name them; the last three are converted when read. */
export type FileDType = 'F32' | 'F64' | 'I32' | 'U8' | 'F16' | 'BF16' | 'I64';
export const fileDTypeBytes: Record<FileDType, number> = { F32: 4, F64: 8, I32: 4, U8: 1, F16: 2, BF16: 2, I64: 8 };
const fileDTypeOf: Record<DType, FileDType> = { float32: 'F32', float64: 'F64', int32: 'I32', uint8: 'U8' };

/** One tensor of a file; `begin` and `end` count from the end of the header. */
export interface TensorEntry {
  readonly name: string;
  readonly dtype: FileDType;
  readonly shape: readonly number[];
  readonly length: number;
  readonly begin: number;
  readonly end: number;
}

export interface Header {
  /** In the order of their bytes, one right after the other. */
  readonly entries: readonly TensorEntry[];
  readonly metadata: Record<string, string>;
}

/** Bytes before the header's JSON. */
export const prefixBytes = 8;
/** The reference implementation's limit. */
const maxHeaderBytes = 100_000_000;
const maxRank = 32;

/** The length of the JSON that the first 8 bytes announce, checked against the file's. Throws ERR_FORMAT. */
export function headerLength(file: string, prefix: Uint8Array, fileBytes: number): number {
  if (fileBytes < prefixBytes || prefix.length < prefixBytes)
    throw bad(file, `expected a safetensors file, got ${fileBytes} bytes, fewer than a header has`);
  const length = Number(new DataView(prefix.buffer, prefix.byteOffset, prefixBytes).getBigUint64(0, true));
  if (length > maxHeaderBytes)
    throw bad(file, `not a safetensors file: it announces a header of ${length} bytes, more than the ${maxHeaderBytes} allowed`);
  if (length > fileBytes - prefixBytes)
    throw bad(file, `truncated: it announces a header of ${length} bytes, and ${fileBytes - prefixBytes} follow`);
  return length;
}

/** Reads and checks the JSON; `dataBytes` is what follows it. Throws ERR_FORMAT. */
export function parseHeader(file: string, bytes: Uint8Array, dataBytes: number): Header {
  let json: StrictJson;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith('{')) throw new SyntaxError("expected '{' at character 0");
    json = parseStrictJson(text);
  } catch (cause) {
    throw bad(file, `the header is not JSON: ${(cause as Error).message}`, cause);
  }
  const entries: TensorEntry[] = [];
  let metadata: Record<string, string> = Object.create(null);
  for (const [name, value] of json as Map<string, StrictJson>) {
    if (name === '__metadata__') metadata = readMetadata(file, value);
    else entries.push(readEntry(file, name, value));
  }
  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  let at = 0;
  for (const { name, begin, end } of entries) {
    if (begin !== at)
      throw bad(
        file,
        `tensor ${JSON.stringify(name)} begins at byte ${begin}, ${begin < at ? 'inside of' : 'with a gap after'} the one that ends at ${at}`,
      );
    at = end;
  }
  if (at !== dataBytes)
    throw bad(file, `${at > dataBytes ? 'truncated: ' : ''}its tensors have ${at} bytes, and ${dataBytes} follow the header`);
  return { entries, metadata };
}

function readEntry(file: string, name: string, value: StrictJson): TensorEntry {
  const label = JSON.stringify(name);
  if (!(value instanceof Map)) throw bad(file, `tensor ${label}: expected an object in the header`);
  for (const key of value.keys())
    if (key !== 'dtype' && key !== 'shape' && key !== 'data_offsets')
      throw bad(file, `tensor ${label}: unknown field ${JSON.stringify(key)}`);
  const dtype = value.get('dtype');
  if (typeof dtype !== 'string' || !Object.hasOwn(fileDTypeBytes, dtype))
    throw bad(
      file,
      `tensor ${label}: dtype ${JSON.stringify(dtype)} is not supported; expected one of ${Object.keys(fileDTypeBytes).join(', ')}`,
    );
  const shape = value.get('shape');
  if (!isCounts(shape) || shape.length > maxRank)
    throw bad(file, `tensor ${label}: expected a shape of at most ${maxRank} non-negative integers`);
  const offsets = value.get('data_offsets');
  if (!isCounts(offsets) || offsets.length !== 2 || offsets[0] > offsets[1])
    throw bad(file, `tensor ${label}: expected data_offsets [begin, end]`);
  const length = shape.includes(0) ? 0 : shape.reduce((a, b) => a * b, 1);
  const [begin, end] = offsets;
  const bytes = length * fileDTypeBytes[dtype as FileDType];
  if (bytes !== end - begin)
    throw bad(file, `tensor ${label}: ${showShape(shape)} of ${dtype} has ${bytes} bytes, its data_offsets hold ${end - begin}`);
  return { name, dtype: dtype as FileDType, shape, length, begin, end };
}

const isCounts = (value: StrictJson | undefined): value is number[] =>
  Array.isArray(value) && value.every((v) => Number.isSafeInteger(v) && (v as number) >= 0 && !Object.is(v, -0));

function readMetadata(file: string, value: StrictJson): Record<string, string> {
  if (!(value instanceof Map)) throw bad(file, 'expected __metadata__ to be an object');
  // Without a prototype, '__proto__' is a name like any other.
  const metadata: Record<string, string> = Object.create(null);
  for (const [key, text] of value) {
    if (typeof text !== 'string') throw bad(file, `expected a string for ${JSON.stringify(key)} in __metadata__`);
    metadata[key] = text;
  }
  return metadata;
}

/**
 * The 8 bytes of length and the JSON, padded so that values begin on a multiple of 8, and the arrays in the order of
 * their bytes: wide types first, so that each is aligned. Throws ERR_VALUE for names and texts that JSON cannot carry.
 */
export function buildHeader(
  where: string,
  tensors: Record<string, NDArray>,
  metadata: Record<string, string>,
): { head: Uint8Array; arrays: NDArray[] } {
  const named = Object.entries(tensors).sort(([, a], [, b]) => dtypeBytes[b.dtype] - dtypeBytes[a.dtype]);
  const fields: string[] = [];
  if (Object.keys(metadata).length > 0) {
    const pairs = Object.entries(metadata).map(([key, text]) => `${quote(where, key)}:${quote(where, text)}`);
    fields.push(`"__metadata__":{${pairs.join(',')}}`);
  }
  let at = 0;
  for (const [name, array] of named) {
    if (name === '__metadata__') throw new RidgelineError('ERR_VALUE', `${where}: a tensor cannot be named __metadata__`);
    const end = at + array.data.byteLength;
    fields.push(
      `${quote(where, name)}:{"dtype":"${fileDTypeOf[array.dtype]}","shape":[${array.shape.join(',')}],"data_offsets":[${at},${end}]}`,
    );
    at = end;
  }
  const json = Buffer.from(`{${fields.join(',')}}`);
  const length = Math.ceil(json.length / 8) * 8;
  if (length > maxHeaderBytes)
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: names and metadata make a header of ${length} bytes, at most ${maxHeaderBytes} are allowed`,
    );
  const head = Buffer.alloc(prefixBytes + length, ' ');
  head.writeBigUInt64LE(BigInt(length));
  head.set(json, prefixBytes);
  return { head, arrays: named.map(([, array]) => array) };
}

function quote(where: string, text: unknown): string {
  if (typeof text !== 'string') throw new RidgelineError('ERR_VALUE', `${where}: expected metadata to be strings, got ${typeof text}`);
  // Half a surrogate pair has no UTF-8.
  if (/\p{Surrogate}/u.test(text))
    throw new RidgelineError('ERR_VALUE', `${where}: ${JSON.stringify(text.slice(0, 40))} holds half a surrogate pair`);
  return JSON.stringify(text);
}

/** ERR_FORMAT naming the file: `file` begins the message, as 'loadModel: m.safetensors'. */
export const bad = (file: string, what: string, cause?: unknown): RidgelineError =>
  new RidgelineError('ERR_FORMAT', `${file}: ${what}`, cause === undefined ? undefined : { cause });
