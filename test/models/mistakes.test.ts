/** Bad input never crashes and never trains on garbage: every mistake is an error with a stable code. */
import { describe, expect, test } from 'vitest';
import {
  layers,
  linear,
  losses,
  type Model,
  ndarray,
  ops,
  optimizers,
  RidgelineError,
  sequential,
  sweep,
  type Tensor,
} from '../../lib/index.ts';
import { digits, small, weightsOf } from '../support/model.ts';

const data = digits(200);
const rejected = async (fn: () => unknown): Promise<{ code: string; message: string }> => {
  try {
    await fn();
  } catch (e) {
    expect(e, String(e)).toBeInstanceOf(RidgelineError);
    return e as RidgelineError;
  }
  return { code: 'none', message: '' };
};
const detached = (): Float32Array => {
  const a = new Float32Array(128);
  structuredClone(a, { transfer: [a.buffer] });
  return a;
};
const uncompiled = () => sequential([layers.input([64]), layers.dense(10)], { seed: 1 });
const labels = (...v: number[]) => Int32Array.from(v);
const rows2 = ndarray(new Float32Array(128), [2, 64]);

const cases: [string, string, () => unknown, RegExp?][] = [
  ['no input layer', 'ERR_OPTION', () => sequential([layers.dense(3)]), /expected layers.input\(shape\) first, got dense/],
  ['not a layer', 'ERR_OPTION', () => sequential([layers.input([3]), 5 as never])],
  [
    'two layers of one name',
    'ERR_OPTION',
    () => sequential([layers.input([3]), layers.dense(3, { name: 'a' }), layers.dense(3, { name: 'a' })]),
    /two layers are called 'a'/,
  ],
  [
    'an image into dense',
    'ERR_SHAPE',
    () => sequential([layers.input([8, 8]), layers.dense(3)]),
    /dense: expected input of rank 2, got shape \[2, 8, 8\]; add layers.flatten\(\)/,
  ],
  ['zero-size input', 'ERR_OPTION', () => layers.input([0])],
  ['no units', 'ERR_OPTION', () => layers.dense(0)],
  [
    'a kernel beyond counting',
    'ERR_MEMORY',
    () => sequential([layers.input([6]), layers.dense(1e9), layers.dense(1e9)]),
    /^'dense1\/kernel': shape \[1000000000, 1000000000\] has more elements than can be counted/,
  ],
  [
    'weights beyond memory',
    'ERR_MEMORY',
    () => sequential([layers.input([6]), layers.dense(1e7), layers.dense(1e7)]),
    /^the model needs 4000\d+ bytes for its weights, which cannot be had; the largest is 'dense1\/kernel' of shape \[10000000, 10000000\]/,
  ],
  [
    'a metric twice',
    'ERR_OPTION',
    () => uncompiled().compile({ optimizer: 'adam', loss: 'meanSquaredError', metrics: ['r2', 'r2'] }),
    /^compile: two numbers of the history would be called 'r2'/,
  ],
  [
    'metrics without an array',
    'ERR_OPTION',
    () => uncompiled().compile({ optimizer: 'adam', loss: 'meanSquaredError', metrics: 'accuracy' as never }),
    /^compile: expected an array for metrics, got 'accuracy' \(string\)/,
  ],
  [
    'a sweep of estimators',
    'ERR_OPTION',
    () => sweep({ model: (() => new linear.Ridge()) as never, grid: { a: [1] }, data }),
    /^sweep: expected a model with one input and one output .* for what model returns, got an object \(Ridge\)/,
  ],
  [
    'a power of PCA',
    'ERR_OPTION',
    () => new linear.PCA({ nComponents: 2, solver: 'randomized', iteratedPower: 1e9 }),
    /expected an integer in \[0, 1000\] for iteratedPower, got 1000000000/,
  ],
  ['huge kernel', 'ERR_MEMORY', () => sequential([layers.input([2 ** 26]), layers.dense(2 ** 26)], { seed: 1 })],
  ['misspelt option', 'ERR_OPTION', () => layers.dense(3, { kernel_regularizer: 1 } as never), /Did you mean 'kernelRegularizer'/],
  ['rate of 1', 'ERR_OPTION', () => layers.dropout(1), /expected a number in \[0, 1\) for rate, got 1 \(number\)/],
  ['unknown loss', 'ERR_OPTION', () => uncompiled().compile({ optimizer: 'adam', loss: 'mse' })],
  ['unknown optimizer', 'ERR_OPTION', () => uncompiled().compile({ optimizer: 'adamm', loss: 'meanSquaredError' }), /Did you mean 'adam'/],
  ['fit before compile', 'ERR_NOT_COMPILED', () => uncompiled().fit(data)],
  ['evaluate before compile', 'ERR_NOT_COMPILED', () => uncompiled().evaluate(data)],
  ['unknown fit option', 'ERR_OPTION', () => small().fit(data, { epoch: 3 } as never), /Did you mean 'epochs'/],
  ['no epochs', 'ERR_OPTION', () => small().fit(data, { epochs: 0 })],
  ['no targets', 'ERR_VALUE', () => small().fit(rows2, undefined as never)],
  [
    'wrong row shape',
    'ERR_SHAPE',
    () => small().fit(ndarray(new Float32Array(60), [2, 30]), labels(1, 2)),
    /expected x of shape \[rows, 64\], got \[2, 30\]/,
  ],
  ['wrong count of targets', 'ERR_SHAPE', () => small().fit(rows2, labels(1, 2, 3))],
  ['no rows', 'ERR_VALUE', () => small().fit(ndarray(new Float32Array(0), [0, 64]), new Int32Array(0))],
  ['label above the classes', 'ERR_VALUE', () => small().fit(rows2, labels(1, 10)), /label 10 in row 1.*\[0, 10\)/],
  ['negative label', 'ERR_VALUE', () => small().fit(rows2, labels(-1, 1))],
  ['half a label', 'ERR_VALUE', () => small().fit(rows2, [0.5, 1])],
  ['NaN label', 'ERR_VALUE', () => small().fit(rows2, [Number.NaN, 1])],
  [
    'one-hot for a sparse loss',
    'ERR_SHAPE',
    () => small().fit(rows2, new Float32Array(20).fill(0) && ndarray(new Float32Array(20), [2, 10])),
    /categoricalCrossentropy/,
  ],
  ['detached x', 'ERR_VALUE', () => small().predict(detached())],
  [
    'detached behind an array',
    'ERR_VALUE',
    () => {
      const a = ndarray(new Float32Array(64), [1, 64]);
      structuredClone(a.data, { transfer: [a.data.buffer as ArrayBuffer] });
      return small().predict(a);
    },
  ],
  [
    'softmax under a loss on logits',
    'ERR_OPTION',
    () => {
      const m = sequential([layers.input([64]), layers.dense(10, { activation: 'softmax' })], { seed: 1 });
      m.compile({ optimizer: 'adam', loss: losses.sparseCategoricalCrossentropy({ fromLogits: true }) });
    },
    /^compile: sparseCategoricalCrossentropy has fromLogits: true, but the output is made by softmax, which gives probabilities/,
  ],
  ['text', 'ERR_VALUE', () => small().predict('abc' as never)],
  ['null', 'ERR_VALUE', () => small().predict(null as never)],
  ['ragged', 'ERR_SHAPE', () => small().predict([[1, 2], [3]])],
  ['not a signal', 'ERR_OPTION', () => small().fit(data, { signal: {} as never })],
  ['weights of another shape', 'ERR_SHAPE', () => small().setWeights({ 'dense/kernel': [1, 2] })],
  ['weights of another name', 'ERR_OPTION', () => small().setWeights({ nope: [1] }), /weights: dense\/kernel, dense\/bias/],
  ['negative sample weight', 'ERR_VALUE', () => small().fit(rows2, labels(1, 2), { sampleWeight: [1, -1] }), /in row 1/],
  ['unknown hyper-parameter', 'ERR_OPTION', () => small().setHyperparameter('rate', 1), /known: .*dropout\/rate/],
  ['both kinds of validation', 'ERR_OPTION', () => small().fit(data, { validationSplit: 0.1, validationData: data })],
  [
    'a loss that is no Tensor',
    'ERR_OPTION',
    async () => {
      const m = uncompiled();
      m.compile({ optimizer: 'sgd', loss: (() => 3) as never });
      await m.fit(ndarray(new Float32Array(128), [2, 64]), ndarray(new Float32Array(20), [2, 10]));
    },
  ],
  [
    'a Tensor kept from another graph',
    'ERR_GRAPH',
    async () => {
      let kept: Tensor | undefined;
      const m = uncompiled();
      const loss = (y: Tensor, p: Tensor): Tensor => {
        kept = kept ?? y;
        return losses.meanSquaredError().perRow(kept, p, (() => y) as never);
      };
      m.compile({ optimizer: 'sgd', loss });
      await m.fit(ndarray(new Float32Array(128), [2, 64]), ndarray(new Float32Array(20), [2, 10]));
      await m.fit(ndarray(new Float32Array(192), [3, 64]), ndarray(new Float32Array(30), [3, 10]), { batchSize: 3 });
    },
  ],
];

