/** Linear models and what goes with them, in scikit-learn's manner; all in float64, fitted off the JavaScript thread. */
export type { ClassWeight } from './class-weight.ts';
export type { Label, LabelInput, Predicted } from './labels.ts';
export { type Estimator, loadEstimator } from './load.ts';
export type { ScoreOptions } from './linear-model.ts';
export { LinearSvc, type LinearSvcOptions } from './linear-svc.ts';
export { LogisticRegression, type LogisticRegressionOptions } from './logistic-regression.ts';
export type { Separation } from './separation.ts';
export { Ridge, type RidgeOptions } from './ridge.ts';
export type { FitOptions, FitProgress, RunOptions } from './run.ts';
