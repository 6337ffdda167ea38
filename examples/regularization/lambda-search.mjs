/** λ by cross-validation: 5 folds, 12 strengths, 60 networks at once; the minimum, and the most regularized within one standard error. */
import { writeFileSync } from 'node:fs';
import { datasets, layers, optimizers, regularizers, sequential, sweep } from 'ridgeline';

// Few rows, so that it matters; the others are what is to be predicted.
const { train, test } = datasets.digits().split({ train: 0.15, test: 0.85 }, { seed: 1, stratify: true });

const model = ({ l2 }) => {
  const made = sequential(
    [
      layers.input([64]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.dense(64, { activation: 'relu', kernelRegularizer: regularizers.l2(l2) }),
      layers.dense(10, { activation: 'softmax', kernelRegularizer: regularizers.l2(l2) }),
    ],
    { seed: 1 },
  );
  made.compile({ optimizer: optimizers.adam({ learningRate: 3e-3 }), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return made;
};
const options = { model, data: train, folds: 5, epochs: 80, seed: 1 };
const l2 = [0, ...Array.from({ length: 11 }, (_, i) => 10 ** (-4 + i / 3))];
const result = await sweep({ ...options, grid: { l2 }, select: 'oneStandardError' });
console.log(result.table());

const percent = async (fitted) => `${(100 * (await fitted.evaluate(test)).accuracy).toFixed(1)}%`;
const refit = async (params) => {
  const fitted = model(params);
  await fitted.fit(train, { epochs: options.epochs, verbose: false });
  return percent(fitted);
};
console.log(
  `\naccuracy on ${test.length} other rows: ${await refit({ l2: 0 })} without a penalty, ${await refit(result.minimum.params)} at the minimum, ${await percent(result.model)} at one standard error`,
);
writeFileSync('lambda-search.svg', result.chart('l2', { title: 'Digits: cross-entropy by λ, 5 folds' }));
