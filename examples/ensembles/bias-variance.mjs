/** Bias and variance of networks on digits, by the strength of their L2 penalty: trained over and over on resamples. */
import { writeFileSync } from 'node:fs';
import { datasets, ensembles, layers, ndarray, optimizers, regularizers, sequential } from 'ridgeline';
import { table } from '../table.mjs';

// Few rows, and every fifth label wrong, so that it matters which rows there are.
const [rows, test] = datasets.digits().split(0.2, { seed: 1, stratify: true });
const labels = ndarray(Int32Array.from(rows.y.data, (v, i) => (i % 5 === 0 ? (v + 1 + (i % 9)) % 10 : v)));
const model = (l2, { seed }) => {
  const kernelRegularizer = regularizers.l2(l2);
  const network = sequential(
    [
      layers.input([8, 8]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.flatten(),
      layers.dense(32, { activation: 'relu', kernelRegularizer }),
      layers.dense(10, { activation: 'softmax', kernelRegularizer }),
    ],
    { seed },
  );
  network.compile({ optimizer: optimizers.adam({ learningRate: 5e-3 }), loss: 'sparseCategoricalCrossentropy' });
  return network;
};
const values = Array.from({ length: 9 }, (_, i) => 10 ** (-3.5 + i / 4));
const { points, chart } = await ensembles.biasVariance({
  model,
  values,
  train: [rows.x, labels],
  test,
  resamples: 20,
  seed: 1,
  fit: { epochs: 80, batchSize: 60 },
});

console.log(
  table([
    ['squared error · 1000 at λ =', ...values.map((v) => v.toPrecision(2))],
    ['of one network', ...points.map((p) => (1000 * p.error).toFixed(1))],
    ['bias²', ...points.map((p) => (1000 * p.biasSquared).toFixed(1))],
    ['variance', ...points.map((p) => (1000 * p.variance).toFixed(1))],
  ]),
);
writeFileSync('bias-variance.svg', chart({ title: 'Digits: bias and variance by the strength of L2', xLabel: 'λ', xScale: 'log' }));
