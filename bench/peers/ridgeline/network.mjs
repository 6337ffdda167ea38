/** The networks of workloads/shapes.mjs as models. */
import { constraints, layers, ndarray, optimizers, regularizers, sequential } from '../../../dist/index.js';
import { data, kernel, learningRate } from '../../workloads/shapes.mjs';

const isClassifier = ({ loss }) => loss === 'crossentropy';

/** Options of a hidden layer, layers after it, and options of the optimizer, by what is regularized. */
const regularizations = {
  dropout: { after: () => [layers.dropout(0.2)] },
  l2: { dense: { kernelRegularizer: regularizers.l2(1e-4) } },
  maxNorm: { dense: { kernelConstraint: constraints.maxNorm(3) } },
  clipping: { optimizer: { globalClipNorm: 1 } },
};

/** Built and compiled; weights are those of the other peers. */
export function network(kase) {
  const { sizes, activation, precision = 'float32' } = kase;
  const { after, dense, optimizer } = regularizations[kase.regularize] ?? {};
  const last = sizes.length - 2;
  const model = sequential(
    [
      layers.input([sizes[0]]),
      ...sizes
        .slice(1)
        .flatMap((units, k) => [
          layers.dense(units, { activation: k < last ? activation : isClassifier(kase) ? 'softmax' : 'linear', name: `d${k}`, ...dense }),
          ...(k < last && after ? after() : []),
        ]),
    ],
    { seed: 1 },
  );
  model.compile({
    optimizer: optimizers.adam({ learningRate: kase.learningRate ?? learningRate, ...optimizer }),
    loss: isClassifier(kase) ? 'sparseCategoricalCrossentropy' : 'meanSquaredError',
    ...(precision === 'float32' ? {} : { precision }),
  });
  model.setWeights(
    Object.fromEntries(sizes.slice(1).map((units, k) => [`d${k}/kernel`, ndarray(kernel(k, sizes[k], units), [sizes[k], units])])),
  );
  return model;
}

/** [x, y] of `rows` rows. */
export function arrays(kase, rows) {
  const { x, y } = data(kase, rows);
  return [ndarray(x, [rows, kase.sizes[0]]), ndarray(y, isClassifier(kase) ? [rows] : [rows, 1])];
}

const kept = new Map();
/** The same network for every round of a case. */
export function keptNetwork(kase) {
  const key = JSON.stringify([kase.shape, kase.precision, kase.regularize]);
  if (!kept.has(key)) kept.set(key, network(kase));
  return kept.get(key);
}
