import { describe, expect, test } from 'vitest';
import { compileComputation } from '../../lib/compiler/compile.ts';
import type { Computation } from '../../lib/compiler/computation.ts';
import { prepare } from '../../lib/compiler/prepare.ts';
import * as ops from '../../lib/ops/index.ts';
import { backend } from '../../lib/runtime/backend.ts';
import { Graph, type Tensor, tracing } from '../../lib/tensor/tensor.ts';

/** Three state entries of four floats, a batch of four, a guard. */
function program(update: (s: readonly Tensor[], x: Tensor) => { next: readonly (Tensor | undefined)[]; guard?: Tensor }): Computation {
  const graph = new Graph();
  const spec = { shape: [4], dtype: 'float32' } as const;
  const x = graph.input('x', spec, 'batch');
  const state = [0, 1, 2].map((i) => graph.input(`s${i}`, spec, 'state'));
  const { next, guard } = tracing(graph, () => update(state, x));
  return {
    graph,
    ports: [{ tensor: x, perRow: false }],
    scalars: [],
    state: state.map((input, i) => ({ offset: 64 * i, input, next: next[i] })),
    stateBytes: 192,
    outputs: [],
    guards: guard ? [guard] : [],
    rows: 1,
  };
}

function step(
  c: Computation,
  batch: readonly number[],
  start = [
    [1, 2, 3, 4],
    [10, 20, 30, 40],
    [5, 5, 5, 5],
  ],
) {
  const b = backend();
  const slab = b.createSlab(192);
  start.forEach((v, i) => b.write(slab, 64 * i, Float32Array.from(v)));
  const row = {
    state: slab,
    snapshot: null,
    seed: [0, 0],
    sample: 0,
    step: 0,
    scalars: new Float64Array(1),
    scalarSteps: 1,
    indices: null,
    begin: 0,
    end: 1,
    batch: 1,
    outputs: [],
  } as const;
  const result = b
    .load(compileComputation(c))
    .runSync({ threads: 1, columns: [Float32Array.from(batch)], models: [row], progressMilliseconds: 0, watch: { offset: 0, bytes: 0 } });
  const read = [0, 1, 2].map((i) => {
    const data = new Float32Array(4);
    b.read(slab, 64 * i, data);
    return [...data];
  });
  return { status: result.models[0].status, state: read };
}

describe('state', () => {
  test('is written in place where its old value is read by the same instruction alone', () => {
    const c = program(([a], x) => ({ next: [ops.sub(a, x)] }));
    expect(prepare(c).schedule.commits).toHaveLength(0);
    expect(step(c, [1, 1, 1, 1]).state[0]).toEqual([0, 1, 2, 3]);
  });
  test('swaps', () =>
    expect(
      step(
        program(([a, b]) => ({ next: [b, a] })),
        [0, 0, 0, 0],
      ).state.slice(0, 2),
    ).toEqual([
      [10, 20, 30, 40],
      [1, 2, 3, 4],
    ]));
  test('rotates', () =>
    expect(
      step(
        program(([a, b, c]) => ({ next: [b, c, a] })),
        [0, 0, 0, 0],
      ).state,
    ).toEqual([
      [10, 20, 30, 40],
      [5, 5, 5, 5],
      [1, 2, 3, 4],
    ]));
  test('takes the batch, or a constant', () => {
    const c = program(([, b], x) => ({ next: [x, ops.mul(b, 0.5), ops.broadcastTo(ops.constant(7), [4])] }));
    expect(step(c, [9, 8, 7, 6]).state).toEqual([
      [9, 8, 7, 6],
      [5, 10, 15, 20],
      [7, 7, 7, 7],
    ]);
  });
  test('one value for two entries', () => {
    const c = program(([a], x) => {
      const t = ops.add(a, x);
      return { next: [t, t] };
    });
    expect(step(c, [1, 1, 1, 1]).state.slice(0, 2)).toEqual([
      [2, 3, 4, 5],
      [2, 3, 4, 5],
    ]);
  });
  test('is read in its old value by every other reader', () => {
    const c = program(([a, b, d], x) => {
      const next = ops.mul(a, 2);
      return { next: [next, ops.add(b, ops.softmax(a)), ops.add(d, ops.mul(next, x))] };
    });
    const { state } = step(c, [1, 1, 1, 1]);
    expect(state[0]).toEqual([2, 4, 6, 8]);
    const e = [1, 2, 3, 4].map((v) => Math.exp(v - 4));
    const total = e.reduce((p, q) => p + q);
    state[1].forEach((v, i) => expect(v).toBeCloseTo(10 * (i + 1) + e[i] / total, 5));
    expect(state[2]).toEqual([7, 9, 11, 13]);
  });
  test('reversed reads of the old value do not meet the new one', () => {
    const c = program(([a]) => ({ next: [ops.add(ops.reshape(ops.transpose(ops.reshape(a, [2, 2])), [4]), ops.mul(a, 10))] }));
    expect(step(c, [0, 0, 0, 0]).state[0]).toEqual([11, 23, 32, 44]);
  });
});

describe('guards', () => {
  const guarded = program(([a, b], x) => ({ next: [ops.add(a, x), ops.mul(b, 2)], guard: ops.sum(ops.log(x)) }));
  test('come before every write', () => {
    const p = prepare(guarded);
    const at = p.schedule.order.findIndex((k) => p.instructions[k].kind === 'guard');
    const firstWrite = p.schedule.order.findIndex((k) => {
      const i = p.instructions[k];
      return i.kind === 'elementwise' && i.program.outputs.some((o) => o.view && p.schedule.inPlace.has(o.view.base));
    });
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at).toBeLessThan(firstWrite);
  });
  test('a finite value lets the step through', () =>
    expect(step(guarded, [1, 1, 1, 1])).toEqual({
      status: 'done',
      state: [
        [2, 3, 4, 5],
        [20, 40, 60, 80],
        [5, 5, 5, 5],
      ],
    }));
  test('a value that is not finite leaves the state as it was', () => {
    expect(step(guarded, [1, 0, 1, 1])).toEqual({
      status: 'guard',
      state: [
        [1, 2, 3, 4],
        [10, 20, 30, 40],
        [5, 5, 5, 5],
      ],
    });
  });
  test('hold even where the new state is part of the loss', () => {
    const c = program(([a], x) => {
      const next = ops.add(a, x);
      return { next: [next], guard: ops.sum(ops.log(next)) };
    });
    expect(step(c, [-1, 0, 0, 0])).toEqual({
      status: 'guard',
      state: [
        [1, 2, 3, 4],
        [10, 20, 30, 40],
        [5, 5, 5, 5],
      ],
    });
    expect(step(c, [1, 0, 0, 0]).state[0]).toEqual([2, 2, 3, 4]);
  });
});
