/** A step whose state holds input and output: the output is written where it stays, and nothing is copied into JavaScript. */
import { activations, ndarray, ops, trainStep } from '../../../dist/index.js';
import { digest, input } from '../../workloads/elementwise.mjs';
import { secondsPerCallSync } from '../serve.mjs';

const { abs, add, maximum, mul, sub } = ops;
const functions = {
  relu: ops.relu,
  sigmoid: ops.sigmoid,
  tanh: ops.tanh,
  softmax: ops.softmax,
  gelu: (x) => activations.gelu().apply(x),
  chain: (x) => abs(sub(mul(mul(maximum(add(mul(x, 0.5), 0.25), x), x), 1.5), 1)),
};

let kept = { kind: '', step: undefined };
function stepOf({ kind, elements, rows }) {
  if (kept.kind !== kind) {
    const shape = [rows, elements / rows];
    const state = { x: ndarray(input(elements), shape), y: ndarray(new Float32Array(elements), shape) };
    kept = { kind, step: trainStep({ state, inputs: {}, update: ({ x }) => ({ state: { y: functions[kind](x) }, outputs: {} }) }) };
  }
  return kept.step;
}
export function check(kase) {
  const step = stepOf(kase);
  step.runSync({});
  return digest(step.getState().y.data);
}
export function time(kase) {
  const step = stepOf(kase);
  return 1e3 * secondsPerCallSync(() => step.runSync({}), 0.1);
}
