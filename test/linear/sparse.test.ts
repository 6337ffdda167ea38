/** What solvers of sparse weights promise, checked without a peer: conditions of a minimum, gaps, warnings, errors, bits. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createRandom } from '../../lib/data/prng.ts';
import { info, linear, NDArray, ndarray, setThreads } from '../../lib/index.ts';
import { goldenData, standardized } from '../support/linear-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-sparse-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function matrix(rows: number, columns: number, seed: number): NDArray {
  const { random } = createRandom(seed);
  return new NDArray(
    Float64Array.from({ length: rows * columns }, () => random() * 2 - 1),
    [rows, columns],
  );
}
const column = (x: NDArray, j: number): Float64Array => Float64Array.from({ length: x.shape[0] }, (_, i) => x.data[i * x.shape[1] + j]);
const set = (x: NDArray, j: number, of: (i: number) => number) => {
  for (let i = 0; i < x.shape[0]; i++) x.data[i * x.shape[1] + j] = of(i);
};
const targets = (x: NDArray, seed: number): NDArray => {
  const noise = matrix(x.shape[0], 1, seed).data;
  return new NDArray(
    Float64Array.from(noise, (e, i) => 3 + 2 * x.data[i * x.shape[1]] - x.data[i * x.shape[1] + x.shape[1] - 1] + 0.1 * e),
    [x.shape[0]],
  );
};

/** By how much the conditions of a minimum are broken, as a share of the l1 penalty; and the gap as a share of the squares of y, both from the data anew. */
function conditions(x: NDArray, y: NDArray, coef: NDArray, intercept: number, alpha: number, ratio: number) {
  const [n, p] = x.shape;
  const weights = Float64Array.from(coef.data);
  const residual = Float64Array.from({ length: n }, (_, i) => {
    let f = intercept;
    for (let j = 0; j < p; j++) f += coef.data[j] * x.data[i * p + j];
    return y.data[i] - f;
  });
  const mean = Float64Array.from(y.data).reduce((a, b) => a + b, 0) / n;
  const [l1, l2] = [alpha * ratio * n, alpha * (1 - ratio) * n];
  let worst = Math.abs(residual.reduce((a, b) => a + b, 0)) / l1;
  let largest = 0;
  for (let j = 0; j < p; j++) {
    const middle = column(x, j).reduce((a, b) => a + b, 0) / n;
    const slope = residual.reduce((sum, r, i) => sum + r * (x.data[i * p + j] - middle), 0) - l2 * coef.data[j];
    const off = coef.data[j] === 0 ? Math.abs(slope) - l1 : Math.abs(slope - Math.sign(coef.data[j]) * l1);
    worst = Math.max(worst, off / l1);
    largest = Math.max(largest, Math.abs(slope));
  }
  const dot = (f: (i: number) => number) => residual.reduce((sum, _, i) => sum + f(i), 0);
  const squares = dot((i) => residual[i] ** 2) + l2 * weights.reduce((sum, w) => sum + w * w, 0);
  const scale = Math.min(1, l1 / largest);
  const absolute = weights.reduce((sum, w) => sum + Math.abs(w), 0);
  const gap = 0.5 * (1 + scale ** 2) * squares + l1 * absolute - scale * dot((i) => residual[i] * (y.data[i] - mean));
  return { worst, gap: gap / dot((i) => (y.data[i] - mean) ** 2) };
}

const hard: Record<string, () => NDArray> = {
  'duplicate columns': () => {
    const x = matrix(60, 12, 1);
    set(x, 3, (i) => x.data[i * 12]);
    set(x, 4, (i) => -x.data[i * 12]);
    return x;
  },
  'constant columns and columns of zeros': () => {
    const x = matrix(60, 12, 2);
    set(x, 3, () => 0.1);
    set(x, 4, () => 0);
    set(x, 5, () => 1e9);
    return x;
  },
  'columns of very different size and far from 0': () => {
    const x = matrix(60, 12, 3);
    set(x, 3, (i) => 1e5 * x.data[i * 12 + 3]);
    set(x, 4, (i) => 1e6 + x.data[i * 12 + 4]);
    set(x, 5, (i) => 1e-4 * x.data[i * 12 + 5]);
    return x;
  },
  'columns that nearly depend on each other': () => {
    const x = matrix(80, 20, 4);
    for (let j = 1; j < 20; j++) set(x, j, (i) => x.data[i * 20 + j - 1] + 1e-3 * x.data[i * 20 + j]);
    return x;
  },
  'many more columns than rows': () => matrix(30, 600, 5),
};

