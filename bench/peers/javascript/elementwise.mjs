/** A loop into an array that is there already. */
import { digest, input } from '../../workloads/elementwise.mjs';
import { secondsPerCallSync } from '../serve.mjs';

const map = (fn) => (x, y) => {
  for (let i = 0; i < x.length; i++) y[i] = fn(x[i]);
};
const functions = {
  relu: map((v) => Math.max(v, 0)),
  sigmoid: map((v) => 1 / (1 + Math.exp(-v))),
  tanh: map(Math.tanh),
  chain: map((v) => Math.abs(1.5 * Math.max(0.5 * v + 0.25, v) * v - 1)),
  softmax: (x, y, columns) => {
    for (let begin = 0; begin < x.length; begin += columns) {
      const end = begin + columns;
      let largest = -Infinity;
      for (let i = begin; i < end; i++) largest = Math.max(largest, x[i]);
      let sum = 0;
      for (let i = begin; i < end; i++) {
        y[i] = Math.exp(x[i] - largest);
        sum += y[i];
      }
      for (let i = begin; i < end; i++) y[i] /= sum;
    }
  },
};

const arrays = new Map();
function run({ kind, elements, rows }) {
  if (!arrays.has(elements)) arrays.set(elements, [input(elements), new Float32Array(elements)]);
  const [x, y] = arrays.get(elements);
  functions[kind](x, y, elements / rows);
  return y;
}
export const check = (kase) => digest(run(kase));
export const time = (kase) => 1e3 * secondsPerCallSync(() => run(kase), 0.1);
