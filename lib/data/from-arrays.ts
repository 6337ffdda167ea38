import { anything, checkOptions, optional, type Rule } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { isFloat } from '../tensor/dtype.ts';
import { type ArrayInput, type NDArray, toNDArray } from '../tensor/ndarray.ts';
import { Dataset } from './dataset.ts';

/** Options of {@link fromArrays}. */
export interface ArraysOptions {
  /** Inputs, [n, ...]. */
  x: ArrayInput;
  /** Targets, [n] or [n, ...]. */
  y?: ArrayInput;
  /** A name per feature. */
  featureNames?: readonly string[];
  /** A name per class. */
  classNames?: readonly string[];
}

const names: Rule<readonly string[]> = {
  expected: 'an array of strings',
  invalid: [1],
  test: (v): v is readonly string[] => Array.isArray(v) && v.every((name) => typeof name === 'string'),
};

/**
 * A dataset of arrays in memory; typed arrays and NDArrays are not copied, plain numbers become float32.
 * Errors: ERR_SHAPE for no rows, or where x and y have different numbers of them; ERR_VALUE for NaN or an infinity,
 * with its row and column (from 0).
 */
export function fromArrays(options: ArraysOptions): Dataset {
  const where = 'datasets.fromArrays';
  // toNDArray says more about a wrong array than a rule could.
  const array = anything as Rule<ArrayInput>;
  checkOptions<ArraysOptions>(where, options, { x: array, y: array, featureNames: optional(names), classNames: optional(names) });
  const x = toNDArray(where, 'x', options.x);
  const y = options.y === undefined ? undefined : toNDArray(where, 'y', options.y);
  for (const [name, given] of [
    ['x', x],
    ['y', y],
  ] as const)
    if (given?.shape.length === 0) throw new RidgelineError('ERR_SHAPE', `${where}: expected rows for ${name}, got a single number`);
  if (x.shape[0] === 0) throw new RidgelineError('ERR_SHAPE', `${where}: x has no rows`);
  if (y !== undefined && y.shape[0] !== x.shape[0])
    throw new RidgelineError('ERR_SHAPE', `${where}: x has ${x.shape[0]} rows and y has ${y.shape[0]}`);
  checkFinite(where, 'x', x);
  if (y !== undefined) checkFinite(where, 'y', y);
  return new Dataset({ x, y, featureNames: options.featureNames, classNames: options.classNames });
}

/** Throws ERR_VALUE naming the first value that is not finite by row and, in rows of several values, column. */
export function checkFinite(where: string, name: string, array: NDArray): void {
  if (!isFloat(array.dtype)) return;
  const { data } = array;
  for (let i = 0; i < data.length; i++) {
    if (Number.isFinite(data[i])) continue;
    const width = array.size / array.shape[0];
    const column = width > 1 ? `, column ${i % width}` : '';
    throw new RidgelineError('ERR_VALUE', `${where}: ${name} holds ${data[i]} at row ${Math.floor(i / width)}${column}`);
  }
}
