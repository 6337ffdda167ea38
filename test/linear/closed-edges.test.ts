/** Inputs on which solutions are not unique or nearly so, held to what defines a solution; files, pipelines, mistakes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { datasets, linear, NDArray } from '../../lib/index.ts';
import { createRandom } from '../../lib/data/prng.ts';
import { expectClose } from '../support/closeness.ts';
import { digits, goldenData, standardized } from '../support/linear-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-linear-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

function matrix(rows: number, columns: number, seed: number, value: (v: number, i: number, j: number) => number = (v) => v): NDArray {
  const { random } = createRandom(seed);
  return new NDArray(
    Float64Array.from({ length: rows * columns }, (_, k) => value(random() * 2 - 1, Math.floor(k / columns), k % columns)),
    [rows, columns],
  );
}
const column = (m: NDArray) => m.reshape(-1);

/** Largest component of X^T r over the norms of X's columns and of y: 0 at any solution of least squares. */
function slope(x: NDArray, y: NDArray, coef: NDArray, intercept: number, alpha = 0): number {
  const [n, p] = x.shape;
  const gradient = new Float64Array(p);
  let scale = 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    let r = intercept - y.data[i];
    for (let j = 0; j < p; j++) r += x.data[i * p + j] * coef.data[j];
    for (let j = 0; j < p; j++) gradient[j] += r * x.data[i * p + j];
    sum += r;
    scale = Math.max(scale, Math.abs(y.data[i]));
  }
  for (let j = 0; j < p; j++) gradient[j] += alpha * coef.data[j];
  return Math.max(Math.abs(sum), ...gradient.map(Math.abs)) / (n * scale * Math.max(1, ...Array.from(x.data, Math.abs)));
}
const norm = (a: NDArray) => Math.hypot(...Array.from(a.data));

const inputs: [string, NDArray, number][] = [
  ['columns twice', matrix(60, 8, 1, (_v, i, j) => Math.sin((i + 1) * (Math.floor(j / 2) + 0.7))), 4],
  ['a constant column', matrix(60, 5, 2, (v, _, j) => (j === 2 ? 3 : v)), 4],
  ['columns of zeros', matrix(60, 5, 3, (v, _, j) => (j > 2 ? 0 : v)), 3],
  ['all constant', matrix(20, 3, 4, (_v, _i, j) => j + 1), 0],
  ['more features than rows', matrix(15, 200, 5), 14],
  ['one row', matrix(1, 4, 6), 0],
  ['two equal rows', matrix(2, 3, 7, (_v, _i, j) => j - 1), 0],
];

describe('linearRegression where many solutions fit equally well', () => {
  test.each(inputs)('%s: the slope is zero, the norm least, and a warning says so', async (_, x, rank) => {
    const y = column(matrix(x.shape[0], 1, 9));
    const model = await new linear.LinearRegression().fit(x, y);
    expect(model.rank).toBe(rank);
    expect(slope(x, y, model.coef, model.intercept as number)).toBeLessThan(1e-13);
    expect(model.warnings).toHaveLength(1);
    expect(process.emitWarning).toHaveBeenCalledWith(
      expect.stringContaining('this is the one of least norm'),
      expect.objectContaining({ type: 'UnderdeterminedWarning' }),
    );
    // Of least norm: in the row space of centered X, so that X^+ X w = w.
    const means = Array.from(
      { length: x.shape[1] },
      (_, j) => Array.from(x.data).reduce((s, v, k) => (k % x.shape[1] === j ? s + v : s), 0) / x.shape[0],
    );
    const centered = new NDArray(
      Float64Array.from(x.data, (v, k) => v - means[k % x.shape[1]]),
      x.shape,
    );
    const inverse = await linear.pinv(centered, { tol: 1e-12 });
    const [n, p] = x.shape;
    const fitted = Array.from({ length: n }, (_, i) =>
      Array.from(model.coef.data).reduce((s, w, j) => s + w * centered.data[i * p + j], 0),
    );
    const again = Array.from({ length: p }, (_, j) => fitted.reduce((s, f, i) => s + f * inverse.data[j * n + i], 0));
    expect(Math.max(...again.map((w, j) => Math.abs(w - model.coef.data[j])))).toBeLessThan(1e-12 * (1 + norm(model.coef)));
    // A tiny penalty comes to the same solution.
    const ridge = await new linear.Ridge({ alpha: 1e-9, solver: 'svd' }).fit(x, y);
    expect(Math.max(...Array.from(ridge.coef.data, (w, j) => Math.abs(w - model.coef.data[j])))).toBeLessThan(
      1e-6 * (1 + norm(model.coef)),
    );
  });

  test('ill-conditioned, of full rank: no warning, and the residual is that of an orthogonal basis', async () => {
    const x = matrix(100, 8, 11, (_v, i, j) => (i / 100) ** j);
    const truth = (i: number) => 3 - 2 * (i / 100) + 5 * (i / 100) ** 6;
    const y = new NDArray(
      Float64Array.from({ length: 100 }, (_, i) => truth(i)),
      [100],
    );
    const model = await new linear.LinearRegression({ fitIntercept: false }).fit(x, y);
    expect(model.warnings).toEqual([]);
    expect(await model.score(x, y)).toBeGreaterThan(1 - 1e-15);
    expect(slope(x, y, model.coef, 0)).toBeLessThan(1e-12);
  });
});

