/** What a penalty does to weights as its strength grows: L2 makes all of them smaller, L1 takes one after another out. */
import { writeFileSync } from 'node:fs';
import { layers, lineChart, ndarray, optimizers, regularizers, sequential } from 'ridgeline';
import { random } from '../random.mjs';
import { table } from '../table.mjs';

const next = random(3);
const truth = [2, -1.5, 1, 0.5, 0, 0];
const rows = Array.from({ length: 60 }, () => truth.map(() => 1.7 * next()));
const targets = rows.map((row) => [row.reduce((sum, v, j) => sum + v * truth[j], 0) + next()]);
// Copies of the data one after another: an epoch is 400 steps, each on all rows.
const copies = 400;
const repeated = (values) => ndarray(Array.from({ length: copies }, () => values).flat());
const [x, y] = [repeated(rows), repeated(targets)];

async function weights(kernelRegularizer) {
  const model = sequential([layers.input([truth.length]), layers.dense(1, { kernelRegularizer })], { seed: 1 });
  model.compile({ optimizer: optimizers.sgd({ learningRate: 0.1 }), loss: 'meanSquaredError' });
  await model.fit(x, y, { batchSize: rows.length, shuffle: false });
  return [...model.getWeights()['dense/kernel'].data];
}

const strengths = Array.from({ length: 25 }, (_, i) => 10 ** (-2 + i / 8));
const l1 = [];
const l2 = [];
for (const strength of strengths) {
  l1.push(await weights(regularizers.l1(strength, { proximal: true })));
  l2.push(await weights(regularizers.l2(strength)));
}
const shown = [0, 8, 12, 16, 20, 24];
const show = (all) =>
  shown.map((s) => [strengths[s].toFixed(2), ...all[s].map((w) => w.toFixed(2)), `${all[s].filter((w) => w === 0).length}`]);
const head = (name) => [name, ...truth.map((w) => `w = ${w}`), 'zeros'];
console.log(`${table([head('l1(λ), λ ='), ...show(l1)])}\n\n${table([head('l2(λ), λ ='), ...show(l2)])}`);

writeFileSync(
  'shrinkage.svg',
  lineChart({
    series: Object.fromEntries(truth.map((w, j) => [`w${j + 1}, truly ${w}`, strengths.map((strength, s) => [strength, l1[s][j]])])),
    title: 'Weights under l1(λ), proximal',
    xLabel: 'λ',
    yLabel: 'weight',
    xScale: 'log',
  }),
);
