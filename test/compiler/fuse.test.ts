import { describe, expect, test } from 'vitest';
import { prepare } from '../../lib/compiler/prepare.ts';
import * as ops from '../../lib/ops/index.ts';
import type { Tensor } from '../../lib/tensor/tensor.ts';
import { trace } from '../support/trace.ts';

/** The ops of each instruction that does work, in order. */
const instructions = (fn: (...args: Tensor[]) => readonly Tensor[], shapes: readonly (readonly number[])[]) =>
  prepare(trace(fn, shapes)).fusion.clusters.map((c) => c.nodes.map((n) => n.op).join('+'));
const square = [
  [8, 8],
  [8, 8],
];

describe('a reduction takes what only it reads', () => {
  test('the square of a product that is stored, instead of a second array beside the product', () => {
    const found = instructions((a, b) => {
      const g = ops.matmul(a, b);
      return [g, ops.sum(ops.square(g))];
    }, square);
    expect(found).toEqual(['matmul', 'square+sum']);
  });
  test('the square of a new weight that is stored', () => {
    const found = instructions((a, b) => {
      const w = ops.sub(a, ops.matmul(a, b));
      return [w, ops.sum(ops.square(w), 0)];
    }, square);
    expect(found).toEqual(['matmul+sub', 'square+sum']);
  });
  test('but not what would have to be stored for it', () => {
    const found = instructions((a, b) => {
      const hidden = ops.tanh(ops.matmul(a, b));
      return [ops.sum(ops.square(hidden)), ops.exp(ops.mul(hidden, 2))];
    }, square);
    expect(found).toEqual(['matmul+tanh+square+mul+exp', 'sum']);
  });
});

describe('two results made from the same array', () => {
  test('take one pass over it, as the epilogue of the product that made it', () => {
    const found = instructions(
      (a, b, w, mean) => {
        const g = ops.matmul(a, b);
        return [ops.sub(w, ops.sign(ops.add(mean, g))), ops.add(ops.mul(mean, 0.9), g)];
      },
      [...square, ...square],
    );
    expect(found).toEqual(['matmul+add+sign+sub+mul+add']);
  });
  test('but not where one waits for something made from the other', () => {
    const found = instructions((a, b) => {
      const first = ops.exp(a);
      return [first, ops.mul(a, ops.matmul(first, b))];
    }, square);
    expect(found).toEqual(['exp', 'matmul+mul']);
  });
});
