/** Replaces composite ops by the primitive ops that they stand for; they have done their part, the gradient, before. */
import { opOf } from '../ops/define.ts';
import { Graph, type Tensor, tracing } from '../tensor/tensor.ts';
import { type Computation, mapComputation } from './computation.ts';

/** The computation in primitive ops alone. */
export function expand(source: Computation): Computation {
  if (!source.graph.nodes.some((n) => opOf(n).lower.kind === 'composite')) return source;
  const target = new Graph();
  const map = new Map<Tensor, Tensor>();
  for (const node of source.graph.nodes) {
    const { lower } = opOf(node);
    const inputs = node.inputs.map((t) => map.get(t) as Tensor);
    target.scope = node.scope;
    const outputs =
      lower.kind === 'composite'
        ? tracing(target, () => lower.expand(inputs, node.attrs))
        : target.add(node.op, inputs, node.attrs, node.outputs).outputs;
    node.outputs.forEach((t, i) => map.set(t, outputs[i]));
  }
  return mapComputation(source, target, (t) => map.get(t) as Tensor);
}
