/** What sam and swa do with a whole model: a gradient at a second point, and statistics averaged anew. */
import { describe, expect, test } from 'vitest';
import { layers, type Model, type NDArray, optimizers, sequential } from '../../lib/index.ts';

const x = Array.from({ length: 22 }, (_, i) => [Math.sin(i), Math.cos(1.7 * i), Math.sin(0.3 * i * i)]);
const y = x.map(([a, b, c]) => [a * b + 0.5 * c]);
const full = { batchSize: 'full', verbose: false } as const;
type Weights = Record<string, NDArray>;
const reshaped = (values: readonly number[], [rows, columns]: readonly number[]) =>
  columns === undefined ? [...values] : Array.from({ length: rows }, (_, i) => values.slice(i * columns, (i + 1) * columns));
const flat = (weights: Weights) => Object.values(weights).flatMap((w) => [...w.data]);

describe('sam', () => {
  const build = (extra: Parameters<typeof sequential>[0] = []) =>
    sequential([layers.input([3]), layers.dense(6, { activation: 'tanh' }), ...extra, layers.dense(1)], { seed: 3 });
  const fitted = async (optimizer: ReturnType<typeof optimizers.sgd>, model: Model, options: object = full, epochs = 1) => {
    model.compile({ optimizer, loss: 'meanSquaredError' });
    const history = await model.fit(x, y, { ...options, epochs });
    return { weights: model.getWeights(), loss: history.epochs[0].loss };
  };
  /** Gradient at weights: what a step of rate 1 takes away. */
  const gradientAt = async (weights: Weights) => {
    const model = build();
    model.setWeights(weights);
    const next = (await fitted(optimizers.sgd({ learningRate: 1 }), model)).weights;
    return Object.fromEntries(Object.entries(weights).map(([n, w]) => [n, [...w.data].map((v, i) => v - next[n].data[i])]));
  };
  test.each([false, true])('steps with the gradient at the second point; adaptive: %s', async (adaptive) => {
    const start = build().getWeights();
    const g = await gradientAt(start);
    const squares = Object.entries(g).flatMap(([n, v]) => v.map((e, i) => (adaptive ? e * start[n].data[i] : e) ** 2));
    const norm = Math.sqrt(squares.reduce((a, b) => a + b));
    const moved = build();
    moved.setWeights(
      Object.fromEntries(
        Object.entries(start).map(([n, w]) => {
          const there = [...w.data].map((v, i) => v + (0.3 * g[n][i] * (adaptive ? v ** 2 : 1)) / norm);
          return [n, reshaped(there, w.shape)];
        }),
      ),
    );
    const second = await gradientAt(moved.getWeights());
    const { weights, loss } = await fitted(optimizers.sam(optimizers.sgd({ learningRate: 0.1 }), { rho: 0.3, adaptive }), build());
    for (const [n, w] of Object.entries(start))
      [...w.data].forEach((v, i) => expect(weights[n].data[i]).toBeCloseTo(v - 0.1 * second[n][i], 5));
    expect(flat(weights)).not.toEqual(flat((await fitted(optimizers.sgd({ learningRate: 0.1 }), build())).weights));
    expect(loss).toBe((await fitted(optimizers.sgd(), build())).loss);
  });
  test('with rho 0 it is the inner optimizer, dropout masks and moving statistics included', async () => {
    const noisy = () => build([layers.batchNormalization(), layers.dropout(0.3)]);
    const some = { batchSize: 4, verbose: false };
    const momentum = () => optimizers.sgd({ momentum: 0.9, learningRate: 0.05 });
    const sam = await fitted(optimizers.sam(momentum(), { rho: 0 }), noisy(), some, 3);
    expect(sam).toEqual(await fitted(momentum(), noisy(), some, 3));
  });
});
describe('statistics averaged anew', () => {
  const build = () =>
    sequential([layers.input([3]), layers.dense(5, { activation: 'tanh', name: 'first' }), layers.batchNormalization(), layers.dense(1)], {
      seed: 5,
    });
  const optimizer = () => optimizers.swa(optimizers.sgd({ learningRate: 0.1, momentum: 0.5 }), { start: 3, every: 2 });
  test.each([
    optimizer(),
    optimizers.scheduleFree({ learningRate: 0.05 }),
    optimizers.sam(optimizers.ema('adam', { refreshStatistics: true })),
  ])('$kind: they are the mean over the batches, at the averaged weights, when fit ends', async (made) => {
    const model = build();
    model.compile({ optimizer: made, loss: 'meanSquaredError' });
    // Of 22 rows in batches of 7 the last has one row, which shows no variance.
    await model.fit(x, y, { batchSize: 7, verbose: false, epochs: 4 });
    const weights = model.getWeights();
    const hidden = sequential([layers.input([3]), layers.dense(5, { activation: 'tanh', name: 'first' })], { seed: 5 });
    hidden.setWeights({ 'first/kernel': weights['first/kernel'], 'first/bias': weights['first/bias'] });
    const rows = hidden.predictSync(x).toArray() as number[][];
    for (let j = 0; j < 5; j++) {
      const moments = [0, 7, 14].map((begin) => {
        const values = rows.slice(begin, begin + 7).map((r) => r[j]);
        const mean = values.reduce((a, b) => a + b) / 7;
        return { mean, variance: values.reduce((a, v) => a + (v - mean) ** 2, 0) / 7 };
      });
      // The fourth batch leaves the averages as they are.
      const over = (key: 'mean' | 'variance') => moments.reduce((a, m) => a + m[key], 0) / 3;
      expect(weights['batchNormalization/movingMean'].data[j]).toBeCloseTo(over('mean'), 5);
      expect(weights['batchNormalization/movingVariance'].data[j]).toBeCloseTo(over('variance'), 5);
    }
  });
  test('other optimizers leave them alone', async () => {
    const [a, b] = [build(), build()];
    a.compile({ optimizer: optimizers.sgd(), loss: 'meanSquaredError' });
    b.compile({ optimizer: optimizers.ema('sgd'), loss: 'meanSquaredError' });
    for (const m of [a, b]) await m.fit(x, y, { batchSize: 8, verbose: false });
    const [s, t] = [a.getWeights(), b.getWeights()];
    expect([...s['batchNormalization/movingMean'].data]).toEqual([...t['batchNormalization/movingMean'].data]);
  });
  test('a model without such layers takes no pass', async () => {
    const model = sequential([layers.input([3]), layers.dense(1)], { seed: 5 });
    model.compile({ optimizer: optimizer(), loss: 'meanSquaredError' });
    await model.fit(x, y, { batchSize: 11, verbose: false });
    expect(model.planCount).toBe(1);
  });
});

