/** fit beside timers and requests. */
import { delayOf } from '../delays.mjs';
import { arrays, keptNetwork } from './network.mjs';

export const check = () => null;
export async function time(kase) {
  const model = keptNetwork(kase);
  const [x, y] = arrays(kase, kase.batch * 4);
  await model.fit(x, y, { batchSize: kase.batch, verbose: false });
  return delayOf(kase.what, async () => {
    const end = performance.now() + 1000 * kase.seconds;
    const late = AbortSignal.timeout(1000 * kase.seconds);
    while (performance.now() < end) {
      try {
        await model.fit(x, y, { epochs: 1000, batchSize: kase.batch, verbose: false, signal: late });
      } catch (error) {
        if (!late.aborted) throw error;
      }
    }
  });
}
