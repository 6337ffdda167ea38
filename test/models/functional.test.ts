/** Functional models: several inputs and outputs, layers applied twice, losses per output. */
import { describe, expect, test } from 'vitest';
import {
  callbacks,
  defineModel,
  type FunctionalModel,
  input,
  layers,
  learningRateFinder,
  losses,
  type Model,
  type NDArray,
  ndarray,
  optimizers,
  regularizers,
  sequential,
} from '../../lib/index.ts';
import { digits } from '../support/model.ts';

const data = digits(200);
const classes = Int32Array.from(data.y?.data ?? []);
const parity = Float32Array.from(classes, (v) => v % 2);
const x = { picture: data.x };
const y = { digit: ndarray(classes), parity: ndarray(parity) };

/** Class and parity of digits from one trunk. */
function heads(seed = 3) {
  const picture = input([64], { name: 'picture' });
  const scaled = layers.rescaling({ scale: 1 / 16 }).apply(picture);
  const trunk = layers.dense(24, { activation: 'relu', kernelRegularizer: regularizers.l2(1e-3) }).apply(scaled);
  const digit = layers.dense(10, { activation: 'softmax', name: 'digit' }).apply(trunk);
  const odd = layers.dense(1, { activation: 'sigmoid', name: 'parity' }).apply(trunk);
  return defineModel({ inputs: { picture }, outputs: { digit, parity: odd } }, { seed });
}
const goals = {
  loss: { digit: 'sparseCategoricalCrossentropy', parity: 'binaryCrossentropy' },
  metrics: { digit: ['accuracy'], parity: ['accuracy'] },
} as const;
function compiled(
  seed = 3,
  lossWeights?: { digit?: number; parity?: number },
  optimizer: string | ReturnType<typeof optimizers.sgd> = 'adam',
) {
  const model = heads(seed);
  model.compile({ ...goals, optimizer, lossWeights });
  return model;
}
const weightsOf = (model: Model | FunctionalModel<string, string>) =>
  Object.fromEntries(Object.entries(model.getWeights()).map(([name, w]) => [name, [...w.data]]));
const near = (a: Record<string, number[]>, b: Record<string, number[]>, digitsAfter = 5) => {
  expect(Object.keys(a)).toEqual(Object.keys(b));
  for (const [name, values] of Object.entries(a)) values.forEach((v, i) => expect(v, name).toBeCloseTo(b[name][i], digitsAfter));
};

describe('one input and one output', () => {
  const chain = () => [
    layers.rescaling({ scale: 1 / 16 }),
    layers.dense(16, { activation: 'relu' }),
    layers.dense(10, { activation: 'softmax' }),
  ];
  const options = { optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] };
  const plain = () => {
    const from = input([64]);
    return defineModel({ inputs: from, outputs: chain().reduce((value, layer) => layer.apply(value), from) }, { seed: 5 });
  };
  const numbers = ({ epochs }: { epochs: readonly Record<string, number>[] }) => epochs.map(({ loss, accuracy }) => [loss, accuracy]);

  test('without names it is the sequential model, bit for bit', async () => {
    const [a, b] = [sequential([layers.input([64]), ...chain()], { seed: 5 }), plain()];
    const histories: number[][][] = [];
    for (const model of [a, b]) {
      model.compile(options);
      histories.push(numbers(await model.fit(data, { epochs: 2 })));
    }
    expect(histories[1]).toEqual(histories[0]);
    expect(weightsOf(b)).toEqual(weightsOf(a));
    expect(b.summary()).toBe(a.summary());
  });
  test('with names its history has the same keys', async () => {
    const from = input([64]);
    const result = chain().reduce((value, layer) => layer.apply(value), from);
    const model = defineModel({ inputs: { from }, outputs: { class: result } }, { seed: 5 });
    model.compile({ optimizer: 'adam', loss: { class: options.loss }, metrics: { class: ['accuracy'] } });
    const history = await model.fit({ from: data.x }, { class: y.digit }, { epochs: 2 });
    const same = plain();
    same.compile(options);
    const expected = await same.fit(data, { epochs: 2 });
    expect(Object.keys(history.epochs[0])).toEqual(Object.keys(expected.epochs[0]));
    numbers(history).forEach((row, i) => row.forEach((v, j) => expect(v).toBeCloseTo(numbers(expected)[i][j], 5)));
  });
  test('skips and merges: 2x + x·tanh(x), and [x, x]', async () => {
    const from = input([3]);
    const product = layers.multiply().apply([from, layers.activation('tanh').apply(from)]);
    const model = defineModel({ inputs: from, outputs: layers.concatenate().apply([layers.add().apply([from, product, from]), from]) });
    const row = [0.5, -1, 2];
    const [found] = (await model.predict([row])).toArray() as number[][];
    [...row.map((v) => 2 * v + v * Math.tanh(v)), ...row].forEach((v, i) => expect(found[i]).toBeCloseTo(v, 5));
    expect(model.predictSync([row]).toArray()).toEqual([found]);
    expect(model.outputShape).toEqual([6]);
  });
});

