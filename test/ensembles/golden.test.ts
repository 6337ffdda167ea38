/** Bagging and AdaBoost over linear models, against scikit-learn with the same lists of rows: test/golden/make_ensembles.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { boosted } from '../../lib/ensembles/ada-boost.ts';
import { type Estimator, ensembles, linear, type NDArray, ndarray } from '../../lib/index.ts';

interface Golden {
  samples: number[][];
  columns: number[][];
  probabilities: number[][];
  values: number[];
  score: number;
  outOfBag: (number | null)[];
  outOfBagScore: number;
  errors: number[];
  weights: number[];
  predictions: number[];
}
const text = readFileSync(new URL('../golden/ensembles.json', import.meta.url), 'utf8').replaceAll('NaN', 'null');
const golden = JSON.parse(text) as Record<string, Golden> & { C: number; alpha: number; x: number[][]; value: number[]; label: number[] };
const { C, alpha } = golden;
const x = ndarray(golden.x, undefined, { dtype: 'float64' });
const value = ndarray(Float64Array.from(golden.value));
const label = ndarray(Int32Array.from(golden.label));
const logistic = () => new linear.LogisticRegression({ C, tol: 1e-10, maxIter: 5000 });
const ridge = () => new linear.Ridge({ alpha });

/** The estimator on some columns, which the golden lists name. */
function onColumns(inner: Estimator, columns: readonly number[]): Estimator {
  const pick = (a: NDArray) =>
    ndarray(
      Float64Array.from(
        { length: a.shape[0] * columns.length },
        (_, i) => a.data[Math.floor(i / columns.length) * a.shape[1] + columns[i % columns.length]],
      ),
      [a.shape[0], columns.length],
    );
  return {
    fit: (a, y, options) => inner.fit(pick(a), y, options),
    predict: (a) => inner.predict(pick(a)),
    ...(inner.predictProba ? { predictProba: (a: NDArray) => (inner as Required<Estimator>).predictProba(pick(a)) } : {}),
  };
}
const close = (found: NDArray, wanted: readonly number[], digits: number) => {
  expect(found.size).toBe(wanted.length);
  wanted.forEach((v, i) => {
    expect(found.data[i]).toBeCloseTo(v, digits);
  });
};

describe.each(['plain', 'columns', 'withoutReplacement'])('bagging, %s', (name) => {
  test('of logistic regressions', async () => {
    const { samples, columns, probabilities, score } = golden[`baggingClassifier/${name}`];
    const bag = await ensembles.bagging({ model: ({ member }) => onColumns(logistic(), columns[member]), samples }).fit(x, label);
    close(await bag.predict(x), probabilities.flat(), 6);
    expect((await bag.evaluate(x, label)).accuracy).toBeCloseTo(score, 6);
  });
  test('of ridge regressions', async () => {
    const { samples, columns, values, score, outOfBag, outOfBagScore } = golden[`baggingRegressor/${name}`];
    const options = { samples, outOfBag: outOfBag !== undefined };
    const bag = await ensembles.bagging({ model: ({ member }) => onColumns(ridge(), columns[member]), ...options }).fit(x, value);
    close(await bag.predict(x), values, 11);
    expect((await bag.evaluate(x, value)).r2).toBeCloseTo(score, 5);
    if (outOfBag === undefined) return;
    // Rows that every member has seen are 0 there, and count in its score; here they have no prediction.
    const known = outOfBag.map((_, i) => i).filter((i) => (bag.outOfBag?.votes[i] ?? 0) > 0);
    for (const i of known) expect(bag.outOfBag?.predictions.data[i]).toBeCloseTo(outOfBag[i] as number, 11);
    if (known.length === outOfBag.length) expect(bag.outOfBag?.score).toBeCloseTo(outOfBagScore, 10);
  });
});

test.each(['three', 'two'])('SAMME of %s classes', async (name) => {
  const { errors, weights, predictions, probabilities } = golden[`adaBoostClassifier/${name}`];
  const classes = name === 'two' ? ndarray(Int32Array.from(label.data, (v) => (v > 0 ? 1 : 0))) : label;
  const boost = await ensembles.adaBoost({ model: logistic, estimators: errors.length, learningRate: 0.8 }).fit(x, classes);
  errors.forEach((e, i) => {
    expect(boost.estimatorErrors[i]).toBeCloseTo(e, 10);
    expect(boost.estimatorWeights[i]).toBeCloseTo(weights[i], 10);
  });
  expect(await boost.predictLabels(x)).toEqual(predictions);
  close(await boost.predict(x), probabilities.flat(), 10);
});

test.each(['linear', 'square', 'exponential'] as const)('AdaBoost.R2 with %s errors', async (loss) => {
  const { samples, errors, weights, values } = golden[`adaBoostRegressor/${loss}`];
  const boost = await boosted({ model: ridge, estimators: samples.length, learningRate: 0.9, loss }, (_, round) =>
    Int32Array.from(samples[round]),
  ).fit(x, value);
  errors.forEach((e, i) => {
    expect(boost.estimatorErrors[i]).toBeCloseTo(e, 11);
    expect(boost.estimatorWeights[i]).toBeCloseTo(weights[i], 11);
  });
  close(await boost.predict(x), values, 11);
});
