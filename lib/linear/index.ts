/** Linear models and what goes with them, in scikit-learn's manner; all in float64, fitted off the JavaScript thread. */
export type { Label, LabelInput, Predicted } from './labels.ts';
export { type Estimator, loadEstimator } from './load.ts';
export type { ScoreOptions } from './linear-model.ts';
export { Ridge, type RidgeOptions } from './ridge.ts';
export type { FitOptions, FitProgress, RunOptions } from './run.ts';
