/**
 * Groups nodes into instructions. Elementwise nodes over one iteration space become one program; a matmul takes the program that reads
 * its result as its epilogue; a reduction takes the program that feeds it as its prologue. Grouping is by structure alone, never by size.
 */
import { opOf } from '../ops/define.ts';
import { type DType, isFloat } from '../tensor/dtype.ts';
import { type Shape, sameShape } from '../tensor/shape.ts';
import type { Node, Tensor } from '../tensor/tensor.ts';
import { type Computation, rootsOf } from './computation.ts';
import { rematerialize } from './rematerialize.ts';
import { Views } from './views.ts';

/** Nodes that run as one instruction. */
export interface Cluster {
  readonly id: number;
  /** In topological order. */
  readonly nodes: Node[];
  /** The matmul, reduction or kernel around which the elementwise nodes are arranged. */
  readonly anchor: Node | undefined;
  /** Iteration space of the elementwise program. */
  readonly domain: Shape;
  readonly compute: DType;
}

/** All clusters of a computation, and how tensors are read. */
export interface Fusion {
  readonly clusters: readonly Cluster[];
  /** The cluster that stores a node's value, if it is stored; other clusters may make it for themselves. */
  readonly clusterOf: ReadonlyMap<Node, Cluster>;
  readonly views: Views;
}

/** How to group. */
export interface FuseOptions {
  /** One instruction per node; for tests and for naming the node where a value stops being finite. */
  readonly fuse?: boolean;
}

/** Operands and registers that a program may have (native/kernels/table.h); a little is kept free for the encoder. */
const maxOperands = 30;
const maxRegisters = 32;

interface Draft {
  id: number;
  nodes: Set<Node>;
  anchor: Node | undefined;
  domain: Shape;
  compute: DType;
}

/** Is the node one step of an elementwise program? */
export const isElementwise = (node: Node): boolean => opOf(node).lower.kind === 'elementwise';

/** The float type in which a node's program computes. */
export function computeType(node: Node): DType {
  const out = node.outputs[0].dtype;
  if (isFloat(out)) return out;
  const from = node.inputs[0]?.dtype;
  return from && isFloat(from) ? from : 'float64';
}

/** Groups the nodes of a simplified computation. */
export function fuse(c: Computation, options: FuseOptions = {}): Fusion {
  const { graph } = c;
  const views = new Views();
  const roots = rootsOf(c);
  const users = new Map<Node, Node[]>(graph.nodes.map((n) => [n, []]));
  for (const node of graph.nodes) for (const t of new Set(node.inputs.map((i) => i.node))) users.get(t)?.push(node);
  // A reshape is only ever a view: what it reshapes must lie in order, whoever reads it.
  for (const node of graph.nodes)
    if (opOf(node).lower.kind === 'reshape' && views.of(node.outputs[0]).base === node.outputs[0]) views.require(node.inputs[0]);
  for (const t of roots) views.require(t);
  for (const node of graph.nodes) {
    const { kind } = opOf(node).lower;
    if (kind === 'matmul' || kind === 'kernel' || kind === 'scan') for (const t of node.inputs) views.require(t);
  }

  const draftOf = new Map<Node, Draft>();
  for (const node of graph.nodes) {
    const { kind } = opOf(node).lower;
    const moves = kind === 'movement' && views.isMaterialized(node.outputs[0]);
    if (kind === 'leaf' || kind === 'reshape' || (kind === 'movement' && !moves)) continue;
    const own = isElementwise(node) || moves;
    const domain = kind === 'reduce' ? node.inputs[0].shape : (node.outputs[0]?.shape ?? []);
    draftOf.set(node, {
      id: node.id,
      nodes: new Set([node]),
      anchor: own ? undefined : node,
      domain,
      compute: moves ? moveType(node) : computeType(node),
    });
  }

  const limits = (nodes: ReadonlySet<Node>): boolean => {
    let inner = 0;
    const operands = new Set<Tensor>();
    for (const node of nodes) {
      if (isElementwise(node)) inner++;
      for (const t of node.inputs) if (!nodes.has(t.node)) operands.add(t);
      if (node.outputs.some((t) => roots.includes(t)) || (users.get(node) as Node[]).some((u) => !nodes.has(u)))
        operands.add(node.outputs[0]);
    }
    return operands.size <= maxOperands && operands.size + inner <= maxRegisters + inner / 2 && liveRegisters(nodes) <= maxRegisters;
  };

  /** Would running a and b as one instruction need a third one to run both before and after it? */
  const wouldCycle = (a: Draft, b: Draft): boolean => {
    // Drafts never form a cycle, so that nothing leads back from one to another that feeds it.
    if (feeds(a, b)) return pathAround(a, b, users, draftOf);
    if (feeds(b, a)) return pathAround(b, a, users, draftOf);
    return pathAround(a, b, users, draftOf) || pathAround(b, a, users, draftOf);
  };

  const merge = (a: Draft, b: Draft): boolean => {
    if (a === b || (a.anchor && b.anchor) || a.compute !== b.compute) return false;
    const nodes = new Set([...a.nodes, ...b.nodes]);
    if (!limits(nodes) || wouldCycle(a, b)) return false;
    a.anchor ??= b.anchor;
    a.nodes = nodes;
    for (const node of b.nodes) draftOf.set(node, a);
    return true;
  };

  if (options.fuse !== false) {
    // From the last node to the first, so that a cheap value (a mask, a comparison) joins its reader and not its maker.
    for (let i = graph.nodes.length - 1; i >= 0; i--) {
      const node = graph.nodes[i];
      if (!isElementwise(node)) continue;
      for (const t of node.inputs) {
        const from = draftOf.get(t.node);
        const to = draftOf.get(node) as Draft;
        if (from && isElementwise(t.node) && isFloat(t.dtype) && sameShape(t.shape, to.domain)) merge(to, from);
      }
    }
    // Two values that the caller gets and that are made from the same array take one pass over it: Lion's new weight and new mean.
    const stored = new Set(roots.map((t) => draftOf.get(t.node)));
    for (const node of graph.nodes) {
      const shape = node.outputs[0]?.shape ?? [];
      if (shape.length === 0) continue;
      const readers = (users.get(node) as Node[]).filter((user) => isElementwise(user) && stored.has(draftOf.get(user)));
      for (const reader of readers.slice(1)) {
        const [to, from] = [draftOf.get(readers[0]) as Draft, draftOf.get(reader) as Draft];
        if (!to.anchor && !from.anchor && sameShape(to.domain, shape) && sameShape(from.domain, shape)) merge(to, from);
      }
    }
    for (const node of graph.nodes) {
      const { kind } = opOf(node).lower;
      if (kind === 'matmul') {
        for (const reader of users.get(node) as Node[]) {
          const to = draftOf.get(reader);
          const from = draftOf.get(node) as Draft;
          if (to && !to.anchor && isElementwise(reader) && sameShape(to.domain, node.outputs[0].shape) && merge(to, from)) break;
        }
      } else if (kind === 'reduce') {
        const from = draftOf.get(node.inputs[0].node);
        if (from && !from.anchor && isElementwise(node.inputs[0].node) && sameShape(from.domain, node.inputs[0].shape))
          merge(from, draftOf.get(node) as Draft);
      }
    }
  }

  // A value that only a reduction reads is made by the reduction if what it is made from lies in memory anyway: the square of a gradient, of
  // a new weight. Left where that was made, it would be written and read again.
  for (const node of options.fuse === false ? [] : graph.nodes) {
    const to = draftOf.get(node);
    if (opOf(node).lower.kind !== 'reduce' || !to || to.nodes.size > 1) continue;
    const value = node.inputs[0].node;
    const from = draftOf.get(value);
    if (!from || !isElementwise(value) || from.compute !== to.compute || (users.get(value) as Node[]).length > 1) continue;
    if (roots.includes(node.inputs[0]) || !sameShape(value.outputs[0].shape, to.domain)) continue;
    const stored = (t: Tensor) =>
      !from.nodes.has(t.node) ||
      t.node === from.anchor ||
      roots.includes(t) ||
      (users.get(t.node) as Node[]).some((u) => !from.nodes.has(u));
    if (!value.inputs.every(stored)) continue;
    from.nodes.delete(value);
    to.nodes.add(value);
    draftOf.set(value, to);
  }

  if (options.fuse !== false) rematerialize(c, draftOf, users, limits);

  const clusters: Cluster[] = [];
  const clusterOf = new Map<Node, Cluster>();
  for (const draft of new Set(draftOf.values())) {
    if (draft.nodes.size === 0) continue;
    const nodes = [...draft.nodes].sort((a, b) => a.id - b.id);
    const cluster: Cluster = { id: clusters.length, nodes, anchor: draft.anchor, domain: draft.domain, compute: draft.compute };
    clusters.push(cluster);
    for (const node of nodes) if (draftOf.get(node) === draft) clusterOf.set(node, cluster);
  }
  return { clusters, clusterOf, views };
}

