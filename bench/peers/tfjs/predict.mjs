/** predict, and the copy of the result into JavaScript. */
import * as tf from '@tensorflow/tfjs-core';
import { secondsPerCallSync } from '../serve.mjs';
import { keptNetwork, tensors } from './network.mjs';

const run = (kase, x) => tf.tidy(() => keptNetwork(kase).predict(x).dataSync());
export const check = (kase) => run(kase, tensors(kase, kase.rows)[0]).slice(0, 64);
export function time(kase) {
  const [x, y] = tensors(kase, kase.rows);
  const seconds = secondsPerCallSync(() => run(kase, x));
  tf.dispose([x, y]);
  return 1e6 * seconds;
}
