/** Clipping, the rule, decoupled decay, proximal penalties and projection, once around every optimizer. */
import { add, div, maximum, minimum, mul, sub } from '../ops/binary.ts';
import { sum } from '../ops/reduce.ts';
import { neg, sqrt, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Optimizer } from './define.ts';

/** Scalars of a weight whose group has options of its own. */
export interface GroupScalars {
  readonly learningRateMultiplier?: Tensor;
  /** In place of the optimizer's; 'none' leaves the weight out of decay. */
  readonly weightDecay?: Tensor | 'none';
}

/** Tensors by weight name. */
export interface OptimizerStep {
  readonly weights: Readonly<Record<string, Tensor>>;
  readonly gradients: Readonly<Record<string, Tensor>>;
  readonly slots: Readonly<Record<string, Readonly<Record<string, Tensor>>>>;
  /** What Optimizer.tabulate() names, rank 0. */
  readonly scalars: Readonly<Record<string, Tensor>>;
  /** Applies a penalty that is not in the gradient, given how far a gradient moves each element. */
  readonly proximals?: Readonly<Record<string, ((w: Tensor, step: Tensor) => Tensor) | undefined>>;
  /** Brings a new weight back to its constraint. */
  readonly projections: Readonly<Record<string, ((w: Tensor) => Tensor) | undefined>>;
  readonly groups?: Readonly<Record<string, GroupScalars | undefined>>;
}

/** State after a step, by weight name. */
export interface OptimizerResult {
  readonly weights: Record<string, Tensor>;
  readonly slots: Record<string, Readonly<Record<string, Tensor>>>;
}

/** Norm per unit, an index of the last axis; of all of it where there are fewer than two axes. */
function unitNorm(x: Tensor): Tensor {
  const axes = x.rank < 2 ? undefined : Array.from({ length: x.rank - 1 }, (_, i) => i);
  return sqrt(sum(square(x), axes, { keepDims: axes !== undefined }));
}

/** Norms of weights count as this at least, so that units that start at 0 can move. */
const smallestUnit = 1e-3;

/**
 * New weights and slots. Order: clipValue, clipNorm, adaptiveClip, globalClipNorm (dividing by ‖g‖ + 1e-6, as PyTorch), the rule, decay by the
 * weight as it was before the step, the proximal penalty, projection.
 */
export function applyOptimizer(optimizer: Optimizer, step: OptimizerStep): OptimizerResult {
  const { scalars } = step;
  const names = Object.keys(step.weights);
  let grads = names.map((n) => step.gradients[n]);
  const { clipValue, clipNorm, adaptiveClip, globalClipNorm } = scalars;
  if (clipValue) grads = grads.map((g) => minimum(maximum(g, neg(clipValue)), clipValue));
  if (clipNorm) grads = grads.map((g) => mul(g, minimum(div(clipNorm, sqrt(sum(square(g)))), 1)));
  if (adaptiveClip)
    grads = grads.map((g, i) => {
      const largest = mul(adaptiveClip, maximum(unitNorm(step.weights[names[i]]), smallestUnit));
      return mul(g, minimum(div(largest, unitNorm(g)), 1));
    });
  if (globalClipNorm && grads.length > 0) {
    const norm = sqrt(grads.map((g) => sum(square(g))).reduce((a, b) => add(a, b)));
    const factor = minimum(div(globalClipNorm, add(norm, 1e-6)), 1);
    grads = grads.map((g) => mul(g, factor));
  }
  const weights: Record<string, Tensor> = {};
  const slots: Record<string, Readonly<Record<string, Tensor>>> = {};
  names.forEach((name, i) => {
    const weight = step.weights[name];
    const { learningRateMultiplier, weightDecay = scalars.weightDecay } = step.groups?.[name] ?? {};
    const learningRate = learningRateMultiplier ? mul(scalars.learningRate, learningRateMultiplier) : scalars.learningRate;
    const own = learningRateMultiplier ? { ...scalars, learningRate } : scalars;
    const decays = weightDecay !== undefined && weightDecay !== 'none';
    const settle = (next: Tensor, rate = learningRate, stepSize?: () => Tensor | undefined): Tensor => {
      const decayed = decays ? sub(next, mul(mul(rate, weightDecay), weight)) : next;
      const proximal = step.proximals?.[name];
      const size = proximal && stepSize?.();
      const shrunk = proximal && size ? proximal(decayed, size) : decayed;
      return step.projections[name]?.(shrunk) ?? shrunk;
    };
    const result = optimizer.update({ name, weight, gradient: grads[i], slots: step.slots[name] ?? {}, scalars: own, settle });
    weights[name] = result.weight;
    slots[name] = result.slots;
  });
  return { weights, slots };
}
