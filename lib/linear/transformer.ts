/** What transformers (PCA, scalers, polynomial features) share. */
import type { Dataset } from '../data/dataset.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { type Matrix, rowsOf, toMatrix } from './matrix.ts';
import { checkRunOptions, type RunOptions } from './run.ts';

/** Turns rows into rows, as it was fitted to. */
export interface Transformer {
  fit(x: ArrayInput | Dataset, options?: RunOptions): Promise<unknown>;
  transform(x: ArrayInput | Dataset, options?: RunOptions): Promise<NDArray>;
}

/** Checked rows and options of a transformer's method. `columns`: how many features there must be. */
export function rowsFor(where: string, x: ArrayInput | Dataset, options: RunOptions, columns?: number): Matrix {
  checkRunOptions(where, options);
  return toMatrix(where, 'x', rowsOf(x), columns);
}

/** fit, then transform, of the same rows. */
export async function fitTransform(transformer: Transformer, x: ArrayInput | Dataset, options: RunOptions = {}): Promise<NDArray> {
  await transformer.fit(x, options);
  return transformer.transform(x, options);
}

/** A list of numbers of its own. */
export const listOf = (values: Float64Array): NDArray => new NDArray(values.slice(), [values.length]);
