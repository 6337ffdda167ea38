/** trainOnBatch beside timers and requests: small steps, for one of model L takes half a minute. */
import { shapes } from '../../workloads/shapes.mjs';
import { delayOf } from '../delays.mjs';
import { keptNetwork, tensors } from './network.mjs';

export const check = () => null;
export async function time(kase) {
  const small = { ...shapes.S, shape: 'S' };
  const model = keptNetwork(small, true);
  const [x, y] = tensors(small, small.batch);
  return delayOf(kase.what, async () => {
    const end = performance.now() + 1000 * kase.seconds;
    while (performance.now() < end) {
      await model.trainOnBatch(x, y);
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
}
