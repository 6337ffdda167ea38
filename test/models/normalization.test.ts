/** Normalization layers in training: state that layers keep, bits, files, and what they are for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { callbacks, type Layer, layers, loadModel, type Model, optimizers, sequential } from '../../lib/index.ts';
import { digits, weightsOf } from '../support/model.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-normalization-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Normalized = 'batch' | 'batch unbiased' | 'layer' | 'group' | 'rms' | 'weight' | 'spectral';
const kinds: readonly Normalized[] = ['batch', 'batch unbiased', 'layer', 'group', 'rms', 'weight', 'spectral'];

/** A hidden layer, normalized in one of the ways. */
function hidden(kind: Normalized, units: number): Layer[] {
  const kernelNormalization = kind === 'weight' || kind === 'spectral' ? kind : undefined;
  const after: Partial<Record<Normalized, Layer>> = {
    batch: layers.batchNormalization({ momentum: 0.9 }),
    'batch unbiased': layers.batchNormalization({ momentum: 0.9, unbiasedMoving: true }),
    layer: layers.layerNormalization(),
    group: layers.groupNormalization({ groups: 8 }),
    rms: layers.rmsNormalization(),
  };
  const normalization = after[kind];
  return [layers.dense(units, { kernelNormalization }), ...(normalization ? [normalization] : []), layers.activation('relu')];
}