describe('codes', () => {
  for (const [name, code, fn, message] of cases) {
    test(name, async () => {
      const error = await rejected(fn);
      expect(error.code, error.message).toBe(code);
      if (message) expect(error.message).toMatch(message);
    });
  }
});

describe('while a fit is on', () => {
  const during = async (act: (m: Model) => unknown): Promise<unknown> => {
    const model = small();
    const stop = new AbortController();
    const fitted = model.fit(data, { epochs: 1_000_000, batchSize: 8, signal: stop.signal }).catch(() => {});
    // The run is on from the first turn of the event loop after its chunk has begun.
    while (!model.engine.running) await new Promise((resolve) => setImmediate(resolve));
    let outcome: unknown;
    try {
      outcome = await act(model);
    } finally {
      stop.abort();
      await fitted;
    }
    return outcome;
  };
  const busy = (act: (m: Model) => unknown) => async () => expect((await rejected(() => during(act))).code).toBe('ERR_BUSY');
  test(
    'a second fit is refused',
    busy((m) => m.fit(data)),
  );
  test(
    'setWeights is refused',
    busy((m) => m.setWeights({ 'dense/bias': new Float32Array(32) })),
  );
  test(
    'compile is refused',
    busy((m) => m.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' })),
  );
  test('predict, evaluate and getWeights read the last boundary', async () => {
    await during(async (m) => {
      const [w, p, e] = [m.getWeights(), await m.predict(data), await m.evaluate(data)];
      expect(Object.values(w).every((v) => v.data.every(Number.isFinite))).toBe(true);
      expect(p.shape).toEqual([200, 10]);
      expect(e.loss).toBeGreaterThan(0);
      expect(m.predictSync(data.x.rows(0, 1)).shape).toEqual([1, 10]);
    });
  });
  test('arrays given to fit may change or go away', async () => {
    const [changed, still] = [small(), small()];
    const x = Float32Array.from(data.x.data);
    const y = Int32Array.from(data.y?.data ?? []);
    const fitted = changed.fit(ndarray(x, [200, 64]), y, { epochs: 3 });
    x.fill(99);
    structuredClone(x, { transfer: [x.buffer] });
    structuredClone(y, { transfer: [y.buffer] });
    await fitted;
    await still.fit(ndarray(Float32Array.from(data.x.data), [200, 64]), Int32Array.from(data.y?.data ?? []), { epochs: 3 });
    expect(weightsOf(changed)).toEqual(weightsOf(still));
  });
});

describe('values that are not finite', () => {
  test('NaN in x stops before the step that reads it, and names where it came up', async () => {
    const model = small();
    const x = Float32Array.from(data.x.data);
    x[64 * 100] = Number.NaN;
    const error = await rejected(() => model.fit(ndarray(x, [200, 64]), data.y as never, { batchSize: 50, shuffle: false }));
    expect(error.code).toBe('ERR_NON_FINITE');
    expect(error.message).toMatch(/step 3; the first value that is not finite is made by 'rescaling'/);
    expect(error.message).toMatch(/x has a value that is not finite in row 100: clean the data/);
    const shuffled = await rejected(() => small().fit(ndarray(x, [200, 64]), data.y as never, { batchSize: 50 }));
    expect(shuffled.message).toMatch(/in row 100:/);
    // Two steps were taken, the third was not.
    const other = small();
    await other.fit(data.take(100), { batchSize: 50, shuffle: false });
    expect(weightsOf(model)).toEqual(weightsOf(other));
  });
  describe('the layer that makes it is named, with what helps', () => {
    const broken = (activation: (x: Tensor) => Tensor) => {
      const model = sequential(
        [layers.input([64]), layers.dense(16, { name: 'first' }), layers.dense(10, { name: 'second', activation }), layers.dense(10)],
        {
          seed: 1,
        },
      );
      model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
      return model;
    };
    test.each([
      ['log', (x: Tensor) => ops.log(ops.relu(x)), /A logarithm of 0/],
      ['div', (x: Tensor) => ops.div(x, ops.sub(ops.relu(x), ops.relu(x))), /A division by 0/],
      ['sqrt', (x: Tensor) => ops.sqrt(ops.sub(-1, ops.square(x))), /The root of a negative number/],
      ['exp', (x: Tensor) => ops.exp(ops.add(ops.square(x), 1000)), /An exponential out of range/],
      [
        'mul',
        (x: Tensor) => ops.mul(ops.mul(ops.add(ops.square(x), 1), 1e30), 1e30),
        /Values have grown out of range: .*heNormal.*batchNormalization/,
      ],
    ] as const)('%s', async (op, activation, remedy) => {
      const error = await rejected(() => broken(activation).fit(data, { batchSize: 10 }));
      expect(error.code).toBe('ERR_NON_FINITE');
      expect(error.message).toContain(`made by 'second' (${op})`);
      expect(error.message).toMatch(remedy);
    });
  });
  test.each([
    ['sparseCategoricalCrossentropy', 10, (n: number) => Int32Array.from({ length: n }, (_, i) => i % 10), 'softmax', true],
    ['binaryCrossentropy', 1, (n: number) => Float32Array.from({ length: n }, (_, i) => i % 2), 'sigmoid', true],
    ['kullbackLeibler', 10, (n: number) => ndarray(new Float32Array(10 * n).fill(0.1), [n, 10]), 'softmax', false],
  ] as const)('%s on a layer of logits: what is missing is said', async (loss, units, y, activation, orLoss) => {
    const model = sequential([layers.input([64]), layers.dense(units)], { seed: 1 });
    model.compile({ optimizer: 'sgd', loss });
    const error = await rejected(() => model.fit(data.x, y(200)));
    expect(error.code).toBe('ERR_NON_FINITE');
    expect(error.message).toContain(`${loss} takes logarithms of probabilities, and the last layer gives values outside of (0, 1)`);
    expect(error.message).toContain(`give it activation '${activation}'`);
    expect(error.message.endsWith(', or the loss { fromLogits: true }')).toBe(orLoss);
  });
  const exploding = (learningRate: (step: number) => number) => {
    const model = sequential([layers.input([64]), layers.dense(16), layers.dense(10)], { seed: 1 });
    model.compile({ optimizer: optimizers.sgd({ learningRate }), loss: 'meanSquaredError' });
    return model;
  };
  const zeros = ndarray(new Float32Array(2000), [200, 10]);
  for (const epochs of [1, 3]) {
    test(`an update that spoils the weights at the end of an epoch of ${epochs}: the epoch before comes back`, async () => {
      // Epochs of one step: no later step of the run would see it.
      const model = exploding(() => 1e38);
      const before = weightsOf(model);
      const error = await rejected(() => model.fit(data.x, zeros, { batchSize: 'full', epochs }));
      expect(error).toMatchObject({ code: 'ERR_NON_FINITE' });
      expect(error.message).toMatch(/the update of step 1 left 'dense.*\/kernel' with values that are not finite/);
      expect(weightsOf(model)).toEqual(before);
      expect(model.engine.position).toMatchObject({ epoch: 0, row: 0, step: 0 });
    });
  }
  test('an update that spoils the weights within an epoch: state and position of the last boundary come back, and training can go on', async () => {
    const options = { batchSize: 10, epochs: 3 };
    let broken = true;
    const rate = (step: number) => (broken && step === 24 ? 1e38 : 1e-5);
    const model = exploding(rate);
    const error = await rejected(() => model.fit(data.x, zeros, options));
    expect(error.message).toMatch(/the update of step 25 left/);
    expect(model.engine.position).toMatchObject({ epoch: 1, row: 0, step: 20 });
    broken = false;
    await model.fit(data.x, zeros, { ...options, epochs: 2 });
    const other = exploding(rate);
    await other.fit(data.x, zeros, options);
    expect(weightsOf(model)).toEqual(weightsOf(other));
  });
  test('a schedule that gives no number', async () => {
    const error = await rejected(() => exploding((step) => (step < 5 ? 1e-4 : Number.NaN)).fit(data.x, zeros, { batchSize: 10 }));
    expect(error).toMatchObject({ code: 'ERR_VALUE' });
    expect(error.message).toMatch(/got NaN \(number\) for step 5/);
  });
  test('NaN in the weights', async () => {
    const model = small();
    model.setWeights({ 'dense1/bias': new Float32Array(10).fill(Number.NaN) });
    expect((await rejected(() => model.fit(data))).code).toBe('ERR_NON_FINITE');
    expect(model.engine.position.step).toBe(0);
  });
  test('a rate that explodes is an error, and the weights stay finite', async () => {
    const model = sequential([layers.input([64]), layers.dense(16), layers.dense(16), layers.dense(10)], { seed: 1 });
    model.compile({ optimizer: optimizers.sgd({ learningRate: 1e10 }), loss: 'meanSquaredError' });
    const y = ndarray(new Float32Array(2000), [200, 10]);
    const error = await rejected(() => model.fit(ndarray(Float32Array.from(data.x.data), [200, 64]), y, { batchSize: 10, epochs: 3 }));
    expect(error.code).toBe('ERR_NON_FINITE');
    expect(error.message).toMatch(/learningRate/);
    expect(Object.values(model.getWeights()).every((w) => w.data.every(Number.isFinite))).toBe(true);
  });
});
