/** Every op's tests, from its declaration: gradients of first and second order, shape errors, and the compiled plan against the reference. */
import { describe, expect, test } from 'vitest';
import { checkGradients } from '../../lib/autodiff/check-gradients.ts';
import { compile } from '../../lib/runtime/function.ts';
import '../../lib/ops/index.ts';
import { allOps, apply, type OpDefinition, type Sample } from '../../lib/ops/define.ts';
import { evaluate } from '../../lib/ops/evaluate.ts';
import { isFloat } from '../../lib/tensor/dtype.ts';
import { NDArray } from '../../lib/tensor/ndarray.ts';
import { Graph, type Tensor, tracing } from '../../lib/tensor/tensor.ts';
import { sampleArray } from '../support/samples.ts';

const label = (s: Sample) => `${s.inputs.map((i) => `[${i.shape.join(',')}]`).join(' ')} ${JSON.stringify(s.attrs ?? {})}`;
const arrays = (s: Sample) => s.inputs.map((i, k) => sampleArray(i, k + 1));
const applyTo =
  (op: OpDefinition, s: Sample) =>
  (...args: Tensor[]) => [...apply(op, args, s.attrs ?? {})];

/** The sample's result in float64 on the reference, inputs first rounded to `dtype`. */
function expected(op: OpDefinition, s: Sample, dtype: 'float32' | 'float64'): Float64Array[] {
  const graph = new Graph();
  const values = arrays(s);
  const inputs = values.map((a, i) => graph.input(`x${i}`, { shape: a.shape, dtype: isFloat(a.dtype) ? dtype : a.dtype }));
  const outputs = tracing(graph, () => applyTo(op, s)(...inputs));
  return evaluate(outputs, new Map(inputs.map((t, i) => [t, { shape: t.shape, data: Float64Array.from(values[i].data) }]))).map(
    (v) => v.data,
  );
}

for (const op of allOps()) {
  if (op.lower.kind === 'leaf' || op.lower.kind === 'scan') continue; // no sample can stand for a leaf; scan has its own tests
  describe(op.name, () => {
    test('has samples', () => expect(op.samples.length).toBeGreaterThan(0));
    for (const s of op.samples) {
      const { order = 2 } = s;
      if (order !== 0) {
        test(`gradients of order 1 and 2 ${label(s)}`, () => {
          const result = checkGradients((...args) => applyTo(op, s)(...args)[0], arrays(s), { order });
          expect(result.ok, JSON.stringify(result)).toBe(true);
        });
      }
      for (const dtype of ['float32', 'float64'] as const) {
        if (op.name === 'cast' && dtype === 'float64') continue; // the target dtype is the sample's own
        test(`plan equals reference in ${dtype} ${label(s)}`, () => {
          const values = arrays(s);
          const specs = values.map((a) => ({ shape: a.shape, dtype: isFloat(a.dtype) ? dtype : a.dtype }));
          const given = values.map((a) => (isFloat(a.dtype) && dtype === 'float64' ? new NDArray(Float64Array.from(a.data), a.shape) : a));
          const results = compile((...args: Tensor[]) => applyTo(op, s)(...args), specs).runSync(...given) as unknown as NDArray[];
          const eps = results.every((r) => r.dtype === 'float64') ? 2 ** -52 : 2 ** -23;
          const terms = Math.max(8, ...s.inputs.flatMap((i) => i.shape));
          expected(op, s, dtype).forEach((reference, k) => {
            reference.forEach((v, i) => {
              const scale = Math.max(1, Math.abs(v));
              expect(Math.abs(results[k].data[i] - v), `element ${i}: ${results[k].data[i]} for ${v}`).toBeLessThanOrEqual(
                4 * terms * eps * scale,
              );
            });
          });
        });
      }
    }
    for (const s of op.invalid ?? []) {
      test(`refuses ${label(s)}`, () => {
        const graph = new Graph();
        const inputs = s.inputs.map((i, k) => graph.input(`x${k}`, { shape: i.shape, dtype: i.dtype ?? 'float32' }));
        expect(() => tracing(graph, () => applyTo(op, s)(...inputs))).toThrow(new RegExp(`^${op.name}: `));
      });
    }
  });
}
