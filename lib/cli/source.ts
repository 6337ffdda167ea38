/** Where the command takes data from: the embedded digits, a folder of IDX files, a CSV or an NPY file. */
import { stat } from 'node:fs/promises';
import { type Dataset, datasets } from '../data/index.ts';
import { RidgelineError } from '../errors.ts';

/** How a file becomes columns; kept with a model, so that other files are read the same way. */
export interface ReadOptions {
  readonly target?: string;
  readonly delimiter?: string;
  readonly header?: boolean;
  readonly missing?: 'error' | 'mean' | 'drop';
  readonly categorical?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  readonly classNames?: readonly string[];
  readonly task?: 'classification' | 'regression';
}

export interface Source {
  readonly kind: 'digits' | 'idx' | 'csv' | 'npy';
  /** Everything, or what is meant for training where the source has a test set of its own. */
  readonly data: Dataset;
  readonly test: Dataset | undefined;
}

/** Reads `path`; the kind follows from what it is. With `supervised`, a table without a target is an error. */
export async function readSource(path: string, options: ReadOptions, supervised = false): Promise<Source> {
  if (path === 'digits') return { kind: 'digits', data: datasets.digits(), test: undefined };
  const entry = await stat(path).catch(() => undefined);
  if (!entry)
    throw new RidgelineError(
      'ERR_DATA',
      `${path}: no such file or folder; expected a .csv or .npy file, a folder of IDX files, or 'digits'`,
    );
  if (entry.isDirectory()) {
    const { train, test } = await datasets.idxFolder(path);
    return { kind: 'idx', data: train, test };
  }
  if (/\.npy$/i.test(path)) {
    const target = options.target === undefined ? undefined : /^-?\d+$/.test(options.target) ? Number(options.target) : options.target;
    return { kind: 'npy', data: await datasets.npy(path, { target } as never), test: undefined };
  }
  const target =
    options.header === false && options.target !== undefined && /^-?\d+$/.test(options.target) ? Number(options.target) : options.target;
  if (supervised && target === undefined) throw new RidgelineError('ERR_OPTION', `${path}: name the column to predict with --target`);
  const { delimiter, header, missing, categorical, classNames, task } = options;
  return {
    kind: 'csv',
    data: await datasets.csv(path, { target, delimiter, header, missing, categorical, classNames, task }),
    test: undefined,
  };
}

/** Categories of one-hot columns as they were found, from feature names such as 'color=red'. */
export function foundCategories(data: Dataset, categorical: ReadOptions['categorical']): Record<string, string[]> | undefined {
  const columns = Array.isArray(categorical) ? (categorical as readonly string[]) : Object.keys(categorical ?? {});
  if (columns.length === 0) return undefined;
  return Object.fromEntries(
    columns.map((c) => [c, (data.featureNames ?? []).filter((f) => f.startsWith(`${c}=`)).map((f) => f.slice(c.length + 1))]),
  );
}
