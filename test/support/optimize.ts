/** Optimizer steps on the reference interpreter, in float64. */

import { evaluate } from '../../lib/ops/evaluate.ts';
import { applyOptimizer } from '../../lib/optimizers/apply.ts';
import type { Optimizer } from '../../lib/optimizers/index.ts';
import '../../lib/ops/index.ts';
import { Graph, type Tensor, tracing } from '../../lib/tensor/tensor.ts';

export type Values = Readonly<Record<string, readonly number[]>>;
export interface OptimizerState {
  readonly weights: Values;
  /** By weight, then slot. */
  readonly slots: Readonly<Record<string, Values>>;
}

const record = <T, U>(from: Readonly<Record<string, T>>, fn: (value: T, name: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(from).map(([name, v]) => [name, fn(v, name)]));

/** Gradients that follow from the weights, for a number of steps. */
export interface Descent {
  readonly steps: number;
  at(weights: Values): Values;
}

/** Takes a step per gradient, given or found on the way, from `weights`; gives the state after each. */
export function optimize(
  optimizer: Optimizer,
  weights: Values,
  gradients: readonly Values[] | Descent,
  projections: Readonly<Record<string, (w: Tensor) => Tensor>> = {},
): OptimizerState[] {
  let state: OptimizerState = {
    weights,
    slots: record(weights, (w) => Object.fromEntries(optimizer.slotNames.map((s) => [s, w.map(() => optimizer.slotStarts[s])]))),
  };
  const steps = 'steps' in gradients ? gradients.steps : gradients.length;
  return Array.from({ length: steps }, (_, step) => {
    const given = 'steps' in gradients ? gradients.at(state.weights) : gradients[step];
    const graph = new Graph();
    const feeds = new Map<Tensor, { shape: readonly number[]; data: Float64Array }>();
    const input = (name: string, values: readonly number[], shape: readonly number[] = [values.length]): Tensor => {
      const t = graph.input(name, { shape, dtype: 'float64' });
      feeds.set(t, { shape, data: Float64Array.from(values) });
      return t;
    };
    const next = tracing(graph, () =>
      applyOptimizer(optimizer, {
        weights: record(state.weights, (w, name) => input(name, w)),
        gradients: record(given, (g, name) => input(`gradient of ${name}`, g)),
        slots: record(state.slots, (slots, name) => record(slots, (s, slot) => input(`${slot} of ${name}`, s))),
        scalars: record(optimizer.tabulate(step), (v, name) => input(name, [v], [])),
        projections,
      }),
    );
    const read = (tensors: Readonly<Record<string, Tensor>>) => record(tensors, (t) => [...evaluate([t], feeds)[0].data]);
    state = { weights: read(next.weights), slots: record(next.slots, read) };
    return state;
  });
}