describe('ridge at the edge', () => {
  test.each(inputs.filter(([name]) => name !== 'one row'))('%s, alpha 0.5: the slope is zero', async (_, x) => {
    const y = column(matrix(x.shape[0], 1, 9));
    for (const solver of ['cholesky', 'svd'] as const) {
      const model = await new linear.Ridge({ alpha: 0.5, solver }).fit(x, y);
      expect(slope(x, y, model.coef, model.intercept as number, 0.5)).toBeLessThan(1e-13);
    }
  });

  test('alpha 0 on a singular matrix is the solution of least norm, with a warning; Cholesky alone refuses', async () => {
    const [, x] = inputs[1];
    const y = column(matrix(60, 1, 9));
    const model = await new linear.Ridge({ alpha: 0 }).fit(x, y);
    expect(model.warnings[0]).toMatch(/singular to working precision/);
    const least = await new linear.LinearRegression().fit(x, y);
    expectClose(model.coef, Array.from(least.coef.data), 1e-12, 'coef');
    await expect(new linear.Ridge({ alpha: 0, solver: 'cholesky' }).fit(x, y)).rejects.toThrow('X^T X + alpha I is singular');
    await model.fit(matrix(60, 5, 1), y);
    expect(model.warnings).toEqual([]);
  });

  test('huge means do not cost digits', async () => {
    const x = matrix(200, 4, 1);
    const y = column(matrix(200, 1, 2));
    const far = new NDArray(
      Float64Array.from(x.data, (v) => v + 1e6),
      x.shape,
    );
    const [near, away] = [await new linear.Ridge({ alpha: 1 }).fit(x, y), await new linear.Ridge({ alpha: 1 }).fit(far, y)];
    expectClose(away.coef, Array.from(near.coef.data), 1e-8, 'coef');
  });

  test('errors of rows left out are those of fits without them', async () => {
    for (const [n, p] of [
      [12, 4],
      [8, 20],
    ]) {
      const x = matrix(n, p, 3);
      const y = column(matrix(n, 1, 4));
      const weights = Float64Array.from({ length: n }, (_, i) => 1 + (i % 3));
      const model = await new linear.RidgeCV({ alphas: [0.3], storeCvResults: true }).fit(x, y, { sampleWeight: weights });
      for (let out = 0; out < n; out++) {
        const rows = [...Array(n).keys()].filter((i) => i !== out);
        const left = datasets.fromArrays({ x, y }).select(rows);
        const ridge = await new linear.Ridge({ alpha: 0.3 }).fit(left, { sampleWeight: Float64Array.from(rows, (i) => weights[i]) });
        const [predicted] = (await ridge.predict(x.rows(out, out + 1))).data;
        expect((model.cvResults as NDArray).data[out]).toBeCloseTo(weights[out] * (predicted - y.data[out]) ** 2, 10);
      }
    }
  });
});

