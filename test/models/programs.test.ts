/** Plans: few, shared, and free of numbers that may change. */
import { expect, test } from 'vitest';
import { layers, optimizers, regularizers, sequential } from '../../lib/index.ts';
import { digits, small, weightsOf } from '../support/model.ts';

test('predicting 1 to 300 rows compiles a handful of plans, and every count is right', async () => {
  const model = small();
  const data = digits(300);
  const all = await model.predict(data.x);
  for (let rows = 1; rows <= 300; rows++) {
    const part = model.predictSync(data.x.rows(0, rows));
    expect(part.shape).toEqual([rows, 10]);
    for (let i = 0; i < part.size; i++) expect(part.data[i]).toBeCloseTo(all.data[i], 5);
  }
  expect(model.planCount).toBeLessThanOrEqual(6);
});

test('λ, rates and every number of the optimizer change without compiling', async () => {
  const data = digits(256);
  const build = (rate: number, lambda: number, learningRate: number, beta1 = 0.9) => {
    const m = sequential(
      [
        layers.input([64]),
        layers.rescaling({ scale: 1 / 16 }),
        layers.dense(16, { activation: 'relu', kernelRegularizer: regularizers.l2(lambda) }),
        layers.dropout(rate),
        layers.dense(10, { activation: 'softmax' }),
      ],
      { seed: 5 },
    );
    m.compile({ optimizer: optimizers.adam({ learningRate, beta1 }), loss: 'sparseCategoricalCrossentropy' });
    return m;
  };
  const changed = build(0.1, 1e-4, 1e-3);
  const initial = changed.getWeights();
  await changed.fit(data, { batchSize: 64 });
  const plans = changed.planCount;
  const first = weightsOf(changed);
  expect(Object.keys(changed.getHyperparameters())).toEqual(
    expect.arrayContaining(['dropout/rate', 'dense/kernel/l2', 'learningRate', 'beta1', 'epsilon']),
  );
  // The same start again, with other numbers on the same plans.
  const other = build(0.4, 0.05, 0.02, 0.7);
  changed.setHyperparameter('dropout/rate', 0.4);
  changed.setHyperparameter('dense/kernel/l2', 0.05);
  changed.setHyperparameter('learningRate', 0.02);
  changed.setHyperparameter('beta1', 0.7);
  expect(() => changed.setHyperparameter('beta1', 1)).toThrow('setHyperparameter: expected a number in [0, 1) for beta1, got 1 (number)');
  changed.setWeights(initial);
  for (const e of changed.engine.layout.entries.values())
    if (e.name.startsWith('optimizer/'))
      changed.engine.backend.write(changed.engine.state, e.offset, new Float32Array(e.shape.reduce((a, b) => a * b, 1)));
  changed.engine.position = { ...changed.engine.position, epoch: 0, row: 0, step: 0 };
  await changed.fit(data, { batchSize: 64 });
  await other.fit(data, { batchSize: 64 });
  expect(changed.planCount).toBe(plans);
  expect(weightsOf(changed)).not.toEqual(first);
  expect(weightsOf(changed)).toEqual(weightsOf(other));
});

test('training, evaluation and prediction share one state; the last partial batch costs no second plan', async () => {
  const model = small();
  const data = digits(100);
  await model.fit(data, { batchSize: 32 });
  expect(model.planCount).toBe(1);
  await model.evaluate(data);
  await model.predict(data);
  expect(model.planCount).toBe(3);
});

test('a partial batch is averaged over its own rows', async () => {
  // One step of plain SGD over 3 rows, in a plan for 32: equals a plan for 3.
  const step = async (batchSize: number, rows: number) => {
    const m = sequential([layers.input([64]), layers.dense(10, { activation: 'softmax' })], { seed: 2 });
    m.compile({ optimizer: optimizers.sgd({ learningRate: 1 }), loss: 'sparseCategoricalCrossentropy' });
    const data = digits(rows);
    await m.fit(data, { batchSize, shuffle: false });
    return { weights: m.getWeights(), loss: (await m.evaluate(digits(3))).loss };
  };
  const [patched, exact] = [await step(32, 35), await step(35, 35)];
  expect(Math.abs(patched.loss - exact.loss)).toBeGreaterThan(0); // two steps against one: the comparison below is not of equals
  const three = digits(35).select(Int32Array.of(32, 33, 34));
  const manual = sequential([layers.input([64]), layers.dense(10, { activation: 'softmax' })], { seed: 2 });
  manual.compile({ optimizer: optimizers.sgd({ learningRate: 1 }), loss: 'sparseCategoricalCrossentropy' });
  await manual.fit(digits(35).take(32), { batchSize: 32, shuffle: false });
  await manual.fit(three, { batchSize: 3, shuffle: false });
  manual.getWeights()['dense/kernel'].data.forEach((v, i) => expect(v).toBeCloseTo(patched.weights['dense/kernel'].data[i], 5));
});

test('explain prints the training plan', () => {
  const text = small().explain(32);
  expect(text).toMatch(/gemm .*matmul\+add\+relu/);
  expect(text).toContain('guard');
  expect(text).toContain('in place');
});
