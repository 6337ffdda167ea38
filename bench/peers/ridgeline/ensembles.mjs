/** Bags of networks: by ensembles.bagging, or by a loop over Model.fit on copies of the same rows. */
import { datasets, ensembles, layers, sequential } from '../../../dist/index.js';
import { secondsPerCall } from '../serve.mjs';

const raw = datasets.digits();
const data = raw.withX(raw.x.reshape(raw.length, 64));

function network({ seed }) {
  const model = sequential(
    [
      layers.input([64]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.dense(64, { activation: 'relu' }),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed },
  );
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

async function fit({ members, epochs, batch, threads, together = true }) {
  const bag = ensembles.bagging({ model: network, estimators: members, seed: 1 });
  const options = { epochs, batchSize: batch, threads };
  if (together) return bag.fit(data, options);
  const random = (i) => Int32Array.from({ length: data.length }, (_, row) => (Math.imul(row + 1, 2654435761 + 97 * i) >>> 8) % data.length);
  const trained = [];
  for (let i = 0; i < members; i++) {
    const model = network({ seed: i });
    await model.fit(data.select(random(i)), options);
    trained.push(model);
  }
  return ensembles.votingEnsemble({ members: trained }).use(data);
}

/** Accuracy on the training rows. */
export const check = async (kase) => [(await (await fit(kase)).evaluate(data)).accuracy];
export const time = async (kase) => 1e3 * (await secondsPerCall(() => fit(kase), 0.5));
