/** The reference interpreter: every node by its op's plain loops. The oracle for all kernels and compiler passes. */
import { RidgelineError } from '../errors.ts';
import './core.ts';
import { opOf, type RandomState, type ReferenceValue } from './define.ts';
import type { Graph, Node, Tensor } from '../tensor/tensor.ts';

/** How the interpreter runs. */
export interface EvaluateOptions {
  readonly random?: RandomState;
  /** Round each float32 result to float32 and each int32 or uint8 result to its range; default false: all in float64. */
  readonly round?: boolean;
  /** Called after each node, to inspect values. */
  readonly visit?: (node: Node, values: readonly ReferenceValue[]) => void;
}

const noRandom: RandomState = { seed: [0, 0], step: [0, 0] };

/** Values of `outputs`, given values for the inputs they depend on. */
export function evaluate(
  outputs: readonly Tensor[],
  feeds: ReadonlyMap<Tensor, ReferenceValue>,
  options: EvaluateOptions = {},
): ReferenceValue[] {
  const values = new Map<Tensor, ReferenceValue>(feeds);
  const order = ancestors(outputs, feeds);
  for (const node of order) {
    const inputs = node.inputs.map((t) => values.get(t) as ReferenceValue);
    const results = opOf(node).reference(inputs, node.attrs, node.outputs, options.random ?? noRandom);
    const own = node.outputs.map((t, i) => ({
      shape: t.shape,
      data: options.round && t.dtype === 'float32' ? results[i].map(Math.fround) : results[i],
    }));
    node.outputs.forEach((t, i) => values.set(t, own[i]));
    options.visit?.(node, own);
  }
  return outputs.map((t) => {
    const v = values.get(t);
    if (!v) throw new RidgelineError('ERR_INTERNAL', `evaluate: no value for ${t}`);
    return v;
  });
}

/** Values of a graph's outputs, given values for its inputs in order. */
export function evaluateGraph(graph: Graph, inputs: readonly ReferenceValue[], options: EvaluateOptions = {}): ReferenceValue[] {
  return evaluate(graph.outputs, new Map(graph.inputs.map((t, i) => [t, inputs[i]])), options);
}

/** Nodes needed for the outputs, in topological order, stopping at the fed tensors. */
function ancestors(outputs: readonly Tensor[], feeds: ReadonlyMap<Tensor, unknown>): Node[] {
  const seen = new Set<Node>();
  const pending = outputs.filter((t) => !feeds.has(t)).map((t) => t.node);
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const t of node.inputs) if (!feeds.has(t)) pending.push(t.node);
  }
  return [...seen].sort((a, b) => a.id - b.id);
}
