/** Closed forms, components, features and neighbors against scikit-learn, within 1e-6 and mostly far closer. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linear, NDArray } from '../../lib/index.ts';
import { expectClose } from '../support/closeness.ts';
import { digits, goldenData, standardized } from '../support/linear-data.ts';

const golden = JSON.parse(readFileSync(new URL('../golden/linear_closed.json', import.meta.url), 'utf8'));
const data: Record<string, { x: NDArray; y: NDArray }> = {
  diabetes: goldenData('diabetes'),
  'breast-cancer': goldenData('breast-cancer'),
  digits: digits(),
};

interface Case {
  data: string;
  rows: number;
  targets: number;
  weighted: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: values of a JSON file, compared one by one
  [name: string]: any;
}

function problem({ data: name, rows, targets, weighted }: Case) {
  const x = data[name].x.rows(0, rows);
  const one = data[name].y.rows(0, rows);
  const p = x.shape[1];
  // As `several` in make_linear_closed.py.
  const several = () =>
    new NDArray(
      Float64Array.from({ length: rows * 3 }, (_, i) => {
        const row = Math.floor(i / 3);
        const y = one.data[row];
        return [y, x.data[row * p + 2] * 100 - y / 2, Math.sqrt(y + 1)][i % 3];
      }),
      [rows, 3],
    );
  return {
    x,
    y: targets > 1 ? several() : one,
    options: weighted ? { sampleWeight: Float64Array.from({ length: rows }, (_, i) => 0.5 + (i % 4)) } : {},
  };
}

/** Each with all but what it expects as its title. */
const cases = (name: string): [string, Case][] =>
  golden[name].map(({ data: from, rows, columns, targets, weighted, twice, options, ...rest }: Case) => [
    JSON.stringify({ data: from, rows, columns, targets, weighted, twice, options }),
    { data: from, rows, columns, targets, weighted, twice, options, ...rest },
  ]);
type Regressor = linear.LinearRegression | linear.Ridge | linear.RidgeCV;

async function expectRegression(model: Regressor, c: Case, relative: number) {
  const { x, y, options } = problem(c);
  await model.fit(x, y, options);
  expectClose(model.coef, c.coef, relative, 'coef');
  expect(model.coef.shape).toEqual(c.targets > 1 ? [c.targets, x.shape[1]] : [x.shape[1]]);
  expectClose(typeof model.intercept === 'number' ? model.intercept : model.intercept, c.intercept, relative, 'intercept');
  expectClose(await model.predict(x.rows(0, 3)), c.predicted, relative, 'predicted', 1);
  expect(Math.abs((await model.score(x, y)) - c.score)).toBeLessThan(relative);
}

describe('LinearRegression', () => {
  test.each(cases('linearRegression'))('%s', async (_, c) => {
    const model = new linear.LinearRegression(c.options);
    await expectRegression(model, c, c.data === 'diabetes' ? 1e-10 : 1e-7);
    expect(model.rank).toBe(c.rank);
    const short = c.rank < model.coef.shape[model.coef.shape.length - 1];
    expect(model.warnings.length).toBe(Number(short));
    if (short) expect(model.warnings[0]).toMatch(/many solutions fit equally well; this is the one of least norm/);
  });
});

describe('Ridge', () => {
  test.each(cases('ridge'))('%s', async (_, c) => {
    const tight = c.data === 'breast-cancer' ? 1e-7 : 1e-10;
    for (const solver of ['auto', 'svd'] as const) {
      const model = new linear.Ridge({ ...c.options, solver });
      await expectRegression(model, c, tight);
      expect(model.warnings).toEqual([]);
    }
  });

  test('all alphas at once are what each gives by itself', async () => {
    for (const c of golden.ridge.filter((r: Case) => typeof r.options.alpha === 'number') as Case[]) {
      const { x, y, options } = problem(c);
      const { alpha, ...rest } = c.options;
      const path = await linear.ridgePath(x, y, { alphas: [alpha + 1, alpha], ...rest, ...options });
      const size = path.coefs.size / 2;
      expectClose(path.coefs.data.subarray(size), c.coef, 1e-7, 'coefs');
      expectClose(path.intercepts.data.subarray(c.targets), c.intercept, 1e-7, 'intercepts');
      expect(path.coefs.shape).toEqual(c.targets > 1 ? [2, c.targets, x.shape[1]] : [2, x.shape[1]]);
    }
  });
});

describe('RidgeCV', () => {
  test.each(cases('ridgeCV'))('%s', async (_, c) => {
    const model = new linear.RidgeCV({ ...c.options, storeCvResults: true });
    await expectRegression(model, c, 1e-8);
    expectClose(model.alpha, c.alpha, 0, 'alpha');
    expectClose(model.bestScore, c.bestScore, 1e-8, 'bestScore');
    const { shape, data: errors } = model.cvResults as NDArray;
    const count = c.options.alphas.length;
    expect(shape).toEqual(c.targets > 1 ? [c.rows, c.targets, count] : [c.rows, count]);
    expectClose(errors.subarray(0, 3 * count * c.targets), c.errors, 1e-8, 'errors');
  });
});

