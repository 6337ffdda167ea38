import { describe, expect, test } from 'vitest';
import { addRowPatches, compileComputation } from '../../lib/compiler/compile.ts';
import type { Computation } from '../../lib/compiler/computation.ts';
import { grad } from '../../lib/autodiff/transform.ts';
import * as ops from '../../lib/ops/index.ts';
import { backend } from '../../lib/runtime/backend.ts';
import { Graph, type Tensor, tracing } from '../../lib/tensor/tensor.ts';
import { reference } from '../support/trace.ts';

const w = Float32Array.from({ length: 15 }, (_, i) => Math.sin(i + 1));
const network = (x: Tensor, weight: Tensor): Tensor[] => {
  const loss = (v: Tensor) => {
    const h = ops.tanh(ops.matmul(x, v));
    const centered = ops.sub(h, ops.mean(h, 0, { keepDims: true }));
    return ops.mean(ops.logSoftmax(ops.concat([centered, ops.mul(h, 2)], 1)));
  };
  return [ops.softmax(ops.matmul(x, weight)), loss(weight), grad(loss)(weight), ops.transpose(x)];
};
const traceRows =
  (fn: (x: Tensor, w: Tensor) => Tensor[], perRow: readonly boolean[]) =>
  (rows: number): Computation => {
    const graph = new Graph();
    const x = graph.input('x', { shape: [rows, 5], dtype: 'float32' }, 'batch');
    const weight = graph.input('w', { shape: [5, 3], dtype: 'float32' });
    const outputs = tracing(graph, () => fn(x, weight));
    return {
      graph,
      ports: [
        { tensor: x, perRow: true },
        { tensor: weight, perRow: false },
      ],
      scalars: [],
      state: [],
      stateBytes: 0,
      outputs: outputs.map((tensor, i) => ({ tensor, perRow: perRow[i] })),
      guards: [],
      rows,
    };
  };

describe('row patches', () => {
  for (const capacity of [2, 3, 10, 32]) {
    test(`a plan for ${capacity} rows runs with every smaller count`, () => {
      const trace = traceRows((x, v) => network(x, v).slice(0, 3), [true, false, false]);
      const plan = addRowPatches(compileComputation(trace(capacity)), trace);
      expect(plan).toBeDefined();
      const executable = backend().load(plan as never, trace);
      for (let rows = 1; rows <= capacity; rows++) {
        const x = Float32Array.from({ length: rows * 5 }, (_, i) => Math.cos(i * 1.3));
        const outputs = [new Float32Array(rows * 3), new Float32Array(1), new Float32Array(15)];
        const row = {
          state: null,
          snapshot: null,
          seed: [0, 0],
          sample: 0,
          step: 0,
          scalars: new Float64Array(0),
          scalarSteps: 1,
          indices: null,
          begin: 0,
          end: rows,
          batch: capacity,
          outputs,
        } as const;
        executable.runSync({ threads: 1, columns: [x, w], models: [row], progressMilliseconds: 0, watch: { offset: 0, bytes: 0 } });
        const expected = reference(trace(rows), [Float64Array.from(x), Float64Array.from(w)]);
        expected.forEach((e, k) => e.forEach((v, i) => expect(outputs[k][i], `rows ${rows} output ${k}[${i}]`).toBeCloseTo(v, 5)));
      }
    });
  }
  test('a product of the batch with itself is refused', () => {
    const trace = traceRows((x) => [ops.softmax(ops.matmul(x, x, { transposeB: true }))], [false]);
    const plan = compileComputation(trace(8));
    // [rows, rows] has rows² elements: no line through the row counts.
    expect(
      addRowPatches(
        plan,
        traceRows((x) => [ops.reshape(ops.matmul(x, x, { transposeB: true }), [-1])], [false]),
      ),
    ).toBeUndefined();
  });
});
