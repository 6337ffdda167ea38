/** Two tasks on one trunk: few digits have a class label, all have a parity. The trunk learns from both; what it learns helps the class. */
import { writeFileSync } from 'node:fs';
import { datasets, defineModel, input, layers, lineChart, ndarray, optimizers } from 'ridgeline';
import { table } from '../table.mjs';

const { train, test } = datasets.digits().split({ train: 0.5, test: 0.5 }, { seed: 1 });
const labelled = 60;
const targets = ({ y }, known) => ({
  // -1: this digit has no class label.
  digit: ndarray(Int32Array.from(y.data, (v, i) => (i < known ? v : -1))),
  parity: ndarray(Float32Array.from(y.data, (v) => v % 2)),
});

function twoHeads(seed, parityWeight) {
  const picture = input([8, 8]);
  const pixels = layers.flatten().apply(layers.rescaling({ scale: 1 / 16 }).apply(picture));
  const trunk = layers.dense(64, { activation: 'relu' }).apply(pixels);
  const outputs = {
    digit: layers.dense(10, { activation: 'softmax' }).apply(trunk),
    parity: layers.dense(1, { activation: 'sigmoid' }).apply(trunk),
  };
  const model = defineModel({ inputs: { picture }, outputs }, { seed });
  model.compile({
    optimizer: optimizers.adam({ learningRate: 3e-3 }),
    loss: { digit: 'sparseCategoricalCrossentropy', parity: 'binaryCrossentropy' },
    metrics: { digit: ['accuracy'], parity: ['accuracy'] },
    lossWeights: { parity: parityWeight },
  });
  return model;
}

const weights = [0, 0.03, 0.1, 0.3, 1, 3];
const seeds = [1, 2, 3, 4, 5];
const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
const results = [];
for (const weight of weights) {
  const runs = [];
  for (const seed of seeds) {
    const model = twoHeads(seed, weight);
    await model.fit({ picture: train.x }, targets(train, labelled), { epochs: 60 });
    runs.push(await model.evaluate({ picture: test.x }, targets(test, test.length)));
  }
  results.push({ weight, digit: mean(runs.map((r) => r.digitAccuracy)), parity: mean(runs.map((r) => r.parityAccuracy)) });
}

const percent = (v) => (100 * v).toFixed(1);
const rows = results.map(({ weight, digit, parity }) => [String(weight), percent(digit), percent(parity)]);
console.log(table([['weight of the parity', 'class accuracy %', 'parity accuracy %'], ...rows]));

writeFileSync(
  'shared-trunk.svg',
  lineChart({
    series: {
      class: results.slice(1).map(({ weight, digit }) => [weight, 100 * digit]),
      'class alone': results.slice(1).map(({ weight }) => [weight, 100 * results[0].digit]),
    },
    title: `Test accuracy, ${labelled} class labels and ${train.length} parities`,
    xLabel: 'weight of the parity',
    yLabel: 'class accuracy, %',
    xScale: 'log',
    yMin: 83,
    yMax: 88,
  }),
);