describe('ridge, chosen by folds', () => {
  const x = matrix(9, 3, 5);
  const y = column(matrix(9, 1, 6));

  test('the alpha of the best mean score is that of fits to the other folds', async () => {
    const cv = [0, 0, 0, 1, 1, 1, 2, 2, 2];
    const alphas = [0.01, 0.5, 20];
    const sampleWeight = Float64Array.of(1, 2, 1, 1, 3, 1, 1, 1, 2);
    for (const scoring of ['r2', 'negMeanSquaredError'] as const) {
      const model = await new linear.RidgeCV({ alphas, cv, scoring, storeCvResults: true }).fit(x, y, { sampleWeight });
      for (const [a, alpha] of alphas.entries()) {
        for (const fold of [0, 1, 2]) {
          const rows = [...cv.keys()].filter((i) => cv[i] !== fold);
          const train = datasets.fromArrays({ x, y }).select(rows);
          const ridge = await new linear.Ridge({ alpha }).fit(train, { sampleWeight: Float64Array.from(rows, (i) => sampleWeight[i]) });
          const own = [...cv.keys()].filter((i) => cv[i] === fold);
          const test = datasets.fromArrays({ x, y }).select(own);
          const weights = Float64Array.from(own, (i) => sampleWeight[i]);
          const predicted = (await ridge.predict(test)).data;
          const errors = weights.reduce((sum, w, i) => sum + w * (predicted[i] - y.data[own[i]]) ** 2, 0);
          const total = weights.reduce((sum, w) => sum + w, 0);
          const want = scoring === 'r2' ? await ridge.score(test, { sampleWeight: weights }) : -errors / total;
          expect((model.cvResults as NDArray).data[a * 3 + fold]).toBeCloseTo(want, 10);
        }
      }
      const last = await new linear.Ridge({ alpha: model.alpha as number }).fit(x, y, { sampleWeight });
      expect(model.coef.data[1]).toBeCloseTo(last.coef.data[1], 10);
      expect((await new linear.RidgeCV({ alphas, cv: 3, scoring }).fit(x, y, { sampleWeight })).bestScore).toBe(model.bestScore);
    }
  });

  test('what contradicts itself, and folds that do not fit, are errors', async () => {
    expect(() => new linear.RidgeCV({ scoring: 'r2' })).toThrow("ridgeCV: expected scoring with cv only, got 'r2' without");
    expect(() => new linear.RidgeCV({ cv: 3, alphaPerTarget: true })).toThrow('ridgeCV: expected no alphaPerTarget with cv');
    expect(() => new linear.RidgeCV({ cv: 1 })).toThrow('for cv, got 1');
    expect(() => new linear.RidgeCV({ cv: 3, scoring: 'mse' } as object)).toThrow("for scoring, got 'mse'");
    await expect(new linear.RidgeCV({ cv: 9 }).fit(x, y)).rejects.toThrow("2 rows or more in each fold of cv for scoring 'r2'");
    expect((await new linear.RidgeCV({ cv: 9, scoring: 'negMeanSquaredError' }).fit(x, y)).bestScore).toBeLessThan(0);
    await expect(new linear.RidgeCV({ cv: 10 }).fit(x, y)).rejects.toThrow('at most as many folds as rows for cv, got 10 for 9 rows');
    await expect(new linear.RidgeCV({ cv: [0, 1] }).fit(x, y)).rejects.toThrow('ridgeCV: x has 9 rows and cv has 2 folds');
    const sampleWeight = [1, 1, 1, 0, 0, 0, 0, 0, 0];
    await expect(new linear.RidgeCV({ cv: 3 }).fit(x, y, { sampleWeight })).rejects.toThrow(
      'sampleWeight is 0 for all rows of fold 0, or for all others',
    );
  });
});

