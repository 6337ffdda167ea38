/** standardize: what its samples do not say of it. */
import { describe, expect, test } from 'vitest';
import { checkGradients } from '../../lib/autodiff/check-gradients.ts';
import { add, mul, sum } from '../../lib/ops/index.ts';
import { standardize } from '../../lib/ops/standardize.ts';
import { compile } from '../../lib/runtime/function.ts';
import { ndarray } from '../../lib/tensor/ndarray.ts';
import type { Tensor } from '../../lib/tensor/tensor.ts';

const values = (shape: readonly number[], offset = 0) =>
  ndarray(
    Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(1 + 1.7 * i) + offset),
    shape,
  );

describe('standardize', () => {
  for (const [shape, axes] of [
    [[6, 3], [0]],
    [
      [2, 3, 4],
      [0, 2],
    ],
    [[5, 4], [1]],
  ] as const) {
    test(`gradients of mean and variance too: ${shape.join(' x ')} over ${axes.join(', ')}`, () => {
      const all = (x: Tensor, epsilon: Tensor, w: Tensor) => {
        const { value, mean, variance } = standardize(x, axes, epsilon);
        return add(mul(value, w), add(mul(variance, mul(variance, 0.5)), mul(mean as Tensor, value)));
      };
      const result = checkGradients(all, [values(shape), ndarray(0.3, [], { dtype: 'float64' }), values(shape, 0.5)], { order: 2 });
      expect(result.ok, JSON.stringify(result)).toBe(true);
    });
  }
  test('without centering: gradients of the mean square', () => {
    const all = (x: Tensor, epsilon: Tensor) => {
      const { value, mean, variance } = standardize(x, -1, epsilon, { center: false });
      expect(mean).toBeUndefined();
      return add(value, mul(variance, variance));
    };
    const result = checkGradients(all, [values([3, 5]), ndarray(0.3, [], { dtype: 'float64' })], { order: 2 });
    expect(result.ok, JSON.stringify(result)).toBe(true);
  });
  test('axes are checked', () => {
    expect(() => compile((x: Tensor) => standardize(x, 2, 0.1).value, [[2, 3]])).toThrow('standardize: expected an axis in [-2, 2), got 2');
  });
  test('equal values give 0', () => {
    const run = compile((x: Tensor) => [standardize(x, 0, 1e-5).value, sum(standardize(x, 0, 1e-5).variance)], [[4, 2]]);
    const [value, variance] = run.runSync(ndarray(new Float32Array(8).fill(3), [4, 2])) as unknown as { data: Float32Array }[];
    expect([...value.data].every((v) => v === 0)).toBe(true);
    expect(variance.data[0]).toBe(0);
  });
});
