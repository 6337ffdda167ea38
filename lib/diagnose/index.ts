/** Diagnosis: what a training run, a model or its data suffer from. */
import { capacity } from './capacity.ts';
import { curvature } from './curvature.ts';
import { drift } from './drift.ts';
import { gradients } from './gradients.ts';
import { diagnoseHistory } from './history.ts';
import { noise } from './noise.ts';
import { propagation } from './propagation.ts';

export type { Capacity, CapacityOptions, CapacityPoint } from './capacity.ts';
export type { Curvature, CurvatureOptions } from './curvature.ts';
export type { Drift, DriftOptions, FeatureDrift } from './drift.ts';
export type { GradientOptions, GradientReport, LayerGradient, WeightGradient } from './gradients.ts';
export type { Diagnosis, Finding, HistoryOptions } from './history.ts';
export type { BatchNoise, Noise, NoiseOptions } from './noise.ts';
export type { LayerSignal, Propagation, PropagationOptions } from './propagation.ts';

/** diagnose(history) judges a training run; its members look into models and data. */
export const diagnose = Object.assign(diagnoseHistory, { capacity, curvature, drift, gradients, noise, propagation });
