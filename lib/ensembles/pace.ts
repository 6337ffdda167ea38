/** Long loops over rows let the event loop go on. */
import { setImmediate as turn } from 'node:timers/promises';

/** Numbers that are gone through between two turns of the event loop: well under a millisecond for all that ensembles do with one. */
const most = 2 ** 15;

/** Takes how many numbers have been gone through since it was last called, and waits for a turn of the event loop where they have become many. */
export type Pace = (numbers: number) => Promise<void>;

/** A pace that begins. */
export function paced(): Pace {
  let done = 0;
  return async (numbers) => {
    done += numbers;
    if (done < most) return;
    done = 0;
    await turn();
  };
}

/** Calls `work` for 0 to n in slices, one after another, of which each item stands for so many numbers. */
export async function inSlices(n: number, numbers: number, work: (begin: number, end: number) => void): Promise<void> {
  const pace = paced();
  const step = Math.max(1, Math.floor(most / Math.max(1, numbers)));
  for (let begin = 0; begin < n; begin += step) {
    const end = Math.min(n, begin + step);
    work(begin, end);
    await pace((end - begin) * numbers);
  }
}
