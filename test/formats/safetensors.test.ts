import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { RidgelineError } from '../../lib/errors.ts';
import { decodeSafetensors, encodeSafetensors, readSafetensors, writeSafetensors } from '../../lib/formats/safetensors.ts';
import { ensembles, layers, linear, loadModel, sequential } from '../../lib/index.ts';
import { loadEstimator } from '../../lib/linear/load.ts';
import { NDArray, ndarray } from '../../lib/tensor/ndarray.ts';

const folder = mkdtempSync(join(tmpdir(), 'safetensors-'));
afterAll(() => rmSync(folder, { recursive: true }));
const golden = fileURLToPath(new URL('./golden/reference.safetensors', import.meta.url));
const error = (message: RegExp, code = 'ERR_FORMAT') => expect.objectContaining({ code, message: expect.stringMatching(message) });

/** A file with any header text and any number of data bytes. */
function file(header: string | Uint8Array, data: Uint8Array | number = 0, announced?: bigint): Buffer {
  const json = Buffer.from(header as string);
  const prefix = Buffer.alloc(8);
  prefix.writeBigUInt64LE(announced ?? BigInt(json.length));
  return Buffer.concat([prefix, json, typeof data === 'number' ? Buffer.alloc(data) : data]);
}
const tensor = (name: string, dtype: string, shape: unknown, offsets: unknown, more = '') =>
  `${JSON.stringify(name)}:{"dtype":"${dtype}","shape":${JSON.stringify(shape)},"data_offsets":${JSON.stringify(offsets)}${more}}`;

const sample = () => ({
  bytes: ndarray(new Uint8Array([1, 2, 3])),
  'dense/kernel': ndarray([
    [1, 2],
    [3, 4.5],
  ]),
  wide: ndarray(new Float64Array([1e300])),
  labels: ndarray(new Int32Array([-5])),
  scalar: ndarray(3),
  empty: ndarray([], [0, 4]),
});

