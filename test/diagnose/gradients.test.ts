import { describe, expect, test } from 'vitest';
import { datasets, diagnose, layers, ndarray, optimizers, regularizers, sequential } from '../../lib/index.ts';
import { randomStream } from '../../lib/random.ts';
import { weightsOf } from '../support/model.ts';

const random = randomStream(8, 'x');
const x = Array.from({ length: 24 }, () => Array.from({ length: 3 }, () => Math.fround(random.normal())));
const y = x.map(([a, b, c]) => [a - b, c]);

describe('a linear model, by hand', () => {
  const rate = Math.fround(0.05);
  const build = (l2 = 0) => {
    const kernelRegularizer = l2 ? regularizers.l2(l2) : undefined;
    const model = sequential([layers.input([3]), layers.dense(2, { name: 'out', kernelRegularizer })], { seed: 3 });
    model.compile({ optimizer: optimizers.sgd({ learningRate: rate }), loss: 'meanSquaredError' });
    return model;
  };
  /** Losses and norms of gradient descent on the mean over rows and outputs of squared errors. */
  const descent = (kernel: number[], steps: number, batch: number, l2: number) => {
    const w = [...kernel];
    const bias = [0, 0];
    return Array.from({ length: steps }, (_, k) => {
      const begin = (k % (x.length / batch)) * batch;
      const g = w.map((v) => l2 * v);
      const gb = [0, 0];
      let loss = (l2 / 2) * w.reduce((a, b) => a + b * b, 0);
      for (let r = begin; r < begin + batch; r++) {
        for (let o = 0; o < 2; o++) {
          const error = x[r].reduce((s, v, i) => s + v * w[2 * i + o], bias[o]) - y[r][o];
          loss += error ** 2 / (2 * batch);
          x[r].forEach((v, i) => {
            g[2 * i + o] += (error * v) / batch;
          });
          gb[o] += error / batch;
        }
      }
      const norms = { kernel: Math.hypot(...g), bias: Math.hypot(...gb), weight: Math.hypot(...w) };
      g.forEach((v, i) => {
        w[i] -= rate * v;
      });
      gb.forEach((v, i) => {
        bias[i] -= rate * v;
      });
      return { loss, ...norms };
    });
  };
  test.each([
    [1, 24, 0],
    [7, 8, 0],
    [7, 8, 0.25],
  ])('%d steps of %d rows, l2 %d', async (steps, batchSize, l2) => {
    const model = build(l2);
    const before = weightsOf(model);
    const expected = descent(before['out/kernel'], steps, batchSize, l2);
    const found = await diagnose.gradients(model, x, y, { steps, batchSize });
    expect(found.steps.map((s) => s.step)).toEqual(expected.map((_, k) => k + 1));
    const [bias, kernel] = ['out/bias', 'out/kernel'].map((name) => found.weights.find((w) => w.name === name));
    expected.forEach((e, k) => {
      expect(found.steps[k].loss).toBeCloseTo(e.loss, 5);
      expect(kernel?.norms[k]).toBeCloseTo(e.kernel, 5);
      expect(bias?.norms[k]).toBeCloseTo(e.bias, 5);
      expect(kernel?.relative[k]).toBeCloseTo(e.kernel / e.weight, 5);
      expect(found.layers[0].norms[k]).toBeCloseTo(Math.hypot(e.kernel, e.bias), 5);
      expect(found.steps[k].norm).toBeCloseTo(Math.hypot(e.kernel, e.bias), 5);
    });
    expect(found.layers.map((l) => l.name)).toEqual(['out']);
    expect(found.verdict).toBe('good');
    expect(weightsOf(model)).toEqual(before);
  });
  test('steps go on from where training stands, with what the optimizer keeps', async () => {
    const model = build();
    model.compile({ optimizer: optimizers.sgd({ learningRate: 0.05, momentum: 0.9 }), loss: 'meanSquaredError' });
    await model.fit(x, y, { epochs: 3, batchSize: 8, shuffle: false });
    const found = await diagnose.gradients(model, x, y, { steps: 4, batchSize: 8 });
    const losses: number[] = [];
    for (let k = 0; k < 3; k++)
      losses.push((await model.fit(x.slice(8 * k, 8 * k + 8), y.slice(8 * k, 8 * k + 8), { batchSize: 8 })).epochs[0].loss);
    found.steps.slice(0, 3).forEach((s, k) => expect(s.loss).toBeCloseTo(losses[k], 6));
  });
});

