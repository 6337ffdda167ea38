/** Norm balls: ‖w‖ <= radius for a whole weight, bias or kernel, as one vector. */
import { closed } from '../describe.ts';
import { check, inRange } from '../check.ts';
import { add, div, maximum, mul, sub } from '../ops/binary.ts';
import { greater } from '../ops/compare.ts';
import { cast, stopGradient } from '../ops/core.ts';
import { broadcastTo } from '../ops/movement.ts';
import { sum } from '../ops/reduce.ts';
import { scan } from '../ops/scan.ts';
import { abs, relu, sign, sqrt, square } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Constraint } from './define.ts';

/** Which length is meant: Σ|w|, or √Σw². */
export type NormName = 'l1' | 'l2';

/** The root of less has no derivative that means anything. */
const leastSquare = 1e-30;
/** Rounds that find the threshold of the l1 ball; see {@link ontoL1Ball}. */
const rounds = 20;

const radiusRule = inRange('(0, inf)');
const allAxes = (w: Tensor): number[] => w.shape.map((_, i) => i);

function ontoL2Ball(w: Tensor, radius: Tensor, axes: readonly number[]): Tensor {
  const norm = sqrt(maximum(sum(square(w), axes, { keepDims: true }), leastSquare));
  return mul(w, div(radius, maximum(norm, radius)));
}

/**
 * Soft-thresholding by the θ >= 0 at which Σ max(|w| - θ, 0) = radius, without a sort: the sum is convex in θ, so Newton's method from 0 climbs
 * to θ and never passes it, and is there once no element leaves the active set any more (Michelot 1986; Condat 2016). Where elements still leave
 * after the last round, the remainder is scaled away: the bound holds in any case.
 */
function ontoL1Ball(w: Tensor, radius: Tensor, axes: readonly number[]): Tensor {
  const sizes = abs(w);
  const climb = (a: Tensor, theta: Tensor, bound: Tensor): Tensor => {
    const active = stopGradient(sum(cast(greater(a, theta), w.dtype), axes, { keepDims: true }));
    const over = sub(sum(relu(sub(a, theta)), axes, { keepDims: true }), bound);
    return relu(add(theta, div(over, maximum(active, 1))));
  };
  const [a, bound] = [stopGradient(sizes), stopGradient(radius)];
  const start = broadcastTo(mul(bound, 0), sum(a, axes, { keepDims: true }).shape);
  const [found] = scan(([theta]) => ({ carry: [climb(a, theta, bound)] }), [start], [], { length: rounds }).carry;
  const left = relu(sub(sizes, climb(sizes, stopGradient(found), radius)));
  const norm = sum(left, axes, { keepDims: true });
  return mul(mul(sign(w), left), div(radius, maximum(norm, radius)));
}

/** The nearest point to x of the ball of `radius`, by the elements along `axes`. Differentiable in x. */
export const ontoBall = (norm: NormName, x: Tensor, radius: Tensor, axes: readonly number[]): Tensor =>
  norm === 'l1' ? ontoL1Ball(x, radius, axes) : ontoL2Ball(x, radius, axes);

/**
 * Σ|w| <= radius over the whole weight: the Euclidean projection, which sets what lies under a threshold to 0.
 * @param radius bound, in (0, inf). Source: Duchi, Shalev-Shwartz, Singer, Chandra 2008; the constraint whose penalty is l1.
 */
export function l1Ball(radius: number): Constraint {
  check('constraints.l1Ball', 'radius', radius, radiusRule);
  return closed({
    kind: 'l1Ball',
    options: { radius },
    project: (w, scalar) => ontoBall('l1', w, scalar('l1Ball', radius, radiusRule), allAxes(w)),
  });
}

/**
 * √Σw² <= radius over the whole weight (maxNorm bounds the weights into each unit); weights within it stay exactly as they are.
 * @param radius bound, in (0, inf). Source: Goodfellow, Bengio, Courville 2016, 7.2.
 */
export function l2Ball(radius: number): Constraint {
  check('constraints.l2Ball', 'radius', radius, radiusRule);
  return closed({
    kind: 'l2Ball',
    options: { radius },
    project: (w, scalar) => ontoBall('l2', w, scalar('l2Ball', radius, radiusRule), allAxes(w)),
  });
}
