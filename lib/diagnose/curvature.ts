import { gradients } from '../autodiff/transform.ts';
import { checkOptions, inRange, nonNegativeInt, optional, positiveInt } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import type { Model } from '../models/model.ts';
import { add, mul } from '../ops/binary.ts';
import { sum } from '../ops/reduce.ts';
import { reshape } from '../ops/movement.ts';
import { cast } from '../ops/core.ts';
import { randomStream } from '../random.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';
import { lanczos, type Spectrum } from './lanczos.ts';
import { engineOf, flat, flatGradient, lossOf, rowsOf, trainedOf, trainedSize, unflat, widestOf, type Width } from './objective.ts';
import { overRows } from './over-rows.ts';

/** Options of {@link curvature}. */
export interface CurvatureOptions {
  /** Eigenvalues wanted at each end of the spectrum; default 1. */
  readonly count?: number;
  /** Most Hessian-vector products; default 100. As many vectors of doubles as long as all weights are kept. */
  readonly iterations?: number;
  /** Largest residual of a wanted eigenvalue, as a share of the largest one's magnitude, in (0, 1); default 1e-6. */
  readonly tolerance?: number;
  /** Rows at a time: it bounds the memory, not the result; default 1024. */
  readonly batchSize?: number;
  /** Of the first vector; default 0. */
  readonly seed?: number;
}

/** What {@link curvature} finds. */
export interface Curvature {
  /** The largest eigenvalues of the Hessian, descending. */
  readonly largest: readonly number[];
  /** The smallest, ascending: the most negative first. */
  readonly smallest: readonly number[];
  /**
   * Largest through smallest eigenvalue where all are above 0 (Infinity where one is 0); for a Hessian with negative ones, of which all are
   * known (complete), largest through smallest magnitude; else undefined.
   */
  readonly conditionNumber: number | undefined;
  /**
   * By the signs of the eigenvalues: all positive 'minimum', all negative 'maximum', both 'saddle'; 'degenerate' where an end of the spectrum is 0
   * within rounding, so that the signs do not decide. About a point only where gradientNorm is nearly 0; elsewhere about its neighbourhood.
   */
  readonly verdict: 'minimum' | 'maximum' | 'saddle' | 'degenerate';
  readonly gradientNorm: number;
  readonly loss: number;
  /** Hessian-vector products that were made. */
  readonly products: number;
  /** Every eigenvalue was found: the model has no more weights than there were products. */
  readonly complete: boolean;
  /** All wanted eigenvalues have the tolerance; else give more iterations. A negative one is negative even so. */
  readonly converged: boolean;
  /** Largest residual among the wanted ones: a bound of their distances from eigenvalues. */
  readonly residual: number;
  /** In what the model was evaluated: float64, unless a layer or the loss insists on float32. */
  readonly precision: Width;
}

/** What an eigenvalue must exceed, as a share of the largest magnitude, not to count as 0. */
const rounding: Readonly<Record<Width, number>> = { float64: 1e-12, float32: 1e-5 };

/**
 * The ends of the spectrum of the Hessian of what training minimizes (loss over all given rows, and penalties; inference mode) by all trained
 * weights, by Lanczos' method on Hessian-vector products from the autodiff: each costs a few gradients, and the matrix is never formed.
 * Goodfellow, Bengio, Courville 2016, 4.3.1 and 8.2.1; Pearlmutter 1994.
 * Relu networks have flat directions: 'degenerate' is common there. Eigenvalues that coincide count once unless `complete`.
 * @param x [rows, ...inputShape], or a dataset. @param y as for fit().
 * @throws ERR_NOT_COMPILED before model.compile(); ERR_SHAPE, ERR_VALUE for data that does not fit; ERR_NON_FINITE.
 */
