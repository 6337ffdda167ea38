/** Values of a functional model that is being put together: which layer makes them, of which values. They hold no numbers. */
import { show } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { Layer } from './define.ts';

/** An input of a functional model, or what a layer makes of other values. Made by input() and by layers' apply(). */
export class Value {
  /** An input has the layer of kind 'input'. */
  readonly layer: Layer;
  /** Empty for inputs. */
  readonly from: readonly Value[];
  /** @internal */
  constructor(layer: Layer, from: readonly Value[]) {
    this.layer = layer;
    this.from = from;
  }
  toString(): string {
    return `Value(${this.layer.name ?? this.layer.kind})`;
  }
}

/** The result of a layer for these values. */
export function applied(layer: Layer, values: unknown): Value {
  const list: readonly unknown[] = Array.isArray(values) ? values : [values];
  const bad = list.findIndex((v) => !(v instanceof Value));
  if (bad >= 0 || list.length === 0)
    throw new RidgelineError(
      'ERR_OPTION',
      `${layer.kind}: apply: expected a value made by input() or by another layer's apply()${layer.merges ? ', or several' : ''}, got ${show(bad >= 0 ? list[bad] : values)}`,
    );
  if (layer.kind === 'input')
    throw new RidgelineError('ERR_OPTION', 'input: apply: an input is not applied to anything; expected input(shape) as the value itself');
  if (list.length > 1 && !layer.merges)
    throw new RidgelineError(
      'ERR_OPTION',
      `${layer.kind}: apply: expected one value, got ${list.length}; layers.concatenate, add and multiply take several`,
    );
  return new Value(layer, list as readonly Value[]);
}
