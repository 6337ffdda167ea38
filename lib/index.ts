/** Ridgeline: train and regularize neural networks inside Node.js. The public surface, and nothing else. */
export { activations } from './activations.ts';
export { type CheckGradientsOptions, checkGradients, type GradientCheck } from './autodiff/check-gradients.ts';
export { grad, jvp, type TensorFunction, valueAndGrad, vjp } from './autodiff/transform.ts';
export { callbacks } from './callbacks/index.ts';
export type { Callback, CallbackContext, ProgressInfo } from './callbacks/define.ts';
export { constraints } from './constraints/index.ts';
export { Dataset, datasets } from './data/index.ts';
export { diagnose } from './diagnose/index.ts';
export type {
  BatchNoise,
  Capacity,
  CapacityOptions,
  CapacityPoint,
  Curvature,
  CurvatureOptions,
  Diagnosis,
  Drift,
  DriftOptions,
  FeatureDrift,
  Finding,
  GradientOptions,
  GradientReport,
  HistoryOptions,
  LayerGradient,
  LayerSignal,
  Noise,
  NoiseOptions,
  Propagation,
  PropagationOptions,
  WeightGradient,
} from './diagnose/index.ts';
export { ensembles } from './ensembles/index.ts';
export type {
  AdaBoost,
  AdaBoostOptions,
  Bagging,
  BaggingOptions,
  BiasVariance,
  BiasVarianceOptions,
  BiasVariancePoint,
  BoostFitOptions,
  DeepEnsemble,
  DeepEnsembleOptions,
  DropoutEnsemble,
  DropoutEnsembleOptions,
  Ensemble,
  EnsembleFitOptions,
  ErrorDecomposition,
  Estimator,
  GradientBoosting,
  GradientBoostingOptions,
  Grown,
  GrowNetworkOptions,
  LoadedEnsemble,
  Member,
  MemberInfo,
  MemberProgress,
  OutOfBag,
  SnapshotEnsemble,
  SnapshotEnsembleOptions,
  SnapshotInfo,
  Spread,
  StageInfo,
  StageLogs,
  StageOptions,
  VotingEnsemble,
  VotingOptions,
} from './ensembles/index.ts';
export { type ErrorCode, RidgelineError } from './errors.ts';
export { initializers } from './initializers/index.ts';
export { info, kernels, setThreads } from './kernels.ts';
export { layers } from './layers/index.ts';
export type { ApplicableLayer, Layer, LayerContext } from './layers/define.ts';
export type { Value } from './layers/value.ts';
export * as linear from './linear/index.ts';
export { losses } from './losses/index.ts';
export { metrics } from './metrics/index.ts';
export { type ContinueOptions, earlyStopping, type RetrainOptions, type Stopped } from './models/early-stopping.ts';
export type { EpochLogs, History } from './models/history.ts';
export { type LearningRateCurve, learningRateFinder, type LearningRateFinderOptions } from './models/learning-rate-finder.ts';
export type { TrainingMemory } from './models/memory.ts';
export { defineModel, input, type Values } from './models/define-model.ts';
export { FunctionalModel } from './models/functional-model.ts';
export { Model } from './models/model.ts';
export type {
  ByName,
  CommonCompileOptions,
  CommonFitOptions,
  CompileOptions,
  FitOptions,
  FunctionalCompileOptions,
  FunctionalFitOptions,
  LossFunction,
} from './models/options.ts';
export { loadModel } from './models/load.ts';
export { type ModelOptions, sequential } from './models/sequential.ts';
export * as ops from './ops/index.ts';
export { type GroupOptions, type Groups, optimizers } from './optimizers/index.ts';
export { regularizers } from './regularizers/index.ts';
export { lineChart, type LineChartOptions } from './report/line-chart.ts';
export { type Schedule, type ScheduleLike, schedules } from './schedules/index.ts';
export { type CompiledFunction, compile, type Spec } from './runtime/function.ts';
export { type TrainStep, type TrainStepOptions, trainStep } from './runtime/train-step.ts';
export {
  type Distribution,
  distributions,
  type GridSweepOptions,
  type PathPoint,
  type SampledSweepOptions,
  type Summary,
  type SweepEntry,
  type SweepProgress,
  type SweepResult,
  sweep,
  type Training,
} from './sweep/index.ts';
export type { DType, TypedArray } from './tensor/dtype.ts';
export { type ArrayInput, NDArray, ndarray } from './tensor/ndarray.ts';
export { Tensor } from './tensor/tensor.ts';
