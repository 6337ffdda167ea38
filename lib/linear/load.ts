/** Estimators from files. */
import { RidgelineError } from '../errors.ts';
import { LinearSvc } from './linear-svc.ts';
import { LogisticRegression } from './logistic-regression.ts';
import { KNeighborsClassifier } from './k-neighbors-classifier.ts';
import { LinearRegression } from './linear-regression.ts';
import { PCA } from './pca.ts';
import { ElasticNet, Lasso } from './lasso.ts';
import { ElasticNetCV, LassoCV } from './lasso-cv.ts';
import { readEstimator, type SavedEstimator } from './persist.ts';
import { Pipeline } from './pipeline.ts';
import { PolynomialFeatures } from './polynomial-features.ts';
import { OrthogonalMatchingPursuit } from './pursuit.ts';
import { Ridge } from './ridge.ts';
import { RidgeCV } from './ridge-cv.ts';
import { StandardScaler } from './standard-scaler.ts';

const loaders = {
  linearSvc: LinearSvc.load,
  logisticRegression: LogisticRegression.load,
  kNeighborsClassifier: KNeighborsClassifier.load,
  linearRegression: LinearRegression.load,
  pca: PCA.load,
  pipeline: (saved: SavedEstimator): Pipeline => Pipeline.load(saved, restore),
  polynomialFeatures: PolynomialFeatures.load,
  elasticNet: ElasticNet.load,
  elasticNetCV: ElasticNetCV.load,
  lasso: Lasso.load,
  lassoCV: LassoCV.load,
  orthogonalMatchingPursuit: OrthogonalMatchingPursuit.load,
  ridge: Ridge.load,
  ridgeCV: RidgeCV.load,
  standardScaler: StandardScaler.load,
} satisfies Record<string, (saved: SavedEstimator) => unknown>;

/** Any estimator that can be saved. */
export type Estimator = ReturnType<(typeof loaders)[keyof typeof loaders]>;

/** Makes a saved estimator again. Throws ERR_FORMAT for a kind that there is not, or arrays that do not fit. */
export function restore(saved: SavedEstimator): Estimator {
  if (!Object.hasOwn(loaders, saved.kind))
    throw new RidgelineError('ERR_FORMAT', `loadEstimator: expected one of ${Object.keys(loaders).join(', ')}, got '${saved.kind}'`);
  return loaders[saved.kind as keyof typeof loaders](saved);
}

/**
 * Reads an estimator that its `save` wrote. With `type`, as `loadEstimator(path, linear.Ridge)`, it must be of that class.
 * Throws ERR_FORMAT for files that are damaged, newer, of another class, or no estimators.
 */
export async function loadEstimator<T extends Estimator = Estimator>(path: string, type?: new (...given: never[]) => T): Promise<T> {
  const loaded = restore(await readEstimator(path));
  if (type !== undefined && !(loaded instanceof type))
    throw new RidgelineError('ERR_FORMAT', `loadEstimator: ${path} holds a ${loaded.constructor.name}, expected a ${type.name}`);
  return loaded as T;
}
