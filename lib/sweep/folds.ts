/** Which rows train and which validate. */
import { RidgelineError } from '../errors.ts';
import { splitIndices, stratifiedSplitIndices } from '../data/split.ts';

/** Rows of the data; `train` is in ascending order. */
export interface Fold {
  readonly train: Int32Array;
  readonly validation: Int32Array;
}

/**
 * Deals the rows, shuffled by `seed`, to `folds` parts that differ by at most a row (with labels: that hold each class in its proportion); each
 * validates once. Hastie, Tibshirani, Friedman 2009, 7.10.
 */
export function kFold(where: string, rows: number, folds: number, seed: number, labels?: ArrayLike<number>): Fold[] {
  if (folds < 2 || folds > rows)
    throw new RidgelineError('ERR_OPTION', `${where}: expected folds in [2, ${rows}] for ${rows} rows, got ${folds}`);
  const shares = Array.from({ length: folds }, () => 1 / folds);
  const parts = labels ? stratifiedSplitIndices(labels, shares, seed) : splitIndices(rows, shares, seed);
  return parts.map((validation) => without(where, rows, validation));
}

/** A share of the rows validates. */
export function holdOut(where: string, rows: number, share: number, seed: number, labels?: ArrayLike<number>): Fold {
  const [validation] = labels ? stratifiedSplitIndices(labels, [share], seed) : splitIndices(rows, [share], seed);
  return without(where, rows, validation);
}

/** The rows beside those that validate. */
export function without(where: string, rows: number, validation: ArrayLike<number>): Fold {
  const out = new Uint8Array(rows);
  for (let i = 0; i < validation.length; i++) {
    const row = validation[i];
    if (!Number.isInteger(row) || row < 0 || row >= rows)
      throw new RidgelineError('ERR_INDEX', `${where}: expected rows in [0, ${rows}) in a fold, got ${row} at ${i}`);
    out[row] = 1;
  }
  const train = new Int32Array(rows).map((_, row) => row).filter((row) => out[row] === 0);
  if (train.length === 0 || validation.length === 0)
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: ${validation.length} of ${rows} rows validate, which leaves ${train.length} to train on: expected some of each`,
    );
  return { train, validation: Int32Array.from(validation) };
}
