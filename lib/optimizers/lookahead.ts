import { inRange, optional, positiveInt } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { where } from '../ops/where.ts';
import type { Optimizer } from './define.ts';
import { mix } from './mix.ts';
import { type OptimizerLike, resolveOptimizer } from './resolve.ts';
import { defineWrapper } from './wrap.ts';

/** Options of {@link lookahead}. */
export interface LookaheadOptions {
  /** k, the steps of the inner optimizer for one of the slow weights; default 5. */
  readonly steps?: number;
  /** Share of the way to the fast weights that the slow ones go, in (0, 1]; default 0.5. */
  readonly alpha?: number;
}

const wrap = defineWrapper<LookaheadOptions>({
  kind: 'lookahead',
  rules: { steps: optional(positiveInt), alpha: optional(inRange('(0, 1]')) },
  defaults: { steps: 5, alpha: 0.5 },
  slots: { slow: { start: 'weight' } },
  view: 'slow',
  scalars: ({ steps = 5, alpha = 0.5 }, step) => {
    const meets = (step + 1) % steps === 0;
    return { meets: meets ? 1 : 0, share: meets ? alpha : 0 };
  },
  update: ({ weight, slots, scalars }) => {
    const slow = mix(slots.slow, weight, scalars.share);
    return { weight: where(scalars.meets, slow, weight), slots: { slow } };
  },
});

/**
 * Lookahead: after every k steps of the inner optimizer the slow weights go alpha of the way to the fast ones, which start from there again;
 * the inner optimizer keeps what it remembers. Evaluate, predict, getWeights and save use the slow weights. Zhang 2019, algorithm 1;
 * optax.lookahead. The options are hyper-parameters 'lookahead.steps' and 'lookahead.alpha'. One more value per weight.
 * @throws ERR_OPTION around an optimizer that evaluates other weights than it trains (ema, swa, scheduleFree, lookahead): put those outside.
 */
export function lookahead(optimizer: OptimizerLike, options: LookaheadOptions = {}): Optimizer {
  const inner = resolveOptimizer('optimizers.lookahead', optimizer);
  if (inner.view !== undefined)
    throw new RidgelineError(
      'ERR_OPTION',
      `optimizers.lookahead: expected an optimizer that evaluates the weights it trains, got ${inner.kind}; put that around lookahead`,
    );
  return wrap(inner, options);
}
