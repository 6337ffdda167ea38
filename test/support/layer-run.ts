/** Runs one layer on the reference interpreter and reports everything that it declared. */
import type { Layer, LayerContext, ParameterOptions } from '../../lib/layers/define.ts';
import { evaluate } from '../../lib/ops/evaluate.ts';
import '../../lib/ops/index.ts';
import { randomBernoulli, randomNormal, randomUniform } from '../../lib/ops/random.ts';
import type { RandomState, ReferenceValue } from '../../lib/ops/define.ts';
import { hashPath, randomStream } from '../../lib/random.ts';
import type { NDArray } from '../../lib/tensor/ndarray.ts';
import type { Shape } from '../../lib/tensor/shape.ts';
import { Graph, type Tensor, tracing } from '../../lib/tensor/tensor.ts';

export interface RunOptions {
  readonly training?: boolean;
  /** Values of weights, row-major, by name; the layer's own initializers fill in the rest. */
  readonly weights?: Readonly<Record<string, readonly number[]>>;
  /** Values of scalars by name; the layer's own where absent. */
  readonly scalars?: Readonly<Record<string, number>>;
  readonly random?: RandomState;
}
export interface LayerRun {
  readonly shape: Shape;
  readonly dtype: string;
  readonly values: number[];
  readonly parameters: Readonly<Record<string, ParameterOptions & { shape: Shape }>>;
  readonly scalars: Readonly<Record<string, number>>;
  readonly penalties: Readonly<Record<string, number>>;
}

export const reference = (a: NDArray): ReferenceValue => ({ shape: a.shape, data: Float64Array.from(a.data) });

export function runLayer(layer: Layer, x: NDArray, options: RunOptions = {}): LayerRun {
  const graph = new Graph();
  const feeds = new Map<Tensor, ReferenceValue>();
  const parameters: Record<string, ParameterOptions & { shape: Shape }> = {};
  const scalars: Record<string, number> = {};
  const penalties: Record<string, Tensor> = {};
  let draws = 0;
  const stream = () => ({ stream: hashPath(`random${draws++}`) });
  const context: LayerContext = {
    training: options.training ?? false,
    parameter(name, shape, parameter) {
      parameters[name] = { ...parameter, shape };
      const t = graph.input(name, { shape, dtype: 'float32' }, 'state');
      const given = options.weights?.[name];
      feeds.set(t, { shape, data: given ? Float64Array.from(given) : parameter.initializer.sample(shape, randomStream(1, name)) });
      return t;
    },
    statistic: (name, shape, initializer) => context.parameter(name, shape, { initializer, trainable: false }),
    updateStatistic: () => {},
    scalar(name, value) {
      scalars[name] = value;
      const t = graph.input(name, { shape: [], dtype: 'float32' }, 'scalar');
      feeds.set(t, { shape: [], data: Float64Array.of(options.scalars?.[name] ?? value) });
      return t;
    },
    random: (kind, shape) => (kind === 'normal' ? randomNormal(shape, stream()) : randomUniform(shape, stream())),
    bernoulli: (shape, probability) => randomBernoulli(shape, probability, stream()),
    addPenalty(name, penalty) {
      penalties[name] = penalty;
    },
  };
  const input = graph.input('x', { shape: x.shape, dtype: x.dtype }, 'batch');
  feeds.set(input, reference(x));
  const output = tracing(graph, () => layer.call(input, context));
  const [result, ...costs] = evaluate([output, ...Object.values(penalties)], feeds, {
    random: options.random ?? { seed: [3, 5], step: [0, 0] },
  });
  return {
    shape: output.shape,
    dtype: output.dtype,
    values: [...result.data],
    parameters,
    scalars,
    penalties: Object.fromEntries(Object.keys(penalties).map((name, i) => [name, costs[i].data[0]])),
  };
}