describe('RidgeCV with folds', () => {
  test.each(cases('ridgeFolds'))('%s', async (_, c) => {
    const model = new linear.RidgeCV({ ...c.options, storeCvResults: true });
    await expectRegression(model, c, 1e-8);
    expect(model.alpha).toBe(c.alpha);
    expectClose(model.bestScore, c.bestScore, 1e-9, 'bestScore');
    const count = typeof c.options.cv === 'number' ? c.options.cv : 4;
    const { shape, data: scores } = model.cvResults as NDArray;
    expect(shape).toEqual([c.options.alphas.length, count]);
    const at = c.options.alphas.indexOf(c.alpha);
    expect(Array.from(scores.subarray(at * count, (at + 1) * count)).reduce((sum, v) => sum + v / count, 0)).toBeCloseTo(c.bestScore, 9);
  });
});

describe('PCA', () => {
  test.each(cases('pca'))('%s', async (_, c) => {
    const x = data[c.data].x.rows(0, c.rows);
    const pca = await new linear.PCA(c.options).fit(x);
    expect(pca.nComponents).toBe(c.nComponents);
    const shown = c.components.length;
    const p = x.shape[1];
    expectClose(pca.components.data.subarray(0, shown * p), c.components, 1e-8, 'components');
    expectClose(pca.explainedVariance, c.explainedVariance, 1e-10, 'explainedVariance');
    expectClose(pca.explainedVarianceRatio, c.explainedVarianceRatio, 1e-10, 'explainedVarianceRatio');
    expectClose(pca.singularValues, c.singularValues, 1e-8, 'singularValues');
    expect(Math.abs(pca.noiseVariance - c.noiseVariance)).toBeLessThanOrEqual(1e-9 * Math.abs(c.noiseVariance) + 1e-14);
    const z = await pca.transform(x.rows(0, 3));
    const k = pca.nComponents;
    expectClose(
      Array.from({ length: 3 }, (_, i) => Array.from(z.data.subarray(i * k, i * k + shown))),
      c.transformed,
      1e-8,
      'transformed',
    );
    expectClose(await pca.inverseTransform(z), c.inverse, 1e-8, 'inverse');
  });
});

describe('PolynomialFeatures', () => {
  test.each(cases('polynomial'))('%s', async (_, c) => {
    const { x } = data.diabetes;
    const rows = new NDArray(
      Float64Array.from({ length: 12 }, (_, i) => x.data[Math.floor(i / 3) * 10 + (i % 3)]),
      [4, 3],
    );
    const polynomial = await new linear.PolynomialFeatures(c.options).fit(rows);
    expect(polynomial.featureNames()).toEqual(c.names);
    expect(polynomial.powers.toArray()).toEqual(c.powers);
    expectClose(await polynomial.transform(rows), c.values, 1e-15, 'values');
  });
});

describe('KNeighborsClassifier', () => {
  test.each(cases('neighbors'))('%s', async (_, c) => {
    const { x, y } = standardized(data['breast-cancer']);
    for (const metric of ['euclidean', (a: Float64Array, b: Float64Array) => Math.hypot(...a.map((v, i) => v - b[i]))] as const) {
      const model = await new linear.KNeighborsClassifier({ ...c.options, metric }).fit(x.rows(0, 400), y.rows(0, 400));
      const { distances, indices } = await model.kneighbors(x.rows(400, 420));
      expect(indices.toArray()).toEqual(c.indices);
      expectClose(distances, c.distances, 1e-9, 'distances');
      expectClose(await model.predictProba(x.rows(400, 420)), c.proba, 1e-9, 'proba');
      if (metric !== 'euclidean') continue;
      expect(Array.from(((await model.predict(x.rows(400))) as NDArray).data)).toEqual(c.predicted);
      expect(await model.score(x.rows(400), y.rows(400))).toBeCloseTo(c.score, 12);
    }
  });
});

describe('pinv', () => {
  test.each(cases('pinv'))('%s', async (_, c) => {
    const { x } = data[c.data];
    const p = x.shape[1];
    const picks = [...Array(c.columns).keys(), ...(c.twice ? [0, 1] : [])];
    const a = Array.from({ length: c.rows }, (_, i) => picks.map((j: number) => x.data[i * p + j]));
    expectClose(await linear.pinv(a), c.inverse, 1e-7, 'inverse');
  });
});

test('StandardScaler', async () => {
  const { x } = data.digits;
  const scaler = await new linear.StandardScaler().fit(x);
  expectClose(scaler.mean, golden.scaler.mean, 1e-14, 'mean');
  expectClose(scaler.scale, golden.scaler.scale, 1e-14, 'scale');
  const z = await scaler.transform(x);
  expectClose(await scaler.inverseTransform(z), Array.from(x.data), 1e-14, 'inverse');
});
