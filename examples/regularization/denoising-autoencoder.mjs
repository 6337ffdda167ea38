/** An autoencoder that sees noisy digits and is to give the clean ones, against one that sees clean digits. */
import { writeFileSync } from 'node:fs';
import { datasets, layers, ndarray, optimizers, sequential } from 'ridgeline';
import { random } from '../random.mjs';
import { table } from '../table.mjs';
import { tiles } from '../tiles.mjs';

const { train, test } = datasets.digits().split({ train: 0.7, test: 0.3 }, { seed: 1 });
const pixels = ({ x }) =>
  ndarray(
    Float32Array.from(x.data, (v) => v / 16),
    [x.shape[0], 64],
  );
const [x, clean] = [pixels(train), pixels(test)];

/** The noise acts in training only: prediction takes pictures as they are. */
async function autoencoder(noise) {
  const model = sequential(
    [layers.input([64]), ...noise, layers.dense(256, { activation: 'relu' }), layers.dense(64, { activation: 'sigmoid' })],
    { seed: 1 },
  );
  model.compile({ optimizer: optimizers.adam({ learningRate: 1e-3 }), loss: 'meanSquaredError' });
  await model.fit(x, x, { epochs: 60 });
  return model;
}
const models = {
  'an autoencoder': await autoencoder([]),
  'trained with noise of 0.3': await autoencoder([layers.gaussianNoise(0.3)]),
  'trained with 30% dropped': await autoencoder([layers.dropout(0.3, { scale: 'inference' })]),
};

const next = random(5);
/** A normal number from twelve uniform ones. */
const normal = () => Array.from({ length: 12 }, next).reduce((a, b) => a + b, 0) / 2;
const corrupted = {
  clean: clean,
  'noise 0.1': ndarray(
    clean.data.map((v) => v + 0.1 * normal()),
    clean.shape,
  ),
  'noise 0.3': ndarray(
    clean.data.map((v) => v + 0.3 * normal()),
    clean.shape,
  ),
  'noise 0.5': ndarray(
    clean.data.map((v) => v + 0.5 * normal()),
    clean.shape,
  ),
  '30% dropped': ndarray(
    clean.data.map((v) => (next() < -0.4 ? 0 : v)),
    clean.shape,
  ),
};

const error = ({ data }) => ((data.reduce((sum, v, i) => sum + (v - clean.data[i]) ** 2, 0) / data.length) * 1000).toFixed(1);
const lines = [['the input itself', ...Object.values(corrupted).map(error)]];
for (const [name, model] of Object.entries(models)) {
  const results = [];
  for (const given of Object.values(corrupted)) results.push(error(await model.predict(given)));
  lines.push([name, ...results]);
}
console.log(table([['test error · 1000, from', ...Object.keys(corrupted)], ...lines]));

const noisy = corrupted['noise 0.3'];
const shown = (array) => array.toArray().slice(0, 16);
writeFileSync(
  'denoising-autoencoder.svg',
  tiles(
    {
      clean: shown(clean),
      'with noise of 0.3': shown(noisy),
      'an autoencoder makes of it': shown(await models['an autoencoder'].predict(noisy)),
      'one that was trained with noise': shown(await models['trained with noise of 0.3'].predict(noisy)),
    },
    { side: 8, title: 'Digits of the test rows' },
  ),
);
