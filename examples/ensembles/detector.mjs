/** Goodfellow, Bengio, Courville 2016, figure 7.5, with real digits: two detectors of '8' on resamples that each lack a digit, and both together. */
import { writeFileSync } from 'node:fs';
import { datasets, ensembles, layers, lineChart, ndarray, optimizers, sequential } from 'ridgeline';
import { table } from '../table.mjs';

const all = datasets.digits();
const rowsOf = (labels) => [...all.y.data.keys()].filter((row) => labels.includes(all.y.data[row]));
const data = all.select(rowsOf([6, 8, 9]));
const parts = data.split({ train: 0.5, test: 0.5 }, { seed: 1, stratify: true });
const asTarget = (digits) => ndarray(Float32Array.from(digits.y.data, (label) => Number(label === 8)));

/** A resample as a draw with replacement could be: without one digit, and with as many more of the 8. */
const digits = [...parts.train.y.data];
const lacking = (digit) => {
  const eights = [...digits.keys()].filter((row) => digits[row] === 8);
  let next = 0;
  return digits.map((label, row) => (label === digit ? eights[next++ % eights.length] : row));
};
const model = ({ seed, features }) => {
  const network = sequential(
    [
      layers.input([features]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.dense(16, { activation: 'relu' }),
      layers.dense(1, { activation: 'sigmoid' }),
    ],
    { seed },
  );
  network.compile({ optimizer: optimizers.adam({ learningRate: 0.01 }), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  return network;
};
const flat = ({ x }) => x.reshape(x.shape[0], -1);
const bag = ensembles.bagging({ model, samples: [lacking(9), lacking(6)], seed: 3 });
await bag.fit(flat(parts.train), asTarget(parts.train), { epochs: 40 });

const answers = {
  'has not seen 9': await bag.members[0].predict(flat(parts.test)),
  'has not seen 6': await bag.members[1].predict(flat(parts.test)),
  together: await bag.predict(flat(parts.test)),
};
const labels = [...parts.test.y.data];
const wrong = (answer, threshold, digit) => {
  const rows = [...labels.keys()].filter((row) => digit === undefined || labels[row] === digit);
  return rows.filter((row) => answer.data[row] > threshold !== (labels[row] === 8)).length / rows.length;
};
// The mean of two is above 3/4 only where both say 8.
const threshold = 0.75;
const percent = (v) => (100 * v).toFixed(1);
console.log(
  table([
    ['errors in %', '6', '8', '9', 'all'],
    ...Object.entries(answers).map(([name, answer]) => [
      name,
      ...[6, 8, 9, undefined].map((digit) => percent(wrong(answer, threshold, digit))),
    ]),
  ]),
);
const { v, c, measuredSquaredError } = await bag.errorDecomposition(flat(parts.test), asTarget(parts.test));
console.log(
  `squared error of one ${v.toFixed(3)}, covariance of the two ${c.toFixed(3)}, squared error of their mean ${measuredSquaredError.toFixed(3)}`,
);

const thresholds = Array.from({ length: 49 }, (_, i) => (i + 1) / 50);
writeFileSync(
  'detector.svg',
  lineChart({
    series: Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, thresholds.map((t) => [t, 100 * wrong(answer, t)])])),
    title: "Detectors of '8' among 6, 8 and 9",
    xLabel: 'probability from which it is an 8',
    yLabel: 'errors, %',
    yMin: 0,
  }),
);
