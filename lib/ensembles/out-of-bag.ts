/** What members say of rows that they have not seen: a test without a test set. */
import { type TypedArray, newTypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { answersOf } from './answers.ts';
import { combine, widthOf, winnerOf } from './combine.ts';
import type { Committee } from './ensemble.ts';
import { inSlices } from './pace.ts';
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
  await inSlices(rows, answers.length * width, (begin, end) => {
    // Rows that as many members judge are one problem for all of them, whichever members those are.
    const groups = answers.map((): number[] => []);
    for (let row = begin; row < end; row++) {
      for (const marks of seen) votes[row] += 1 - marks[row];
      if (votes[row] > 0) groups[votes[row] - 1].push(row);
    }
    for (const [i, group] of groups.entries()) {
      if (group.length === 0) continue;
      const { data } = combine(unseen(answers, seen, group, i + 1), { rule: committee.combination.rule });
      for (const [at, row] of group.entries()) for (let j = 0; j < width; j++) predictions[row * width + j] = data[at * width + j];
    }
  });
  const values = valuesFor('ensembles: outOfBag', y, answers[0], committee.judge);
  const judge = committee.task === 'classification' ? accuracy : r2;
  return { score: judge(predictions, values, votes, width), predictions: new NDArray(predictions, answers[0].shape), votes };
}

/** The answers to some rows by the members that have not seen them, of which each has `count`: the first such answer to each row, the second, ... */
function unseen(answers: readonly NDArray[], seen: readonly Uint8Array[], rows: readonly number[], count: number): NDArray[] {
  const width = widthOf(answers[0]);
  const found = Array.from({ length: count }, () => new Float64Array(rows.length * width));
  for (const [at, row] of rows.entries()) {
    let k = 0;
    for (const [m, { data }] of answers.entries()) {
      if (seen[m][row]) continue;
      for (let j = 0; j < width; j++) found[k][at * width + j] = data[row * width + j];
      k++;
    }
  }
  return found.map((data) => new NDArray(data, [rows.length, ...answers[0].shape.slice(1)]));
}

/** The share of the rows with a prediction in which it is right. */
function accuracy(predictions: TypedArray, values: ArrayLike<number>, votes: Int32Array, width: number): number {
  let [right, known] = [0, 0];
  for (let row = 0; row < votes.length; row++) {
    if (votes[row] === 0) continue;
    known++;
    if (winnerOf(predictions, row, width) === winnerOf(values, row, width)) right++;
  }
  return right / known;
}

/** The mean over outputs of 1 - residual/total, as scikit-learn's r2_score. */
function r2(predictions: TypedArray, values: ArrayLike<number>, votes: Int32Array, width: number): number {
  let sum = 0;
  for (let j = 0; j < width; j++) {
    let [mean, known] = [0, 0];
    for (let row = 0; row < votes.length; row++) {
      if (votes[row] === 0) continue;
      known++;
      mean += (values[row * width + j] - mean) / known;
    }
    let [residual, total] = [0, 0];
    for (let row = 0; row < votes.length; row++) {
      if (votes[row] === 0) continue;
      residual += (values[row * width + j] - predictions[row * width + j]) ** 2;
      total += (values[row * width + j] - mean) ** 2;
    }
    sum += 1 - residual / total;
  }
  return sum / width;
}
