/** Training on labels of which a fifth are wrong. */
import { describe, expect, test } from 'vitest';
import { type Dataset, datasets, layers, losses, ndarray, optimizers, sequential } from '../../lib/index.ts';
import { randomStream } from '../../lib/random.ts';

const flipped = 0.2;
const rows = 600;
const seeds = [1, 2, 3, 4, 5];
/** Student's t for a two-sided 95% interval of five values. */
const t95 = 2.776;

/** The labels, a share of them replaced by another class. */
function withFlips(labels: ArrayLike<number>, seed: number): Int32Array {
  const random = randomStream(seed, 'flips');
  return Int32Array.from({ length: labels.length }, (_, i) =>
    random.uniform() < flipped ? (labels[i] + 1 + Math.floor(random.uniform() * 9)) % 10 : labels[i],
  );
}

async function accuracyAfter(
  train: Dataset,
  test: Dataset,
  seed: number,
  options: Parameters<typeof losses.sparseCategoricalCrossentropy>[0],
) {
  const model = sequential(
    [
      layers.input([8, 8]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.flatten(),
      layers.dense(128, { activation: 'relu' }),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed },
  );
  const optimizer = optimizers.adam({ learningRate: 3e-3 });
  model.compile({ optimizer, loss: losses.sparseCategoricalCrossentropy(options), metrics: ['accuracy'] });
  const labels = ndarray(withFlips(train.y?.data as Int32Array, seed), [rows]);
  await model.fit(train.x, labels, { epochs: 40, verbose: false });
  return (await model.evaluate(test)).accuracy;
}

describe('label smoothing on digits with 20% flipped labels', () => {
  test('trains better than none, in both forms, over five seeds', async () => {
    const digits = datasets.digits();
    const gains: Record<'classic' | 'uniform', number[]> = { classic: [], uniform: [] };
    for (const seed of seeds) {
      const mixed = digits.shuffle(seed);
      const [train, held] = [mixed.take(rows), mixed.select(Int32Array.from({ length: mixed.length - rows }, (_, i) => rows + i))];
      const plain = await accuracyAfter(train, held, seed, {});
      for (const smoothing of ['classic', 'uniform'] as const)
        gains[smoothing].push((await accuracyAfter(train, held, seed, { labelSmoothing: flipped, smoothing })) - plain);
    }
    for (const [form, values] of Object.entries(gains)) {
      const mean = values.reduce((a, v) => a + v, 0) / values.length;
      const deviation = Math.sqrt(values.reduce((a, v) => a + (v - mean) ** 2, 0) / (values.length - 1));
      const half = (t95 * deviation) / Math.sqrt(values.length);
      console.info(
        `accuracy gained by ${form} smoothing: ${(100 * mean).toFixed(2)} ± ${(100 * half).toFixed(2)} points (${values.length} seeds)`,
      );
      expect(mean).toBeGreaterThan(0.01);
      expect(mean - half).toBeGreaterThan(0);
    }
  }, 20_000);
});
