import { dropoutEnsemble } from './dropout.ts';

export type { DropoutEnsemble, DropoutEnsembleOptions, Spread } from './dropout.ts';

/** Several networks that answer as one. */
export const ensembles = { dropoutEnsemble };
