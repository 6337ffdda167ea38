import { optional, positiveInt } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { add, mul } from '../ops/binary.ts';
import { reshape } from '../ops/movement.ts';
import { standardize } from '../ops/standardize.ts';
import { sizeOf } from '../tensor/shape.ts';
import { defineLayer, type ApplicableLayer } from './define.ts';
import { betaOf, completeGainAndShift, epsilonOf, features, type GainAndShiftOptions, gainAndShiftRules, gammaOf } from './gain.ts';

/** Options of {@link groupNormalization}. */
export interface GroupNormalizationOptions extends GainAndShiftOptions {
  /** Groups into which the features are divided; default 32. 1 is layer normalization over rows, the number of features instance normalization. */
  readonly groups?: number;
}

/** Declaration of {@link groupNormalization}. */
export const groupNormalizationKind = defineLayer({
  kind: 'groupNormalization',
  rules: { ...gainAndShiftRules, groups: optional(positiveInt) },
  complete: (options: Omit<GroupNormalizationOptions, 'name'>) => ({
    ...completeGainAndShift('groupNormalization', options),
    groups: options.groups ?? 32,
  }),
  call: (given, ctx, o) => {
    const { x, count } = features('groupNormalization', given);
    const { groups } = o;
    if (count % groups !== 0)
      throw new RidgelineError(
        'ERR_SHAPE',
        `groupNormalization: expected a number of features that ${groups} groups divide, got ${count}; give groups`,
      );
    const width = count / groups;
    const gamma = gammaOf(ctx, count, o);
    const beta = betaOf(ctx, count, o);
    // Rows of plain features have no positions to go over: one axis less to reduce.
    const positions = sizeOf(x.shape.slice(1, -1));
    const lead = x.rank === 2 ? [x.shape[0]] : [x.shape[0], positions];
    const axes = x.rank === 2 ? [2] : [1, 3];
    const grouped = reshape(x, [...lead, groups, width]);
    const { value: normal } = standardize(grouped, axes, epsilonOf(ctx, o));
    const y = gamma ? mul(normal, reshape(gamma, [groups, width])) : normal;
    return reshape(beta ? add(y, reshape(beta, [groups, width])) : y, x.shape);
  },
});

/**
 * gamma·(x - mean)/√(variance + epsilon) + beta, with mean and biased variance over all positions and the features of a group, for each row by
 * itself: x [rows, ..., features], the last axis divided into groups of neighbours. Weights gamma and beta, [features]. The same in training
 * and inference. Wu and He 2018.
 * @throws ERR_SHAPE for rows that are single numbers, and where the groups do not divide the features.
 */
export const groupNormalization = (options: GroupNormalizationOptions = {}): ApplicableLayer => groupNormalizationKind.make(options);
