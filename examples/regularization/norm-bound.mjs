/** The norm of weights by epoch: free, projected onto a ball, and held in it by a multiplier, which ends as the strength of an L2 penalty. */
import { writeFileSync } from 'node:fs';
import { constraints, datasets, layers, lineChart, ndarray, optimizers, regularizers, sequential } from 'ridgeline';
import { table } from '../table.mjs';

const { train, test } = datasets.digits().split({ train: 0.3, test: 0.7 }, { seed: 1 });
// Every fifth label is wrong, so that a norm which grows without end learns what is not so.
const labels = ndarray(Int32Array.from(train.y.data, (v, i) => (i % 5 === 0 ? (v + 1 + (i % 9)) % 10 : v)));
const epochs = 300;
const radius = 8;

async function trained(options) {
  const model = sequential(
    [layers.input([8, 8]), layers.rescaling({ scale: 1 / 16 }), layers.flatten(), layers.dense(10, { activation: 'softmax', ...options })],
    { seed: 1 },
  );
  const optimizer = optimizers.sgd({ learningRate: 0.2 });
  model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const norms = [];
  const watch = { onEpochEnd: () => void norms.push(Math.hypot(...model.getWeights()['dense/kernel'].data)) };
  const history = await model.fit(train.x, labels, { epochs, callbacks: [watch] });
  const multipliers = history.epochs.map((logs) => logs['dense/kernel/multiplier']);
  const { loss, penalty = 0, accuracy } = await model.evaluate(test);
  return { norms, multipliers, multiplier: multipliers[epochs - 1], loss: loss - penalty, accuracy };
}

const bound = { norm: 'l2', radius };
const free = await trained({});
const projected = await trained({ kernelConstraint: constraints.withinNorm(bound) });
const dual = await trained({ kernelConstraint: constraints.withinNorm({ ...bound, method: 'dual' }) });
const penalized = await trained({ kernelRegularizer: regularizers.l2(dual.multiplier) });

const runs = { free, projected, multiplier: dual, 'l2 of that strength': penalized };
console.log(
  table([
    ['norm after epoch', '1', '10', '30', '100', '300', 'strength', 'test loss', 'test accuracy %'],
    ...Object.entries(runs).map(([name, { norms, loss, accuracy }]) => [
      name,
      ...[1, 10, 30, 100, 300].map((epoch) => norms[epoch - 1].toFixed(2)),
      name === 'free' || name === 'projected' ? '' : dual.multiplier.toFixed(4),
      loss.toFixed(3),
      (100 * accuracy).toFixed(1),
    ]),
  ]),
);

const byEpoch = (values) => values.map((v, i) => [i + 1, v]);
writeFileSync(
  'norm-bound.svg',
  lineChart({
    series: {
      free: byEpoch(free.norms),
      'held at 8, by either way': byEpoch(dual.norms),
      'the multiplier, times 1000': byEpoch(dual.multipliers.map((v) => 1000 * v)),
      'under l2 of its last value': byEpoch(penalized.norms),
    },
    title: 'Norm of the weights of a softmax regression on digits',
    xLabel: 'epoch',
    yLabel: 'norm',
    xScale: 'log',
    yMin: 0,
  }),
);
