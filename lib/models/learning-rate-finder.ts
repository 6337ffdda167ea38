import { jobRow, trainPlan } from './plans.ts';
import { clearSums, phaseResults } from './sums.ts';
import { check, checkOptions, inRange, optional, positiveInt } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { type Data, dataRule, feedOf } from './feed.ts';
import { epochOrder } from './passes.ts';
import type { FunctionalModel } from './functional-model.ts';
import type { Model } from './model.ts';
import type { ByName } from './options.ts';
import { scalarTable } from './scalar-table.ts';

/** Options of {@link learningRateFinder}. */
export interface LearningRateFinderOptions {
  /** First rate, in (0, inf); default 1e-7. */
  readonly from?: number;
  /** Last rate, above `from`; default 10. */
  readonly to?: number;
  /** Steps between them, each at the same multiple of the one before; 10 or more, default 100. */
  readonly steps?: number;
  /** Rows per step; default 32, or all where there are fewer. */
  readonly batchSize?: number;
  /** How much of the running mean is kept at each step, in [0, 1); default 0.9. */
  readonly smoothing?: number;
  /** It ends when the smoothed loss is so many times the lowest, in (1, inf); default 4. */
  readonly divergence?: number;
}

/** What {@link learningRateFinder} has found. */
export interface LearningRateCurve {
  /** The rate of each step taken. */
  readonly learningRates: readonly number[];
  /** The minibatch's loss before the step. */
  readonly losses: readonly number[];
  /** Their running mean, corrected for its start. */
  readonly smoothed: readonly number[];
  /** The rate around which the losses fall fastest with its logarithm, by least squares over a sixth of the steps; undefined where they never fell. */
  readonly suggestion: number | undefined;
  /** The rate at which the smoothed loss is lowest: the suggestion is below it. */
  readonly lowest: number;
  /** Did it end before `to`, because the loss grew or was not finite? */
  readonly diverged: boolean;
}

/**
 * A learning rate range test: trains for `steps` steps while the rate grows from `from` to `to`, on a copy, so that the model stays as it was, its
 * optimizer's state and random numbers included. Smith 2017; the suggestion is the steepest descent, as fastai's.
 * @throws ERR_NOT_COMPILED; ERR_BUSY during fit; ERR_OPTION; ERR_SHAPE, ERR_VALUE for data that does not fit; ERR_NON_FINITE when the first loss is.
 */
export async function learningRateFinder(model: Model, data: Data, options?: LearningRateFinderOptions): Promise<LearningRateCurve>;
export async function learningRateFinder<I extends string, O extends string>(
  model: FunctionalModel<I, O>,
  data: readonly [ByName<I>, ByName<O>],
  options?: LearningRateFinderOptions,
): Promise<LearningRateCurve>;
export async function learningRateFinder(
  model: Model | FunctionalModel,
  data: Data | readonly [ByName<string>, ByName<string>],
  options: LearningRateFinderOptions = {},
): Promise<LearningRateCurve> {
  const where = 'learningRateFinder';
  const { engine } = model;
  engine.requireCompiled(where);
  engine.requireIdle(where);
  check(where, 'data', data, dataRule);
  checkOptions<LearningRateFinderOptions>(where, options, {
    from: optional(inRange('(0, inf)')),
    to: optional(inRange('(0, inf)')),
    steps: optional({
      expected: 'an integer of 10 or more',
      invalid: 9,
      test: (v): v is number => Number.isSafeInteger(v) && (v as number) >= 10,
    }),
    batchSize: optional(positiveInt),
    smoothing: optional(inRange('[0, 1)')),
    divergence: optional(inRange('(1, inf)')),
  });
  const { from = 1e-7, to = 10, steps = 100, smoothing = 0.9, divergence = 4 } = options;
  if (!(to > from)) throw new RidgelineError('ERR_OPTION', `${where}: expected to above from, got from ${from} and to ${to}`);
  const feed = feedOf(engine, where, model.arrays(where, data as never));
  const batch = Math.min(options.batchSize ?? 32, feed.rows);
  const perEpoch = Math.floor(feed.rows / batch);
  const plan = trainPlan(engine, batch, feed.columns, false);
  const state = engine.backend.createSlab(engine.layout.bytes);
  engine.backend.copy(state, 0, engine.state, 0, engine.layout.bytes);
  const { step: first, epoch } = engine.position;

  const learningRates: number[] = [];
  const losses: number[] = [];
  const smoothed: number[] = [];
  let mean = 0;
  let best = Infinity;
  let diverged = false;
  for (let k = 0; k < steps && !diverged; k++) {
    const learningRate = from * (to / from) ** (k / (steps - 1));
    const begin = (k % perEpoch) * batch;
    const indices = epochOrder(engine.seed, epoch + Math.floor(k / perEpoch), feed.rows, true);
    clearSums(engine, 'train', state);
    const row = {
      ...jobRow(engine, plan, state, { begin, end: begin + batch, batch, indices }),
      ...scalarTable(engine, plan.scalarNames, first + k, 1, { learningRate }),
      step: first + k,
    };
    const job = { threads: 0, columns: feed.slabs, models: [row], progressMilliseconds: 0, watch: { offset: 0, bytes: 0 } };
    const [{ status }] = (await plan.executable.run(job, null).promise).models;
    const { loss } = phaseResults(engine, 'train', state);
    if (status !== 'done' || !Number.isFinite(loss)) {
      diverged = true;
      break;
    }
    mean = smoothing * mean + (1 - smoothing) * loss;
    learningRates.push(learningRate);
    losses.push(loss);
    smoothed.push(mean / (1 - smoothing ** (k + 1)));
    best = Math.min(best, smoothed[k]);
    diverged = smoothed[k] > divergence * best;
  }
  if (losses.length === 0)
    throw new RidgelineError('ERR_NON_FINITE', `${where}: the loss is not finite before any step; check x and the weights for NaN`);
  const at = smoothed.indexOf(best);
  return {
    learningRates,
    losses,
    smoothed,
    suggestion: steepest(learningRates, losses, at, Math.ceil(steps / 12)),
    lowest: learningRates[at],
    diverged,
  };
}

/**
 * The rate in the middle of the window up to index `end` in which the losses fall fastest with the rate's logarithm, by least squares. A running
 * mean would lag behind, and begins with the differences between minibatches: here one loss weighs as much as another.
 */
function steepest(rates: readonly number[], losses: readonly number[], end: number, width: number): number | undefined {
  const half = Math.min(width, Math.floor(end / 2));
  let found: number | undefined;
  let steep = 0;
  for (let i = half; half > 0 && i + half <= end; i++) {
    // The rates are evenly spaced: the slope but for a constant.
    let slope = 0;
    for (let j = -half; j <= half; j++) slope += j * losses[i + j];
    if (slope < steep) [found, steep] = [rates[i], slope];
  }
  return found;
}
