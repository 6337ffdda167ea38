/** The losses of gradient boosting: of scores F [rows, outputs], with their negative gradients and the best constant to start from. */
import { RidgelineError } from '../errors.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { linked } from './combine.ts';
import { inSlices } from './pace.ts';

/** 'squared' for values, 'logistic' for labels 0 and 1, 'multinomial' for labels 0 to K - 1. */
export type BoostLossName = 'squared' | 'logistic' | 'multinomial';

/** One of them, for given targets. */
export interface BoostLoss {
  readonly link: 'identity' | 'sigmoid' | 'softmax';
  /** Scores of a row. */
  readonly outputs: number;
  /** Targets of the same shape as scores: labels of several classes are rows with a 1. */
  readonly targets: Float64Array;
  /** Of the weighted mean loss, by output. */
  start(weights: Float64Array): number[];
  /** Loss of one row of scores, by its number. */
  row(scores: Float64Array, row: number): number;
  /** -∂loss/∂F, what is left to be explained, of the rows from `begin` to before `end`, into an array of the same length. */
  residual(scores: Float64Array, into: Float64Array, begin: number, end: number): void;
  /** Second derivative of one row's loss along a direction. */
  curvature(scores: Float64Array, direction: Float64Array, row: number): number;
}

const softplus = (v: number): number => Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));

