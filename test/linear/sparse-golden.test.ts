/** Lasso, elastic net, their paths and cross-validated forms against scikit-learn (test/golden/make_linear_sparse.py), at a tolerance of 1e-10. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linear, type NDArray } from '../../lib/index.ts';
import { digits, goldenData, type Labelled, sparseRows, standardized } from '../support/linear-data.ts';

interface Result {
  readonly data: string;
  readonly kind: string;
  readonly weighted: boolean;
  readonly alpha: number;
  readonly coef: number[];
  readonly intercept: number;
  readonly score: number;
}
const golden = JSON.parse(readFileSync(new URL('../golden/linear_sparse.json', import.meta.url), 'utf8')) as {
  fits: (Result & { options: { l1_ratio?: number; positive?: boolean; fit_intercept?: boolean } })[];
  sparse: (Result & { fitIntercept: boolean })[];
  paths: { data: string; kind: string; alphas: number[]; coefs: number[][] }[];
  crosses: (Result & { l1Ratio?: number; alphas: number[] | number[][]; msePath: number[][] | number[][][] })[];
  pursuits: (Result & { precompute: boolean; options: { n_nonzero_coefs?: number; tol?: number; fit_intercept?: boolean } })[];
  outputs: { coef: number[][]; intercept: number[]; score: number };
};
const data: Record<string, Labelled> = {
  diabetes: standardized(goldenData('diabetes')),
  'breast-cancer': standardized(goldenData('breast-cancer')),
  digits: digits(),
};
const weightsOf = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => 0.25 + ((i * 7) % 5) / 2);
const exact = { tol: 1e-10, maxIter: 100_000 };

/** The largest difference as a share of the largest number. */
function apart(got: ArrayLike<number>, want: ArrayLike<number>): number {
  const scale = Math.max(...Array.from(want, Math.abs), 1e-300);
  return Math.max(...Array.from(want, (w, i) => Math.abs(got[i] - w))) / scale;
}
function expectSame(coef: NDArray, want: readonly number[]): void {
  expect(apart(coef.data, want)).toBeLessThan(1e-6);
  expect(Array.from(coef.data, (v) => v !== 0)).toEqual(want.map((v) => v !== 0));
}

describe('against scikit-learn', () => {
  test.each(golden.fits.map((g) => [`${g.kind} ${g.data} ${g.alpha} ${JSON.stringify(g.options)} ${g.weighted}`, g] as const))(
    '%s',
    async (_, g) => {
      const { x, y } = data[g.data];
      const common = { alpha: g.alpha, positive: g.options.positive ?? false, fitIntercept: g.options.fit_intercept ?? true, ...exact };
      const model =
        g.kind === 'lasso' ? new linear.Lasso(common) : new linear.ElasticNet({ ...common, l1Ratio: g.options.l1_ratio ?? 0.5 });
      const sampleWeight = g.weighted ? weightsOf(y.size) : undefined;
      await model.fit(x, y, { sampleWeight });
      expectSame(model.coef, g.coef);
      expect(model.intercept).toBeCloseTo(g.intercept, 6);
      expect(await model.score(x, y, { sampleWeight })).toBeCloseTo(g.score, 9);
      expect(model.warnings).toEqual([]);
    },
  );

  test.each(golden.sparse)('sparse rows, alpha $alpha, intercept $fitIntercept', async (g) => {
    const { x, y } = data.digits;
    const csr = sparseRows(x);
    const lasso = await new linear.Lasso({ alpha: g.alpha, fitIntercept: g.fitIntercept, ...exact }).fit(csr, y);
    expectSame(lasso.coef, g.coef);
    expect(lasso.intercept).toBeCloseTo(g.intercept, 6);
    expect(await lasso.score(csr, y)).toBeCloseTo(g.score, 9);
    expect((await lasso.predict(csr)).data[5]).toBeCloseTo((await lasso.predict(x)).data[5], 12);
  });

  test.each(golden.paths)('the path of $kind on $data', async ({ data: name, kind, alphas, coefs }) => {
    const { x, y } = data[name];
    for (const precompute of [false, true]) {
      const options = { eps: 1e-2, nAlphas: 12, fitIntercept: false, precompute, ...exact };
      const path = await (kind === 'lasso' ? linear.lassoPath(x, y, options) : linear.enetPath(x, y, { ...options, l1Ratio: 0.5 }));
      expect(apart(path.alphas.data, alphas)).toBeLessThan(1e-12);
      coefs.forEach((want, k) => {
        // The first one is 0 but for rounding.
        if (k > 0) expectSame(path.coefs.rows(k, k + 1).reshape(-1), want);
      });
      expect(path.warnings).toEqual([]);
    }
  });

  test.each(golden.crosses)('$kind on $data, weights $weighted', async (g) => {
    const { x, y } = data[g.data];
    const sampleWeight = g.weighted ? weightsOf(y.size) : undefined;
    const common = { eps: 1e-2, ...exact };
    const model =
      g.kind === 'lassoCv'
        ? new linear.LassoCV({ nAlphas: 20, cv: 4, ...common })
        : new linear.ElasticNetCV({ nAlphas: 10, cv: 5, l1Ratio: [0.3, 0.7, 1], ...common });
    await model.fit(x, y, { sampleWeight });
    expect(apart(model.alphas.data, g.alphas.flat())).toBeLessThan(1e-12);
    expect(apart(model.msePath.data, g.msePath.flat(2))).toBeLessThan(1e-8);
    expect(model.alpha).toBeCloseTo(g.alpha, 12);
    if (model instanceof linear.ElasticNetCV) expect(model.l1Ratio).toBe(g.l1Ratio);
    expectSame(model.coef, g.coef);
    expect(model.intercept).toBeCloseTo(g.intercept, 6);
    expect(await model.score(x, y, { sampleWeight })).toBeCloseTo(g.score, 9);
  });

  test.each(golden.pursuits)('orthogonal matching pursuit on $data, $options, precompute $precompute', async (g) => {
    const { x, y } = data[g.data];
    const { n_nonzero_coefs: nNonzeroCoefs, tol, fit_intercept: fitIntercept } = g.options;
    for (const precompute of [g.precompute, 'auto'] as const) {
      const model = await new linear.OrthogonalMatchingPursuit({ nNonzeroCoefs, tol, fitIntercept, precompute }).fit(x, y);
      expectSame(model.coef, g.coef);
      expect(model.intercept).toBeCloseTo(g.intercept, 8);
      expect(await model.score(x, y)).toBeCloseTo(g.score, 10);
      expect(model.iterations).toBe(g.coef.filter((w) => w !== 0).length);
    }
  });

  test('orthogonal matching pursuit for several outputs with a shared Gram matrix', async () => {
    const { x, y } = data.digits;
    const several = Array.from(y.data, (d) => [d, Number(d === 3), d % 2]);
    for (const precompute of [false, true]) {
      const model = await new linear.OrthogonalMatchingPursuit({ nNonzeroCoefs: 6, precompute }).fit(x, several);
      expect(model.coef.shape).toEqual([3, 64]);
      golden.outputs.coef.forEach((want, t) => expectSame(model.coef.rows(t, t + 1).reshape(-1), want));
      expect(apart((model.intercept as NDArray).data, golden.outputs.intercept)).toBeLessThan(1e-8);
      expect(await model.score(x, several)).toBeCloseTo(golden.outputs.score, 6);
    }
  });
});
