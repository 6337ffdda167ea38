import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { datasets } from '../../lib/data/index.ts';
import { RidgelineError } from '../../lib/errors.ts';
import { decodeNpy, encodeNpy, writeNpy } from '../../lib/formats/npy.ts';
import { type NDArray, ndarray } from '../../lib/tensor/ndarray.ts';

const folder = mkdtempSync(join(tmpdir(), 'npy-'));
afterAll(() => rmSync(folder, { recursive: true }));
const golden = (name: string) => decodeNpy('t', name, readFileSync(new URL(`./golden/${name}`, import.meta.url)));
const error = (message: RegExp, code = 'ERR_DATA') => expect.objectContaining({ code, message: expect.stringMatching(message) });
/** A version 1 file with any header. */
const withHeader = (header: string, data = new Uint8Array(0)): Buffer =>
  Buffer.concat([
    Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length & 255, header.length >> 8]),
    Buffer.from(header),
    data,
  ]);
const header = (descr: string, shape: string, order = 'False') => `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }\n`;

describe('npy', () => {
  it('reads what NumPy wrote, of versions 1 to 3', () => {
    expect(golden('float64-fortran.npy').toArray()).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect([golden('int64.npy').dtype, golden('int64.npy').toArray()]).toEqual([
      'int32',
      [
        [1, -2],
        [3, 4],
      ],
    ]);
    expect([golden('float32-v2.npy').shape, [...golden('float32-v2.npy').data]]).toEqual([
      [2, 3, 4],
      Array.from({ length: 24 }, (_, i) => i),
    ]);
    expect([golden('uint8-v3.npy').dtype, golden('uint8-v3.npy').toArray()]).toEqual(['uint8', [1, 2, 255]]);
  });

  it('reads what it writes', () => {
    const arrays: NDArray[] = [
      ndarray(1.5),
      ndarray([1, 2, 3]),
      ndarray([], [0, 3]),
      ndarray(new Int32Array([-1, 2]), [1, 2]),
      ndarray(new Float64Array([0.1])),
      ndarray(new Uint8Array([7])),
    ];
    for (const a of arrays) {
      const bytes = encodeNpy(a);
      expect((bytes.length - a.data.byteLength) % 64).toBe(0);
      const b = decodeNpy('t', 'f', bytes);
      expect([b.shape, b.dtype, b.data]).toEqual([a.shape, a.dtype, a.data]);
    }
  });

  it('turns Fortran order of three axes', () => {
    const a = decodeNpy(
      't',
      'f',
      withHeader(
        header('|u1', '(2, 3, 2)', 'True'),
        Uint8Array.from({ length: 12 }, (_, i) => i),
      ),
    );
    expect(a.toArray()).toEqual([
      [
        [0, 6],
        [2, 8],
        [4, 10],
      ],
      [
        [1, 7],
        [3, 9],
        [5, 11],
      ],
    ]);
  });

  it('names what is wrong', () => {
    const refuse = (bytes: Uint8Array, message: RegExp) => expect(() => decodeNpy('datasets.npy', 'a.npy', bytes)).toThrow(error(message));
    refuse(Buffer.from('hello world'), /not those of one/);
    refuse(new Uint8Array(3), /not those of one/);
    const good = withHeader(header('<f4', '(2,)'), new Uint8Array(8));
    const version = Buffer.from(good);
    version[6] = 9;
    refuse(version, /version 1, 2 or 3, got 9/);
    refuse(good.subarray(0, 20), /truncated: the header/);
    refuse(good.subarray(0, good.length - 1), /truncated: the header says \[2\] of <f4, 8 bytes, and 7 follow/);
    refuse(Buffer.concat([good, new Uint8Array(1)]), /too long/);
    refuse(withHeader(header('>f4', '(2,)'), new Uint8Array(8)), /">f4" is not supported/);
    refuse(withHeader(header('|O', '(2,)')), /not supported/);
    refuse(withHeader('{}'), /cannot make sense/);
    refuse(withHeader(header('<f4', '(99999999999999999999,)')), /cannot make sense/);
    refuse(withHeader(header('<f4', '(9007199254740991, 9007199254740991, 9007199254740991)')), /truncated/);
    refuse(withHeader(header('<i8', '(1,)'), new Uint8Array([0, 0, 0, 128, 0, 0, 0, 0])), /2147483648 at index 0/);
  });

  it('takes any bytes without failing otherwise', () => {
    const good = Buffer.from(
      encodeNpy(
        ndarray([
          [1, 2],
          [3, 4],
        ]),
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 }), fc.nat(good.length), (flips, length) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of flips) bytes[at] = value;
        for (const part of [bytes, bytes.subarray(0, length)]) {
          try {
            decodeNpy('t', 'f', part);
          } catch (failure) {
            expect(failure).toBeInstanceOf(RidgelineError);
            expect((failure as RidgelineError).code).toBe('ERR_DATA');
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('datasets.npy', () => {
  const path = (name: string) => join(folder, name);

  it('takes targets from a column or another file', async () => {
    await writeNpy(
      path('table.npy'),
      ndarray([
        [1, 2, 0],
        [3, 4, 1],
      ]),
    );
    await writeNpy(path('y.npy'), ndarray(new Int32Array([5, 6])));
    expect((await datasets.npy(path('table.npy'))).y).toBeUndefined();
    const last = await datasets.npy(path('table.npy'), { target: -1 });
    expect([last.x.toArray(), last.y?.toArray()]).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      [0, 1],
    ]);
    expect((await datasets.npy(path('table.npy'), { target: 0 })).y?.toArray()).toEqual([1, 3]);
    expect((await datasets.npy(path('table.npy'), { target: path('y.npy') })).y?.toArray()).toEqual([5, 6]);
  });

  it('names what is wrong', async () => {
    await writeNpy(path('three.npy'), ndarray([1, 2, 3]));
    await writeNpy(path('nan.npy'), ndarray([[1, Number.NaN]]));
    await writeNpy(path('scalar.npy'), ndarray(1));
    writeFileSync(path('text.npy'), 'text');
    await expect(datasets.npy(path('table.npy'), { target: 3 })).rejects.toEqual(error(/no column 3/));
    await expect(datasets.npy(path('three.npy'), { target: 0 })).rejects.toEqual(error(/2-d/));
    await expect(datasets.npy(path('table.npy'), { target: path('three.npy') })).rejects.toEqual(error(/2 rows and .* has 3/));
    await expect(datasets.npy(path('nan.npy'))).rejects.toEqual(error(/NaN at row 0, column 1/, 'ERR_VALUE'));
    await expect(datasets.npy(path('scalar.npy'))).rejects.toEqual(error(/no rows/));
    await expect(datasets.npy(path('text.npy'))).rejects.toEqual(error(/text\.npy: expected an \.npy file/));
    await expect(datasets.npy(path('none.npy'))).rejects.toEqual(error(/no such file/));
    await expect(writeNpy(join(folder, 'no', 'folder.npy'), ndarray(1))).rejects.toEqual(error(/cannot write/));
  });
});
