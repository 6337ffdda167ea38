/** The networks of workloads/shapes.mjs as layers models. */
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { data, kernel, learningRate } from '../../workloads/shapes.mjs';

export function network({ sizes, activation, loss }) {
  const last = sizes.length - 2;
  const model = tfl.sequential({
    layers: sizes.slice(1).map((units, k) =>
      tfl.layers.dense({
        units,
        inputShape: [sizes[k]],
        activation: k < last ? activation : loss === 'crossentropy' ? 'softmax' : 'linear',
      }),
    ),
  });
  model.compile({
    optimizer: tf.train.adam(learningRate, 0.9, 0.999, 1e-8),
    loss: loss === 'crossentropy' ? 'sparseCategoricalCrossentropy' : 'meanSquaredError',
  });
  model.setWeights(sizes.slice(1).flatMap((units, k) => [tf.tensor2d(kernel(k, sizes[k], units), [sizes[k], units]), tf.zeros([units])]));
  return model;
}
export function tensors(kase, rows) {
  const { x, y } = data(kase, rows);
  return [tf.tensor2d(x, [rows, kase.sizes[0]]), tf.tensor2d(Float32Array.from(y), [rows, 1])];
}

const kept = new Map();
export function keptNetwork(kase) {
  if (!kept.has(kase.shape)) kept.set(kase.shape, network(kase));
  return kept.get(kase.shape);
}
