/** What an epoch takes besides data and weights, made while the one before runs. */
import type { Engine } from './engine.ts';
import type { Feed } from './feed.ts';
import { passOrders } from './passes.ts';
import { type TableAhead, tableAhead } from './scalar-table.ts';

/** The order of an epoch's rows, and the table of its scalars where it can be known. */
export interface Ahead {
  readonly epoch: number;
  readonly indices: Int32Array | null;
  readonly table: TableAhead | undefined;
}

/**
 * For the epoch after the one that has just begun to run, with a plan of these scalars in so many steps. undefined where it cannot be had: a run
 * that is on must not be left for that, and the epoch itself will say why.
 */
export function lookAhead(
  engine: Engine,
  feed: Feed,
  { epoch, shuffled, names, steps }: { epoch: number; shuffled: boolean; names: readonly string[]; steps: number },
): Ahead | undefined {
  const next = epoch + 1;
  try {
    return {
      epoch: next,
      indices: passOrders(feed, { seed: engine.seed, epoch: next, passes: 1, shuffled }),
      table: tableAhead(engine, names, engine.position.step + steps, steps),
    };
  } catch {
    return undefined;
  }
}
