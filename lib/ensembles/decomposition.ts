/** Why an average of models errs less than they do, in numbers. */
import { RidgelineError, showShape } from '../errors.ts';
import { type ArrayInput, NDArray, toNDArray } from '../tensor/ndarray.ts';
import { combine } from './combine.ts';

/**
 * The squared error of an average of k members: with errors of variance v and covariance c, v/k + (k - 1)c/k (Goodfellow, Bengio, Courville
 * 2016, 7.50-7.51). Means are over rows and outputs; of a classifier, errors are those of its probabilities, for which the class is 1 and the
 * others 0.
 */
export interface ErrorDecomposition {
  /** Mean squared error of a member. */
  readonly v: number;
  /** Mean product of the errors of two members; 0 where there is only one. */
  readonly c: number;
  /** Members. */
  readonly k: number;
  /** v/k + (k - 1)c/k: that of their plain mean. */
  readonly expectedSquaredError: number;
  /** That of the ensemble's answer, which may be another one than the plain mean. */
  readonly measuredSquaredError: number;
}

/** The decomposition of answers [rows, outputs] against targets of as many values; `combined` is the ensemble's answer. */
export function decompose(answers: readonly NDArray[], combined: NDArray, targets: ArrayLike<number>): ErrorDecomposition {
  const k = answers.length;
  const n = combined.size;
  let [squares, products, measured] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    let [sum, own] = [0, 0];
    for (const { data } of answers) {
      const e = data[i] - targets[i];
      sum += e;
      own += e * e;
    }
    squares += own;
    // Of all pairs, without those of a member with itself.
    products += sum * sum - own;
    measured += (combined.data[i] - targets[i]) ** 2;
  }
  const v = squares / (k * n);
  const c = k > 1 ? products / (k * (k - 1) * n) : 0;
  return { v, c, k, expectedSquaredError: v / k + ((k - 1) * c) / k, measuredSquaredError: measured / n };
}

/**
 * The decomposition for predictions of your own: one array per member, all in one shape, and the targets in that shape.
 * @throws ERR_SHAPE where the shapes differ; ERR_VALUE for no predictions.
 */
export function errorDecomposition(predictions: readonly ArrayInput[], y: ArrayInput): ErrorDecomposition {
  const where = 'ensembles.errorDecomposition';
  if (!Array.isArray(predictions) || predictions.length === 0)
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: expected an array with the predictions of each member, got ${predictions ? 'none' : predictions}`,
    );
  const targets = toNDArray(where, 'y', y, 'float64');
  const answers = predictions.map((given, i) => {
    const answer = toNDArray(where, `predictions[${i}]`, given, 'float64');
    if (answer.size !== targets.size || answer.shape[0] !== targets.shape[0])
      throw new RidgelineError(
        'ERR_SHAPE',
        `${where}: expected predictions[${i}] of shape ${showShape(targets.shape)}, as y, got ${showShape(answer.shape)}`,
      );
    return new NDArray(answer.data, targets.shape);
  });
  return decompose(answers, combine(answers, { rule: 'mean' }), targets.data);
}