describe('several outputs', () => {
  test('a step is down the weighted sum of the losses', async () => {
    // Two linear heads on a linear trunk: its own arithmetic beside it.
    const from = input([2]);
    const trunk = layers.dense(2, { useBias: false, name: 'trunk' }).apply(from);
    const a = layers.dense(1, { useBias: false, name: 'a' }).apply(trunk);
    const b = layers.dense(1, { useBias: false, name: 'b' }).apply(trunk);
    const model = defineModel({ inputs: { from }, outputs: { a, b } }, { seed: 1 });
    const start = { trunk: [0.5, -1, 2, 0.25], a: [1, -0.5], b: [0.3, 0.8] };
    const rows = [
      [1, 2],
      [-1, 0.5],
      [0.5, 0.5],
    ];
    const targets = { a: [1, Number.NaN, 0.5], b: [-1, 2, 0] };
    const sampleWeight = { b: [1, 0.5, 2] };
    const loss = ({ trunk: t, a: p, b: q }: typeof start) => {
      let sum = 0;
      rows.forEach(([u, v], i) => {
        const h = [u * t[0] + v * t[2], u * t[1] + v * t[3]];
        if (!Number.isNaN(targets.a[i])) sum += (2 * (h[0] * p[0] + h[1] * p[1] - targets.a[i]) ** 2) / 3;
        sum += (0.5 * sampleWeight.b[i] * Math.abs(h[0] * q[0] + h[1] * q[1] - targets.b[i])) / 3;
      });
      return sum;
    };
    model.setWeights({
      'trunk/kernel': ndarray(start.trunk, [2, 2]),
      'a/kernel': ndarray(start.a, [2, 1]),
      'b/kernel': ndarray(start.b, [2, 1]),
    });
    model.compile({
      optimizer: optimizers.sgd({ learningRate: 1 }),
      loss: { a: losses.meanSquaredError(), b: 'meanAbsoluteError' },
      lossWeights: { a: 2, b: 0.5 },
    });
    const { epochs } = await model.fit(
      { from: rows },
      { a: ndarray(targets.a, [3, 1]), b: ndarray(targets.b, [3, 1]) },
      {
        batchSize: 'full',
        sampleWeight: { b: ndarray(sampleWeight.b) },
      },
    );
    expect(epochs[0].loss).toBeCloseTo(loss(start), 5);
    expect(epochs[0].loss).toBeCloseTo(2 * epochs[0].aLoss + 0.5 * epochs[0].bLoss, 6);
    const after = model.getWeights();
    for (const part of ['trunk', 'a', 'b'] as const) {
      start[part].forEach((v, i) => {
        const moved = (by: number) => loss({ ...start, [part]: start[part].map((w, j) => (j === i ? w + by : w)) });
        expect(v - after[`${part}/kernel`].data[i], `${part} ${i}`).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 4);
      });
    }
  });

  test('history, evaluation and prediction by name', async () => {
    const model = compiled(3, { parity: 0.3 });
    const { epochs } = await model.fit(x, y, { epochs: 3, validationSplit: 0.2 });
    const keys = ['loss', 'penalty', 'digitLoss', 'digitAccuracy', 'parityLoss', 'parityAccuracy'];
    const val = keys.map((k) => `val${k[0].toUpperCase()}${k.slice(1)}`);
    expect(Object.keys(epochs[2])).toEqual(['epoch', ...keys, ...val, 'learningRate', 'seconds', 'samplesPerSecond']);
    const { loss, penalty, digitLoss, parityLoss } = epochs[2];
    expect(loss).toBeCloseTo(digitLoss + 0.3 * parityLoss + penalty, 5);
    expect(epochs[2].valDigitLoss).toBeLessThan(epochs[0].valDigitLoss);

    const results = await model.evaluate(x, y);
    expect(Object.keys(results)).toEqual(keys);
    const predicted = await model.predict(x);
    expect(predicted.digit.shape).toEqual([200, 10]);
    expect(predicted.parity.shape).toEqual([200, 1]);
    const right = [...predicted.parity.data].filter((p, i) => p > 0.5 === parity[i] > 0.5).length;
    expect(results.parityAccuracy).toBeCloseTo(right / 200, 6);
    const one = model.predictSync({ picture: data.x.rows(7, 8) });
    [...one.digit.data].forEach((p, i) => expect(p).toBeCloseTo(predicted.digit.data[70 + i], 5));
    expect(one.parity.data[0]).toBeCloseTo(predicted.parity.data[7], 5);
    expect(model.inputShapes).toEqual({ picture: [64] });
    expect(model.outputShapes).toEqual({ digit: [10], parity: [1] });
    expect(`${model}`).toBe('FunctionalModel(picture [64] -> digit [10], parity [1])');
  });

  test('a loss weight is a number that can be changed without compiling', async () => {
    const model = compiled(3, { parity: 0 });
    expect(model.getHyperparameters()).toMatchObject({ 'lossWeights/digit': 1, 'lossWeights/parity': 0 });
    const before = weightsOf(model);
    await model.fit(x, y);
    expect(weightsOf(model)['parity/kernel']).toEqual(before['parity/kernel']);
    expect(weightsOf(model)['digit/kernel']).not.toEqual(before['digit/kernel']);
    const plans = model.planCount;
    model.setHyperparameter('lossWeights/parity', 1);
    await model.fit(x, y);
    expect(model.planCount).toBe(plans);
    expect(weightsOf(model)['parity/kernel']).not.toEqual(before['parity/kernel']);
    model.compile({ ...goals, optimizer: 'adam' });
    expect(model.getHyperparameters()).toMatchObject({ 'lossWeights/digit': 1, 'lossWeights/parity': 1 });
  });

  test('a missing label is a weight of 0, in the metrics too', async () => {
    const gone = (i: number) => i % 3 === 0;
    const some = {
      digit: ndarray(classes.map((v, i) => (gone(i) ? -1 : v))),
      parity: ndarray(parity.map((v, i) => (gone(i + 1) ? Number.NaN : v))),
    };
    const weight = (shift: number) => Float32Array.from(classes, (_, i) => (gone(i + shift) ? 0 : 1));
    const [a, b] = [compiled(), compiled()];
    const first = await a.fit(x, some, { epochs: 2 });
    const second = await b.fit(x, y, { epochs: 2, sampleWeight: { digit: weight(0), parity: weight(1) } });
    expect(weightsOf(a)).toEqual(weightsOf(b));
    for (const key of ['loss', 'digitLoss', 'digitAccuracy', 'parityAccuracy'])
      expect(first.epochs[1][key], key).toBe(second.epochs[1][key]);
    // All that have a label, without those that have none.
    const kept = [...classes.keys()].filter((i) => !gone(i));
    const labelled = await a.evaluate(
      { picture: data.select(kept).x },
      { digit: classes.filter((_, i) => !gone(i)), parity: parity.filter((_, i) => !gone(i)) },
    );
    expect((await a.evaluate(x, some)).digitAccuracy).toBeCloseTo(labelled.digitAccuracy, 6);
  });

  test('class weights by output, sample weights for all', async () => {
    const [a, b] = [compiled(), compiled()];
    const double = Float32Array.from(classes, (v) => (v === 3 ? 2 : 1));
    await a.fit(x, y, { classWeight: { digit: { 3: 2 } } });
    await b.fit(x, y, { sampleWeight: { digit: double } });
    expect(weightsOf(a)).toEqual(weightsOf(b));
    const [c, d] = [compiled(), compiled()];
    await c.fit(x, y, { sampleWeight: double });
    await d.fit(x, y, { sampleWeight: { digit: double, parity: double } });
    expect(weightsOf(c)).toEqual(weightsOf(d));
  });

  test('gradient accumulation takes the step of the whole batch, over inputs and outputs', async () => {
    const sgd = () => optimizers.sgd({ learningRate: 0.1 });
    const [whole, parts] = [compiled(3, { parity: 0.5 }, sgd()), compiled(3, { parity: 0.5 }, sgd())];
    await whole.fit(x, y, { batchSize: 100, epochs: 2 });
    await parts.fit(x, y, { batchSize: 25, gradientAccumulation: 4, epochs: 2 });
    near(weightsOf(parts), weightsOf(whole));
  });

  test.each([
    ['ema', optimizers.ema('adam', { decay: 0.9 })],
    ['swa', optimizers.swa('adam', { start: 100 })],
    ['sam', optimizers.sam('adam')],
    ['scheduleFree', optimizers.scheduleFree()],
  ])('%s lowers the loss of every output, as evaluation sees it', async (_, optimizer) => {
    const model = compiled(3, {}, optimizer);
    const before = await model.evaluate(x, y);
    await model.fit(x, y, { epochs: 20, callbacks: [callbacks.earlyStopping({ monitor: 'digitAccuracy', patience: 20 })] });
    const after = await model.evaluate(x, y);
    expect(after.digitLoss).toBeLessThan(0.9 * before.digitLoss);
    expect(after.parityLoss).toBeLessThan(before.parityLoss);
  });

  test('the learning rate finder takes its data by name', async () => {
    const model = compiled();
    const before = weightsOf(model);
    const { suggestion, losses: found } = await learningRateFinder(model, [x, y], { steps: 40 });
    expect(found[0]).toBeCloseTo((await model.evaluate({ picture: data.x }, y)).loss, 0);
    expect(suggestion).toBeGreaterThan(1e-5);
    expect(weightsOf(model)).toEqual(before);
  });

  test('a row that is not finite is named by its input', async () => {
    const model = compiled();
    const spoiled = Float32Array.from(data.x.data);
    spoiled[64 * 5 + 3] = Number.NaN;
    await expect(model.fit({ picture: ndarray(spoiled, [200, 64]) }, y)).rejects.toThrow('picture has a value that is not finite in row 5');
  });
});

