/** Projections after each step. Norms are per output unit: over all axes but the last; a bias (one axis) is taken as one vector. */
import { closed } from '../describe.ts';
import { check, checkOptions, inRange, optional } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { add, div, maximum, minimum, mul, sub } from '../ops/binary.ts';
import { sum } from '../ops/reduce.ts';
import { relu, sqrt, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Constraint } from './define.ts';

const minRule = inRange('[0, inf)');
const maxRule = inRange('(0, inf)');
const rateRule = inRange('(0, 1]');

/** Below this, a norm does not tell a direction: a zero vector stays zero. */
const smallestNorm = 1e-7;

function unitNorms(w: Tensor): Tensor {
  const axes = w.shape.map((_, i) => i).slice(0, Math.max(1, w.rank - 1));
  return sqrt(sum(square(w), axes, { keepDims: true }));
}

/** w at the wanted norms; exactly w where they are its own. */
const withNorms = (w: Tensor, norms: Tensor, wanted: Tensor | number): Tensor => mul(w, div(wanted, maximum(norms, smallestNorm)));

/**
 * ‖w‖ <= max for the weights into each output unit; weights within the bound stay exactly as they are.
 * @param max bound, in (0, inf). Source: Srivastava 2014; Goodfellow, Bengio, Courville 2016, 7.2.
 */
export function maxNorm(max: number): Constraint {
  check('constraints.maxNorm', 'max', max, maxRule);
  return closed({
    kind: 'maxNorm',
    options: { max },
    project: (w, scalar) => {
      const bound = scalar('maxNorm', max, maxRule);
      return mul(w, div(bound, maximum(unitNorms(w), bound)));
    },
  });
}

/** ‖w‖ = 1 for the weights into each output unit; zero vectors stay zero. */
export function unitNorm(): Constraint {
  return closed({ kind: 'unitNorm', options: {}, project: (w) => withNorms(w, unitNorms(w), 1) });
}

/** w >= 0, element by element. */
export function nonNegative(): Constraint {
  return closed({ kind: 'nonNegative', options: {}, project: (w) => relu(w) });
}

/** Options of {@link minMaxNorm}. */
export interface MinMaxNormOptions {
  /** Smallest norm, in [0, inf), not above max; default 0. */
  readonly min?: number;
  /** Largest norm, in (0, inf); default 1. */
  readonly max?: number;
  /** Share of the way to the bound that each step goes, in (0, 1]; default 1. */
  readonly rate?: number;
}

/** min <= ‖w‖ <= max for the weights into each output unit; zero vectors stay zero. Keras's, without its shrinking inside of the bounds. */
export function minMaxNorm(options: MinMaxNormOptions = {}): Constraint {
  checkOptions<MinMaxNormOptions>('constraints.minMaxNorm', options, {
    min: optional(minRule),
    max: optional(maxRule),
    rate: optional(rateRule),
  });
  const { min = 0, max = 1, rate = 1 } = options;
  if (min > max)
    throw new RidgelineError('ERR_OPTION', `constraints.minMaxNorm: expected min not above max, got min ${min} and max ${max}`);
  return closed({
    kind: 'minMaxNorm',
    options: { min, max, rate },
    project: (w, scalar) => {
      const norms = unitNorms(w);
      const nearest = minimum(maximum(norms, scalar('min', min, minRule)), scalar('max', max, maxRule));
      return withNorms(w, norms, add(norms, mul(scalar('rate', rate, rateRule), sub(nearest, norms))));
    },
  });
}
