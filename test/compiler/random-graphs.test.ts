import { describe, expect, test } from 'vitest';
import { checkGradients } from '../../lib/autodiff/check-gradients.ts';
import { grad } from '../../lib/autodiff/transform.ts';
import { compileComputation } from '../../lib/compiler/compile.ts';
import type { Computation } from '../../lib/compiler/computation.ts';
import { evaluate } from '../../lib/ops/evaluate.ts';
import * as ops from '../../lib/ops/index.ts';
import { backend } from '../../lib/runtime/backend.ts';
import { singleStep } from '../../lib/runtime/function.ts';
import { newTypedArray } from '../../lib/tensor/dtype.ts';
import { sizeOf } from '../../lib/tensor/shape.ts';
import { Graph, type Tensor, tracing } from '../../lib/tensor/tensor.ts';
import { randomFunction } from '../support/random-graph.ts';

/** The function, and the gradient of a sum over its results, as one computation. */
function trace(f: ReturnType<typeof randomFunction>): Computation {
  const graph = new Graph();
  const inputs = f.shapes.map((shape, i) => graph.input(`x${i}`, { shape, dtype: 'float32' }));
  const total = (...args: Tensor[]) =>
    f
      .fn(...args)
      .map((t) => ops.sum(t))
      .reduce((a, b) => ops.add(a, b));
  const outputs = tracing(graph, () => [...f.fn(...inputs), ...grad(total, { wrt: inputs.map((_, i) => i) })(...inputs)]);
  return {
    graph,
    ports: inputs.map((tensor) => ({ tensor, perRow: false })),
    scalars: [],
    state: [],
    stateBytes: 0,
    outputs: outputs.map((tensor) => ({ tensor, perRow: false })),
    guards: [],
    rows: 1,
  };
}

function run(c: Computation, f: ReturnType<typeof randomFunction>, fuse: boolean) {
  const plan = compileComputation(c, { fuse });
  const outputs = plan.outputs.map((o) => newTypedArray(o.dtype, sizeOf(o.shape)));
  backend()
    .load(plan)
    .runSync(
      singleStep(
        f.inputs.map((a) => a.data),
        outputs,
      ),
    );
  return outputs;
}

describe('random graphs', () => {
  for (let seed = 1; seed <= 150; seed++) {
    test(`fused plan = unfused plan = reference, with gradients (seed ${seed})`, () => {
      const f = randomFunction(seed, 24);
      const c = trace(f);
      const expected = evaluate(
        c.outputs.map((o) => o.tensor),
        new Map(c.ports.map((p, i) => [p.tensor, { shape: p.tensor.shape, data: Float64Array.from(f.inputs[i].data) }])),
      );
      for (const fuse of [true, false]) {
        const outputs = run(c, f, fuse);
        expected.forEach((e, k) => {
          e.data.forEach((v, i) => {
            const scale = Math.max(1, Math.abs(v));
            expect(
              Math.abs(outputs[k][i] - v),
              `${fuse ? 'fused' : 'unfused'} output ${k} element ${i}: ${outputs[k][i]} for ${v}`,
            ).toBeLessThanOrEqual(2e-4 * scale);
          });
        });
      }
    });
  }
  for (let seed = 1001; seed <= 1015; seed++) {
    test(`gradients of order 1 and 2 (seed ${seed})`, () => {
      const f = randomFunction(seed, 10);
      const total = (...args: Tensor[]) =>
        f
          .fn(...args)
          .map((t) => ops.mean(t))
          .reduce((a, b) => ops.add(a, b));
      const result = checkGradients(total, f.inputs, { order: 2, tolerance: 1e-4 });
      expect(result.ok, JSON.stringify(result)).toBe(true);
    });
  }
});
