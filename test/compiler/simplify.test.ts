import { describe, expect, test } from 'vitest';
import { simplify } from '../../lib/compiler/simplify.ts';
import * as ops from '../../lib/ops/index.ts';
import type { Tensor } from '../../lib/tensor/tensor.ts';
import { opsOf, reference, type ShapeOrSpec, trace } from '../support/trace.ts';

const cases: { name: string; fn: (...args: Tensor[]) => Tensor | Tensor[]; shapes: ShapeOrSpec[]; left: string[] }[] = [
  { name: 'x + 0, x * 1, x / 1, x - 0', fn: (x) => ops.div(ops.mul(ops.sub(ops.add(x, 0), 0), 1), 1), shapes: [[3]], left: [] },
  { name: 'a broadcasting identity stays', fn: (x) => ops.add(x, ops.constant(0)), shapes: [[3]], left: [] },
  { name: 'x * x', fn: (x) => ops.mul(x, x), shapes: [[3]], left: ['square'] },
  { name: 'x ^ 2', fn: (x) => ops.pow(x, 2), shapes: [[3]], left: ['square'] },
  { name: '-(-x)', fn: (x) => ops.neg(ops.neg(x)), shapes: [[3]], left: [] },
  { name: 'stopGradient', fn: (x) => ops.stopGradient(x), shapes: [[3]], left: [] },
  { name: 'reshape of reshape', fn: (x) => ops.reshape(ops.reshape(x, [6]), [3, 2]), shapes: [[2, 3]], left: ['reshape'] },
  { name: 'transpose of transpose', fn: (x) => ops.transpose(ops.transpose(x)), shapes: [[2, 3]], left: [] },
  {
    name: 'transposes into matmul flags',
    fn: (x, y) => ops.matmul(ops.transpose(x), ops.transpose(y)),
    shapes: [
      [3, 2],
      [4, 3],
    ],
    left: ['matmul'],
  },
  { name: 'equal nodes once', fn: (x) => ops.add(ops.exp(x), ops.exp(x)), shapes: [[3]], left: ['exp', 'add'] },
  { name: 'constants folded', fn: (x) => ops.mul(x, ops.add(ops.constant(2), ops.mul(ops.constant(3), 4))), shapes: [[3]], left: ['mul'] },
  { name: 'dead code', fn: (x) => [ops.exp(x), ops.sin(x)][1], shapes: [[3]], left: ['sin'] },
  { name: 'sum over blocks of axes', fn: (x) => ops.sum(x, [0, 2]), shapes: [[2, 3, 4]], left: ['sum', 'sum', 'reshape'] },
  { name: 'sum over three blocks', fn: (x) => ops.sum(x, [0, 2, 4]), shapes: [[2, 3, 2, 3, 2]], left: ['sum', 'sum', 'sum', 'reshape'] },
  {
    name: 'factors that do not change leave a sum, which is then taken once',
    fn: (x, row) => [ops.sum(ops.mul(x, row), 0), ops.sum(x, 0, { keepDims: true })],
    shapes: [[3, 4], [4]],
    left: ['sum', 'mul', 'reshape'],
  },
  {
    name: 'products under sums are equal in any order',
    fn: (x, y, row) => ops.add(ops.sum(ops.mul(ops.mul(y, row), x), 0), ops.sum(ops.mul(x, y), 0)),
    shapes: [[3, 4], [3, 4], [4]],
    left: ['mul', 'sum', 'mul', 'reshape', 'reshape', 'add'],
  },
  {
    name: 'a factor that changes along the sum stays in it',
    fn: (x, row) => ops.sum(ops.mul(x, row), 1),
    shapes: [[3, 4], [4]],
    left: ['mul', 'sum'],
  },
  {
    name: 'nothing leaves a sum over one value',
    fn: (x, y) => ops.sum(ops.mul(x, y), 0),
    shapes: [
      [1, 4],
      [1, 4],
    ],
    left: ['mul', 'sum'],
  },
  {
    name: 'a sum of factors that all are smaller than it is left as it is',
    fn: (x, y) => ops.sum(ops.mul(x, y), 0),
    shapes: [
      [3, 1],
      [1, 4],
    ],
    left: ['mul', 'sum'],
  },
  {
    name: 'matmul with a partly shared batch',
    fn: (x, y) => ops.matmul(x, y),
    shapes: [
      [2, 1, 3, 2],
      [3, 2, 4],
    ],
    left: ['broadcastTo', 'broadcastTo', 'matmul'],
  },
];

describe('simplify', () => {
  for (const { name, fn, shapes, left } of cases) {
    test(name, () => {
      const before = trace(fn, shapes);
      const after = simplify(before);
      expect(opsOf(after)).toEqual(left);
      const [a, b] = [reference(before), reference(after)];
      a.forEach((v, k) => v.forEach((x, i) => expect(b[k][i]).toBeCloseTo(x, 12)));
    });
  }
  test('two draws are never merged', () => {
    const c = simplify(
      trace((x) => ops.add(x, ops.add(ops.randomUniform([3], { stream: 1 }), ops.randomUniform([3], { stream: 1 }))), [[3]]),
    );
    expect(opsOf(c).filter((op) => op === 'randomUniform')).toHaveLength(2);
  });
  test('quotients of constants are kept, so that a row count stays a number of its own', () => {
    expect(opsOf(simplify(trace((x) => ops.mean(x), [[4]])))).toEqual(['sum', 'div']);
  });
});
