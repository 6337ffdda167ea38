/** Rows of features that may be sparse. */
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { CsrMatrix } from '../tensor/csr.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { type LinearFit, linearMap, r2Score, type ScoreOptions } from './linear-model.ts';
import { fitArguments, type Matrix, requireFinite, rowsOf, type Targets, toMatrixUnchecked, toTargets, toWeights } from './matrix.ts';
import { checkFitOptions, checkRunOptions, type FitOptions, type RunOptions } from './run.ts';

/** Rows of features [n, p]: numbers in any form, or a sparse matrix. */
export type FeatureInput = ArrayInput | CsrMatrix;

/** Checked rows of features. */
export type Features = { readonly rows: number; readonly columns: number } & (
  | { readonly dense: Matrix; readonly sparse?: undefined }
  | { readonly sparse: CsrMatrix; readonly dense?: undefined }
);

/** As toMatrix, of sparse rows too. Throws ERR_SHAPE, ERR_VALUE. */
export function toFeatures(where: string, name: string, value: FeatureInput, columns?: number): Features {
  const features = toFeaturesUnchecked(where, name, value, columns);
  if (features.dense) requireFinite(where, name, features.dense.data, features.columns);
  return features;
}

/** The same, NaN and infinities among dense numbers let through. */
function toFeaturesUnchecked(where: string, name: string, value: FeatureInput, columns?: number): Features {
  if (!(value instanceof CsrMatrix)) {
    const dense = toMatrixUnchecked(where, name, value, columns);
    return { dense, rows: dense.rows, columns: dense.columns };
  }
  const [rows, width] = value.shape;
  if (rows === 0 || width === 0)
    throw new RidgelineError('ERR_SHAPE', `${where}: expected rows and features for ${name}, got shape ${showShape(value.shape)}`);
  if (columns !== undefined && width !== columns)
    throw new RidgelineError('ERR_SHAPE', `${where}: expected ${columns} features for ${name}, as in fit, got ${width}`);
  requireFinite(where, name, value.data, 1);
  return { sparse: value, rows, columns: width };
}

/** What a fit works on. */
export interface FeatureTraining {
  readonly x: Features;
  readonly y: Targets;
  readonly weights: Float64Array | undefined;
  readonly options: FitOptions;
}

/** Checked arguments of fit(x, y, options) and fit(dataset, options), where x may be sparse. */
export function featureTraining(
  where: string,
  x: FeatureInput | Dataset,
  y: ArrayInput | FitOptions | undefined,
  options: FitOptions | undefined,
): FeatureTraining {
  const training = featureTrainingUnchecked(where, x, y, options);
  if (training.x.dense) requireFinite(where, 'x', training.x.dense.data, training.x.columns);
  return training;
}

/** The same, NaN and infinities in a dense x let through: for callers whose native algorithm tells of them. */
export function featureTrainingUnchecked(
  where: string,
  x: FeatureInput | Dataset,
  y: ArrayInput | FitOptions | undefined,
  options: FitOptions | undefined,
): FeatureTraining {
  const given = fitArguments<ArrayInput, FitOptions>(where, x as ArrayInput | Dataset, y as ArrayInput, options);
  checkFitOptions(where, given.options);
  const features = toFeaturesUnchecked(where, 'x', given.x as FeatureInput);
  return {
    x: features,
    y: toTargets(where, 'y', given.y, features.rows),
    weights: toWeights(where, given.options.sampleWeight, features.rows),
    options: given.options,
  };
}

const none = new Float64Array(0);
const noIndices = new Int32Array(0);

/** The first sizes and arrays of a native algorithm that takes dense or sparse rows (native/linear/sparse_check.h). */
export function sourceOf({ x, y, weights }: FeatureTraining): { numbers: number[]; inputs: (Float64Array | Int32Array)[] } {
  return {
    numbers: [x.rows, x.columns, y.outputs, Number(x.sparse !== undefined)],
    inputs: [
      x.sparse ? x.sparse.data : x.dense.data,
      y.data,
      x.sparse?.indices ?? noIndices,
      x.sparse?.indptr ?? noIndices,
      weights ?? none,
    ],
  };
}

/** As predictLinear, of sparse rows too. */
export async function predictFeatures(
  where: string,
  fit: LinearFit,
  x: FeatureInput | Dataset,
  options: RunOptions = {},
): Promise<NDArray> {
  checkRunOptions(where, options);
  const features = toFeatures(where, 'x', x instanceof CsrMatrix ? x : rowsOf(x), fit.columns);
  return new NDArray(
    await linearMap(where, fit, features.dense ?? features.sparse, options),
    fit.flat ? [features.rows] : [features.rows, fit.outputs],
  );
}

/** As scoreLinear, of sparse rows too. */
export async function scoreFeatures(
  where: string,
  fit: LinearFit,
  x: FeatureInput | Dataset,
  y: ArrayInput | ScoreOptions | undefined,
  options: ScoreOptions | undefined,
): Promise<number> {
  const given = fitArguments<ArrayInput, ScoreOptions>(where, x as ArrayInput | Dataset, y as ArrayInput, options);
  const { sampleWeight, ...run } = given.options;
  checkRunOptions(where, run);
  const features = toFeatures(where, 'x', given.x as FeatureInput, fit.columns);
  const targets = toTargets(where, 'y', given.y, features.rows);
  if (targets.outputs !== fit.outputs)
    throw new RidgelineError('ERR_SHAPE', `${where}: expected ${fit.outputs} outputs for y, as in fit, got ${targets.outputs}`);
  return r2Score(
    targets,
    await linearMap(where, fit, features.dense ?? features.sparse, run),
    toWeights(where, sampleWeight, features.rows),
  );
}
