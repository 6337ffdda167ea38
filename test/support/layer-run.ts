/** Runs one layer on the reference interpreter and reports everything that it declared. */
import type { Layer, LayerContext, ParameterOptions } from '../../lib/layers/define.ts';
import { gradients } from '../../lib/autodiff/transform.ts';
import { mul } from '../../lib/ops/binary.ts';
import { evaluate } from '../../lib/ops/evaluate.ts';
import '../../lib/ops/index.ts';
import { randomBernoulli, randomNormal, randomUniform } from '../../lib/ops/random.ts';
import type { RandomState, ReferenceValue } from '../../lib/ops/define.ts';
import { sum } from '../../lib/ops/reduce.ts';
import { hashPath, randomStream } from '../../lib/random.ts';
import { type NDArray, ndarray } from '../../lib/tensor/ndarray.ts';
import type { Shape } from '../../lib/tensor/shape.ts';
import { Graph, type Tensor, tracing } from '../../lib/tensor/tensor.ts';

export interface RunOptions {
  readonly training?: boolean;
  /** Values of weights, row-major, by name; the layer's own initializers fill in the rest. */
  readonly weights?: Readonly<Record<string, readonly number[]>>;
  /** Values of scalars by name; the layer's own where absent. */
  readonly scalars?: Readonly<Record<string, number>>;
  readonly random?: RandomState;
  /** Gradient of the output, row-major: gradients of x and of the weights are reported for it. */
  readonly upstream?: readonly number[];
}
export interface LayerRun {
  readonly shape: Shape;
  readonly dtype: string;
  readonly values: number[];
  readonly parameters: Readonly<Record<string, ParameterOptions & { shape: Shape }>>;
  readonly scalars: Readonly<Record<string, number>>;
  readonly penalties: Readonly<Record<string, number>>;
  /** Values of weights and statistics that the run began with. */
  readonly start: Readonly<Record<string, number[]>>;
  /** New values of statistics. */
  readonly updates: Readonly<Record<string, number[]>>;
  /** For the given upstream, by name; 'x' is the input's. */
  readonly gradients: Readonly<Record<string, number[]>>;
}

export const reference = (a: NDArray): ReferenceValue => ({ shape: a.shape, data: Float64Array.from(a.data) });

export function runLayer(layer: Layer, x: NDArray, options: RunOptions = {}): LayerRun {
  const graph = new Graph();
  // Weights of the input's own float type, float32 for bytes and integers.
  const dtype = x.dtype === 'float64' ? 'float64' : 'float32';
  const feeds = new Map<Tensor, ReferenceValue>();
  const parameters: Record<string, ParameterOptions & { shape: Shape }> = {};
  const values: Record<string, Float64Array> = {};
  const scalars: Record<string, number> = {};
  const updates: Record<string, Tensor> = {};
  const traced: Record<string, Tensor> = {};
  const penalties: Record<string, Tensor> = {};
  let draws = 0;
  const stream = () => ({ stream: hashPath(`random${draws++}`) });
  const context: LayerContext = {
    training: options.training ?? false,
    stochastic: options.training ?? false,
    parameter(name, shape, parameter) {
      parameters[name] = { ...parameter, shape };
      const t = graph.input(name, { shape, dtype }, 'state');
      const given = options.weights?.[name];
      values[name] = given
        ? Float64Array.from(given)
        : parameter.initializer.sample(shape, randomStream(1, name), (other) => values[other]);
      feeds.set(t, { shape, data: values[name] });
      traced[name] = t;
      return t;
    },
    statistic: (name, shape, initializer) => context.parameter(name, shape, { initializer, trainable: false }),
    updateStatistic(name, value) {
      updates[name] = value;
    },
    scalar(name, value) {
      scalars[name] = value;
      const t = graph.input(name, { shape: [], dtype }, 'scalar');
      feeds.set(t, { shape: [], data: Float64Array.of(options.scalars?.[name] ?? value) });
      return t;
    },
    once: (_name, make) => make(),
    random: (kind, shape) => (kind === 'normal' ? randomNormal(shape, stream()) : randomUniform(shape, stream())),
    bernoulli: (shape, probability) => randomBernoulli(shape, probability, stream()),
    addPenalty(name, penalty) {
      penalties[name] = penalty;
    },
  };
  const input = graph.input('x', { shape: x.shape, dtype: x.dtype }, 'batch');
  feeds.set(input, reference(x));
  const output = tracing(graph, () => layer.call(input, context));
  const leaves: Record<string, Tensor> = { x: input, ...traced };
  const { upstream } = options;
  const pulled = upstream
    ? tracing(graph, () => gradients('test', sum(mul(output, ndarray(Float64Array.from(upstream), output.shape))), Object.values(leaves)))
    : [];
  const [result, ...rest] = evaluate([output, ...Object.values(penalties), ...Object.values(updates), ...pulled], feeds, {
    random: options.random ?? { seed: [3, 5], step: [0, 0] },
  });
  const moved = rest.slice(Object.keys(penalties).length);
  const slopes = moved.slice(Object.keys(updates).length);
  return {
    shape: output.shape,
    dtype: output.dtype,
    values: [...result.data],
    parameters,
    scalars,
    penalties: Object.fromEntries(Object.keys(penalties).map((name, i) => [name, rest[i].data[0]])),
    start: Object.fromEntries(Object.entries(values).map(([name, data]) => [name, [...data]])),
    updates: Object.fromEntries(Object.keys(updates).map((name, i) => [name, [...moved[i].data]])),
    gradients: Object.fromEntries(pulled.map((_, i) => [Object.keys(leaves)[i], [...slopes[i].data]])),
  };
}
