/** A cliff: a weight used at every one of 50 steps makes a loss that is flat here and steeper than 10⁶ there. One step from the edge throws it far away. */
import { writeFileSync } from 'node:fs';
import { grad, lineChart, ops, trainStep } from 'ridgeline';
import { table } from '../table.mjs';

// h <- w h, 50 times from 1, towards the target 1/2: f(w) = (w⁵⁰ - 1/2)², with its minimum at w = 2^(-1/50) = 0.986.
const f = (w) => {
  const { carry } = ops.scan(([h]) => ({ carry: [ops.mul(h, w)] }), [ops.add(ops.mul(0, w), 1)], [], { length: 50 });
  return ops.sum(ops.square(ops.sub(carry[0], 0.5)));
};
function descend(clip, rate) {
  const step = trainStep({
    state: { w: Float64Array.of(1.1) },
    inputs: {},
    update: ({ w }) => {
      const g = grad(f)(w);
      const factor = clip ? ops.minimum(ops.div(clip, ops.abs(g)), 1) : 1;
      return { state: { w: ops.sub(w, ops.mul(rate, ops.mul(factor, g))) }, outputs: { f: f(w), g: ops.sum(ops.abs(g)), w: ops.sum(w) } };
    },
  });
  const path = [];
  while (path.length < 400 && (path.length === 0 || Number.isFinite(path.at(-1).f))) {
    const { f: value, g, w } = step.runSync({});
    path.push({ f: value.data[0], g: g.data[0], w: w.data[0] });
  }
  return path;
}
const runs = { 'rate 0.001': descend(0, 0.001), 'rate 1e-6': descend(0, 1e-6), 'rate 0.001, clipped at 1': descend(1, 0.001) };
const show = (v) => (Number.isFinite(v) ? (Math.abs(v) < 1e4 && Math.abs(v) >= 1e-3 ? v.toFixed(3) : v.toExponential(1)) : 'not finite');
console.log(
  table([
    ['gradient descent from w = 1.1', 'gradient there', 'w after 1 step', 'w after 400', 'f after 400'],
    ...Object.entries(runs).map(([name, p]) => [name, show(p[0].g), show(p[1].w), show(p.at(-1).w), show(p.at(-1).f)]),
  ]),
);
const series = Object.fromEntries(Object.entries(runs).map(([name, path]) => [name, path.map((p) => p.f)]));
writeFileSync(
  'cliff.svg',
  lineChart({ title: 'A cliff, with and without clipping', series, yScale: 'log', yMin: 1e-8, yMax: 1e6, xLabel: 'step', yLabel: 'f(w)' }),
);
