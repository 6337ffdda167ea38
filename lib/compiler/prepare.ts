/** Runs the passes on a computation and, within it, on the bodies of its scans. */
import { opOf } from '../ops/define.ts';
import { Graph, type Tensor } from '../tensor/tensor.ts';
import { type Computation, mapComputation } from './computation.ts';
import { expand } from './expand.ts';
import { type Fusion, fuse, type FuseOptions } from './fuse.ts';
import { type Instruction, lower } from './instructions.ts';
import { type MemoryPlan, planMemory } from './memory.ts';
import { type Schedule, schedule } from './schedule.ts';
import { simplify } from './simplify.ts';

/** A computation with its instructions ordered and its memory planned. */
export interface Prepared {
  readonly computation: Computation;
  readonly fusion: Fusion;
  readonly instructions: readonly Instruction[];
  readonly schedule: Schedule;
  readonly memory: MemoryPlan;
  /** Scan bodies by instruction index. */
  readonly bodies: ReadonlyMap<number, Prepared>;
}

/** `hint` is the result for another row count of the same function: its order and layout are repeated, so that only sizes differ. */
export function prepare(source: Computation, options: FuseOptions = {}, hint?: Prepared): Prepared {
  const computation = separate(simplify(expand(source)));
  const fusion = fuse(computation, options);
  const instructions = lower(computation, fusion);
  const sameStructure = hint && hint.instructions.length === instructions.length ? hint : undefined;
  const bodies = new Map<number, Prepared>();
  instructions.forEach((i, k) => {
    if (i.kind === 'scan') bodies.set(k, prepare(bodyOf(i), options, sameStructure?.bodies.get(k)));
  });
  const order = schedule(computation, instructions, fusion, sameStructure?.schedule.order);
  const kept = new Set(computation.outputs.map((o) => fusion.views.of(o.tensor).base));
  const arenas = new Map([...bodies].map(([k, b]) => [k, b.memory.bytes]));
  const memory = planMemory(instructions, order, kept, arenas, sameStructure?.memory.layout);
  return { computation, fusion, instructions, schedule: order, memory, bodies };
}

/**
 * New state that is only another input (a swap, a copy of the batch) is first moved to a value of its own, so that writing one entry never
 * destroys what another still has to read.
 */
function separate(c: Computation): Computation {
  const isInput = (t: Tensor): boolean => {
    let at = t;
    while (['reshape', 'movement'].includes(opOf(at.node).lower.kind)) [at] = at.node.inputs;
    return at.node.op === 'input';
  };
  const state = c.state.map((s) => {
    if (!s.next || s.next === s.input || !isInput(s.next)) return s;
    return { ...s, next: c.graph.add('stopGradient', [s.next], {}, [s.next], s.next.node.scope).outputs[0] };
  });
  return { ...c, state };
}

/** A scan's body as a computation: carries are its state, xs and captured values its ports, ys and saved carries are written as state too. */
function bodyOf(i: Extract<Instruction, { kind: 'scan' }>): Computation {
  const { body, carries } = i.attrs;
  const ys = body.outputs.length - carries;
  // The body may be shared by several scans: each works on a copy.
  const graph = new Graph();
  const map = new Map<Tensor, Tensor>();
  for (const node of body.nodes) {
    const copy = graph.add(
      node.op,
      node.inputs.map((t) => map.get(t) as Tensor),
      node.attrs,
      node.outputs,
      node.scope,
    );
    node.outputs.forEach((t, k) => map.set(t, copy.outputs[k]));
  }
  const inputs = body.inputs;
  const state = [
    ...body.outputs.map((next, k) => ({ offset: k, input: k < carries ? inputs[k] : undefined, next: i.used[k] ? next : undefined })),
    ...inputs.slice(0, carries).map((next, k) => ({ offset: carries + ys + k, next: i.used[carries + ys + k] ? next : undefined })),
  ];
  const c: Computation = {
    graph: body,
    ports: inputs.slice(carries).map((tensor) => ({ tensor, perRow: false })),
    scalars: [],
    state,
    stateBytes: 0,
    outputs: [],
    guards: [],
    rows: 1,
  };
  return mapComputation(c, graph, (t) => map.get(t) as Tensor);
}
