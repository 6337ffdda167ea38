/** Estimators from files. */
import { RidgelineError } from '../errors.ts';
import { LinearSvc } from './linear-svc.ts';
import { LogisticRegression } from './logistic-regression.ts';
import { readEstimator, type SavedEstimator } from './persist.ts';
import { Ridge } from './ridge.ts';

const loaders = {
  linearSvc: LinearSvc.load,
  logisticRegression: LogisticRegression.load,
  ridge: Ridge.load,
} satisfies Record<string, (saved: SavedEstimator) => unknown>;

/** Any estimator that can be saved. */
export type Estimator = ReturnType<(typeof loaders)[keyof typeof loaders]>;

/** Makes a saved estimator again. Throws ERR_FORMAT for a kind that there is not, or arrays that do not fit. */
export function restore(saved: SavedEstimator): Estimator {
  if (!Object.hasOwn(loaders, saved.kind))
    throw new RidgelineError('ERR_FORMAT', `loadEstimator: expected one of ${Object.keys(loaders).join(', ')}, got '${saved.kind}'`);
  return loaders[saved.kind as keyof typeof loaders](saved);
}

/** Reads an estimator that its `save` wrote, of whatever kind. Throws ERR_FORMAT for files that are damaged, newer, or no estimators. */
export async function loadEstimator(path: string): Promise<Estimator> {
  return restore(await readEstimator(path));
}