test.each([
  [() => optimizers.ema(optimizers.ema('adam')), 'optimizers.ema: expected an optimizer that has no ema around it yet'],
  [() => optimizers.ema('adm'), /^optimizers\.ema: no optimizer is called 'adm'\. Did you mean 'adam'\?/],
  [() => optimizers.ema(undefined as never), /^optimizers\.ema: expected an optimizer, or the name of one, got undefined/],
  [() => optimizers.ema('adam', { decay: 1 }), 'optimizers.ema: expected a number in [0, 1) for decay, got 1 (number)'],
  [() => optimizers.ema('adam', { warmup: true, debias: true }), 'optimizers.ema: expected warmup or debias, got both'],
  [() => optimizers.swa('adam', {} as never), 'optimizers.swa: expected a non-negative integer for start, got undefined'],
  [() => optimizers.swa('adam', { start: 1, every: 0 }), 'optimizers.swa: expected a positive integer for every, got 0 (number)'],
  [
    () => optimizers.lookahead(optimizers.ema('adam')),
    'optimizers.lookahead: expected an optimizer that evaluates the weights it trains, got ema; put that around lookahead',
  ],
  [() => optimizers.lookahead('adam', { alpha: 0 }), 'optimizers.lookahead: expected a number in (0, 1] for alpha, got 0 (number)'],
  [() => optimizers.sam('adam', { rho: -1 }), 'optimizers.sam: expected a number in [0, inf) for rho, got -1 (number)'],
  [() => optimizers.muon({ exclude: 'dense' as never }), "optimizers.muon: expected an array of names for exclude, got 'dense' (string)"],
  [() => optimizers.scheduleFree({ beta: 2 }), 'optimizers.scheduleFree: expected a number in [0, 1] for beta, got 2 (number)'],
])('%s', (make, message) =>
  expect(make).toThrow(
    expect.objectContaining({ code: 'ERR_OPTION', message: typeof message === 'string' ? message : expect.stringMatching(message) }),
  ),
);
