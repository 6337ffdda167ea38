/** Small graphs on the reference interpreter, in float64. */
import { gradients } from '../../lib/autodiff/transform.ts';
import type { Layer, ParameterOptions } from '../../lib/layers/define.ts';
import { forward } from '../../lib/models/network.ts';
import { evaluate } from '../../lib/ops/evaluate.ts';
import { sum } from '../../lib/ops/reduce.ts';
import { randomStream } from '../../lib/random.ts';
import type { DType } from '../../lib/tensor/dtype.ts';
import { type NestedNumbers, NDArray, ndarray } from '../../lib/tensor/ndarray.ts';
import { Graph, type Tensor, tracing } from '../../lib/tensor/tensor.ts';

export type Input = NestedNumbers | { readonly data: NestedNumbers; readonly dtype: DType };

const toArray = (value: Input, dtype: DType = 'float64'): NDArray =>
  typeof value === 'object' && 'dtype' in value ? ndarray(value.data, undefined, { dtype: value.dtype }) : ndarray(value, undefined, { dtype });

/** The nested values of a computed Tensor. */
const nested = (shape: readonly number[], data: Float64Array): NestedNumbers => new NDArray(data, shape).toArray();

/** Traces fn on the inputs and gives the values of the Tensors that it returns, by name. */
export function traced<K extends string>(inputs: readonly Input[], fn: (...args: Tensor[]) => Record<K, Tensor>): Record<K, NestedNumbers> {
  const graph = new Graph();
  const arrays = inputs.map((v) => toArray(v));
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
export const value = (inputs: readonly Input[], fn: (...args: Tensor[]) => Tensor): NestedNumbers => traced(inputs, (...args) => ({ it: fn(...args) })).it;

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
  const tensors = inputs.map((v) => toArray(v)).map((a, i) => {
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

export interface LayerRun {
  readonly output: NestedNumbers;
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly parameters: Readonly<Record<string, ParameterOptions & { readonly shape: readonly number[]; readonly values: Float64Array }>>;
  readonly scalars: Readonly<Record<string, number>>;
  /** Sum of what the layer added to the loss. */
  readonly penalty: number;
}

/** Runs one layer as a model would, in float32 Tensors, with the values its initializers give, or with `weights` in their place. */
export function runLayer(
  layer: Layer,
  x: Input,
  options: { readonly training?: boolean; readonly weights?: Readonly<Record<string, readonly number[]>> } = {},
): LayerRun {
  const graph = new Graph();
  const array = toArray(x, 'float32');
  const input = graph.input('x', { shape: array.shape, dtype: array.dtype });
  const feeds = new Map<Tensor, { shape: readonly number[]; data: Float64Array }>([[input, { shape: array.shape, data: Float64Array.from(array.data) }]]);
  const parameters: Record<string, LayerRun['parameters'][string]> = {};
  const scalars: Record<string, number> = {};
  const penalties: Tensor[] = [];
  const network = { input: { name: 'x', shape: array.shape.slice(1), dtype: array.dtype }, layers: [{ name: 'it', layer }] };
  const { output } = tracing(graph, () =>
    forward(network, graph, input, {
      training: options.training ?? false,
      parameter: ({ name, shape, ...rest }) => {
        const own = name.replace('it/', '');
        const values = Float64Array.from(options.weights?.[own] ?? rest.initializer.sample(shape, randomStream(5, name)));
        const t = graph.input(name, { shape, dtype: 'float32' }, 'state');
        feeds.set(t, { shape, data: values });
        parameters[own] = { ...rest, shape, values };
        return t;
      },
      scalar: (name, v) => {
        scalars[name.replace('it/', '')] = v;
        const t = graph.input(name, { shape: [], dtype: 'float32' }, 'scalar');
        feeds.set(t, { shape: [], data: Float64Array.of(v) });
        return t;
      },
      penalty: (_, v) => penalties.push(v),
      update: () => undefined,
    }),
  );
  const [found, ...costs] = evaluate([output, ...penalties], feeds, { random: { seed: [3, 4], step: [0, 0] } });
  return {
    output: nested(found.shape, found.data),
    shape: found.shape,
    dtype: output.dtype,
    parameters,
    scalars,
    penalty: costs.reduce((a, c) => a + c.data[0], 0),
  };
}
