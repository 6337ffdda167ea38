import { overOutputs } from '../losses/regression.ts';
import { sub } from '../ops/binary.ts';
import { abs, square } from '../ops/unary.ts';
import type { Metric } from './define.ts';

/** Mean of (yPred - yTrue)². */
export const meanSquaredError = (): Metric => ({
  kind: 'meanSquaredError',
  name: 'meanSquaredError',
  options: {},
  sums: (y, p) => ({ squares: overOutputs(square(sub(p, y))) }),
  result: ({ squares }, weight) => squares / weight,
});

/** Mean of |yPred - yTrue|. */
export const meanAbsoluteError = (): Metric => ({
  kind: 'meanAbsoluteError',
  name: 'meanAbsoluteError',
  options: {},
  sums: (y, p) => ({ absolute: overOutputs(abs(sub(p, y))) }),
  result: ({ absolute }, weight) => absolute / weight,
});

/** 1 - Σ(y - p)² / Σ(y - ȳ)², over all outputs of a row together; NaN where y does not vary. */
export const r2 = (): Metric => ({
  kind: 'r2',
  name: 'r2',
  options: {},
  sums: (y, p) => ({ residual: overOutputs(square(sub(p, y))), y: overOutputs(y), ySquared: overOutputs(square(y)) }),
  result: (s, weight) => 1 - s.residual / (s.ySquared - (s.y * s.y) / weight),
});
