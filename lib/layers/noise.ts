/** Layers of noise and dropout, which act in training and in Monte Carlo predictions only. */
import { inRange, oneOf, optional } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { add, div, mul, sub } from '../ops/binary.ts';
import { sqrt } from '../ops/unary.ts';
import { asFloat, defineLayer, type ApplicableLayer, type LayerOptions } from './define.ts';

const rateRule = inRange('[0, 1)');
const stddevRule = inRange('[0, inf)');

/** Options of {@link dropout}. */
export interface DropoutOptions extends LayerOptions {
  /**
   * 'training' (default): inverted dropout, kept values are divided by 1 - rate in training. 'inference': only masked in training, and
   * multiplied by 1 - rate in inference.
   */
  readonly scale?: 'training' | 'inference';
}

/** Declaration of {@link dropout}. */
export const dropoutKind = defineLayer({
  kind: 'dropout',
  argument: 'rate',
  rules: { rate: rateRule, scale: optional(oneOf('training', 'inference')) },
  complete: ({ rate, scale = 'training' }: { rate: number; scale?: 'training' | 'inference' }) => ({ rate, scale }),
  call: (given, ctx, { rate, scale }) => {
    const x = asFloat(given);
    if (!ctx.stochastic && scale === 'training') return x;
    const keep = sub(1, ctx.scalar('rate', rate, rateRule));
    if (!ctx.stochastic) return mul(x, keep);
    const mask = ctx.bernoulli(x.shape, keep);
    return mul(x, scale === 'training' ? div(mask, keep) : mask);
  },
});

/**
 * Sets each value to 0 with probability `rate` in training. Srivastava 2014; Goodfellow, Bengio, Courville 2016, 7.12.
 * @param rate probability of dropping, in [0, 1).
 */
export const dropout = (rate: number, options: DropoutOptions = {}): ApplicableLayer => dropoutKind.make(options, rate);

/** Declaration of {@link gaussianNoise}. */
export const gaussianNoiseKind = defineLayer({
  kind: 'gaussianNoise',
  argument: 'stddev',
  rules: { stddev: stddevRule },
  complete: (options: { stddev: number }) => options,
  call: (given, ctx, { stddev }) => {
    const x = asFloat(given);
    return ctx.stochastic ? add(x, mul(ctx.random('normal', x.shape), ctx.scalar('stddev', stddev, stddevRule))) : x;
  },
});

/**
 * Adds N(0, stddev²) in training. Goodfellow, Bengio, Courville 2016, 7.5.
 * @param stddev standard deviation, in [0, inf).
 */
export const gaussianNoise = (stddev: number, options: LayerOptions = {}): ApplicableLayer => gaussianNoiseKind.make(options, stddev);

/** Declaration of {@link gaussianDropout}. */
export const gaussianDropoutKind = defineLayer({
  kind: 'gaussianDropout',
  argument: 'rate',
  rules: { rate: rateRule },
  complete: (options: { rate: number }) => options,
  call: (given, ctx, { rate }) => {
    const x = asFloat(given);
    if (!ctx.stochastic) return x;
    const r = ctx.scalar('rate', rate, rateRule);
    return mul(x, add(mul(ctx.random('normal', x.shape), sqrt(div(r, sub(1, r)))), 1));
  },
});

/**
 * Multiplies by N(1, rate/(1 - rate)) in training. Srivastava 2014, section 10.
 * @param rate rate of the dropout with the same variance, in [0, 1).
 */
export const gaussianDropout = (rate: number, options: LayerOptions = {}): ApplicableLayer => gaussianDropoutKind.make(options, rate);

/** Declaration of {@link spatialDropout2d}. */
export const spatialDropout2dKind = defineLayer({
  kind: 'spatialDropout2d',
  argument: 'rate',
  rules: { rate: rateRule },
  complete: (options: { rate: number }) => options,
  call: (given, ctx, { rate }) => {
    const x = asFloat(given);
    if (x.rank !== 4)
      throw new RidgelineError('ERR_SHAPE', `spatialDropout2d: expected input [rows, height, width, channels], got ${showShape(x.shape)}`);
    if (!ctx.stochastic) return x;
    const keep = sub(1, ctx.scalar('rate', rate, rateRule));
    const [rows, , , channels] = x.shape;
    return mul(x, div(ctx.bernoulli([rows, 1, 1, channels], keep), keep));
  },
});

/**
 * Dropout of whole channels, for pictures [rows, height, width, channels], whose neighbours tell what one missing value was; kept ones are divided
 * by 1 - rate. Tompson, Goroshin, Jain, LeCun, Bregler 2015.
 * @param rate probability of dropping a channel of a row, in [0, 1).
 * @throws ERR_SHAPE for inputs that are not pictures.
 */
export const spatialDropout2d = (rate: number, options: LayerOptions = {}): ApplicableLayer => spatialDropout2dKind.make(options, rate);

/** What SELU gives for very negative values: -λα. */
const seluFloor = -1.0507009873554805 * 1.6732632423543772;

/** Declaration of {@link alphaDropout}. */
export const alphaDropoutKind = defineLayer({
  kind: 'alphaDropout',
  argument: 'rate',
  rules: { rate: rateRule },
  complete: (options: { rate: number }) => options,
  call: (given, ctx, { rate }) => {
    const x = asFloat(given);
    if (!ctx.stochastic) return x;
    const drop = ctx.scalar('rate', rate, rateRule);
    const keep = sub(1, drop);
    const mask = ctx.bernoulli(x.shape, keep);
    const scale = div(1, sqrt(mul(keep, add(1, mul(drop, seluFloor ** 2)))));
    const masked = add(mul(sub(x, seluFloor), mask), seluFloor);
    return mul(sub(masked, mul(drop, seluFloor)), scale);
  },
});

/**
 * Dropout for SELU networks: dropped values become -λα, SELU's floor, and the result a·x + b keeps mean 0 and variance 1. Klambauer, Unterthiner,
 * Mayr, Hochreiter 2017.
 * @param rate probability of dropping, in [0, 1).
 */
export const alphaDropout = (rate: number, options: LayerOptions = {}): ApplicableLayer => alphaDropoutKind.make(options, rate);
