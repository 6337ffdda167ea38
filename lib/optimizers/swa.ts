import { check, nonNegativeInt, optional, positiveInt } from '../check.ts';
import type { Optimizer } from './define.ts';
import { mix } from './mix.ts';
import type { OptimizerLike } from './resolve.ts';
import { defineWrapper } from './wrap.ts';

/** Options of {@link swa}. */
export interface SwaOptions {
  /** Steps after which the first weights are taken; needed. Until then the average is the weight itself. */
  readonly start: number;
  /** Steps from one value that is averaged to the next, such as those of an epoch; default 1. */
  readonly every?: number;
}

const wrap = defineWrapper<SwaOptions>({
  kind: 'swa',
  rules: { start: nonNegativeInt, every: optional(positiveInt) },
  defaults: { every: 1 },
  slots: { average: { start: 'weight' } },
  view: 'average',
  scalars: ({ start, every = 1 }, step) => {
    const since = step + 1 - start;
    if (since <= 0) return { share: 1 };
    return { share: since % every === 0 ? 1 / (since / every + 1) : 0 };
  },
  update: ({ weight, seen, slots, scalars }) => ({ weight, slots: { average: mix(slots.average, seen, scalars.share) } }),
  refreshesStatistics: () => true,
});

/**
 * Stochastic weight averaging: the plain mean of the weights after step `start` and every `every` steps from there. Training goes on from the
 * weights; evaluate, predict, getWeights and save use the mean. When a fit ends, the moving statistics of batchNormalization layers are averaged
 * anew over its training data with the mean weights; between, they are those of the weights being trained. A constant or cyclic learningRate
 * from `start` on is for the inner optimizer's schedule. Izmailov 2018; torch.optim.swa_utils (AveragedModel, update_bn). The options are
 * hyper-parameters 'swa.start' and 'swa.every'. One more value per weight.
 * @throws ERR_OPTION without start, and around an optimizer that has an swa already.
 */
export function swa(optimizer: OptimizerLike, options: SwaOptions): Optimizer {
  check('optimizers.swa', 'start', options?.start, nonNegativeInt);
  return wrap(optimizer, options);
}