describe('pca', () => {
  test('randomized finds the first components of a large matrix, the same for the same seed', async () => {
    // Rank 12 and noise.
    const left = matrix(900, 12, 1, (v, _, j) => v * 2 ** -(j / 2));
    const right = matrix(12, 700, 2);
    const noise = matrix(900, 700, 3, (v) => v * 1e-3);
    const x = noise;
    const data = x.data as Float64Array;
    for (let i = 0; i < 900; i++)
      for (let k = 0; k < 12; k++) for (let j = 0; j < 700; j++) data[i * 700 + j] += left.data[i * 12 + k] * right.data[k * 700 + j];
    const exact = await new linear.PCA({ nComponents: 10, solver: 'full' }).fit(x);
    const random = await new linear.PCA({ nComponents: 10, seed: 5 }).fit(x);
    expectClose(random.explainedVariance, Array.from(exact.explainedVariance.data), 1e-9, 'variance');
    expectClose(random.components, Array.from(exact.components.data), 1e-6, 'components');
    const again = await new linear.PCA({ nComponents: 10, seed: 5, solver: 'randomized' }).fit(x);
    expect(again.components.data).toEqual(random.components.data);
  });

  test('whitened components have variance 1 and no covariance', async () => {
    const { x } = goldenData('breast-cancer');
    const z = await new linear.PCA({ nComponents: 6, whiten: true, solver: 'full' }).fitTransform(x);
    for (let a = 0; a < 6; a++)
      for (let b = 0; b <= a; b++) {
        let sum = 0;
        for (let i = 0; i < 569; i++) sum += z.data[i * 6 + a] * z.data[i * 6 + b];
        expect(sum / 568).toBeCloseTo(Number(a === b), 9);
      }
  });

  test('constant columns, equal rows and more features than rows', async () => {
    const wide = await new linear.PCA().fit(matrix(5, 30, 1));
    expect(wide.components.shape).toEqual([5, 30]);
    expect(wide.explainedVariance.data[4]).toBeLessThan(1e-28);
    const same = await new linear.PCA().fit(matrix(6, 3, 2, (_v, _i, j) => j));
    expect(Array.from(same.explainedVarianceRatio.data)).toEqual([0, 0, 0]);
    const { data } = same.components;
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++) {
        const dot = [0, 1, 2].reduce((s, j) => s + data[a * 3 + j] * data[b * 3 + j], 0);
        expect(dot).toBeCloseTo(Number(a === b), 12);
      }
  });

  test('mistakes are named', async () => {
    await expect(new linear.PCA({ nComponents: 4 }).fit(matrix(9, 3, 1))).rejects.toThrow(
      'nComponents of at most min(rows, features) = 3, got 4',
    );
    await expect(new linear.PCA().fit(matrix(1, 3, 1))).rejects.toThrow('expected 2 rows or more, got 1');
    expect(() => new linear.PCA({ nComponents: 1.5 })).toThrow('expected a positive integer or a number in (0, 1) for nComponents');
    expect(() => new linear.PCA().components).toThrow('pca: components before fit');
    await expect(new linear.PCA({ nComponents: 0.5, solver: 'randomized' }).fit(matrix(9, 3, 1))).rejects.toThrow(
      'got a share of the variance',
    );
  });
});

describe('neighbors', () => {
  test('one neighbor has no training error; labels may be words', async () => {
    const { x, y } = digits();
    const model = await new linear.KNeighborsClassifier({ nNeighbors: 1 }).fit(x, y);
    expect(await model.score(x, y)).toBe(1);
    const words = Array.from(y.data, (d) => (d % 2 ? 'odd' : 'even'));
    const named = await new linear.KNeighborsClassifier({ nNeighbors: 3, weights: 'distance' }).fit(x, words);
    expect(named.classes).toEqual(['even', 'odd']);
    expect((await named.predict(x.rows(0, 4))) as string[]).toEqual(['even', 'odd', 'even', 'odd']);
  });

  test('points close to each other and far from 0 are told apart', async () => {
    const x = [[1e8], [1e8 + 1], [1e8 + 3], [-5]];
    const model = await new linear.KNeighborsClassifier({ nNeighbors: 2 }).fit(x, [0, 0, 1, 1]);
    const { distances, indices } = await model.kneighbors([[1e8 + 2.4], [1e8 + 1]]);
    expect(indices.toArray()).toEqual([
      [2, 1],
      [1, 0],
    ]);
    expectClose(distances, [0.6, 1.4, 0, 1], 1e-7, 'distances');
  });

  test('ties go to the row, and the class, that comes first', async () => {
    const model = await new linear.KNeighborsClassifier({ nNeighbors: 2 }).fit([[1], [-1], [1], [-1]], ['b', 'a', 'a', 'b']);
    expect((await model.kneighbors([[0]])).indices.toArray()).toEqual([[0, 1]]);
    expect(await model.predict([[0]])).toEqual(['a']);
  });

  test('mistakes are named; a metric of the user is stopped by a signal and not saved', async () => {
    await expect(new linear.KNeighborsClassifier().fit([[1], [2]], [0, 1])).rejects.toThrow('at least nNeighbors = 5 rows for x, got 2');
    const { x, y } = digits();
    const model = await new linear.KNeighborsClassifier({ metric: (a, b) => Math.abs(a[0] - b[0]) + Math.abs(a[20] - b[20]) }).fit(x, y);
    await expect(model.predict(x, { signal: AbortSignal.timeout(20) })).rejects.toMatchObject({ code: 'ABORT_ERR' });
    await expect(model.save(join(folder, 'knn'))).rejects.toThrow('a metric that is a function cannot be saved');
    const broken = await new linear.KNeighborsClassifier({ metric: () => Number.NaN }).fit(x, y);
    await expect(broken.predict(x.rows(0, 1))).rejects.toThrow('expected a distance of 0 or more from metric, got NaN for row 0');
    await expect(model.fit(x, ['a', 'b'])).rejects.toThrow('x has 1797 rows and y has 2');
  });
});

