/** AdaBoost, gradient boosting, and the network that grows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { boosted } from '../../lib/ensembles/ada-boost.ts';
import { boostLoss, meanLoss, stepAlong } from '../../lib/ensembles/boost-losses.ts';
import { datasets, ensembles, layers, type Model, ndarray, optimizers, sequential, type StageInfo } from '../../lib/index.ts';
import { line, stump } from '../support/estimators.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-boosting-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wave = (i: number) => Math.sin(1.3 * i + 0.11 * i * i);
const rows = 80;
const x = ndarray(Array.from({ length: rows }, (_, i) => [wave(i), wave(i + 500)]));
const xs = Array.from({ length: rows }, (_, i) => [x.data[2 * i], x.data[2 * i + 1]]);

describe('SAMME', () => {
  const y = ndarray(Int32Array.from(xs, ([a, b]) => (a > 0 ? 1 : 0) + (b > 0.3 ? 1 : 0)));
  test('by hand: errors, weights and the votes of three rounds', async () => {
    const boost = await ensembles.adaBoost({ model: stump, estimators: 3, learningRate: 0.5 }).fit(x, y);
    let weights = Float64Array.from({ length: rows }, () => 1 / rows);
    const votes = new Float64Array(rows * 3);
    let total = 0;
    for (let round = 0; round < 3; round++) {
      const member = stump();
      await member.fit(x, y, { sampleWeight: weights.map((w) => w * rows) });
      const { data } = (await member.predict(x)) as { data: ArrayLike<number> };
      const error = weights.reduce((sum, w, i) => sum + (data[i] === y.data[i] ? 0 : w), 0);
      const weight = 0.5 * (Math.log((1 - error) / error) + Math.log(2));
      expect(boost.estimatorErrors[round]).toBeCloseTo(error, 12);
      expect(boost.estimatorWeights[round]).toBeCloseTo(weight, 12);
      weights = weights.map((w, i) => w * Math.exp(data[i] === y.data[i] ? 0 : weight));
      const sum = weights.reduce((p, q) => p + q, 0);
      weights = weights.map((w) => w / sum);
      total += weight;
      for (let i = 0; i < rows; i++) votes[3 * i + data[i]] += weight;
    }
    // Zhu 2009, equation 15: each vote is 1 for its class and -1/2 for the two others.
    const scores = votes.map((vote) => Math.exp((vote - (total - vote) / 2) / total / 2));
    (await boost.predict(x)).data.forEach((p, i) => {
      const row = scores.slice(3 * Math.floor(i / 3), 3 * Math.floor(i / 3) + 3);
      expect(p).toBeCloseTo(scores[i] / (row[0] + row[1] + row[2]), 12);
    });
  });
  test('weak members become a strong one', async () => {
    const inside = ndarray(Int32Array.from(xs, ([p, q]) => (p * p + q * q < 0.9 ? 1 : 0)));
    const accuracy = async (options: object) => {
      const boost = await ensembles.adaBoost({ model: stump, ...options }).fit(x, inside);
      return (await boost.evaluate(x, inside)).accuracy;
    };
    const alone = await accuracy({ estimators: 1 });
    expect(await accuracy({ estimators: 15 })).toBeGreaterThan(alone + 0.1);
    expect(await accuracy({ estimators: 15, weighting: 'resample', seed: 5 })).toBeGreaterThan(alone + 0.1);
  });
  test('ends at a member without errors, and refuses one that guesses', async () => {
    const easy = ndarray(Int32Array.from(xs, ([a]) => (a > 0.2 ? 1 : 0)));
    const boost = await ensembles.adaBoost({ model: stump, estimators: 9 }).fit(x, easy);
    expect([boost.members.length, boost.estimatorWeights, boost.estimatorErrors]).toEqual([1, [1], [0]]);
    const guess = () => ({
      ...stump(),
      fit: async () => {},
      predict: async (q: { shape: readonly number[] }) => ndarray(new Int32Array(q.shape[0]).fill(7)),
    });
    const none = ndarray(Int32Array.from(xs, (_, i) => (i % 2 ? 7 : 9)));
    await expect(
      ensembles
        .adaBoost({ model: () => ({ ...guess(), classes: [0, 1], predict: async () => ndarray(new Int32Array(rows)) }) })
        .fit(x, none),
    ).rejects.toThrow('no better than chance');
  });
  test('weights that are all 0 are refused', async () => {
    const none = new Float64Array(rows);
    await expect(ensembles.adaBoost({ model: stump }).fit(x, y, { sampleWeight: none })).rejects.toThrow('a weight above 0 for some row');
  });
  test('networks, and a file of them', async () => {
    const model = ({ seed }: { seed: number }): Model => {
      const net = sequential([layers.input([2]), layers.dense(3, { activation: 'softmax' })], { seed });
      net.compile({ optimizer: optimizers.adam({ learningRate: 0.1 }), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
      return net;
    };
    const boost = await ensembles.adaBoost({ model, estimators: 4 }).fit(x, y, { epochs: 20 });
    expect(boost.members.length).toBe(4);
    const path = join(folder, 'ada.safetensors');
    await boost.save(path);
    const loaded = await ensembles.adaBoost({ model }).load(path);
    expect(loaded.estimatorWeights).toEqual(boost.estimatorWeights);
    expect(loaded.estimatorErrors).toEqual(boost.estimatorErrors);
    expect((await loaded.predict(x)).data).toEqual((await boost.predict(x)).data);
    expect((await boost.errorDecomposition(x, y)).k).toBe(4);
  });
});

describe('AdaBoost.R2', () => {
  const y = ndarray(Float64Array.from(xs, ([a], i) => 2 * a + (i % 7 === 0 ? 3 : 0) + 0.1 * wave(i + 90)));
  test.each(['linear', 'square', 'exponential'] as const)('by hand, with %s errors', async (loss) => {
    const lists = Array.from({ length: 3 }, (_, round) =>
      Int32Array.from({ length: rows }, (_v, i) => (i * 7 + round * 13 + (i % (round + 2))) % rows),
    );
    const seen: Float64Array[] = [];
    const boost = await boosted({ model: line, estimators: 3, loss }, (weights, round) => {
      seen.push(weights.slice());
      return lists[round];
    }).fit(x, y);
    let weights = Float64Array.from({ length: rows }, () => 1 / rows);
    for (let round = 0; round < boost.members.length; round++) {
      weights.forEach((w, i) => {
        expect(seen[round][i]).toBeCloseTo(w, 12);
      });
      const member = boost.members[round] as ReturnType<typeof line>;
      const errors = Array.from(y.data, (t, i) => Math.abs(member.a + member.b * x.data[2 * i] - t));
      const shares = errors
        .map((e) => e / Math.max(...errors))
        .map((e) => (loss === 'linear' ? e : loss === 'square' ? e * e : 1 - Math.exp(-e)));
      const error = shares.reduce((sum, e, i) => sum + e * weights[i], 0);
      const beta = error / (1 - error);
      expect(boost.estimatorWeights[round]).toBeCloseTo(Math.log(1 / beta), 10);
      weights = weights.map((w, i) => w * beta ** (1 - shares[i]));
      const sum = weights.reduce((p, q) => p + q, 0);
      weights = weights.map((w) => w / sum);
    }
    expect(boost.members.length).toBeGreaterThan(1);
    expect((await boost.evaluate(x, y)).r2).toBeGreaterThan(0);
  });
});

test('AdaBoost.R2: rows of weight 0 are as if they were not there', async () => {
  const y = ndarray(Float64Array.from(xs, ([a], i) => (i < 20 ? 1e9 : 2 * a + 0.5 * wave(i + 90))));
  const counted = Int32Array.from({ length: rows - 20 }, (_, i) => 20 + i);
  const options = { model: line, estimators: 4, weighting: 'weights', loss: 'exponential' } as const;
  const sampleWeight = Float64Array.from({ length: rows }, (_, i) => (i < 20 ? 0 : 1));
  const whole = await ensembles.adaBoost(options).fit(x, y, { sampleWeight });
  const part = await ensembles.adaBoost(options).fit(x.rows(20, rows), ndarray(Float64Array.from(counted, (row) => y.data[row])));
  expect(whole.members.length).toBe(part.members.length);
  part.estimatorErrors.forEach((e, i) => {
    expect(whole.estimatorErrors[i]).toBeCloseTo(e, 10);
  });
});

describe('losses of gradient boosting', () => {
  const labels = ndarray(Int32Array.from({ length: 6 }, (_, i) => i % 3));
  test.each([
    [
      'squared',
      ndarray([
        [1, 2],
        [0, 1],
        [3, -1],
      ]),
    ],
    ['logistic', ndarray([0, 1, 1])],
    ['multinomial', labels],
  ] as const)("%s: residuals are minus the gradient, the start is the best constant, the step is Newton's", async (name, y) => {
    const loss = boostLoss('test', name, y);
    const count = y.shape[0];
    const all = Array.from({ length: count }, (_, i) => i);
    const weights = Float64Array.from(all, (i) => 1 + (i % 2));
    const scores = Float64Array.from({ length: count * loss.outputs }, (_, i) => wave(i));
    const residual = new Float64Array(scores.length);
    loss.residual(scores, residual, 0, count);
    const h = 1e-6;
    scores.forEach((v, i) => {
      const moved = (d: number) =>
        loss.row(
          scores.map((s, j) => (j === i ? v + d : s)),
          Math.floor(i / loss.outputs),
        );
      expect(residual[i]).toBeCloseTo(-(moved(h) - moved(-h)) / (2 * h), 6);
    });
    const start = loss.start(weights);
    const constant = (shift: number, at: number) =>
      meanLoss(
        loss,
        scores.map((_, i) => start[i % loss.outputs] + (i % loss.outputs === at ? shift : 0)),
        weights,
        all,
      );
    for (let j = 0; j < loss.outputs; j++) {
      expect(await constant(0.01, j)).toBeGreaterThan(await constant(0, j));
      expect(await constant(-0.01, j)).toBeGreaterThan(await constant(0, j));
    }
    const direction = residual.map((v, i) => v + 0.2 * wave(i + 40));
    const step = await stepAlong(loss, { scores, residual, direction }, weights, all);
    const along = (s: number) =>
      meanLoss(
        loss,
        scores.map((v, i) => v + s * direction[i]),
        weights,
        all,
      );
    const d = 1e-3;
    const [back, here, on] = [await along(-d), await along(0), await along(d)];
    const newton = (back - on) / (2 * d) / ((on - 2 * here + back) / (d * d));
    expect(await along(newton)).toBeLessThan(here);
    expect(step).toBeCloseTo(newton, 3);
    if (name === 'squared') expect(Math.min(await along(step * 1.02), await along(step * 0.98))).toBeGreaterThan(await along(step));
    expect(await stepAlong(loss, { scores, residual, direction: residual.map((v) => -v) }, weights, all)).toBe(0);
  });
  test('wrong targets are refused', () => {
    expect(() => boostLoss('f', 'logistic', ndarray([0, 2]))).toThrow("use 'multinomial'");
    expect(() => boostLoss('f', 'multinomial', ndarray([0.5]))).toThrow('labels 0, 1, 2');
    expect(() => boostLoss('f', 'multinomial', ndarray([0, 0]))).toThrow('two or more classes');
    expect(() => boostLoss('f', 'squared', ndarray([Number.NaN]))).toThrow('finite values');
  });
});

describe('gradient boosting', () => {
  const small = ({ seed, features, outputs }: StageInfo): Model => {
    const net = sequential([layers.input([features]), layers.dense(4, { activation: 'tanh' }), layers.dense(outputs)], { seed });
    net.compile({ optimizer: optimizers.adam({ learningRate: 0.03 }), loss: 'meanSquaredError' });
    return net;
  };
  const y = ndarray(Float64Array.from(xs, ([a, b]) => Math.sin(3 * a) + a * b));
  test('values: the loss falls stage by stage, and the sum is what the members say', async () => {
    const boost = await ensembles.gradientBoosting({ model: small, stages: 6, learningRate: 0.5 }).fit(x, y, { epochs: 30 });
    const losses = boost.history.map((s) => s.loss);
    losses.slice(1).forEach((v, i) => {
      expect(v).toBeLessThan(losses[i]);
    });
    const { loss } = await boost.evaluate(x, y);
    expect(loss).toBeCloseTo(2 * losses[losses.length - 1], 5);
    const { v, c, k, expectedSquaredError, measuredSquaredError } = await boost.errorDecomposition(x, y);
    expect(k).toBe(6);
    expect(c).toBeLessThan(v);
    expect(measuredSquaredError).toBeCloseTo(loss, 5);
    expect(expectedSquaredError).toBeCloseTo(loss, 5);
    const path = join(folder, 'gb.safetensors');
    await boost.save(path);
    expect((await (await ensembles.load(path)).predict(x)).data).toEqual((await boost.predict(x)).data);
  });
  test('closed-form members reach the least squares in one whole step', async () => {
    const truth = ndarray(Float64Array.from(xs, ([a]) => 1 + 2 * a));
    const boost = await ensembles.gradientBoosting({ model: line, stages: 1, learningRate: 1 }).fit(x, truth);
    expect(boost.history[0].step).toBeCloseTo(1, 3);
    expect((await boost.evaluate(x, truth)).loss).toBeLessThan(1e-5);
  });
  test('classes: two and several; a file; early stopping with shrinkage and subsamples', async () => {
    const two = ndarray(Int32Array.from(xs, ([a, b]) => (a * b > 0 ? 1 : 0)));
    const logistic = await ensembles
      .gradientBoosting({ model: small, stages: 8, loss: 'logistic', learningRate: 0.7 })
      .fit(x, two, { epochs: 40 });
    expect((await logistic.evaluate(x, two)).accuracy).toBeGreaterThan(0.85);
    await expect(logistic.errorDecomposition(x, two)).rejects.toThrow('no mean of members');
    await expect(logistic.predictWithSpread(x)).rejects.toThrow('do not answer the question one by one');
    const digits = datasets.digits().take(300);
    const flat = ndarray(
      Float32Array.from(digits.x.data, (v) => v / 16),
      [300, 64],
    );
    const y10 = ndarray(Int32Array.from(digits.y?.data ?? []));
    const boost = await ensembles
      .gradientBoosting({
        model: small,
        stages: 12,
        loss: 'multinomial',
        learningRate: 0.5,
        subsample: 0.8,
        validation: 0.2,
        patience: 2,
        seed: 3,
      })
      .fit(flat, y10, { epochs: 8 });
    const best = boost.history.reduce((p, q) => ((q.valLoss ?? 0) < (p.valLoss ?? 0) ? q : p));
    expect(boost.members.length).toBe(best.stage);
    expect((await boost.evaluate(flat, y10)).accuracy).toBeGreaterThan(0.7);
    const path = join(folder, 'classes.safetensors');
    await logistic.save(path);
    expect(await (await ensembles.load(path)).evaluate(x, two)).toEqual(await logistic.evaluate(x, two));
  });
  test.each([0, 1, 2, 4])('patience %i: stops after so many stages that were no better, at least one', async (patience) => {
    const noisy = ndarray(Float64Array.from(xs, ([a, b], i) => Math.sin(3 * a) + a * b + 0.7 * wave(77 * i + 3)));
    const options = { model: small, stages: 40, validation: 0.3, learningRate: 1, seed: 2, patience };
    const { history, members } = await ensembles.gradientBoosting(options).fit(x, noisy, { epochs: 20 });
    const losses = history.map(({ valLoss = 0 }) => valLoss);
    const best = losses.indexOf(Math.min(...losses)) + 1;
    expect([members.length, history.length]).toEqual([best, best + Math.max(1, patience)]);
  });
  test('members that classify are refused', async () => {
    const wrong = (): Model => {
      const net = sequential([layers.input([2]), layers.dense(2, { activation: 'softmax' })]);
      net.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
      return net;
    };
    await expect(ensembles.gradientBoosting({ model: wrong }).fit(x, y)).rejects.toThrow('compiled with a squared error');
    expect(() => ensembles.gradientBoosting({ model: small, learningRate: 2 })).toThrow('a number in (0, 1]');
  });
});

describe('a network that grows', () => {
  const y = ndarray(Float64Array.from(xs, ([a, b]) => Math.sin(3 * a) + a * b));
  test('is the boosted sum, in one model', async () => {
    const options = { stages: 4, learningRate: 0.6, seed: 5 };
    const { network, history } = await ensembles.growNetwork({ ...options, units: 4 }).fit(x, y, { epochs: 25 });
    const same = ({ seed, features, outputs }: StageInfo): Model => {
      const net = sequential(
        [layers.input([features]), layers.dense(4, { activation: 'tanh', name: 'hidden' }), layers.dense(outputs, { name: 'output' })],
        { seed },
      );
      net.compile({ optimizer: optimizers.adam({ learningRate: 0.01 }), loss: 'meanSquaredError' });
      return net;
    };
    const sum = await ensembles.gradientBoosting({ ...options, model: same }).fit(x, y, { epochs: 25 });
    expect(history).toEqual(sum.history);
    expect(network.getWeights()['hidden/kernel'].shape).toEqual([2, 16]);
    const [a, b] = [await network.predict(x), await sum.predict(x)];
    a.data.forEach((v, i) => {
      expect(v).toBeCloseTo(b.data[i], 5);
    });
    // It is a model like any other, and can be trained on.
    const { loss } = await network.evaluate(x, y);
    await network.fit(x, y, { epochs: 30 });
    expect((await network.evaluate(x, y)).loss).toBeLessThan(loss);
  });
  test('classes, with early stopping', async () => {
    const labels = ndarray(Int32Array.from(xs, ([a, b]) => (a > 0 ? 1 : 0) + (b > 0 ? 1 : 0)));
    const { network } = await ensembles
      .growNetwork({ stages: 8, loss: 'multinomial', activation: 'relu', validation: 0.2, learningRate: 0.8 })
      .fit(x, labels, { epochs: 40 });
    expect((await network.evaluate(x, labels)).accuracy).toBeGreaterThan(0.8);
    expect(network.outputShape).toEqual([3]);
    expect(() => ensembles.growNetwork({ activation: 'nothing' })).toThrow('one of ');
  });
});
