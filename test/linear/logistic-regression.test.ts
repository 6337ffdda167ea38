import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Dataset, info, linear, NDArray, ndarray, setThreads } from '../../lib/index.ts';
import { loadNative } from '../../lib/runtime/native.ts';
import { createRandom } from '../../lib/data/prng.ts';
import { lossGradient, violation } from '../support/classifier-kkt.ts';
import { digits, goldenData, iris, standardized } from '../support/linear-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-logistic-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function normals(rows: number, columns: number, seed: number): NDArray {
  const { random } = createRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return new NDArray(Float64Array.from({ length: rows * columns }, normal), [rows, columns]);
}

/** Columns made of others: the value at (row, column) of a wider table. */
const built = (rows: number, columns: number, value: (i: number, j: number) => number) =>
  new NDArray(
    Float64Array.from({ length: rows * columns }, (_, k) => value(Math.floor(k / columns), k % columns)),
    [rows, columns],
  );

const codesOf = (x: NDArray, classes: number, seed: number) => {
  const noise = normals(x.shape[0], classes, seed).data;
  return Int32Array.from({ length: x.shape[0] }, (_, i) => {
    const scores = Array.from(
      { length: classes },
      (_c, c) => x.data[i * x.shape[1] + (c % x.shape[1])] * (c + 1) * 0.3 + noise[i * classes + c],
    );
    return scores.indexOf(Math.max(...scores));
  });
};

const base = normals(120, 6, 1);
/** Inputs, and what rounding alone makes of their gradient, computed from raw values. */
const awkward: Record<string, { x: NDArray; noise: number }> = {
  'duplicate columns': { x: built(120, 9, (i, j) => base.data[i * 6 + (j % 6)]), noise: 1e-14 },
  'constant and zero columns': { x: built(120, 8, (i, j) => (j === 6 ? 5 : j === 7 ? 0 : base.data[i * 6 + j])), noise: 1e-13 },
  'nearly dependent columns': {
    x: built(120, 7, (i, j) => base.data[i * 6 + (j % 6)] + (j === 6 ? 1e-5 * base.data[i * 6 + 1] : 0)),
    noise: 1e-14,
  },
  'columns of very different scales': { x: built(120, 6, (i, j) => base.data[i * 6 + j] * 10 ** (2 * (j - 3))), noise: 1e-11 },
  'columns far from 0': { x: built(120, 6, (i, j) => base.data[i * 6 + j] + 1e4 * (j + 1)), noise: 1e-6 },
  'more features than rows': { x: normals(40, 300, 2), noise: 1e-14 },
};

const penalties = [
  ['l2', { penalty: 'l2', C: 2 }, { l2: 0.5 }],
  ['l1', { penalty: 'l1', alpha: 1.5 }, { l1: 1.5 }],
  ['elasticNet', { penalty: 'elasticNet', alpha: 2, l1Ratio: 0.25 }, { l1: 0.5, l2: 1.5 }],
] as const;

describe('the conditions of the minimum, computed without the solver', () => {
  for (const [kind, { x, noise }] of Object.entries(awkward)) {
    for (const [penalty, options, conditions] of penalties) {
      for (const classes of [2, 4]) {
        test(`${kind}, ${penalty}, ${classes} classes`, async () => {
          const y = codesOf(x.shape[0] === 120 ? base : x, classes, 3);
          const weights = Float64Array.from(y, (_, i) => 0.25 + (i % 4));
          const model = new linear.LogisticRegression({ ...options, tol: 1e-9, maxIter: 50000 });
          await model.fit(x, y, { sampleWeight: weights });
          expect(model.warnings).toEqual([]);
          expect(model.gradientNorm).toBeLessThanOrEqual(1e-9);
          expect(violation('logistic', x, y, model, { ...conditions, weights })).toBeLessThan(1e-9 + noise);
        });
      }
    }
  }

  test('duplicate columns share a weight under l2', async () => {
    const { x } = awkward['duplicate columns'];
    const { coef } = await new linear.LogisticRegression({ tol: 1e-10 }).fit(x, codesOf(x, 2, 3));
    for (let j = 0; j < 3; j++) expect(coef.data[j]).toBeCloseTo(coef.data[j + 6], 8);
  });

  test('without intercept it is 0 and nothing is centered', async () => {
    const { x, y } = goldenData('breast-cancer');
    const model = await new linear.LogisticRegression({ fitIntercept: false, tol: 1e-7, maxIter: 20000 }).fit(x, y);
    expect(model.intercept.data[0]).toBe(0);
    expect(violation('logistic', x, y.data, model, { l2: 1, fitIntercept: false })).toBeLessThan(1.01e-7);
  });
});

