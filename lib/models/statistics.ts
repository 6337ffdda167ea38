import { jobRow, statisticsPlan } from './plans.ts';
import type { Engine } from './engine.ts';
import type { Feed } from './feed.ts';
import { statisticsShare } from './steps.ts';

/**
 * Moving statistics of layers as the plain mean, over the batches of a feed, of what each batch shows in training mode at the weights that
 * evaluation uses. Ioffe and Szegedy 2015, algorithm 2; PyTorch's update_bn.
 */
export async function refreshStatistics(
  engine: Engine,
  feed: Feed,
  { batchSize, threads }: { readonly batchSize: number; readonly threads: number },
): Promise<void> {
  if (!engine.averages) return;
  const size = Math.min(batchSize, feed.rows);
  const tail = feed.rows % size;
  const plan = statisticsPlan(engine, size, feed.columns, tail > 0);
  const whole = plan.partial ? feed.rows : feed.rows - tail;
  const parts = [{ plan, begin: 0, end: whole, batches: 0 }];
  if (whole < feed.rows)
    parts.push({ plan: statisticsPlan(engine, tail, feed.columns, false), begin: whole, end: feed.rows, batches: whole / size });
  const state = engine.writable();
  engine.takeSnapshot();
  engine.running = true;
  try {
    for (const { plan: part, begin, end, batches } of parts) {
      const share = { [statisticsShare]: (step: number) => 1 / (batches + step + 1) };
      const models = [
        jobRow(engine, part, state, { begin, end, batch: part.rows, indices: feed.order ?? null, features: feed.features }, share),
      ];
      const job = {
        threads,
        columns: feed.slabs.slice(0, engine.network.inputs.length),
        models,
        progressMilliseconds: 0,
        watch: { offset: 0, bytes: 0 },
      };
      await engine.run(part, job).promise;
    }
  } finally {
    engine.running = false;
  }
}
