import { equal, greater } from '../ops/compare.ts';
import { cast } from '../ops/core.ts';
import { argmax } from '../ops/reduce.ts';
import { overOutputs } from '../losses/regression.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Metric } from './define.ts';

const asNumber = (t: Tensor): Tensor => cast(t, 'float32');

/** Share of correct rows: labels or one-hot rows against the largest output; with one output, both sides against 0.5. */
export function accuracy(): Metric {
  return {
    kind: 'accuracy',
    name: 'accuracy',
    options: {},
    sums: (y, p) => {
      if (y.dtype === 'int32') return { correct: equal(asNumber(argmax(p, -1)), asNumber(y)) };
      if (p.shape[p.rank - 1] > 1) return { correct: equal(asNumber(argmax(p, -1)), asNumber(argmax(y, -1))) };
      return { correct: overOutputs(equal(greater(p, 0.5), greater(y, 0.5))) };
    },
    result: ({ correct }, weight) => correct / weight,
  };
}