describe('a layer applied twice', () => {
  /** |f(left) - f(right)|² through one f, with the weights a and b of f = tanh(ax + b). */
  function twins() {
    const [left, right] = [input([1]), input([1])];
    const f = layers.dense(1, { activation: 'tanh', name: 'f' });
    const [p, q] = [f.apply(left), f.apply(right)];
    return defineModel({ inputs: { left, right }, outputs: { p, q } }, { seed: 2 });
  }
  test('has one copy of its parameters, whose gradients add up, from inputs of their own', async () => {
    const model = twins();
    expect(Object.keys(model.getWeights())).toEqual(['f/kernel', 'f/bias']);
    const [u, v] = [0.5, -2];
    const loss = (a: number, b: number) => (Math.tanh(a * u + b) - 1) ** 2 + (Math.tanh(a * v + b) - 0.5) ** 2;
    model.setWeights({ 'f/kernel': [[0.7]], 'f/bias': [0.1] });
    model.compile({ optimizer: optimizers.sgd({ learningRate: 1 }), loss: { p: 'meanSquaredError', q: 'meanSquaredError' } });
    await model.fit({ left: [[u]], right: [[v]] }, { p: [[1]], q: [[0.5]] });
    const { 'f/kernel': a, 'f/bias': b } = model.getWeights();
    expect(0.7 - a.data[0]).toBeCloseTo((loss(0.7 + 1e-5, 0.1) - loss(0.7 - 1e-5, 0.1)) / 2e-5, 4);
    expect(0.1 - b.data[0]).toBeCloseTo((loss(0.7, 0.1 + 1e-5) - loss(0.7, 0.1 - 1e-5)) / 2e-5, 4);
  });
  test('adds up what its activations cost, draws noise of its own in each place, and is in the summary twice', async () => {
    const [left, right] = [input([4]), input([4])];
    const noise = layers.gaussianNoise(1);
    const f = layers.activation('linear');
    const far = layers.add().apply([noise.apply(left), noise.apply(right)]);
    const model = defineModel({ inputs: { left, right }, outputs: { far: f.apply(far) } }, { seed: 2 });
    expect(model.summary().match(/gaussianNoise/g)).toHaveLength(4);
    expect(
      model
        .summary()
        .split('\n')
        .slice(2, 4)
        .map((line) => line.split(' ')[0]),
    ).toEqual(['left', 'right']);
  });
  /** One layer on two inputs; with `same` rows on both its results must be the same. */
  function pair(options: Parameters<typeof layers.dense>[1]) {
    const [left, right] = [input([3]), input([3])];
    const f = layers.dense(2, { name: 'f', useBias: false, ...options });
    const model = defineModel({ inputs: { left, right }, outputs: { p: f.apply(left), q: f.apply(right) } }, { seed: 2 });
    model.compile({ optimizer: optimizers.sgd({ learningRate: 0 }), loss: { p: 'meanSquaredError', q: 'meanSquaredError' } });
    return model;
  }
  const eye = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const same = { left: eye, right: eye };
  const zero = { p: eye.map(() => [0, 0]), q: eye.map(() => [0, 0]) };
  test.each([
    ['noise', { weightNoise: { stddev: 1 } }],
    ['mask', { dropConnect: 0.5 }],
  ])('has one %s on its kernel per step', async (_, options) => {
    const { epochs } = await pair(options).fit(same, zero, { batchSize: 'full', epochs: 6 });
    const losses = epochs.map(({ pLoss, qLoss }) => [pLoss, qLoss]);
    for (const [p, q] of losses) expect(p).toBe(q);
    expect(new Set(losses.map(([p]) => p)).size).toBeGreaterThan(2);
  });
  test('with spectral normalization takes one power iteration per step', async () => {
    const model = pair({ kernelNormalization: 'spectral' });
    expect(Object.keys(model.getWeights())).toEqual(['f/kernel', 'f/spectralU', 'f/spectralV']);
    await model.fit(same, zero, { batchSize: 'full', epochs: 60 });
    const { p, q } = model.predictSync(same);
    expect([...p.data]).toEqual([...q.data]);
    const rows = p.toArray() as number[][];
    const [aa, ab, bb] = [
      [0, 0],
      [0, 1],
      [1, 1],
    ].map(([i, j]) => rows.reduce((sum, row) => sum + row[i] * row[j], 0));
    expect((aa + bb) / 2 + Math.hypot((aa - bb) / 2, ab), 'largest eigenvalue of KᵀK').toBeCloseTo(1, 5);
  });
  test('is refused where it keeps statistics of its batches, by its name', () => {
    const [left, right] = [input([3]), input([3])];
    const norm = layers.batchNormalization({ name: 'norm' });
    expect(() => defineModel({ inputs: { left, right }, outputs: { p: norm.apply(left), q: norm.apply(right) } })).toThrow(
      "layer 'norm' is applied twice, but its statistic 'movingMean' takes one value per step",
    );
  });
});

