/** trainOnBatch, which is the least that a step can be. */
import { keptNetwork, network, tensors } from './network.mjs';
import { secondsPerCall } from '../serve.mjs';

export async function check(kase) {
  const model = network(kase);
  const [x, y] = tensors(kase, kase.batch);
  return [await model.trainOnBatch(x, y), await model.trainOnBatch(x, y)];
}
const batches = new Map();
export async function time(kase) {
  if (!batches.has(kase.shape)) {
    batches.set(kase.shape, tensors(kase, kase.batch));
    // The first step of a model compiles.
    await keptNetwork(kase).trainOnBatch(...batches.get(kase.shape));
  }
  const [x, y] = batches.get(kase.shape);
  const model = keptNetwork(kase);
  if (kase.shape !== 'S') {
    const start = performance.now();
    await model.trainOnBatch(x, y);
    return kase.batch / ((performance.now() - start) / 1000);
  }
  return kase.batch / (await secondsPerCall(() => model.trainOnBatch(x, y)));
}
