/** A layer inside a step of its own: its value and its gradients stay in the state. Needs dist/. */
import { compile, ndarray, ops, trainStep, vjp } from '../dist/index.js';

const filled = (value, shape) => ndarray(new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(value), shape);
const ones = (shape) => filled(1, shape);
const zeros = (shape) => filled(0, shape);

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

/** `input` and `upstream` make the arrays of `shape` that it works on. */
export function layerStep(layer, { shape, input, upstream }) {
  // A first trace tells which weights the layer has.
  const found = new Map();
  const discover = (name, s, role) => {
    found.set(name, { shape: s, role });
    return ops.broadcastTo(ops.constant(1), s);
  };
  compile((x) => layer.call(x, contextOf(discover)), [shape]);
  const weights = [...found].filter(([, { role }]) => role === 'weight').map(([name]) => name);
  return trainStep({
    state: {
      x: input(),
      upstream: upstream(),
      y: zeros(shape),
      dx: zeros(shape),
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
}
