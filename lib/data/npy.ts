import { checkOptions, either, optional, type Rule, string } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { decodeNpy } from '../formats/npy.ts';
import { newTypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { Dataset } from './dataset.ts';
import { checkFinite } from './from-arrays.ts';
import { readData } from './read-file.ts';

/** Options of {@link npy}. */
export interface NpyOptions {
  /** A second .npy file with the targets, or the column of a 2-d array to take as targets (negative: from the end). */
  target?: string | number;
}

const columnRule: Rule<number> = { expected: 'a column index', invalid: 0.5, test: (v): v is number => Number.isSafeInteger(v) };

/**
 * Reads NumPy's .npy files (<f4, <f8, <i4, <i8 as int32, |u1; gzip or not). x keeps the file's shape and type.
 * Throws ERR_DATA naming the file for what is missing, damaged, of another type, or of another number of rows;
 * ERR_VALUE for NaN or an infinity, with its row and column (from 0).
 */
export async function npy(path: string, options: NpyOptions = {}): Promise<Dataset> {
  const where = 'datasets.npy';
  checkOptions<NpyOptions>(where, options, { target: optional(either(string, columnRule)) });
  const x = await readRows(where, path);
  if (typeof options.target === 'number') return takeColumn(where, path, x, options.target);
  if (options.target === undefined) return new Dataset({ x });
  const y = await readRows(where, options.target);
  if (y.shape[0] !== x.shape[0])
    throw new RidgelineError('ERR_DATA', `${where}: ${path} has ${x.shape[0]} rows and ${options.target} has ${y.shape[0]}`);
  return new Dataset({ x, y });
}

async function readRows(where: string, path: string): Promise<NDArray> {
  const array = decodeNpy(where, path, await readData(where, path));
  if (array.shape.length === 0 || array.shape[0] === 0)
    throw new RidgelineError('ERR_DATA', `${where}: ${path} has no rows, its shape is ${showShape(array.shape)}`);
  checkFinite(where, path, array);
  return array;
}

function takeColumn(where: string, path: string, table: NDArray, target: number): Dataset {
  const [rows, columns] = table.shape;
  const column = target < 0 ? target + columns : target;
  if (table.shape.length !== 2 || columns < 2)
    throw new RidgelineError(
      'ERR_DATA',
      `${where}: a target column needs a 2-d array of at least two columns, ${path} has ${showShape(table.shape)}`,
    );
  if (column < 0 || column >= columns)
    throw new RidgelineError('ERR_DATA', `${where}: no column ${target} for target, ${path} has ${columns}`);
  const x = newTypedArray(table.dtype, rows * (columns - 1));
  const y = newTypedArray(table.dtype, rows);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const value = table.data[i * columns + j];
      if (j === column) y[i] = value;
      else x[at++] = value;
    }
  }
  return new Dataset({ x: new NDArray(x, [rows, columns - 1]), y: new NDArray(y, [rows]) });
}
