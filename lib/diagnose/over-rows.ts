import type { Engine } from '../models/engine.ts';
import type { Spec } from '../runtime/function.ts';
import { trainStep } from '../runtime/train-step.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Rows, type Values, valuesOf, type Width } from './objective.ts';

/** What a function over rows is given beside weights and rows, by name. */
export type Extras<E extends string> = Readonly<Record<E, Tensor>>;

/**
 * A function that is a mean over rows, by batches that fit into memory: outputs (float64) of the batches are added up, weighted by their rows.
 * Compiled once per size of batch, with the weights as they are now; runs off the JavaScript thread.
 */
export function overRows<E extends string, O extends string>(
  engine: Engine,
  rows: Rows,
  batchSize: number,
  width: Width,
  extras: Readonly<Record<E, Spec>>,
  outputs: (values: Values, batch: { x: Tensor; y: Tensor }, extras: Extras<E>) => Readonly<Record<O, Tensor>>,
): (given: Readonly<Record<E, ArrayInput>>) => Promise<Record<O, Float64Array>> {
  const { x, y } = rows;
  const total = x.shape[0];
  const state = valuesOf(engine, width);
  const spec = (size: number, { shape, dtype }: Rows['x']): Spec => ({ shape: [size, ...shape.slice(1)], dtype });
  const compiled = (size: number) =>
    trainStep({
      state,
      inputs: { ...extras, x: spec(size, x), y: spec(size, y) } as Record<E | 'x' | 'y', Spec>,
      update: (values, batch) => ({ state: {}, outputs: outputs(values, batch, batch as Extras<E>) }),
    });
  const steps = new Map<number, ReturnType<typeof compiled>>();
  return async (given) => {
    const sums = {} as Record<O, Float64Array>;
    for (let begin = 0; begin < total; begin += batchSize) {
      const end = Math.min(total, begin + batchSize);
      const size = end - begin;
      const step = steps.get(size) ?? compiled(size);
      steps.set(size, step);
      const found = await step.run({ ...given, x: x.rows(begin, end), y: y.rows(begin, end) } as Record<E | 'x' | 'y', ArrayInput>);
      for (const name of Object.keys(found) as O[]) {
        sums[name] ??= new Float64Array(found[name].size);
        const sum = sums[name];
        found[name].data.forEach((v, i) => {
          sum[i] += (v * size) / total;
        });
      }
    }
    return sums;
  };
}
