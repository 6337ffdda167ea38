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

describe('what is one cheap step from an array in memory is made where it is read', () => {
  const shapes = [[8, 4], [4], [8, 4]];
  test('a centered value: for its variance, and for what follows', () => {
    const found = instructions((x, m) => {
      const centered = ops.sub(x, m);
      return [ops.mul(centered, ops.sum(ops.square(centered), 0))];
    }, shapes);
    expect(found).toEqual(['sub+square+sum', 'sub+mul']);
  });
  test('through two steps, and in a reader that has other work', () => {
    const found = instructions((x, m, g) => {
      const scaled = ops.mul(ops.sub(x, m), m);
      const along = ops.sum(ops.mul(g, scaled), 0);
      return [ops.sub(g, ops.mul(scaled, along))];
    }, shapes);
    // The factor that is the same in every row has left the sum.
    expect(found.sort()).toEqual(['mul', 'sub+mul+mul+sub', 'sub+mul+sum']);
  });
  test('but not a result, which is stored anyway', () => {
    const found = instructions((x, m) => {
      const centered = ops.sub(x, m);
      return [centered, ops.mul(centered, ops.sum(ops.exp(centered), 0))];
    }, shapes);
    expect(found).toEqual(['sub+exp+sum', 'mul']);
  });
  test('not what takes two arrays, nor what costs more than a read', () => {
    const two = instructions((x, _, g) => {
      const product = ops.mul(x, g);
      return [ops.mul(product, ops.sum(ops.exp(product), 0))];
    }, shapes);
    expect(two).toEqual(['mul+exp+sum', 'mul']);
    const dear = instructions((x) => {
      const e = ops.exp(x);
      return [ops.mul(e, ops.sum(ops.square(e), 0))];
    }, shapes);
    expect(dear).toEqual(['exp+square+sum', 'mul']);
  });
  test('the product of two arrays that only one reduction elsewhere reads moves there', () => {
    const found = instructions((x, m, g) => {
      const centered = ops.sub(x, m);
      return [ops.sum(ops.square(centered), 1), ops.sum(ops.mul(centered, g), 1)];
    }, shapes);
    expect(found).toEqual(['sub+square+sum', 'sub+mul+sum']);
  });
  test('not for a product, which reads memory', () => {
    const found = instructions((x, m) => {
      const centered = ops.sub(x, m);
      return [ops.matmul(centered, ops.transpose(centered)), ops.mul(centered, ops.sum(ops.square(centered), 0))];
    }, shapes);
    expect(found.filter((ops_) => ops_.includes('sub'))).toHaveLength(1);
  });
});
