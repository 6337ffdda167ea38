/** Early stopping as an L2 penalty, on the true loss, and the two algorithms that use the validation rows afterwards. */
import { describe, expect, test } from 'vitest';
import {
  callbacks,
  datasets,
  defineModel,
  earlyStopping,
  input,
  layers,
  type Model,
  ndarray,
  optimizers,
  sequential,
} from '../../lib/index.ts';
import { digits, small, weightsOf } from '../support/model.ts';

test('tau steps of gradient descent on a quadratic are an L2 penalty per direction', async () => {
  // Rows along the axes: the mean squared error has the eigenvalues 2 a² / rows.
  const [scales, optimum, rate, steps] = [[2, 1, 0.5], [1, -2, 3], 0.1, 7];
  const rows = scales.map((a, i) => scales.map((_, j) => (i === j ? a : 0)));
  const model = sequential([layers.input([3]), layers.dense(1, { kernelInitializer: 'zeros', useBias: false })], { seed: 1 });
  model.compile({ optimizer: optimizers.sgd({ learningRate: rate }), loss: 'meanSquaredError' });
  const y = ndarray(scales.map((a, i) => [a * optimum[i]]));
  const history = await model.fit(ndarray(rows), y, { batchSize: 'full', epochs: 100, maxSteps: steps });
  expect(history.stopReason).toBe('7 steps were asked for');
  const w = model.getWeights()['dense/kernel'].data;
  scales.forEach((a, i) => {
    const lambda = (2 * a * a) / 3;
    const left = (1 - rate * lambda) ** steps;
    const alpha = (lambda * left) / (1 - left);
    expect(w[i]).toBeCloseTo((lambda * optimum[i]) / (lambda + alpha), 5);
  });
});

test('the error rate stops training while the gradient of the surrogate is still large', async () => {
  const model = sequential([layers.input([1]), layers.dense(1, { kernelInitializer: 'zeros', activation: 'sigmoid' })], { seed: 1 });
  model.compile({ optimizer: optimizers.sgd({ learningRate: 0.1 }), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  const [x, y] = [ndarray([[-2], [-1], [1], [2]]), ndarray([[0], [0], [1], [1]])];
  const stop = callbacks.earlyStopping({ monitor: 'valAccuracy', patience: 3 });
  const history = await model.fit(x, y, { epochs: 100, batchSize: 'full', validationData: [x, y], callbacks: [stop] });
  const last = history.epochs.at(-1) as Record<string, number>;
  expect([last.valAccuracy, (history.stoppedEpoch as number) < 10]).toEqual([1, true]);
  const p = [...model.predictSync(x).data];
  const gradient = p.reduce((sum, v, i) => sum + ((v - y.data[i]) * x.data[i]) / 4, 0);
  expect(Math.abs(gradient)).toBeGreaterThan(0.3);
});

test('maxSteps inside an epoch: those very steps, and bestStep counts them', async () => {
  const data = digits(100);
  const [limited, stopped] = [small(), small()];
  const best = callbacks.earlyStopping({ monitor: 'loss', patience: 9 });
  const history = await limited.fit(data, { epochs: 3, batchSize: 10, maxSteps: 13, callbacks: [best] });
  await stopped.fit(data, {
    epochs: 3,
    batchSize: 10,
    evaluateEvery: 1,
    callbacks: [{ onEvaluate: (step, _, context) => (step === 13 ? context.stop('here') : undefined) }],
  });
  expect(weightsOf(limited)).toEqual(weightsOf(stopped));
  expect(history.bestStep).toBe(13);
});

const options = { data: digits(300), epochs: 6, patience: 2, batchSize: 20, evaluateEvery: 5 };

describe('retrain', () => {
  const counted = () => {
    const models: Model[] = [];
    return { models, model: () => models[models.push(small()) - 1] };
  };
  test.each(['updates', 'passes'] as const)('as many %s on all rows', async (count) => {
    const { model: make, models } = counted();
    const { model, stopped } = await earlyStopping.retrain({ ...options, model: make, count });
    expect(models.length).toBe(2);
    expect(model).toBe(models[1]);
    expect(stopped.updates).toBe(stopped.history.bestStep);
    expect(stopped.passes).toBe(stopped.updates / 12);
    const steps = count === 'updates' ? stopped.updates : Math.round((stopped.updates / 12) * 15);
    const same = small();
    await same.fit(options.data, { epochs: 50, batchSize: 20, maxSteps: steps });
    expect(weightsOf(model)).toEqual(weightsOf(same));
  });
  test('errors', async () => {
    const one = small();
    await expect(earlyStopping.retrain({ ...options, model: () => one })).rejects.toMatchObject({ code: 'ERR_OPTION' });
    const from = input([64]);
    const named = defineModel({ inputs: { from }, outputs: { out: layers.dense(10).apply(from) } });
    const message = /with one input and one output that go by no name.*got an object \(FunctionalModel\)/;
    // @ts-expect-error a model with names
    await expect(earlyStopping.retrain({ ...options, model: () => named })).rejects.toThrow(message);
    // @ts-expect-error the same
    await expect(earlyStopping.continueUntil({ ...options, model: named })).rejects.toThrow(message);
    await expect(earlyStopping.retrain({ ...options, model: small, baseline: -1 })).rejects.toMatchObject({ code: 'ERR_VALUE' });
    await expect(earlyStopping.retrain({ ...options, model: small, count: 'rows' as never })).rejects.toThrow('earlyStopping.retrain: ');
  });
});

describe('continueUntil', () => {
  test('until the validation loss is the training loss at the stop', async () => {
    const parts = datasets.digits().shuffle(3).take(300).split(0.8);
    const { model, target, reached, history } = await earlyStopping.continueUntil({
      ...options,
      model: small(),
      data: parts.train,
      validation: parts.test,
      maxEpochs: 200,
    });
    expect(reached).toBe(true);
    expect(history.epochs.length).toBeGreaterThan(0);
    expect((await model.evaluate(parts.test)).loss).toBeLessThanOrEqual(target);
  });
  test('or maxEpochs', async () => {
    // Labels that are all one too high cannot be learnt from the right ones.
    const held = digits(60);
    const wrong = ndarray(
      Int32Array.from(held.y?.data as Int32Array, (label) => (label + 1) % 10),
      undefined,
      { dtype: 'int32' },
    );
    const { reached, history } = await earlyStopping.continueUntil({
      ...options,
      model: small(),
      data: [digits(200).x, digits(200).y as never],
      validation: [held.x, wrong],
      maxEpochs: 2,
    });
    expect([reached, history.epochs.length]).toEqual([false, 2]);
  });
});
