/** Early stopping against 50 epochs: the embedded digits, or the IDX files (MNIST, Fashion-MNIST) in a folder given as argument or in RIDGELINE_IDX. */
import { writeFileSync } from 'node:fs';
import { callbacks, datasets, layers, lineChart, optimizers, sequential } from 'ridgeline';
import { table } from '../table.mjs';

const folder = process.argv[2] ?? process.env.RIDGELINE_IDX;
const epochs = 50;
const patience = 4;
const seeds = [1, 2, 3, 4, 5];

/** Parts by seed; a folder has test rows of its own. */
async function source() {
  if (folder === undefined) {
    const split = { train: 0.3, validation: 0.2, test: 0.5 };
    return { scale: 1 / 16, batchSize: 32, learningRate: 1e-2, parts: (seed) => datasets.digits().split(split, { seed }) };
  }
  const { train: rows, test } = await datasets.idxFolder(folder);
  const split = { train: 11 / 12, validation: 1 / 12 };
  return { scale: 1 / 255, batchSize: 128, learningRate: 1e-3, parts: (seed) => ({ ...rows.split(split, { seed }), test }) };
}

const { scale, batchSize, learningRate, parts } = await source();
async function trained(seed, watched) {
  const { train, validation, test } = parts(seed);
  const model = sequential(
    [
      layers.input(train.x.shape.slice(1)),
      layers.rescaling({ scale }),
      layers.flatten(),
      layers.dense(256, { activation: 'relu' }),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed },
  );
  model.compile({ optimizer: optimizers.adam({ learningRate }), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const history = await model.fit(train, { epochs, batchSize, validationData: validation, callbacks: watched });
  return { history, test: await model.evaluate(test), validation: await model.evaluate(validation), train: await model.evaluate(train) };
}

const runs = { '50 epochs': [], 'early stopping': [] };
for (const seed of seeds) {
  runs['50 epochs'].push(await trained(seed, []));
  runs['early stopping'].push(await trained(seed, [callbacks.earlyStopping({ monitor: 'valLoss', patience, restoreBestWeights: true })]));
}

const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
const rows = Object.entries(runs).map(([name, all]) => [
  name,
  mean(all.map(({ history }) => history.epochs.length)).toFixed(1),
  ...['train', 'validation', 'test'].map((part) => mean(all.map((run) => run[part].loss)).toFixed(3)),
  (100 * mean(all.map(({ test }) => test.accuracy))).toFixed(2),
]);
console.log(table([['', 'epochs', 'train loss', 'validation loss', 'test loss', 'test accuracy %'], ...rows]));

const [long] = runs['50 epochs'].map(({ history }) => history.epochs);
const [early] = runs['early stopping'].map(({ history }) => history);
const curves = { training: long.map((e) => e.loss), validation: long.map((e) => e.valLoss) };
// Room for the legend.
const top = 1.2 * Math.max(...Object.values(curves).flat());
const upright = (epoch) => [
  [epoch, 0],
  [epoch, top],
];
writeFileSync(
  'early-stopping.svg',
  lineChart({
    series: { ...curves, 'best epoch, whose weights come back': upright(early.bestEpoch), 'stopped here': upright(early.epochs.length) },
    title: 'Loss by epoch, seed 1',
    xLabel: 'epoch',
    yLabel: 'cross-entropy',
    yMin: 0,
    yMax: top,
  }),
);
