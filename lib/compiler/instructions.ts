/** Instructions before memory is planned: operands are tensors, not addresses. */
import { RidgelineError } from '../errors.ts';
import { opOf } from '../ops/define.ts';
import { matmulSizes } from '../ops/matmul.ts';
import type { ScanAttributes } from '../ops/scan.ts';
import { dtypeBytes, dtypeCode } from '../tensor/dtype.ts';
import { type Shape, sizeOf, stridesOf } from '../tensor/shape.ts';
import type { Node, Tensor } from '../tensor/tensor.ts';
import { type Computation, rootsOf } from './computation.ts';
import { buildProgram, type Program } from './elementwise.ts';
import type { Cluster, Fusion } from './fuse.ts';
import type { View } from './views.ts';

/** A row-major run of memory inside `base`. */
export interface Run {
  readonly base: Tensor;
  /** Elements from the start of base. */
  readonly offset: number;
  readonly bytes: number;
}
/** A number, memory that is read, or the tensor that is written. */
export type KernelArgument = number | { readonly read: Run } | { readonly write: Tensor };

/** One kernel call over tensors. */
export type Instruction = { readonly label: string; readonly scope: string } & (
  | { readonly kind: 'elementwise'; readonly program: Program }
  | {
      readonly kind: 'reduce';
      readonly program: Program;
      readonly op: 0 | 1;
      readonly reg: number;
      readonly sizes: readonly [number, number, number];
      readonly out: Tensor;
    }
  | {
      readonly kind: 'gemm';
      /** float32, float64, or float32 multiplied in bfloat16. */
      readonly compute: 0 | 1 | 2;
      readonly sizes: { readonly m: number; readonly n: number; readonly k: number; readonly batch: number };
      readonly transposeA: boolean;
      readonly transposeB: boolean;
      readonly a: Run;
      readonly aStride: number;
      readonly b: Run;
      readonly bStride: number;
      readonly c: Tensor;
      readonly program: Program | undefined;
    }
  | { readonly kind: 'kernel'; readonly opcode: number; readonly args: readonly KernelArgument[]; readonly checksIndices: boolean }
  | { readonly kind: 'place'; readonly programs: readonly Program[] }
  | { readonly kind: 'guard'; readonly value: Run; readonly compute: 0 | 1; readonly id: number }
  | {
      readonly kind: 'scan';
      readonly node: Node;
      readonly attrs: ScanAttributes;
      readonly inputs: readonly Run[];
      readonly used: readonly boolean[];
    }
);

/** Tensors written by an instruction. */
export function writesOf(i: Instruction): Tensor[] {
  switch (i.kind) {
    case 'elementwise':
      return i.program.outputs.map((o) => (o.view as View).base);
    case 'reduce':
      return [...i.program.outputs.map((o) => (o.view as View).base), i.out];
    case 'gemm':
      return [...new Set([i.c, ...(i.program?.outputs.map((o) => (o.view as View).base) ?? [])])];
    case 'kernel':
      return i.args.flatMap((a) => (typeof a === 'object' && 'write' in a ? [a.write] : []));
    case 'place':
      return [(i.programs[0].outputs[0].view as View).base];
    case 'guard':
      return [];
    case 'scan':
      return i.node.outputs.filter((_, k) => i.used[k]);
  }
}

/** Tensors read from memory by an instruction (not those it makes itself). */
export function readsOf(i: Instruction): Tensor[] {
  const program = (p: Program | undefined) => (p ? p.inputs.flatMap((o) => (o.view ? [o.view.base] : [])) : []);
  const own = new Set(writesOf(i));
  const list = (): Tensor[] => {
    switch (i.kind) {
      case 'elementwise':
      case 'reduce':
        return program(i.program);
      case 'gemm':
        return [i.a.base, i.b.base, ...program(i.program)];
      case 'kernel':
        return i.args.flatMap((a) => (typeof a === 'object' && 'read' in a ? [a.read.base] : []));
      case 'place':
        return i.programs.flatMap(program);
      case 'guard':
        return [i.value.base];
      case 'scan':
        return i.inputs.map((r) => r.base);
    }
  };
  return [...new Set(list())].filter((t) => !own.has(t));
}

