import { boolean, inRange, optional } from '../check.ts';
import { add, div, mul } from '../ops/binary.ts';
import { sum } from '../ops/reduce.ts';
import { abs, sqrt, square } from '../ops/unary.ts';
import type { Optimizer } from './define.ts';
import type { OptimizerLike } from './resolve.ts';
import { defineWrapper } from './wrap.ts';

/** Options of {@link sam}. */
export interface SamOptions {
  /** ρ, the distance to the second point, in [0, inf); default 0.05. With `adaptive`, values around 0.5 are usual. */
  readonly rho?: number;
  /** Distances in units of each weight's size (ASAM); default false. */
  readonly adaptive?: boolean;
}

const wrap = defineWrapper<SamOptions>({
  kind: 'sam',
  rules: { rho: optional(inRange('[0, inf)')), adaptive: optional(boolean) },
  defaults: { rho: 0.05, adaptive: false },
  scalars: ({ rho = 0.05 }) => ({ rho }),
  probe: ({ weights, gradients, scalars }, { adaptive }) => {
    const names = Object.keys(weights);
    if (names.length === 0) return weights;
    const lengths = names.map((n) => sum(square(adaptive ? mul(abs(weights[n]), gradients[n]) : gradients[n])));
    const scale = div(scalars.rho, add(sqrt(lengths.reduce((a, b) => add(a, b))), 1e-12));
    const ascent = (n: string) => mul(scale, adaptive ? mul(square(weights[n]), gradients[n]) : gradients[n]);
    return Object.fromEntries(names.map((n) => [n, add(weights[n], ascent(n))]));
  },
});

/**
 * Sharpness-aware minimization: the inner optimizer steps from w with the gradient at w + ρ g/‖g‖ (the norm is over all weights), where the loss
 * nearby is about the largest; `adaptive`: at w + ρ w²g/‖wg‖. Two passes over the batch per step, with the same dropout masks and noise; loss,
 * metrics and moving statistics are those of the first, clipping acts on the gradient of the second. Foret 2021; Kwon 2021 (ASAM). ρ is
 * hyper-parameter 'sam.rho'.
 * @throws ERR_OPTION around an optimizer that has a sam already.
 */
export const sam = (optimizer: OptimizerLike, options: SamOptions = {}): Optimizer => wrap(optimizer, options);