describe('safetensors', () => {
  it('reads a file of the reference implementation', async () => {
    const { tensors, metadata } = await readSafetensors(golden);
    expect({ ...metadata }).toEqual({ format: 'np', note: 'héllo "x"' });
    const seen = Object.fromEntries(Object.entries(tensors).map(([name, a]) => [name, [a.dtype, a.toArray()]]));
    expect(seen).toEqual({
      'dense/kernel': [
        'float32',
        [
          [0, 0.25, 0.5, 0.75],
          [1, 1.25, 1.5, 1.75],
          [2, 2.25, 2.5, 2.75],
        ],
      ],
      'dense/bias': ['float64', [1.5, -2.25]],
      labels: ['int32', [-3, 7]],
      pixels: ['uint8', [[0, 255]]],
      half: ['float32', [1.5, -0.25, 65504, 2 ** -24, Infinity]],
      wide: ['int32', [2147483647, -2147483648]],
      empty: ['float32', []],
      scalar: ['float32', 2.5],
    });
    expect(tensors.empty.shape).toEqual([0, 3]);
  });

  it('reads what it writes, from bytes and from files, and leaves nothing else behind', async () => {
    const path = join(folder, 'a.safetensors');
    writeFileSync(path, 'an older file');
    await writeSafetensors(path, sample(), { architecture: '{"é":"\\u0000"}', empty: '' });
    expect(readdirSync(folder)).toEqual(['a.safetensors']);
    const bytes = encodeSafetensors(sample(), { architecture: '{"é":"\\u0000"}', empty: '' });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    for (const { tensors, metadata } of [await readSafetensors(path), decodeSafetensors(bytes)]) {
      expect({ ...metadata }).toEqual({ architecture: '{"é":"\\u0000"}', empty: '' });
      expect(Object.keys(tensors).sort()).toEqual(Object.keys(sample()).sort());
      for (const [name, a] of Object.entries(sample()))
        expect([tensors[name].shape, tensors[name].dtype, tensors[name].data]).toEqual([a.shape, a.dtype, a.data]);
    }
    const length = Number(Buffer.from(bytes).readBigUInt64LE());
    expect(length % 8).toBe(0);
  });

  it('reads bytes at any offset', () => {
    const bytes = encodeSafetensors(sample());
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeSafetensors(shifted.subarray(3)).tensors['dense/kernel'].toArray()).toEqual([
      [1, 2],
      [3, 4.5],
    ]);
  });

  it('converts bfloat16 and halves', () => {
    const two = (dtype: string, ...bits: number[]) => [
      ...decodeSafetensors(
        file(`{${tensor('a', dtype, [bits.length], [0, 2 * bits.length])}}`, new Uint8Array(new Uint16Array(bits).buffer)),
      ).tensors.a.data,
    ];
    expect(two('BF16', 0x3f80, 0xc000, 0x7f80)).toEqual([1, -2, Infinity]);
    expect(two('F16', 0x3c00, 0x8000, 0x0400, 0x7e00, 0xfc00)).toEqual([1, -0, 2 ** -14, Number.NaN, -Infinity]);
  });

  it('treats no name specially', () => {
    const bytes = file(
      `{"__metadata__":{"__proto__":"m"},${tensor('__proto__', 'U8', [1], [0, 1])},${tensor('constructor', 'U8', [1], [1, 2])}}`,
      2,
    );
    const { tensors, metadata } = decodeSafetensors(bytes);
    expect(Object.keys(tensors)).toEqual(['__proto__', 'constructor']);
    expect(Object.keys(metadata)).toEqual(['__proto__']);
    expect(({} as { shape?: unknown }).shape).toBeUndefined();
    expect(Object.values(decodeSafetensors(encodeSafetensors(tensors, metadata)).tensors).every((a) => a instanceof NDArray)).toBe(true);
    expect(Object.keys(decodeSafetensors(encodeSafetensors(tensors, metadata)).tensors)).toContain('__proto__');
  });

  const one = tensor('a', 'U8', [2], [0, 2]);
  const hostile: [string, Uint8Array, RegExp][] = [
    ['no bytes', new Uint8Array(0), /0 bytes/],
    ['seven bytes', new Uint8Array(7), /7 bytes/],
    ['a huge header', file('{}', 0, 2n ** 63n), /announces a header of/],
    ['a header beyond the limit', file('{}', 0, 100_000_001n), /100000001/],
    ['a header beyond the file', file('{}', 0, 3n), /truncated/],
    ['an empty header', file(''), /not JSON/],
    ['another JSON value', file('[]'), /expected '\{'/],
    ['leading space', file(' {}'), /expected '\{'/],
    ['a byte order mark', file('\ufeff{}'), /expected '\{'/],
    ['bad UTF-8', file(new Uint8Array([0x7b, 0xff, 0x7d])), /not JSON/],
    ['an unfinished string', file('{"a'), /unfinished string/],
    ['unfinished JSON', file(`{${one}`, 2), /not JSON/],
    ['text after the end', file('{}x'), /expected the end/],
    ['a repeated tensor', file(`{${one},${one}}`, 2), /"a" is repeated/],
    ['a repeated name by escape', file(`{${one},"\\u0061":{}}`, 2), /"a" is repeated/],
    ['a repeated field', file('{"a":{"dtype":"U8","dtype":"U8","shape":[2],"data_offsets":[0,2]}}', 2), /"dtype" is repeated/],
    ['deep nesting', file(`{"a":${'['.repeat(100_000)}`), /deep/],
    ['a bad escape', file('{"\\x":1}'), /bad escape/],
    ['a bare control character', file('{"a\u0001":1}'), /control character/],
    ['a tensor that is no object', file('{"a":1}'), /expected an object/],
    ['an unknown field', file(`{${tensor('a', 'U8', [2], [0, 2], ',"x":1')}}`, 2), /unknown field "x"/],
    ['an unknown dtype', file(`{${tensor('a', 'F8_E4M3', [2], [0, 2])}}`, 2), /F8_E4M3/],
    ['a dtype of the prototype', file(`{${tensor('a', 'toString', [2], [0, 2])}}`, 2), /toString/],
    ['a negative size', file(`{${tensor('a', 'U8', [-2], [0, 2])}}`, 2), /shape/],
    ['a fractional size', file(`{${tensor('a', 'U8', [2.5], [0, 2])}}`, 2), /shape/],
    ['a size that is text', file(`{${tensor('a', 'U8', ['2'], [0, 2])}}`, 2), /shape/],
    ['a product beyond counting', file(`{${tensor('a', 'U8', [2 ** 52, 2 ** 52], [0, 2])}}`, 2), /has .* bytes/],
    ['no shape', file('{"a":{"dtype":"U8","data_offsets":[0,2]}}', 2), /shape/],
    ['too many axes', file(`{${tensor('a', 'U8', new Array(40).fill(1), [0, 1])}}`, 1), /at most 32/],
    ['one offset', file(`{${tensor('a', 'U8', [2], [2])}}`, 2), /data_offsets/],
    ['offsets in reverse', file(`{${tensor('a', 'U8', [2], [2, 0])}}`, 2), /data_offsets/],
    ['a shape that does not fit', file(`{${tensor('a', 'F32', [2], [0, 4])}}`, 4), /has 8 bytes, its data_offsets hold 4/],
    ['a gap', file(`{${one},${tensor('b', 'U8', [1], [3, 4])}}`, 4), /"b" begins at byte 3, with a gap/],
    ['a gap before the first', file(`{${tensor('b', 'U8', [1], [1, 2])}}`, 2), /gap/],
    ['an overlap', file(`{${one},${tensor('b', 'U8', [2], [1, 3])}}`, 3), /inside of/],
    ['too few bytes', file(`{${one}}`, 1), /truncated: its tensors have 2 bytes, and 1 follow/],
    ['too many bytes', file(`{${one}}`, 3), /have 2 bytes, and 3 follow/],
    ['metadata that is no object', file('{"__metadata__":"x"}'), /__metadata__ to be an object/],
    ['metadata that is no text', file('{"__metadata__":{"a":1}}'), /string for "a"/],
    ['a wide integer', file(`{${tensor('a', 'I64', [1], [0, 8])}}`, new Uint8Array(8).fill(127)), /which int32 cannot hold/],
  ];
  it.each(hostile)('refuses %s', async (_, bytes, message) => {
    expect(() => decodeSafetensors(bytes)).toThrow(error(message));
    const path = join(folder, 'hostile.safetensors');
    writeFileSync(path, bytes);
    await expect(readSafetensors(path)).rejects.toEqual(error(message));
  });

  it('takes tensors in any order, and sizes of nothing', () => {
    const bytes = file(`{${tensor('b', 'U8', [1], [2, 3])},${one},${tensor('z', 'F32', [0, 9], [2, 2])}}  `, new Uint8Array([7, 8, 9]));
    const { tensors } = decodeSafetensors(bytes);
    expect([tensors.a.toArray(), tensors.b.toArray(), tensors.z.shape]).toEqual([[7, 8], [9], [0, 9]]);
  });

  it('refuses to write what cannot be read back', async () => {
    expect(() => encodeSafetensors({ __metadata__: ndarray(1) })).toThrow(error(/__metadata__/, 'ERR_VALUE'));
    expect(() => encodeSafetensors({ '\ud800': ndarray(1) })).toThrow(error(/surrogate/, 'ERR_VALUE'));
    expect(() => encodeSafetensors({}, { a: 1 as unknown as string })).toThrow(error(/strings, got number/, 'ERR_VALUE'));
    await expect(writeSafetensors(join(folder, 'no', 'a.safetensors'), sample())).rejects.toEqual(error(/cannot write/));
    await expect(readSafetensors(join(folder, 'none'))).rejects.toEqual(error(/no such file/));
    await expect(readSafetensors(folder)).rejects.toEqual(error(/./));
  });

  it('says what was called, with which file, and why, but no temporary name', async () => {
    const [nowhere, none] = [join(folder, 'no', 'a.safetensors'), join(folder, 'none')];
    const model = sequential([layers.input([1]), layers.dense(1)]);
    const ridge = await new linear.Ridge().fit([[1], [2]], [1, 2]);
    const bag = await ensembles.bagging({ model: () => new linear.Ridge(), estimators: 2 }).fit([[1], [2]], [1, 2]);
    const cases: [string, () => Promise<unknown>][] = [
      [`save: cannot write ${nowhere}: no such folder`, () => model.save(nowhere)],
      [`ridge: save: cannot write ${nowhere}: no such folder`, () => ridge.save(nowhere)],
      [`ensembles.bagging: save: cannot write ${nowhere}: no such folder`, () => bag.save(nowhere)],
      [`loadModel: ${none}: no such file`, () => loadModel(none)],
      [`loadEstimator: ${none}: no such file`, () => loadEstimator(none)],
      [`ensembles.load: ${none}: no such file`, () => ensembles.load(none)],
      [`loadModel: ${folder}: it is not a file`, () => loadModel(folder)],
    ];
    for (const [message, run] of cases) await expect(run()).rejects.toThrow(expect.objectContaining({ code: 'ERR_FORMAT', message }));
  });

  it('round-trips any names, texts and values', () => {
    const text = fc.string({ unit: 'grapheme' });
    const array = fc.oneof(
      fc.float32Array().map((a) => ndarray(a)),
      fc.float64Array().map((a) => ndarray(a)),
      fc.int32Array().map((a) => ndarray(a)),
      fc.uint8Array().map((a) => ndarray(a)),
    );
    fc.assert(
      fc.property(
        fc.dictionary(
          text.filter((name) => name !== '__metadata__'),
          array,
          { noNullPrototype: true },
        ),
        fc.dictionary(text, text, { noNullPrototype: true }),
        (tensors, metadata) => {
          const read = decodeSafetensors(encodeSafetensors(tensors, metadata));
          expect(Object.entries(read.metadata).sort()).toEqual(Object.entries(metadata).sort());
          expect(Object.keys(read.tensors).sort()).toEqual(Object.keys(tensors).sort());
          for (const [name, a] of Object.entries(tensors))
            expect(
              Buffer.from(read.tensors[name].data.buffer).equals(Buffer.from(a.data.buffer, a.data.byteOffset, a.data.byteLength)),
            ).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('takes truncations and changed bytes without failing otherwise', () => {
    const good = Buffer.from(encodeSafetensors(sample(), { a: 'b' }));
    const attempt = (bytes: Uint8Array) => {
      try {
        decodeSafetensors(bytes);
        return true;
      } catch (failure) {
        expect(failure).toBeInstanceOf(RidgelineError);
        expect((failure as RidgelineError).code).toBe('ERR_FORMAT');
        return false;
      }
    };
    for (let length = 0; length < good.length; length++) expect(attempt(good.subarray(0, length))).toBe(false);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), (flips) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of flips) bytes[at] = value;
        attempt(bytes);
      }),
      { numRuns: 2000 },
    );
  });
});