describe('weight decay', () => {
  test('the slope of the likelihood at the solution is the decay coefficient times the weight', async () => {
    const { x, y } = standardized(goldenData('breast-cancer'));
    for (const alpha of [0.1, 1, 10]) {
      const model = await new linear.LogisticRegression({ alpha, tol: 1e-12 }).fit(x, y);
      const slope = lossGradient('logistic', x, y.data, model).map((g) => -g);
      model.coef.data.forEach((w, j) => {
        expect(slope[j]).toBeCloseTo(alpha * w, 8);
      });
      expect(slope[30]).toBeCloseTo(0, 8);
    }
  });

  const x = ndarray([[-3], [-2], [-1], [1], [2], [4]]);
  const y = [0, 0, 0, 1, 1, 1];

  test('on separable data it converges, to ever larger weights as it gets weaker', async () => {
    const norms: number[] = [];
    for (const alpha of [1, 0.1, 0.01]) {
      const model = await new linear.LogisticRegression({ alpha, tol: 1e-10 }).fit(x, y);
      expect(model.warnings).toEqual([]);
      expect(model.separation).toBeUndefined();
      norms.push(model.coef.data[0]);
    }
    expect(norms[1]).toBeGreaterThan(1.5 * norms[0]);
    expect(norms[2]).toBeGreaterThan(1.5 * norms[1]);
  });

  test.each([{ penalty: 'none' }, { alpha: 0 }, { C: Infinity }] as const)(
    'without it (%o) the weights are said to diverge',
    async (options) => {
      const short = await new linear.LogisticRegression({ ...options, tol: 1e-300, maxIter: 8 }).fit(x, y);
      const long = await new linear.LogisticRegression({ ...options, tol: 1e-300, maxIter: 16 }).fit(x, y);
      expect(short.warnings).toHaveLength(1);
      expect(short.warnings[0]).toMatch(
        /^logisticRegression: a hyperplane separates the classes and there is no penalty.*diverge.*training accuracy is 1.*norm of coef is [\d.]+ after 8 iterations.*penalty/,
      );
      expect(await short.score(x, y)).toBe(1);
      expect(short.separation?.classes).toEqual([0, 1]);
      expect(short.separation?.direction.data).toEqual(Float64Array.of(1));
      expect(short.separation?.norm).toBeGreaterThan(short.separation?.normBefore as number);
      expect(long.separation?.norm).toBeGreaterThan(1.2 * (short.separation?.norm as number));
    },
  );

  test('the warning is a ConvergenceWarning on the process', async () => {
    const seen: Error[] = [];
    const listen = (w: Error) => seen.push(w);
    process.on('warning', listen);
    await new linear.LogisticRegression({ penalty: 'none' }).fit(x, y);
    await new Promise(setImmediate);
    process.off('warning', listen);
    expect(seen.map((w) => [w.name, (w as NodeJS.ErrnoException).code])).toEqual([['ConvergenceWarning', 'RIDGELINE_CONVERGENCE']]);
  });

  test('one class of several that is separable is named', async () => {
    const { x: flowers, y: species } = iris();
    const names = Array.from(species.data, (c) => ['setosa', 'versicolor', 'virginica'][c]);
    const model = await new linear.LogisticRegression({ penalty: 'none' }).fit(flowers, names);
    expect(model.separation?.classes).toEqual(['setosa']);
    expect(model.warnings[0]).toContain('separates class setosa from the others');
    expect(model.warnings[0]).not.toContain('training accuracy is 1');
  });

  test('overlapping classes without a penalty have a minimum, and no warning', async () => {
    const overlapping = ndarray([[0], [1], [2], [3], [4], [5]]);
    const labels = [0, 1, 0, 1, 0, 1];
    const model = await new linear.LogisticRegression({ penalty: 'none', tol: 1e-10 }).fit(overlapping, labels);
    expect(model.warnings).toEqual([]);
    expect(model.separation).toBeUndefined();
    expect(violation('logistic', overlapping, labels, model, {})).toBeLessThan(1e-10);
  });

  test('rows of both classes on the hyperplane that separates the others leave one weight without bound, and it is said', async () => {
    // The third feature is 1 for rows of class 1 alone; the first two do not separate the rest.
    const rows = Array.from({ length: 60 }, (_, i) => [Math.sin(3 * i), Math.cos(5 * i), i % 12 === 0 ? 1 : 0]);
    const labels = rows.map(([a, , c], i) => Number(c === 1 || (i % 3 === 0 ? a < 0 : a > 0)));
    const free = await new linear.LogisticRegression({ penalty: 'none' }).fit(ndarray(rows), labels);
    expect(free.separation?.classes).toEqual([]);
    expect(free.separation?.rows).toBe(5);
    const [a, b, c] = free.separation?.direction.data ?? [];
    expect(Math.hypot(a, b)).toBeLessThan(0.02);
    expect(c).toBeCloseTo(1, 3);
    expect(free.warnings[0]).toMatch(
      /^logisticRegression: a hyperplane separates the classes but for rows that lie on it \(5 rows do not\) and there is no penalty.*diverge/,
    );
    const held = await new linear.LogisticRegression({ alpha: 0.01 }).fit(ndarray(rows), labels);
    expect([held.separation, held.warnings]).toEqual([undefined, []]);
    // One row of the other class, or one that does not count, is what it takes.
    labels[0] = 0;
    const sampleWeight = labels.map((_, i) => Number(i !== 0));
    const both = new linear.LogisticRegression({ penalty: 'none' });
    expect((await both.fit(ndarray(rows), labels)).separation).toBeUndefined();
    expect(both.warnings).toEqual([]);
    expect((await both.fit(ndarray(rows), labels, { sampleWeight })).separation?.rows).toBe(4);
  });

  test('quasi-separation of several classes', async () => {
    const { x: flowers, y: species } = iris();
    const [n, p] = flowers.shape;
    // Versicolor and virginica overlap, and so do setosa and virginica, in every feature but a mark of some setosas.
    const rows = Array.from({ length: n }, (_, i) => [flowers.data[i * p] % 1, flowers.data[i * p + 1] % 1, Number(i < 20)]);
    const model = await new linear.LogisticRegression({ penalty: 'none' }).fit(ndarray(rows), species);
    expect([model.separation?.classes, model.separation?.rows]).toEqual([[], 20]);
    expect(model.separation?.direction.shape).toEqual([3, 3]);
  });

  test('a row of weight 0 does not hide a separation; without intercept the hyperplane goes through 0', async () => {
    const rows = ndarray([[-3], [-2], [-1], [1], [2], [4], [9]]);
    const labels = [...y, 0];
    const none = new linear.LogisticRegression({ penalty: 'none' });
    await none.fit(rows, labels, { sampleWeight: [1, 1, 1, 1, 1, 1, 0] });
    expect(none.separation?.classes).toEqual([0, 1]);
    const shifted = ndarray([[1], [2], [3], [4]]);
    const through = new linear.LogisticRegression({ penalty: 'none', fitIntercept: false });
    expect((await through.fit(shifted, [0, 0, 1, 1])).separation).toBeUndefined();
    expect((await new linear.LogisticRegression({ penalty: 'none' }).fit(shifted, [0, 0, 1, 1])).separation?.classes).toEqual([0, 1]);
  });
});

