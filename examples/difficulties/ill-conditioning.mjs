/** Ill-conditioning: a valley 10,000 times as steep as it is long, and a network whose gradient grows while its loss falls. */
import { writeFileSync } from 'node:fs';
import { datasets, grad, lineChart, ndarray, ops, trainStep } from 'ridgeline';
import { random } from '../random.mjs';
import { table } from '../table.mjs';

// 1. f(w) = 1/2 Σ λ (Qw)², λ from 1 to 10⁴, in a rotated frame: the steepest direction bounds the rate, the flattest needs 1/λ times as many steps.
const [n, condition] = [20, 1e4];
const draw = random(1);
const rotation = [];
while (rotation.length < n) {
  const row = Array.from({ length: n }, draw);
  for (const q of rotation) {
    const along = q.reduce((sum, v, i) => sum + v * row[i], 0);
    for (let i = 0; i < n; i++) row[i] -= along * q[i];
  }
  const norm = Math.hypot(...row);
  rotation.push(row.map((v) => v / norm));
}
const Q = ndarray(Float64Array.from(rotation.flat()), [n, n]);
const eigenvalues = ndarray(Float64Array.from({ length: n }, (_, i) => condition ** (i / (n - 1))));
const value = (w, q, l) => ops.mul(0.5, ops.sum(ops.mul(l, ops.square(ops.matmul(q, w)))));

const root = Math.sqrt(condition);
const methods = {
  'gradient descent': (w, s, g) => [ops.sub(w, ops.mul(1.9 / condition, g)), s],
  // Polyak's rate and momentum for this condition number.
  momentum: (w, s, g) => {
    const velocity = ops.sub(ops.mul(((root - 1) / (root + 1)) ** 2, s), ops.mul(4 / (root + 1) ** 2, g));
    return [ops.add(w, velocity), velocity];
  },
  // Divided by the root of a running mean of squares, as RMSProp and Adam do: it sees the axes, and the valley does not lie along them.
  'scaled per axis': (w, s, g) => {
    const squares = ops.add(ops.mul(0.99, s), ops.mul(0.01, ops.square(g)));
    return [ops.sub(w, ops.mul(0.001, ops.div(g, ops.add(ops.sqrt(squares), 1e-12)))), squares];
  },
};
const series = {};
const rows = [['method', 'f after 100 steps', '1,000', '5,000']];
for (const [name, rule] of Object.entries(methods)) {
  const step = trainStep({
    state: { w: new Float64Array(n).fill(1), s: new Float64Array(n) },
    inputs: { q: { shape: [n, n], dtype: 'float64' }, l: { shape: [n], dtype: 'float64' } },
    update: ({ w, s }, { q, l }) => {
      const f = (v) => value(ops.reshape(v, [n, 1]), q, ops.reshape(l, [n, 1]));
      const [nextW, nextS] = rule(w, s, grad(f)(w));
      return { state: { w: nextW, s: nextS }, outputs: { f: f(nextW) } };
    },
  });
  series[name] = Array.from({ length: 5000 }, () => step.runSync({ q: Q, l: eigenvalues }).f.data[0]);
  rows.push([name, ...[100, 1000, 5000].map((at) => series[name][at - 1].toExponential(1))]);
}
console.log(table(rows));

// 2. A small network on the digits, all of them in every step. A step of rate ε changes the loss by -ε gᵀg + ε²/2 gᵀHg: where the ratio
// ε gᵀHg / 2 gᵀg is above 1, even the step straight downhill goes up, however large the gradient. In float64: such a path enlarges the
// rounding of every step, and float32 ends elsewhere on each instruction set.
const { x, y } = datasets.digits();
const count = x.shape[0];
const targets = ndarray(
  Float64Array.from({ length: count * 10 }, (_, i) => (y.data[Math.floor(i / 10)] === i % 10 ? 1 : 0)),
  [count, 10],
);
const loss = (w, inputs, labels) => {
  const hidden = ops.reshape(ops.slice(w, [0], [2048]), [64, 32]);
  const output = ops.reshape(ops.slice(w, [2048], [320]), [32, 10]);
  const logits = ops.matmul(ops.tanh(ops.matmul(inputs, hidden)), output);
  return ops.neg(ops.mean(ops.sum(ops.mul(labels, ops.logSoftmax(logits)), 1)));
};
function train(pixels, rate) {
  const between = random(7);
  const step = trainStep({
    state: { w: Float64Array.from({ length: 2368 }, () => 0.05 * between()) },
    inputs: { inputs: { shape: [count, 64], dtype: 'float64' }, labels: { shape: [count, 10], dtype: 'float64' } },
    update: ({ w }, { inputs, labels }) => {
      const objective = (v) => loss(v, inputs, labels);
      const g = grad(objective)(w);
      const along = ops.stopGradient(g);
      const hg = grad((v) => ops.sum(ops.mul(grad(objective)(v), along)))(w);
      const gg = ops.sum(ops.square(g));
      const ratio = ops.mul(rate / 2, ops.div(ops.sum(ops.mul(g, hg)), gg));
      return { state: { w: ops.sub(w, ops.mul(rate, g)) }, outputs: { loss: objective(w), norm: ops.sqrt(gg), ratio } };
    },
  });
  return Array.from({ length: 31 }, () => step.runSync({ inputs: pixels, labels: targets }));
}
const raw = ndarray(Float64Array.from(x.data), [count, 64]);
const { dataset } = datasets.digits().standardize();
const rate = 0.5;
for (const [name, pixels] of [
  ['pixels as they are, 0 to 16', raw],
  ['standardized', ndarray(Float64Array.from(dataset.x.data), [count, 64])],
]) {
  const path = train(pixels, rate);
  const lines = [0, 10, 20, 30].map((s) => [s, ...['loss', 'norm', 'ratio'].map((k) => path[s][k].data[0].toFixed(3))]);
  console.log(`\n${name}, rate ${rate}\n${table([['step', 'loss', 'gradient norm', 'ε gᵀHg / 2 gᵀg'], ...lines])}`);
}
writeFileSync(
  'ill-conditioning.svg',
  lineChart({
    title: 'A quadratic of condition number 10,000',
    series,
    yScale: 'log',
    yMin: 1e-10,
    yMax: 1e6,
    xLabel: 'step',
    yLabel: 'f(w)',
  }),
);
