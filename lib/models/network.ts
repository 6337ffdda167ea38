/** A network: layers with names and the graph of their applications. Tracing it is the only thing that is done with it. */
import type { Rule } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import type { Initializer } from '../initializers/define.ts';
import type { Layer, LayerContext, ParameterOptions } from '../layers/define.ts';
import { hashPath } from '../random.ts';
import { randomBernoulli, randomNormal, randomUniform } from '../ops/random.ts';
import type { DType } from '../tensor/dtype.ts';
import { type Shape, sameShape } from '../tensor/shape.ts';
import type { Graph, Tensor } from '../tensor/tensor.ts';

/** What one row of input looks like. */
export interface InputSpec {
  readonly name: string;
  /** Without the batch axis. */
  readonly shape: Shape;
  /** Given by the layer; undefined takes what the data has (float32, or uint8 as it is). */
  readonly dtype: DType | undefined;
}

/** A layer and the name under which its weights are known. */
export interface NamedLayer {
  readonly name: string;
  readonly layer: Layer;
}

/** One application of a layer. Values are numbered: first the inputs, then the results of the applications, in their order. */
export interface Application {
  /** Position in Network.layers. */
  readonly layer: number;
  /** The values that the layer is applied to: such that come before. */
  readonly from: readonly number[];
}

/** A result of a network. */
export interface OutputSpec {
  readonly name: string;
  /** The value. */
  readonly from: number;
}

/** Layers, each once, and their applications in an order in which they can be computed. A layer applied twice has its parameters once. */
export interface Network {
  readonly inputs: readonly InputSpec[];
  readonly layers: readonly NamedLayer[];
  readonly applications: readonly Application[];
  readonly outputs: readonly OutputSpec[];
  /** Data comes and results go by the names of inputs and outputs; else there is one of each. */
  readonly named: boolean;
}

/** Name of the result of a network that has only one, which nothing shows. */
export const onlyOutput = 'output';

/** The network that passes its input through every layer, one after another. */
export const chain = (input: InputSpec, layers: readonly NamedLayer[]): Network => ({
  inputs: [input],
  layers,
  applications: layers.map((_, i) => ({ layer: i, from: [i] })),
  outputs: [{ name: onlyOutput, from: layers.length }],
  named: false,
});

/** Is it what {@link chain} makes? */
export const isChain = ({ inputs, layers, applications, outputs, named }: Network): boolean =>
  !named &&
  inputs.length === 1 &&
  applications.length === layers.length &&
  applications.every(({ layer, from }, i) => layer === i && from.length === 1 && from[0] === i) &&
  outputs.length === 1 &&
  outputs[0].from === layers.length;

/** What tracing has found of a weight or statistic. */
export interface ParameterInfo extends ParameterOptions {
  readonly name: string;
  readonly shape: Shape;
  /** A weight is changed by the optimizer, a statistic by its layer. */
  readonly role: 'weight' | 'statistic';
}

/** Everything a trace collects beside the graph. */
export interface Recorder {
  readonly training: boolean;
  /** Noise and dropout act; so they do in training. */
  readonly stochastic: boolean;
  /** The tensor that stands for a parameter; called the first time it is met in a trace. */
  parameter(info: ParameterInfo): Tensor;
  /** The tensor that stands for a plan scalar. */
  scalar(name: string, value: number, rule: Rule<number>): Tensor;
  penalty(name: string, value: Tensor): void;
  /** `observed`: the value of this batch alone, where the statistic is an average of those. */
  update(name: string, value: Tensor, observed: Tensor | undefined): void;
}

/** The activations of a forward pass, one per application, and what the layers declared. */
export interface Forward {
  /** In the order of Network.outputs. */
  readonly outputs: readonly Tensor[];
  readonly activations: readonly { readonly name: string; readonly tensor: Tensor }[];
}

/** Names layers by kind and position: dense, dense1, dense2; a layer's own name wins. Throws when two share a name. */
export function nameLayers(where: string, layers: readonly Layer[]): NamedLayer[] {
  const counts = new Map<string, number>();
  const used = new Set<string>();
  return layers.map((layer) => {
    const count = counts.get(layer.kind) ?? 0;
    counts.set(layer.kind, count + 1);
    const name = layer.name ?? (count === 0 ? layer.kind : `${layer.kind}${count}`);
    if (used.has(name)) throw new RidgelineError('ERR_OPTION', `${where}: two layers are called '${name}'`);
    used.add(name);
    return { name, layer };
  });
}

/** Computes the applications from the inputs, in a graph that is being traced. */
export function forward(network: Network, graph: Graph, inputs: readonly Tensor[], recorder: Recorder): Forward {
  const activations: { name: string; tensor: Tensor }[] = [];
  const values = [...inputs];
  // One context per layer and trace: another application meets the same parameters, and draws random numbers of its own.
  const contexts = network.layers.map(({ name }) => contextOf(name, recorder));
  for (const { layer: at, from } of network.applications) {
    const { name, layer } = network.layers[at];
    const [first, ...others] = from.map((value) => values[value]);
    const tensor = graph.withScope(name, () => layer.call(first, contexts[at], others));
    values.push(tensor);
    activations.push({ name, tensor });
  }
  return { outputs: network.outputs.map(({ from }) => values[from]), activations };
}

/** A layer's view of the trace: names are relative to the layer, random streams follow from its name and the order of its draws. */
function contextOf(layerName: string, recorder: Recorder): LayerContext {
  const known = new Map<string, Tensor>();
  const updated = new Set<string>();
  const made = new Map<string, unknown>();
  let draws = 0;
  const path = (name: string) => `${layerName}/${name}`;
  const stream = () => hashPath(path(`random${draws++}`));
  const declare = (name: string, shape: Shape, options: ParameterOptions, role: 'weight' | 'statistic'): Tensor => {
    const full = path(name);
    const before = known.get(full);
    if (before) {
      if (!sameShape(before.shape, shape))
        throw new RidgelineError('ERR_SHAPE', `${full}: asked for with shapes ${showShape(before.shape)} and ${showShape(shape)}`);
      return before;
    }
    if (shape.reduce((a, b) => a * b, 1) > Number.MAX_SAFE_INTEGER)
      throw new RidgelineError('ERR_MEMORY', `'${full}': shape ${showShape(shape)} has more elements than can be counted`);
    const t = recorder.parameter({ name: full, shape, role, ...options });
    known.set(full, t);
    return t;
  };
  return {
    training: recorder.training,
    stochastic: recorder.stochastic,
    parameter: (name, shape, options) => declare(name, shape, options, 'weight'),
    statistic: (name: string, shape: Shape, initializer: Initializer) =>
      declare(name, shape, { initializer, trainable: false }, 'statistic'),
    updateStatistic: (name, value, observed) => {
      if (updated.has(name))
        throw new RidgelineError(
          'ERR_OPTION',
          `layer '${layerName}' is applied twice, but its statistic '${name}' takes one value per step: expected a layer of its own for each place`,
        );
      updated.add(name);
      recorder.update(path(name), value, observed);
    },
    scalar: (name, value, rule) => recorder.scalar(path(name), value, rule),
    once: <T>(name: string, make: () => T): T => {
      if (!made.has(name)) made.set(name, make());
      return made.get(name) as T;
    },
    addPenalty: (name, penalty) => recorder.penalty(path(name), penalty),
    random: (kind, shape) => (kind === 'normal' ? randomNormal(shape, { stream: stream() }) : randomUniform(shape, { stream: stream() })),
    bernoulli: (shape, probability) => randomBernoulli(shape, probability, { stream: stream() }),
  };
}
