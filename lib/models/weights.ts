/** A model's weights and statistics: read, written, copied, looked through. */
import { RidgelineError, showShape } from '../errors.ts';
import type { Slab } from '../runtime/backend.ts';
import { readEntry, writeEntry } from '../runtime/state-layout.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { sameShape } from '../tensor/shape.ts';
import type { Engine } from './engine.ts';
import { copyView, startSlots, viewName } from './optimizer-state.ts';

/** Through which weights are looked at, without a copy of them all: one for all models, which may be many and small. */
const view = new Float32Array(16384);

/** A copy of the weights, as evaluation sees them, and statistics, in `target` where there is one. */
export function copyOfWeights(engine: Engine, target?: Slab): Slab {
  const copy = engine.copied(engine.state, engine.weightBytes, target);
  copyView(copy, engine.target, engine.requireCompiled('fit'));
  return copy;
}

/** Brings such a copy back. */
export function restoreWeights(engine: Engine, copy: Slab): void {
  engine.backend.copy(engine.writable(), 0, copy, 0, engine.weightBytes);
  startSlots(engine.target, engine.requireCompiled('fit'), (slot) => slot.start === 'weight');
}

/** Copies of weights and statistics, as evaluation sees them or, with `training`, as the next step does. */
export function weightsOf(engine: Engine, training = false): Record<string, NDArray> {
  const slab = engine.readable();
  const model = training ? undefined : engine.compiled;
  return Object.fromEntries(engine.parameters.map((p) => [p.name, readEntry(engine.backend, slab, engine.entry(viewName(model, p)))]));
}

/** The first weight or statistic with a value that is not finite. */
export function spoiledParameter(engine: Engine): string | undefined {
  for (let begin = 0; begin < engine.weightBytes; begin += 4 * view.length) {
    const values = view.subarray(0, (engine.weightBytes - begin) / 4);
    engine.backend.read(engine.state, begin, values);
    // x - x is 0 for every finite x, and NaN for all else.
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i] - values[i];
    if (sum !== 0)
      return engine.parameters.find((p) => !readEntry(engine.backend, engine.state, engine.entry(p.name)).data.every(Number.isFinite))
        ?.name;
  }
  return undefined;
}

/** Writes all of them or, where one does not fit, none. */
export function setWeights(engine: Engine, where: string, weights: Readonly<Record<string, NDArray>>): void {
  for (const [name, value] of Object.entries(weights)) {
    const parameter = engine.parameters.find((p) => p.name === name);
    if (!parameter) {
      const known = engine.parameters.map((p) => p.name).join(', ');
      throw new RidgelineError('ERR_OPTION', `${where}: no weight is called '${name}'; weights: ${known}`);
    }
    if (!sameShape(value.shape, parameter.shape))
      throw new RidgelineError(
        'ERR_SHAPE',
        `${where}: expected shape ${showShape(parameter.shape)} for '${name}', got ${showShape(value.shape)}`,
      );
  }
  const state = engine.writable();
  for (const [name, value] of Object.entries(weights)) writeEntry(where, engine.backend, state, engine.entry(name), value);
  if (engine.compiled) startSlots(engine.target, engine.compiled, (slot, _, weight) => slot.start === 'weight' && weight in weights);
}
