/** Layers that change the shape of a row. */
import type { Rule } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { reshape as reshapeOp } from '../ops/movement.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import { defineLayer, type ApplicableLayer, type LayerOptions } from './define.ts';

/** Declaration of {@link flatten}. */
export const flattenKind = defineLayer({
  kind: 'flatten',
  rules: {},
  complete: (options: object) => options,
  call: (x) => reshapeOp(x, [x.shape[0], sizeOf(x.shape.slice(1))]),
});

/** Rows of any shape to rows of one axis, in row-major order. */
export const flatten = (options: LayerOptions = {}): ApplicableLayer => flattenKind.make(options);

const targetRule: Rule<Shape> = {
  expected: 'an array of positive integers with at most one -1',
  invalid: [0],
  test: (v): v is Shape =>
    Array.isArray(v) && v.every((d) => Number.isSafeInteger(d) && (d > 0 || d === -1)) && v.filter((d) => d === -1).length <= 1,
};

/** Declaration of {@link reshape}. */
export const reshapeKind = defineLayer({
  kind: 'reshape',
  argument: 'shape',
  rules: { shape: targetRule },
  complete: ({ shape }: { shape: Shape }) => ({ shape: [...shape] }),
  call: (x, _, { shape }) => {
    const row = x.shape.slice(1);
    const size = sizeOf(row);
    const rest = sizeOf(shape.filter((d) => d !== -1));
    if (shape.includes(-1) ? size % rest !== 0 : size !== rest)
      throw new RidgelineError(
        'ERR_SHAPE',
        `reshape: rows of shape ${showShape(row)} have ${size} values and do not fit ${showShape(shape)}`,
      );
    return reshapeOp(x, [x.shape[0], ...shape.map((d) => (d === -1 ? size / rest : d))]);
  },
});

/**
 * Rows to another shape.
 * @param shape without the batch axis; one -1 is worked out from the rest.
 * @throws ERR_SHAPE when the values of a row do not fit.
 */
export const reshape = (shape: Shape, options: LayerOptions = {}): ApplicableLayer => reshapeKind.make(options, shape);
