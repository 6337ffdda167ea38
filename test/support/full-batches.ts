import type { Model } from '../../lib/models/model.ts';
import type { History } from '../../lib/models/history.ts';
import { ndarray } from '../../lib/tensor/ndarray.ts';

const longest = 500;

/** Takes steps on all of the data each: copies of it lie one after another, since an epoch of a single step is mostly overhead. */
export function fitFullBatches(
  model: Model,
  x: readonly (readonly number[])[],
  y: readonly (readonly number[])[],
  steps: number,
): Promise<History> {
  const copies = Math.min(steps, longest);
  const repeated = (values: readonly (readonly number[])[]) =>
    ndarray(Array.from({ length: copies }, () => values.map((v) => [...v])).flat());
  return model.fit(repeated(x), repeated(y), { epochs: Math.ceil(steps / copies), batchSize: x.length, shuffle: false, verbose: false });
}
