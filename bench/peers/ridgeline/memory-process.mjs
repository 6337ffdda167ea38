/** Trains a while and prints how much the peak memory grew, and how much the model says that training takes. */
import { layers, sequential, setThreads } from '../../../dist/index.js';
import { peak, settle } from '../resident.mjs';
import { arrays } from './network.mjs';

const kase = JSON.parse(process.argv[2]);
setThreads(kase.threads);

async function train(width) {
  const [inputs, ...units] = kase.sizes;
  const model = sequential([
    layers.input([inputs]),
    ...units.map((n, i) =>
      layers.dense(i < units.length - 1 ? Math.min(n, width) : n, { activation: i < units.length - 1 ? 'relu' : 'softmax' }),
    ),
  ]);
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
  await model.fit(x, y, { epochs: kase.epochs, batchSize: kase.batch, verbose: false });
  return model.trainingMemory(kase.rows, kase.batch).total;
}

const [x, y] = arrays(kase, kase.rows);
// What any training brings along: compiled code, threads.
await train(16);
const before = settle();
const planned = await train(Infinity);
console.log(JSON.stringify({ growth: peak() - before, planned }));
