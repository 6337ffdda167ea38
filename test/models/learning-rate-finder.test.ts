import { describe, expect, test } from 'vitest';
import { layers, learningRateFinder, ndarray, optimizers, sequential } from '../../lib/index.ts';
import { digits, small, weightsOf } from '../support/model.ts';

const data = digits(400);

describe('the model stays as it was', () => {
  test('weights, optimizer, random numbers and position: training goes on bit for bit', async () => {
    const [model, other] = [small(), small()];
    for (const m of [model, other]) await m.fit(data, { epochs: 1 });
    const curve = await learningRateFinder(model, data);
    expect(weightsOf(model)).toEqual(weightsOf(other));
    expect(model.getHyperparameters()).toEqual(other.getHyperparameters());
    const [a, b] = [await model.fit(data, { epochs: 2 }), await other.fit(data, { epochs: 2 })];
    expect(weightsOf(model)).toEqual(weightsOf(other));
    expect(a.epochs.map((e) => e.loss)).toEqual(b.epochs.map((e) => e.loss));
    // And the same model gives the same curve.
    expect(await learningRateFinder(small(), data)).toEqual(await learningRateFinder(small(), data));
    expect(curve.losses.length).toBeGreaterThan(50);
  });
});

describe('the curve', () => {
  test('plain gradient descent on a quadratic: losses follow from the rates, and it ends past 2 / curvature', async () => {
    const model = sequential([layers.input([1]), layers.dense(1, { useBias: false, kernelInitializer: 'ones' })], { seed: 1 });
    model.compile({ optimizer: optimizers.sgd(), loss: 'meanSquaredError' });
    // Loss (3w)²; gradient 18 w.
    const curve = await learningRateFinder(
      model,
      [
        [[3], [3]],
        [[0], [0]],
      ],
      { from: 1e-4, to: 10, steps: 60, smoothing: 0 },
    );
    let w = 1;
    curve.learningRates.forEach((rate, k) => {
      expect(rate).toBeCloseTo(1e-4 * 1e5 ** (k / 59), 12);
      const loss = (3 * w) ** 2;
      expect(Math.abs(curve.losses[k] - loss)).toBeLessThanOrEqual(1e-4 * loss + 1e-30);
      w -= rate * 18 * w;
    });
    expect(curve.smoothed).toEqual(curve.losses);
    expect(curve.diverged).toBe(true);
    const last = curve.learningRates[curve.learningRates.length - 1];
    expect(last).toBeGreaterThan(2 / 18);
    expect(last).toBeLessThan(1);
    // Fastest where rate times curvature is about 1.
    expect(curve.suggestion).toBeGreaterThan(0.003);
    expect(curve.suggestion).toBeLessThan(2 / 18);
    expect(curve.lowest).toBeGreaterThan(curve.suggestion as number);
  });
  test('the suggestion trains; ten thousand times less does not, and where the curve ends it diverges', async () => {
    const make = (learningRate: number) => {
      const model = sequential(
        [layers.input([64]), layers.rescaling({ scale: 1 / 16 }), layers.dense(32, { activation: 'relu' }), layers.dense(10)],
        { seed: 3 },
      );
      model.compile({ optimizer: optimizers.sgd({ learningRate }), loss: 'meanSquaredError' });
      return model;
    };
    const oneHot = new Float32Array(4000);
    for (let r = 0; r < 400; r++) oneHot[10 * r + (data.y?.data[r] ?? 0)] = 1;
    const y = ndarray(oneHot, [400, 10]);
    const { suggestion, learningRates } = await learningRateFinder(make(1), [data.x, y], { steps: 120 });
    const lossAt = async (rate: number) => {
      const model = make(rate);
      const last = await model.fit(data.x, y, { epochs: 5 }).then(
        (h) => h.epochs[4].loss,
        () => Infinity,
      );
      return last;
    };
    const best = await lossAt(suggestion as number);
    expect(best).toBeLessThan(0.6 * (await lossAt((suggestion as number) * 1e-4)));
    expect(await lossAt(learningRates[learningRates.length - 1])).toBeGreaterThan(10 * best);
  });
  test('differences between minibatches do not make the suggestion: it is much the same from every seed', async () => {
    const found: number[] = [];
    for (const seed of [1, 2, 3]) {
      const model = sequential(
        [
          layers.input([64]),
          layers.rescaling({ scale: 1 / 16 }),
          layers.dense(64, { activation: 'relu' }),
          layers.dense(10, { activation: 'softmax' }),
        ],
        { seed },
      );
      model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
      found.push((await learningRateFinder(model, data)).suggestion as number);
    }
    expect(Math.max(...found)).toBeLessThan(5 * Math.min(...found));
    expect(Math.min(...found)).toBeGreaterThan(0.01);
    expect(Math.max(...found)).toBeLessThan(1);
  });
  test('ends at a loss that is not finite', async () => {
    const curve = await learningRateFinder(small(), data, { from: 1, to: 1e30, steps: 20, divergence: 1e30 });
    expect(curve.diverged).toBe(true);
    expect(curve.losses.length).toBeLessThan(20);
    expect(curve.losses.every(Number.isFinite)).toBe(true);
  });
});

describe('mistakes', () => {
  test.each([
    [{ from: 0 }, 'expected a number in (0, inf) for from, got 0 (number)'],
    [{ from: 1, to: 0.1 }, 'expected to above from, got from 1 and to 0.1'],
    [{ steps: 5 }, 'expected an integer of 10 or more for steps, got 5 (number)'],
    [{ smoothing: 1 }, 'expected a number in [0, 1) for smoothing, got 1 (number)'],
    [{ divergence: 1 }, 'expected a number in (1, inf) for divergence, got 1 (number)'],
  ])('%j', async (options, message) =>
    expect(learningRateFinder(small(), data, options)).rejects.toMatchObject({
      code: 'ERR_OPTION',
      message: `learningRateFinder: ${message}`,
    }),
  );
  test('before compile, during fit, without targets, with NaN', async () => {
    const fresh = sequential([layers.input([64]), layers.dense(10)]);
    await expect(learningRateFinder(fresh, data)).rejects.toMatchObject({ code: 'ERR_NOT_COMPILED' });
    await expect(learningRateFinder(small(), data.x as never)).rejects.toMatchObject({ code: 'ERR_OPTION' });
    const busy = small();
    const training = busy.fit(data, { epochs: 20 });
    await expect(learningRateFinder(busy, data)).rejects.toMatchObject({ code: 'ERR_BUSY' });
    await training;
    const nan = ndarray(new Float32Array(64 * 400).fill(Number.NaN), [400, 64]);
    await expect(learningRateFinder(small(), [nan, data.y as never])).rejects.toMatchObject({ code: 'ERR_NON_FINITE' });
  });
});
