import { boolean, inRange, optional } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { type InitializerLike, resolveInitializer } from '../initializers/index.ts';
import { add, div, maximum, mul, sub } from '../ops/binary.ts';
import { greater } from '../ops/compare.ts';
import { constant } from '../ops/core.ts';
import { reshape } from '../ops/movement.ts';
import { standardize } from '../ops/standardize.ts';
import { sqrt } from '../ops/unary.ts';
import { where } from '../ops/where.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { defineLayer, type ApplicableLayer, type LayerContext } from './define.ts';
import {
  betaOf,
  completeGainAndShift,
  epsilonOf,
  features,
  type GainAndShiftOptions,
  gainAndShiftRules,
  gammaOf,
  initializerRule,
} from './gain.ts';

/** Options of {@link batchNormalization}. */
export interface BatchNormalizationOptions extends GainAndShiftOptions {
  /** Share of the old value in a moving average, in [0, 1]; default 0.99. PyTorch's momentum is 1 minus this one. */
  readonly momentum?: number;
  /** Average the unbiased variance (divided by n - 1, as PyTorch) rather than the biased one (as Keras); default false. */
  readonly unbiasedMoving?: boolean;
  /** Default zeros. */
  readonly movingMeanInitializer?: InitializerLike;
  /** Default ones. */
  readonly movingVarianceInitializer?: InitializerLike;
}

const momentumRule = inRange('[0, 1]');

/** Declaration of {@link batchNormalization}. */
export const batchNormalizationKind = defineLayer({
  kind: 'batchNormalization',
  rules: {
    ...gainAndShiftRules,
    momentum: optional(momentumRule),
    unbiasedMoving: optional(boolean),
    movingMeanInitializer: initializerRule,
    movingVarianceInitializer: initializerRule,
  },
  complete: (options: Omit<BatchNormalizationOptions, 'name'>) => {
    const initial = (name: 'movingMeanInitializer' | 'movingVarianceInitializer', standard: string) =>
      resolveInitializer(`batchNormalization: ${name}`, options[name] ?? standard);
    return {
      ...completeGainAndShift('batchNormalization', options),
      momentum: options.momentum ?? 0.99,
      unbiasedMoving: options.unbiasedMoving ?? false,
      movingMeanInitializer: initial('movingMeanInitializer', 'zeros'),
      movingVarianceInitializer: initial('movingVarianceInitializer', 'ones'),
    };
  },
  call: (given, ctx, o) => {
    const { x, count } = features('batchNormalization', given);
    const gamma = gammaOf(ctx, count, o);
    const beta = betaOf(ctx, count, o);
    const moving = {
      mean: ctx.statistic('movingMean', [count], o.movingMeanInitializer),
      variance: ctx.statistic('movingVariance', [count], o.movingVarianceInitializer),
    };
    const epsilon = epsilonOf(ctx, o);
    if (ctx.training) {
      const { value, mean, variance } = standardize(x, overRows(x), epsilon);
      moveAverages(x, ctx, moving, { mean: reshape(mean as Tensor, [count]), variance: reshape(variance, [count]) }, o);
      const y = gamma ? mul(value, gamma) : value;
      return beta ? add(y, beta) : y;
    }
    const deviation = sqrt(add(moving.variance, epsilon));
    const y = mul(sub(x, moving.mean), div(gamma ?? 1, deviation));
    return beta ? add(y, beta) : y;
  },
});

/** All axes but the last. */
const overRows = (x: Tensor): number[] => x.shape.map((_, i) => i).slice(0, -1);

/** Per feature, [features] each. */
interface Moments {
  readonly mean: Tensor;
  readonly variance: Tensor;
}

/** Moves the averages on toward mean and variance of the batch. */
function moveAverages(
  x: Tensor,
  ctx: LayerContext,
  moving: Moments,
  batch: Moments,
  { momentum, unbiasedMoving }: { readonly momentum: number; readonly unbiasedMoving: boolean },
): void {
  const values = sizeOf(x.shape.slice(0, -1));
  if (values === 1)
    throw new RidgelineError(
      'ERR_SHAPE',
      `batchNormalization: training needs batches with more than one value per feature, got a batch of shape ${showShape(x.shape)}; use a larger batchSize, or layerNormalization`,
    );
  // A quotient is worked out when the step runs: a last batch of fewer rows has a smaller one.
  const part = div(constant(1, x.dtype), values);
  const observed = unbiasedMoving ? div(batch.variance, maximum(sub(1, part), part)) : batch.variance;
  // One row has no variance: such a last batch leaves the averages as they are.
  const some = greater(1, part);
  const weight = mul(sub(1, ctx.scalar('momentum', momentum, momentumRule)), some);
  ctx.updateStatistic('movingMean', add(moving.mean, mul(weight, sub(batch.mean, moving.mean))), where(some, batch.mean, moving.mean));
  ctx.updateStatistic(
    'movingVariance',
    add(moving.variance, mul(weight, sub(observed, moving.variance))),
    where(some, observed, moving.variance),
  );
}

/**
 * gamma·(x - mean)/√(variance + epsilon) + beta per feature, the last axis of x [rows, ..., features]. In training mean and biased variance are
 * those of the batch, over all axes but the last, and the moving averages a ← momentum·a + (1 - momentum)·value take them in; at inference the
 * moving averages stand in their place, so that a row's result does not depend on the others. Weights gamma and beta, statistics movingMean and
 * movingVariance, [features] each; the statistics are saved and restored with the weights, and no optimizer, penalty or decay touches them.
 * In training a batch must have two values per feature; a last partial batch of one row gives beta, and leaves the averages as they are.
 * Ioffe and Szegedy 2015; Goodfellow, Bengio, Courville 2016, 8.7.1.
 * @throws ERR_SHAPE for rows that are single numbers, and in training for batches of one value per feature.
 */
export const batchNormalization = (options: BatchNormalizationOptions = {}): ApplicableLayer => batchNormalizationKind.make(options);
