import type { Graph, Tensor } from '../tensor/tensor.ts';

/** A value of the state slab: where it lies, how a step reads it and what a step makes of it. */
export interface StateBinding {
  /** Bytes from the start of the slab. */
  readonly offset: number;
  /** The graph's input that stands for the value before the step; absent when the step does not read it. */
  readonly input?: Tensor;
  /** The value after the step; absent when the step does not change it. */
  readonly next?: Tensor;
}

/** What the compiler is given: a pure graph and where its inputs and results live. */
export interface Computation {
  readonly graph: Graph;
  /** Inputs from the feed or the caller, in port order; `perRow` ones have the batch as their first axis. */
  readonly ports: readonly { readonly tensor: Tensor; readonly perRow: boolean }[];
  /** Rank-0 float inputs, in slot order of the scalar table. */
  readonly scalars: readonly Tensor[];
  readonly state: readonly StateBinding[];
  readonly stateBytes: number;
  /** Results that the caller reads. */
  readonly outputs: readonly { readonly tensor: Tensor; readonly perRow: boolean }[];
  /** Tensors that must be finite before any state is written. */
  readonly guards: readonly Tensor[];
  /** Rows of a full batch; 1 for graphs without batch. */
  readonly rows: number;
}

/** All tensors a computation must produce. */
export const rootsOf = (c: Computation): Tensor[] => [
  ...c.outputs.map((o) => o.tensor),
  ...c.state.flatMap((s) => (s.next ? [s.next] : [])),
  ...c.guards,
];

/** The same computation with every tensor replaced. */
export function mapComputation(c: Computation, graph: Graph, map: (t: Tensor) => Tensor): Computation {
  return {
    ...c,
    graph,
    ports: c.ports.map((p) => ({ ...p, tensor: map(p.tensor) })),
    scalars: c.scalars.map(map),
    state: c.state.map((s) => ({ offset: s.offset, input: s.input && map(s.input), next: s.next && map(s.next) })),
    outputs: c.outputs.map((o) => ({ ...o, tensor: map(o.tensor) })),
    guards: c.guards.map(map),
  };
}
