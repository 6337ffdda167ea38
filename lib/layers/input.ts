import { oneOf, optional, shapeRule } from '../check.ts';
import type { DType } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import { defineLayer, type ApplicableLayer, type LayerOptions } from './define.ts';

/** Options of {@link input}. */
export interface InputOptions extends LayerOptions {
  /** Element type that rows are converted to; default: uint8 for data of uint8, else float32. */
  readonly dtype?: Exclude<DType, 'float64'>;
}

/** Declaration of {@link input}. */
export const inputKind = defineLayer({
  kind: 'input',
  argument: 'shape',
  rules: { shape: shapeRule, dtype: optional(oneOf('float32', 'int32', 'uint8')) },
  complete: ({ shape, dtype }: { shape: Shape; dtype?: InputOptions['dtype'] }) => ({ shape: [...shape], dtype }),
  call: (x) => x,
});

/**
 * The shape of one row, without the batch axis: layers.input([28, 28]).
 * @param shape positive integers; [] for rows that are single numbers.
 */
export const input = (shape: Shape, options: InputOptions = {}): ApplicableLayer => inputKind.make(options, shape);
