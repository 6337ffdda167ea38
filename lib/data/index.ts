import { csv } from './csv.ts';
import { digits } from './digits.ts';
import { fromArrays } from './from-arrays.ts';
import { idx, idxFolder } from './idx.ts';
import { npy } from './npy.ts';

export type { CsvOptions } from './csv.ts';
export { Dataset, type DatasetParts, type PartName, type Split, type SplitOptions, type Standardized } from './dataset.ts';
export type { ArraysOptions } from './from-arrays.ts';
export type { IdxOptions } from './idx.ts';
export type { NpyOptions } from './npy.ts';

/** Where data comes from. `digits` and `fromArrays` return a Dataset, the readers of files a promise of one. */
export const datasets = { digits, idx, idxFolder, csv, npy, fromArrays };