/** The loss for targets y [rows] or, squared, [rows, outputs]. Throws ERR_VALUE for labels that are none. */
export function boostLoss(where: string, name: BoostLossName, y: NDArray): BoostLoss {
  const [rows] = y.shape;
  const given = Float64Array.from(y.data);
  const bad = given.findIndex((v) => !Number.isFinite(v) || (name !== 'squared' && !(Number.isInteger(v) && v >= 0)));
  if (bad >= 0)
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: y has ${given[bad]} at ${bad}; loss '${name}' expects ${name === 'squared' ? 'finite values' : 'labels 0, 1, 2, ...'}`,
    );
  if (name !== 'squared' && given.length !== rows)
    throw new RidgelineError('ERR_SHAPE', `${where}: expected a label per row in y, got shape [${y.shape.join(', ')}]`);
  if (name === 'squared') return squared(given, given.length / rows);
  const classes = given.reduce((a, b) => Math.max(a, b), 0) + 1;
  if (classes < 2) throw new RidgelineError('ERR_VALUE', `${where}: expected labels of two or more classes in y, got one`);
  if (name === 'multinomial') return multinomial(given, classes);
  if (classes > 2)
    throw new RidgelineError('ERR_VALUE', `${where}: loss 'logistic' expects labels 0 and 1, got ${classes - 1}; use 'multinomial'`);
  return logistic(given);
}

/** Weighted mean of each output. */
function means(targets: Float64Array, outputs: number, weights: Float64Array): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  return Array.from({ length: outputs }, (_, j) => weights.reduce((sum, w, row) => sum + w * targets[row * outputs + j], 0) / total);
}

/** Half the squared error. */
const squared = (targets: Float64Array, outputs: number): BoostLoss => ({
  link: 'identity',
  outputs,
  targets,
  start: (weights) => means(targets, outputs, weights),
  row: (scores, row) => {
    let sum = 0;
    for (let i = row * outputs; i < (row + 1) * outputs; i++) sum += (scores[i] - targets[i]) ** 2;
    return sum / 2;
  },
  residual: (scores, into, begin, end) => {
    for (let i = begin * outputs; i < end * outputs; i++) into[i] = targets[i] - scores[i];
  },
  curvature: (_, direction, row) => {
    let sum = 0;
    for (let i = row * outputs; i < (row + 1) * outputs; i++) sum += direction[i] ** 2;
    return sum;
  },
});

/** -log p of the label, p = sigmoid(F). */
const logistic = (targets: Float64Array): BoostLoss => ({
  link: 'sigmoid',
  outputs: 1,
  targets,
  start: (weights) => means(targets, 1, weights).map((p) => Math.log(p / (1 - p))),
  row: (scores, row) => softplus(scores[row]) - targets[row] * scores[row],
  residual: (scores, into, begin, end) => {
    for (let i = begin; i < end; i++) into[i] = targets[i] - 1 / (1 + Math.exp(-scores[i]));
  },
  curvature: (scores, direction, row) => {
    const p = 1 / (1 + Math.exp(-scores[row]));
    return p * (1 - p) * direction[row] ** 2;
  },
});

/** -log p of the label, p = softmax(F). */
function multinomial(labels: Float64Array, outputs: number): BoostLoss {
  const targets = new Float64Array(labels.length * outputs);
  labels.forEach((label, row) => {
    targets[row * outputs + label] = 1;
  });
  return {
    link: 'softmax',
    outputs,
    targets,
    // A class without rows gets a score from which it can still be found.
    start: (weights) => means(targets, outputs, weights).map((p) => Math.log(Math.max(p, 1e-12))),
    row: (scores, row) => {
      const at = row * outputs;
      let top = -Infinity;
      for (let j = 0; j < outputs; j++) top = Math.max(top, scores[at + j]);
      let total = 0;
      for (let j = 0; j < outputs; j++) total += Math.exp(scores[at + j] - top);
      return top + Math.log(total) - scores[at + labels[row]];
    },
    residual: (scores, into, begin, end) => {
      const p = linked(scores.subarray(begin * outputs, end * outputs), outputs, 'softmax');
      for (let i = begin * outputs, k = 0; i < end * outputs; i++, k++) into[i] = targets[i] - p[k];
    },
    // dᵀ(diag(p) - ppᵀ)d: the variance of d under p.
    curvature: (scores, direction, row) => {
      const p = linked(scores.subarray(row * outputs, (row + 1) * outputs), outputs, 'softmax');
      let mean = 0;
      for (let j = 0; j < outputs; j++) mean += p[j] * direction[row * outputs + j];
      let sum = 0;
      for (let j = 0; j < outputs; j++) sum += p[j] * (direction[row * outputs + j] - mean) ** 2;
      return sum;
    },
  };
}

/** Weighted mean of the loss over some rows. */
export async function meanLoss(loss: BoostLoss, scores: Float64Array, weights: Float64Array, rows: ArrayLike<number>): Promise<number> {
  let [sum, total] = [0, 0];
  await inSlices(rows.length, loss.outputs, (begin, end) => {
    for (let i = begin; i < end; i++) {
      sum += weights[rows[i]] * loss.row(scores, rows[i]);
      total += weights[rows[i]];
    }
  });
  return sum / total;
}

/** Where a step begins and leads, all of the shape of the scores. */
export interface Direction {
  readonly scores: Float64Array;
  /** Of the scores. */
  readonly residual: Float64Array;
  readonly direction: Float64Array;
}

/**
 * A step ρ of 0 or more from scores along `direction`: Newton's, which for squared errors is the best (Friedman 2001, algorithm 1) and where the classes
 * can be told apart does not run to infinity as the best would; halved until the loss over the rows is less. 0 where none is.
 */
export async function stepAlong(
  loss: BoostLoss,
  { scores, residual, direction }: Direction,
  weights: Float64Array,
  rows: ArrayLike<number>,
): Promise<number> {
  const { outputs } = loss;
  let [slope, curvature] = [0, 0];
  await inSlices(rows.length, outputs, (first, last) => {
    for (let i = first; i < last; i++) {
      const [begin, end] = [rows[i] * outputs, (rows[i] + 1) * outputs];
      for (let j = begin; j < end; j++) slope += weights[rows[i]] * residual[j] * direction[j];
      curvature += weights[rows[i]] * loss.curvature(scores, direction, rows[i]);
    }
  });
  if (!(slope > 0 && curvature > 0)) return 0;
  const before = await meanLoss(loss, scores, weights, rows);
  const moved = new Float64Array(scores.length);
  let step = slope / curvature;
  for (let tries = 0; tries < 40; tries++, step /= 2) {
    await inSlices(moved.length, 1, (begin, end) => {
      for (let i = begin; i < end; i++) moved[i] = scores[i] + step * direction[i];
    });
    if ((await meanLoss(loss, moved, weights, rows)) < before) return step;
  }
  return 0;
}