describe('labels, weights, starts', () => {
  const { x, y } = iris();
  const names = Array.from(y.data, (c) => ['setosa', 'versicolor', 'virginica'][c]);

  test('strings are labels, told in order', async () => {
    const model = await new linear.LogisticRegression().fit(x, names);
    expect(model.classes).toEqual(['setosa', 'versicolor', 'virginica']);
    const predicted = await model.predict(x);
    expect(predicted).toHaveLength(150);
    expect((predicted as string[])[0]).toBe('setosa');
    expect(await model.score(x, names)).toBeCloseTo(0.9733, 3);
  });

  test('a dataset, and labels that are no positions', async () => {
    const dataset = new Dataset({
      x,
      y: new NDArray(
        Float64Array.from(y.data, (c) => 10 - 3 * c),
        [150],
      ),
    });
    const model = await new linear.LogisticRegression().fit(dataset);
    expect(model.classes).toEqual([4, 7, 10]);
    expect(await model.score(dataset)).toBeCloseTo(0.9733, 3);
    expect([...new Set(((await model.predict(dataset)) as NDArray).data)]).toEqual([10, 7, 4]);
  });

  test('probabilities add up to 1, and their logarithms are exact where they vanish', async () => {
    const model = await new linear.LogisticRegression({ C: 1e4, tol: 1e-6, maxIter: 5000 }).fit(x, names);
    const far = ndarray([
      [5, 3.4, 1.5, 0.2],
      [50, 34, 150, 200],
    ]);
    const p = await model.predictProba(far);
    const logs = await model.predictLogProba(far);
    expect(p.shape).toEqual([2, 3]);
    for (const row of [0, 1]) expect(p.data[3 * row] + p.data[3 * row + 1] + p.data[3 * row + 2]).toBeCloseTo(1, 12);
    const z = (await model.decisionFunction(far)).data;
    expect(p.data[3]).toBe(0);
    expect(logs.data[3]).toBeCloseTo(z[3] - Math.max(z[3], z[4], z[5]), 6);
    const two = await new linear.LogisticRegression({ C: 1e4 }).fit(ndarray([[-1], [0], [1], [2]]), [0, 1, 0, 1]);
    const far2 = ndarray([[1e5]]);
    const [z2] = (await two.decisionFunction(far2)).data;
    expect((await two.predictProba(far2)).data[1]).toBeCloseTo(1, 12);
    expect((await two.predictLogProba(far2)).data[0]).toBeCloseTo(-z2, 6);
    expect((await two.decisionFunction(far2)).shape).toEqual([1]);
  });

  test('a weight of 3 is a row three times', async () => {
    const weights = Float64Array.from(y.data, (_, i) => 1 + (i % 3));
    const rows = weights.reduce((all: number[], w, i) => all.concat(new Array(w).fill(i)), []);
    const repeated = built(rows.length, 4, (i, j) => x.data[rows[i] * 4 + j]);
    const options = { tol: 1e-11, maxIter: 5000 };
    const weighted = await new linear.LogisticRegression(options).fit(x, names, { sampleWeight: weights });
    const plain = await new linear.LogisticRegression(options).fit(
      repeated,
      rows.map((i) => names[i]),
    );
    weighted.coef.data.forEach((w, i) => {
      expect(w).toBeCloseTo(plain.coef.data[i], 8);
    });
    const balanced = await new linear.LogisticRegression({ ...options, classWeight: 'balanced' }).fit(x, names);
    expect(balanced.coef.data[0]).toBeCloseTo((await new linear.LogisticRegression(options).fit(x, names)).coef.data[0], 9);
  });

  test('a warm start goes on where the last fit ended', async () => {
    const cold = await new linear.LogisticRegression({ tol: 1e-8 }).fit(x, names);
    const warm = new linear.LogisticRegression({ tol: 1e-8, warmStart: true });
    await warm.fit(x, names);
    expect(warm.iterations).toBe(cold.iterations);
    await warm.fit(x, names);
    expect(warm.iterations).toBe(0);
    await expect(
      warm.fit(
        ndarray([
          [1, 2],
          [2, 1],
        ]),
        ['setosa', 'virginica'],
      ),
    ).rejects.toMatchObject({ code: 'ERR_SHAPE' });
    const lasso = new linear.LogisticRegression({ penalty: 'l1', tol: 1e-9, warmStart: true });
    const first = (await lasso.fit(x, names)).coef.data.slice();
    await lasso.fit(x, names);
    expect(lasso.iterations).toBe(0);
    expect(lasso.coef.data).toEqual(first);
  });

  test('the bits do not depend on the number of threads', async () => {
    const { x: images, y: labels } = digits();
    const { threads } = info();
    const fits: Float64Array[] = [];
    for (const count of [1, 2]) {
      setThreads(count);
      fits.push((await new linear.LogisticRegression({ maxIter: 20, tol: 1e-1 }).fit(images, labels)).coef.data as Float64Array);
    }
    setThreads(threads);
    expect(fits[0]).toEqual(fits[1]);
  });

  test('saved and loaded it predicts the same', async () => {
    const path = join(folder, 'iris.safetensors');
    const model = await new linear.LogisticRegression({ penalty: 'l1', alpha: 2, classWeight: { setosa: 2 } }).fit(x, names);
    await model.save(path);
    const loaded = (await linear.loadEstimator(path)) as linear.LogisticRegression;
    expect(loaded).toBeInstanceOf(linear.LogisticRegression);
    expect(loaded.options).toEqual(model.options);
    expect(loaded.classes).toEqual(model.classes);
    expect([loaded.iterations, loaded.gradientNorm]).toEqual([model.iterations, model.gradientNorm]);
    expect((await loaded.predictProba(x)).data).toEqual((await model.predictProba(x)).data);
  });
});

