/** Fits of linear models. */
import { linear, ndarray } from '../../../dist/index.js';
import { linearData } from '../../workloads/linear.mjs';
import { secondsPerCall } from '../serve.mjs';

const fits = {
  ridge:
    (_, { x, y }) =>
    async () =>
      (await new linear.Ridge({ alpha: 1 }).fit(x, y)).coef,
  logistic: ({ tol }, { x, y }) => {
    const classes = Int32Array.from(y, (v) => Number(v > 0));
    return async () => (await new linear.LogisticRegression({ tol }).fit(x, classes)).coef;
  },
  lasso:
    ({ tol, precompute }, { x, y }) =>
    async () =>
      (await new linear.Lasso({ alpha: 0.1, tol, precompute }).fit(x, y)).coef,
  elasticNet:
    ({ tol }, { x, y }) =>
    async () =>
      (await new linear.ElasticNet({ alpha: 0.1, tol }).fit(x, y)).coef,
  pursuit:
    ({ nonzeros }, { x, y }) =>
    async () =>
      (await new linear.OrthogonalMatchingPursuit({ nNonzeroCoefs: nonzeros }).fit(x, y)).coef,
  path:
    ({ tol, eps }, { x, y }) =>
    async () =>
      (await linear.lassoPath(x, y, { tol, eps, fitIntercept: false })).coefs.rows(49, 50),
};

let kept = { key: '', fit: undefined };
function fitOf(kase) {
  const key = `${kase.kind} ${kase.rows} ${kase.columns} ${kase.tol}`;
  if (kept.key !== key) {
    const { x, y } = linearData(kase);
    kept = { key, fit: fits[kase.fit ?? kase.kind](kase, { x: ndarray(x, [kase.rows, kase.columns]), y }) };
  }
  return kept.fit;
}

/** The first weights. */
export const check = async (kase) => Array.from((await fitOf({ ...kase, tol: kase.checkTol ?? kase.tol })()).data.slice(0, 64));
export const time = async (kase) => 1e3 * (await secondsPerCall(fitOf(kase), 0.5));
