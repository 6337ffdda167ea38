import { closed, type Described } from '../describe.ts';
import type { RandomStream } from '../random.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';

/** First values of the weights that the same layer has declared before, row-major, by their names in the layer. */
export type KnownValues = (name: string) => Float64Array;

/** Initial values of a weight. */
export interface Initializer extends Described {
  /**
   * Row-major values for `shape`, drawn from `random`, which is a stream of the weight's own. `known` serves weights that start from another: a
   * gain that starts as the norms of a kernel.
   */
  sample(shape: Shape, random: RandomStream, known?: KnownValues): Float64Array;
}

/** Fills `out` with the next values of a weight, in row-major order. */
export type Draw = (random: RandomStream, out: Float64Array) => Float64Array;

/** By item: how its values are drawn, a few at a time. What a user has made, or changed a copy of, is not among them. */
const draws = new WeakMap<Initializer, (shape: Shape) => Draw>();

/** An initializer whose values do not depend on each other. */
export function elementwise(kind: string, options: Described['options'], of: (shape: Shape) => Draw): Initializer {
  const initializer = closed({
    kind,
    options,
    sample: (shape: Shape, random: RandomStream) => of(shape)(random, new Float64Array(sizeOf(shape))),
  });
  draws.set(initializer, of);
  return initializer;
}

/** How the values of a weight can be drawn a few at a time, if they can. */
export const drawOf = (initializer: Initializer, shape: Shape): Draw | undefined => draws.get(initializer)?.(shape);

/** `values` in place, each multiplied and then shifted. */
export function affine(values: Float64Array, factor: number, shift: number): Float64Array {
  for (let i = 0; i < values.length; i++) values[i] = shift + factor * values[i];
  return values;
}

/**
 * Inputs and outputs of a unit: the last axis counts outputs, the axis before it inputs, axes before that the receptive field. A vector
 * counts its length as both.
 */
export function fans(shape: Shape): { fanIn: number; fanOut: number } {
  if (shape.length === 0) return { fanIn: 1, fanOut: 1 };
  if (shape.length === 1) return { fanIn: shape[0], fanOut: shape[0] };
  const field = sizeOf(shape.slice(0, -2));
  return { fanIn: shape[shape.length - 2] * field, fanOut: shape[shape.length - 1] * field };
}

/** A kernel as a matrix: a column per unit, a row per input of a unit (each position of the receptive field has rows of its own). */
export function matrixOf(kind: string, shape: Shape): { inputs: number; units: number } {
  if (shape.length < 2)
    throw new RidgelineError(
      'ERR_SHAPE',
      `initializers.${kind}: expected a kernel, a shape with two axes or more (..., inputs, units), got ${showShape(shape)}`,
    );
  const units = shape[shape.length - 1];
  return { inputs: sizeOf(shape) / units, units };
}
