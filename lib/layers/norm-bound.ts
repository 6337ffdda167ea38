import { inRange, oneOf, optional } from '../check.ts';
import { type NormName, ontoBall } from '../constraints/balls.ts';
import { asFloat, defineLayer, type ApplicableLayer, type LayerOptions } from './define.ts';

const radiusRule = inRange('(0, inf)');

/** Options of {@link normBound}. */
export interface NormBoundOptions extends LayerOptions {
  /** 'l2' (default): √Σh², longer rows are scaled down; 'l1': Σ|h|, small values of longer rows become 0. */
  readonly norm?: NormName;
}

/** Declaration of {@link normBound}. */
export const normBoundKind = defineLayer({
  kind: 'normBound',
  argument: 'radius',
  rules: { radius: radiusRule, norm: optional(oneOf('l1', 'l2')) },
  complete: ({ radius, norm = 'l2' }: { radius: number; norm?: NormName }) => ({ radius, norm }),
  call: (given, ctx, { radius, norm }) => {
    const h = asFloat(given);
    return ontoBall(norm, h, ctx.scalar('radius', radius, radiusRule), h.shape.map((_, i) => i).slice(1));
  },
});

/**
 * A hard bound on a hidden representation: each row, over all axes but the first, becomes the nearest point with ‖h‖ <= radius, in training and in
 * inference; rows within the bound stay exactly as they are. Gradients are those of the projection.
 * @param radius bound, in (0, inf). Source: Goodfellow, Bengio, Courville 2016, 7.2 (explicit constraints) and 7.10.
 */
export const normBound = (radius: number, options: NormBoundOptions = {}): ApplicableLayer => normBoundKind.make(options, radius);
