import type { DType } from '../tensor/dtype.ts';
import { dtypeBytes } from '../tensor/dtype.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Engine } from './engine.ts';
import type { Columns } from './steps.ts';

/** Bytes of native memory that a training takes; what JavaScript holds (your arrays, the garbage collector's heap) comes on top. */
export interface TrainingMemory {
  /** Weights and statistics. */
  readonly weights: number;
  /** What the optimizer keeps. */
  readonly optimizer: number;
  /** The copy of weights, statistics and running sums that predict, evaluate and save read while a run is on. */
  readonly snapshot: number;
  /** Inputs and targets of all rows, and one batch gathered from them. */
  readonly data: number;
  /** Activations and gradients of one step. */
  readonly scratch: number;
  readonly total: number;
}

/** What fit will take for `rows` rows in batches of `batchSize`. */
export function trainingMemory(engine: Engine, columns: Columns, rows: number, batchSize: number): TrainingMemory {
  const { plan } = engine.trainPlan(batchSize, columns, false);
  const rowBytes = (dtype: DType, shape: readonly number[]) => dtypeBytes[dtype] * sizeOf(shape);
  const row = rowBytes(columns.x, engine.network.input.shape) + (columns.y ? rowBytes(columns.y.dtype, columns.y.shape) : 0);
  const { weightBytes: weights, optimizerBytes: optimizer } = engine;
  const [snapshot, data, scratch] = [engine.viewBytes, row * (rows + batchSize), plan.scratchBytes];
  return { weights, optimizer, snapshot, data, scratch, total: weights + optimizer + snapshot + data + scratch };
}
