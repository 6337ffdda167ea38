/**
 * Values that are made again where they are read, instead of being written and read: a centered input is one subtraction from an array that
 * lies in memory anyway. A reader then reads that array in the value's place, and the value is never stored.
 */
import { opOf } from '../ops/define.ts';
import { type Shape, sameShape, sizeOf } from '../tensor/shape.ts';
import type { Node, Tensor } from '../tensor/tensor.ts';
import { type Computation, rootsOf } from './computation.ts';

/** Nodes that will run as one instruction. */
interface Group {
  nodes: Set<Node>;
  readonly domain: Shape;
  readonly compute: string;
}

/** One cheap operation each, so that making a value costs less than reading it. */
const cheap = new Set(['add', 'sub', 'mul', 'neg', 'square']);
/** Operations that may stand in for one read. */
const longest = 4;

/**
 * Adds nodes to further groups, so that they are made there as well, and takes them out where nobody reads them any more. A value is stored
 * by its home, if at all. `fits` says whether a group may have these nodes.
 */
export function rematerialize(
  c: Computation,
  homes: ReadonlyMap<Node, Group>,
  users: ReadonlyMap<Node, readonly Node[]>,
  fits: (nodes: ReadonlySet<Node>) => boolean,
): void {
  const roots = new Set(rootsOf(c));
  const holders = new Map<Node, Set<Group>>([...homes].map(([node, home]) => [node, new Set([home])]));
  const elementwise = (node: Node) => opOf(node).lower.kind === 'elementwise';
  const inProgram = (node: Node) => elementwise(node) || opOf(node).lower.kind === 'reduce';
  const usersOf = (node: Node) => users.get(node) as readonly Node[];

  /** Groups that read a node's value from memory; undefined where something reads it that is no program: a view, a product. */
  const readersOf = (node: Node): Set<Group> | undefined => {
    const found = new Set<Group>();
    for (const user of usersOf(node)) {
      const groups = holders.get(user);
      if (!groups || !inProgram(user)) return undefined;
      for (const g of groups) if (!g.nodes.has(node)) found.add(g);
    }
    return found;
  };
  /** The nodes that make t from memory, where `most` arrays as large as t are enough; undefined where t itself lies in memory, or must. */
  const recipe = (t: Tensor, most: number): ReadonlySet<Node> | undefined => {
    const nodes = new Set<Node>();
    const arrays = new Set<Tensor>();
    const visit = (at: Tensor): boolean => {
      if (sizeOf(at.shape) < sizeOf(t.shape)) return true;
      const own = sameShape(at.shape, t.shape) && homes.has(at.node) && !roots.has(at);
      if (own && cheap.has(at.node.op) && at.node.inputs.every(visit)) {
        nodes.add(at.node);
        return true;
      }
      if (at === t) return false;
      const lies = !homes.has(at.node) || roots.has(at) || readersOf(at.node)?.size !== 0;
      if (lies) arrays.add(at);
      return lies;
    };
    return visit(t) && arrays.size > 0 && arrays.size <= most && nodes.size <= longest ? nodes : undefined;
  };
  const drop = (node: Node, group: Group): void => {
    group.nodes.delete(node);
    holders.get(node)?.delete(group);
  };

  for (const node of [...c.graph.nodes].reverse()) {
    const home = homes.get(node);
    if (!home || !elementwise(node) || roots.has(node.outputs[0])) continue;
    const [t] = node.outputs;
    const readers = readersOf(node);
    // A value with one reader, elsewhere, may cost that two reads: they take the place of a write and a read.
    const moves = readers?.size === 1 && !usersOf(node).some((user) => home.nodes.has(user));
    const made = readers && readers.size > 0 ? recipe(t, moves ? 2 : 1) : undefined;
    if (readers && made) {
      const able = [...readers].every(
        (g) => g.compute === home.compute && sameShape(g.domain, t.shape) && fits(new Set([...g.nodes, ...made])),
      );
      if (able) {
        for (const g of readers) {
          g.nodes = new Set([...g.nodes, ...made]);
          for (const n of made) holders.get(n)?.add(g);
        }
        readers.clear();
      }
    }
    for (const g of [...(holders.get(node) as Set<Group>)]) {
      const stores = g === home && readers?.size !== 0;
      if (!stores && !usersOf(node).some((user) => g.nodes.has(user))) drop(node, g);
    }
  }
}
