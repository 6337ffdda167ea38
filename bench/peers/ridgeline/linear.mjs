/** Fits of linear models. */
import { linear, ndarray } from '../../../dist/index.js';
import { linearData } from '../../workloads/linear.mjs';
import { secondsPerCall } from '../serve.mjs';

const fits = {
  ridge:
    (_, { x, y }) =>
    () =>
      new linear.Ridge({ alpha: 1 }).fit(x, y),
  logistic: ({ tol }, { x, y }) => {
    const classes = Int32Array.from(y, (v) => Number(v > 0));
    return () => new linear.LogisticRegression({ tol }).fit(x, classes);
  },
};

let kept = { key: '', fit: undefined };
function fitOf(kase) {
  const key = `${kase.kind} ${kase.rows} ${kase.columns}`;
  if (kept.key !== key) {
    const { x, y } = linearData(kase);
    kept = { key, fit: fits[kase.kind](kase, { x: ndarray(x, [kase.rows, kase.columns]), y }) };
  }
  return kept.fit;
}

/** The first weights. */
export const check = async (kase) => Array.from((await fitOf(kase)()).coef.data.slice(0, 64));
export const time = async (kase) => 1e3 * (await secondsPerCall(fitOf(kase), 0.5));