function network(kind: Normalized, units = 64): Model {
  const model = sequential(
    [
      layers.input([64]),
      layers.rescaling({ scale: 1 / 16 }),
      ...hidden(kind, units),
      ...hidden(kind, units),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed: 5 },
  );
  model.compile({ optimizer: optimizers.adam({ learningRate: 0.01 }), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

for (const kind of kinds) {
  describe(kind, () => {
    test('learns the digits to 94% of rows held out', async () => {
      const data = digits(1500);
      const { train, test: held } = data.split(0.8);
      const model = network(kind);
      await model.fit(train, { epochs: 15, batchSize: 64 });
      expect((await model.evaluate(held)).accuracy).toBeGreaterThanOrEqual(0.94);
    });
    test('1, 2 and 3 threads give the same bits', async () => {
      const results = [];
      for (const threads of [1, 2, 3]) {
        const model = network(kind, 512);
        // The last batch is smaller.
        await model.fit(digits(500), { epochs: 2, batchSize: 128, threads });
        results.push(weightsOf(model));
      }
      expect(results[1]).toEqual(results[0]);
      expect(results[2]).toEqual(results[0]);
    });
    test('a saved training goes on bit for bit, statistics and all', async () => {
      const data = digits(300);
      const whole = network(kind);
      await whole.fit(data, { epochs: 4, batchSize: 64 });
      const half = network(kind);
      await half.fit(data, { epochs: 2, batchSize: 64 });
      const file = join(folder, `${kind}.safetensors`);
      await half.save(file, { training: true });
      const loaded = await loadModel(file);
      expect(weightsOf(loaded)).toEqual(weightsOf(half));
      expect((await loaded.predict(data)).data).toEqual((await half.predict(data)).data);
      await loaded.fit(data, { epochs: 2, batchSize: 64 });
      expect(weightsOf(loaded)).toEqual(weightsOf(whole));
    });
  });
}

describe('statistics of batchNormalization', () => {
  /** Two features, batches of 4. */
  const rows = (n: number) => Array.from({ length: n }, (_, i) => [Math.sin(i), 3 * Math.cos(2 * i) + 1]);
  function alone(unbiasedMoving = false): Model {
    const model = sequential([layers.input([2]), layers.batchNormalization({ momentum: 0.5, unbiasedMoving })], { seed: 1 });
    model.compile({ optimizer: optimizers.sgd({ learningRate: 0.1 }), loss: 'meanSquaredError' });
    return model;
  }
  const expected = (x: number[][], batchSize: number, unbiased: boolean) => {
    const mean = [0, 0];
    const variance = [1, 1];
    for (let at = 0; at < x.length; at += batchSize) {
      const batch = x.slice(at, at + batchSize);
      const n = batch.length;
      if (n === 1) continue;
      for (const k of [0, 1]) {
        const m = batch.reduce((t, row) => t + row[k], 0) / n;
        const v = batch.reduce((t, row) => t + (row[k] - m) ** 2, 0) / (unbiased ? n - 1 : n);
        mean[k] = (mean[k] + m) / 2;
        variance[k] = (variance[k] + v) / 2;
      }
    }
    return { mean, variance };
  };
  const near = (got: ArrayLike<number>, wanted: readonly number[]) => wanted.forEach((v, i) => expect(got[i]).toBeCloseTo(v, 5));

  for (const unbiased of [false, true]) {
    for (const n of [8, 10, 9]) {
      test(`${n} rows in batches of 4${unbiased ? ', unbiased' : ''}: averages of the rows that there are`, async () => {
        const model = alone(unbiased);
        await model.fit(rows(n), rows(n), { batchSize: 4, shuffle: false });
        const w = model.getWeights();
        const { mean, variance } = expected(rows(n), 4, unbiased);
        near(w['batchNormalization/movingMean'].data, mean);
        near(w['batchNormalization/movingVariance'].data, variance);
        expect(Object.values(weightsOf(model)).flat().every(Number.isFinite)).toBe(true);
      });
    }
  }
  test('evaluation, prediction and compile leave them as they are; fit with frozen momentum too', async () => {
    const model = alone();
    await model.fit(rows(8), rows(8), { batchSize: 4 });
    const before = weightsOf(model);
    await model.evaluate(rows(9), rows(9));
    await model.predict(rows(1));
    model.predictSync(rows(3));
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    expect(weightsOf(model)).toEqual(before);
    model.setHyperparameter('batchNormalization/momentum', 1);
    await model.fit(rows(8), rows(8), { batchSize: 4 });
    for (const name of ['movingMean', 'movingVariance'])
      expect(weightsOf(model)[`batchNormalization/${name}`]).toEqual(before[`batchNormalization/${name}`]);
  });
  test('are weights in getWeights and setWeights, and what evaluation uses', () => {
    const model = alone();
    expect(Object.keys(model.getWeights()).sort()).toEqual(
      ['beta', 'gamma', 'movingMean', 'movingVariance'].map((n) => `batchNormalization/${n}`),
    );
    model.setWeights({ 'batchNormalization/movingMean': [1, 2], 'batchNormalization/movingVariance': [4, 9] });
    const [a, b] = model.predictSync([[5, 8]]).data;
    expect(a).toBeCloseTo(2, 4);
    expect(b).toBeCloseTo(2, 4);
    expect(model.summary()).toContain('parameters: 8 (4 trained)');
  });
  test('are not decayed, and penalties do not see them', async () => {
    const model = alone();
    model.compile({ optimizer: optimizers.adamw({ learningRate: 0.1, weightDecay: 0.5 }), loss: 'meanSquaredError' });
    model.setHyperparameter('batchNormalization/momentum', 1);
    await model.fit(rows(8), rows(8), { batchSize: 4, epochs: 3 });
    expect(weightsOf(model)['batchNormalization/movingVariance']).toEqual([1, 1]);
  });
  test('a step that a guard stops leaves them as they are', async () => {
    const model = alone();
    await model.fit(rows(8), rows(8), { batchSize: 4 });
    const before = weightsOf(model);
    const bad = rows(8);
    bad[2][1] = Number.NaN;
    await expect(model.fit(bad, rows(8), { batchSize: 4, shuffle: false })).rejects.toMatchObject({ code: 'ERR_NON_FINITE' });
    expect(weightsOf(model)).toEqual(before);
    // In a last batch of one row as well.
    const last = rows(9);
    last[8][0] = Number.NaN;
    const error = await model.fit(last, rows(9), { batchSize: 4, shuffle: false }).catch((e: Error) => e);
    expect(error).toMatchObject({ code: 'ERR_NON_FINITE' });
    expect((error as Error).message).toContain("made by 'batchNormalization'");
  });
  test('early stopping brings those of the best epoch back', async () => {
    const model = alone();
    const seen: Record<string, number[]>[] = [];
    // Watched: a value that is best in the second epoch.
    const values = [3, 1, 2, 2, 2, 2];
    const history = await model.fit(rows(8), rows(8), {
      batchSize: 4,
      epochs: 6,
      callbacks: [
        {
          onEpochEnd: (epoch, logs) => {
            seen.push(weightsOf(model));
            (logs as Record<string, number>).watched = values[epoch - 1];
          },
        },
        callbacks.earlyStopping({ monitor: 'watched', patience: 2, restoreBestWeights: true }),
      ],
    });
    expect(history.bestEpoch).toBe(2);
    expect(weightsOf(model)).toEqual(seen[1]);
    expect(seen[3]['batchNormalization/movingMean']).not.toEqual(seen[1]['batchNormalization/movingMean']);
  });
  test('batches of one row are refused, with the way out', async () => {
    await expect(alone().fit(rows(4), rows(4), { batchSize: 1 })).rejects.toThrow(
      'batchNormalization: training needs batches with more than one value per feature, got a batch of shape [1, 2]; use a larger batchSize, or layerNormalization',
    );
  });
});

describe('weight normalization', () => {
  test('a model starts as the one without it', () => {
    const build = (kernelNormalization?: 'weight') =>
      sequential([layers.input([64]), layers.dense(32, { kernelNormalization, activation: 'tanh' }), layers.dense(10)], { seed: 3 });
    const x = digits(20).x;
    const [plain, normalized] = [build(), build('weight')].map((m) => m.predictSync(x).data);
    plain.forEach((v, i) => expect(Math.abs(normalized[i] - v)).toBeLessThan(1e-4));
  });
});

describe('twenty layers', () => {
  const data = digits(600);
  async function accuracy(activation: 'sigmoid' | 'tanh', normalized: boolean): Promise<number> {
    const block = () => [
      layers.dense(32, { kernelInitializer: 'glorotUniform', useBias: !normalized }),
      ...(normalized ? [layers.batchNormalization({ momentum: 0.9 })] : []),
      layers.activation(activation),
    ];
    const model = sequential(
      [
        layers.input([64]),
        layers.rescaling({ scale: 1 / 16 }),
        ...Array.from({ length: 20 }, block).flat(),
        layers.dense(10, { activation: 'softmax' }),
      ],
      { seed: 2 },
    );
    model.compile({
      optimizer: optimizers.sgd({ learningRate: 0.1, momentum: 0.9 }),
      loss: 'sparseCategoricalCrossentropy',
      metrics: ['accuracy'],
    });
    await model.fit(data, { epochs: 30, batchSize: 50 });
    return (await model.evaluate(data)).accuracy;
  }
  for (const activation of ['sigmoid', 'tanh'] as const) {
    test(`of ${activation}: learn with batch normalization, and not without`, async () => {
      const [without, after] = [await accuracy(activation, false), await accuracy(activation, true)];
      expect(without).toBeLessThan(0.35);
      expect(after).toBeGreaterThan(0.9);
    });
  }
});
