import { describe, expect, test } from 'vitest';
import { checkGradients, compile, grad, ops, type Tensor } from '../../lib/index.ts';

const data = (n: number, f = 1): Float32Array => Float32Array.from({ length: n }, (_, i) => Math.sin(f * (i + 1)) * 0.7);
/** h <- tanh(h W + x), with h kept at every step. */
const recurrent =
  (reverse: boolean) =>
  (w: Tensor, x: Tensor, h0: Tensor): Tensor =>
    ops.scan(
      ([h], [v]) => {
        const next = ops.tanh(ops.add(ops.matmul(h, w), v));
        return { carry: [next], ys: [next] };
      },
      [h0],
      [x],
      { reverse },
    ).ys[0];
const unrolled =
  (steps: number, reverse: boolean) =>
  (w: Tensor, x: Tensor, h0: Tensor): Tensor => {
    const out: Tensor[] = new Array(steps);
    let h = h0;
    for (let i = 0; i < steps; i++) {
      const t = reverse ? steps - 1 - i : i;
      h = ops.tanh(ops.add(ops.matmul(h, w), ops.reshape(ops.slice(x, [t, 0, 0], [1, 2, 3]), [2, 3])));
      out[t] = ops.reshape(h, [1, 2, 3]);
    }
    return ops.concat(out, 0);
  };
const shapes = [
  [3, 3],
  [5, 2, 3],
  [2, 3],
];
const args = [data(9), data(30, 1.3), data(6, 0.4)].map((d, i) => ({ d, shape: shapes[i] }));
const total = (f: (w: Tensor, x: Tensor, h: Tensor) => Tensor) => (w: Tensor, x: Tensor, h: Tensor) => ops.sum(ops.square(f(w, x, h)));

describe('scan', () => {
  for (const reverse of [false, true]) {
    test(`equals the unrolled loop, with its gradients${reverse ? ', in reverse' : ''}`, () => {
      const both = compile((w: Tensor, x: Tensor, h: Tensor) => {
        const pair = [recurrent(reverse), unrolled(5, reverse)];
        return pair.map((f) => [f(w, x, h), ...grad(total(f), { wrt: [0, 1, 2] })(w, x, h)]);
      }, shapes).runSync(...args.map((a) => compile((t: Tensor) => t, [a.shape]).runSync(reshaped(a))));
      both[0].forEach((v, k) => v.data.forEach((e, i) => expect(e).toBeCloseTo(both[1][k].data[i], 5)));
    });
  }
  test('derivatives of order 1 and 2 check', () => {
    const result = checkGradients(
      (w, x, h) => recurrent(false)(w, x, h),
      args.map((a) => reshaped(a)),
      { order: 2, tolerance: 1e-4 },
    );
    expect(result.ok, JSON.stringify(result)).toBe(true);
  });
  test('the plan has one size, whatever the length', () => {
    const size = (n: number) =>
      compile(
        (w: Tensor, x: Tensor, h: Tensor) => grad(total(recurrent(false)))(w, x, h),
        [
          [3, 3],
          [n, 2, 3],
          [2, 3],
        ],
      ).plan.code.length;
    expect(size(1000)).toBe(size(3));
  });
  test('without xs, nested, and with swapped carries', () => {
    const fibonacci = compile(
      (a: Tensor, b: Tensor) => ops.scan(([p, q]) => ({ carry: [q, ops.add(p, q)] }), [a, b], [], { length: 10 }).carry[0],
      [[], []],
    ).runSync(0, 1);
    expect(fibonacci.toArray()).toBe(55);
    const nested = compile(
      (a: Tensor, x: Tensor) => {
        const inner = (v: Tensor) => ops.scan(([s]) => ({ carry: [ops.mul(s, 2)] }), [v], [], { length: 3 }).carry[0];
        return ops.scan(([s], [v]) => ({ carry: [ops.add(inner(s), v)] }), [a], [x]).carry[0];
      },
      [[], [2]],
    ).runSync(1, [1, 1]);
    expect(nested.toArray()).toBe((1 * 8 + 1) * 8 + 1);
  });
  test('refuses what cannot be', () => {
    const bad = (fn: (x: Tensor) => Tensor) => () => compile(fn, [[4, 2]]);
    expect(bad((x) => ops.scan(([c]) => ({ carry: [ops.sum(c)] }), [x], [x]).carry[0])).toThrow(/scan: carry 0 goes in as/);
    expect(bad((x) => ops.scan(([c]) => ({ carry: [c] }), [x], [x, ops.sum(x)]).carry[0])).toThrow(/first size/);
    expect(bad((x) => ops.scan(([c]) => ({ carry: [c] }), [x]).carry[0])).toThrow(/expected a length of 1 or more/);
    expect(
      bad((x) => ops.scan(([c]) => ({ carry: [ops.add(c, ops.randomNormal([4, 2], { stream: 1 }))] }), [x], [], { length: 2 }).carry[0]),
    ).toThrow(/random ops do not belong/);
  });
});

function reshaped({ d, shape }: { d: Float32Array; shape: readonly number[] }) {
  return compile((t: Tensor) => ops.reshape(t, shape), [[d.length]]).runSync(d);
}