describe.each(Object.entries(hard))('%s', (_, make) => {
  const x = make();
  const y = targets(x, 9);
  test.each([
    ['lasso', 1],
    ['elastic net', 0.4],
  ])('%s is at its minimum', async (_name, l1Ratio) => {
    for (const precompute of [false, true]) {
      for (const alpha of [0.2, 0.005]) {
        const model = await new linear.ElasticNet({ alpha, l1Ratio, precompute, tol: 1e-10, maxIter: 20_000 }).fit(x, y);
        expect(model.warnings).toEqual([]);
        const found = conditions(x, y, model.coef, model.intercept as number, alpha, l1Ratio);
        expect(found.worst).toBeLessThan(1e-4);
        expect(found.gap).toBeLessThan(2e-10);
        expect(model.dualityGap).toBeLessThanOrEqual(1e-10 * Float64Array.from(y.data).reduce((sum, v) => sum + v * v, 0));
      }
    }
  });

  test('a path is at its minimum everywhere', async () => {
    const path = await linear.lassoPath(x, y, { nAlphas: 8, eps: 1e-2, tol: 1e-10, maxIter: 20_000 });
    path.alphas.data.forEach((alpha, k) => {
      const found = conditions(x, y, path.coefs.rows(k, k + 1).reshape(-1), path.intercepts.data[k], alpha, 1);
      expect(found.gap).toBeLessThan(2e-10);
    });
  });
});

