import { boolean, checkOptions, inRange, nonNegativeInt, optional, positiveInt } from '../check.ts';
import { shuffledIndices } from '../data/prng.ts';
import { Dataset } from '../data/dataset.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { layers } from '../layers/index.ts';
import { sequential } from '../models/sequential.ts';
import { erf } from '../ops/special.ts';
import { optimizers } from '../optimizers/index.ts';
import { type ArrayInput, NDArray, toNDArray } from '../tensor/ndarray.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { pick } from './objective.ts';

/** Options of {@link drift}. */
export interface DriftOptions {
  /** Probability of finding drift where there is none, over all tests together, in (0, 1); default 0.05. */
  readonly alpha?: number;
  /** Train a classifier to tell the sets apart too; default true. */
  readonly classifier?: boolean;
  /** Most rows of each set that are looked at, drawn without replacement; default 5000. */
  readonly rows?: number;
  /** Of draws and classifier; default 0. */
  readonly seed?: number;
}

/** One feature in both sets. */
export interface FeatureDrift {
  /** Its name where the training set has names, else its number. */
  readonly feature: string | number;
  /** Largest distance between the two distribution functions, in [0, 1]. */
  readonly statistic: number;
  readonly pValue: number;
  /** The probability, corrected for the number of features (Holm). */
  readonly adjusted: number;
  readonly drifted: boolean;
  /** Difference of the means, live less train, in standard deviations of the training set; 0 or infinite where that is 0. */
  readonly shift: number;
}

/** What {@link drift} finds. */
export interface Drift {
  /** Any feature, or the classifier, says so. */
  readonly drifted: boolean;
  /** The most different first. */
  readonly features: readonly FeatureDrift[];
  /**
   * How well a small network tells rows of one set from rows of the other, on rows that it was not trained on: 0.5 for sets of one distribution.
   * It also sees what no single feature shows. Undefined when it was left out.
   */
  readonly classifier: { readonly accuracy: number; readonly pValue: number; readonly drifted: boolean } | undefined;
}

/** Rows of each set that the classifier needs to say anything. */
const leastRows = 20;

/**
 * Covariate shift: do live inputs come from the distribution of the training inputs? Each feature by the two-sample test of Kolmogorov and
 * Smirnov, with Holm's correction for their number; all together by a classifier two-sample test (Lopez-Paz and Oquab 2017). Half of alpha goes
 * to each of the two. Features with few distinct values make the first one cautious, never rash.
 * @param train rows of any shape, or a dataset. @param live rows of the same shape.
 * @throws ERR_SHAPE for rows of different shapes; ERR_VALUE for values that are not finite, or a classifier with fewer than 20 rows in a set.
 */
export async function drift(train: ArrayInput | Dataset, live: ArrayInput | Dataset, options: DriftOptions = {}): Promise<Drift> {
  const where = 'diagnose.drift';
  checkOptions<DriftOptions>(where, options, {
    alpha: optional(inRange('(0, 1)')),
    classifier: optional(boolean),
    rows: optional(positiveInt),
    seed: optional(nonNegativeInt),
  });
  const { alpha = 0.05, classifier = true, rows: most = 5000, seed = 0 } = options;
  const [a, b] = [flatRows(where, 'train', train), flatRows(where, 'live', live)];
  if (a.shape[1] !== b.shape[1])
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected rows of one size, got ${a.shape[1]} values in train and ${b.shape[1]} in live`,
    );
  if (classifier && Math.min(a.shape[0], b.shape[0]) < leastRows)
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: the classifier needs ${leastRows} rows of each set, got ${a.shape[0]} and ${b.shape[0]}; leave it out with { classifier: false }`,
    );
  const [x, z] = [sampled(a, most, seed), sampled(b, most, seed + 1)];
  const part = classifier ? alpha / 2 : alpha;
  const names = train instanceof Dataset ? train.featureNames : undefined;
  const features = await featureDrifts(x, z, part, (i) => names?.[i] ?? i);
  const told = classifier ? await toldApart(x, z, part, seed) : undefined;
  return { drifted: features.some((f) => f.drifted) || told?.drifted === true, features, classifier: told };
}

/** x as a table of finite doubles. */
function flatRows(where: string, name: string, given: ArrayInput | Dataset): NDArray {
  const x = given instanceof Dataset ? given.x : toNDArray(where, name, given);
  if (x.shape.length === 0 || x.size === 0)
    throw new RidgelineError('ERR_SHAPE', `${where}: expected rows for ${name}, got shape ${showShape(x.shape)}`);
  const table = toNDArray(where, name, x, 'float64').reshape(x.shape[0], -1);
  const bad = table.data.findIndex((v) => !Number.isFinite(v));
  if (bad >= 0)
    throw new RidgelineError('ERR_VALUE', `${where}: ${name} has ${table.data[bad]} in row ${Math.floor(bad / table.shape[1])}`);
  return table;
}

