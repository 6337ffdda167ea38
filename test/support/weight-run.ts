/** Evaluates a function of one weight and plan scalars on the reference interpreter. */
import { evaluate } from '../../lib/ops/evaluate.ts';
import '../../lib/ops/index.ts';
import type { ReferenceValue } from '../../lib/ops/define.ts';
import type { ScalarSource } from '../../lib/regularizers/define.ts';
import { Graph, type Tensor, tracing } from '../../lib/tensor/tensor.ts';
import type { NDArray } from '../../lib/tensor/ndarray.ts';
import { reference } from './layer-run.ts';

export interface WeightRun {
  readonly shape: readonly number[];
  readonly values: number[];
  /** The scalars that were asked for, with the values given for them. */
  readonly scalars: Readonly<Record<string, number>>;
  /** Numbers that the graph holds as constants: a strength among them could not be changed later. */
  readonly constants: readonly number[];
}

/** `override` takes the place of scalars by name, as setHyperparameter does. */
export function runOnWeight(
  fn: (w: Tensor, scalar: ScalarSource) => Tensor,
  w: NDArray,
  override: Readonly<Record<string, number>> = {},
): WeightRun {
  const graph = new Graph();
  const feeds = new Map<Tensor, ReferenceValue>();
  const scalars: Record<string, number> = {};
  const scalar: ScalarSource = (name, value) => {
    scalars[name] = value;
    const t = graph.input(name, { shape: [], dtype: w.dtype }, 'scalar');
    feeds.set(t, { shape: [], data: Float64Array.of(override[name] ?? value) });
    return t;
  };
  const input = graph.input('w', { shape: w.shape, dtype: w.dtype }, 'state');
  feeds.set(input, reference(w));
  const output = tracing(graph, () => fn(input, scalar));
  const constants = graph.nodes.flatMap((n) => (n.op === 'constant' ? [n.attrs.value as number] : []));
  return { shape: output.shape, values: [...evaluate([output], feeds)[0].data], scalars, constants };
}