/** Instructions for the clusters of a computation, and its guards; unscheduled. */
export function lower(c: Computation, fusion: Fusion): Instruction[] {
  const { views } = fusion;
  const roots = new Set(rootsOf(c).map((t) => views.of(t).base));
  const readOutside = new Set<Tensor>();
  const users = new Map<Tensor, Node[]>();
  for (const node of c.graph.nodes) for (const t of node.inputs) users.set(t, [...(users.get(t) ?? []), node]);
  const holders = new Map<Node, Cluster[]>();
  for (const cluster of fusion.clusters) for (const node of cluster.nodes) holders.set(node, [...(holders.get(node) ?? []), cluster]);
  for (const [t, nodes] of users) {
    const makers = holders.get(t.node) ?? [];
    if (nodes.some((n) => !holders.has(n) || holders.get(n)?.some((cluster) => !makers.includes(cluster)))) readOutside.add(t);
  }
  const stored = (t: Tensor) => roots.has(t) || readOutside.has(t);
  const run = (t: Tensor): Run => {
    const view = views.of(t);
    return { base: view.base, offset: view.offset, bytes: sizeOf(t.shape) * dtypeBytes[t.dtype] };
  };

  const instructions = fusion.clusters.map((cluster) => lowerCluster(cluster, fusion, stored, run));
  c.guards.forEach((t, id) =>
    instructions.push({ kind: 'guard', label: 'guard', scope: t.node.scope, value: run(t), compute: t.dtype === 'float64' ? 1 : 0, id }),
  );
  return instructions;
}

function lowerCluster(cluster: Cluster, fusion: Fusion, stored: (t: Tensor) => boolean, run: (t: Tensor) => Run): Instruction {
  const { views } = fusion;
  const { nodes, anchor, compute, domain } = cluster;
  const base = { label: nodes.map((n) => n.op).join('+'), scope: (anchor ?? nodes[nodes.length - 1]).scope };
  const made = nodes.filter((n) => n !== anchor).map((n) => n.outputs[0]);
  const own = (t: Tensor) => fusion.clusterOf.get(t.node) === cluster;
  const request = { nodes, compute, domain, views, stored: made.filter((t) => own(t) && stored(t)), given: [] as Tensor[] };
  if (!anchor) return { ...base, kind: 'elementwise', program: buildProgram(request).program };
  const { lower: lowering } = opOf(anchor);
  const [out] = anchor.outputs;
  switch (lowering.kind) {
    case 'reduce': {
      const [x] = anchor.inputs;
      const { program, register } = buildProgram({ ...request, wanted: x });
      const axes = anchor.attrs.axes as readonly number[];
      const first = axes[0] ?? 0;
      const sizes = [
        sizeOf(x.shape.slice(0, first)),
        sizeOf(x.shape.slice(first, first + axes.length)),
        sizeOf(x.shape.slice(first + axes.length)),
      ] as const;
      return { ...base, kind: 'reduce', program, op: lowering.opcode, reg: register, sizes, out };
    }
    case 'matmul': {
      const program = made.length > 0 ? buildProgram({ ...request, stored: [...request.stored], given: [out] }).program : undefined;
      const type = compute === 'float64' ? 1 : anchor.attrs.precision === 'bfloat16' ? 2 : 0;
      return { ...base, ...gemmOf(anchor, run), compute: type, c: out, program };
    }
    case 'kernel':
      return { ...base, kind: 'kernel', ...kernelOf(anchor, run), checksIndices: lowering.checksIndices === true };
    case 'place':
      return { ...base, kind: 'place', programs: placePrograms(anchor, cluster, fusion) };
    case 'scan':
      return {
        ...base,
        kind: 'scan',
        node: anchor,
        attrs: anchor.attrs as unknown as ScanAttributes,
        inputs: anchor.inputs.map(run),
        used: anchor.outputs.map((t, i) => stored(t) || i < (anchor.attrs.carries as number)),
      };
    default:
      throw new RidgelineError('ERR_INTERNAL', `${anchor.op} cannot anchor an instruction`);
  }
}