test('polynomials by a pipeline, which is saved whole', async () => {
  // Inside and outside a circle: no line tells them apart.
  const points = normals(300, 2, 8);
  const inside = Array.from({ length: 300 }, (_, i) => Number(Math.hypot(points.data[2 * i], points.data[2 * i + 1]) < 1));
  const straight = await new linear.LogisticRegression().fit(points, inside);
  expect(await straight.score(points, inside)).toBeLessThan(0.75);
  const curved = linear.pipeline([
    new linear.PolynomialFeatures({ degree: 2, includeBias: false }),
    new linear.LogisticRegression({ C: 1e4 }),
  ]);
  await curved.fit(points, inside);
  expect(await curved.score(points, inside)).toBeGreaterThan(0.98);
  const path = join(folder, 'curved.safetensors');
  await curved.save(path);
  const loaded = await linear.loadEstimator(path, linear.Pipeline);
  expect(await loaded.predictProba(points)).toEqual(await curved.predictProba(points));
});

describe('what goes wrong', () => {
  const x = ndarray([
    [0, 1],
    [1, 0],
    [2, 2],
    [3, 1],
  ]);
  const y = [0, 1, 0, 1];

  test('an end before tol is a warning with the gradient reached', async () => {
    const { x: images, y: labels } = digits();
    for (const penalty of ['l2', 'l1'] as const) {
      const model = await new linear.LogisticRegression({ penalty, maxIter: 3, tol: 1e-8 }).fit(images, labels);
      expect(model.iterations).toBe(3);
      expect(model.warnings).toHaveLength(1);
      expect(model.warnings[0]).toBe(
        `logisticRegression: did not converge in 3 iterations: the largest number in the gradient is ${model.gradientNorm.toExponential(2)}, tol is 1e-8. ` +
          'More iterations (maxIter), standardized features or a stronger penalty help',
      );
      const codes = labels.data;
      expect(violation('logistic', images, codes, model, penalty === 'l1' ? { l1: 1 } : { l2: 1 })).toBeCloseTo(model.gradientNorm, 10);
    }
  });

  test('a tol that double precision cannot reach is a warning too', async () => {
    for (const penalty of ['l2', 'l1'] as const) {
      const model = await new linear.LogisticRegression({ penalty, tol: 1e-30 }).fit(...(Object.values(iris()) as [NDArray, NDArray]));
      expect(model.warnings[0]).toMatch(/stopped where rounding hides any further descent: .* tol is 1e-30/);
      expect(model.gradientNorm).toBeLessThan(1e-10);
    }
  });

  test.each([
    [{ C: -1 }, /logisticRegression: expected a number in \(0, inf\] for C, got -1/],
    [{ C: 0 }, /for C, got 0/],
    [{ alpha: -1 }, /for alpha, got -1/],
    [{ C: 1, alpha: 1 }, /expected C or alpha/],
    [{ penalty: 'none', C: 2 }, /no C with penalty 'none', got 2/],
    [{ penalty: 'ridge' }, /for penalty, got 'ridge'/],
    [{ l1Ratio: 0.5 }, /l1Ratio with penalty 'elasticNet' only/],
    [{ penalty: 'elasticNet', l1Ratio: 1.5 }, /for l1Ratio, got 1.5/],
    [{ tol: 0 }, /for tol, got 0/],
    [{ maxIter: 0 }, /for maxIter, got 0/],
    [{ classWeight: 'even' }, /for classWeight, got 'even'/],
    [{ classWeight: { 0: -1 } }, /for classWeight/],
    [{ maxIterations: 5 }, /unknown option 'maxIterations'.*maxIter/],
  ])('%o', (options, message) => {
    expect(() => new linear.LogisticRegression(options as linear.LogisticRegressionOptions)).toThrow(message);
    expect(() => new linear.LogisticRegression(options as linear.LogisticRegressionOptions)).toThrow(
      expect.objectContaining({ code: 'ERR_OPTION' }),
    );
  });

  test.each([
    [
      () => new linear.LogisticRegression().fit(x, [1, 1, 1, 1]),
      'ERR_VALUE',
      /logisticRegression: expected labels of 2 or more classes for y, got only 1/,
    ],
    [() => new linear.LogisticRegression().fit(x, [0, 1]), 'ERR_SHAPE', /x has 4 rows and y has 2/],
    [() => new linear.LogisticRegression().fit(x, [0, 1, Number.NaN, 1]), 'ERR_VALUE', /finite labels for y, got NaN at row 2/],
    [() => new linear.LogisticRegression().fit([[0], [Number.NaN], [1]], [0, 1, 0]), 'ERR_VALUE', /finite numbers for x, got NaN at row 1/],
    [() => new linear.LogisticRegression().fit([1, 2], [0, 1]), 'ERR_SHAPE', /rows of features \[n, p\] for x/],
    [() => new linear.LogisticRegression().fit(x, y, { sampleWeight: [1, 1] }), 'ERR_SHAPE', /4 weights for sampleWeight/],
    [() => new linear.LogisticRegression().fit(x, y, { sampleWeight: [1, -1, 1, 1] }), 'ERR_VALUE', /weights of 0 or more/],
    [() => new linear.LogisticRegression().fit(x, y, { sampleWeight: [1, 0, 1, 0] }), 'ERR_VALUE', /every row of class 1 has weight 0/],
    [() => new linear.LogisticRegression({ classWeight: { 7: 1 } }).fit(x, y), 'ERR_OPTION', /labels of y \(0, 1\) in classWeight, got 7/],
    [() => new linear.LogisticRegression({ classWeight: { 1: 0 } }).fit(x, y), 'ERR_VALUE', /every row of class 1/],
    [() => new linear.LogisticRegression().predict(x), 'ERR_NOT_COMPILED', /logisticRegression: predict before fit/],
    [async () => (await new linear.LogisticRegression().fit(x, y)).predict([[1, 2, 3]]), 'ERR_SHAPE', /expected 2 features for x/],
    [() => new linear.LogisticRegression().fit(x, y, { sampelWeight: [] } as object), 'ERR_OPTION', /unknown option 'sampelWeight'/],
  ])('%s', async (work, code, message) => {
    const error = await (work as () => Promise<unknown>)().catch((e: unknown) => e);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test.each([1e-200, 1e150, 1e300])('values of %d end in finite weights, or in a warning', async (scale) => {
    for (const penalty of ['l2', 'l1', 'none'] as const) {
      const model = await new linear.LogisticRegression({ penalty, maxIter: 200 }).fit(
        new NDArray(Float64Array.of(-scale, scale, 2 * scale, -3 * scale), [4, 1]),
        [0, 1, 0, 0],
      );
      expect(model.warnings.length === 1 || Number.isFinite(model.coef.data[0])).toBe(true);
    }
  });

  test('the native algorithm refuses sizes that do not fit', () => {
    const numbers = [1, 4, 2, 2, 1, 1, 0, 1, 1e-4, 10, 0];
    const inputs = [new Float64Array(8), new Int32Array(4), new Float64Array(4), new Float64Array(6)];
    const solve = (change: Record<number, number>, arrays: (Float64Array | Int32Array)[] = inputs, lengths = [6, 7]) =>
      loadNative().solve(
        'classifier',
        Float64Array.from(numbers, (v, i) => change[i] ?? v),
        arrays,
        Float64Array.from(lengths),
        null,
      );
    const replaced = (at: number, array: Float64Array | Int32Array) => inputs.map((a, i) => (i === at ? array : a));
    for (const change of [
      { 0: 3 },
      { 1: 5 },
      { 1: -1 },
      { 1: Number.NaN },
      { 2: 2 ** 40 },
      { 3: 3 },
      { 4: 2 },
      { 5: 2 },
      { 7: -1 },
      { 8: Number.NaN },
      { 0: 0 },
      { 10: 1 },
    ] as Record<number, number>[])
      expect(() => solve(change), JSON.stringify(change)).toThrow(/classifier/);
    expect(() => solve({}, replaced(0, new Float64Array(7)))).toThrow('x');
    expect(() => solve({}, replaced(1, Int32Array.of(0, 1, 2, 0)))).toThrow('labels below');
    expect(() => solve({}, replaced(1, Int32Array.of(0, -1, 1, 0)))).toThrow('labels below');
    expect(() => solve({}, replaced(3, new Float64Array(5)))).toThrow('start');
    expect(() => solve({}, inputs, [5, 7])).toThrow('parameters');
    expect(() => solve({}, inputs, [6, 14])).toThrow('report');
  });

  test('it runs off the JavaScript thread, tells progress and stops when asked', async () => {
    const rows = 20000;
    const big = normals(rows, 50, 5);
    const labels = Int32Array.from({ length: rows }, (_, i) => (i * 7919) % 10);
    const controller = new AbortController();
    const seen: number[] = [];
    let turns = 0;
    const timer = setInterval(() => turns++, 2);
    const fit = new linear.LogisticRegression({ tol: 1e-300, maxIter: 1e6, penalty: 'l1' }).fit(big, labels, {
      signal: controller.signal,
      onProgress: ({ done, total, value }) => {
        seen.push(done);
        expect(total).toBe(1e6);
        expect(value).toBeGreaterThan(0);
        if (seen.length === 2) controller.abort();
      },
    });
    await expect(fit).rejects.toMatchObject({ code: 'ABORT_ERR' });
    clearInterval(timer);
    expect(seen[1]).toBeGreaterThan(seen[0]);
    expect(turns).toBeGreaterThan(3);
  });
});
