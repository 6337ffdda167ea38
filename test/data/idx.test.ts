import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { datasets } from '../../lib/data/index.ts';
import { RidgelineError } from '../../lib/errors.ts';
import { decodeIdx } from '../../lib/formats/idx.ts';

const folder = mkdtempSync(join(tmpdir(), 'idx-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const save = (bytes: Uint8Array, name = `${files++}`): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const file = (type: number, shape: number[], values: Uint8Array): Buffer => {
  const head = Buffer.alloc(4 + 4 * shape.length);
  head.set([0, 0, type, shape.length]);
  for (const [i, d] of shape.entries()) head.writeUInt32BE(d, 4 + 4 * i);
  return Buffer.concat([head, values]);
};
const images = file(8, [2, 2, 2], Buffer.from([0, 1, 2, 3, 4, 5, 6, 255]));
const labels = file(8, [2], Buffer.from([3, 1]));
const error = (message: RegExp, code = 'ERR_DATA') => expect.objectContaining({ code, message: expect.stringMatching(message) });
const asset = (name: string) => fileURLToPath(new URL(`../../assets/${name}`, import.meta.url));

describe('digits', () => {
  it('is what the literature describes', () => {
    const ds = datasets.digits();
    expect([ds.x.shape, ds.x.dtype, ds.y?.shape, ds.y?.dtype]).toEqual([[1797, 8, 8], 'uint8', [1797], 'int32']);
    expect(ds.classNames).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    // The first row and the class counts that scikit-learn's load_digits gives.
    expect([...ds.x.rows(0, 1).data].slice(0, 16)).toEqual([0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0]);
    const counts = new Array<number>(10).fill(0);
    for (const label of ds.y?.data ?? []) counts[label]++;
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    expect(Math.max(...ds.x.data)).toBe(16);
    expect(datasets.digits().x.data).not.toBe(ds.x.data);
  });
});

describe('idx', () => {
  it('reads plain and gzip files, whatever they are called', async () => {
    const plain = await datasets.idx({ images: save(images, 'a.gz'), labels: save(gzipSync(labels)) });
    expect([plain.x.shape, plain.x.dtype, plain.x.data[7]]).toEqual([[2, 2, 2], 'uint8', 255]);
    expect([plain.y?.dtype, plain.y?.toArray(), plain.classNames]).toEqual(['int32', [3, 1], ['0', '1', '2', '3']]);
    expect((await datasets.idx({ images: save(images) })).y).toBeUndefined();
  });

  it('reads every type', () => {
    const big = (bytes: number, write: (view: DataView) => void) => {
      const view = new DataView(new ArrayBuffer(bytes));
      write(view);
      return new Uint8Array(view.buffer);
    };
    const read = (type: number, bytes: Uint8Array) => {
      const a = decodeIdx('t', 'f', file(type, [1], bytes));
      return [a.dtype, a.data[0]];
    };
    expect(read(0x08, new Uint8Array([200]))).toEqual(['uint8', 200]);
    expect(read(0x09, new Uint8Array([200]))).toEqual(['int32', -56]);
    expect(
      read(
        0x0b,
        big(2, (v) => v.setInt16(0, -300)),
      ),
    ).toEqual(['int32', -300]);
    expect(
      read(
        0x0c,
        big(4, (v) => v.setInt32(0, -70000)),
      ),
    ).toEqual(['int32', -70000]);
    expect(
      read(
        0x0d,
        big(4, (v) => v.setFloat32(0, 1.5)),
      ),
    ).toEqual(['float32', 1.5]);
    expect(
      read(
        0x0e,
        big(8, (v) => v.setFloat64(0, 0.1)),
      ),
    ).toEqual(['float64', 0.1]);
  });

  it('names the file and what is wrong with it', async () => {
    const refuse = (bytes: Uint8Array, message: RegExp) => {
      expect(() => decodeIdx('datasets.idx', 'a.idx', bytes)).toThrow(error(message));
      expect(() => decodeIdx('datasets.idx', 'a.idx', bytes)).toThrow(/^datasets\.idx: a\.idx: /);
    };
    refuse(new Uint8Array(2), /2 bytes/);
    refuse(Buffer.from('PNG image'), /expected an IDX file/);
    refuse(file(0x0a, [1], new Uint8Array(1)), /type 0x0a/);
    refuse(new Uint8Array([0, 0, 8, 0]), /header says 0/);
    refuse(new Uint8Array([0, 0, 8, 200]), /header says 200/);
    refuse(images.subarray(0, 9), /truncated: a header/);
    refuse(images.subarray(0, 20), /truncated: the header says \[2, 2, 2\]/);
    refuse(Buffer.concat([images, Buffer.alloc(3)]), /3 bytes too many/);
    refuse(file(0x0e, [2 ** 32 - 1, 2 ** 32 - 1, 2 ** 32 - 1], new Uint8Array(8)), /truncated/);
    const three = save(file(8, [3], Buffer.from([1, 2, 3])));
    await expect(datasets.idx({ images: save(images), labels: three })).rejects.toEqual(error(/has 2 rows and .* has 3 labels/));
    await expect(datasets.idx({ images: save(images), labels: save(images) })).rejects.toEqual(error(/expected labels of shape \[2\]/));
    await expect(datasets.idx({ images: save(file(8, [0, 2], new Uint8Array(0))) })).rejects.toEqual(error(/no rows/));
    await expect(datasets.idx({ images: join(folder, 'none') })).rejects.toEqual(error(/none: no such file/));
    await expect(datasets.idx({ images: save(gzipSync(images).subarray(0, 20)) })).rejects.toEqual(error(/gzip/));
    await expect(datasets.idx({ image: 'a' } as never)).rejects.toEqual(error(/Did you mean 'images'/, 'ERR_OPTION'));
  });

  it('takes any bytes without failing otherwise', () => {
    const flip = fc.tuple(fc.nat(images.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(flip, { maxLength: 4 }), fc.nat(images.length), (flips, length) => {
        const bytes = Buffer.from(images);
        for (const [at, value] of flips) bytes[at] = value;
        try {
          decodeIdx('t', 'f', bytes.subarray(0, length));
        } catch (failure) {
          expect(failure).toBeInstanceOf(RidgelineError);
          expect((failure as RidgelineError).code).toBe('ERR_DATA');
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('idxFolder', () => {
  it('finds the four files under either name, and says what it looked for', async () => {
    await expect(datasets.idxFolder(folder)).rejects.toEqual(
      error(/none of train-images-idx3-ubyte, train-images-idx3-ubyte\.gz, train-images\.idx3-ubyte/),
    );
    copyFileSync(asset('digits-images.idx3-ubyte.gz'), join(folder, 'train-images-idx3-ubyte.gz'));
    copyFileSync(asset('digits-labels.idx1-ubyte.gz'), join(folder, 'train-labels.idx1-ubyte'));
    save(images, 't10k-images-idx3-ubyte');
    save(labels, 't10k-labels-idx1-ubyte');
    const { train, test } = await datasets.idxFolder(folder);
    expect([train.length, test.length, test.y?.toArray()]).toEqual([1797, 2, [3, 1]]);
  });
});
