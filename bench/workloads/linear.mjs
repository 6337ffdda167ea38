/** Linear models in float64, from a matrix of numbers to fitted weights: what a user waits for. */
const sparse = {
  rows: 20000,
  columns: 500,
  nonzeros: 50,
  tol: 1e-4,
  target: 1.2,
  // Weights are compared at a tolerance at which they are determined, and timed at tol.
  checkTol: 1e-10,
  tolerance: 1e-5,
};
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
  lasso: { ...sparse, name: 'Lasso alpha = 0.1, n = 20000, p = 500, independent columns', fit: 'lasso' },
  elasticNet: { ...sparse, name: 'ElasticNet alpha = 0.1, l1Ratio = 0.5, n = 20000, p = 500, independent columns', fit: 'elasticNet' },
  lassoCorrelated: {
    ...sparse,
    name: 'Lasso alpha = 0.1, n = 20000, p = 500, correlated columns (0.95 from one to the next)',
    fit: 'lasso',
    correlation: 0.95,
    peers: ['scikit-learn', { peer: 'scikit-learn', label: 'scikit-learn, Gram', with: { precompute: true } }],
    targets: [
      { against: ['scikit-learn'], ratio: 8 },
      { against: ['scikit-learn, Gram'], ratio: 1.2 },
    ],
  },
  path: { ...sparse, name: 'lassoPath, 100 alphas, n = 20000, p = 500, correlated columns', fit: 'path', correlation: 0.95, target: 3 },
  pursuit: {
    ...sparse,
    name: 'OrthogonalMatchingPursuit, 50 of 500 independent columns, n = 20000',
    fit: 'pursuit',
  },
  lassoWide: { ...sparse, name: 'Lasso alpha = 0.1, n = 500, p = 20000', fit: 'lasso', rows: 500, columns: 20000 },
  pathWide: {
    ...sparse,
    name: 'lassoPath, 100 alphas down to a hundredth, n = 500, p = 20000',
    fit: 'path',
    rows: 500,
    columns: 20000,
    eps: 1e-2,
    target: 3,
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
    Object.entries(kinds).flatMap(([kind, { target: _, targets: __, tolerance: ___, ...kase }]) =>
      [...new Set([1, threads])].map((count) => ({ kind, peers: ['scikit-learn'], ...kase, threads: count })),
    ),
  targets: ({ kind }) => kinds[kind].targets ?? [{ against: ['scikit-learn'], ratio: kinds[kind].target }],
};

/** Uniform on [-1, 1), from a hash of i. */
const hashed = (i, salt) => {
  let h = Math.imul(i ^ Math.imul(salt, 0x9e3779b9), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 31 - 1;
};

/**
 * x [rows, columns], and scores y of rows: a sparse linear map and noise. Classes are y > 0. `nonzeros` weights of the map are not 0 (default: every fifth); with a
 * `correlation` each column is that much of the one before and the rest of its own.
 */
export function linearData({ rows, columns, nonzeros = columns / 5, correlation = 0 }) {
  const x = Float64Array.from({ length: rows * columns }, (_, i) => Math.sqrt(3) * hashed(i, 1));
  const own = Math.sqrt(1 - correlation ** 2);
  for (let i = 0; correlation !== 0 && i < rows; i++) {
    for (let j = i * columns + 1; j < (i + 1) * columns; j++) x[j] = correlation * x[j - 1] + own * x[j];
  }
  const step = columns / nonzeros;
  const truth = Float64Array.from({ length: columns }, (_, j) => (j % step === 0 ? Math.sqrt(3) * hashed(j, 2) : 0));
  const y = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 4 * hashed(i, 3);
    for (let j = 0; j < columns; j += step) sum += x[i * columns + j] * truth[j];
    y[i] = sum;
  }
  return { x, y };
}
