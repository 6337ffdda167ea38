/** Sweeps over as many models as there are threads, then over many, and prints how much the peak memory grew, and how much weights and optimizer states of the further models take. */
import { setTimeout as turn } from 'node:timers/promises';
import { layers, optimizers, sequential, setThreads, sweep } from '../../../dist/index.js';
import { peak, settle } from '../resident.mjs';
import { arrays } from './network.mjs';

const kase = JSON.parse(process.argv[2]);
setThreads(kase.threads);
const [inputs, ...units] = kase.sizes;
const [x, y] = arrays(kase, kase.rows);
let memory;

const run = (models, begun) =>
  sweep({
    model: ({ learningRate }) => {
      const model = sequential([
        layers.input([inputs]),
        ...units.map((n, i) => layers.dense(n, { activation: i < units.length - 1 ? 'relu' : 'softmax' })),
      ]);
      model.compile({ optimizer: optimizers.adam({ learningRate }), loss: 'sparseCategoricalCrossentropy' });
      memory = model.trainingMemory(kase.rows, kase.batch);
      return model;
    },
    grid: { learningRate: Array.from({ length: models }, (_, i) => 1e-4 * (1 + i)) },
    data: [x, y],
    validation: 0.25,
    epochs: kase.epochs,
    batchSize: kase.batch,
    refit: false,
    // All have been built: what that left to the garbage collector does not count.
    callbacks: () => [{ onTrainBegin: begun }],
  });

// As many as there are threads: each has scratch of its own.
/** Native memory goes a turn after what held it. */
async function collected() {
  globalThis.gc();
  await turn(20);
  return settle();
}
await run(kase.threads, collected);
const before = await collected();
await run(kase.threads + kase.models, collected);
console.log(JSON.stringify({ growth: peak() - before, planned: (kase.models + kase.threads) * (memory.weights + memory.optimizer) }));