describe('mistakes', () => {
  const from = input([4]);
  const out = layers.dense(2).apply(from);
  const option = (message: string | RegExp, fn: () => unknown) =>
    expect(fn).toThrow(expect.objectContaining({ code: 'ERR_OPTION', message: expect.stringMatching(message) }));
  test('in the graph', () => {
    const other = input([4], { name: 'other' });
    option('apply: expected a value made by input', () => layers.dense(2).apply(3 as never));
    option('apply: expected a value made by input', () => layers.add().apply([]));
    option('dense: apply: expected one value, got 2', () => layers.dense(2).apply([from, from]));
    option('input: apply: an input is not applied', () => layers.input([2]).apply(from));
    option(/an output needs Value\(other\), which is not among/, () =>
      defineModel({ inputs: { from }, outputs: { sum: layers.add().apply([from, other]) } }),
    );
    option("no output needs input 'other'", () => defineModel({ inputs: { from, other }, outputs: { out } }));
    option("the name 'other' by its own option", () => defineModel({ inputs: { wrong: other }, outputs: { out } }));
    option("for input 'from', got Value\\(dense\\)", () => defineModel({ inputs: { from: out }, outputs: { out } }));
    option('expected different values', () => defineModel({ inputs: { from, again: from }, outputs: { out } }));
    option('both as objects by name', () => defineModel({ inputs: from, outputs: { out } } as never));
    option("name without '/'", () => defineModel({ inputs: { from }, outputs: { 'a/b': out } }));
    option("unknown option 'output'", () => defineModel({ inputs: from, output: out } as never));
    option("defineModel: two layers are called 'same'", () => {
      const same = () => layers.dense(4, { name: 'same' });
      defineModel({ inputs: from, outputs: same().apply(same().apply(from)) });
    });
    expect(() => defineModel({ inputs: from, outputs: layers.add().apply([from, out]) })).toThrow(
      'add: expected values of one shape, got [2, 4] and [2, 2]',
    );
  });
  test('in what compile takes', () => {
    const model = heads();
    option("expected loss by name: { digit, parity }, got no 'parity'", () =>
      model.compile({ optimizer: 'adam', loss: { digit: 'sparseCategoricalCrossentropy' } as never }),
    );
    option("got an unknown 'extra'", () => model.compile({ ...goals, optimizer: 'adam', lossWeights: { extra: 1 } as never }));
    option('lossWeights.parity', () => model.compile({ ...goals, optimizer: 'adam', lossWeights: { parity: -1 } }));
    option('compile: loss.parity: no loss is called', () => model.compile({ optimizer: 'adam', loss: { ...goals.loss, parity: 'mse' } }));
    const crossed = defineModel({ inputs: { from }, outputs: { a: out, aLoss: out } });
    option("would be called 'aLoss'", () =>
      crossed.compile({
        optimizer: 'adam',
        loss: { a: 'meanSquaredError', aLoss: 'meanSquaredError' },
        metrics: { a: [Object.defineProperty((_: unknown, p: NDArray) => p as never, 'name', { value: 'loss' }) as never] },
      }),
    );
  });
  test('in the data', async () => {
    const model = compiled();
    const refused = (args: Parameters<typeof model.fit>, message: string) => expect(model.fit(...args)).rejects.toThrow(message);
    await refused([{ image: data.x } as never, y], "fit: expected x by name: { picture }, got an unknown 'image'");
    await refused([x, { digit: y.digit } as never], "fit: expected y by name: { digit, parity }, got no 'parity'");
    await refused([data as never, y], 'fit: expected x by name: { picture }, got an object (Dataset)');
    await refused([x, { ...y, digit: classes.map(() => -2) }], 'y.digit has label -2 in row 0');
    await refused([x, { ...y, parity: parity.subarray(1) }], 'x has 200 rows and y.parity has shape [199]');
    await refused([x, y, { sampleWeight: { digt: parity } as never }], "got an unknown 'digt'");
  });
});
