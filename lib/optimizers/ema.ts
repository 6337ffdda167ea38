import { boolean, inRange, nonNegativeInt, optional, positiveInt } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { Optimizer } from './define.ts';
import { mix } from './mix.ts';
import type { OptimizerLike } from './resolve.ts';
import { defineWrapper } from './wrap.ts';

/** Options of {@link ema}. */
export interface EmaOptions {
  /** Share of the old average, in [0, 1); default 0.999. */
  readonly decay?: number;
  /** Steps up to which the average is the weight itself; default 1, as in PyTorch. */
  readonly start?: number;
  /** Steps from one value that is averaged to the next; default 1. */
  readonly every?: number;
  /** Decay of at most (1 + n)/(10 + n) for the n-th value averaged, so that the first weights are soon forgotten; default false. */
  readonly warmup?: boolean;
  /** Average the moving statistics of batchNormalization layers anew, as swa does, when a fit ends; default false: those of the weights being trained. */
  readonly refreshStatistics?: boolean;
  /** Weigh the values as an average from 0 does that is divided by 1 - decay^n, as Adam's; default false. Not with warmup. */
  readonly debias?: boolean;
}

const wrap = defineWrapper<EmaOptions>({
  kind: 'ema',
  rules: {
    decay: optional(inRange('[0, 1)')),
    start: optional(nonNegativeInt),
    every: optional(positiveInt),
    warmup: optional(boolean),
    debias: optional(boolean),
    refreshStatistics: optional(boolean),
  },
  defaults: { decay: 0.999, start: 1, every: 1 },
  slots: { average: { start: 'weight' } },
  view: 'average',
  scalars: ({ decay = 0.999, start = 1, every = 1, warmup = false, debias = false }, step) => {
    const since = step + 1 - start;
    if (since <= 0) return { share: 1 };
    if (since % every !== 0) return { share: 0 };
    const n = since / every;
    // The weight at the start, if a step has led there, is the first of the values.
    const values = n + (start > 0 ? 1 : 0);
    if (debias) return { share: (1 - decay) / (1 - decay ** values) };
    return { share: 1 - (warmup ? Math.min(decay, (1 + n) / (10 + n)) : decay) };
  },
  refreshesStatistics: ({ refreshStatistics = false }) => refreshStatistics,
  update: ({ weight, seen, slots, scalars }) => ({ weight, slots: { average: mix(slots.average, seen, scalars.share) } }),
});

/**
 * An exponential moving average of the weights beside any optimizer: a <- decay·a + (1 - decay)·w after each step. Training goes on from w;
 * evaluate, predict, getWeights and save use a. Polyak and Juditsky 1992; torch.optim.swa_utils with get_ema_multi_avg_fn, and with `debias`
 * optax.ema. The options decay, start and every are hyper-parameters 'ema.decay', 'ema.start', 'ema.every'. One more value per weight.
 * @throws ERR_OPTION for warmup with debias, and around an optimizer that has an ema already.
 */
export function ema(optimizer: OptimizerLike, options: EmaOptions = {}): Optimizer {
  const wrapped = wrap(optimizer, options);
  if (options.warmup && options.debias) throw new RidgelineError('ERR_OPTION', 'optimizers.ema: expected warmup or debias, got both');
  return wrapped;
}
