/** Trains a bag of networks and prints how much the peak memory grew, and the bytes of one member's parameters and optimizer slots. */
import { ensembles, layers, sequential, setThreads } from '../../../dist/index.js';
import { peak, settle } from '../resident.mjs';
import { arrays } from './network.mjs';

const { sizes, rows, batch: batchSize, epochs, members, threads } = JSON.parse(process.argv[2]);
setThreads(threads);
const [inputs, ...units] = sizes;
const classes = units.pop();
let planned = 0;

function network({ seed }) {
  const hidden = units.map((n) => layers.dense(n, { activation: 'relu' }));
  const model = sequential([layers.input([inputs]), ...hidden, layers.dense(classes, { activation: 'softmax' })], { seed });
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  // Asked once: the answer takes a plan of its own.
  if (planned === 0) {
    const { weights, optimizer } = model.trainingMemory(rows, batchSize);
    planned = weights + optimizer;
  }
  return model;
}

const [x, y] = arrays({ sizes, loss: 'crossentropy' }, rows);
const train = async (estimators) => {
  const bag = ensembles.bagging({ model: network, estimators, seed: 1 });
  await bag.fit(x, y, { epochs, batchSize, threads });
  return bag;
};
// What any training brings along: compiled code, threads.
await train(2);
const before = settle();
const bag = await train(members);
console.log(JSON.stringify({ growth: peak() - before, planned, members: bag.samples.length }));
