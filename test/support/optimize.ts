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
  /** What evaluation uses. */
  readonly views: Values;
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
  shapes: Readonly<Record<string, readonly number[]>> = {},
): OptimizerState[] {
  const shapeOf = (name: string, w: readonly number[]): readonly number[] => shapes[name] ?? [w.length];
  let state: OptimizerState = {
    weights,
    views: weights,
    slots: record(weights, (w, name) =>
      record(optimizer.slotsOf({ name, shape: shapeOf(name, w) }), ({ start, scalar }) =>
        start === 'weight' ? w : scalar ? [start] : w.map(() => start),
      ),
    ),
  };
  const steps = 'steps' in gradients ? gradients.steps : gradients.length;
  return Array.from({ length: steps }, (_, step) => {
    const graph = new Graph();
    const feeds = new Map<Tensor, { shape: readonly number[]; data: Float64Array }>();
    const input = (name: string, values: readonly number[], shape: readonly number[] = [values.length]): Tensor => {
      const t = graph.input(name, { shape, dtype: 'float64' });
      feeds.set(t, { shape, data: Float64Array.from(values) });
      return t;
    };
    const read = (tensors: Readonly<Record<string, Tensor>>) => record(tensors, (t) => [...evaluate([t], feeds)[0].data]);
    const weights = record(state.weights, (w, name) => input(name, w, shapeOf(name, w)));
    const scalars = record(optimizer.tabulate(step), (v, name) => input(name, [v], []));
    const inputs = (g: Values) => record(g, (v, name) => input(`gradient of ${name}`, v, shapeOf(name, v)));
    const here = 'steps' in gradients ? gradients.at(state.weights) : gradients[step];
    const { probe } = optimizer;
    const given =
      probe && 'steps' in gradients ? gradients.at(read(tracing(graph, () => probe({ weights, gradients: inputs(here), scalars })))) : here;
    const next = tracing(graph, () =>
      applyOptimizer(optimizer, {
        weights,
        gradients: inputs(given),
        slots: record(state.slots, (slots, name) => {
          const shape = shapeOf(name, state.weights[name]);
          const specs = optimizer.slotsOf({ name, shape });
          return record(slots, (s, slot) => input(`${slot} of ${name}`, s, specs[slot].scalar ? [] : shape));
        }),
        scalars,
        projections,
      }),
    );
    const slots = record(next.slots, read);
    const trained = read(next.weights);
    state = {
      weights: trained,
      slots,
      views: record(trained, (w, name) => (optimizer.view === undefined ? w : slots[name][optimizer.view])),
    };
    return state;
  });
}