const sampled = (x: NDArray, most: number, seed: number): NDArray =>
  x.shape[0] <= most ? x : pick(x, shuffledIndices(x.shape[0], seed).subarray(0, most));

const moments = (v: Float64Array) => {
  const mean = v.reduce((s, value) => s + value, 0) / v.length;
  return { mean, deviation: Math.sqrt(v.reduce((s, value) => s + (value - mean) ** 2, 0) / v.length) };
};

async function featureDrifts(x: NDArray, z: NDArray, alpha: number, nameOf: (i: number) => string | number): Promise<FeatureDrift[]> {
  const count = x.shape[1];
  const column = (t: NDArray, i: number) => Float64Array.from({ length: t.shape[0] }, (_, r) => t.data[r * count + i]).sort();
  const found: Omit<FeatureDrift, 'adjusted' | 'drifted'>[] = [];
  let breath = performance.now();
  for (let i = 0; i < count; i++) {
    const [a, b] = [column(x, i), column(z, i)];
    const [before, after] = [moments(a), moments(b)];
    const difference = after.mean - before.mean;
    const shift = difference === 0 ? 0 : difference / before.deviation;
    found.push({ feature: nameOf(i), ...kolmogorovSmirnov(a, b), shift });
    // Sorting is done on this thread: others get their turn.
    if (performance.now() - breath > 10) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      breath = performance.now();
    }
  }
  // Holm: the k-th smallest probability times the number of those not smaller, and no less than the one before.
  let floor = 0;
  return found
    .sort((a, b) => a.pValue - b.pValue || b.statistic - a.statistic)
    .map((f, k) => {
      floor = Math.max(floor, Math.min(1, f.pValue * (count - k)));
      return { ...f, adjusted: floor, drifted: floor < alpha };
    });
}

/** Trains on half of the rows, as many of each set, and counts on the other half. */
async function toldApart(x: NDArray, z: NDArray, alpha: number, seed: number) {
  const count = Math.min(x.shape[0], z.shape[0]);
  const width = x.shape[1];
  const half = count >> 1;
  const [first, second] = [x, z].map((t, k) => pick(t, shuffledIndices(t.shape[0], seed + 2 + k).subarray(0, 2 * half)));
  const both = (from: number, to: number) => {
    const table = new NDArray(new Float64Array(2 * (to - from) * width), [2 * (to - from), width]);
    table.data.set(first.rows(from, to).data);
    table.data.set(second.rows(from, to).data, (to - from) * width);
    return table;
  };
  const [seen, unseen] = [both(0, half), both(half, 2 * half)];
  standardize([seen, unseen], width);
  const labels = Float32Array.from({ length: 2 * half }, (_, i) => (i < half ? 0 : 1));
  const model = sequential(
    [
      layers.input([width]),
      layers.dense(32, { activation: 'relu', kernelInitializer: 'heNormal' }),
      layers.dense(1, { activation: 'sigmoid' }),
    ],
    { seed },
  );
  model.compile({ optimizer: optimizers.adam({ learningRate: 0.01, weightDecay: 0.01 }), loss: 'binaryCrossentropy' });
  // About 600 steps, whatever the number of rows.
  const batchSize = Math.min(64, 2 * half);
  await model.fit(seen, labels, { epochs: Math.max(3, Math.ceil((600 * batchSize) / (2 * half))), batchSize, verbose: false });
  const guesses = await model.predict(unseen);
  const right = labels.filter((label, i) => guesses.data[i] > 0.5 === label > 0.5).length;
  const accuracy = right / labels.length;
  const pValue = normalTail((accuracy - 0.5) * 2 * Math.sqrt(labels.length));
  return { accuracy, pValue, drifted: pValue < alpha };
}

/** Moves the tables by mean and deviation of the first one's columns, in place. */
function standardize(tables: readonly NDArray[], width: number): void {
  const rows = tables[0].shape[0];
  for (let i = 0; i < width; i++) {
    const { mean, deviation } = moments(Float64Array.from({ length: rows }, (_, r) => tables[0].data[r * width + i]));
    for (const { data } of tables) {
      for (let k = i; k < data.length; k += width) data[k] = (data[k] - mean) / (deviation || 1);
    }
  }
}

/** P(Z > z) of a standard normal. */
const normalTail = (z: number): number => (1 - erf(z * Math.SQRT1_2)) / 2;