describe('lasso', () => {
  const x = matrix(200, 30, 11);
  const y = targets(x, 12);

  test('gaps that stay open are a warning that tells them', async () => {
    const emit = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    try {
      const steep = standardized(goldenData('breast-cancer'));
      const lasso = await new linear.Lasso({ alpha: 1e-4, maxIter: 2, tol: 1e-12 }).fit(steep.x, steep.y);
      expect(lasso.warnings).toHaveLength(1);
      expect(lasso.warnings[0]).toMatch(
        /^lasso: coordinate descent did not converge: the duality gap is \S+ after 2 sweeps, more than tol = 1e-12/,
      );
      expect(lasso.dualityGap).toBeGreaterThan(0);
      expect(emit).toHaveBeenCalledWith(lasso.warnings[0], { type: 'ConvergenceWarning', code: 'RIDGELINE_CONVERGENCE' });
      const path = await linear.lassoPath(steep.x, steep.y, { maxIter: 1, tol: 1e-12, nAlphas: 5 });
      expect(path.warnings[0]).toMatch(/^lassoPath: \d of 5 fits did not converge/);
      const cv = await new linear.LassoCV({ maxIter: 1, tol: 1e-12, nAlphas: 5 }).fit(steep.x, steep.y);
      expect(cv.warnings[0]).toMatch(/^lassoCV: \d+ of 25 fits on folds did not converge/);
      // A later fit that converges has nothing to warn of.
      await lasso.fit(x, new Float64Array(200));
      expect(lasso.warnings).toEqual([]);
    } finally {
      emit.mockRestore();
    }
  });

  test('mistakes are named', async () => {
    expect(() => new linear.Lasso({ alpha: -1 })).toThrow('lasso: expected a finite number of 0 or more for alpha, got -1');
    expect(() => new linear.ElasticNet({ l1Ratio: 1.5 })).toThrow('elasticNet: expected a number in [0, 1] for l1Ratio');
    expect(() => new linear.Lasso({ maxIter: 0 })).toThrow('lasso: expected a positive integer for maxIter');
    expect(() => new linear.Lasso({ tol: -1 })).toThrow('for tol');
    expect(() => new linear.Lasso({ selection: 'greedy' as never })).toThrow("expected one of 'cyclic', 'random' for selection");
    expect(() => new linear.Lasso({ l1ratio: 1 } as never)).toThrow("lasso: unknown option 'l1ratio'");
    expect(() => new linear.LassoCV({ cv: 1 })).toThrow('lassoCV: expected an integer of 2 or more');
    expect(() => new linear.ElasticNetCV({ l1Ratio: 0 })).toThrow('for l1Ratio');
    expect(() => new linear.OrthogonalMatchingPursuit({ nNonzeroCoefs: 2, tol: 1 })).toThrow('expected one of nNonzeroCoefs and tol');
    const lasso = new linear.Lasso();
    expect(() => lasso.coef).toThrow('lasso: coef before fit');
    expect(() => lasso.dualityGap).toThrow('lasso: dualityGap before fit');
    await expect(lasso.predict(x)).rejects.toThrow('lasso: predict before fit');
    await expect(lasso.fit(x, [1, 2])).rejects.toThrow('lasso: x has 200 rows and y has 2');
    await expect(lasso.fit([[1, Number.NaN]], [1])).rejects.toThrow('expected finite numbers for x, got NaN at row 0, column 1');
    await expect(new linear.Lasso({ fitIntercept: false }).fit([[1, 1e200]], [1])).rejects.toThrow('lasso: the squares of a feature of x');
    const pursuit = new linear.OrthogonalMatchingPursuit({ fitIntercept: false });
    await expect(pursuit.fit([[1, Number.NaN]], [1])).rejects.toThrow('orthogonalMatchingPursuit');
    await expect(pursuit.fit([[1, 1e200]], [1])).rejects.toThrow('the squares of a feature of x');
    await expect(lasso.fit(x, y, { sampleWeight: y.data.map(() => -1) })).rejects.toThrow('weights of 0 or more for sampleWeight');
    await expect(linear.lassoPath(x, y, { alphas: [1, -2] })).rejects.toThrow(
      'lassoPath: expected a list of finite numbers of 0 or more for alphas',
    );
    await expect(linear.enetPath(x, y, { l1Ratio: 0 })).rejects.toThrow('enetPath: expected alphas where l1Ratio is 0');
    await expect(linear.lassoPath(x, matrix(200, 2, 1))).rejects.toThrow('lassoPath: expected targets [n] for y, got [200, 2]');
    await expect(new linear.LassoCV({ cv: 300 }).fit(x, y)).rejects.toThrow('at most as many folds as rows for cv, got 300 for 200 rows');
    await expect(new linear.LassoCV({ cv: [0, 1] }).fit(x, y)).rejects.toThrow('lassoCV: x has 200 rows and cv has 2 folds');
    await expect(new linear.Lasso({ precompute: matrix(2, 2, 1) }).fit(x, y)).rejects.toThrow(
      'Gram matrix [30, 30] for precompute, got shape [2, 2]',
    );
    await expect(new linear.Lasso({ precompute: matrix(30, 30, 1) }).fit(x, y)).rejects.toThrow('precompute is not the Gram matrix');
    await expect(new linear.OrthogonalMatchingPursuit({ nNonzeroCoefs: 31 }).fit(x, y)).rejects.toThrow('at most 30 (the features)');
    await lasso.fit(x, y);
    await expect(lasso.predict(matrix(2, 3, 1))).rejects.toThrow('expected 30 features for x, as in fit, got 3');
  });

  test.each([0, 0.97])(
    'matching pursuit is the same by rows of the Gram matrix, made some at a time, and by all of it: correlation %d',
    async (rho) => {
      const [n, p] = [500, 300];
      const wide = matrix(n, p, 11);
      const data = wide.data as Float64Array;
      for (let i = 0; i < n; i++) for (let j = 1; j < p; j++) data[i * p + j] += rho * data[i * p + j - 1];
      const goal = Float64Array.from({ length: n }, (_, i) => {
        let sum = Math.sin(i);
        for (let j = 0; j < p; j += 5) sum += data[i * p + j] * Math.cos(j);
        return sum;
      });
      const fits = await Promise.all(
        ([true, 'auto', false] as const).map((precompute) =>
          new linear.OrthogonalMatchingPursuit({ nNonzeroCoefs: 70, precompute }).fit(wide, goal),
        ),
      );
      const [whole, ...others] = fits.map((fit) => Array.from(fit.coef.data));
      expect(whole.filter((w) => w !== 0)).toHaveLength(70);
      for (const coef of others) coef.forEach((w, j) => expect(w).toBeCloseTo(whole[j], 9));
    },
  );

  test('what is handed over may change as soon as fit has been called', async () => {
    const [first, goal] = [matrix(200, 30, 5), Float64Array.from(y.data)];
    const want = (await new linear.Lasso({ alpha: 0.01 }).fit(matrix(200, 30, 5), y)).coef.data;
    const chosen = (await new linear.OrthogonalMatchingPursuit().fit(matrix(200, 30, 5), y)).coef.data;
    const running = new linear.Lasso({ alpha: 0.01 }).fit(first, goal);
    const pursuing = new linear.OrthogonalMatchingPursuit().fit(first, goal);
    (first.data as Float64Array).fill(Number.NaN);
    goal.fill(0);
    expect((await running).coef.data).toEqual(want);
    expect((await pursuing).coef.data).toEqual(chosen);
  });

  test('sparse matrices are checked, put in order and added up', async () => {
    const good = { data: [1, 2, 3], indices: [2, 0, 0], indptr: [0, 3, 3], shape: [2, 3] };
    expect(ndarray.csr(good).toArray()).toEqual([
      [5, 0, 1],
      [0, 0, 0],
    ]);
    expect(() => ndarray.csr({ ...good, indices: [0, 1] })).toThrow('ndarray.csr: expected one column for each of 3 numbers');
    expect(() => ndarray.csr({ ...good, indices: [0, 1, 3] })).toThrow('expected columns from 0 to 2 for indices, got 3 at position 2');
    expect(() => ndarray.csr({ ...good, indptr: [0, 3] })).toThrow('expected 3 positions for indptr, got 2');
    expect(() => ndarray.csr({ ...good, indptr: [0, 4, 3] })).toThrow('expected ascending positions');
    expect(() => ndarray.csr({ ...good, shape: [2] })).toThrow('expected [rows, columns] for shape');
    const bad = ndarray.csr({ ...good, data: [1, Infinity, 3] });
    await expect(new linear.Lasso().fit(bad, [1, 2])).rejects.toThrow('expected finite numbers for x');
  });

  test('the bits do not depend on the number of threads, nor on how often', async () => {
    const before = info().threads;
    const wide = matrix(150, 2000, 1);
    const goal = targets(wide, 2);
    const all: ArrayLike<number>[][] = [];
    for (const threads of [1, 2, 3, 2]) {
      setThreads(threads);
      const lasso = await new linear.Lasso({ alpha: 0.01 }).fit(wide, goal);
      const cv = await new linear.LassoCV({ nAlphas: 5, eps: 0.1 }).fit(wide, goal);
      const omp = await new linear.OrthogonalMatchingPursuit({ nNonzeroCoefs: 20 }).fit(wide, goal);
      all.push([lasso.coef.data, cv.msePath.data, omp.coef.data]);
    }
    setThreads(before);
    for (const other of all.slice(1)) expect(other).toEqual(all[0]);
  });

  test('random order, a Gram matrix that was given, several outputs and a warm start give the same', async () => {
    const tight = { alpha: 0.02, tol: 1e-12 };
    const plain = await new linear.Lasso(tight).fit(x, y);
    const near = (other: linear.Lasso) =>
      expect(Math.max(...other.coef.data.slice(0, 30).map((w, j) => Math.abs(w - plain.coef.data[j])))).toBeLessThan(1e-7);
    near(await new linear.Lasso({ ...tight, selection: 'random', seed: 3 }).fit(x, y));
    const means = Array.from({ length: 30 }, (_, j) => column(x, j).reduce((a, b) => a + b, 0) / 200);
    const centered = Array.from({ length: 30 }, (_, j) => column(x, j).map((v) => v - means[j]));
    const gram = centered.map((a) => centered.map((b) => a.reduce((sum, v, i) => sum + v * b[i], 0)));
    near(await new linear.Lasso({ ...tight, precompute: gram }).fit(x, y));
    const two = Array.from(y.data, (v, i) => [v, x.data[30 * i + 4]]);
    const both = await new linear.Lasso(tight).fit(x, two);
    expect(both.coef.shape).toEqual([2, 30]);
    expect(both.iterations).toHaveLength(2);
    near(both);
    const warm = new linear.Lasso({ ...tight, warmStart: true });
    near(await warm.fit(x, y));
    near(await warm.fit(x, y));
    expect(warm.iterations).toBe(0);
  });

  test('sparse weights, dataset of one estimator, and files', async () => {
    const lasso = await new linear.Lasso({ alpha: 0.1 }).fit(x, y);
    const { data, indices, indptr } = lasso.sparseCoef;
    expect(Array.from(indptr)).toEqual([0, data.length]);
    expect(Array.from(indices, (j) => lasso.coef.data[j])).toEqual(Array.from(data));
    expect(lasso.sparseCoef.toArray()[0]).toEqual(Array.from(lasso.coef.data));
    for (const model of [
      lasso,
      await new linear.ElasticNet({ alpha: 0.1, l1Ratio: 0.3 }).fit(x, y),
      await new linear.LassoCV({ nAlphas: 6 }).fit(x, y),
      await new linear.ElasticNetCV({ nAlphas: 6, l1Ratio: [0.5, 0.9] }).fit(x, y),
      await new linear.OrthogonalMatchingPursuit({ nNonzeroCoefs: 3 }).fit(x, y),
    ]) {
      const path = join(folder, `${model.kind}.safetensors`);
      await model.save(path);
      const loaded = (await linear.loadEstimator(path)) as typeof model;
      expect(loaded.constructor).toBe(model.constructor);
      expect(loaded.options).toEqual(model.options);
      expect((await loaded.predict(x)).data).toEqual((await model.predict(x)).data);
      expect(loaded.iterations).toEqual(model.iterations);
      if (model instanceof linear.LassoCV) expect((loaded as linear.LassoCV).msePath.data).toEqual(model.msePath.data);
    }
  });

  test('one standard error gives a larger penalty whose error is within reach of the least', async () => {
    const best = await new linear.LassoCV({ nAlphas: 30 }).fit(x, y);
    expect(best.warnings).toEqual([]);
    const plain = await new linear.LassoCV({ nAlphas: 30, rule: 'oneStandardError' }).fit(x, y);
    const folds = Array.from(best.msePath.toArray() as number[][]);
    const mean = (e: number[]) => e.reduce((a, b) => a + b, 0) / e.length;
    const means = folds.map(mean);
    const least = means.indexOf(Math.min(...means));
    const error = Math.sqrt(folds[least].reduce((sum, e) => sum + (e - means[least]) ** 2, 0) / 4 / 5);
    expect(best.alpha).toBe(best.alphas.data[least]);
    const first = means.findIndex((m) => m <= means[least] + error);
    expect(plain.alpha).toBe(best.alphas.data[first]);
    expect(first).toBeLessThan(least);
  });

  test('stops when asked to, and tells how far it is', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(new linear.Lasso().fit(x, y, { signal: controller.signal })).rejects.toMatchObject({ code: 'ABORT_ERR' });
    const wide = matrix(300, 3000, 4);
    const late = new AbortController();
    let reports = 0;
    const fitting = linear.lassoPath(wide, targets(wide, 5), {
      tol: 1e-13,
      nAlphas: 2000,
      eps: 1e-4,
      signal: late.signal,
      onProgress: ({ done, total }) => {
        reports++;
        expect(done).toBeLessThanOrEqual(total);
        late.abort();
      },
    });
    await expect(fitting).rejects.toMatchObject({ code: 'ABORT_ERR' });
    expect(reports).toBeGreaterThan(0);
  });

  test('orthogonal matching pursuit ends where features depend on each other, and finds what made y', async () => {
    const emit = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const few = matrix(20, 3, 1);
    set(few, 1, (i) => 2 * few.data[3 * i]);
    set(few, 2, (i) => -few.data[3 * i]);
    const noisy = await new linear.OrthogonalMatchingPursuit({ nNonzeroCoefs: 2 }).fit(few, matrix(20, 1, 2).reshape(-1));
    emit.mockRestore();
    expect(noisy.iterations).toBe(1);
    const made = column(x, 3).map((v, i) => 4 * v - 3 * x.data[30 * i + 7] + 1);
    const omp = await new linear.OrthogonalMatchingPursuit({ tol: 1e-9 }).fit(x, made);
    expect(Array.from(omp.sparseCoef.indices)).toEqual([3, 7]);
    expect(omp.coef.data[3]).toBeCloseTo(4, 10);
    expect(omp.intercept).toBeCloseTo(1, 10);
    expect((await new linear.OrthogonalMatchingPursuit().fit(x, new Float64Array(200))).iterations).toBe(0);
  });
});
