import { describe, expect, test } from 'vitest';
import { checkGradients, compile, grad, jvp, ndarray, ops, RidgelineError, type Tensor, valueAndGrad, vjp } from '../../lib/index.ts';

const x = ndarray([0.5, -1, 2], [3], { dtype: 'float64' });
const f64 = (shape: number[]) => ({ shape, dtype: 'float64' as const });
const cube = (v: Tensor) => ops.sum(ops.mul(ops.mul(v, v), v));
const code = (fn: () => unknown): string => {
  try {
    fn();
  } catch (e) {
    expect(e).toBeInstanceOf(RidgelineError);
    return (e as RidgelineError).code;
  }
  return 'none';
};

describe('grad', () => {
  test('of a sum of cubes, to third order', () => {
    const first = grad(cube);
    const second = grad((v: Tensor) => ops.sum(first(v)));
    const third = grad((v: Tensor) => ops.sum(second(v)));
    const all = compile((v: Tensor) => ({ first: first(v), second: second(v), third: third(v) }), [f64([3])]).runSync(x);
    [0.5, -1, 2].forEach((v, i) => {
      expect(all.first.data[i]).toBeCloseTo(3 * v * v, 12);
      expect(all.second.data[i]).toBeCloseTo(6 * v, 12);
      expect(all.third.data[i]).toBeCloseTo(6, 12);
    });
  });
  test('valueAndGrad by several arguments', () => {
    const [value, [da, db]] = compile(
      (a: Tensor, b: Tensor) => valueAndGrad((p, q) => ops.sum(ops.mul(ops.sin(p), q)), { wrt: [0, 1] })(a, b),
      [f64([3]), f64([3])],
    ).runSync(x, x);
    [0.5, -1, 2].forEach((v, i) => {
      expect(da.data[i]).toBeCloseTo(Math.cos(v) * v, 12);
      expect(db.data[i]).toBeCloseTo(Math.sin(v), 12);
    });
    expect(value.data[0]).toBeCloseTo(
      [0.5, -1, 2].reduce((s, v) => s + Math.sin(v) * v, 0),
      12,
    );
  });
  test('one tensor given twice counts as two arguments', () => {
    const g = compile((a: Tensor) => grad((p, q) => ops.sum(ops.mul(p, q)), { wrt: 0 })(a, a), [f64([3])]).runSync(x);
    expect([...g.data]).toEqual([0.5, -1, 2]);
  });
  test('an argument the result does not depend on has gradient 0', () => {
    const g = compile((a: Tensor, b: Tensor) => grad((p) => ops.sum(p), { wrt: 1 })(a, b), [f64([3]), f64([2])]).runSync(
      x,
      ndarray([1, 2], [2], { dtype: 'float64' }),
    );
    expect([...g.data]).toEqual([0, 0]);
  });
  test('stable losses at large logits', () => {
    const z = ndarray([1000, -1000, 0], [1, 3]);
    const soft = compile(
      (v: Tensor) => valueAndGrad((t) => ops.neg(ops.sum(ops.slice(ops.log(ops.softmax(t)), [0, 1], [1, 1]))))(v),
      [[1, 3]],
    ).runSync(z);
    expect(soft[0].data[0]).toBe(2000);
    expect([...soft[1].data]).toEqual([1, -1, 0]);
    const sig = compile(
      (v: Tensor) => valueAndGrad((t) => ops.sum(ops.add(ops.log(ops.sigmoid(t)), ops.log(ops.sub(1, ops.sigmoid(t))))))(v),
      [[1, 3]],
    ).runSync(z);
    expect(sig[0].data[0]).toBeCloseTo(-2000 - 2 * Math.log(2), 3);
    [...sig[1].data].forEach((v, i) => expect(v).toBeCloseTo([-1, 1, 0][i], 6));
  });
});

describe('jvp and vjp', () => {
  const fn = (v: Tensor) => ops.tanh(ops.mul(v, v));
  const slope = (v: number) => (1 - Math.tanh(v * v) ** 2) * 2 * v;
  test('agree with the Jacobian', () => {
    const tangent = ndarray([1, 2, -1], [3], { dtype: 'float64' });
    const [value, pushed] = compile((v: Tensor, t: Tensor) => jvp(fn, [v], [t]), [f64([3]), f64([3])]).runSync(x, tangent);
    const pulled = compile((v: Tensor, t: Tensor) => vjp(fn, [v]).pullback(t), [f64([3]), f64([3])]).runSync(x, tangent);
    [0.5, -1, 2].forEach((v, i) => {
      expect(value.data[i]).toBeCloseTo(Math.tanh(v * v), 12);
      expect(pushed.data[i]).toBeCloseTo(slope(v) * [1, 2, -1][i], 12);
      expect(pulled[0].data[i]).toBeCloseTo(slope(v) * [1, 2, -1][i], 12);
    });
  });
  test('a Hessian-vector product', () => {
    const h = compile((v: Tensor, t: Tensor) => jvp(grad(cube), [v], [t])[1], [f64([3]), f64([3])]).runSync(
      x,
      ndarray([1, 1, 1], [3], { dtype: 'float64' }),
    );
    [0.5, -1, 2].forEach((v, i) => expect(h.data[i]).toBeCloseTo(6 * v, 12));
  });
});

describe('checkGradients', () => {
  test('accepts a right derivative of order 2', () =>
    expect(checkGradients((v) => ops.mul(ops.exp(v), ops.sin(v)), [[0.3, -0.7]], { order: 2 }).ok).toBe(true));
  test('finds a wrong one and says where', () => {
    const wrong = checkGradients((v) => ops.mul(v, ops.stopGradient(v)), [[0.3, -0.7]]);
    expect(wrong.ok).toBe(false);
    expect(wrong.at).toMatchObject({ order: 1, argument: 0 });
  });
});

test('errors carry codes', () => {
  expect(code(() => compile((a: Tensor) => grad((v) => ops.mul(v, 2))(a), [[3]]))).toBe('ERR_SHAPE');
  expect(code(() => compile((a: Tensor) => grad((v) => ops.sum(v), { wrt: 3 })(a), [[3]]))).toBe('ERR_OPTION');
  expect(code(() => compile((a: Tensor) => grad((v) => ops.sum(ops.cast(v, 'float32')))(a), [{ shape: [3], dtype: 'int32' }]))).toBe(
    'ERR_DTYPE',
  );
  expect(code(() => ops.add(ndarray([1]), 1))).toBe('ERR_GRAPH');
  let leaked: Tensor | undefined;
  compile(
    (a: Tensor) => {
      leaked = a;
      return ops.neg(a);
    },
    [[3]],
  );
  expect(code(() => compile((a: Tensor) => ops.add(a, leaked as Tensor), [[3]]))).toBe('ERR_GRAPH');
  expect(code(() => compile((a: Tensor, b: Tensor) => jvp((v) => v, [a], [b]), [[3], [2]]))).toBe('ERR_SHAPE');
});
