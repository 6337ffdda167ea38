/** A plateau: saturated sigmoid outputs with a squared error hardly learn at all; cross-entropy learns fastest where the error is largest. */
import { writeFileSync } from 'node:fs';
import { datasets, initializers, layers, lineChart, optimizers, sequential } from 'ridgeline';
import { table } from '../table.mjs';

const { train, test } = datasets.digits().split({ train: 0.8, test: 0.2 }, { seed: 1, stratify: true });
const odd = (set) => [set.x, Float32Array.from(set.y.data, (v) => v % 2)];

async function learn(loss, bias, optimizer) {
  const model = sequential(
    [
      layers.input([64]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.dense(32, { activation: 'relu' }),
      // A large bias: every output begins near 1, right or wrong.
      layers.dense(1, { activation: 'sigmoid', biasInitializer: initializers.constant(bias) }),
    ],
    { seed: 2 },
  );
  model.compile({ optimizer, loss });
  const accuracy = async () => {
    const [x, y] = odd(test);
    const p = (await model.predict(x)).data;
    return p.reduce((right, v, i) => right + (v > 0.5 === (y[i] === 1)), 0) / y.length;
  };
  const curve = [await accuracy()];
  for (let epoch = 0; epoch < 40; epoch++) {
    await model.fit(...odd(train), { epochs: 1, batchSize: 32, verbose: false });
    curve.push(await accuracy());
  }
  return curve;
}
const sgd = () => optimizers.sgd({ learningRate: 0.1 });
const series = {
  'squared error, bias 0': await learn('meanSquaredError', 0, sgd()),
  'squared error, bias 8': await learn('meanSquaredError', 8, sgd()),
  'squared error, bias 8, Adam': await learn('meanSquaredError', 8, optimizers.adam()),
  'cross-entropy, bias 8': await learn('binaryCrossentropy', 8, sgd()),
};
console.log(
  table([
    ['test accuracy, odd or even', 'start', 'epoch 1', '5', '10', '40'],
    ...Object.entries(series).map(([name, c]) => [name, ...[0, 1, 5, 10, 40].map((e) => c[e].toFixed(2))]),
  ]),
);
writeFileSync(
  'plateau.svg',
  lineChart({ title: 'A saturated output unit', series, xLabel: 'epoch + 1', yLabel: 'test accuracy', yMin: 0.4, yMax: 1 }),
);
