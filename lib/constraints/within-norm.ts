import { closed } from '../describe.ts';
import { boolean, checkOptions, inRange, oneOf, optional } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { add, div, minimum, mul, sub } from '../ops/binary.ts';
import { sum } from '../ops/reduce.ts';
import { abs, relu, square } from '../ops/unary.ts';
import type { ScalarSource } from '../regularizers/define.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { l1Ball, l2Ball, type NormName } from './balls.ts';
import type { Constraint } from './define.ts';

/** Options of {@link withinNorm}. */
export interface WithinNormOptions {
  /** Σ|w| or √Σw², over the whole weight. */
  readonly norm: NormName;
  /** Bound on it, in (0, inf). */
  readonly radius: number;
  /** 'projection' (default): back onto the ball after each step, as l1Ball and l2Ball; 'dual': by a learned multiplier. */
  readonly method?: 'projection' | 'dual';
  /** Hold the norm at the radius, not within it: the multiplier may become negative. Default false; for the dual method. */
  readonly equality?: boolean;
  /** What α gains in a step for a norm that is far over the radius, in (0, inf); default 0.01. */
  readonly rate?: number;
  /** What an excess adds to α at once, and for as long as it lasts, in [0, inf): it damps α's swings and does not move where they end. Default 0.5. */
  readonly damping?: number;
}

const positive = inRange('(0, inf)');
const dampingRule = inRange('[0, inf)');
const [defaultRate, defaultDamping] = [0.01, 0.5];

/** k, what Ω may be. */
const allowance = (norm: NormName, radius: Tensor): Tensor => (norm === 'l1' ? radius : mul(square(radius), 0.5));
const omega = (norm: NormName, w: Tensor): Tensor => (norm === 'l1' ? sum(abs(w)) : mul(sum(square(w)), 0.5));

/**
 * ‖w‖ <= radius. With { method: 'dual' } the step is on L(w, α) = J + α(Ω(w) - k), with Ω = ½‖w‖² and k = radius²/2 (l1: Ω = ‖w‖₁, k = radius), and
 * the multiplier α, from 0, goes up the other way: α <- max(0, α + rate·min((Ω - k)/k, 1)). Where both rest, the conditions of Karush, Kuhn and Tucker hold, and
 * α is the strength λ with which l2(λ), or l1(λ), has the same solution. α is kept and saved with the weights as '<weight>/multiplier', and is a
 * column of the history under that name. Unlike a projection the bound holds in the end, not after every step; the step itself is on
 * max(0, α + damping·min((Ω - k)/k, 1)) in the place of α (an augmented Lagrangian), which is α at the end.
 * @throws ERR_OPTION for equality, rate or damping without the dual method.
 * Source: Goodfellow, Bengio, Courville 2016, 4.4 and 7.2; Arrow, Hurwicz, Uzawa 1958; Rockafellar 1973.
 */
export function withinNorm(options: WithinNormOptions): Constraint {
  const where = 'constraints.withinNorm';
  checkOptions<WithinNormOptions>(where, options, {
    norm: oneOf('l1', 'l2'),
    radius: positive,
    method: optional(oneOf('projection', 'dual')),
    equality: optional(boolean),
    rate: optional(positive),
    damping: optional(dampingRule),
  });
  const { norm, radius, method = 'projection', equality = false, rate, damping } = options;
  if (method === 'projection') {
    const dual = equality ? 'equality' : rate !== undefined ? 'rate' : damping !== undefined ? 'damping' : undefined;
    if (dual) throw new RidgelineError('ERR_OPTION', `${where}: expected method 'dual' with ${dual}, got 'projection'`);
    const ball = norm === 'l1' ? l1Ball(radius) : l2Ball(radius);
    return closed({ ...ball, kind: 'withinNorm', options: { ...options } });
  }
  const held = (strength: Tensor): Tensor => (equality ? strength : relu(strength));
  /** (Ω - k)/k and, far outside, 1: a start far from the bound must not throw α, and with it the weights, away. */
  const relative = (excess: Tensor, scalar: ScalarSource): Tensor =>
    minimum(div(excess, allowance(norm, scalar('radius', radius, positive))), 1);
  return closed({
    kind: 'withinNorm',
    options: { ...options },
    multiplier: {
      excess: (w, scalar) => sub(omega(norm, w), allowance(norm, scalar('radius', radius, positive))),
      strength: (alpha, excess, scalar) =>
        held(add(alpha, mul(scalar('damping', damping ?? defaultDamping, dampingRule), relative(excess, scalar)))),
      next: (alpha, excess, scalar) => held(add(alpha, mul(scalar('dualRate', rate ?? defaultRate, positive), relative(excess, scalar)))),
    },
  });
}
