/** Small estimators with closed answers, for tests of ensembles. */
import { type Estimator, type NDArray, ndarray } from '../../lib/index.ts';

const numbers = (a: NDArray): Float64Array => Float64Array.from(a.data);

/** Weighted least squares of one column with an intercept: predicts a + b·x[0]. */
export function line(): Estimator & { a: number; b: number; calls: number } {
  const self = {
    a: 0,
    b: 0,
    calls: 0,
    fit: async (x: NDArray, y: NDArray, { sampleWeight }: { sampleWeight?: Float64Array } = {}) => {
      self.calls++;
      const width = x.size / x.shape[0];
      const [xs, ys] = [numbers(x).filter((_, i) => i % width === 0), numbers(y)];
      const w = sampleWeight ?? xs.map(() => 1);
      const total = w.reduce((p, q) => p + q, 0);
      const mean = (v: Float64Array) => v.reduce((sum, e, i) => sum + w[i] * e, 0) / total;
      const [mx, my] = [mean(xs), mean(ys)];
      const sxx = xs.reduce((sum, v, i) => sum + w[i] * (v - mx) ** 2, 0);
      self.b = sxx > 0 ? xs.reduce((sum, v, i) => sum + w[i] * (v - mx) * (ys[i] - my), 0) / sxx : 0;
      self.a = my - self.b * mx;
    },
    predict: async (x: NDArray) => {
      const width = x.size / x.shape[0];
      return ndarray(Float64Array.from({ length: x.shape[0] }, (_, row) => self.a + self.b * x.data[row * width]));
    },
  };
  return self;
}

/** The best single split of one column: class numbers below and above it, by weighted majority. No probabilities. */
export function stump(): Estimator & { classes: number[]; column: number; at: number } {
  let [below, above] = [0, 0];
  const self = {
    classes: [] as number[],
    column: 0,
    at: 0,
    fit: async (x: NDArray, y: NDArray, { sampleWeight }: { sampleWeight?: Float64Array } = {}) => {
      const [rows, width] = x.shape;
      const w = sampleWeight ?? new Float64Array(rows).fill(1);
      self.classes = [...new Set(y.data)].sort((p, q) => p - q);
      let best = -1;
      for (let column = 0; column < width; column++) {
        const value = (row: number) => x.data[row * width + column];
        for (const at of new Set(Array.from({ length: rows }, (_, row) => value(row)))) {
          const sums = [new Map<number, number>(), new Map<number, number>()];
          for (let row = 0; row < rows; row++) {
            const side = sums[value(row) <= at ? 0 : 1];
            side.set(y.data[row], (side.get(y.data[row]) ?? 0) + w[row]);
          }
          const [low, high] = sums.map((m) => [...m].sort((p, q) => q[1] - p[1] || p[0] - q[0])[0] ?? [self.classes[0], 0]);
          if (low[1] + high[1] > best + 1e-12) {
            best = low[1] + high[1];
            [self.column, self.at, below, above] = [column, at, low[0], high[0]];
          }
        }
      }
    },
    predict: async (x: NDArray) => {
      const [rows, width] = x.shape;
      return ndarray(Int32Array.from({ length: rows }, (_, row) => (x.data[row * width + self.column] <= self.at ? below : above)));
    },
  };
  return self;
}
