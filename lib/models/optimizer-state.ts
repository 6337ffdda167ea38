/** What an optimizer keeps, in a model's state: where it lies, how it starts, and what evaluation reads in the place of weights. */
import type { Optimizer, Slot } from '../optimizers/define.ts';
import type { Backend, Slab } from '../runtime/backend.ts';
import type { StateEntry, StateLayout } from '../runtime/state-layout.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import { trainedOf, type WeightGroups } from './groups.ts';
import type { ParameterInfo } from './network.ts';

/** Name of an optimizer's value for a weight in the state. */
export const slotName = (slot: string, weight: string): string => `optimizer/${slot}/${weight}`;

/** What of a model says which weights are trained, and by what. */
interface Trained {
  readonly optimizer: Optimizer;
  readonly parameters: readonly ParameterInfo[];
  readonly groups: WeightGroups;
}

/** Name of the state entry that evaluation reads for a parameter: the optimizer's slot for that, or the parameter itself. */
export function viewName(
  model: (Partial<Pick<Trained, 'optimizer'>> & { readonly groups?: WeightGroups }) | undefined,
  p: ParameterInfo,
): string {
  const view = model?.optimizer?.view;
  return view === undefined || p.role !== 'weight' || p.trainable === false || model?.groups?.[p.name]?.frozen
    ? p.name
    : slotName(view, p.name);
}

interface SlotEntry {
  readonly name: string;
  readonly shape: Shape;
  readonly dtype: 'float32';
}

/** The state entries of all slots: those that evaluation reads, and the others. */
export function slotEntries(model: Trained): { view: SlotEntry[]; others: SlotEntry[] } {
  const [view, others]: SlotEntry[][] = [[], []];
  const { optimizer } = model;
  for (const p of trainedOf(model)) {
    for (const [slot, { scalar }] of Object.entries(optimizer.slotsOf(p)))
      (slot === optimizer.view ? view : others).push({ name: slotName(slot, p.name), shape: scalar ? [] : p.shape, dtype: 'float32' });
  }
  return { view, others };
}

/** A state and what is needed to write to it. */
export interface StateTarget {
  readonly backend: Backend;
  readonly slab: Slab;
  readonly layout: StateLayout;
}

const entryOf = (layout: StateLayout, name: string): StateEntry => layout.entries.get(name) as StateEntry;

/** Writes slots as they are before the first step: those for which `which` holds, given the names of the state entry and of the weight. */
export function startSlots(
  { backend, slab, layout }: StateTarget,
  model: Trained,
  which: (slot: Slot, entry: string, weight: string) => boolean,
): void {
  for (const p of trainedOf(model)) {
    for (const [name, slot] of Object.entries(model.optimizer.slotsOf(p))) {
      const { offset, shape, name: entry } = entryOf(layout, slotName(name, p.name));
      if (!which(slot, entry, p.name)) continue;
      if (slot.start === 'weight') backend.copy(slab, offset, slab, entryOf(layout, p.name).offset, 4 * sizeOf(shape));
      else backend.write(slab, offset, new Float32Array(sizeOf(shape)).fill(slot.start));
    }
  }
}

/** Copies what evaluation sees of weights to where they lie in `target`, whose layout begins as this one's: all, or those for which `which` holds. */
export function copyView(
  target: Slab,
  { backend, slab, layout }: StateTarget,
  model: Trained,
  which: (p: ParameterInfo) => boolean = () => true,
): void {
  if (model.optimizer.view === undefined) return;
  for (const p of trainedOf(model)) {
    if (which(p))
      backend.copy(target, entryOf(layout, p.name).offset, slab, entryOf(layout, viewName(model, p)).offset, 4 * sizeOf(p.shape));
  }
}
