import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkOptions, optional, string } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { decodeIdx } from '../formats/idx.ts';
import { isFloat } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { Dataset } from './dataset.ts';
import { readData } from './read-file.ts';

/** Options of {@link idx}. */
export interface IdxOptions {
  /** File of the inputs, [n, ...]. */
  images: string;
  /** File of the labels, [n]; without it the dataset has no y. */
  labels?: string;
}

/** Labels above this are numbers, not classes with a name each. */
const maxClasses = 1000;

/**
 * Reads files in MNIST's IDX format, gzip or not (told by content). x keeps the file's shape and type (uint8 for
 * images: values 0..255); integer labels become int32 with class names '0', '1', ....
 * Throws ERR_DATA naming the file for what is missing, truncated or not IDX, and for counts that differ.
 */
export async function idx(options: IdxOptions): Promise<Dataset> {
  checkOptions<IdxOptions>('datasets.idx', options, { images: string, labels: optional(string) });
  return load('datasets.idx', options.images, options.labels);
}

/**
 * Reads the four files of an MNIST-like folder: train-images, train-labels, t10k-images and t10k-labels, as
 * `train-images-idx3-ubyte` or `train-images.idx3-ubyte`, with or without `.gz`. Errors as of {@link idx}.
 */
export async function idxFolder(folder: string): Promise<{ train: Dataset; test: Dataset }> {
  const where = 'datasets.idxFolder';
  const find = (name: string, rank: number): string => {
    const candidates = ['-', '.'].flatMap((dash) => ['', '.gz'].map((end) => `${name}${dash}idx${rank}-ubyte${end}`));
    const found = candidates.find((candidate) => existsSync(join(folder, candidate)));
    if (found === undefined) throw new RidgelineError('ERR_DATA', `${where}: ${folder} has none of ${candidates.join(', ')}`);
    return join(folder, found);
  };
  const [trainImages, trainLabels] = [find('train-images', 3), find('train-labels', 1)];
  const [testImages, testLabels] = [find('t10k-images', 3), find('t10k-labels', 1)];
  return { train: await load(where, trainImages, trainLabels), test: await load(where, testImages, testLabels) };
}

async function load(where: string, images: string, labels: string | undefined): Promise<Dataset> {
  const x = decodeIdx(where, images, await readData(where, images));
  if (x.shape[0] === 0) throw new RidgelineError('ERR_DATA', `${where}: ${images} has no rows`);
  if (labels === undefined) return new Dataset({ x });
  return labelled(where, x, images, decodeIdx(where, labels, await readData(where, labels)), labels);
}

/** Joins inputs and labels of two files; also for files already in memory. */
export function labelled(where: string, x: NDArray, images: string, y: NDArray, labels: string): Dataset {
  if (y.shape.length !== 1)
    throw new RidgelineError('ERR_DATA', `${where}: expected labels of shape [${x.shape[0]}], ${labels} has ${showShape(y.shape)}`);
  if (y.shape[0] !== x.shape[0])
    throw new RidgelineError('ERR_DATA', `${where}: ${images} has ${x.shape[0]} rows and ${labels} has ${y.shape[0]} labels`);
  if (isFloat(y.dtype)) return new Dataset({ x, y });
  const indices = Int32Array.from(y.data);
  let low = 0;
  let high = 0;
  for (const label of indices) {
    low = Math.min(low, label);
    high = Math.max(high, label);
  }
  const classNames = low >= 0 && high < maxClasses ? Array.from({ length: high + 1 }, (_, c) => String(c)) : undefined;
  return new Dataset({ x, y: new NDArray(indices, y.shape), classNames });
}
