/** How many masks a Monte Carlo mean needs to come up to weight scaling: test error and loss by the number of masks. */
import { writeFileSync } from 'node:fs';
import { datasets, ensembles, layers, lineChart, optimizers, sequential } from 'ridgeline';
import { table } from '../table.mjs';

const { train, test } = datasets.digits().split({ train: 0.15, test: 0.85 }, { seed: 2 });
const model = sequential(
  [
    layers.input([8, 8]),
    layers.rescaling({ scale: 1 / 16 }),
    layers.flatten(),
    layers.dropout(0.2),
    layers.dense(128, { activation: 'relu' }),
    layers.dropout(0.5),
    layers.dense(10, { activation: 'softmax' }),
  ],
  { seed: 2 },
);
model.compile({ optimizer: optimizers.adam({ learningRate: 3e-3 }), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
await model.fit(train, { epochs: 60 });

const counts = [1, 2, 3, 5, 10, 20, 50, 100];
const draws = [1, 2, 3, 4, 5];
const measured = async (ways) => {
  let [error, loss] = [0, 0];
  for (const own of ways) {
    const result = await own.evaluate(test);
    error += (100 * (1 - result.accuracy)) / ways.length;
    loss += result.loss / ways.length;
  }
  return { error, loss };
};
const scaled = await measured([model]);
const sampled = { arithmetic: [], geometric: [] };
for (const [mean, results] of Object.entries(sampled)) {
  for (const samples of counts)
    results.push(await measured(draws.map((seed) => ensembles.dropoutEnsemble({ model, samples, mean, seed }))));
}

const row = (name, results, digits, key) => [name, ...results.map((r) => r[key].toFixed(digits))];
const repeated = counts.map(() => scaled);
const rows = (key, digits) => [
  row('arithmetic mean', sampled.arithmetic, digits, key),
  row('geometric mean', sampled.geometric, digits, key),
  row('weight scaling', repeated, digits, key),
];
console.log(
  `${table([['test error, %, by masks', ...counts.map(String)], ...rows('error', 1)])}\n\n${table([['test loss, by masks', ...counts.map(String)], ...rows('loss', 2)])}`,
);

const curve = (results) => results.map(({ error }, i) => [counts[i], error]);
writeFileSync(
  'dropout-masks.svg',
  lineChart({
    series: {
      'weight scaling, one pass': curve(repeated),
      'arithmetic mean over masks': curve(sampled.arithmetic),
      'geometric mean over masks': curve(sampled.geometric),
    },
    title: 'Digits: test error by the number of sampled masks',
    xLabel: 'masks',
    yLabel: 'test error, %',
    xScale: 'log',
    yMin: 0,
  }),
);
