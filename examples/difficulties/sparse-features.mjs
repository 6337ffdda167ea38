/** Sparse features: words of very different frequency, all of them informative. AdaGrad gives the rare ones their own, larger rate. */
import { writeFileSync } from 'node:fs';
import { layers, lineChart, ndarray, optimizers, sequential } from 'ridgeline';
import { random } from '../random.mjs';
import { table } from '../table.mjs';

// Documents of 12 of 1,000 words, word r with a frequency of 1/r (Zipf); every word has a weight, and their sum decides the class.
const [documents, words, length] = [6000, 1000, 12];
const draw = random(4);
const weights = Float32Array.from({ length: words }, () => draw());
const cumulative = [];
for (let r = 1; r <= words; r++) cumulative.push((cumulative.at(-1) ?? 0) + 1 / r);
const word = () => {
  const u = ((draw() + 1) / 2) * cumulative.at(-1);
  return cumulative.findIndex((c) => c > u);
};
const x = new Float32Array(documents * words);
const y = new Float32Array(documents);
for (let d = 0; d < documents; d++) {
  let score = 0;
  for (let k = 0; k < length; k++) {
    const w = word();
    if (x[d * words + w] === 0) score += weights[w];
    x[d * words + w] = 1;
  }
  y[d] = score > 0 ? 1 : 0;
}
const held = 1000;
const inputs = ndarray(x, [documents, words]);
const split = (from, to) => [inputs.rows(from, to), y.subarray(from, to)];
const [train, test] = [split(0, documents - held), split(documents - held, documents)];

/** Cosine of the angle between learned and true weights over some words. */
function agreement(learned, from, to) {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    ab += learned[i] * weights[i];
    aa += learned[i] ** 2;
    bb += weights[i] ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}
const series = {};
const rows = [['optimizer, rate', 'test accuracy, epoch 1', '5', '20', 'weights of the 100 most frequent words', 'of the 500 rarest']];
const runs = [
  ...[0.1, 1, 10].map((rate) => [`gradient descent ${rate}`, optimizers.sgd({ learningRate: rate })]),
  ...[0.05, 0.2].map((rate) => [`AdaGrad ${rate}`, optimizers.adagrad({ learningRate: rate })]),
];
for (const [name, optimizer] of runs) {
  const model = sequential([layers.input([words]), layers.dense(1, { activation: 'sigmoid', kernelInitializer: 'zeros' })], { seed: 1 });
  model.compile({ optimizer, loss: 'binaryCrossentropy' });
  series[name] = [];
  for (let epoch = 0; epoch < 20; epoch++) {
    await model.fit(...train, { batchSize: 32, verbose: false });
    const p = (await model.predict(test[0])).data;
    series[name].push(p.reduce((right, v, i) => right + (v > 0.5 === (test[1][i] === 1)), 0) / held);
  }
  const learned = model.getWeights()['dense/kernel'].data;
  rows.push([
    name,
    ...[1, 5, 20].map((e) => series[name][e - 1].toFixed(2)),
    agreement(learned, 0, 100).toFixed(2),
    agreement(learned, 500, 1000).toFixed(2),
  ]);
}
console.log(table(rows));
writeFileSync(
  'sparse-features.svg',
  lineChart({ title: 'Documents of rare words', series, xLabel: 'epoch', yLabel: 'test accuracy', yMin: 0.5, yMax: 1 }),
);
