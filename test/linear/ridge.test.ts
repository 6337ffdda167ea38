import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { datasets, linear, NDArray, ndarray } from '../../lib/index.ts';
import { createRandom } from '../../lib/data/prng.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-ridge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function matrix(rows: number, columns: number, seed: number): NDArray {
  const { random } = createRandom(seed);
  return new NDArray(
    Float64Array.from({ length: rows * columns }, () => random() * 2 - 1),
    [rows, columns],
  );
}

/** The gradient of sum w (y - Xb - c)^2 + alpha |b|^2 by the coefficients and the intercept, at the solution. */
function slope(x: NDArray, y: NDArray, coef: NDArray, intercept: number | NDArray, alpha: number, weights?: ArrayLike<number>) {
  const [n, p] = x.shape;
  const outputs = y.shape[1] ?? 1;
  let worst = 0;
  for (let t = 0; t < outputs; t++) {
    const c = typeof intercept === 'number' ? intercept : intercept.data[t];
    const gradient = new Float64Array(p + 1);
    for (let i = 0; i < n; i++) {
      let residual = c - y.data[i * outputs + t];
      for (let j = 0; j < p; j++) residual += x.data[i * p + j] * coef.data[t * p + j];
      residual *= weights?.[i] ?? 1;
      for (let j = 0; j < p; j++) gradient[j] += residual * x.data[i * p + j];
      gradient[p] += residual;
    }
    for (let j = 0; j < p; j++) gradient[j] += alpha * coef.data[t * p + j];
    worst = Math.max(worst, ...gradient.map(Math.abs));
  }
  return worst;
}

