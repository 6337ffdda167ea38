/** Seeded random functions over the ops, for property tests of the compiler and of gradients. */
import * as ops from '../../lib/ops/index.ts';
import { randomStream } from '../../lib/random.ts';
import { NDArray } from '../../lib/tensor/ndarray.ts';
import { sizeOf } from '../../lib/tensor/shape.ts';
import type { Tensor } from '../../lib/tensor/tensor.ts';

export interface RandomFunction {
  readonly shapes: readonly (readonly number[])[];
  readonly inputs: readonly NDArray[];
  /** Smooth and bounded, so that rounding and finite differences stay small. Returns several tensors. */
  readonly fn: (...args: Tensor[]) => Tensor[];
}

export function randomFunction(seed: number, steps: number): RandomFunction {
  const random = randomStream(seed, 'graph');
  const pick = (n: number) => Math.min(n - 1, Math.floor(random.uniform() * n));
  const sizes = [1, 2, 3, 5, 8];
  const size = () => sizes[pick(sizes.length)];
  const [r, c] = [size(), size()];
  const shapes = [[r, c], [c], [r, 1], [c, size()], []];
  const inputs = shapes.map(
    (shape) =>
      new NDArray(
        Float32Array.from({ length: sizeOf(shape) }, () => 2 * random.uniform() - 1),
        shape,
      ),
  );
  // Choices are drawn once: the function must be the same each time it is traced.
  const choices = Array.from({ length: steps }, () => [random.uniform(), random.uniform(), random.uniform()]);
  const fn = (...args: Tensor[]): Tensor[] => {
    const pool = [...args];
    const at = (u: number) => pool[Math.min(pool.length - 1, Math.floor(u * pool.length))];
    for (const [kind, u, v] of choices) {
      const [a, b] = [at(u), at(v)];
      const fits = (x: Tensor, y: Tensor) => {
        const rank = Math.max(x.rank, y.rank);
        return Array.from({ length: rank }, (_, i) => [x.shape[x.rank - 1 - i] ?? 1, y.shape[y.rank - 1 - i] ?? 1]).every(
          ([p, q]) => p === q || p === 1 || q === 1,
        );
      };
      if (kind < 0.1) pool.push(ops.tanh(a));
      else if (kind < 0.18) pool.push(ops.sigmoid(a));
      else if (kind < 0.24) pool.push(ops.sin(a));
      else if (kind < 0.52 && fits(a, b)) pool.push(kind < 0.32 ? ops.add(a, b) : kind < 0.4 ? ops.sub(a, b) : ops.tanh(ops.mul(a, b)));
      else if (kind < 0.62 && a.rank === 2 && b.rank === 2) {
        if (a.shape[1] === b.shape[0]) pool.push(ops.tanh(ops.matmul(a, b)));
        else if (a.shape[0] === b.shape[0]) pool.push(ops.tanh(ops.matmul(a, b, { transposeA: true })));
        else if (a.shape[1] === b.shape[1]) pool.push(ops.sin(ops.matmul(a, ops.transpose(b))));
      } else if (kind < 0.7 && a.rank > 0) pool.push(ops.mean(a, Math.floor(v * a.rank), { keepDims: kind < 0.66 }));
      else if (kind < 0.75 && a.rank === 2) pool.push(ops.transpose(a));
      else if (kind < 0.8 && a.rank > 0 && a.shape[0] > 1)
        pool.push(ops.slice(a, [1, ...a.shape.slice(1).map(() => 0)], [a.shape[0] - 1, ...a.shape.slice(1)]));
      else if (kind < 0.84 && a.rank > 0) pool.push(ops.concat([a, ops.neg(a)], 0));
      else if (kind < 0.88) pool.push(ops.reshape(a, [sizeOf(a.shape)]));
      else if (kind < 0.91 && a.rank > 0) pool.push(ops.softmax(a));
      else if (kind < 0.94 && a.rank > 0)
        pool.push(
          ops.pad(
            a,
            a.shape.map((_, i) => [i, 1] as const),
          ),
        );
      else pool.push(ops.broadcastTo(a, [2, ...a.shape]));
    }
    return pool.slice(-4);
  };
  return { shapes, inputs, fn };
}
