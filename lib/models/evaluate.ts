import { evaluatePlan, jobRow } from './plans.ts';
import { clearSums, phaseResults } from './sums.ts';
import { RidgelineError } from '../errors.ts';
import { checkIndices, type Slab } from '../runtime/backend.ts';
import { type Engine, type Runner, runAlone } from './engine.ts';
import type { Feed } from './feed.ts';

/** Loss and metrics of the weights in `slab` over a feed. */
export async function evaluateFeed(
  engine: Engine,
  feed: Feed,
  slab: Slab,
  threads: number,
  run: Runner = runAlone,
): Promise<Record<string, number>> {
  const { program } = engine;
  const plan = evaluatePlan(engine, feed.rows, feed.columns);
  clearSums(engine, 'evaluate', slab);
  for (let begin = 0; begin < feed.rows; ) {
    // A plan that takes no partial batch gets whole batches, and one of its own size for the rest.
    const whole = plan.partial ? feed.rows : begin + Math.floor((feed.rows - begin) / plan.rows) * plan.rows;
    const part = whole > begin ? plan : evaluatePlan(engine, feed.rows - begin, feed.columns);
    const end = whole > begin ? whole : feed.rows;
    const job = {
      threads,
      columns: feed.slabs,
      models: [jobRow(engine, part, slab, { begin, end, batch: part.rows, indices: feed.order ?? null, features: feed.features })],
      progressMilliseconds: 0,
      watch: { offset: 0, bytes: 0 },
    };
    const result = await run(part, job, null).promise;
    checkIndices('evaluate', result.models[0]);
    if (engine.program !== program) throw new RidgelineError('ERR_BUSY', 'evaluate: model.compile() was called meanwhile');
    begin = end;
  }
  return phaseResults(engine, 'evaluate', slab);
}
