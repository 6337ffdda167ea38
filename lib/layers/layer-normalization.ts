/** Normalization over the features of each row (each position): independent of the batch, the same in training and inference. */
import { add, mul } from '../ops/binary.ts';
import { standardize } from '../ops/standardize.ts';
import { defineLayer, type ApplicableLayer } from './define.ts';
import {
  betaOf,
  completeGain,
  completeGainAndShift,
  epsilonOf,
  features,
  type GainAndShiftOptions,
  gainAndShiftRules,
  type GainOptions,
  gainRules,
  gammaOf,
} from './gain.ts';

/** Options of {@link layerNormalization}. */
export type LayerNormalizationOptions = GainAndShiftOptions;

/** Declaration of {@link layerNormalization}. */
export const layerNormalizationKind = defineLayer({
  kind: 'layerNormalization',
  rules: gainAndShiftRules,
  complete: (options: Omit<LayerNormalizationOptions, 'name'>) => completeGainAndShift('layerNormalization', options),
  call: (given, ctx, o) => {
    const { x, count } = features('layerNormalization', given);
    const gamma = gammaOf(ctx, count, o);
    const beta = betaOf(ctx, count, o);
    const { value: normal } = standardize(x, -1, epsilonOf(ctx, o));
    const y = gamma ? mul(normal, gamma) : normal;
    return beta ? add(y, beta) : y;
  },
});

/**
 * gamma·(x - mean)/√(variance + epsilon) + beta, with mean and biased variance over the last axis of x [rows, ..., features], for each row and
 * position by itself. Weights gamma and beta, [features]. Ba, Kiros, Hinton 2016.
 * @throws ERR_SHAPE for rows that are single numbers.
 */
export const layerNormalization = (options: LayerNormalizationOptions = {}): ApplicableLayer => layerNormalizationKind.make(options);

/** Options of {@link rmsNormalization}. */
export type RmsNormalizationOptions = GainOptions;

/** Declaration of {@link rmsNormalization}. */
export const rmsNormalizationKind = defineLayer({
  kind: 'rmsNormalization',
  rules: gainRules,
  complete: (options: Omit<RmsNormalizationOptions, 'name'>) => completeGain('rmsNormalization', options),
  call: (given, ctx, o) => {
    const { x, count } = features('rmsNormalization', given);
    const gamma = gammaOf(ctx, count, o);
    const { value: normal } = standardize(x, -1, epsilonOf(ctx, o), { center: false });
    return gamma ? mul(normal, gamma) : normal;
  },
});

/**
 * gamma·x/√(mean of x² + epsilon), with the mean over the last axis of x [rows, ..., features]. Weight gamma, [features]. Zhang and Sennrich 2019.
 * @throws ERR_SHAPE for rows that are single numbers.
 */
export const rmsNormalization = (options: RmsNormalizationOptions = {}): ApplicableLayer => rmsNormalizationKind.make(options);
