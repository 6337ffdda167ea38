/** Every argument of the model, given anything at all: it works, or it is a RidgelineError that is not about our insides. */
import { expect, test } from 'vitest';
import { callbacks, layers, loadModel, losses, ndarray, optimizers, regularizers, RidgelineError, sequential } from '../../lib/index.ts';
import { digits, small } from '../support/model.ts';

const data = digits(40);
const oneHot = ndarray(new Float32Array(400), [40, 10]);
const things: unknown[] = [
  null,
  5,
  'x',
  {},
  [],
  [null],
  -1,
  1.5,
  2 ** 31,
  Number.NaN,
  Infinity,
  2 ** 60,
  true,
  () => {},
  10n,
  Symbol('s'),
  new Date(),
  Object.create(null),
  [Object.create(null)],
  [[]],
  [1, [2]],
  new Map(),
  new Float32Array(0),
  { length: -1 },
];
const fitOptions = [
  'batchSize',
  'validationData',
  'validationSplit',
  'shuffle',
  'callbacks',
  'sampleWeight',
  'classWeight',
  'verbose',
  'signal',
  'evaluateEvery',
  'maxSteps',
];
const denseOptions = ['activation', 'useBias', 'kernelInitializer', 'kernelRegularizer', 'kernelConstraint', 'activityRegularizer', 'name'];
const compiled = (options: object) => {
  const model = small();
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', ...options });
  return model.fit(data);
};

const places: Record<string, (thing: never) => unknown> = {
  'fit(x)': (v) => small().fit(v),
  'fit(x, y)': (v) => small().fit(data.x, v),
  'fit options': (v) => small().fit(data, v),
  ...Object.fromEntries(fitOptions.map((name) => [`fit ${name}`, (v) => small().fit(data, { [name]: v })])),
  'fit epochs': (v) => ([2 ** 31, 2 ** 60].includes(v) ? undefined : small().fit(data, { epochs: v })),
  'a callback': (v) => small().fit(data, { callbacks: [v] }),
  'a hook': (v) => small().fit(data, { callbacks: [{ onEpochEnd: v }] }),
  'predict(x)': (v) => small().predict(v),
  'predict options': (v) => small().predict(data, v),
  'predictSync(x)': (v) => small().predictSync(v),
  'evaluate(x)': (v) => small().evaluate(v),
  'evaluate(x, y)': (v) => small().evaluate(data.x, v),
  'evaluate options': (v) => small().evaluate(data, undefined, v),
  setWeights: (v) => small().setWeights(v),
  'a weight': (v) => small().setWeights({ 'dense/bias': v }),
  'name of a hyper-parameter': (v) => small().setHyperparameter(v, 1),
  'value of a hyper-parameter': (v) => small().setHyperparameter('dropout/rate', v),
  'save options': (v) => small().save('/nowhere/at/all', v),
  loadModel: (v) => loadModel(v),
  explain: (v) => small().explain(v),
  compile: (v) => small().compile(v),
  optimizer: (v) => compiled({ optimizer: v }),
  loss: (v) => compiled({ loss: v }),
  metrics: (v) => compiled({ metrics: v }),
  'a metric': (v) => compiled({ metrics: [v] }),
  'a schedule': (v) => compiled({ optimizer: optimizers.adam({ learningRate: () => v }) }),
  'what a loss returns': (v) => {
    const model = small();
    model.compile({ optimizer: 'adam', loss: () => v });
    return model.fit(data.x, oneHot);
  },
  sequential: (v) => sequential(v),
  'sequential options': (v) => sequential([layers.input([3]), layers.dense(2)], v),
  seed: (v) => sequential([layers.input([3]), layers.dense(2)], { seed: v }),
  'input shape': (v) => layers.input(v),
  'input size': (v) => layers.input([v]),
  units: (v) => layers.dense(v),
  ...Object.fromEntries(
    denseOptions.map((name) => [
      `dense ${name}`,
      (v) => {
        const model = sequential([layers.input([64]), layers.dense(10, { [name]: v })], { seed: 1 });
        model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
        return model.fit(data.x, oneHot);
      },
    ]),
  ),
  'dropout rate': (v) => layers.dropout(v),
  reshape: (v) => sequential([layers.input([4]), layers.reshape(v)]),
  activation: (v) => sequential([layers.input([4]), layers.activation(v)]),
  earlyStopping: (v) => callbacks.earlyStopping(v),
  l2: (v) => regularizers.l2(v),
  'optimizer options': (v) => optimizers.sgd(v),
  'loss options': (v) => losses.sparseCategoricalCrossentropy(v),
  ndarray: (v) => ndarray(v),
  'ndarray shape': (v) => ndarray([1, 2], v),
};

const named = (v: unknown): string => `${typeof v} ${Object.prototype.toString.call(v)}`;
for (const [place, use] of Object.entries(places)) {
  test(place, async () => {
    for (const thing of things) {
      try {
        await use(thing as never);
      } catch (error) {
        expect(error, `${named(thing)}: ${(error as Error).stack}`).toBeInstanceOf(RidgelineError);
        expect((error as RidgelineError).code, `${named(thing)}: ${(error as Error).message}`).not.toBe('ERR_INTERNAL');
      }
    }
  });
}

test('threads: only positive integers', async () => {
  for (const threads of [0, -1, 1.5, 1025, Number.NaN, 'x', null] as never[]) {
    await expect(small().fit(data, { threads })).rejects.toMatchObject({ code: 'ERR_OPTION' });
    await expect(small().predict(data, { threads })).rejects.toMatchObject({ code: 'ERR_OPTION' });
    await expect(small().evaluate(data, undefined, { threads })).rejects.toMatchObject({ code: 'ERR_OPTION' });
  }
});

test('setWeights writes all of what it is given, or nothing', () => {
  const model = small();
  const before = model.getWeights()['dense/bias'].data;
  const ones = new Float32Array(32).fill(1);
  expect(() => model.setWeights({ 'dense/bias': ones, 'dense/kernel': [1, 2] })).toThrow(
    /expected shape \[64, 32\] for 'dense\/kernel', got \[2\]/,
  );
  expect(() => model.setWeights({ 'dense/bias': ones, nope: [1] })).toThrow(/no weight is called 'nope'/);
  expect(model.getWeights()['dense/bias'].data).toEqual(before);
  model.setWeights({ 'dense/bias': ones });
  expect(model.getWeights()['dense/bias'].data).toEqual(ones);
});
