import { trainPlan } from './plans.ts';
import { compileComputation } from '../compiler/compile.ts';
import { layoutState } from '../runtime/state-layout.ts';
import type { DType } from '../tensor/dtype.ts';
import { dtypeBytes } from '../tensor/dtype.ts';
import { sizeOf } from '../tensor/shape.ts';
import { accumulationEntries, accumulationPrefix, traceAccumulate, traceApply } from './accumulation-steps.ts';
import type { Engine } from './engine.ts';
import type { Columns } from './columns.ts';

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
  /** The gradients that are added up over the batches of a step; 0 without gradientAccumulation. */
  readonly accumulation: number;
  /** Activations and gradients of one step. */
  readonly scratch: number;
  readonly total: number;
}

/** What fit will take for `rows` rows in batches of `batchSize`, `microBatches` of which make a step. */
export function trainingMemory(engine: Engine, columns: Columns, rows: number, batchSize: number, microBatches: number): TrainingMemory {
  const rowBytes = (dtype: DType, shape: readonly number[]) => dtypeBytes[dtype] * sizeOf(shape);
  const inputs = engine.network.inputs.map(({ shape }, i) => rowBytes(columns.x[i], shape));
  const targets = columns.y.map(({ dtype, shape }) => rowBytes(dtype, shape));
  const row = [...inputs, ...targets].reduce((a, b) => a + b);
  const model = engine.requireCompiled('trainingMemory');
  const entries = [...model.layout.entries.values()].filter((e) => !e.name.startsWith(accumulationPrefix));
  const { weightBytes: weights, optimizerBytes: optimizer } = engine;
  const [snapshot, data] = [engine.viewBytes, row * (rows + batchSize)];
  let accumulation = 0;
  let scratch: number;
  if (microBatches === 1) scratch = trainPlan(engine, batchSize, columns, false).plan.scratchBytes;
  else {
    // Compiled aside: the state makes room for the gradients when fit begins.
    const layout = layoutState([...entries, ...accumulationEntries(model)]);
    accumulation = layout.bytes - layoutState(entries).bytes;
    const steps = [
      traceAccumulate({ ...model, layout }, batchSize, columns, engine.declare),
      traceApply({ ...model, layout }, engine.declare),
    ];
    scratch = steps.reduce((bytes, { computation }) => bytes + compileComputation(computation).scratchBytes, 0);
  }
  const parts = { weights, optimizer, snapshot, data, accumulation, scratch };
  return { ...parts, total: Object.values(parts).reduce((a, b) => a + b) };
}
