/** Layers that make one value of several. */
import { RidgelineError, showShape } from '../errors.ts';
import type { Rule } from '../check.ts';
import { optional } from '../check.ts';
import { add as addOp, mul } from '../ops/binary.ts';
import { concat } from '../ops/movement.ts';
import { sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type ApplicableLayer, asFloat, defineLayer, type LayerOptions } from './define.ts';

/** All of them as floats of one shape. */
function alike(kind: string, x: Tensor, others: readonly Tensor[]): Tensor[] {
  const odd = others.find((t) => !sameShape(t.shape, x.shape));
  if (odd)
    throw new RidgelineError('ERR_SHAPE', `${kind}: expected values of one shape, got ${showShape(x.shape)} and ${showShape(odd.shape)}`);
  return [x, ...others].map(asFloat);
}

/** Declaration of {@link add}. */
export const addKind = defineLayer({
  kind: 'add',
  rules: {},
  merges: true,
  complete: (options: object) => options,
  call: (x, _ctx, _options, others) => alike('add', x, others).reduce((a, b) => addOp(a, b)),
});

/**
 * The sum of the values that it is applied to, element by element, as in residual networks: layers.add().apply([x, h]).
 * @throws ERR_SHAPE, when the model is made, for values of different shapes.
 */
export const add = (options: LayerOptions = {}): ApplicableLayer => addKind.make(options);

/** Declaration of {@link multiply}. */
export const multiplyKind = defineLayer({
  kind: 'multiply',
  rules: {},
  merges: true,
  complete: (options: object) => options,
  call: (x, _ctx, _options, others) => alike('multiply', x, others).reduce((a, b) => mul(a, b)),
});

/**
 * The product of the values that it is applied to, element by element, as in gates: layers.multiply().apply([x, gate]).
 * @throws ERR_SHAPE, when the model is made, for values of different shapes.
 */
export const multiply = (options: LayerOptions = {}): ApplicableLayer => multiplyKind.make(options);

/** Options of {@link concatenate}. */
export interface ConcatenateOptions extends LayerOptions {
  /** Axis along which the values follow one another: not 0, which is the batch; negative from the end. Default -1, the last. */
  readonly axis?: number;
}

const axisRule: Rule<number> = {
  expected: 'an integer other than 0, which is the batch axis',
  invalid: 0,
  test: (v): v is number => Number.isInteger(v) && v !== 0,
};

/** Declaration of {@link concatenate}. */
export const concatenateKind = defineLayer({
  kind: 'concatenate',
  rules: { axis: optional(axisRule) },
  merges: true,
  complete: ({ axis = -1 }: { axis?: number }) => ({ axis }),
  call: (x, _ctx, { axis }, others) => {
    const at = axis < 0 ? axis + x.rank : axis;
    if (at < 1 || at >= x.rank)
      throw new RidgelineError(
        'ERR_SHAPE',
        `concatenate: rows of shape ${showShape(x.shape.slice(1))} have no axis ${axis} to follow one another in`,
      );
    return concat([x, ...others].map(asFloat), at);
  },
});

/**
 * The values that it is applied to, one after another along an axis: layers.concatenate().apply([a, b]).
 * @throws ERR_SHAPE, when the model is made, for values that differ in another axis.
 */
export const concatenate = (options: ConcatenateOptions = {}): ApplicableLayer => concatenateKind.make(options);
