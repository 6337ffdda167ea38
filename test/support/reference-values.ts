/** Small graphs on the reference interpreter, in float64. */
import { gradients } from '../../lib/autodiff/transform.ts';
import { evaluate } from '../../lib/ops/evaluate.ts';
import '../../lib/ops/index.ts';
import { sum } from '../../lib/ops/reduce.ts';
import type { DType } from '../../lib/tensor/dtype.ts';
import { NDArray, type NestedNumbers, ndarray } from '../../lib/tensor/ndarray.ts';
import { Graph, type Tensor, tracing } from '../../lib/tensor/tensor.ts';

export type Input = NestedNumbers | { readonly data: NestedNumbers; readonly dtype: DType };

const toArray = (value: Input): NDArray =>
  typeof value === 'object' && 'dtype' in value
    ? ndarray(value.data, undefined, { dtype: value.dtype })
    : ndarray(value, undefined, { dtype: 'float64' });

/** The nested values of a computed Tensor. */
const nested = (shape: readonly number[], data: Float64Array): NestedNumbers => new NDArray(data, shape).toArray();

/** Traces fn on the inputs and gives the values of the Tensors that it returns, by name. */
export function traced<K extends string>(inputs: readonly Input[], fn: (...args: Tensor[]) => Record<K, Tensor>): Record<K, NestedNumbers> {
  const graph = new Graph();
  const arrays = inputs.map(toArray);
  const tensors = arrays.map((a, i) => graph.input(`x${i}`, { shape: a.shape, dtype: a.dtype }));
  const outputs = tracing(graph, () => fn(...tensors));
  const names = Object.keys(outputs) as K[];
  const values = evaluate(
    names.map((n) => outputs[n]),
    new Map(tensors.map((t, i) => [t, { shape: t.shape, data: Float64Array.from(arrays[i].data) }])),
  );
  return Object.fromEntries(names.map((n, i) => [n, nested(values[i].shape, values[i].data)])) as Record<K, NestedNumbers>;
}

/** The value of one Tensor. */
export const value = (inputs: readonly Input[], fn: (...args: Tensor[]) => Tensor): NestedNumbers =>
  traced(inputs, (...args) => ({ it: fn(...args) })).it;

/** Derivatives of the sum of fn's result by its first argument. */
export const slope = (inputs: readonly Input[], fn: (...args: Tensor[]) => Tensor): NestedNumbers =>
  value(inputs, (...args) => {
    const y = fn(...args);
    return gradients('test', y.rank === 0 ? y : sum(y), [args[0]])[0];
  });

/** Like {@link value}, for a function that asks for plan scalars; also gives the scalars that it asked for. */
export function withScalars(
  inputs: readonly Input[],
  fn: (scalar: (name: string, value: number) => Tensor, ...args: Tensor[]) => Tensor,
): { result: NestedNumbers; scalars: Record<string, number> } {
  const graph = new Graph();
  const feeds = new Map<Tensor, { shape: readonly number[]; data: Float64Array }>();
  const tensors = inputs.map(toArray).map((a, i) => {
    const t = graph.input(`x${i}`, { shape: a.shape, dtype: a.dtype });
    feeds.set(t, { shape: a.shape, data: Float64Array.from(a.data) });
    return t;
  });
  const scalars: Record<string, number> = {};
  const scalar = (name: string, v: number): Tensor => {
    scalars[name] = v;
    const t = graph.input(name, { shape: [], dtype: 'float64' }, 'scalar');
    feeds.set(t, { shape: [], data: Float64Array.of(v) });
    return t;
  };
  const output = tracing(graph, () => fn(scalar, ...tensors));
  const [found] = evaluate([output], feeds);
  return { result: nested(found.shape, found.data), scalars };
}
