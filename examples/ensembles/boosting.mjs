/** Gradient boosting by small networks: loss by stage with and without shrinkage, and where early stopping ends it. Digits with wrong labels. */
import { writeFileSync } from 'node:fs';
import { datasets, ensembles, layers, lineChart, ndarray, optimizers, sequential } from 'ridgeline';
import { table } from '../table.mjs';

const [train, test] = datasets.digits().split(0.5, { seed: 1, stratify: true });
const scaled = ({ x }) =>
  ndarray(
    Float32Array.from(x.data, (v) => v / 16),
    [x.shape[0], 64],
  );
// Every tenth label is wrong, so that there is something to stop for.
const labels = ndarray(Int32Array.from(train.y.data, (v, i) => (i % 10 === 0 ? (v + 1 + (i % 9)) % 10 : v)));

const model = ({ seed, features, outputs }) => {
  const network = sequential([layers.input([features]), layers.dense(8, { activation: 'tanh' }), layers.dense(outputs)], { seed });
  network.compile({ optimizer: optimizers.adam({ learningRate: 0.02 }), loss: 'meanSquaredError' });
  return network;
};
const stages = 60;
const boost = (learningRate, patience) =>
  ensembles
    .gradientBoosting({ model, loss: 'multinomial', stages, learningRate, validation: 0.25, patience, seed: 1 })
    .fit(scaled(train), labels, { epochs: 8 });

const rows = [];
const curves = {};
for (const learningRate of [1, 0.3, 0.1]) {
  const { history, members } = await boost(learningRate, stages);
  const stopped = await boost(learningRate, 3);
  const error = async (boosted) => (100 * (1 - (await boosted.evaluate(scaled(test), test.y)).accuracy)).toFixed(1);
  const last = history[stages - 1];
  const best = history[members.length - 1];
  rows.push([
    learningRate,
    last.loss.toFixed(3),
    last.valLoss.toFixed(3),
    members.length,
    best.valLoss.toFixed(3),
    stopped.history.length,
    stopped.members.length,
    await error(stopped),
  ]);
  curves[`shrinkage ${learningRate}, training`] = history.map(({ loss }) => loss);
  curves[`shrinkage ${learningRate}, validation`] = history.map(({ valLoss }) => valLoss);
}
console.log(
  table([
    ['shrinkage', 'loss at 60', 'validation', 'best stage', 'validation', 'stages with patience 3', 'kept', 'test error, %'],
    ...rows,
  ]),
);
writeFileSync(
  'boosting.svg',
  lineChart({
    series: curves,
    title: 'Gradient boosting on digits, a tenth of the labels wrong',
    xLabel: 'stage',
    yLabel: 'cross-entropy',
    yMin: 0,
  }),
);
