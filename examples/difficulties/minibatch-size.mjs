/** The size of a minibatch: the gradient's error falls with the square root of the rows, the work grows with the rows. */
import { writeFileSync } from 'node:fs';
import { datasets, layers, lineChart, optimizers, sequential } from 'ridgeline';
import { table } from '../table.mjs';

const { train, test } = datasets.digits().split({ train: 0.8, test: 0.2 }, { seed: 1, stratify: true });
const sizes = [1, 8, 32, 128, 'full'];
const epochs = 30;
const series = {};
const rows = [['batch', 'updates', 'rate', 'train loss after 5 epochs', `${epochs} epochs`, 'test accuracy']];
for (const batchSize of sizes) {
  const model = sequential(
    [
      layers.input([64]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.dense(64, { activation: 'relu' }),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed: 5 },
  );
  // The rate may grow with the batch, as long as the curvature allows it.
  const size = batchSize === 'full' ? train.length : batchSize;
  const learningRate = Math.min(0.5, 0.01 * size);
  model.compile({ optimizer: optimizers.sgd({ learningRate }), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const history = await model.fit(train, { epochs, batchSize, verbose: false });
  const losses = history.epochs.map((e) => e.loss);
  const { accuracy } = await model.evaluate(test);
  rows.push([
    batchSize,
    Math.ceil(train.length / size) * epochs,
    learningRate,
    losses[4].toFixed(3),
    losses.at(-1).toFixed(3),
    accuracy.toFixed(3),
  ]);
  series[`batch ${batchSize}`] = losses;
}
console.log(table(rows));
writeFileSync(
  'minibatch-size.svg',
  lineChart({ title: 'One pass over the data in batches of 1 to all', series, yScale: 'log', xLabel: 'epoch', yLabel: 'training loss' }),
);
