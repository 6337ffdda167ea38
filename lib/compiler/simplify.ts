/**
 * Rebuilds a graph with less in it: constants folded, identities removed, equal nodes merged, transposes turned into matmul flags, what
 * nobody reads left out. Never merges random nodes. Equal constants stay apart, and quotients of constants are not folded, so that two
 * traces of one function at different batch sizes keep the same structure (see rows.ts).
 */
import { opOf } from '../ops/define.ts';
import { broadcastShapes, type Shape, sameShape, sizeOf } from '../tensor/shape.ts';
import { type Attributes, Graph, type Node, type Tensor, type TensorSpec } from '../tensor/tensor.ts';
import { type Computation, mapComputation, rootsOf } from './computation.ts';

/** A replacement: an existing tensor of the new graph, or a node to make instead. */
type Rewrite = Tensor | { op: string; inputs: readonly Tensor[]; attrs: Attributes; spec: TensorSpec } | undefined;
interface Draft {
  readonly op: string;
  readonly inputs: readonly Tensor[];
  readonly attrs: Attributes;
  readonly specs: readonly TensorSpec[];
}

const constantOf = (t: Tensor): number | undefined =>
  t.node.op === 'constant' && t.rank === 0 ? (t.node.attrs.value as number | undefined) : undefined;
const isConstant = (t: Tensor, value: number): boolean => constantOf(t) === value;
/** The operand, if using it alone gives the whole result's shape. */
const whole = (t: Tensor, spec: TensorSpec): Tensor | undefined =>
  sameShape(t.shape, spec.shape) && t.dtype === spec.dtype ? t : undefined;

/** Makes a node of the new graph, simplified in turn. */
type Emit = (op: string, inputs: readonly Tensor[], shape: Shape, attrs?: Attributes) => Tensor;

const rules: Record<string, (draft: Draft, emit: Emit) => Rewrite> = {
  add: ({ inputs: [a, b], specs: [s] }) => (isConstant(b, 0) ? whole(a, s) : isConstant(a, 0) ? whole(b, s) : undefined),
  sub: ({ inputs: [a, b], specs: [s] }) => (isConstant(b, 0) ? whole(a, s) : undefined),
  mul: ({ inputs: [a, b], specs: [s] }) => {
    if (isConstant(b, 1)) return whole(a, s);
    if (isConstant(a, 1)) return whole(b, s);
    return a === b ? { op: 'square', inputs: [a], attrs: {}, spec: s } : undefined;
  },
  div: ({ inputs: [a, b], specs: [s] }) => (isConstant(b, 1) ? whole(a, s) : undefined),
  pow: ({ inputs: [a, b], specs: [s] }) =>
    isConstant(b, 1)
      ? whole(a, s)
      : isConstant(b, 2) && sameShape(a.shape, s.shape)
        ? { op: 'square', inputs: [a], attrs: {}, spec: s }
        : undefined,
  neg: ({ inputs: [a] }) => (a.node.op === 'neg' ? a.node.inputs[0] : undefined),
  cast: ({ inputs: [a], specs: [s] }) => (a.dtype === s.dtype ? a : undefined),
  stopGradient: ({ inputs: [a] }) => a,
  reshape: ({ inputs: [a], attrs, specs: [s] }) => {
    if (sameShape(a.shape, s.shape)) return a;
    return a.node.op === 'reshape' ? { op: 'reshape', inputs: a.node.inputs, attrs, spec: s } : undefined;
  },
  broadcastTo: ({ inputs: [a], specs: [s] }) => (sameShape(a.shape, s.shape) ? a : undefined),
  transpose: ({ inputs: [a], attrs, specs: [s] }) => {
    const perm = attrs.perm as readonly number[];
    if (perm.every((p, i) => p === i)) return a;
    if (a.node.op !== 'transpose') return undefined;
    const inner = a.node.attrs.perm as readonly number[];
    return { op: 'transpose', inputs: a.node.inputs, attrs: { perm: perm.map((p) => inner[p]) }, spec: s };
  },
  matmul: ({ inputs: [a, b], attrs, specs: [s] }) => {
    const [fromA, fromB] = [lastTwoSwapped(a), lastTwoSwapped(b)];
    if (!fromA && !fromB) {
      const [fullA, fullB] = [fullBatch(a, s), fullBatch(b, s)];
      return fullA === a && fullB === b ? undefined : { op: 'matmul', inputs: [fullA, fullB], attrs, spec: s };
    }
    return {
      op: 'matmul',
      inputs: [fromA ?? a, fromB ?? b],
      attrs: {
        ...attrs,
        transposeA: fromA ? !attrs.transposeA : attrs.transposeA,
        transposeB: fromB ? !attrs.transposeB : attrs.transposeB,
      },
      spec: s,
    };
  },
  // Reductions run over one block of adjacent axes; others are taken apart.
  sum: (draft, emit) => overSingle(draft) ?? factorsOut(draft, emit) ?? splitReduction(draft),
  max: (draft) => overSingle(draft) ?? splitReduction(draft),
};