export async function curvature(model: Model, x: Dataset, y?: undefined, options?: CurvatureOptions): Promise<Curvature>;
export async function curvature(model: Model, x: ArrayInput, y: ArrayInput, options?: CurvatureOptions): Promise<Curvature>;
export async function curvature(model: Model, x: ArrayInput | Dataset, y?: ArrayInput, options: CurvatureOptions = {}): Promise<Curvature> {
  const where = 'diagnose.curvature';
  const engine = engineOf(where, model);
  checkOptions<CurvatureOptions>(where, options, {
    count: optional(positiveInt),
    iterations: optional(positiveInt),
    tolerance: optional(inRange('(0, 1)')),
    batchSize: optional(positiveInt),
    seed: optional(nonNegativeInt),
  });
  const { count = 1, iterations = 100, tolerance = 1e-6, batchSize = 1024, seed = 0 } = options;
  const size = trainedSize(where, engine);
  const wide = rowsOf(where, engine, x, y, 'float64');
  const precision = widestOf(engine, wide);
  const rows = precision === 'float64' ? wide : rowsOf(where, engine, x, y, precision);

  const slope = overRows(engine, rows, batchSize, precision, {}, (values, batch) => {
    const loss = lossOf(engine, values, batch, false, precision);
    return { loss: reshape(cast(loss, 'float64'), [1]), gradient: flatGradient(engine, loss, values) };
  });
  const { loss, gradient } = await slope({});
  if (!Number.isFinite(loss[0]) || !gradient.every(Number.isFinite))
    throw new RidgelineError(
      'ERR_NON_FINITE',
      `${where}: the loss is ${loss[0]}, or its gradient is not finite: there is no curvature to find`,
    );
  const product = overRows(
    engine,
    rows,
    batchSize,
    precision,
    { direction: { shape: [size], dtype: 'float64' } },
    (values, batch, extras) => {
      const trained = trainedOf(engine).map((p) => values[p.name]);
      const first = gradients(where, lossOf(engine, values, batch, false, precision), trained);
      const along = unflat(engine, extras.direction, precision);
      const slopeAlong = first.map((g, i) => sum(mul(g, along[i]))).reduce((a, b) => add(a, b));
      return { product: flat(gradients(where, slopeAlong, trained)) };
    },
  );
  const spectrum = await lanczos(size, async (direction) => (await product({ direction })).product, {
    count,
    iterations,
    tolerance,
    random: randomStream(seed, 'diagnose.curvature'),
  });
  const ends = Math.min(count, spectrum.values.length);
  return {
    largest: spectrum.values.slice(-ends).reverse(),
    smallest: spectrum.values.slice(0, ends),
    ...judged(spectrum, rounding[precision]),
    gradientNorm: Math.sqrt(gradient.reduce((a, g) => a + g * g, 0)),
    loss: loss[0],
    products: spectrum.products,
    complete: spectrum.complete,
    converged: spectrum.converged,
    residual: Math.max(...spectrum.residuals.slice(0, ends), ...spectrum.residuals.slice(-ends)),
    precision,
  };
}

function judged({ values, residuals, complete }: Spectrum, share: number): Pick<Curvature, 'verdict' | 'conditionNumber'> {
  const smallest = values[0];
  const largest = values[values.length - 1];
  const floor = share * Math.max(Math.abs(smallest), Math.abs(largest));
  const sign = (i: number): number => (Math.abs(values[i]) <= Math.max(floor, residuals[i]) ? 0 : Math.sign(values[i]));
  const [low, high] = [sign(0), sign(values.length - 1)];
  if (low > 0) return { verdict: 'minimum', conditionNumber: largest / smallest };
  const magnitudes = values.map(Math.abs);
  const weakest = Math.min(...magnitudes);
  const ratio = weakest <= floor ? Infinity : Math.max(...magnitudes) / weakest;
  const conditionNumber = low === 0 || high === 0 ? Infinity : complete ? ratio : undefined;
  if (low < 0 && high > 0) return { verdict: 'saddle', conditionNumber };
  return { verdict: high < 0 ? 'maximum' : 'degenerate', conditionNumber };
}
