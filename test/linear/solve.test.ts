/** The native entry by itself: what it refuses, progress, stopping, and workers that end while it runs. */
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { linear, NDArray } from '../../lib/index.ts';
import { loadNative } from '../../lib/runtime/native.ts';
import { createRandom } from '../../lib/data/prng.ts';

const native = loadNative();
const f64 = (...values: number[]) => Float64Array.from(values);
const solve = (name: unknown, numbers: unknown, inputs: unknown, lengths: unknown, onProgress: unknown = null) =>
  native.solve(name as string, numbers as Float64Array, inputs as Float64Array[], lengths as Float64Array, onProgress as null);
/** Of the shape that 'affine' takes: 2 rows of 3 features, 1 output. */
const good = [f64(2, 3, 1, 0), [f64(1, 2, 3, 4, 5, 6), f64(1, 0, -1), f64(10)], f64(2)] as const;

/** A stored 5 and what follows it, for 1 row of 3 features. */
const sparse = (...parts: Int32Array[]) => [f64(5), f64(1, 0, -1), f64(10), ...parts];

describe('solve', () => {
  test('runs what fits', async () => {
    expect(await solve('affine', ...good).promise).toEqual([f64(8, 8)]);
    const rows = sparse(Int32Array.of(2), Int32Array.of(0, 1));
    expect(await solve('affine', f64(1, 3, 1, 1), rows, f64(1)).promise).toEqual([f64(5)]);
  });

  const detached = new Float64Array(6);
  structuredClone(detached.buffer, { transfer: [detached.buffer] });
  test.each([
    ['a name that there is not', ['no such algorithm', ...good]],
    ['no name', [undefined, ...good]],
    ['numbers of another type', ['affine', [2, 3, 1, 0], good[1], good[2]]],
    ['too few numbers', ['affine', f64(2, 3), good[1], good[2]]],
    ['no word on whether rows are sparse', ['affine', f64(2, 3, 1), good[1], good[2]]],
    ['sparse rows with a column outside', ['affine', f64(1, 3, 1, 1), sparse(Int32Array.of(3), Int32Array.of(0, 1)), f64(1)]],
    ['sparse rows that end elsewhere', ['affine', f64(1, 3, 1, 1), sparse(Int32Array.of(2), Int32Array.of(0, 2)), f64(1)]],
    ['sparse rows without positions', ['affine', f64(1, 3, 1, 1), sparse(Int32Array.of(2)), f64(1)]],
    ['a size that is not a whole number', ['affine', f64(2, 2.5, 1, 0), good[1], good[2]]],
    ['a negative size', ['affine', f64(-2, 3, 1, 0), good[1], good[2]]],
    ['NaN for a size', ['affine', f64(Number.NaN, 3, 1, 0), good[1], good[2]]],
    ['sizes whose product is no array', ['affine', f64(2 ** 31 - 1, 2 ** 31 - 1, 2 ** 31 - 1, 0), good[1], good[2]]],
    ['an input that is too short', ['affine', good[0], [f64(1, 2, 3, 4, 5), f64(1, 0, -1), f64(10)], good[2]]],
    ['an input that is missing', ['affine', good[0], [f64(1, 2, 3, 4, 5, 6)], good[2]]],
    ['an input of integers', ['affine', good[0], [new Int32Array(6), f64(1, 0, -1), f64(10)], good[2]]],
    ['an input of floats', ['affine', good[0], [new Float32Array(6), f64(1, 0, -1), f64(10)], good[2]]],
    ['a detached input', ['affine', good[0], [detached, f64(1, 0, -1), f64(10)], good[2]]],
    ['inputs that are no list', ['affine', good[0], f64(1), good[2]]],
    ['room that is too small', ['affine', good[0], good[1], f64(1)]],
    ['room that is too large', ['affine', good[0], good[1], f64(3)]],
    ['room beyond all memory', ['affine', good[0], good[1], f64(1e300)]],
    ['no room', ['affine', good[0], good[1], f64()]],
    ['progress that is no function', ['affine', ...good, 1]],
    ['features that there are not', ['polynomial', f64(1, 1, 1), [f64(1), Int32Array.of(-1), Int32Array.of(1)], f64(1)]],
    ['terms after their own', ['polynomial', f64(1, 1, 1), [f64(1), Int32Array.of(0), Int32Array.of(0)], f64(1)]],
    ['more neighbors than rows', ['neighbors', f64(1, 1, 1, 2), [f64(1), f64(1)], f64(2, 2)]],
    ['more components than rows', ['pca', f64(2, 3, 2, 3, 1), [f64(1, 2, 3, 4, 5, 6), new Float64Array(9)], f64(9, 3, 3, 1)]],
    ['a start of another width', ['pca', f64(2, 3, 2, 2, 1), [f64(1, 2, 3, 4, 5, 6), new Float64Array(5)], f64(6, 2, 3, 1)]],
  ])('refuses %s', (_, args) => {
    expect(() => solve(...(args as Parameters<typeof solve>))).toThrow();
  });

  test('progress is told, what it throws is the error, and the signal ends the work', async () => {
    const { random } = createRandom(1);
    const x = new NDArray(Float64Array.from({ length: 400 * 400 }, random), [400, 400]);
    const seen: number[] = [];
    await new linear.PCA({ solver: 'full' }).fit(x, { onProgress: ({ done }) => seen.push(done) });
    const fails = () => {
      throw new Error('enough');
    };
    // Progress comes every twentieth of a second: faster machines may be done before.
    const failed = await new linear.PCA({ solver: 'full' }).fit(x, { onProgress: fails }).then(
      () => undefined,
      (error) => error.message,
    );
    if (seen.length > 0) expect([undefined, 'enough']).toContain(failed);
    const controller = new AbortController();
    const fitting = new linear.PCA({ solver: 'full' }).fit(x, { signal: controller.signal });
    controller.abort(new Error('no longer wanted'));
    await expect(fitting).rejects.toMatchObject({ code: 'ABORT_ERR', cause: new Error('no longer wanted') });
  });

  test('a worker may end while it runs', async () => {
    const code = `
      const { workerData } = require('node:worker_threads');
      const addon = require(workerData);
      const n = 300;
      const x = Float64Array.from({ length: n * n }, (_, i) => Math.sin(i * i));
      addon.solve('pinv', Float64Array.of(n, n, 0), [x], Float64Array.of(n * n, 1), () => {});
      require('node:worker_threads').parentPort.postMessage('started');
      setInterval(() => {}, 1000);`;
    const worker = new Worker(code, { eval: true, workerData: new URL('../../build/Release/ridgeline.node', import.meta.url).pathname });
    await new Promise((resolve) => worker.once('message', resolve));
    expect(await worker.terminate()).toBe(1);
  });
});
