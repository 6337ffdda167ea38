/** The columns of data that steps read, and the inputs of graphs that stand for them. */
import type { DType } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Graph, Tensor } from '../tensor/tensor.ts';
import type { Network } from './network.ts';

/** Targets of one output. */
export interface TargetColumn {
  readonly shape: Shape;
  readonly dtype: DType;
  /** A column of weights per row comes with them. */
  readonly weighted: boolean;
}

/** The columns that a step reads, beside what compile() fixes, in the order of inputs and outputs. */
export interface Columns {
  readonly x: readonly DType[];
  /** Empty in prediction. */
  readonly y: readonly TargetColumn[];
}

/** The inputs of a step of `rows` rows. */
export const batchInputs = (graph: Graph, { inputs, named }: Network, rows: number, dtypes: readonly DType[]): Tensor[] =>
  inputs.map(({ name, shape }, i) => graph.input(named ? `x/${name}` : 'x', { shape: [rows, ...shape], dtype: dtypes[i] }, 'batch'));

/** Ports of one row per row. */
export const perRow = (tensors: readonly Tensor[]) => tensors.map((tensor) => ({ tensor, perRow: true }));