/** A matmul operand with the whole batch or none of it, which is what the kernel takes. */
function fullBatch(t: Tensor, result: TensorSpec): Tensor {
  const own = t.shape.slice(0, -2);
  const batch = result.shape.slice(0, -2);
  if (sizeOf(own) === 1 || sizeOf(own) === sizeOf(batch)) return t;
  const spec = { shape: [...batch, ...t.shape.slice(-2)], dtype: t.dtype };
  return t.node.graph.add('broadcastTo', [t], { shape: spec.shape }, [spec], t.node.scope).outputs[0];
}

/** The operand of a transpose that exchanges the last two axes only. */
function lastTwoSwapped(t: Tensor): Tensor | undefined {
  if (t.node.op !== 'transpose') return undefined;
  const perm = t.node.attrs.perm as readonly number[];
  const n = perm.length;
  return perm.every((p, i) => p === (i === n - 1 ? n - 2 : i === n - 2 ? n - 1 : i)) ? t.node.inputs[0] : undefined;
}

/** A reduction over axes of size 1 is its operand. The first axis is left alone: it may be a batch, whose size must not change the structure. */
function overSingle({ inputs: [x], attrs, specs: [s] }: Draft): Rewrite {
  const axes = attrs.axes as readonly number[];
  if (axes.length === 0 || axes.some((a) => a === 0 || x.shape[a] !== 1) || x.dtype !== s.dtype) return undefined;
  return whole(x, s) ?? { op: 'reshape', inputs: [x], attrs: { shape: s.shape }, spec: s };
}

function splitReduction({ op, inputs: [x], attrs, specs: [s] }: Draft): Rewrite {
  const axes = attrs.axes as readonly number[];
  if (axes.length === 0) return whole(x, s);
  // The last block of adjacent axes is reduced first, by itself; the others go through this rule again.
  const block = axes.filter((a, i) => axes.slice(i).every((b, j) => b === a + j));
  if (block.length === axes.length) return undefined;
  const others = axes.slice(0, -block.length);
  const shape = x.shape.map((d, i) => (block.includes(i) ? 1 : d));
  const partial = x.node.graph.add(op, [x], { axes: block, keepDims: true }, [{ shape, dtype: x.dtype }], x.node.scope);
  const kept = shape.map((d, i) => (others.includes(i) ? 1 : d));
  return { op, inputs: [partial.outputs[0]], attrs: { axes: others, keepDims: true }, spec: { shape: kept, dtype: s.dtype } };
}

/**
 * Factors that do not change along the summed axes leave the sum: the gradients of a gain, of a mean and of a variance become the same few
 * sums, each taken once. What stays is multiplied in the order of its making, so that equal products are equal nodes.
 */
function factorsOut({ inputs: [x], attrs, specs: [s] }: Draft, emit: Emit): Rewrite {
  if (x.node.op !== 'mul') return undefined;
  const axes = attrs.axes as readonly number[];
  const kept = x.shape.map((d, i) => (axes.includes(i) ? 1 : d));
  if (sizeOf(kept) === sizeOf(x.shape)) return undefined;
  const constant = (t: Tensor) => axes.every((a) => (t.shape[a - x.rank + t.rank] ?? 1) === 1);
  const factors: Tensor[] = [];
  const visit = (t: Tensor): void => {
    if (t.node.op === 'mul' && !constant(t)) t.node.inputs.forEach(visit);
    else factors.push(t);
  };
  visit(x);
  const outside = factors.filter(constant);
  if (outside.length === 0) return undefined;
  const multiply = (a: Tensor, b: Tensor) => emit('mul', [a, b], broadcastShapes('sum', a.shape, b.shape));
  const inside = factors
    .filter((t) => !constant(t))
    .sort((a, b) => a.node.id - b.node.id || a.index - b.index)
    .reduce(multiply);
  // A factor of a smaller shape is summed as it is, and counted.
  if (!sameShape(inside.shape, x.shape)) return undefined;
  const result = outside.reduce(multiply, emit('sum', [inside], kept, { axes, keepDims: true }));
  return sameShape(kept, s.shape) ? result : { op: 'reshape', inputs: [result], attrs: { shape: s.shape }, spec: s };
}