describe('ridge', () => {
  test.each([
    [50, 7],
    [7, 50],
    [1, 3],
    [300, 150],
    [150, 300],
    [600, 513],
  ])('the slope of the objective is zero at the solution, %i rows of %i features', async (n, p) => {
    const x = matrix(n, p, 1);
    const y = matrix(n, 3, 2);
    const weights = Float64Array.from({ length: n }, (_, i) => 0.5 + (i % 3));
    const ridge = await new linear.Ridge({ alpha: 0.7 }).fit(x, y, { sampleWeight: weights });
    expect(ridge.coef.shape).toEqual([3, p]);
    expect(slope(x, y, ridge.coef, ridge.intercept, 0.7, weights)).toBeLessThan(1e-11 * n);
  });

  test('a column whose mean is far from most of its numbers, or from the ones first looked at, costs no digits', async () => {
    const n = 1001;
    const x = matrix(n, 4, 8);
    for (let i = 0; i < n; i++) x.data[4 * i] += 1e7;
    // The first, the middle and the last row, of which a number is taken off at first, are a thousand deviations from the mean.
    for (const i of [0, 500, 1000]) x.data[4 * i + 1] = 1000 + x.data[4 * i + 2];
    const y = new NDArray(
      Float64Array.from({ length: n }, (_, i) => 3 * (x.data[4 * i] - 1e7) - 2 * x.data[4 * i + 1] + x.data[4 * i + 3] + 7),
      [n],
    );
    const [closed, spectral] = await Promise.all([
      new linear.Ridge({ alpha: 1e-3 }).fit(x, y),
      new linear.Ridge({ alpha: 1e-3, solver: 'svd' }).fit(x, y),
    ]);
    closed.coef.data.forEach((w, j) => {
      expect(Math.abs(w - spectral.coef.data[j])).toBeLessThan(1e-9);
    });
  });

  test('one target gives a list and a number, and predictions [n]', async () => {
    const x = matrix(30, 4, 3);
    const y = new NDArray(
      Float64Array.from({ length: 30 }, (_, i) => 2 * x.data[4 * i] - x.data[4 * i + 3] + 5),
      [30],
    );
    const ridge = await new linear.Ridge({ alpha: 1e-9 }).fit(x, y);
    expect(ridge.coef.shape).toEqual([4]);
    expect(ridge.intercept).toBeCloseTo(5, 8);
    const predicted = await ridge.predict(x);
    expect(predicted.shape).toEqual([30]);
    expect(Math.max(...predicted.data.map((v, i) => Math.abs(v - y.data[i])))).toBeLessThan(1e-7);
    expect(await ridge.score(x, y)).toBeCloseTo(1, 12);
  });

  test('takes a dataset, flattens shaped rows, and is saved', async () => {
    const digits = datasets.digits().take(200);
    const ridge = await new linear.Ridge({ alpha: 10 }).fit(digits);
    expect(ridge.coef.shape).toEqual([64]);
    const path = join(folder, 'ridge.safetensors');
    await ridge.save(path);
    const loaded = await linear.loadEstimator(path, linear.Ridge);
    expect(loaded).toBeInstanceOf(linear.Ridge);
    expect(loaded.options).toEqual({ alpha: 10 });
    expect((await loaded.predict(digits)).data).toEqual((await ridge.predict(digits)).data);
  });

  test('mistakes are named', async () => {
    const x = matrix(5, 2, 1);
    const y = [1, 2, 3, 4, 5];
    expect(() => new linear.Ridge({ alpha: -1 })).toThrow('ridge: expected a number in [0, inf)');
    expect(() => new linear.Ridge({ alhpa: 1 } as never)).toThrow("Did you mean 'alpha'?");
    const ridge = new linear.Ridge();
    expect(() => ridge.coef).toThrow('ridge: coef before fit');
    await expect(ridge.predict(x)).rejects.toThrow('ridge: predict before fit');
    await expect(ridge.fit(x, [1, 2])).rejects.toThrow('ridge: x has 5 rows and y has 2');
    await expect(ridge.fit([1, 2, 3], [1, 2, 3])).rejects.toThrow('expected rows of features [n, p] for x, got shape [3]');
    await expect(ridge.fit([[1, Number.NaN]], [1])).rejects.toThrow('expected finite numbers for x, got NaN at row 0, column 1');
    for (const solver of ['auto', 'cholesky', 'svd'] as const)
      for (const fitIntercept of [true, false])
        for (const odd of [Number.NaN, Infinity, -Infinity])
          for (const wide of [1, 7]) {
            const rows = Array.from({ length: 5 }, (_, i) =>
              Array.from({ length: wide }, (_, j) => (i === 3 && j === wide - 1 ? odd : i + j * j)),
            );
            await expect(new linear.Ridge({ solver, fitIntercept }).fit(rows, y)).rejects.toThrow(
              `expected finite numbers for x, got ${odd} at row 3`,
            );
          }
    await expect(ridge.fit(x, [1, 2, 3, Infinity, 5])).rejects.toThrow('expected finite numbers for y, got Infinity at row 3');
    await expect(ridge.fit(x, y, { sampleWeight: [1, 1, -1, 1, 1] })).rejects.toThrow(
      'weights of 0 or more for sampleWeight, got -1 at row 2',
    );
    await expect(ridge.fit(x, y, { weights: [1] } as never)).rejects.toThrow("unknown option 'weights'");
    await ridge.fit(x, y);
    await expect(ridge.predict(matrix(2, 3, 1))).rejects.toThrow('expected 2 features for x, as in fit, got 3');
  });

  test('stops when asked to', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(new linear.Ridge().fit(matrix(5, 2, 1), [1, 2, 3, 4, 5], { signal: controller.signal })).rejects.toMatchObject({
      code: 'ABORT_ERR',
    });
    const late = new AbortController();
    const x = matrix(2000, 700, 1);
    const fitting = new linear.Ridge().fit(x, matrix(2000, 1, 2), { signal: late.signal });
    late.abort();
    await expect(fitting).rejects.toMatchObject({ code: 'ABORT_ERR' });
  });

  test('the bits do not depend on the number of threads', async () => {
    const { setThreads, info } = await import('../../lib/index.ts');
    const before = info().threads;
    const x = matrix(1500, 300, 1);
    const y = matrix(1500, 1, 2);
    const coefs: ArrayLike<number>[] = [];
    for (const threads of [1, 2, 3]) {
      setThreads(threads);
      coefs.push((await new linear.Ridge().fit(x, y)).coef.data);
    }
    setThreads(before);
    expect(coefs[1]).toEqual(coefs[0]);
    expect(coefs[2]).toEqual(coefs[0]);
  });

  test('any number of rows is all rows and no more', async () => {
    for (const columns of [1, 3]) {
      for (let rows = columns + 1; rows <= 140; rows++) {
        const [x, y] = [matrix(rows, columns, rows), matrix(rows, 1, 7)];
        const ridge = await new linear.Ridge({ alpha: 0.3 }).fit(x, y);
        expect(slope(x, y, ridge.coef, ridge.intercept, 0.3), `${rows} rows of ${columns}`).toBeLessThan(1e-11);
      }
    }
  });

  test('float32 and plain numbers are taken too', async () => {
    const ridge = await new linear.Ridge({ alpha: 0, fitIntercept: false }).fit(ndarray([[1], [2], [3]]), [2, 4, 6]);
    expect(ridge.coef.data[0]).toBeCloseTo(2, 12);
    expect(ridge.intercept).toBe(0);
  });
});
