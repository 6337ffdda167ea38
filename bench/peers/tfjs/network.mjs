/** The networks of workloads/shapes.mjs as layers models. */
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { data, kernel, learningRate } from '../../workloads/shapes.mjs';

/**
 * The cross-entropy of logits. 'sparseCategoricalCrossentropy' takes probabilities and clips them at 1e-7: of model L, whose second loss is 8.68,
 * it made 8.42.
 */
const crossentropy = (y, logits) => tf.losses.softmaxCrossEntropy(y, logits, undefined, undefined, tf.Reduction.NONE);

/** With `trained` a classifier's results are logits, as its loss wants them; otherwise they are probabilities. */
export function network({ sizes, activation, loss }, trained = false) {
  const classifies = loss === 'crossentropy';
  const last = sizes.length - 2;
  const model = tfl.sequential({
    layers: sizes.slice(1).map((units, k) =>
      tfl.layers.dense({
        units,
        inputShape: [sizes[k]],
        activation: k < last ? activation : classifies && !trained ? 'softmax' : 'linear',
      }),
    ),
  });
  model.compile({
    optimizer: tf.train.adam(learningRate, 0.9, 0.999, 1e-8),
    loss: classifies ? crossentropy : 'meanSquaredError',
  });
  model.setWeights(sizes.slice(1).flatMap((units, k) => [tf.tensor2d(kernel(k, sizes[k], units), [sizes[k], units]), tf.zeros([units])]));
  return model;
}
export function tensors(kase, rows) {
  const { x, y } = data(kase, rows);
  const targets = kase.loss === 'crossentropy' ? tf.oneHot(tf.tensor1d(y, 'int32'), kase.sizes.at(-1)) : tf.tensor2d(y, [rows, 1]);
  return [tf.tensor2d(x, [rows, kase.sizes[0]]), targets];
}

const kept = new Map();
export function keptNetwork(kase, trained = false) {
  const key = `${kase.shape} ${trained}`;
  if (!kept.has(key)) kept.set(key, network(kase, trained));
  return kept.get(key);
}
