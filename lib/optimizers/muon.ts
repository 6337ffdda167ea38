import { boolean, inRange, oneOf, optional, type Rule } from '../check.ts';
import { add, div, maximum, mul, sub } from '../ops/binary.ts';
import { matmul } from '../ops/matmul.ts';
import { reshape } from '../ops/movement.ts';
import { sum } from '../ops/reduce.ts';
import { sqrt, square } from '../ops/unary.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type CommonOptions, defineOptimizer, type Optimizer, type UpdateResult, type WeightInfo } from './define.ts';
import { isCalled } from './groups.ts';
import { mix } from './mix.ts';

/** Options of {@link muon}. */
export interface MuonOptions extends CommonOptions {
  /** μ in [0, 1); default 0.95. */
  readonly momentum?: number;
  /** Look one step ahead: the direction is (1-μ)g + μv; default true. */
  readonly nesterov?: boolean;
  /**
   * By what the orthogonal direction is multiplied. 'original' (default): √max(1, outputs/inputs), Keller Jordan's. 'matchRmsAdamw':
   * 0.2 √max(outputs, inputs), which makes steps as long as AdamW's (Liu 2025): with it AdamW's rates and a fallbackMultiplier of 1 will do.
   */
  readonly scaling?: 'original' | 'matchRmsAdamw';
  /** Weights ('dense2/kernel') or layers ('embedding') that take AdamW although they are matrices; default none. */
  readonly exclude?: readonly string[];
  /** What AdamW's rate is times learningRate, in [0, inf); default 0.015 (3e-4 for 0.02). */
  readonly fallbackMultiplier?: number;
  /** AdamW's decay of the mean of gradients, in [0, 1); default 0.9. */
  readonly beta1?: number;
  /** AdamW's decay of the mean of squares, in [0, 1); default 0.95. */
  readonly beta2?: number;
  /** AdamW's δ, in (0, inf); default 1e-10. */
  readonly epsilon?: number;
}

const namesRule: Rule<readonly string[]> = {
  expected: 'an array of names',
  invalid: [1],
  test: (v): v is readonly string[] => Array.isArray(v) && v.every((n) => typeof n === 'string' && n.length > 0),
};

/** a x + b x³ + c x⁵ takes singular values in (0, 1] toward 1, to about ±0.3, the small ones fast. */
const [a, b, c] = [3.4445, -4.775, 2.0315];

const isMatrix = ({ name, shape }: WeightInfo, { exclude = [] }: MuonOptions): boolean =>
  shape.length >= 2 && !exclude.some((e) => isCalled(name, e));

/**
 * Five Newton-Schulz iterations toward the nearest matrix with orthonormal rows or columns, whichever are fewer. The Gram matrix is its own
 * transpose, and so is its square: as a product with its own transpose the kernel makes one half of it and mirrors it, as it does with XᵀX.
 */
function orthogonalized(m: Tensor): Tensor {
  const tall = m.shape[0] >= m.shape[1];
  let x = div(m, maximum(sqrt(sum(square(m))), 1e-7));
  for (let i = 0; i < 5; i++) {
    const gram = tall ? matmul(x, x, { transposeA: true }) : matmul(x, x, { transposeB: true });
    const polynomial = add(mul(b, gram), mul(c, matmul(gram, gram, { transposeA: true })));
    x = add(mul(a, x), tall ? matmul(x, polynomial) : matmul(polynomial, x));
  }
  return x;
}

const make = defineOptimizer<MuonOptions>({
  kind: 'muon',
  rules: {
    momentum: optional(inRange('[0, 1)')),
    nesterov: optional(boolean),
    scaling: optional(oneOf('original', 'matchRmsAdamw')),
    exclude: optional(namesRule),
    fallbackMultiplier: optional(inRange('[0, inf)')),
    beta1: optional(inRange('[0, 1)')),
    beta2: optional(inRange('[0, 1)')),
    epsilon: optional(inRange('(0, inf)')),
  },
  defaults: { learningRate: 0.02, momentum: 0.95, fallbackMultiplier: 0.015, beta1: 0.9, beta2: 0.95, epsilon: 1e-10 },
  slots: (options, weight): Record<string, number> => (isMatrix(weight, options) ? { momentum: 0 } : { mean: 0, square: 0 }),
  settles: true,
  named: ({ exclude }) => exclude,
  scalars: ({ momentum = 0.95, fallbackMultiplier = 0.015, beta1 = 0.9, beta2 = 0.95, epsilon = 1e-10 }, step) => ({
    momentum,
    fallbackMultiplier,
    beta1,
    oneMinusBeta1: 1 - beta1,
    beta2,
    oneMinusBeta2: 1 - beta2,
    epsilon,
    meanCorrection: 1 / (1 - beta1 ** (step + 1)),
    rootCorrection: 1 / Math.sqrt(1 - beta2 ** (step + 1)),
  }),
  update: ({ name, weight, gradient, slots, scalars: s, settle, options }): UpdateResult => {
    const { shape } = weight;
    if (isMatrix({ name, shape }, options)) {
      const momentum = mix(gradient, slots.momentum, s.momentum);
      const direction = options.nesterov === false ? momentum : mix(gradient, momentum, s.momentum);
      const outputs = shape[shape.length - 1];
      const inputs = sizeOf(shape) / outputs;
      const factor =
        options.scaling === 'matchRmsAdamw' ? 0.2 * Math.sqrt(Math.max(outputs, inputs)) : Math.sqrt(Math.max(1, outputs / inputs));
      const step = mul(mul(s.learningRate, factor), orthogonalized(reshape(direction, [inputs, outputs])));
      return { weight: settle(sub(weight, reshape(step, shape))), slots: { momentum } };
    }
    const mean = add(mul(s.beta1, slots.mean), mul(s.oneMinusBeta1, gradient));
    const squares = add(mul(s.beta2, slots.square), mul(s.oneMinusBeta2, square(gradient)));
    const rate = mul(s.learningRate, s.fallbackMultiplier);
    const root = add(mul(sqrt(squares), s.rootCorrection), s.epsilon);
    return { weight: settle(sub(weight, div(mul(mul(rate, s.meanCorrection), mean), root)), rate), slots: { mean, square: squares } };
  },
});

/**
 * Muon: weights of two or more axes, seen as matrices [inputs, outputs] (the last axis are the outputs), move by η·scaling along the momentum
 * v <- μv + (1-μ)g brought near to orthogonal by five Newton-Schulz iterations with coefficients 3.4445, -4.775, 2.0315; all other weights by
 * AdamW at learningRate·fallbackMultiplier. Weight decay is decoupled, by each weight's own rate. Jordan 2024 (Muon, MuonWithAuxAdam); the
 * matrices' part equals torch.optim.Muon, which rounds its products to bfloat16 (here they follow compile's precision). The last layer and
 * embeddings are best left to AdamW: `exclude`. learningRate default 0.02.
 */
export const muon = (options: MuonOptions = {}): Optimizer => make(options);
