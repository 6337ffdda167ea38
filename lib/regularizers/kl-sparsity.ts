import { closed } from '../describe.ts';
import { checkOptions, inRange, optional } from '../check.ts';
import { add, mul, sub } from '../ops/binary.ts';
import { mean, sum } from '../ops/reduce.ts';
import { log } from '../ops/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Regularizer } from './define.ts';

/** Options of {@link klSparsity}. */
export interface KlSparsityOptions {
  /** Strength λ, in [0, inf). */
  readonly lambda: number;
  /** Mean activation ρ that every unit is drawn to, in (0, 1); default 0.05. */
  readonly rate?: number;
}

/** Beside the arguments of the logarithms, so that a unit which is never (or always) on has a finite penalty, and a gradient. */
const epsilon = 1e-7;
const lambdaRule = inRange('[0, inf)');
const rateRule = inRange('(0, 1)');

/**
 * λ Σ_j ρ log(ρ/ρ̂_j) + (1-ρ) log((1-ρ)/(1-ρ̂_j)), with ρ̂_j the mean of unit j (last axis) over the batch and all other axes: the divergence of
 * Kullback and Leibler between switches that are on at the rate ρ and at ρ̂_j. For `activityRegularizer`, of layers with outputs in [0, 1]; it is of the
 * batch as a whole and not divided by its rows. Small batches make it larger, since their means vary; with gradientAccumulation it is that of each
 * micro-batch. Hyper-parameters: 'layer/activity/klSparsity' (λ) and 'layer/activity/rate' (ρ).
 * @throws ERR_OPTION; in training ERR_NON_FINITE where outputs leave [0, 1].
 * Source: Ng 2011 (CS294A lecture notes, Sparse autoencoder); Goodfellow, Bengio, Courville 2016, 7.10 and 14.2.1.
 */
export function klSparsity(options: KlSparsityOptions): Regularizer {
  checkOptions<KlSparsityOptions>('regularizers.klSparsity', options, { lambda: lambdaRule, rate: optional(rateRule) });
  const { lambda, rate = 0.05 } = options;
  return closed(
    {
      kind: 'klSparsity',
      options: { lambda, rate },
      ofRates: true,
      penalty: (h, scalar) => {
        const rates = mean(h, leadingAxes(h));
        const wanted = scalar('rate', rate, rateRule);
        const term = (p: Tensor, q: Tensor): Tensor => mul(p, sub(log(p), log(add(q, epsilon))));
        return mul(scalar('klSparsity', lambda, lambdaRule), sum(add(term(wanted, rates), term(sub(1, wanted), sub(1, rates)))));
      },
    },
    'penalty',
  );
}

/** All axes but the last; the only one, where each row is one number. */
const leadingAxes = ({ rank }: Tensor): number[] => Array.from({ length: Math.max(1, rank - 1) }, (_, i) => i);
