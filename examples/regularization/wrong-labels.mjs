/** Accuracy against the share of training labels that are wrong, with and without label smoothing: digits, five seeds. */
import { writeFileSync } from 'node:fs';
import { datasets, layers, lineChart, losses, ndarray, optimizers, sequential } from 'ridgeline';
import { random } from '../random.mjs';
import { table } from '../table.mjs';

const shares = [0, 0.1, 0.2, 0.4];
const smoothings = [0, 0.2, 0.4];
const seeds = [1, 2, 3, 4, 5];

/** Labels of which a share, drawn by the seed, is moved to one of the nine other classes. */
function flipped(labels, share, seed) {
  const next = random(seed);
  const draw = () => (next() + 1) / 2;
  return ndarray(Int32Array.from(labels, (label) => (draw() < share ? (label + 1 + Math.floor(9 * draw())) % 10 : label)));
}

async function accuracy(share, labelSmoothing, seed) {
  const { train, test } = datasets.digits().split({ train: 1 / 3, test: 2 / 3 }, { seed });
  const model = sequential(
    [
      layers.input([8, 8]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.flatten(),
      layers.dense(128, { activation: 'relu' }),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed },
  );
  const loss = losses.sparseCategoricalCrossentropy({ labelSmoothing });
  model.compile({ optimizer: optimizers.adam({ learningRate: 3e-3 }), loss, metrics: ['accuracy'] });
  await model.fit(train.x, flipped(train.y.data, share, seed), { epochs: 40 });
  return 100 * (await model.evaluate(test)).accuracy;
}

const means = {};
for (const smoothing of smoothings) {
  means[smoothing] = [];
  for (const share of shares) {
    let sum = 0;
    for (const seed of seeds) sum += await accuracy(share, smoothing, seed);
    means[smoothing].push([100 * share, sum / seeds.length]);
  }
}
console.log(
  table([
    ['wrong labels, %', ...shares.map((share) => String(100 * share))],
    ...smoothings.map((smoothing) => [`smoothing ${smoothing}`, ...means[smoothing].map(([, v]) => v.toFixed(1))]),
  ]),
);

writeFileSync(
  'wrong-labels.svg',
  lineChart({
    series: Object.fromEntries(smoothings.map((smoothing) => [`smoothing ${smoothing}`, means[smoothing]])),
    title: 'Digits: test accuracy by the share of wrong labels',
    xLabel: 'wrong training labels, %',
    yLabel: 'test accuracy, %',
  }),
);
