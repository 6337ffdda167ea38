/** What the steps of a compiled model follow from, as text: models of one recipe have one graph for each step, which need not be traced to be known. */
import { closedText } from '../describe.ts';
import type { Recipe } from '../runtime/program.ts';
import type { Engine } from './engine.ts';
import type { CompiledNetwork } from './steps.ts';

/**
 * Undefined where something was written by the user (a layer, loss, metric, activation, penalty that is a function, ...), of which only a trace
 * tells what it does. Seeds, initial values and learning rates are no part of it, nor are numbers of optimizers and penalties, but for being 0 or not.
 */
export function recipeOf({ network, optimizer, outputs, precision, regularizers, groups, layout }: CompiledNetwork): string | undefined {
  const { layers, ...wiring } = network;
  return closedText([
    layers.map(({ name, layer }) => [name, layer]),
    { ...wiring },
    optimizer,
    outputs.map(({ loss, metrics, lossWeight }) => [loss, metrics, lossWeight]),
    precision,
    { ...regularizers },
    groups,
    layout.bytes,
  ]);
}

/** Models that differ in numbers alone need one trace. */
export const engineRecipe = (engine: Engine): Recipe => ({
  text: () => engine.compiled && recipeOf(engine.compiled),
  knows: (names) => {
    const tabulated = engine.compiled?.optimizer.tabulate(0) ?? {};
    return names.every((name) => name in tabulated || (engine.ranges.has(name) && engine.hyperparameters.has(name)));
  },
});