test('bytes, labels and datasets are taken as fit takes them', async () => {
  const bytes = ndarray(
    Uint8Array.from({ length: 64 * 30 }, (_, i) => (i * 37) % 17),
    [30, 8, 8],
  );
  const labels = Int32Array.from({ length: 30 }, (_, i) => i % 10);
  const model = sequential(
    [
      layers.input([8, 8], { dtype: 'uint8' }),
      layers.rescaling({ scale: 1 / 16 }),
      layers.flatten(),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed: 2 },
  );
  model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
  const given = await diagnose.gradients(model, bytes, labels, { steps: 3, batchSize: 10 });
  const dataset = datasets.fromArrays({ x: bytes, y: labels });
  expect(await diagnose.gradients(model, dataset, undefined, { steps: 3, batchSize: 10 })).toEqual(given);
  expect(given.steps).toHaveLength(3);
  expect((await diagnose.curvature(model, dataset, undefined, { iterations: 5 })).gradientNorm).toBeGreaterThan(0);
  expect((await diagnose.noise(model, dataset, undefined, { samples: 4 })).sizes).toHaveLength(3);
  expect((await diagnose.propagation(model, dataset)).layers[1].largest).toBeCloseTo(1, 6);
});

describe('verdicts', () => {
  const deep = (activation: string, kernelInitializer: string) => {
    const model = sequential(
      [layers.input([3]), ...Array.from({ length: 10 }, () => layers.dense(32, { activation, kernelInitializer })), layers.dense(2)],
      { seed: 3 },
    );
    model.compile({ optimizer: optimizers.sgd({ learningRate: 0.01 }), loss: 'meanSquaredError' });
    return model;
  };
  test('sigmoids in a row let the gradient vanish', async () => {
    const found = await diagnose.gradients(deep('sigmoid', 'glorotUniform'), x, y);
    expect(found.verdict).toBe('vanishing');
    const [first, ...rest] = found.layers.map((l) => l.norms[0]);
    expect(rest[rest.length - 1] / first).toBeGreaterThan(1e5);
    expect(found.layers).toHaveLength(11);
  });
  test('relu with the initializer that is made for it does not', async () => {
    expect((await diagnose.gradients(deep('relu', 'heNormal'), x, y)).verdict).toBe('good');
  });
  test('a rate that is far too high makes it explode, and the report ends there', async () => {
    const model = deep('linear', 'orthogonal');
    model.compile({ optimizer: optimizers.sgd({ learningRate: 1000 }), loss: 'meanSquaredError' });
    const found = await diagnose.gradients(model, x, y, { steps: 50 });
    expect(found.verdict).toBe('exploding');
    expect(found.steps.length).toBeLessThan(50);
    expect(Number.isFinite(model.getWeights()['dense/kernel'].data[0])).toBe(true);
  });
});

describe('clear errors', () => {
  const model = sequential([layers.input([3]), layers.dense(2)], { seed: 1 });
  test('before compile, during fit, options', async () => {
    await expect(diagnose.gradients(model, x, y)).rejects.toMatchObject({ code: 'ERR_NOT_COMPILED' });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await expect(diagnose.gradients(model, x, y, { steps: 0 })).rejects.toMatchObject({ code: 'ERR_OPTION' });
    await expect(diagnose.gradients(model, x, y, { step: 1 } as never)).rejects.toThrow("Did you mean 'steps'?");
    await expect(diagnose.gradients(model, x, y.slice(1))).rejects.toMatchObject({ code: 'ERR_SHAPE' });
    let seen = 0;
    const fit = model.fit(x, y, {
      epochs: 2,
      callbacks: [
        {
          onEpochEnd: async () => {
            seen += (await diagnose.gradients(model, x, y)).steps.length;
          },
        },
      ],
    });
    await fit;
    // In a callback no step runs: that is the place to look from while training.
    expect(seen).toBe(2);
  });
});
