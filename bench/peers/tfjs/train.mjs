/** trainOnBatch, which is the least that a step can be. */
import { secondsPerCall } from '../serve.mjs';
import { keptNetwork, tensors } from './network.mjs';

const batches = new Map();
function stepOf(kase) {
  if (!batches.has(kase.shape)) batches.set(kase.shape, tensors(kase, kase.batch));
  const [x, y] = batches.get(kase.shape);
  return () => keptNetwork(kase, true).trainOnBatch(x, y);
}

/** The first two steps of the network that is timed later: one of model L takes half a minute. */
export async function check(kase) {
  const step = stepOf(kase);
  return [await step(), await step()];
}
export async function time(kase) {
  const step = stepOf(kase);
  if (kase.shape === 'S') return kase.batch / (await secondsPerCall(step));
  const start = performance.now();
  await step();
  return kase.batch / ((performance.now() - start) / 1000);
}
