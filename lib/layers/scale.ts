/** Fixed changes of scale, as part of the model: raw bytes and unscaled features can be fed as they are. */
import { finite, optional, type Rule } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { add, div, mul, sub } from '../ops/binary.ts';
import { ndarray } from '../tensor/ndarray.ts';
import { sizeOf } from '../tensor/shape.ts';
import { asFloat, defineLayer, type ApplicableLayer, type LayerOptions } from './define.ts';

/** Options of {@link rescaling}. */
export interface RescalingOptions extends LayerOptions {
  /** Factor; 1/255 brings image bytes to [0, 1]. */
  readonly scale: number;
  /** Added after; default 0. */
  readonly offset?: number;
}

/** Declaration of {@link rescaling}. */
export const rescalingKind = defineLayer({
  kind: 'rescaling',
  rules: { scale: finite, offset: optional(finite) },
  complete: ({ scale, offset = 0 }: Omit<RescalingOptions, 'name'>) => ({ scale, offset }),
  call: (x, _, { scale, offset }) => {
    const scaled = mul(asFloat(x), scale);
    return offset === 0 ? scaled : add(scaled, offset);
  },
});

/** x·scale + offset, in training and inference. */
export const rescaling = (options: RescalingOptions): ApplicableLayer => rescalingKind.make(options);

/** Options of {@link normalization}. */
export interface NormalizationOptions extends LayerOptions {
  /** Mean per feature, in the row-major order of a row. */
  readonly mean: readonly number[];
  /** Standard deviation per feature, above 0. */
  readonly standardDeviation: readonly number[];
}

const numbers = (expected: string, invalid: readonly number[], accepts: (x: number) => boolean): Rule<readonly number[]> => ({
  expected,
  invalid,
  test: (v): v is readonly number[] => Array.isArray(v) && v.length > 0 && v.every((x) => Number.isFinite(x) && accepts(x)),
});

/** Declaration of {@link normalization}. */
export const normalizationKind = defineLayer({
  kind: 'normalization',
  rules: {
    mean: numbers('an array of finite numbers', [Number.NaN], () => true),
    standardDeviation: numbers('an array of finite numbers above 0', [0], (x) => x > 0),
  },
  complete: ({ mean, standardDeviation }: Omit<NormalizationOptions, 'name'>) => {
    if (mean.length !== standardDeviation.length)
      throw new RidgelineError(
        'ERR_SHAPE',
        `normalization: expected as many values in mean as in standardDeviation, got ${mean.length} and ${standardDeviation.length}`,
      );
    return { mean: [...mean], standardDeviation: [...standardDeviation] };
  },
  call: (given, _, { mean, standardDeviation }) => {
    const x = asFloat(given);
    const row = x.shape.slice(1);
    if (sizeOf(row) !== mean.length)
      throw new RidgelineError(
        'ERR_SHAPE',
        `normalization: expected rows of ${mean.length} values, as many as in mean, got rows of shape ${showShape(row)}`,
      );
    const values = (list: readonly number[]) => ndarray([...list], row, { dtype: x.dtype });
    return div(sub(x, values(mean)), values(standardDeviation));
  },
});

/** (x - mean)/standardDeviation per feature, with fixed numbers: what Dataset.standardize() found, as part of the model. */
export const normalization = (options: NormalizationOptions): ApplicableLayer => normalizationKind.make(options);
