/** A layer inside a step of its own: value and input gradient stay in the state, and nothing is copied into JavaScript. */
import { compile, layers, ndarray, ops, trainStep, vjp } from '../../../dist/index.js';
import { fill } from '../../workloads/fill.mjs';
import { inputAt, upstreamAt } from '../../workloads/normalization.mjs';
import { Missing, secondsPerCallSync } from '../serve.mjs';

/** What a layer asks for while it is traced, with weights and statistics from `given` and new statistics into `updates`. */
const contextOf = (given, updates = {}) => ({
  training: true,
  parameter: (name, shape) => given(name, shape, 'weight'),
  statistic: (name, shape) => given(name, shape, 'statistic'),
  updateStatistic(name, value) {
    updates[name] = value;
  },
  scalar: (_name, value) => ops.constant(value),
  addPenalty() {},
});

function layerOf({ kind, layer, groups }) {
  if (!layers[layer]) throw new Missing(`this version has no layers.${layer}`);
  return kind === 'group' ? layers[layer]({ groups }) : layers[layer]();
}

let kept = { kind: '', step: undefined };
function stepOf(kase) {
  if (kept.kind === kase.kind) return kept.step;
  const layer = layerOf(kase);
  const shape = [kase.rows, kase.columns];
  // A first trace tells which weights the layer has.
  const found = new Map();
  const discover = (name, s, role) => {
    found.set(name, { shape: s, role });
    return ops.broadcastTo(ops.constant(1), s);
  };
  compile((x) => layer.call(x, contextOf(discover)), [shape]);
  const ones = (s) => ndarray(new Float32Array(s.reduce((a, b) => a * b, 1)).fill(1), s);
  const weights = [...found].filter(([, { role }]) => role === 'weight').map(([name]) => name);
  const from = (fn) => ndarray(fill(kase.elements, fn), shape);
  const step = trainStep({
    state: {
      x: from(inputAt),
      upstream: from(upstreamAt),
      y: ndarray(new Float32Array(kase.elements), shape),
      dx: ndarray(new Float32Array(kase.elements), shape),
      ...Object.fromEntries([...found].map(([name, { shape: s }]) => [`given ${name}`, ones(s)])),
      ...Object.fromEntries(weights.map((name) => [`gradient ${name}`, ones(found.get(name).shape)])),
    },
    inputs: {},
    update(state) {
      const updates = {};
      const forward = (x, ...values) =>
        layer.call(
          x,
          contextOf((name, _s, role) => (role === 'weight' ? values[weights.indexOf(name)] : state[`given ${name}`]), updates),
        );
      const { value, pullback } = vjp(forward, [state.x, ...weights.map((name) => state[`given ${name}`])]);
      const [dx, ...gradients] = pullback(state.upstream);
      return {
        state: {
          y: value,
          dx,
          ...Object.fromEntries(weights.map((name, i) => [`gradient ${name}`, gradients[i]])),
          ...Object.fromEntries(Object.entries(updates).map(([name, v]) => [`given ${name}`, v])),
        },
        outputs: {},
      };
    },
  });
  kept = { kind: kase.kind, step };
  return step;
}

/** Some values, and some of the input's gradient. Weights are 1 everywhere (scale and offset alike). */
export function check(kase) {
  const step = stepOf(kase);
  step.runSync({});
  const { y, dx } = step.getState();
  return [y, dx].flatMap(({ data }) => Array.from({ length: 32 }, (_, i) => data[(i * 249_989) % data.length]));
}
export function time(kase) {
  const step = stepOf(kase);
  return 1e3 * secondsPerCallSync(() => step.runSync({}), 0.2);
}
