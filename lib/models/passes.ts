/** Epochs as passes of one run: the order of their rows, and how many epochs a run takes. */
import { shuffle } from '../data/prng.ts';
import type { Feed } from './feed.ts';

/** Rows of an epoch in the order in which they are used: a permutation that follows from seed and epoch alone. */
export function epochOrder(seed: number, epoch: number, rows: number, shuffled: boolean): Int32Array | null {
  return passOrders({ rows }, { seed, epoch, passes: 1, shuffled });
}

/** Rows of the slabs for `passes` epochs from `epoch` on, one epoch behind the other; null: all in order, in each. */
export function passOrders(
  { rows, order }: Pick<Feed, 'rows' | 'order'>,
  { seed, epoch, passes, shuffled }: { seed: number; epoch: number; passes: number; shuffled: boolean },
): Int32Array | null {
  if (!shuffled && (!order || passes === 1)) return order ?? null;
  const list = new Int32Array(passes * rows);
  for (let pass = 0; pass < passes; pass++) {
    const own = list.subarray(pass * rows, (pass + 1) * rows);
    if (order) own.set(order);
    else for (let i = 0; i < rows; i++) own[i] = i;
    if (shuffled) shuffle(own, (seed + (epoch + pass + 1) * 0x9e3779b1) % 2 ** 48);
  }
  return list;
}

/** Products of a row with a weight in a run of several passes: some milliseconds of one thread, so that threads end at about the same time. */
const mostWork = 2 ** 26;
/** Rows of such a run: its list of rows and its table of scalars are no larger than a small model's data. */
const mostRows = 2 ** 16;

/** How many of the epochs that are left the next run takes, where none of them is looked into: about as many as the runs after it. */
export function passesOf({ rows, weights, epochs }: { rows: number; weights: number; epochs: number }): number {
  const most = Math.max(1, Math.floor(Math.min(mostRows / rows, mostWork / (rows * weights))));
  return Math.max(1, Math.ceil(epochs / Math.ceil(epochs / most)));
}
