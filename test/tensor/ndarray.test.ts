import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NDArray, ndarray, toNDArray } from '../../lib/tensor/ndarray.ts';

const code = (c: string, message?: RegExp) =>
  expect.objectContaining({ code: c, ...(message && { message: expect.stringMatching(message) }) });
const thrown = (f: () => unknown): unknown => {
  try {
    f();
  } catch (error) {
    return error;
  }
  return 'nothing was thrown';
};

describe('ndarray', () => {
  it('takes numbers and nested arrays as float32', () => {
    const a = ndarray([
      [1, 2],
      [3, 4],
      [5, 6.5],
    ]);
    expect([a.shape, a.dtype, a.size]).toEqual([[3, 2], 'float32', 6]);
    expect(a.toArray()).toEqual([
      [1, 2],
      [3, 4],
      [5, 6.5],
    ]);
    expect(ndarray(2.5).shape).toEqual([]);
    expect(ndarray(2.5).toArray()).toBe(2.5);
    expect(ndarray([]).shape).toEqual([0]);
    expect(ndarray([[], []]).shape).toEqual([2, 0]);
    expect(ndarray([[], []]).toArray()).toEqual([[], []]);
    expect(ndarray([1, 2, 3, 4], [2, 2]).toArray()).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('wraps typed arrays of the dtype and copies others', () => {
    const f = new Float64Array([1, 2]);
    expect(ndarray(f).data).toBe(f);
    expect(ndarray(f).dtype).toBe('float64');
    expect(ndarray(f, [1, 2], { dtype: 'float32' }).data).toEqual(new Float32Array([1, 2]));
    const clamped = new Uint8ClampedArray([1, 255]);
    const wrapped = ndarray(clamped);
    expect(wrapped.dtype).toBe('uint8');
    expect(wrapped.data.buffer).toBe(clamped.buffer);
    for (const other of [new Int8Array([-1]), new Int16Array([-1]), new Uint16Array([1]), new Uint32Array([1])]) {
      expect(ndarray(other).dtype).toBe('int32');
      expect(ndarray(other).data[0]).toBe(other[0]);
    }
    const part = new Float32Array([1, 2, 3, 4]).subarray(1, 3);
    expect(ndarray(part).toArray()).toEqual([2, 3]);
  });

  it('refuses what an integer dtype cannot hold', () => {
    expect(thrown(() => ndarray([[1, 2.5]], undefined, { dtype: 'int32' }))).toEqual(code('ERR_VALUE', /2\.5 at data\[0\]\[1\]/));
    expect(thrown(() => ndarray([256], undefined, { dtype: 'uint8' }))).toEqual(code('ERR_VALUE'));
    expect(thrown(() => ndarray([Number.NaN], undefined, { dtype: 'int32' }))).toEqual(code('ERR_VALUE'));
    expect(thrown(() => ndarray(new Uint32Array([2 ** 31])))).toEqual(code('ERR_VALUE', /index 0/));
  });

  it('names the position of raggedness', () => {
    expect(thrown(() => ndarray([[1, 2], [3]]))).toEqual(code('ERR_SHAPE', /ragged: data\[1\] has length 1, expected 2/));
    expect(thrown(() => ndarray([[1], 2]))).toEqual(code('ERR_SHAPE', /data\[1\]/));
    expect(thrown(() => ndarray([1, [2]]))).toEqual(code('ERR_SHAPE', /data\[1\] is an array among numbers/));
    expect(thrown(() => ndarray([[[1, 2]], [[3, 4, 5]]]))).toEqual(code('ERR_SHAPE', /data\[1\]\[0\]/));
    expect(thrown(() => ndarray([[1, 'a' as unknown as number]]))).toEqual(code('ERR_VALUE', /data\[0\]\[1\], got 'a'/));
    expect(thrown(() => ndarray([[], [1]]))).toEqual(code('ERR_SHAPE'));
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(thrown(() => ndarray(cycle as number[]))).toEqual(code('ERR_SHAPE', /deep/));
  });

  it('refuses shapes that do not fit', () => {
    expect(thrown(() => ndarray([1, 2, 3], [2, 2]))).toEqual(code('ERR_SHAPE', /\[2, 2\] needs 4 values, data has 3/));
    expect(thrown(() => ndarray([1], [-1]))).toEqual(code('ERR_SHAPE'));
    expect(thrown(() => ndarray([1], [0.5, 2]))).toEqual(code('ERR_SHAPE'));
    expect(thrown(() => ndarray([1], [2 ** 40, 2 ** 40]))).toEqual(code('ERR_MEMORY'));
    expect(thrown(() => ndarray([1], [2 ** 51]))).toEqual(code('ERR_MEMORY'));
    expect(ndarray([], [0, 5]).shape).toEqual([0, 5]);
  });

  it('refuses detached buffers, also behind an NDArray, but not empty ones', () => {
    const a = new Float32Array(4);
    const held = ndarray(a);
    structuredClone(a, { transfer: [a.buffer] });
    expect(thrown(() => ndarray(a))).toEqual(code('ERR_VALUE', /detached/));
    expect(thrown(() => ndarray(a, [4]))).toEqual(code('ERR_VALUE', /detached/));
    expect(thrown(() => toNDArray('predict', 'x', held))).toEqual(code('ERR_VALUE', /predict: .*x is detached/));
    expect(ndarray(new Float32Array(0)).shape).toEqual([0]);
  });

  it('refuses other things by function and argument', () => {
    expect(thrown(() => toNDArray('fit', 'x', 'abc' as unknown as number))).toEqual(code('ERR_VALUE', /^fit: .*for x, got 'abc'/));
    expect(thrown(() => toNDArray('fit', 'y', null as unknown as number))).toEqual(code('ERR_VALUE', /for y, got null/));
    expect(thrown(() => ndarray(new BigInt64Array(1) as unknown as Float32Array))).toEqual(code('ERR_DTYPE', /BigInt64Array/));
    expect(thrown(() => ndarray([1], undefined, { dtype: 'float16' as 'float32' }))).toEqual(code('ERR_OPTION', /float16/));
    expect(thrown(() => ndarray([1], undefined, { dtyp: 'float32' } as object))).toEqual(code('ERR_OPTION', /Did you mean 'dtype'/));
  });

  it('toNDArray keeps an NDArray of the dtype asked for', () => {
    const a = ndarray([1, 2]);
    expect(toNDArray('f', 'x', a)).toBe(a);
    expect(toNDArray('f', 'x', a, 'float32')).toBe(a);
    expect(toNDArray('f', 'x', a, 'int32').data).toEqual(new Int32Array([1, 2]));
  });
});

describe('NDArray', () => {
  it('reshapes without copying', () => {
    const a = ndarray([1, 2, 3, 4, 5, 6]);
    expect(a.reshape(2, -1).shape).toEqual([2, 3]);
    expect(a.reshape([-1, 2]).shape).toEqual([3, 2]);
    expect(a.reshape(2, 3).data).toBe(a.data);
    expect(ndarray([7]).reshape([]).toArray()).toBe(7);
    for (const bad of [[4, -1], [-1, -1], [5], [-2, 3], [0, -1]]) expect(thrown(() => a.reshape(bad))).toEqual(code('ERR_SHAPE'));
  });

  it('gives rows as views', () => {
    const a = ndarray([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    const b = a.rows(1, 3);
    expect(b.toArray()).toEqual([
      [3, 4],
      [5, 6],
    ]);
    expect(b.data.buffer).toBe(a.data.buffer);
    expect(a.rows(3).shape).toEqual([0, 2]);
    expect(thrown(() => a.rows(2, 4))).toEqual(code('ERR_INDEX'));
    expect(thrown(() => a.rows(2, 1))).toEqual(code('ERR_INDEX'));
    expect(thrown(() => ndarray(1).rows(0, 0))).toEqual(code('ERR_SHAPE'));
  });

  it('has a shape that cannot be changed', () => {
    const a = new NDArray(new Float32Array(2), [2]);
    expect(() => (a.shape as number[]).push(1)).toThrow(TypeError);
  });

  it('round-trips nested arrays of any shape', () => {
    const nested = fc
      .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
      .chain((shape) =>
        shape.reduceRight<fc.Arbitrary<unknown>>((inner, n) => fc.array(inner, { minLength: n, maxLength: n }), fc.integer()),
      );
    fc.assert(
      fc.property(nested, (values) => {
        expect(ndarray(values as number[], undefined, { dtype: 'float64' }).toArray()).toEqual(values);
      }),
      { numRuns: 50 },
    );
  });
});
