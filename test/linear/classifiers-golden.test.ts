import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linear, type NDArray } from '../../lib/index.ts';
import { columns, digits, goldenData, iris, type Labelled, sparseRows, standardized } from '../support/linear-data.ts';

interface Case {
  readonly kind: 'logistic' | 'svc';
  readonly data: string;
  readonly alpha?: number;
  readonly l1Ratio?: number;
  readonly fitIntercept?: boolean;
  readonly classWeight?: 'balanced' | Record<string, number>;
  readonly weights?: 'cycle';
  readonly coef: number[][];
  readonly intercept: number[];
  readonly proba?: number[][];
  readonly decision?: number[][];
  readonly score: number;
}
const golden = JSON.parse(readFileSync(new URL('../golden/linear_classifiers.json', import.meta.url), 'utf8')) as {
  readonly versions: Record<string, string>;
  readonly cases: readonly Case[];
};

const cancer = standardized(goldenData('breast-cancer'));
const data: Record<string, Labelled> = { cancer, cancer5: columns(cancer, [0, 1, 4, 8, 9]), iris: iris(), digits: digits() };

const flat = (values: readonly (readonly number[])[]) => values.flat();

/** Within 1e-6 of each value, and 1e-9 of the largest for those that are nearly 0. */
function expectClose(actual: ArrayLike<number>, wanted: readonly number[], what: string): void {
  expect(actual.length).toBe(wanted.length);
  const largest = Math.max(...wanted.map(Math.abs));
  let worst = 0;
  wanted.forEach((value, i) => {
    worst = Math.max(worst, Math.abs(actual[i] - value) / (1e-6 * Math.abs(value) + 1e-9 * largest + 1e-300));
  });
  expect(worst, what).toBeLessThanOrEqual(1);
}

const every60 = (array: NDArray) => {
  const width = array.shape[1] ?? 1;
  return Array.from(array.data).filter((_, i) => Math.floor(i / width) % 60 === 0);
};

const name = (c: Case) =>
  `${c.kind} ${c.data} alpha ${c.alpha ?? 'none'}${c.l1Ratio === undefined ? '' : ` l1Ratio ${c.l1Ratio}`}${c.fitIntercept === false ? ' without intercept' : ''}${c.classWeight ? ` classes ${JSON.stringify(c.classWeight)}` : ''}${c.weights ? ' rows weighted' : ''}`;

/** Whether what is fitted to these rows is what scikit-learn found. */
async function expectGolden(c: Case, x: NDArray | ReturnType<typeof sparseRows>, y: NDArray): Promise<void> {
  const common = { fitIntercept: c.fitIntercept, classWeight: c.classWeight, tol: 1e-12, maxIter: 20000 };
  const sampleWeight = c.weights && Float64Array.from(y.data, (_v, i) => 0.5 + (i % 3));
  const penalty = c.alpha === undefined ? 'none' : c.l1Ratio === undefined ? 'l2' : c.l1Ratio === 1 ? 'l1' : 'elasticNet';
  if (c.kind === 'logistic') {
    const l1Ratio = penalty === 'elasticNet' ? c.l1Ratio : undefined;
    const model = await new linear.LogisticRegression({ ...common, penalty, alpha: c.alpha, l1Ratio }).fit(x, y, { sampleWeight });
    expect(model.warnings).toEqual([]);
    expectClose(model.coef.data, flat(c.coef), 'coef');
    // Zeros of a smooth penalty are those of columns without variance.
    expect(Array.from(model.coef.data, (w) => w === 0)).toEqual(flat(c.coef).map((w) => w === 0));
    expectClose(model.intercept.data, c.intercept, 'intercept');
    expectClose(every60(await model.predictProba(x)), flat(c.proba as number[][]), 'probabilities');
    expect(await model.score(x, y)).toBeCloseTo(c.score, 12);
  } else {
    const model = await new linear.LinearSvc({ ...common, C: 1 / (c.alpha as number) }).fit(x, y, { sampleWeight });
    expect(model.warnings).toEqual([]);
    expectClose(model.coef.data, flat(c.coef), 'coef');
    expectClose(model.intercept.data, c.intercept, 'intercept');
    expectClose(every60(await model.decisionFunction(x)), flat(c.decision as number[][]), 'scores');
    expect(await model.score(x, y)).toBeCloseTo(c.score, 12);
  }
}

describe(`scikit-learn ${golden.versions['scikit-learn']}`, () => {
  test.each(golden.cases.map((c) => [name(c), c] as const))('%s', async (_, c) => {
    const { x, y } = data[c.data];
    await expectGolden(c, x, y);
    await expectGolden(c, sparseRows(x), y);
  });
});
