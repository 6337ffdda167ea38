export type { GridSweepOptions, SampledSweepOptions, SweepProgress, Training } from './options.ts';
export { type Distribution, distributions } from './parameters.ts';
export type { PathPoint } from './path.ts';
export type { Summary } from './select.ts';
export { type SweepEntry, type SweepResult, sweep } from './sweep.ts';
