/** A jitted step of Adam; gather and shuffle are left out. */
import { jit, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax';
import { data, learningRate } from '../../workloads/shapes.mjs';
import { secondsPerCall } from '../serve.mjs';
import { forward, parameters } from './network.mjs';

function makeTrainer(kase) {
  const rows = kase.batch;
  const outputs = kase.sizes.at(-1);
  const loss = (params, x, y) => {
    const out = forward(kase, params, x);
    if (kase.loss === 'crossentropy')
      return nn
        .logSoftmax(out)
        .mul(y)
        .sum()
        .mul(-1 / rows);
    return np.square(out.sub(y)).mean();
  };
  const step = jit((params, mean, square, rate, root, x, y) => {
    const [value, grads] = valueAndGrad(loss)(tree.ref(params), x, y);
    const newMean = tree.map((m, g) => m.mul(0.9).add(g.mul(0.1)), mean, tree.ref(grads));
    const newSquare = tree.map((s, g) => s.mul(0.999).add(np.square(g).mul(0.001)), square, grads);
    const newParams = tree.map(
      (p, m, s) => p.sub(m.mul(rate.ref).div(np.sqrt(s).mul(root.ref).add(1e-8))),
      params,
      tree.ref(newMean),
      tree.ref(newSquare),
    );
    rate.dispose();
    root.dispose();
    return [newParams, newMean, newSquare, value];
  });
  const given = data(kase, rows);
  const x = np.array(given.x).reshape([rows, kase.sizes[0]]);
  const labels = new Float32Array(rows * outputs);
  given.y.forEach((label, i) => {
    if (kase.loss === 'crossentropy') labels[i * outputs + label] = 1;
    else labels[i] = label;
  });
  const y = np.array(labels).reshape([rows, outputs]);
  let params = parameters(kase);
  let mean = tree.map((p) => np.zeros(p.shape), tree.ref(params));
  let square = tree.map((p) => np.zeros(p.shape), tree.ref(params));
  let count = 0;
  return async () => {
    count++;
    const rate = np.array(learningRate / (1 - 0.9 ** count));
    const root = np.array(1 / Math.sqrt(1 - 0.999 ** count));
    let value;
    [params, mean, square, value] = step(params, mean, square, rate, root, x.ref, y.ref);
    return (await value.data())[0];
  };
}

export async function check(kase) {
  const step = makeTrainer(kase);
  return [await step(), await step()];
}
const kept = new Map();
export async function time(kase) {
  if (!kept.has(kase.shape)) {
    kept.set(kase.shape, makeTrainer(kase));
    await kept.get(kase.shape)();
  }
  return kase.batch / (await secondsPerCall(kept.get(kase.shape)));
}
