/** What a run adds up besides its step: loss and metrics of a phase, and multipliers of constraints. */
import { readEntry } from '../runtime/state-layout.ts';
import type { Slab } from '../runtime/backend.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Engine, Phase } from './engine.ts';
import { resultsOf } from './outputs.ts';
import { multiplierName } from './penalized.ts';

/** Sets the running sums of a phase to 0. */
export function clearSums(engine: Engine, phase: Phase, slab: Slab): void {
  const { offset, bytes } = engine.sums[phase];
  engine.backend.write(slab, offset, new Float64Array(bytes / 8));
}

/** Loss and metrics from the running sums of a phase. */
export function phaseResults(engine: Engine, phase: Phase, slab: Slab): Record<string, number> {
  const { offset, bytes } = engine.sums[phase];
  const sums = new Float64Array(bytes / 8);
  engine.backend.read(slab, offset, sums);
  return resultsOfSums(engine, phase, sums);
}

/** The same from a copy of those sums. */
export function resultsOfSums(engine: Engine, phase: Phase, sums: Float64Array): Record<string, number> {
  const { outputs } = engine.requireCompiled(phase);
  const first = engine.sums[phase].offset;
  return resultsOf(outputs, phase, engine.hasPenalty, (name) => {
    const { offset, shape } = engine.entry(name);
    const at = (offset - first) / 8;
    return sums.subarray(at, at + sizeOf(shape));
  });
}

/** Do constraints have multipliers, which the history tells? */
export const hasMultipliers = (engine: Engine): boolean => engine.parameters.some((p) => p.constraint?.multiplier !== undefined);

/** Multipliers of constraints as they stand, by name. */
export function multipliers(engine: Engine, slab: Slab): Record<string, number> {
  const names = engine.parameters.flatMap((p) => (p.constraint?.multiplier ? [multiplierName(p.name)] : []));
  return Object.fromEntries(names.map((name) => [name, readEntry(engine.backend, slab, engine.entry(name)).data[0]]));
}
