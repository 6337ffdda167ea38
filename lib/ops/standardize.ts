/** Values moved to mean 0 and variance 1: what batch, layer, group and root-mean-square normalization have in common. */
import { normalizeAxis, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { add, div, mul, sub } from './binary.ts';
import { broadcastStrides, walkStrided } from './broadcast.ts';
import { apply, defineOp, floatDType, type TensorLike, toTensor } from './define.ts';
import { broadcastTo } from './movement.ts';
import { mean, sum } from './reduce.ts';
import { sqrt, square } from './unary.ts';

/** Options of {@link standardize}. */
export interface StandardizeOptions {
  /** Subtract the mean first; default true. Without, the values are divided by their root mean square. */
  readonly center?: boolean;
}

/** What {@link standardize} gives. */
export interface Standardized {
  /** Of the shape of x. */
  readonly value: Tensor;
  /** Over the axes, which are kept with size 1; undefined without centering. */
  readonly mean: Tensor | undefined;
  /** Biased, in the same shape; without centering the mean square. */
  readonly variance: Tensor;
}

const kept = { keepDims: true } as const;
const inverseDeviation = (variance: Tensor, epsilon: Tensor): Tensor => div(1, sqrt(add(variance, epsilon)));

const standardizeOp = defineOp({
  name: 'standardize',
  shape: ([x, epsilon], { axes, center }) => {
    const dtype = floatDType('standardize', [x, epsilon]);
    const statistic = { shape: x.shape.map((d, i) => ((axes as number[]).includes(i) ? 1 : d)), dtype };
    return [{ shape: x.shape, dtype }, statistic, ...(center ? [statistic] : [])];
  },
  // In closed form, with every mean taken once: what follows from the definition step by step sums over x twice more.
  gradient: (node, g, gVariance, gMean) => {
    const [x, epsilon] = node.inputs;
    const [y, variance, average] = node.outputs;
    const axes = node.attrs.axes as number[];
    const count = axes.reduce((n, a) => n * x.shape[a], 1);
    const inverse = inverseDeviation(variance, epsilon);
    const terms: Tensor[] = [];
    let gEpsilon: Tensor | undefined;
    if (g) {
      const along = mean(mul(g, y), axes, kept);
      terms.push(mul(inverse, sub(average ? sub(g, mean(g, axes, kept)) : g, mul(y, along))));
      gEpsilon = mul(sum(mul(along, square(inverse))), -count / 2);
    }
    if (gVariance) terms.push(mul(average ? sub(x, average) : x, div(mul(gVariance, 2), count)));
    if (gMean) terms.push(broadcastTo(div(gMean, count), x.shape));
    return [terms.length > 0 ? terms.reduce((a, b) => add(a, b)) : undefined, gEpsilon];
  },
  reference: ([x, epsilon], { axes, center }) => {
    const group = x.shape.map((d, i) => ((axes as number[]).includes(i) ? 1 : d));
    const strides = broadcastStrides(group, x.shape);
    const groups = sizeOf(group);
    const count = x.data.length / groups;
    const means = new Float64Array(groups);
    const variances = new Float64Array(groups);
    const out = new Float64Array(x.data.length);
    const each = (visit: (i: number, group: number) => void) => walkStrided(x.shape, strides, 0, visit);
    each((i, k) => {
      if (center) means[k] += x.data[i] / count;
    });
    each((i, k) => {
      variances[k] += (x.data[i] - means[k]) ** 2 / count;
    });
    each((i, k) => {
      out[i] = (x.data[i] - means[k]) / Math.sqrt(variances[k] + epsilon.data[0]);
    });
    return [out, variances, ...(center ? [means] : [])];
  },
  lower: {
    kind: 'composite',
    expand: ([x, epsilon], { axes, center }) => {
      const average = center ? mean(x, axes as number[], kept) : undefined;
      const centered = average ? sub(x, average) : x;
      const variance = mean(square(centered), axes as number[], kept);
      return [mul(centered, inverseDeviation(variance, epsilon)), variance, ...(average ? [average] : [])];
    },
  },
  samples: [
    { inputs: [{ shape: [6, 3] }, { shape: [], range: [0.1, 0.5] }], attrs: { axes: [0], center: true } },
    { inputs: [{ shape: [2, 7] }, { shape: [], range: [0.1, 0.5] }], attrs: { axes: [1], center: true } },
    { inputs: [{ shape: [2, 3, 2, 4] }, { shape: [], range: [0.1, 0.5] }], attrs: { axes: [1, 3], center: true } },
    { inputs: [{ shape: [2, 7] }, { shape: [], range: [0.1, 0.5] }], attrs: { axes: [1], center: false } },
  ],
});

/**
 * (x - mean)/sqrt(variance + epsilon), with mean and biased variance over `axes`.
 * @param epsilon a number or a Tensor of rank 0, above 0 where a variance may be 0.
 */
export function standardize(
  x: TensorLike,
  axes: number | readonly number[],
  epsilon: TensorLike,
  options: StandardizeOptions = {},
): Standardized {
  const t = toTensor('standardize', x);
  const list = typeof axes === 'number' ? [axes] : axes;
  const sorted = [...new Set(list.map((a) => normalizeAxis('standardize', a, t.rank)))].sort((a, b) => a - b);
  const [value, variance, average] = apply(standardizeOp, [t, epsilon], { axes: sorted, center: options.center ?? true });
  return { value, mean: average, variance };
}
