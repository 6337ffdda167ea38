import { describe, expect, test } from 'vitest';
import { compile, ndarray, ops, RidgelineError, type Tensor } from '../../lib/index.ts';

const code = async (fn: () => unknown): Promise<string> => {
  try {
    await fn();
  } catch (e) {
    expect(e, String(e)).toBeInstanceOf(RidgelineError);
    return (e as RidgelineError).code;
  }
  return 'none';
};

describe('compile', () => {
  test('keeps the structure of the result', async () => {
    const f = compile(
      (a: Tensor, b: Tensor) => ({ sum: ops.add(a, b), parts: [ops.neg(a), b], same: a, seven: ops.constant(7) }),
      [[2], [2]],
    );
    const r = f.runSync([1, 2], [3, 4]);
    expect([...r.sum.data]).toEqual([4, 6]);
    expect([...r.parts[0].data]).toEqual([-1, -2]);
    expect([...r.parts[1].data]).toEqual([3, 4]);
    expect([...r.same.data]).toEqual([1, 2]);
    expect(r.seven.toArray()).toBe(7);
    expect([...(await f.run([1, 2], [3, 4])).sum.data]).toEqual([4, 6]);
  });
  test('one tensor twice, float64, int32 and uint8', () => {
    const r = compile((a: Tensor) => [a, a, ops.cast(a, 'float32')], [{ shape: [3], dtype: 'uint8' }]).runSync(Uint8Array.of(1, 2, 255));
    expect(r.map((v) => [...v.data])).toEqual([
      [1, 2, 255],
      [1, 2, 255],
      [1, 2, 255],
    ]);
    expect(compile((a: Tensor) => ops.sqrt(a), [{ shape: [1], dtype: 'float64' }]).runSync(Float64Array.of(2)).data[0]).toBe(Math.SQRT2);
  });
  test('explains its plan', () => {
    const text = compile(
      (a: Tensor, b: Tensor) => ops.relu(ops.add(ops.matmul(a, b), 1)),
      [
        [4, 3],
        [3, 2],
      ],
    ).explain();
    expect(text).toContain('matmul+add+relu');
    expect(text).toMatch(/1 instructions, scratch \d+ bytes/);
  });
  test('results are copies: a second run does not change them', () => {
    const f = compile((a: Tensor) => ops.mul(a, 2), [[2]]);
    const first = f.runSync([1, 2]);
    f.runSync([5, 6]);
    expect([...first.data]).toEqual([2, 4]);
  });
  test('arguments of an asynchronous run may change or go away meanwhile', async () => {
    const f = compile((a: Tensor) => ops.mul(a, 2), [[100_000]]);
    const data = new Float32Array(100_000).fill(3);
    const running = f.run(data);
    data.fill(9);
    structuredClone(data, { transfer: [data.buffer] });
    expect((await running).data.every((v) => v === 6)).toBe(true);
  });
});

describe('bad input', () => {
  const f = compile((a: Tensor, b: Tensor) => ops.add(a, b), [[2, 3], [3]]);
  const detached = new Float32Array(3);
  structuredClone(detached, { transfer: [detached.buffer] });
  const cases: [string, () => unknown, string][] = [
    ['too few arguments', () => f.runSync([1]), 'ERR_SHAPE'],
    [
      'wrong shape',
      () =>
        f.runSync(
          [
            [1, 2],
            [3, 4],
            [5, 6],
          ],
          [1, 2, 3],
        ),
      'ERR_SHAPE',
    ],
    [
      'ragged',
      () =>
        f.runSync(
          [
            [1, 2, 3],
            [4, 5],
          ],
          [1, 2, 3],
        ),
      'ERR_SHAPE',
    ],
    [
      'detached',
      () =>
        f.runSync(
          [
            [1, 2, 3],
            [4, 5, 6],
          ],
          detached,
        ),
      'ERR_VALUE',
    ],
    ['text', () => f.runSync('x' as never, [1, 2, 3]), 'ERR_VALUE'],
    ['zero-size spec', () => compile((a: Tensor) => a, [[0, 3]]), 'ERR_SHAPE'],
    ['negative spec', () => compile((a: Tensor) => a, [[-1]]), 'ERR_SHAPE'],
    ['huge spec', () => compile((a: Tensor) => a, [[2 ** 30, 2 ** 30]]), 'ERR_MEMORY'],
    [
      'more memory than there is',
      () => compile((a: Tensor) => ops.sum(ops.broadcastTo(a, [2 ** 20, 2 ** 20, 2 ** 10])), [[]]).runSync(1),
      'ERR_MEMORY',
    ],
    ['unknown dtype', () => compile((a: Tensor) => a, [{ shape: [1], dtype: 'float16' as never }]), 'ERR_DTYPE'],
    ['no Tensor', () => compile(() => 3 as never, []), 'ERR_GRAPH'],
    ['a number among results', () => compile((a: Tensor) => [a, 3 as never], [[1]]), 'ERR_GRAPH'],
    ['an async function', () => compile(async (a: Tensor) => a, [[1]]), 'ERR_GRAPH'],
    [
      'index out of range',
      () =>
        compile((a: Tensor, i: Tensor) => ops.gatherRows(a, i), [[4, 2], { shape: [2], dtype: 'int32' }]).runSync(
          [
            [1, 2],
            [1, 2],
            [1, 2],
            [1, 2],
          ],
          Int32Array.of(0, 4),
        ),
      'ERR_INDEX',
    ],
    [
      'negative index',
      () =>
        compile((a: Tensor, i: Tensor) => ops.takeAlongAxis(a, i), [[1, 2], { shape: [1, 1], dtype: 'int32' }]).runSync(
          [[1, 2]],
          ndarray(Int32Array.of(-1), [1, 1]),
        ),
      'ERR_INDEX',
    ],
  ];
  for (const [name, fn, expected] of cases) test(name, async () => expect(await code(fn)).toBe(expected));
});