const moveType = (node: Node): DType => (isFloat(node.outputs[0].dtype) ? node.outputs[0].dtype : 'float64');

/** Does b read what a makes? */
function feeds(a: Draft, b: Draft): boolean {
  for (const node of b.nodes) if (node.inputs.some((t) => a.nodes.has(t.node))) return true;
  return false;
}

/** Is there a path from a to b that leaves both? Clusters on the way count as one step, since they run as one. */
function pathAround(a: Draft, b: Draft, users: ReadonlyMap<Node, Node[]>, draftOf: ReadonlyMap<Node, Draft>): boolean {
  // No pruning by position: through a cluster a path may come back to nodes made before its start.
  const seen = new Set<Node>();
  const pending: Node[] = [];
  const enter = (nodes: Iterable<Node>) => {
    for (const node of nodes) {
      for (const user of users.get(node) as Node[]) {
        if (seen.has(user)) continue;
        seen.add(user);
        pending.push(user);
      }
    }
  };
  for (const node of a.nodes) {
    for (const user of users.get(node) as Node[]) {
      if (a.nodes.has(user) || b.nodes.has(user) || seen.has(user)) continue;
      seen.add(user);
      pending.push(user);
    }
  }
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (b.nodes.has(node)) return true;
    if (a.nodes.has(node)) continue;
    const draft = draftOf.get(node);
    enter(draft && draft.nodes.size > 1 ? draft.nodes : [node]);
  }
  return false;
}

/** Registers a program of these nodes would need: one per operand, and one per value that waits for a later reader. */
function liveRegisters(nodes: ReadonlySet<Node>): number {
  const order = [...nodes].sort((a, b) => a.id - b.id);
  const lastUse = new Map<Node, number>();
  const operands = new Set<Tensor>();
  order.forEach((node, i) => {
    for (const t of node.inputs) {
      if (nodes.has(t.node)) lastUse.set(t.node, i);
      else operands.add(t);
    }
  });
  let live = 0;
  let most = 0;
  order.forEach((node, i) => {
    live++;
    most = Math.max(most, live);
    for (const other of order) {
      if (lastUse.get(other) === i) live--;
    }
    if (!lastUse.has(node)) lastUse.set(node, order.length);
  });
  return operands.size + most;
}
