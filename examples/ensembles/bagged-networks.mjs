/**
 * Ten bagged networks against their average member, over seeds: the embedded digits; the IDX files (MNIST, Fashion-MNIST) in a folder given as
 * argument or in RIDGELINE_IDX; or a CSV file and its target column: node bagged-networks.mjs diabetes.csv target
 */
import { writeFileSync } from 'node:fs';
import { datasets, ensembles, layers, lineChart, optimizers, sequential } from 'ridgeline';
import { table } from '../table.mjs';

const [path = process.env.RIDGELINE_IDX, target] = process.argv.slice(2);
const seeds = [1, 2, 3, 4, 5];
const estimators = 10;

/** Parts by seed, and what suits the data. */
async function source() {
  if (path === undefined) {
    const rows = datasets.digits();
    return {
      metric: 'accuracy',
      classes: 10,
      scale: 1 / 16,
      epochs: 12,
      hidden: 64,
      parts: (seed) => rows.split(0.5, { seed, stratify: true }),
    };
  }
  if (target !== undefined) {
    const rows = await datasets.csv(path, { target });
    const standardized = (seed) => {
      const [train, test] = rows.split(0.7, { seed });
      const { dataset, apply } = train.standardize();
      return [dataset, apply(test)];
    };
    return { metric: 'r2', classes: undefined, scale: 1, epochs: 60, hidden: 32, parts: standardized };
  }
  const { train, test } = await datasets.idxFolder(path);
  return {
    metric: 'accuracy',
    classes: 10,
    scale: 1 / 255,
    epochs: 5,
    hidden: 64,
    parts: (seed) => [train.shuffle(seed).take(20_000), test],
  };
}

const { metric, classes, scale, epochs, hidden, parts } = await source();
const gaps = [];
const rows = [];
for (const seed of seeds) {
  const [train, test] = parts(seed);
  const mean = classes ? 0 : train.y.data.reduce((a, b) => a + b, 0) / train.length;
  const model = (info) => {
    const network = sequential(
      [
        layers.input(train.x.shape.slice(1)),
        layers.rescaling({ scale }),
        layers.flatten(),
        layers.dense(hidden, { activation: 'relu' }),
        layers.dense(classes ?? 1, {
          activation: classes ? 'softmax' : 'linear',
          biasInitializer: () => new Float32Array(classes ?? 1).fill(mean),
        }),
      ],
      { seed: info.seed },
    );
    network.compile({
      optimizer: optimizers.adam({ learningRate: classes ? 3e-3 : 3e-2 }),
      loss: classes ? 'sparseCategoricalCrossentropy' : 'meanSquaredError',
      metrics: [metric],
    });
    return network;
  };
  const bag = await ensembles.bagging({ model, estimators, seed }).fit(train, { epochs });
  const together = (await bag.evaluate(test))[metric];
  const single = await Promise.all(bag.members.map(async (member) => (await member.evaluate(test))[metric]));
  const average = single.reduce((a, b) => a + b, 0) / single.length;
  const { v, c } = await bag.errorDecomposition(test);
  gaps.push(together - average);
  rows.push([String(seed), average, Math.max(...single), together, c / v]);
}
console.log(
  table([['seed', 'average member', 'best member', 'together', 'c/v'], ...rows.map(([s, ...v]) => [s, ...v.map((x) => x.toFixed(3))])]),
);
const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
const deviation = Math.sqrt(gaps.reduce((sum, g) => sum + (g - mean) ** 2, 0) / (gaps.length - 1));
// Student's t with 4 degrees of freedom, 0.975 quantile.
const half = (2.776 * deviation) / Math.sqrt(gaps.length);
console.log(
  `${metric} of ten together above their average: ${mean.toFixed(3)}, 95% interval ${(mean - half).toFixed(3)} to ${(mean + half).toFixed(3)}`,
);

writeFileSync(
  'bagged-networks.svg',
  lineChart({
    series: { 'average member': rows.map((r) => r[1]), 'best member': rows.map((r) => r[2]), together: rows.map((r) => r[3]) },
    title: 'Ten bagged networks',
    xLabel: 'seed',
    yLabel: metric,
  }),
);
