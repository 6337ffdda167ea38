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
