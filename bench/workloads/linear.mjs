/** Linear models in float64, from a matrix of numbers to fitted weights: what a user waits for. */
const kinds = {
  ridge: {
    name: 'Ridge, n = 20000, p = 500',
    rows: 20000,
    columns: 500,
    target: 1.2,
    tolerance: 1e-9,
  },
  logistic: {
    name: 'LogisticRegression l2, lbfgs, n = 20000, p = 200',
    rows: 20000,
    columns: 200,
    tol: 1e-4,
    target: 1.2,
    // Both stop where no number in the gradient exceeds tol; weights differ by that over the curvature.
    tolerance: 2e-3,
  },
};

export default {
  name: 'linear',
  title: 'Fits of linear models, float64, the same data and the same tolerance.',
  metric: 'time of a fit',
  unit: 'ms',
  higher: false,
  subject: 'ridgeline',
  tolerance: ({ kind }) => kinds[kind].tolerance,
  cases: ({ threads }) =>
    Object.entries(kinds).flatMap(([kind, { name, rows, columns, tol }]) =>
      [...new Set([1, threads])].map((count) => ({ name, kind, rows, columns, tol, threads: count, peers: ['scikit-learn'] })),
    ),
  targets: ({ kind }) => [{ against: ['scikit-learn'], ratio: kinds[kind].target }],
};

/** Uniform on [-1, 1), from a hash of i. */
const hashed = (i, salt) => {
  let h = Math.imul(i ^ Math.imul(salt, 0x9e3779b9), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 31 - 1;
};

/** x [rows, columns], and scores y of rows: a sparse linear map and noise. Classes are y > 0. */
export function linearData({ rows, columns }) {
  const x = Float64Array.from({ length: rows * columns }, (_, i) => Math.sqrt(3) * hashed(i, 1));
  const truth = Float64Array.from({ length: columns }, (_, j) => (j % 5 === 0 ? Math.sqrt(3) * hashed(j, 2) : 0));
  const y = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 4 * hashed(i, 3);
    for (let j = 0; j < columns; j++) sum += x[i * columns + j] * truth[j];
    y[i] = sum;
  }
  return { x, y };
}
