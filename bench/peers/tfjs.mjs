/** TensorFlow.js with its pure-JavaScript CPU backend. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { data, kernel, learningRate, shapes } from '../workloads/mlp.mjs';
import { serve } from './serve.mjs';

await tf.setBackend('cpu');

function build(shape) {
  const { sizes } = shape;
  const last = sizes.length - 2;
  const model = tfl.sequential({
    layers: sizes.slice(1).map((units, k) =>
      tfl.layers.dense({
        units,
        inputShape: [sizes[k]],
        activation: k < last ? shape.activation : shape.loss === 'crossentropy' ? 'softmax' : 'linear',
      }),
    ),
  });
  model.compile({
    optimizer: tf.train.adam(learningRate, 0.9, 0.999, 1e-8),
    loss: shape.loss === 'crossentropy' ? 'sparseCategoricalCrossentropy' : 'meanSquaredError',
  });
  model.setWeights(sizes.slice(1).flatMap((units, k) => [tf.tensor2d(kernel(k, sizes[k], units), [sizes[k], units]), tf.zeros([units])]));
  return model;
}

const tensors = (shape, rows) => {
  const { x, y } = data(shape, rows);
  return [tf.tensor2d(x, [rows, shape.sizes[0]]), tf.tensor2d(Float32Array.from(y), [rows, 1])];
};
const models = new Map();
const modelOf = (name) => {
  if (!models.has(name)) models.set(name, build(shapes[name]));
  return models.get(name);
};

serve({
  version: () => `tfjs ${tf.version_core}, pure JavaScript`,
  async check(workload, name) {
    const shape = shapes[name];
    const model = build(shape);
    const [x, y] = tensors(shape, shape.batch);
    if (workload === 'predict') return [...model.predict(tf.slice(x, [0, 0], [1, shape.sizes[0]])).dataSync()];
    return [await model.trainOnBatch(x, y), await model.trainOnBatch(x, y)];
  },
  async time(workload, name) {
    const shape = shapes[name];
    const model = modelOf(name);
    const [x, y] = tensors(shape, workload === 'predict' ? 1 : shape.batch);
    if (workload === 'predict') {
      const start = performance.now();
      for (let i = 0; i < 200; i++) tf.tidy(() => model.predict(x).dataSync());
      return ((performance.now() - start) * 1000) / 200;
    }
    const start = performance.now();
    for (let i = 0; i < shape.steps.tfjs; i++) await model.trainOnBatch(x, y);
    const seconds = (performance.now() - start) / 1000;
    tf.dispose([x, y]);
    return (shape.batch * shape.steps.tfjs) / seconds;
  },
});
