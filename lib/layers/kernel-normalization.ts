/** Kernels that are used through a norm of theirs: weight normalization and spectral normalization. */
import { RidgelineError } from '../errors.ts';
import type { Initializer, KnownValues } from '../initializers/define.ts';
import { div, maximum, mul } from '../ops/binary.ts';
import { stopGradient } from '../ops/core.ts';
import { matmul } from '../ops/matmul.ts';
import { reshape } from '../ops/movement.ts';
import { sum } from '../ops/reduce.ts';
import { sqrt, square } from '../ops/unary.ts';
import type { RandomStream } from '../random.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { LayerContext } from './define.ts';

/** How a layer uses its kernel: divided by the norm of each unit's weights with a gain of its own, or by its largest singular value. */
export type KernelNormalization = 'weight' | 'spectral';

/** Power iterations with which the vectors start, as in PyTorch: the first steps should divide by a singular value, not by chance. */
const firstIterations = 15;
const leastNorm = 1e-12;

/**
 * The kernel [..., units] as the layer is to use it.
 * 'weight': gain·kernel/‖kernel‖ per unit (Salimans and Kingma 2016); the weight 'gain' [units] starts as the norms, so that the layer starts as
 * without it. 'spectral': kernel/σ, σ = vᵀ·kernel·u with u [units] and v [inputs] from one power iteration per training step, through which no
 * gradient flows (Miyato et al. 2018); evaluation takes the statistics 'spectralU' and 'spectralV' as they are.
 * Axes before the last are inputs, as of a convolution; PyTorch keeps units first. `name` is that of the kernel in its layer: what belongs to
 * another than 'kernel' is called after it, 'recurrentKernelGain'.
 */
export function normalizedKernel(kernel: Tensor, ctx: LayerContext, how: KernelNormalization | undefined, name = 'kernel'): Tensor {
  if (how === undefined) return kernel;
  const units = kernel.shape[kernel.rank - 1];
  const matrix = reshape(kernel, [-1, units]);
  const result = how === 'weight' ? weightNormalized(matrix, ctx, name) : spectrallyNormalized(matrix, ctx, name);
  return reshape(result, kernel.shape);
}

/** The name of a value that belongs to a kernel. */
const belonging = (kernel: string, what: string): string =>
  kernel === 'kernel' ? what : `${kernel}${what[0].toUpperCase()}${what.slice(1)}`;

function weightNormalized(kernel: Tensor, ctx: LayerContext, name: string): Tensor {
  const gain = ctx.parameter(belonging(name, 'gain'), [kernel.shape[1]], { initializer: kernelNorms(name) });
  return mul(kernel, div(gain, sqrt(sum(square(kernel), 0))));
}

function spectrallyNormalized(kernel: Tensor, ctx: LayerContext, name: string): Tensor {
  const [inputs, units] = kernel.shape;
  const [nameU, nameV] = [belonging(name, 'spectralU'), belonging(name, 'spectralV')];
  const stored = {
    u: ctx.statistic(nameU, [units], outputDirection(name)),
    v: ctx.statistic(nameV, [inputs], inputDirection(name, nameU)),
  };
  const { u, v } = ctx.training ? iterated(stopGradient(kernel), stored.u) : { u: column(stored.u), v: column(stored.v) };
  if (ctx.training) {
    ctx.updateStatistic(nameU, reshape(u, [units]));
    ctx.updateStatistic(nameV, reshape(v, [inputs]));
  }
  const sigma = matmul(v, matmul(kernel, u), { transposeA: true });
  return div(kernel, sigma);
}

const column = (x: Tensor): Tensor => reshape(x, [x.shape[0], 1]);
const normalized = (x: Tensor): Tensor => div(x, maximum(sqrt(sum(square(x))), leastNorm));

/** One power iteration from u: v = kernel·u and u = kernelᵀ·v, each divided by its norm. */
function iterated(kernel: Tensor, from: Tensor): { u: Tensor; v: Tensor } {
  const v = normalized(matmul(kernel, column(from)));
  return { u: normalized(matmul(kernel, v, { transposeA: true })), v };
}

/** First values that follow from those of the kernel called `name`. */
const fromKernel = (
  kind: string,
  name: string,
  sample: (kernel: Float64Array, size: number, random: RandomStream, known: KnownValues) => Float64Array,
) => ({
  kind,
  options: {},
  sample([size]: Shape, random: RandomStream, known?: KnownValues): Float64Array {
    if (!known) throw new RidgelineError('ERR_INTERNAL', `${kind}: the kernel's values are not known`);
    return sample(known(name), size, random, known);
  },
});

const kernelNorms = (name: string): Initializer =>
  fromKernel('kernelNorms', name, (kernel, units) => {
    const norms = new Float64Array(units);
    kernel.forEach((w, i) => {
      norms[i % units] += w * w;
    });
    if (norms.some((n) => n === 0))
      throw new RidgelineError(
        'ERR_OPTION',
        "kernelNormalization 'weight': expected a kernelInitializer that gives every unit a weight that is not 0",
      );
    return norms.map(Math.sqrt);
  });

const unit = (x: Float64Array): Float64Array => {
  const norm = Math.max(Math.sqrt(x.reduce((a, b) => a + b * b, 0)), leastNorm);
  return x.map((value) => value / norm);
};

/** kernel·u */
const timesKernel = (kernel: Float64Array, u: Float64Array): Float64Array =>
  new Float64Array(kernel.length / u.length).map((_, i) => u.reduce((total, value, j) => total + value * kernel[i * u.length + j], 0));

const outputDirection = (name: string): Initializer =>
  fromKernel('outputDirection', name, (kernel, units, random) => {
    if (kernel.every((w) => w === 0))
      throw new RidgelineError(
        'ERR_OPTION',
        "kernelNormalization 'spectral': expected a kernelInitializer that gives weights that are not 0",
      );
    let u = unit(new Float64Array(units).map(() => random.normal()));
    for (let k = 0; k < firstIterations; k++) {
      const v = unit(timesKernel(kernel, u));
      const next = new Float64Array(units);
      kernel.forEach((w, i) => {
        next[i % units] += w * v[Math.floor(i / units)];
      });
      u = unit(next);
    }
    return u;
  });

const inputDirection = (name: string, nameU: string): Initializer =>
  fromKernel('inputDirection', name, (kernel, _size, _random, known) => unit(timesKernel(kernel, known(nameU))));
