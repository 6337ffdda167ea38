/** Ridgeline: native, or (RIDGELINE_BACKEND=reference) its interpreter. */
import { kernels, layers, ndarray, optimizers, sequential } from '../../dist/index.js';
import { product } from '../workloads/gemm.mjs';
import { data, kernel, learningRate, shapes } from '../workloads/mlp.mjs';
import { serve } from './serve.mjs';

const self = process.env.RIDGELINE_BACKEND === 'reference' ? 'reference' : 'ridgeline';

function build(shape) {
  const { sizes } = shape;
  const last = sizes.length - 2;
  const model = sequential(
    [
      layers.input([sizes[0]]),
      ...sizes.slice(1).map((units, k) =>
        layers.dense(units, {
          activation: k < last ? shape.activation : shape.loss === 'crossentropy' ? 'softmax' : 'linear',
          name: `d${k}`,
        }),
      ),
    ],
    { seed: 1 },
  );
  model.compile({
    optimizer: optimizers.adam({ learningRate }),
    loss: shape.loss === 'crossentropy' ? 'sparseCategoricalCrossentropy' : 'meanSquaredError',
  });
  model.setWeights(
    Object.fromEntries(sizes.slice(1).map((units, k) => [`d${k}/kernel`, ndarray(kernel(k, sizes[k], units), [sizes[k], units])])),
  );
  return model;
}

const arrays = (shape, rows) => {
  const { x, y } = data(shape, rows);
  return [ndarray(x, [rows, shape.sizes[0]]), ndarray(y, shape.loss === 'crossentropy' ? [rows] : [rows, 1])];
};

const models = new Map();
const modelOf = (name) => {
  if (!models.has(name)) models.set(name, build(shapes[name]));
  return models.get(name);
};

serve({
  version: () =>
    self === 'reference'
      ? 'reference interpreter'
      : `ridgeline ${kernels.info().version}, ${kernels.info().isa}, ${kernels.info().threads} threads`,
  /** Losses of the first two steps on one batch: the second one sees the first one's update. */
  async check(workload, name) {
    if (workload === 'gemm') {
      const n = Number(name);
      return [...kernels.gemm({ ...product(n), m: n, n, k: n, threads: 1 }).subarray(0, 8)];
    }
    const shape = shapes[name];
    const model = build(shape);
    const [x, y] = arrays(shape, shape.batch);
    if (workload === 'predict') return [...model.predictSync(x.rows(0, 1)).data];
    const history = await model.fit(x, y, { epochs: 2, batchSize: shape.batch, shuffle: false, verbose: false });
    return history.epochs.map((e) => e.loss);
  },
  async time(workload, name) {
    if (workload === 'gemm') {
      const n = Number(name);
      const options = { ...product(n), m: n, n, k: n, threads: 1, c: new Float32Array(n * n) };
      const repeat = Math.ceil(2e9 / (2 * n ** 3));
      const start = performance.now();
      for (let i = 0; i < repeat; i++) kernels.gemm(options);
      return (repeat * 2 * n ** 3) / (performance.now() - start) / 1e6;
    }
    const shape = shapes[name];
    const model = modelOf(name);
    if (workload === 'predict') {
      const [x] = arrays(shape, 1);
      const repeat = self === 'reference' ? 50 : 5000;
      const start = performance.now();
      for (let i = 0; i < repeat; i++) model.predictSync(x);
      return ((performance.now() - start) * 1000) / repeat;
    }
    const [x, y] = arrays(shape, shape.batch * shape.steps[self]);
    const history = await model.fit(x, y, { batchSize: shape.batch, verbose: false });
    return history.epochs[0].samplesPerSecond;
  },
});
