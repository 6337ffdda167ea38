/** First values of weights, written into a model's state. */
import { drawOf } from '../initializers/define.ts';
import { randomStream } from '../random.ts';
import type { Backend, Slab } from '../runtime/backend.ts';
import { readEntry, type StateEntry, writeEntry } from '../runtime/state-layout.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { ParameterInfo } from './network.ts';

/** Through which values go that are drawn a few at a time: one for all models. */
const drawn = new Float64Array(4096);
const rounded = new Float32Array(drawn.length);

/** Draws the values of a weight from the stream of its name. `entry` finds those that its layer has declared before, whose values are there already. */
export function writeInitialValues(
  { name, shape, initializer }: ParameterInfo,
  seed: number,
  backend: Backend,
  state: Slab,
  entry: (name: string) => StateEntry,
): void {
  const random = randomStream(seed, name, backend.uniforms);
  const draw = drawOf(initializer, shape);
  if (!draw) {
    const layer = name.slice(0, name.lastIndexOf('/') + 1);
    const known = (other: string) => Float64Array.from(readEntry(backend, state, entry(layer + other)).data);
    const values = new NDArray(new Float32Array(initializer.sample(shape, random, known)), shape);
    return writeEntry('initialize', backend, state, entry(name), values);
  }
  // As arrays of their own they would be garbage that is still there when training takes its memory.
  const count = sizeOf(shape);
  const { offset } = entry(name);
  for (let done = 0; done < count; done += drawn.length) {
    const n = Math.min(drawn.length, count - done);
    rounded.set(draw(random, n < drawn.length ? drawn.subarray(0, n) : drawn));
    backend.write(state, offset + 4 * done, n < drawn.length ? rounded.subarray(0, n) : rounded);
  }
}
