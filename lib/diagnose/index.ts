/** Diagnosis: what a training run, a model or its data suffer from. */
import { curvature } from './curvature.ts';
import { gradients } from './gradients.ts';
import { diagnoseHistory } from './history.ts';
import { noise } from './noise.ts';
import { propagation } from './propagation.ts';

/** diagnose(history) judges a training run; its members look into models and data. */
export const diagnose = Object.assign(diagnoseHistory, { curvature, gradients, noise, propagation });
