/** A chunk of training with gradient accumulation: for each step, runs over its micro-batches and one of the optimizer. */
import { accumulatePlan, applyPlan, jobRow } from './plans.ts';
import type { JobModel, ModelResult } from '../runtime/backend.ts';
import type { LoadedPlan } from '../runtime/program.ts';
import type { Engine } from './engine.ts';
import type { Feed } from './feed.ts';

/** Rows [begin, end) of the epoch's order, in steps of `microBatches` times `batchSize` rows. */
export interface AccumulatedChunk {
  readonly feed: Feed;
  readonly indices: Int32Array | null;
  readonly begin: number;
  readonly end: number;
  readonly batchSize: number;
  readonly microBatches: number;
  readonly threads: number;
  readonly signal: AbortSignal | undefined;
}

/** A micro-batch that did not end well: where it begins, and as which micro-step. */
export interface FailedBatch {
  readonly result: ModelResult;
  readonly row: number;
  readonly step: number;
}

/**
 * Takes the steps and moves the position on by each; an abort takes effect between steps, so that none is left half. `report` is told of each, and gives false to end here. Gives the micro-batch
 * that failed: the weights and the optimizer's values are those before its step.
 */
export async function runAccumulated(engine: Engine, chunk: AccumulatedChunk, report: () => boolean): Promise<FailedBatch | undefined> {
  const { feed, indices, begin, end, batchSize, microBatches, threads, signal } = chunk;
  const state = engine.writable();
  engine.clearAccumulation(state);
  engine.takeSnapshot();
  const run = async (plan: LoadedPlan, model: JobModel, columns: Feed['slabs']): Promise<ModelResult> => {
    const job = { threads, columns, models: [model], progressMilliseconds: 0, watch: { offset: 0, bytes: 0 } };
    return (await engine.run(plan, job).promise).models[0];
  };
  engine.running = true;
  try {
    for (let from = begin; from < end && !signal?.aborted; ) {
      const to = Math.min(end, from + batchSize * microBatches);
      const first = engine.position.step * microBatches;
      let taken = 0;
      for (const part of batchParts(feed, batchSize, from, to, (rows, partial) => accumulatePlan(engine, rows, feed.columns, partial))) {
        const row = jobRow(engine, part.plan, state, {
          begin: part.from,
          end: part.to,
          batch: batchSize,
          indices,
          features: feed.features,
        });
        // Each micro-batch draws random numbers of its own.
        const result = await run(part.plan, { ...row, step: first + taken }, feed.slabs);
        taken += result.steps;
        if (result.status !== 'done') return { result, row: part.from + result.rows, step: first + taken };
      }
      const apply = applyPlan(engine);
      await run(apply, jobRow(engine, apply, state, { begin: 0, end: 1, batch: 1 }), []);
      engine.position = { ...engine.position, row: engine.position.row + to - from, step: engine.position.step + 1 };
      from = to;
      if (!report()) return undefined;
    }
    return undefined;
  } finally {
    engine.running = false;
  }
}

/** Rows [begin, end) by plan: where a step cannot take fewer rows than it was compiled for, the last rows get a plan of their own. */
export function batchParts(
  feed: Feed,
  batchSize: number,
  begin: number,
  end: number,
  planFor: (rows: number, partial: boolean) => LoadedPlan,
): { plan: LoadedPlan; from: number; to: number }[] {
  const tail = (end - begin) % batchSize;
  const whole = end - tail;
  const plan = planFor(Math.min(batchSize, feed.rows), tail > 0 && whole > begin);
  if (tail === 0 || plan.partial || plan.rows === tail) return [{ plan, from: begin, to: end }];
  const parts = [
    { plan, from: begin, to: whole },
    { plan: planFor(tail, false), from: whole, to: end },
  ];
  return parts.filter((p) => p.to > p.from);
}