function gemmOf(node: Node, run: (t: Tensor) => Run) {
  const [a, b] = node.inputs;
  const { transposeA, transposeB } = node.attrs as { transposeA: boolean; transposeB: boolean };
  const { m, n, k, batch } = matmulSizes(a.shape, b.shape, transposeA, transposeB);
  const count = sizeOf(batch);
  const shared = (t: Tensor) => sizeOf(t.shape.slice(0, -2)) === 1;
  const sides = { kind: 'gemm' as const, transposeA, transposeB, a: run(a), b: run(b) };
  // Rows of all batch items against one shared matrix are one taller product.
  if (count > 1 && shared(b) && !shared(a) && !transposeA)
    return { ...sides, sizes: { m: m * count, n, k, batch: 1 }, aStride: 0, bStride: 0 };
  return {
    ...sides,
    sizes: { m, n, k, batch: count },
    aStride: count === 1 || shared(a) ? 0 : m * k,
    bStride: count === 1 || shared(b) ? 0 : k * n,
  };
}

const lastOf = (shape: Shape): number => shape[shape.length - 1];

/** Opcode and arguments of ops that are one kernel call: docs/plan.md lists them. */
function kernelOf(node: Node, run: (t: Tensor) => Run): { opcode: number; args: KernelArgument[] } {
  const [x, y] = node.inputs;
  const [out] = node.outputs;
  const type = dtypeCode[x.dtype];
  const read = (t: Tensor) => ({ read: run(t) });
  const write = { write: out };
  switch (node.op) {
    case 'softmax':
    case 'logSoftmax':
      return { opcode: 4, args: [type, node.op === 'softmax' ? 0 : 1, read(x), write, sizeOf(x.shape.slice(0, -1)), lastOf(x.shape)] };
    case 'argmax': {
      const axis = node.attrs.axis as number;
      return { opcode: 5, args: [type, read(x), write, sizeOf(x.shape.slice(0, axis)), x.shape[axis], sizeOf(x.shape.slice(axis + 1))] };
    }
    case 'gatherRows':
      return { opcode: 6, args: [read(x), read(y), write, x.shape[0], sizeOf(x.shape.slice(1)) * dtypeBytes[x.dtype], sizeOf(y.shape)] };
    case 'scatterAddRows':
      return { opcode: 7, args: [type, read(x), read(y), write, sizeOf(y.shape), sizeOf(out.shape.slice(1)), out.shape[0]] };
    case 'takeAlongAxis':
      return { opcode: 8, args: [type, read(x), read(y), write, sizeOf(x.shape.slice(0, -1)), lastOf(x.shape), lastOf(y.shape)] };
    case 'putAlongAxis':
      return { opcode: 9, args: [type, read(x), read(y), write, sizeOf(x.shape.slice(0, -1)), lastOf(out.shape), lastOf(x.shape)] };
    default:
      throw new RidgelineError('ERR_INTERNAL', `${node.op} has no kernel`);
  }
}

/** pad: a fill and a move; concat: a move for each part. */
function placePrograms(node: Node, cluster: Cluster, { views }: Fusion): Program[] {
  const [out] = node.outputs;
  const strides = stridesOf(out.shape);
  const compute = cluster.compute;
  const into = (offset: number, over: readonly number[]) => [{ reg: 0, view: { base: out, strides, offset }, value: 0, strides: over }];
  const move = (t: Tensor, offset: number): Program => {
    const view = views.of(t);
    const base = view.base.node;
    const spread = base.op === 'constant' && view.strides.every((s) => s === 0) ? (base.attrs.value as number | undefined) : undefined;
    const input = {
      reg: 0,
      view: spread === undefined ? view : undefined,
      value: spread ?? 0,
      strides: spread === undefined ? view.strides : t.shape.map(() => 0),
    };
    return { compute, dims: t.shape, registers: 1, inputs: [input], outputs: into(offset, strides), steps: [] };
  };
  if (node.op === 'pad') {
    const low = node.attrs.low as readonly number[];
    const fill: Program = {
      compute,
      dims: out.shape,
      registers: 1,
      inputs: [{ reg: 0, view: undefined, value: node.attrs.value as number, strides: out.shape.map(() => 0) }],
      outputs: into(0, strides),
      steps: [],
    };
    return [
      fill,
      move(
        node.inputs[0],
        low.reduce((at, l, i) => at + l * strides[i], 0),
      ),
    ];
  }
  const axis = node.attrs.axis as number;
  let at = 0;
  return node.inputs.map((t) => {
    const program = move(t, at * strides[axis]);
    at += t.shape[axis];
    return program;
  });
}
