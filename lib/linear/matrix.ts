/** From what users pass as rows, targets and weights to checked matrices of float64. */
import { Dataset } from '../data/dataset.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { loadNative } from '../runtime/native.ts';
import { type ArrayInput, NDArray, toNDArray } from '../tensor/ndarray.ts';

/** Row-major numbers; `data` may be the array that the user passed, so it is only read. */
export interface Matrix {
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/** Targets [rows, outputs]; `flat` where they came as [rows]. */
export interface Targets {
  readonly data: Float64Array;
  readonly rows: number;
  readonly outputs: number;
  readonly flat: boolean;
}

/** Throws ERR_VALUE naming the first value that is not finite by row and, in rows of several values, column. */
export function requireFinite(where: string, name: string, data: Float64Array, columns: number): void {
  const bad = loadNative().firstNonFinite(data);
  if (bad < 0) return;
  const column = columns > 1 ? `, column ${bad % columns}` : '';
  throw new RidgelineError(
    'ERR_VALUE',
    `${where}: expected finite numbers for ${name}, got ${data[bad]} at row ${Math.floor(bad / columns)}${column}`,
  );
}

/**
 * Rows of features [rows, columns]; rows of any other shape are flattened. `columns` is what the estimator was fitted with.
 * Throws ERR_SHAPE for a single row, no rows, no features or another number of them; ERR_VALUE for NaN and infinities.
 */
export function toMatrix(where: string, name: string, value: ArrayInput, columns?: number): Matrix {
  const matrix = toMatrixUnchecked(where, name, value, columns);
  requireFinite(where, name, matrix.data, matrix.columns);
  return matrix;
}

/** The same, NaN and infinities let through: for callers that can tell from the result, and then say where they are by {@link requireFinite}. */
export function toMatrixUnchecked(where: string, name: string, value: ArrayInput, columns?: number): Matrix {
  const array = toNDArray(where, name, value, 'float64');
  const { shape } = array;
  if (shape.length < 2)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected rows of features [n, p] for ${name}, got shape ${showShape(shape)}; one feature per row is ndarray(${name}).reshape(-1, 1)`,
    );
  if (array.size === 0)
    throw new RidgelineError('ERR_SHAPE', `${where}: expected rows and features for ${name}, got shape ${showShape(shape)}`);
  const width = array.size / shape[0];
  if (columns !== undefined && width !== columns)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected ${columns} features for ${name}, as in fit, got ${width} (shape ${showShape(shape)})`,
    );
  return { data: array.data as Float64Array, rows: shape[0], columns: width };
}

/** Targets [rows] or [rows, outputs] of `rows` rows. Throws ERR_SHAPE, and ERR_VALUE for NaN and infinities. */
export function toTargets(where: string, name: string, value: ArrayInput, rows: number): Targets {
  const array = toNDArray(where, name, value, 'float64');
  const { shape } = array;
  if (shape.length < 1 || shape.length > 2 || (shape.length === 2 && shape[1] === 0))
    throw new RidgelineError('ERR_SHAPE', `${where}: expected targets [n] or [n, outputs] for ${name}, got shape ${showShape(shape)}`);
  if (shape[0] !== rows) throw new RidgelineError('ERR_SHAPE', `${where}: x has ${rows} rows and ${name} has ${shape[0]}`);
  const data = array.data as Float64Array;
  const outputs = shape.length === 2 ? shape[1] : 1;
  requireFinite(where, name, data, outputs);
  return { data, rows, outputs, flat: shape.length === 1 };
}

/**
 * Weights of rows, each finite and 0 or more and not all 0; undefined where there are none, or one number for all.
 * Throws ERR_SHAPE, ERR_VALUE.
 */
export function toWeights(where: string, value: ArrayInput | undefined, rows: number): Float64Array | undefined {
  if (value === undefined) return undefined;
  const array = toNDArray(where, 'sampleWeight', value, 'float64');
  if (array.shape.length !== 1 || array.size !== rows)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected ${rows} weights for sampleWeight, one per row, got shape ${showShape(array.shape)}`,
    );
  const data = array.data as Float64Array;
  requireFinite(where, 'sampleWeight', data, 1);
  const negative = data.findIndex((w) => w < 0);
  if (negative >= 0)
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: expected weights of 0 or more for sampleWeight, got ${data[negative]} at row ${negative}`,
    );
  if (data.every((w) => w === 0)) throw new RidgelineError('ERR_VALUE', `${where}: every weight of sampleWeight is 0`);
  return data;
}

/** x, y and options of fit(x, y, options) and fit(dataset, options). Throws ERR_OPTION where y is missing or given twice. */
export function fitArguments<Y, O extends object>(
  where: string,
  x: ArrayInput | Dataset,
  y: Y | O | undefined,
  options: O | undefined,
): { readonly x: ArrayInput; readonly y: Y | NDArray; readonly options: O } {
  if (x instanceof Dataset) {
    if (options !== undefined || y instanceof NDArray || Array.isArray(y) || ArrayBuffer.isView(y))
      throw new RidgelineError('ERR_OPTION', `${where}: expected a dataset and options, or x, y and options; got a dataset and a y`);
    if (x.y === undefined) throw new RidgelineError('ERR_OPTION', `${where}: the dataset has no y`);
    return { x: x.x, y: x.y, options: (y ?? {}) as O };
  }
  if (y === undefined || y === null) throw new RidgelineError('ERR_OPTION', `${where}: expected targets for y, got ${y}`);
  return { x, y: y as Y, options: options ?? ({} as O) };
}

/** The rows of a dataset, or what was passed. */
export const rowsOf = (x: ArrayInput | Dataset): ArrayInput => (x instanceof Dataset ? x.x : x);
