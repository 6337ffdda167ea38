import { describe, expect, test } from 'vitest';
import type { Computation } from '../../lib/compiler/computation.ts';
import { stridesOver } from '../../lib/compiler/elementwise.ts';
import type { Instruction } from '../../lib/compiler/instructions.ts';
import { prepare } from '../../lib/compiler/prepare.ts';
import { sideBySide } from '../../lib/compiler/side-by-side.ts';
import * as ops from '../../lib/ops/index.ts';
import { stridesOf } from '../../lib/tensor/shape.ts';
import { Graph, type Tensor, tracing } from '../../lib/tensor/tensor.ts';

const rows = 8;
const columns = 3;
const graph = new Graph();
const tensor = (name: string, shape: readonly number[]) => graph.input(name, { shape, dtype: 'float32' }, 'batch');
const array = (name: string) => tensor(name, [rows, columns]);
const line = (name: string) => tensor(name, [columns]);

const operand = (base: Tensor, dims: readonly number[]) => {
  const strides = stridesOver({ base, strides: stridesOf(base.shape), offset: 0 }, base.shape, dims);
  return { reg: 0, view: { base, strides: stridesOf(base.shape), offset: 0 }, value: 0, strides };
};
const programOf = (dims: readonly number[], reads: readonly Tensor[], writes: readonly Tensor[] = []) => ({
  compute: 'float32' as const,
  dims,
  registers: 1,
  inputs: reads.map((t) => operand(t, dims)),
  outputs: writes.map((t) => operand(t, dims)),
  steps: [],
});
const about = { label: '', scope: '' };
const sum = (out: Tensor, ...reads: Tensor[]): Extract<Instruction, { kind: 'reduce' }> => ({
  ...about,
  kind: 'reduce',
  program: programOf([rows, columns], reads),
  op: 0,
  reg: 0,
  sizes: [1, rows, columns],
  out,
});
const elementwise = (out: Tensor, ...reads: Tensor[]): Instruction => ({
  ...about,
  kind: 'elementwise',
  program: programOf(out.shape, reads, [out]),
});

/** The order that comes of the given one; each instruction comes after those that make what it reads. */
function ordered(list: readonly Instruction[]): number[] {
  const made = new Map(
    list.flatMap((i, k) =>
      (i.kind === 'reduce' ? [i.out] : i.kind === 'elementwise' ? i.program.outputs.map((o) => o.view?.base) : []).map((t) => [t, k]),
    ),
  );
  const after = list.map(
    (i) => new Set(i.kind === 'reduce' || i.kind === 'elementwise' ? i.program.inputs.flatMap((o) => made.get(o.view?.base) ?? []) : []),
  );
  return sideBySide(
    list.map((_, k) => k),
    list,
    after,
  );
}

describe('sums over the rows', () => {
  const [x, g] = [array('x'), array('g')];
  const [total, mean, shift, spread, gain, last] = ['total', 'mean', 'shift', 'spread', 'gain', 'last'].map(line);

  test('wait for others of the same array', () => {
    const list = [sum(shift, g), sum(total, x), elementwise(mean, total), sum(gain, g, x, mean), elementwise(last, shift, gain)];
    expect(ordered(list)).toEqual([1, 2, 0, 3, 4]);
  });
  test('come before others of the same array', () => {
    const list = [sum(total, x), elementwise(mean, total), sum(spread, x)];
    expect(ordered(list)).toEqual([0, 2, 1]);
  });
  test('stay before what reads them', () => {
    const list = [sum(total, x), elementwise(mean, total), sum(spread, x, mean)];
    expect(ordered(list)).toEqual([0, 1, 2]);
  });
  test('keep no array in memory for longer', () => {
    const y = array('y');
    const list = [elementwise(y, x), sum(shift, y, g), sum(total, x), elementwise(mean, total), sum(gain, g, mean)];
    expect(ordered(list)).toEqual([0, 1, 2, 3, 4]);
  });
  test('leave alone what is no sum over the same rows', () => {
    const all = { ...sum(gain, g), sizes: [1, rows * columns, 1] as const };
    const list = [sum(shift, g), elementwise(last, x), all, elementwise(mean, x)];
    expect(ordered(list)).toEqual([0, 1, 2, 3]);
  });
});

test('the three sums of a batch normalization stand together', () => {
  const traced = new Graph();
  const x = traced.input('x', { shape: [rows, columns], dtype: 'float32' }, 'state');
  const g = traced.input('g', { shape: [rows, columns], dtype: 'float32' }, 'state');
  const next = tracing(traced, () => {
    const centered = ops.sub(x, ops.mean(x, 0));
    return [ops.sum(g, 0), ops.sum(ops.square(centered), 0), ops.sum(ops.mul(g, centered), 0)];
  });
  const c: Computation = {
    graph: traced,
    ports: [],
    scalars: [],
    state: [
      { offset: 0, input: x, next: undefined },
      { offset: 128, input: g, next: undefined },
      ...next.map((t, i) => ({ offset: 256 + 64 * i, input: undefined, next: t })),
    ],
    stateBytes: 448,
    outputs: [],
    guards: [],
    rows,
  };
  const p = prepare(c);
  expect(p.schedule.order.slice(-3).map((k) => p.instructions[k].kind)).toEqual(['reduce', 'reduce', 'reduce']);
});
