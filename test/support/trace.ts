/** Small computations for tests of the compiler. */
import type { Computation } from '../../lib/compiler/computation.ts';
import { evaluate } from '../../lib/ops/evaluate.ts';
import type { DType } from '../../lib/tensor/dtype.ts';
import { Graph, type Tensor, tracing } from '../../lib/tensor/tensor.ts';

export type ShapeOrSpec = readonly number[] | { shape: readonly number[]; dtype: DType };

/** fn over float32 inputs of the given shapes, as a computation with its results as outputs. */
export function trace(fn: (...args: Tensor[]) => Tensor | readonly Tensor[], shapes: readonly ShapeOrSpec[]): Computation {
  const graph = new Graph();
  const inputs = shapes.map((s, i) => graph.input(`x${i}`, 'dtype' in s ? s : { shape: s, dtype: 'float32' }));
  const result = tracing(graph, () => fn(...inputs));
  const outputs = Array.isArray(result) ? (result as Tensor[]) : [result as Tensor];
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

/** Fixed, unremarkable values for the inputs of a computation. */
export const values = (c: Computation): Float64Array[] =>
  c.ports.map((p, k) =>
    Float64Array.from({ length: p.tensor.shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.fround(Math.sin(1 + i * 1.7 + k * 0.61))),
  );

/** The outputs on the reference, in float64. */
export function reference(c: Computation, given = values(c)): Float64Array[] {
  const feeds = new Map(c.ports.map((p, i) => [p.tensor, { shape: p.tensor.shape, data: given[i] }]));
  return evaluate(
    c.outputs.map((o) => o.tensor),
    feeds,
  ).map((v) => v.data);
}

export const opsOf = (c: Computation): string[] => c.graph.nodes.map((n) => n.op).filter((op) => op !== 'input' && op !== 'constant');
