/** What a network declares: its parameters, numbers and shapes. */
import { RidgelineError, showShape } from '../errors.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { sameShape, type Shape } from '../tensor/shape.ts';
import { Graph, type Tensor, tracing } from '../tensor/tensor.ts';
import { batchInputs } from './columns.ts';
import { forward, type Network, type ParameterInfo, type Recorder } from './network.ts';
import { withMultiplier } from './penalized.ts';
import type { DeclareScalar } from './steps.ts';

/** What tracing a network has shown. */
export interface Discovered {
  readonly parameters: readonly ParameterInfo[];
  /** Layers average statistics of batches. */
  readonly averages: boolean;
  /** A layer adds a penalty of its own to the loss. */
  readonly layerPenalties: boolean;
  /** Noise or dropout acts in some layer. */
  readonly actsAtRandom: boolean;
  /** Of the outputs, in their order, without the batch axis. */
  readonly outputShapes: readonly Shape[];
  /** The op that makes each of them. */
  readonly outputOps: readonly string[];
  /** Layer names with the shape each gives, for summary(). */
  readonly layerShapes: readonly { readonly name: string; readonly shape: Shape }[];
}

/** Traces the network once to learn its parameters and shapes. */
export function discover(network: Network, declare: DeclareScalar): Discovered {
  const parameters: ParameterInfo[] = [];
  let averages = false;
  let layerPenalties = false;
  const graph = new Graph();
  const recorder: Recorder = {
    training: true,
    stochastic: true,
    parameter(info): Tensor {
      parameters.push(...withMultiplier(info));
      return graph.input(info.name, { shape: info.shape, dtype: 'float32' }, 'state');
    },
    scalar(name, value, rule) {
      declare(name, value, rule);
      return graph.input(name, { shape: [], dtype: 'float32' }, 'scalar');
    },
    penalty: () => {
      layerPenalties = true;
    },
    update: (_name, _value, observed) => {
      averages ||= observed !== undefined;
    },
  };
  // Two rows: one would hide a batch axis that broadcasts.
  const rows = 2;
  const dtypes = network.inputs.map(({ dtype }) => dtype ?? 'float32');
  const { outputs, activations } = tracing(graph, () => forward(network, graph, batchInputs(graph, network, rows, dtypes), recorder));
  for (const { name, tensor } of activations) {
    if (tensor.shape[0] !== rows)
      throw new RidgelineError('ERR_SHAPE', `${name}: expected the batch axis to come first, got shape ${showShape(tensor.shape)}`);
  }
  return {
    parameters,
    averages,
    layerPenalties,
    actsAtRandom: graph.nodes.some((n) => n.op.startsWith('random')),
    outputShapes: outputs.map((t) => t.shape.slice(1)),
    outputOps: outputs.map((t) => t.node.op),
    layerShapes: activations.map(({ name, tensor }) => ({ name, shape: tensor.shape.slice(1) })),
  };
}

/** Throws unless every parameter has a value of its shape. */
export function checkInitial(parameters: readonly ParameterInfo[], initial: Readonly<Record<string, NDArray>>): void {
  for (const p of parameters) {
    const value = initial[p.name];
    if (!value) throw new RidgelineError('ERR_FORMAT', `tensor '${p.name}' is missing`);
    if (!sameShape(value.shape, p.shape) || value.dtype !== 'float32')
      throw new RidgelineError(
        'ERR_FORMAT',
        `tensor '${p.name}' is ${value.dtype} ${showShape(value.shape)}, the architecture has float32 ${showShape(p.shape)}`,
      );
  }
}
