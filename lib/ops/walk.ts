/** The reverse walk: vector-Jacobian products of the ops, chained. Graph in, graph out. */
import { RidgelineError } from '../errors.ts';
import { isFloat } from '../tensor/dtype.ts';
import type { Graph, Node, Tensor } from '../tensor/tensor.ts';
import { add } from './binary.ts';
import { opOf } from './define.ts';
import { sumTo } from './movement.ts';

/**
 * Gradients of sum_i <outputs[i], upstream[i]> with respect to `wrt`, as new nodes of the same graph; undefined where an output does not
 * depend on a tensor. The gradient of a broadcast operand is summed back to its shape here, once for all ops.
 */
export function backward(
  outputs: readonly Tensor[],
  upstream: readonly (Tensor | undefined)[],
  wrt: readonly Tensor[],
): (Tensor | undefined)[] {
  const needed = dependents(outputs, wrt);
  const grads = new Map<Tensor, Tensor>();
  const accumulate = (t: Tensor, g: Tensor) => {
    const sum = sumTo(g, t.shape);
    const known = grads.get(t);
    grads.set(t, known ? add(known, sum) : sum);
  };
  outputs.forEach((t, i) => {
    const g = upstream[i];
    if (g && isFloat(t.dtype)) accumulate(t, g);
  });
  const order = [...needed].sort((a, b) => b.id - a.id);
  for (const node of order) {
    const own = node.outputs.map((t) => grads.get(t));
    if (own.every((g) => g === undefined)) continue;
    const { graph } = node;
    const outer = graph.scope;
    graph.scope = node.scope;
    const results = opOf(node).gradient(node, ...own);
    node.inputs.forEach((t, i) => {
      const g = results[i];
      if (g && (needed.has(t.node) || wrt.includes(t))) accumulate(t, g);
    });
    graph.scope = outer;
  }
  return wrt.map((t) => grads.get(t));
}

/** Nodes between wrt and outputs: ancestors of the outputs that depend on a wrt tensor. */
function dependents(outputs: readonly Tensor[], wrt: readonly Tensor[]): Set<Node> {
  const targets = new Set(wrt);
  const verdict = new Map<Node, boolean>();
  const visit = (root: Node): boolean => {
    // An explicit stack: graphs may be thousands of nodes deep.
    const pending: Node[] = [root];
    while (pending.length > 0) {
      const node = pending[pending.length - 1];
      if (verdict.has(node)) {
        pending.pop();
        continue;
      }
      const open = node.inputs.filter((t) => !verdict.has(t.node)).map((t) => t.node);
      if (open.length > 0) {
        pending.push(...open);
        continue;
      }
      verdict.set(
        node,
        node.inputs.some((t) => targets.has(t) || verdict.get(t.node) === true),
      );
      pending.pop();
    }
    return verdict.get(root) === true;
  };
  for (const t of outputs) visit(t.node);
  return new Set([...verdict].filter(([, depends]) => depends).map(([node]) => node));
}

/** Copies a graph's computation into the graph being traced, with `inputs` in place of its inputs; returns its outputs there. */
export function inline(body: Graph, target: Graph, inputs: readonly Tensor[]): Tensor[] {
  const map = new Map<Tensor, Tensor>();
  let next = 0;
  for (const node of body.nodes) {
    if (node.op === 'input') {
      map.set(node.outputs[0], target.adopt('inline', inputs[next++]));
      continue;
    }
    const copy = target.add(
      node.op,
      node.inputs.map((t) => mapped(map, t)),
      node.attrs,
      node.outputs,
      node.scope,
    );
    node.outputs.forEach((t, i) => map.set(t, copy.outputs[i]));
  }
  return body.outputs.map((t) => mapped(map, t));
}

function mapped(map: ReadonlyMap<Tensor, Tensor>, t: Tensor): Tensor {
  const to = map.get(t);
  if (!to) throw new RidgelineError('ERR_INTERNAL', `inline: ${t} is used before it is made`);
  return to;
}