describe('pipeline', () => {
  test('scales, projects and classifies, and is saved with its steps', async () => {
    const { x, y } = digits();
    const steps = () => [
      new linear.StandardScaler(),
      new linear.PCA({ nComponents: 20, solver: 'full' }),
      new linear.KNeighborsClassifier({ nNeighbors: 3 }),
    ];
    const model = await linear.pipeline(steps()).fit(x.rows(0, 1200), y.rows(0, 1200));
    const score = await model.score(x.rows(1200), y.rows(1200));
    expect(score).toBeGreaterThan(0.9);
    expect((await model.predictProba(x.rows(1200, 1205))).shape).toEqual([5, 10]);
    const path = join(folder, 'pipeline.safetensors');
    await model.save(path);
    const loaded = await linear.loadEstimator(path, linear.Pipeline);
    expect(loaded.steps.map((s) => s.constructor.name)).toEqual(['StandardScaler', 'PCA', 'KNeighborsClassifier']);
    expect(await loaded.predict(x.rows(1200))).toEqual(await model.predict(x.rows(1200)));
    await expect(linear.loadEstimator(path, linear.Ridge)).rejects.toThrow('holds a Pipeline, expected a Ridge');
  });

  test('a polynomial of a line fits a cubic', async () => {
    const x = matrix(40, 1, 1);
    const y = Float64Array.from(x.data, (v) => 1 - 2 * v + 0.5 * v ** 3);
    const model = await linear
      .pipeline([new linear.PolynomialFeatures({ degree: 3, includeBias: false }), new linear.LinearRegression()])
      .fit(x, y);
    expect(await model.score(x, y)).toBeCloseTo(1, 12);
    expectClose((model.steps[1] as linear.LinearRegression).coef, [-2, 0, 0.5], 1e-12, 'coef');
  });

  test('of transformers alone', async () => {
    const { x } = standardized(goldenData('diabetes'));
    const model = await linear.pipeline([new linear.StandardScaler(), new linear.PCA({ nComponents: 2 })]).fit(x);
    expect((await model.transform(x)).shape).toEqual([442, 2]);
    await expect(model.predict(x)).rejects.toThrow('pipeline: its last step (PCA) has no predict');
    expect(() => linear.pipeline([new linear.Ridge(), new linear.PCA()])).toThrow('step 0 (Ridge) has no transform');
    expect(() => linear.pipeline([])).toThrow('expected a list of steps');
  });
});

describe('files', () => {
  const { x, y } = goldenData('diabetes');
  test.each([
    ['LinearRegression', new linear.LinearRegression({ fitIntercept: false })],
    ['RidgeCV', new linear.RidgeCV({ alphas: [0.1, 1], alphaPerTarget: true })],
    ['RidgeCV with folds', new linear.RidgeCV({ alphas: [0.1, 1], cv: 4, scoring: 'negMeanSquaredError' })],
    ['KNeighborsClassifier', new linear.KNeighborsClassifier({ nNeighbors: 2 })],
  ])('%s', async (name, model) => {
    await model.fit(x, y);
    const path = join(folder, name);
    await model.save(path);
    const loaded = (await linear.loadEstimator(path)) as typeof model;
    expect(loaded.constructor).toBe(model.constructor);
    expect(loaded.options).toEqual(model.options);
    expect(await loaded.predict(x)).toEqual(await model.predict(x));
    if (loaded instanceof linear.RidgeCV) expect(loaded.alpha).toEqual((model as linear.RidgeCV).alpha);
  });
  test.each([
    ['PCA', new linear.PCA({ nComponents: 3, whiten: true })],
    ['PolynomialFeatures', new linear.PolynomialFeatures({ degree: 2 })],
    ['StandardScaler', new linear.StandardScaler({ withMean: false })],
  ])('%s', async (name, model) => {
    await model.fit(x);
    const path = join(folder, name);
    await model.save(path);
    const loaded = (await linear.loadEstimator(path)) as typeof model;
    expect(await loaded.transform(x)).toEqual(await model.transform(x));
  });
});

test('polynomial features refuse more products than memory holds', async () => {
  await expect(new linear.PolynomialFeatures({ degree: 12 }).fit(matrix(2, 100, 1))).rejects.toThrow('lower the degree');
  await expect(new linear.PolynomialFeatures({ degree: 0, includeBias: false }).fit(matrix(2, 2, 1))).rejects.toThrow(
    'no features are left',
  );
});
