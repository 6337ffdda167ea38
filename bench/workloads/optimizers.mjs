/** One update of 10 M parameters by every optimizer that the package has, against a hand-written loop over the same arrays. */
import { optimizers } from '../../dist/index.js';

const rows = 2500;
const columns = 4000;
/**
 * Newton-Schulz iterations are products of matrices, not a pass over memory: smaller, and their limit is the peak of the multiply-adds. Each
 * of the five needs half of XᵀX, half of its square, and all of a third product.
 */
const side = 1000;
const products = { muon: { rows: side, columns: side, flops: 5 * (2 * side ** 2 * (side + 1) + 2 * side ** 3) } };

/** Options under which Ridgeline and PyTorch follow the same formula; beyond these only the time is compared. */
const agreed = {
  sgd: [{}, {}],
  'sgd, momentum': [{ momentum: 0.9 }, { momentum: 0.9 }],
  adam: [
    { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    { betas: [0.9, 0.999], eps: 1e-8 },
  ],
  adamw: [
    { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
    { betas: [0.9, 0.999], eps: 1e-8, weight_decay: 0.01 },
  ],
  'adam, amsgrad': [
    { amsgrad: true, epsilon: 1e-8 },
    { amsgrad: true, eps: 1e-8 },
  ],
};
/** Around Adam. sam is not among them: its update is that of the optimizer inside, and its price a second gradient. */
const wrappers = { lookahead: {}, ema: {}, swa: { start: 0 } };
/** The optimizer of a case; `common` are options of the rule, also where it is inside another. */
export const optimizerOf = ({ kind, inside, options }, common = {}) =>
  inside ? optimizers[kind](optimizers[inside](common), options) : optimizers[kind]({ ...common, ...options });
const variants = { sgd: ['sgd', 'sgd, momentum'], adam: ['adam', 'adam, amsgrad'], muon: ['muon', 'muon, bfloat16'] };
/** PyTorch's Muon has one form, which multiplies in bfloat16. */
const precisions = { 'muon, bfloat16': 'bfloat16' };
const inPyTorch = {
  sgd: 'SGD',
  adam: 'Adam',
  adamw: 'AdamW',
  adagrad: 'Adagrad',
  adadelta: 'Adadelta',
  rmsprop: 'RMSprop',
  rprop: 'Rprop',
  adamax: 'Adamax',
  nadam: 'NAdam',
  radam: 'RAdam',
  muon: 'Muon',
};

function caseOf(kind, name) {
  const [options, theirs] = agreed[name] ?? [wrappers[kind] ?? {}, {}];
  const inside = wrappers[kind] && 'adam';
  const values = Object.values(optimizerOf({ kind, inside, options }).slotsOf({ name: 'weight', shape: [rows, columns] }));
  const slots = values.filter((s) => !s.scalar).length;
  const size = products[kind] ?? { rows, columns };
  return {
    name,
    kind,
    inside,
    options,
    torch: inPyTorch[kind],
    torchOptions: theirs,
    precision: precisions[name] ?? 'float32',
    compared: name in agreed,
    ...size,
    elements: size.rows * size.columns,
    // Weight, gradient and slots are read; weight and slots are written.
    ...(products[kind] ? {} : { reads: 2 + slots, writes: 1 + slots }),
  };
}

export default {
  name: 'optimizers',
  title:
    'One update of 10 M parameters (muon: 1 M). limits: a hand-written loop that reads and writes the same arrays (muon: the multiply-adds of its products at their peak). PyTorch in the fastest of its fused, foreach and plain forms.',
  metric: 'time of one update',
  unit: 'ms',
  higher: false,
  subject: 'ridgeline',
  /** Changes of weights in units of the learning rate, three steps on: differences of numbers near 1, divided by 1e-3. */
  tolerance: () => 2 ** -9,
  cases: ({ threads }) =>
    Object.keys(optimizers)
      .filter((kind) => kind !== 'sam')
      .flatMap((kind) => (variants[kind] ?? [kind]).map((name) => caseOf(kind, name)))
      .flatMap((c) =>
        [...new Set([1, threads])].map((count) => ({
          ...c,
          threads: count,
          quick: count === threads && ['adam', 'sgd, momentum'].includes(c.name),
          peers: ['limits', ...(c.torch ? [{ peer: 'pytorch', compare: c.compared }] : [])],
        })),
      ),
  targets: ({ precision }) => [precision === 'bfloat16' ? { against: ['pytorch'], ratio: 1 } : { against: ['limits'], ratio: 0.9 }],
};

/** Weight and gradient of element i. */
export const weightAt = (i) => 1 + (i % 1024) / 2048;
export const gradientAt = (i) => ((i % 997) - 498.25) / 997;
