/** From a cluster of elementwise nodes to a register program. */
import { ew, ewArity } from '../ops/opcodes.ts';
import { opOf } from '../ops/define.ts';
import { broadcastStrides } from '../ops/broadcast.ts';
import { RidgelineError } from '../errors.ts';
import type { DType } from '../tensor/dtype.ts';
import { type Shape, stridesOf } from '../tensor/shape.ts';
import type { Node, Tensor } from '../tensor/tensor.ts';
import { isElementwise } from './fuse.ts';
import type { View, Views } from './views.ts';

/** Where a program reads or writes: a strided view of memory, or an immediate number. */
export interface ProgramOperand {
  readonly reg: number;
  readonly view: View | undefined;
  readonly value: number;
  /** Per axis of the iteration space. */
  readonly strides: readonly number[];
}
/** One operation on registers. */
export interface ProgramStep {
  readonly op: number;
  readonly dst: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly stream: number;
}
/** A fused-elementwise program over the iteration space `dims`. */
export interface Program {
  readonly compute: DType;
  readonly dims: Shape;
  readonly registers: number;
  readonly inputs: readonly ProgramOperand[];
  readonly outputs: readonly ProgramOperand[];
  readonly steps: readonly ProgramStep[];
}

/** Opcode of a node inside a program; materialized movements are plain moves. */
const opcodeOf = (node: Node): number => {
  const { lower } = opOf(node);
  return lower.kind === 'elementwise' ? lower.opcode : ew.move;
};

/** How `view`, a view of a tensor of `shape`, is read over the iteration space. */
export function stridesOver(view: View, shape: Shape, space: Shape): number[] {
  const spread = broadcastStrides(shape, space);
  const lead = space.length - shape.length;
  return space.map((_, i) => (spread[i] === 0 ? 0 : view.strides[i - lead]));
}

/** What a program is built from. */
export interface ProgramRequest {
  readonly nodes: readonly Node[];
  readonly compute: DType;
  readonly domain: Shape;
  readonly views: Views;
  /** Tensors made by the program that must be stored. */
  readonly stored: readonly Tensor[];
  /** Tensors that arrive in memory although a node of the cluster makes them: the matmul's result. */
  readonly given: readonly Tensor[];
  /** The tensor whose register the caller wants, stored or not: what a reduction reduces. */
  readonly wanted?: Tensor;
}

/** Builds the program and says in which register `wanted` ends up. */
export function buildProgram({ nodes, compute, domain, views, stored, given, wanted }: ProgramRequest): {
  program: Program;
  register: number;
} {
  const inside = new Set(nodes.filter((n) => isElementwise(n) || views.isMaterialized(n.outputs[0])));
  const inputs: ProgramOperand[] = [];
  const registerOf = new Map<Tensor, number>();

  const load = (t: Tensor): void => {
    if (registerOf.has(t)) return;
    const reg = inputs.length;
    registerOf.set(t, reg);
    const constant = t.node.op === 'constant' ? (t.node.attrs.value as number | undefined) : undefined;
    if (constant !== undefined) inputs.push({ reg, view: undefined, value: constant, strides: domain.map(() => 0) });
    else {
      const view = views.of(t);
      // Spread scalars are constants as well, however they were broadcast.
      const base = view.base.node;
      const spread = base.op === 'constant' && view.strides.every((s) => s === 0) ? (base.attrs.value as number | undefined) : undefined;
      inputs.push({ reg, view: spread === undefined ? view : undefined, value: spread ?? 0, strides: stridesOver(view, t.shape, domain) });
    }
  };
  const operandsOf = (node: Node): readonly Tensor[] => node.inputs;
  const order = nodes.filter((n) => inside.has(n));
  for (const t of given) load(t);
  for (const node of order) {
    if (views.isMaterialized(node.outputs[0])) {
      const t = node.outputs[0];
      const view = views.source(t);
      const key = node.inputs[0];
      const base = view.base.node;
      const spread = base.op === 'constant' && view.strides.every((s) => s === 0) ? (base.attrs.value as number | undefined) : undefined;
      registerOf.set(key, inputs.length);
      inputs.push({ reg: inputs.length, view: spread === undefined ? view : undefined, value: spread ?? 0, strides: view.strides });
      continue;
    }
    for (const t of operandsOf(node)) if (!inside.has(t.node) || given.includes(t)) load(t);
  }
  if (wanted && !inside.has(wanted.node)) load(wanted);

  // Inputs keep their registers (they may be memory); results share what is free.
  const lastUse = new Map<Tensor, number>();
  order.forEach((node, i) => {
    for (const t of operandsOf(node)) lastUse.set(t, i);
  });
  for (const t of [...stored, ...(wanted ? [wanted] : [])]) lastUse.set(t, order.length);
  const free: number[] = [];
  let registers = inputs.length;
  const steps: ProgramStep[] = [];
  order.forEach((node, i) => {
    const [t] = node.outputs;
    const dst = free.pop() ?? registers++;
    const op = opcodeOf(node);
    const args = operandsOf(node)
      .slice(0, Math.max(1, ewArity(op)))
      .map((x) => registerOf.get(x) as number);
    steps.push({ op, dst, a: args[0] ?? 0, b: args[1] ?? 0, c: args[2] ?? 0, stream: (node.attrs.stream as number | undefined) ?? 0 });
    registerOf.set(t, dst);
    for (const x of new Set(operandsOf(node))) {
      if (inside.has(x.node) && !given.includes(x) && lastUse.get(x) === i) free.push(registerOf.get(x) as number);
    }
    if (!lastUse.has(t)) free.push(dst);
  });
  if (registers > 32) throw new RidgelineError('ERR_INTERNAL', `a fused program needs ${registers} registers`);
  const outputs = stored.map((t) => ({
    reg: registerOf.get(t) as number,
    view: { base: t, strides: stridesOf(t.shape), offset: 0 },
    value: 0,
    strides: stridesOver({ base: t, strides: stridesOf(t.shape), offset: 0 }, t.shape, domain),
  }));
  return {
    program: { compute, dims: domain, registers: Math.max(1, registers), inputs, outputs, steps },
    register: wanted ? (registerOf.get(wanted) as number) : 0,
  };
}
