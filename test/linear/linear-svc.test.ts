import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { linear, NDArray, ndarray } from '../../lib/index.ts';
import { violation } from '../support/classifier-kkt.ts';
import { digits, goldenData, iris, standardized } from '../support/linear-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-svc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the conditions of the minimum, computed without the solver', () => {
  const { x, y } = goldenData('breast-cancer');
  const [n, p] = x.shape;
  const doubled = new NDArray(
    Float64Array.from({ length: n * p * 2 }, (_, k) => x.data[Math.floor(k / (2 * p)) * p + (k % p)] / 100),
    [n, 2 * p],
  );

  test.each([
    ['raw columns, whose scales differ by 10^5', x, y.data, {}],
    ['duplicate columns', doubled, y.data, {}],
    ['without intercept', standardized({ x, y }).x, y.data, { fitIntercept: false }],
    ['a hyperplane per class', iris().x, iris().y.data, {}],
    ['constant columns', digits().x, digits().y.data, {}],
  ] as const)('%s', async (_, rows, codes, options) => {
    const weights = Float64Array.from(codes, (_c, i) => 0.5 + (i % 2));
    const model = await new linear.LinearSvc({ C: 0.5, tol: 1e-9, maxIter: 20000, ...options }).fit(rows, codes, { sampleWeight: weights });
    expect(model.warnings).toEqual([]);
    expect(model.gradientNorm).toBeLessThanOrEqual(1e-9);
    expect(violation('squaredHinge', rows, codes, model, { l2: 2, weights, ...options })).toBeLessThan(1.1e-9);
  });

  test('rows beyond the margin do not count: without them the solution is the same', async () => {
    const { x: rows, y: labels } = standardized({ x, y });
    const all = await new linear.LinearSvc({ tol: 1e-12, maxIter: 20000 }).fit(rows, labels);
    const z = (await all.decisionFunction(rows)).data;
    const kept = Array.from(labels.data, (_, i) => i).filter((i) => (2 * labels.data[i] - 1) * z[i] < 1);
    expect(kept.length).toBeLessThan(n / 2);
    const support = new NDArray(Float64Array.from(kept.flatMap((i) => Array.from(rows.data.subarray(i * p, i * p + p)))), [kept.length, p]);
    // tol is of the mean over rows, of which there are fewer.
    const some = await new linear.LinearSvc({ tol: 1e-12, maxIter: 20000 }).fit(
      support,
      kept.map((i) => labels.data[i]),
    );
    some.coef.data.forEach((w, j) => {
      expect(w).toBeCloseTo(all.coef.data[j], 7);
    });
  });
});

test('classes, scores, predictions and files', async () => {
  const { x, y } = iris();
  const names = Array.from(y.data, (c) => ['setosa', 'versicolor', 'virginica'][c]);
  const model = await new linear.LinearSvc({ classWeight: 'balanced' }).fit(x, names);
  expect(model.coef.shape).toEqual([3, 4]);
  expect(model.intercept.shape).toEqual([3]);
  expect((await model.decisionFunction(x)).shape).toEqual([150, 3]);
  expect(await model.predict(x)).toContain('virginica');
  expect(await model.score(x, names)).toBeGreaterThan(0.94);
  const path = join(folder, 'svc.safetensors');
  await model.save(path);
  const loaded = (await linear.loadEstimator(path)) as linear.LinearSvc;
  expect(loaded).toBeInstanceOf(linear.LinearSvc);
  expect(loaded.options).toEqual({ classWeight: 'balanced' });
  expect(await loaded.predict(x)).toEqual(await model.predict(x));
  expect(loaded.coef).toEqual(model.coef);
});

test('classes that did not converge are named, with the gradient reached', async () => {
  const { x, y } = iris();
  const model = await new linear.LinearSvc({ maxIter: 5, tol: 1e-6 }).fit(x, y);
  expect(model.warnings.length).toBeGreaterThan(0);
  for (const warning of model.warnings) {
    expect(warning).toMatch(
      /^linearSvc: class [012] did not converge in 5 iterations: the largest number in the gradient is \d\.\d+e-\d+, tol is 0\.000001/,
    );
  }
});

test.each([
  [{ C: 0 }, /linearSvc: expected a number in \(0, inf\) for C, got 0/],
  [{ C: -1 }, /for C, got -1/],
  [{ alpha: 0 }, /for alpha, got 0/],
  [{ C: 1, alpha: 1 }, /expected C or alpha/],
  [{ loss: 'hinge' }, /unknown option 'loss'/],
])('%o', (options, message) => {
  expect(() => new linear.LinearSvc(options as linear.LinearSvcOptions)).toThrow(message);
});

test('mistakes in data are named', async () => {
  const svc = new linear.LinearSvc();
  const x = ndarray([[0], [1], [2]]);
  expect(() => svc.coef).toThrow('linearSvc: coef before fit');
  await expect(svc.fit(x, [2, 2, 2])).rejects.toThrow('linearSvc: expected labels of 2 or more classes for y');
  await expect(svc.fit(x, [0, 1])).rejects.toThrow('x has 3 rows and y has 2');
  await expect(svc.fit([[0], [Number.NaN]], [0, 1])).rejects.toThrow('finite numbers for x, got NaN at row 1');
  const controller = new AbortController();
  controller.abort();
  await expect(svc.fit(x, [0, 1, 1], { signal: controller.signal })).rejects.toMatchObject({ code: 'ABORT_ERR' });
});
