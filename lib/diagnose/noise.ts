import { checkOptions, nonNegativeInt, optional, positiveInt, type Rule } from '../check.ts';
import { createRandom } from '../data/prng.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import type { Model } from '../models/model.ts';
import { sub } from '../ops/binary.ts';
import { sum } from '../ops/reduce.ts';
import { square } from '../ops/unary.ts';
import { trainStep } from '../runtime/train-step.ts';
import { type ArrayInput, ndarray } from '../tensor/ndarray.ts';
import { engineOf, flatGradient, lossOf, pick, rowsOf, trainedSize, type Values, valuesOf, widestOf } from './objective.ts';
import { overRows } from './over-rows.ts';

/** Options of {@link noise}. */
export interface NoiseOptions {
  /** Batch sizes to look at; default 1, 4, 16, ... up to 256, and no more than the rows. */
  readonly batchSizes?: readonly number[];
  /** Minibatches drawn of each size, 2 or more; default 64. The relative error of a standard error is about 1/√(2·samples), or less. */
  readonly samples?: number;
  /** Rows at a time for the gradient over all rows; default 1024. */
  readonly batchSize?: number;
  /** Of the draws; default 0. */
  readonly seed?: number;
}

/** How far minibatch gradients of one size are from the gradient over all rows. */
export interface BatchNoise {
  readonly batchSize: number;
  /** √(mean of ‖g_batch - g‖²). */
  readonly standardError: number;
  /** The same as a share of ‖g‖; Infinity at a point where g is 0. */
  readonly relative: number;
}

/** What {@link noise} finds. */
export interface Noise {
  readonly sizes: readonly BatchNoise[];
  /** Slope of log standard error over log batch size: the law says -1/2. Undefined with one size. */
  readonly exponent: number | undefined;
  /** ‖g‖ over all rows. */
  readonly gradientNorm: number;
  /** Standard error of a batch of one row, from all sizes by the law: σ, with standard error σ/√n. */
  readonly perRow: number;
  /**
   * (σ/‖g‖)²: the batch size at which noise and gradient are of one size. Much smaller batches waste steps, much larger ones rows (McCandlish
   * et al. 2018, the simple noise scale).
   */
  readonly noiseScale: number;
}

const sizesRule: Rule<readonly number[]> = {
  expected: 'an array of positive integers',
  invalid: [0],
  test: (v): v is readonly number[] => Array.isArray(v) && v.length > 0 && v.every((n) => Number.isSafeInteger(n) && n > 0),
};
const samplesRule: Rule<number> = {
  expected: 'an integer of 2 or more',
  invalid: 1,
  test: (v): v is number => Number.isSafeInteger(v) && (v as number) >= 2,
};

/**
 * The noise of the minibatch gradient against the batch size, measured: batches are drawn with replacement, and compared with the gradient over
 * all rows. Its standard error falls as 1/√n: a hundred times the rows for a tenth of the error (Goodfellow, Bengio, Courville 2016, 8.1.3).
 * In inference mode, where the gradient is a mean over rows.
 * @param x [rows, ...inputShape], or a dataset. @param y as for fit().
 * @throws ERR_NOT_COMPILED before model.compile(); ERR_SHAPE, ERR_VALUE for data that does not fit, or fewer than two rows; ERR_NON_FINITE.
 */
export async function noise(model: Model, x: Dataset, y?: undefined, options?: NoiseOptions): Promise<Noise>;
export async function noise(model: Model, x: ArrayInput, y: ArrayInput, options?: NoiseOptions): Promise<Noise>;
export async function noise(model: Model, x: ArrayInput | Dataset, y?: ArrayInput, options: NoiseOptions = {}): Promise<Noise> {
  const where = 'diagnose.noise';
  const engine = engineOf(where, model);
  checkOptions<NoiseOptions>(where, options, {
    batchSizes: optional(sizesRule),
    samples: optional(samplesRule),
    batchSize: optional(positiveInt),
    seed: optional(nonNegativeInt),
  });
  const { samples = 64, batchSize = 1024, seed = 0 } = options;
  const size = trainedSize(where, engine);
  const wide = rowsOf(where, engine, x, y, 'float64');
  const count = wide.x.shape[0];
  if (count < 2) throw new RidgelineError('ERR_VALUE', `${where}: expected two rows or more, got ${count}`);
  const width = widestOf(engine, wide);
  const rows = width === 'float64' ? wide : rowsOf(where, engine, x, y, width);
  const { batchSizes = [1, 4, 16, 64, 256].filter((n) => n <= count) } = options;

  const gradient = (values: Values, batch: Parameters<typeof lossOf>[2]) =>
    flatGradient(engine, lossOf(engine, values, batch, false, width), values);
  const whole = await overRows(engine, rows, batchSize, width, {}, (values, batch) => ({ gradient: gradient(values, batch) }))({});
  const gradientNorm = Math.sqrt(whole.gradient.reduce((a, g) => a + g * g, 0));
  if (!Number.isFinite(gradientNorm)) throw new RidgelineError('ERR_NON_FINITE', `${where}: the gradient over all rows is not finite`);

  const random = createRandom(seed);
  const sizes: BatchNoise[] = [];
  for (const n of batchSizes) {
    const step = trainStep({
      state: { ...valuesOf(engine, width), 'diagnose/whole': ndarray(whole.gradient, [size]) },
      inputs: {
        x: { shape: [n, ...rows.x.shape.slice(1)], dtype: rows.x.dtype },
        y: { shape: [n, ...rows.y.shape.slice(1)], dtype: rows.y.dtype },
      },
      update: (values, batch) => ({
        state: {},
        outputs: { distance: sum(square(sub(gradient(values, batch), (values as Values)['diagnose/whole']))) },
      }),
    });
    let total = 0;
    for (let k = 0; k < samples; k++) {
      const drawn = Int32Array.from({ length: n }, () => random.below(count));
      total += (await step.run({ x: pick(rows.x, drawn), y: pick(rows.y, drawn) })).distance.data[0];
    }
    const standardError = Math.sqrt(total / samples);
    sizes.push({ batchSize: n, standardError, relative: standardError / gradientNorm });
  }
  const perRow = Math.sqrt(sizes.reduce((a, s) => a + s.batchSize * s.standardError ** 2, 0) / sizes.length);
  return { sizes, exponent: exponentOf(sizes), gradientNorm, perRow, noiseScale: (perRow / gradientNorm) ** 2 };
}

/** Slope of the line through the logarithms, by least squares. */
function exponentOf(sizes: readonly BatchNoise[]): number | undefined {
  const points = sizes.map((s) => [Math.log(s.batchSize), Math.log(s.standardError)]);
  const [mx, my] = [0, 1].map((i) => points.reduce((a, p) => a + p[i], 0) / points.length);
  const spread = points.reduce((a, [px]) => a + (px - mx) ** 2, 0);
  return spread > 0 ? points.reduce((a, [px, py]) => a + (px - mx) * (py - my), 0) / spread : undefined;
}
