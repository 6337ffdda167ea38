/** session.run, which only comes asynchronously. */
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { data } from '../../workloads/shapes.mjs';
import { secondsPerCall } from '../serve.mjs';
import { onnxModel } from './model.mjs';

const kept = new Map();
async function prediction(kase) {
  const key = `${kase.shape} ${kase.rows}`;
  if (!kept.has(key)) {
    const options = { intraOpNumThreads: kase.threads, interOpNumThreads: 1, graphOptimizationLevel: 'all', executionMode: 'sequential' };
    const session = await InferenceSession.create(onnxModel(kase, kase.rows), options);
    const x = new Tensor('float32', data(kase, kase.rows).x, [kase.rows, kase.sizes[0]]);
    kept.set(key, () => session.run({ x }));
  }
  return kept.get(key);
}

export async function check(kase) {
  const run = await prediction(kase);
  return (await run()).y.data.slice(0, 64);
}
export async function time(kase) {
  return 1e6 * (await secondsPerCall(await prediction(kase), kase.rows === 1 ? 0.1 : 0.3));
}
