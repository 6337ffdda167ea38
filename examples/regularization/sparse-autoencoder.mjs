/** Codes that are mostly zero: autoencoders of one size on the digits, each trained until its test error is the same, without a penalty on the code and with one. */
import { writeFileSync } from 'node:fs';
import { datasets, layers, ndarray, optimizers, regularizers, sequential } from 'ridgeline';
import { table } from '../table.mjs';
import { tiles } from '../tiles.mjs';

const { train, test } = datasets.digits().split({ train: 0.7, test: 0.3 }, { seed: 1 });
const pixels = ({ x }) =>
  ndarray(
    Float32Array.from(x.data, (v) => v / 16),
    [x.shape[0], 64],
  );
const [x, held] = [pixels(train), pixels(test)];
const units = 256;
const target = 0.0025;

async function coded(activation, activityRegularizer) {
  // A small decoder: else it would make up for a code that is only smaller.
  const encoder = [layers.input([64]), layers.dense(units, { activation, activityRegularizer, name: 'code' })];
  const model = sequential([...encoder, layers.dense(64, { name: 'decoder', kernelRegularizer: regularizers.l2(1e-4) })], { seed: 1 });
  model.compile({ optimizer: optimizers.adam({ learningRate: 2e-3 }), loss: 'meanSquaredError' });
  const until = {
    onEpochEnd: (_, { valLoss, valPenalty = 0 }, { stop }) => {
      if (valLoss - valPenalty <= target) stop(`the error is ${target}`);
    },
  };
  const { epochs } = await model.fit(x, x, { epochs: 500, validationData: [held, held], callbacks: [until] });
  const { valLoss, valPenalty = 0 } = epochs.at(-1);

  const weights = model.getWeights();
  const codes = sequential(encoder);
  codes.setWeights({ 'code/kernel': weights['code/kernel'], 'code/bias': weights['code/bias'] });
  const rows = (await codes.predict(held)).toArray();
  return { epochs: epochs.length, error: valLoss - valPenalty, rows, decoder: weights['decoder/kernel'].toArray() };
}

const results = {
  relu: await coded('relu'),
  'relu, l1(5e-4)': await coded('relu', regularizers.l1(5e-4)),
  sigmoid: await coded('sigmoid'),
  'sigmoid, klSparsity': await coded('sigmoid', regularizers.klSparsity({ lambda: 5e-4, rate: 0.05 })),
};

const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
const percent = (share) => (100 * share).toFixed(0);
const shares = (rows, counts) => percent(mean(rows.map((row) => row.filter((v) => counts(v, Math.max(...row))).length / units)));
const lines = Object.entries(results).map(([name, { epochs, error, rows }]) => [
  name,
  epochs,
  (1000 * error).toFixed(2),
  shares(rows, (v) => v === 0),
  shares(rows, (v, largest) => v < largest / 10),
  percent(mean(rows[0].map((_, j) => (rows.every((row) => row[j] < 0.01) ? 1 : 0)))),
]);
console.log(table([['code of 256 units', 'epochs', 'test error · 1000', '0, %', 'near 0, %', 'units never used, %'], ...lines]));

/** What the units that are used most add to the picture. */
function mostUsed({ rows, decoder }) {
  const use = decoder.map((_, j) => mean(rows.map((row) => row[j])));
  return [...use.keys()]
    .sort((a, b) => use[b] - use[a])
    .slice(0, 16)
    .map((j) => decoder[j]);
}
writeFileSync(
  'sparse-autoencoder.svg',
  tiles(Object.fromEntries(Object.entries(results).map(([name, result]) => [name, mostUsed(result)])), {
    side: 8,
    title: 'What a unit of the code adds to the picture: the 16 units that are used most',
  }),
);
