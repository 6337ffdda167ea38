/** Folds of a cross-validation: the option `cv`. */
import { either, type Rule } from '../check.ts';
import { RidgelineError } from '../errors.ts';

const foldCount: Rule<number> = {
  expected: 'an integer of 2 or more',
  invalid: 1,
  test: (v): v is number => Number.isSafeInteger(v) && (v as number) >= 2,
};
const foldList: Rule<readonly number[]> = {
  expected: 'the fold of each row, counted from 0',
  invalid: [-1],
  test: (v): v is readonly number[] => Array.isArray(v) && v.length > 0 && v.every((f) => Number.isSafeInteger(f) && f >= 0),
};
/** How many runs of neighbouring rows, or the fold of each row. */
export const foldsRule: Rule<number | readonly number[]> = either(foldCount, foldList);

/** The fold of each row. Throws ERR_SHAPE where there are not rows enough, or not one fold per row. */
export function foldsOf(where: string, cv: number | readonly number[], rows: number): { folds: Int32Array; count: number } {
  if (typeof cv === 'number') {
    if (cv > rows)
      throw new RidgelineError('ERR_SHAPE', `${where}: expected at most as many folds as rows for cv, got ${cv} for ${rows} rows`);
    const [size, longer] = [Math.floor(rows / cv), rows % cv];
    const folds = Int32Array.from({ length: rows }, (_, i) =>
      i < longer * (size + 1) ? Math.floor(i / (size + 1)) : longer + Math.floor((i - longer * (size + 1)) / size),
    );
    return { folds, count: cv };
  }
  if (cv.length !== rows) throw new RidgelineError('ERR_SHAPE', `${where}: x has ${rows} rows and cv has ${cv.length} folds`);
  const count = Math.max(...cv) + 1;
  const sizes = new Array<number>(count).fill(0);
  for (const f of cv) sizes[f]++;
  const empty = sizes.indexOf(0);
  if (count < 2 || empty >= 0)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected two or more folds with rows in each for cv, got ${count < 2 ? 'one' : `no row of fold ${empty}`}`,
    );
  return { folds: Int32Array.from(cv), count };
}
