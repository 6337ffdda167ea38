/** What members say of rows that they have not seen: a test without a test set. */
import { type TypedArray, newTypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { answersOf } from './answers.ts';
import { combine, widthOf, winnerOf } from './combine.ts';
import type { Committee } from './ensemble.ts';
import { type Rows, valuesFor } from './targets.ts';

/** Predictions of rows by members that were not trained on them. */
export interface OutOfBag {
  /** Accuracy of classifiers, R² of values, over the rows that have a prediction; NaN where none has. */
  readonly score: number;
  /** [rows, ...output]; NaN in rows that every member has seen. */
  readonly predictions: NDArray;
  /** How many members each prediction is of. */
  readonly votes: Int32Array;
}

/** 1 for each row that is in the list. */
export function seenIn(list: Int32Array, rows: number): Uint8Array {
  const marks = new Uint8Array(rows);
  for (let i = 0; i < list.length; i++) marks[list[i]] = 1;
  return marks;
}

/** Every row, judged by the members whose list it is not in. Breiman 1996, "Out-of-bag estimation". */
export async function outOfBagOf(committee: Committee, { x, y }: Rows, lists: readonly Int32Array[], threads?: number): Promise<OutOfBag> {
  const answers = await answersOf('ensembles: outOfBag', committee, x, { threads });
  const [rows] = x.shape;
  const width = widthOf(answers[0]);
  const seen = lists.map((list) => seenIn(list, rows));
  const predictions: TypedArray = newTypedArray(answers[0].dtype === 'float64' ? 'float64' : 'float32', rows * width).fill(Number.NaN);
  const votes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const own = answers.filter((_, i) => seen[i][row] === 0);
    votes[row] = own.length;
    if (own.length > 0)
      predictions.set(
        combine(
          own.map((a) => a.rows(row, row + 1)),
          committee.combination,
        ).data,
        row * width,
      );
  }
  const values = valuesFor('ensembles: outOfBag', y, answers[0], committee.judge);
  const known = Array.from({ length: rows }, (_, row) => row).filter((row) => votes[row] > 0);
  const score = committee.task === 'classification' ? accuracy(predictions, values, known, width) : r2(predictions, values, known, width);
  return { score, predictions: new NDArray(predictions, answers[0].shape), votes };
}

const accuracy = (predictions: TypedArray, values: ArrayLike<number>, rows: readonly number[], width: number): number =>
  rows.filter((row) => winnerOf(predictions, row, width) === winnerOf(values, row, width)).length / rows.length;

/** The mean over outputs of 1 - residual/total, as scikit-learn's r2_score. */
function r2(predictions: TypedArray, values: ArrayLike<number>, rows: readonly number[], width: number): number {
  const scores = Array.from({ length: width }, (_, j) => {
    const mean = rows.reduce((sum, row) => sum + values[row * width + j], 0) / rows.length;
    let [residual, total] = [0, 0];
    for (const row of rows) {
      residual += (values[row * width + j] - predictions[row * width + j]) ** 2;
      total += (values[row * width + j] - mean) ** 2;
    }
    return 1 - residual / total;
  });
  return scores.reduce((a, b) => a + b, 0) / width;
}
