/** Trains until enough of the test set are right. */
import { datasets, layers, sequential, setThreads } from '../../../dist/index.js';

const kase = JSON.parse(process.argv[2]);
setThreads(kase.threads);
const { train, test } = await datasets.idxFolder(kase.folder);
const [, ...units] = kase.sizes;
const model = sequential([
  layers.input([28, 28]),
  layers.rescaling({ scale: 1 / 255 }),
  layers.flatten(),
  ...units.map((n, i) => layers.dense(n, { activation: i < units.length - 1 ? 'relu' : 'softmax' })),
]);
model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
let accuracy = 0;
await model.fit(train, {
  epochs: 20,
  batchSize: kase.batch,
  evaluateEvery: kase.every,
  validationData: test,
  verbose: false,
  callbacks: [
    {
      onEvaluate(_step, logs, context) {
        accuracy = logs.valAccuracy;
        if (accuracy >= kase.accuracy) context.stop('good enough');
      },
    },
  ],
});
console.log(JSON.stringify({ accuracy }));
