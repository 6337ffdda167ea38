import { RidgelineError, showShape } from '../errors.ts';
import { type ArrayInput, NDArray, toNDArray } from '../tensor/ndarray.ts';
import { sameShape } from '../tensor/shape.ts';

/** Mean and scale of every feature, in float64; a feature is one position of a row, whatever the row's shape. */
export interface Moments {
  readonly mean: Float64Array;
  /** The standard deviation (dividing by n); 1 where the feature is constant. */
  readonly scale: Float64Array;
}

/** Moments of x [n, ...features]. Two passes, so that a large mean does not drown a small deviation. */
export function momentsOf(x: NDArray): Moments {
  const rows = x.shape[0];
  const width = x.size / rows;
  const { data } = x;
  const mean = new Float64Array(width);
  for (let i = 0, at = 0; i < rows; i++) for (let j = 0; j < width; j++) mean[j] += data[at++];
  for (let j = 0; j < width; j++) mean[j] /= rows;
  const scale = new Float64Array(width);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < width; j++) {
      const d = data[at++] - mean[j];
      scale[j] += d * d;
    }
  }
  for (let j = 0; j < width; j++) {
    const variance = scale[j] / rows;
    // A constant column's variance is rounding error; the bound is the one of scikit-learn's StandardScaler.
    const noise = rows * Number.EPSILON * variance + (rows * mean[j] * Number.EPSILON) ** 2;
    scale[j] = variance <= noise ? 1 : Math.sqrt(variance);
  }
  return { mean, scale };
}

/** (x - mean) / scale as float32. `input` is rows [n, ...rowShape] or one row of rowShape; the result keeps its shape. */
export function applyMoments(input: ArrayInput, rowShape: readonly number[], { mean, scale }: Moments): NDArray {
  const x = toNDArray('standardize.apply', 'x', input);
  if (!sameShape(x.shape.slice(1), rowShape) && !sameShape(x.shape, rowShape))
    throw new RidgelineError(
      'ERR_SHAPE',
      `standardize.apply: expected rows of shape ${showShape(rowShape)}, got x of shape ${showShape(x.shape)}`,
    );
  const out = new Float32Array(x.size);
  const { data } = x;
  const width = mean.length;
  for (let at = 0; at < out.length; ) for (let j = 0; j < width; j++, at++) out[at] = (data[at] - mean[j]) / scale[j];
  return new NDArray(out, x.shape);
}