/** Builds the simplified graph of a computation. */
export function simplify(source: Computation): Computation {
  const target = new Graph();
  const made = new Map<string, Node>();
  const identity = new Map<object, number>();
  const map = new Map<Tensor, Tensor>();

  const keyOf = ({ op, inputs, attrs }: Draft): string | undefined => {
    if (op === 'input' || op === 'constant' || op.startsWith('random')) return undefined;
    const parts = Object.keys(attrs)
      .sort()
      .map((k) => {
        const v = attrs[k];
        if (typeof v !== 'object' || Array.isArray(v)) return `${k}=${String(v)}`;
        if (!identity.has(v)) identity.set(v, identity.size);
        return `${k}=#${identity.get(v)}`;
      });
    return `${op}(${inputs.map((t) => `${t.node.id}.${t.index}`).join(',')})${parts.join(';')}`;
  };

  const emit = (draft: Draft, scope: string): readonly Tensor[] => {
    const make: Emit = (op, inputs, shape, attrs = {}) =>
      emit({ op, inputs, attrs, specs: [{ shape, dtype: draft.specs[0].dtype }] }, scope)[0];
    const rewritten = rules[draft.op]?.(draft, make);
    if (rewritten && 'op' in rewritten) {
      const [t] = emit({ op: rewritten.op, inputs: rewritten.inputs, attrs: rewritten.attrs, specs: [rewritten.spec] }, scope);
      const [s] = draft.specs;
      return sameShape(t.shape, s.shape) ? [t] : emit({ op: 'reshape', inputs: [t], attrs: { shape: s.shape }, specs: draft.specs }, scope);
    }
    if (rewritten) return [rewritten as Tensor];
    const folded = fold(draft);
    if (folded !== undefined) return target.add('constant', [], { value: folded }, draft.specs, scope).outputs;
    const key = keyOf(draft);
    const known = key === undefined ? undefined : made.get(key);
    if (known) return known.outputs;
    // The same reduction with its axes kept, or left out, is the same numbers in another shape.
    if (draft.attrs.keepDims !== undefined) {
      const twin = made.get(keyOf({ ...draft, attrs: { ...draft.attrs, keepDims: !draft.attrs.keepDims } }) ?? '');
      const [spec] = draft.specs;
      if (twin) return emit({ op: 'reshape', inputs: [twin.outputs[0]], attrs: { shape: spec.shape }, specs: [spec] }, scope);
    }
    const node = target.add(draft.op, draft.inputs, draft.attrs, draft.specs, scope);
    if (key !== undefined) made.set(key, node);
    return node.outputs;
  };

  const live = reachable(rootsOf(source));
  for (const node of source.graph.nodes) {
    if (node.op !== 'input' && !live.has(node)) continue;
    const outputs = emit(
      { op: node.op, inputs: node.inputs.map((t) => map.get(t) as Tensor), attrs: node.attrs, specs: node.outputs },
      node.scope,
    );
    node.outputs.forEach((t, i) => map.set(t, outputs[i]));
  }
  return prune(mapComputation(source, target, (t) => map.get(t) as Tensor));
}

/** Leaves out the nodes that the rewriting has orphaned; ids become dense again. */
function prune(c: Computation): Computation {
  const live = reachable(rootsOf(c));
  const target = new Graph();
  const map = new Map<Tensor, Tensor>();
  for (const node of c.graph.nodes) {
    if (node.op !== 'input' && !live.has(node)) continue;
    const copy = target.add(
      node.op,
      node.inputs.map((t) => map.get(t) as Tensor),
      node.attrs,
      node.outputs,
      node.scope,
    );
    node.outputs.forEach((t, i) => map.set(t, copy.outputs[i]));
  }
  return mapComputation(c, target, (t) => map.get(t) as Tensor);
}

function reachable(roots: readonly Tensor[]): Set<Node> {
  const seen = new Set<Node>();
  const pending = roots.map((t) => t.node);
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const t of node.inputs) pending.push(t.node);
  }
  return seen;
}

/** The value of an elementwise op on rank-0 constants. */
function fold({ op, inputs, attrs, specs: [spec] }: Draft): number | undefined {
  if (inputs.length === 0 || op === 'div' || op.startsWith('random') || spec.shape.length > 0) return undefined;
  const values = inputs.map(constantOf);
  if (values.some((v) => v === undefined)) return undefined;
  const definition = opOf({ op } as Node);
  if (definition.lower.kind !== 'elementwise' || sizeOf(spec.shape) !== 1) return undefined;
  const given = values.map((v) => ({ shape: [], data: Float64Array.of(v as number) }));
  return definition.reference(given, attrs, [spec], { seed: [0, 0], step: [0, 0] })[0][0];
}
