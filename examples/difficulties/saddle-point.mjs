/** A saddle point: gradient descent leaves it after a time that grows with the logarithm of how near it began; Newton's method is drawn to it. */
import { writeFileSync } from 'node:fs';
import { compile, grad, lineChart, ndarray, ops, trainStep } from 'ridgeline';
import { table } from '../table.mjs';

// f(x, y) = x²/2 - y²/2 + y⁴/4: a saddle at (0, 0), where f = 0, between two minima at (0, ±1), where f = -1/4.
const part = (w, i) => ops.sum(ops.slice(w, [i], [1]));
const f = (w) => {
  const [x, y] = [part(w, 0), part(w, 1)];
  return ops.add(ops.sub(ops.mul(0.5, ops.square(x)), ops.mul(0.5, ops.square(y))), ops.mul(0.25, ops.square(ops.square(y))));
};
const limit = 2000;
function descend(start, { momentum = 0, noise = 0 } = {}) {
  const step = trainStep({
    state: { w: Float64Array.from(start), v: new Float64Array(2) },
    inputs: {},
    update: ({ w, v }) => {
      const g = ops.add(grad(f)(w), ops.mul(noise, ops.cast(ops.randomNormal([2], { stream: 1 }), 'float64')));
      const velocity = ops.sub(ops.mul(momentum, v), ops.mul(0.05, g));
      return { state: { w: ops.add(w, velocity), v: velocity }, outputs: { f: f(w) } };
    },
    seed: 3,
  });
  const values = [];
  while (values.length < limit && !(values.at(-1) < -0.2)) values.push(step.runSync({}).f.data[0]);
  return values;
}
const offsets = [1e-1, 1e-3, 1e-6, 1e-9, 0];
const methods = { 'gradient descent': {}, 'momentum 0.9': { momentum: 0.9 }, 'noise 0.01 in the gradient': { noise: 0.01 } };
const steps = (values) => (values.length < limit ? values.length : 'never');
const rows = [['steps until f < -0.2, from y =', ...offsets.map((o) => (o === 0 ? '0' : o.toExponential(0)))]];
for (const [name, options] of Object.entries(methods)) rows.push([name, ...offsets.map((y) => steps(descend([1, y], options)))]);
console.log(table(rows));

// Newton's method divides by the curvature with its sign: where that is negative it climbs to the saddle.
const gradient = compile(grad(f), [{ shape: [2], dtype: 'float64' }]);
const curvature = compile(
  (w, v) => grad((p) => ops.sum(ops.mul(grad(f)(p), v)))(w),
  [
    { shape: [2], dtype: 'float64' },
    { shape: [2], dtype: 'float64' },
  ],
);
const unit = [
  [1, 0],
  [0, 1],
].map((v) => ndarray(Float64Array.from(v)));
let w = [1, 0.3];
for (let k = 0; k < 6; k++) {
  const point = ndarray(Float64Array.from(w));
  const g = gradient.runSync(point).data;
  // The Hessian of this function is diagonal.
  w = w.map((v, i) => v - g[i] / curvature.runSync(point, unit[i]).data[i]);
}
const eigenvalues = unit.map((u, i) => curvature.runSync(ndarray(Float64Array.from(w)), u).data[i]);
console.log(
  `\nNewton's method from (1, 0.3), 6 steps: (${w.map((v) => Math.abs(v).toFixed(4)).join(', ')}), eigenvalues there ${eigenvalues.map((v) => v.toFixed(2)).join(' and ')}`,
);

const series = Object.fromEntries(Object.entries(methods).map(([name, options]) => [name, descend([1, 1e-6], options)]));
writeFileSync('saddle-point.svg', lineChart({ title: 'Leaving a saddle point, from y = 1e-6', series, xLabel: 'step', yLabel: 'f(x, y)' }));
