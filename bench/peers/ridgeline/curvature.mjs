/** The gradient of a loss, and the gradient of its product with a vector, as steps whose results stay in the state. */
import { grad, ndarray, ops, trainStep } from '../../../dist/index.js';
import { data, kernel } from '../../workloads/shapes.mjs';
import { secondsPerCallSync } from '../serve.mjs';

const { add, logSoftmax, matmul, mean, mul, neg, relu, reshape, sum, takeAlongAxis } = ops;

let kept = { what: '', step: undefined };
function stepOf(kase) {
  if (kept.what === kase.what) return kept.step;
  const { sizes, batch } = kase;
  const given = data(kase, batch);
  const weights = sizes.slice(1).flatMap((units, k) => [
    [`w${k}`, ndarray(kernel(k, sizes[k], units), [sizes[k], units])],
    [`b${k}`, ndarray(new Float32Array(units), [units])],
  ]);
  const names = weights.map(([name]) => name);
  const step = trainStep({
    state: {
      x: ndarray(given.x, [batch, sizes[0]]),
      y: ndarray(given.y, [batch, 1]),
      ...Object.fromEntries(weights),
      // The direction is the weights themselves; one of its own would be read as often.
      ...Object.fromEntries(weights.map(([name, v]) => [`direction ${name}`, v])),
      ...Object.fromEntries(weights.map(([name, v]) => [`result ${name}`, v])),
    },
    inputs: {},
    update(state) {
      const loss = (...values) => {
        let h = state.x;
        for (let k = 0; k < values.length / 2; k++) {
          const z = add(matmul(h, values[2 * k]), values[2 * k + 1]);
          h = 2 * k + 2 < values.length ? relu(z) : z;
        }
        return neg(mean(reshape(takeAlongAxis(logSoftmax(h), state.y), [batch])));
      };
      const wrt = names.map((_, i) => i);
      const gradient = grad(loss, { wrt });
      const along = (...values) =>
        gradient(...values)
          .map((g, i) => sum(mul(g, state[`direction ${names[i]}`])))
          .reduce((a, b) => add(a, b));
      const results = (kase.what === 'gradient' ? gradient : grad(along, { wrt }))(...names.map((n) => state[n]));
      return { state: Object.fromEntries(names.map((n, i) => [`result ${n}`, results[i]])), outputs: {} };
    },
  });
  kept = { what: kase.what, step };
  return step;
}

export function check(kase) {
  const step = stepOf(kase);
  step.runSync({});
  const state = step.getState();
  return ['w0', 'b0', 'w1', 'b1', 'w2', 'b2'].flatMap((n) => {
    const v = state[`result ${n}`].data;
    return Array.from({ length: 8 }, (_, i) => v[(i * 7919) % v.length]);
  });
}
export function time(kase) {
  const step = stepOf(kase);
  return 1e3 * secondsPerCallSync(() => step.runSync({}), 0.2);
}
