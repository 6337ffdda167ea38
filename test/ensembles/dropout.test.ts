/** One network with dropout as the ensemble of its masks: the exact case, and the sampled one. */
import { describe, expect, test } from 'vitest';
import { ensembles, initializers, layers, type Model, ndarray, optimizers, sequential } from '../../lib/index.ts';

const inputs = 10;
const classes = 4;
const wave = (i: number) => Math.sin(1.7 * i + 0.3 * i * i);
const x = ndarray(Array.from({ length: 6 }, (_, i) => Array.from({ length: inputs }, (_v, j) => 1.5 * wave(i * inputs + j))));
const weights = {
  'dense/kernel': ndarray(
    Array.from({ length: inputs }, (_, i) => Array.from({ length: classes }, (_v, j) => wave(100 + i * classes + j))),
  ),
  'dense/bias': ndarray([0.3, -0.2, 0.1, 0]),
};
const rowsOf = (a: { toArray(): unknown }) => a.toArray() as number[][];

/** A softmax regression, with dropout on its inputs or none. */
function regression(dropout?: { rate: number; scale: 'training' | 'inference' }): Model {
  const masked = dropout ? [layers.dropout(dropout.rate, { scale: dropout.scale })] : [];
  const model = sequential([layers.input([inputs]), ...masked, layers.dense(classes, { activation: 'softmax' })], { seed: 11 });
  model.setWeights(weights);
  return model;
}

/** What every mask answers for a row, with the mask's probability: 2^n predictions of the network without dropout. */
function underAllMasks(row: readonly number[], rate: number, factor: number): { probability: number; answer: number[] }[] {
  const masks = Array.from({ length: 2 ** inputs }, (_, m) => Array.from({ length: inputs }, (_v, i) => (m >> i) & 1));
  const answers = rowsOf(regression().predictSync(ndarray(masks.map((mask) => mask.map((on, i) => on * row[i] * factor)))));
  return masks.map((mask, m) => {
    const kept = mask.reduce((sum, on) => sum + on, 0);
    return { probability: (1 - rate) ** kept * rate ** (inputs - kept), answer: answers[m] };
  });
}
const geometric = (all: ReturnType<typeof underAllMasks>): number[] => {
  const products = Array.from({ length: classes }, (_, k) =>
    Math.exp(all.reduce((sum, a) => sum + a.probability * Math.log(a.answer[k]), 0)),
  );
  const total = products.reduce((a, b) => a + b, 0);
  return products.map((p) => p / total);
};
const arithmetic = (all: ReturnType<typeof underAllMasks>): number[] =>
  Array.from({ length: classes }, (_, k) => all.reduce((sum, a) => sum + a.probability * a.answer[k], 0));

describe.each([
  [0.5, 'training'],
  [0.5, 'inference'],
  [0.2, 'training'],
  [0.2, 'inference'],
] as const)('softmax regression, rate %d, scaled at %s', (rate, scale) => {
  const factor = scale === 'training' ? 1 / (1 - rate) : 1;
  const model = regression({ rate, scale });

  test('weight scaling is the renormalized geometric mean over all 2^10 masks, weighted by their probability', () => {
    const scaled = rowsOf(model.predictSync(x));
    rowsOf(x).forEach((row, i) => {
      const all = underAllMasks(row, rate, factor);
      expect(all.reduce((sum, a) => sum + a.probability, 0)).toBeCloseTo(1, 12);
      geometric(all).forEach((p, k) => expect(scaled[i][k]).toBeCloseTo(p, 6));
      // And not the arithmetic one.
      expect(Math.max(...arithmetic(all).map((p, k) => Math.abs(p - scaled[i][k])))).toBeGreaterThan(1e-3);
    });
  });
  test('sampled means come near to those over all masks', async () => {
    const samples = 1500;
    const geometricMean = rowsOf(await ensembles.dropoutEnsemble({ model, samples, mean: 'geometric' }).predict(x));
    const { mean, standardDeviation } = await ensembles.dropoutEnsemble({ model, samples }).predictWithSpread(x);
    rowsOf(x).forEach((row, i) => {
      const all = underAllMasks(row, rate, factor);
      const wanted = arithmetic(all);
      geometric(all).forEach((p, k) => {
        const variance = all.reduce((sum, a) => sum + a.probability * (a.answer[k] - wanted[k]) ** 2, 0);
        const bound = 5 * Math.sqrt(variance / samples);
        expect(Math.abs(rowsOf(mean)[i][k] - wanted[k])).toBeLessThan(bound);
        expect(Math.abs(rowsOf(standardDeviation)[i][k] / Math.sqrt(variance) - 1)).toBeLessThan(0.4);
        expect(Math.abs(geometricMean[i][k] - p)).toBeLessThan(0.03);
      });
    });
  });
});

test('inverted and inference-scaled dropout: the mean over masks is what inference gives, in both', async () => {
  const [rate, samples] = [0.3, 3000];
  const outputs = await Promise.all(
    (['training', 'inference'] as const).map(async (scale) => {
      const model = sequential([layers.input([inputs]), layers.dropout(rate, { scale }), layers.dense(classes)], { seed: 11 });
      model.setWeights(weights);
      const scaled = await model.predict(x);
      const { mean, standardDeviation } = await ensembles.dropoutEnsemble({ model, samples }).predictWithSpread(x);
      mean.data.forEach((v, i) => expect(Math.abs(v - scaled.data[i])).toBeLessThan((5 * standardDeviation.data[i]) / Math.sqrt(samples)));
      return scaled.data;
    }),
  );
  // The inference form gives (1 - rate) of the inverted one's inputs.
  const bias = weights['dense/bias'].data;
  outputs[1].forEach((v, i) => expect(v - bias[i % classes]).toBeCloseTo((1 - rate) * (outputs[0][i] - bias[i % classes]), 5));
});

describe('a deeper network', () => {
  const rows = 700;
  const many = ndarray(Array.from({ length: rows }, (_, i) => Array.from({ length: inputs }, (_v, j) => wave(i * inputs + j))));
  const labels = ndarray(Int32Array.from({ length: rows }, (_, i) => Math.floor(2 * (wave(i * inputs) + 1)) % classes));
  const network = (rate = 0.3) => {
    const model = sequential(
      [
        layers.input([inputs]),
        layers.dense(16, { activation: 'relu' }),
        layers.batchNormalization(),
        layers.dropout(rate),
        layers.dense(classes, { activation: 'softmax', dropConnect: 0.1 }),
      ],
      { seed: 5 },
    );
    model.compile({ optimizer: optimizers.adam({ learningRate: 0.01 }), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
    return model;
  };

  test('the same seed gives the same predictions, on any number of threads; another seed gives others', async () => {
    const model = network();
    const before = model.getWeights();
    const predict = async (options: { seed?: number }, threads?: number) =>
      (await ensembles.dropoutEnsemble({ model, samples: 5, ...options }).predict(many, { threads })).data;
    const first = await predict({});
    expect(await predict({}, 1)).toEqual(first);
    expect(await predict({ seed: model.seed }, 2)).toEqual(first);
    expect(await predict({ seed: 6 })).not.toEqual(first);
    // Normalization is that of inference, and learns nothing.
    expect(model.getWeights()).toEqual(before);
  });
  test('every row of every pass has a mask of its own', async () => {
    const same = ndarray(Array.from({ length: rows }, () => rowsOf(many)[0]));
    const [one, two] = await Promise.all(
      [1, 2].map((samples) => ensembles.dropoutEnsemble({ model: network(0.5), samples }).predict(same)),
    );
    // 16 units: most of 700 masks differ, before and after the first 256 rows, where a run ends.
    expect(new Set(rowsOf(one).map(String)).size).toBeGreaterThan(rows / 2);
    expect(one.data).not.toEqual(two.data);
  });
  test("evaluate judges those predictions; fit and save are the model's", async () => {
    const model = network();
    const ensemble = ensembles.dropoutEnsemble({ model, samples: 20 });
    const { epochs } = await ensemble.fit(many, labels, { epochs: 5, verbose: false });
    expect(epochs[4].loss).toBeLessThan(epochs[0].loss);
    const predictions = rowsOf(await ensemble.predict(many));
    const costs = predictions.map((row, i) => -Math.log(row[labels.data[i]]));
    const right = predictions.filter((row, i) => row.indexOf(Math.max(...row)) === labels.data[i]);
    const { loss, accuracy, ...rest } = await ensemble.evaluate(many, labels);
    expect(loss).toBeCloseTo(costs.reduce((a, b) => a + b, 0) / rows, 4);
    expect(accuracy).toBeCloseTo(right.length / rows, 6);
    expect(rest).toEqual({});
    // One sample of no dropout is the model itself.
    const still = network(0);
    still.setHyperparameter('dense1/dropConnect', 0);
    const judged = await still.evaluate(many, labels);
    const alone = await ensembles.dropoutEnsemble({ model: still, samples: 1, mean: 'geometric' }).evaluate(many, labels);
    expect(alone.loss).toBeCloseTo(judged.loss, 5);
    expect(alone.accuracy).toBe(judged.accuracy);
  });
  test('a single sigmoid is yes against no', async () => {
    const model = sequential([layers.input([inputs]), layers.dropout(0.4), layers.dense(1, { activation: 'sigmoid' })], { seed: 2 });
    const some = ndarray(rowsOf(many).slice(0, 5));
    const scaled = await model.predict(some);
    const mean = await ensembles.dropoutEnsemble({ model, samples: 1500, mean: 'geometric' }).predict(some);
    mean.data.forEach((p, i) => expect(Math.abs(p - scaled.data[i])).toBeLessThan(0.03));
  });
});

describe('errors', () => {
  const model = regression({ rate: 0.5, scale: 'training' });
  test('options', () => {
    const make = (options: object) => () => ensembles.dropoutEnsemble(options as never);
    expect(make({})).toThrow('ensembles.dropoutEnsemble: expected a model for model, got undefined');
    expect(make({ model, samples: 0 })).toThrow('ensembles.dropoutEnsemble: expected an integer in [1, 65536] for samples, got 0 (number)');
    expect(make({ model, mean: 'harmonic' })).toThrow("expected one of 'arithmetic', 'geometric' for mean, got 'harmonic' (string)");
    expect(make({ model, seeds: 1 })).toThrow("unknown option 'seeds'. Did you mean 'seed'?");
    expect(make({ model: regression() })).toThrow('expected a model with dropout or noise, got one whose samples would all be the same');
  });
  test('a geometric mean of what are no probabilities', async () => {
    const linear = sequential(
      [layers.input([inputs]), layers.dropout(0.5), layers.dense(2, { kernelInitializer: initializers.constant(1) })],
      { seed: 1 },
    );
    await expect(ensembles.dropoutEnsemble({ model: linear, mean: 'geometric' }).predict(x)).rejects.toMatchObject({
      code: 'ERR_VALUE',
      message: expect.stringMatching(/^geometric mean: expected probabilities, as a softmax or one sigmoid gives, got outputs /),
    });
  });
  test('evaluate needs a compiled model', async () => {
    await expect(ensembles.dropoutEnsemble({ model }).evaluate(x, ndarray([0, 1, 2, 3, 0, 1]))).rejects.toMatchObject({
      code: 'ERR_NOT_COMPILED',
    });
  });
});

test('the masks are members: v, c and the error of their mean', async () => {
  const model = sequential([layers.input([inputs]), layers.dropout(0.5), layers.dense(classes, { activation: 'softmax' })], { seed: 4 });
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
  const y = [0, 1, 2, 3, 0, 1];
  const found = await ensembles.dropoutEnsemble({ model, samples: 12 }).errorDecomposition(x, y);
  expect(found.k).toBe(12);
  expect(found.c).toBeLessThan(found.v);
  expect(found.measuredSquaredError).toBeCloseTo(found.expectedSquaredError, 6);
  const mean = await ensembles.dropoutEnsemble({ model, samples: 12 }).predict(x);
  const squares = Array.from(mean.data, (p, i) => (p - Number(y[Math.floor(i / classes)] === i % classes)) ** 2);
  expect(found.measuredSquaredError).toBeCloseTo(squares.reduce((a, b) => a + b, 0) / squares.length, 6);
});
