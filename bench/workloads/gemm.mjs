/** Matrix products, timed in C++: the kernels as the runtime calls them, operands packed in the call. */
const libraries = ['onednn', 'openblas', 'blis'];

/** 'mxnxk', with the transposes of a and b. */
const product = (shape, op = 'NN', rest = {}) => {
  const [m, n = m, k = m] = shape.split('x').map(Number);
  return { shape, m, n, k, op, type: 'f32', ...rest };
};
/** The products of a training step of models M and L, and squares that leave the caches. */
const large = [
  product('512', 'NN', { quick: true }),
  product('512', 'NT'),
  product('512', 'TN'),
  product('512', 'TT'),
  product('1024', 'NN'),
  product('1024', 'NT'),
  product('1024', 'TN'),
  product('1024', 'TT'),
  product('1000', 'NN'),
  product('2048', 'NN'),
  product('128x512x784', 'NN', { quick: true }),
  product('784x512x128', 'TN', { quick: true }),
  product('128x784x512', 'NT', { quick: true }),
  product('128x512x512', 'NN'),
  product('512x512x128', 'TN'),
  product('128x512x512', 'NT'),
  product('512x2048x784', 'NN'),
  product('784x2048x512', 'TN'),
  product('512x2048x2048', 'NN'),
  product('2048x2048x512', 'TN'),
  product('512x2048x2048', 'NT'),
].map((c) => ({ ...c, size: 'large' }));
/** Their products with the ten units of the last layer: forward, weight gradient, input gradient. */
const narrow = [
  product('128x10x512', 'NN'),
  product('512x10x128', 'TN'),
  product('128x512x10', 'NT'),
  product('512x10x2048', 'NN'),
  product('2048x10x512', 'TN'),
  product('512x2048x10', 'NT'),
].map((c) => ({ ...c, size: 'narrow' }));
const small = [
  product('64', 'NN', { quick: true }),
  product('128'),
  product('256', 'NN', { quick: true }),
  product('32x64x64', 'NN', { quick: true }),
  product('32x64x64', 'NT'),
  product('64x64x32', 'TN'),
  product('64x64x576'),
  product('64x10x256'),
  product('100'),
  product('1x1024x1024', 'NN', { quick: true }),
  product('1x1024x1024', 'NT'),
  product('1024x1x1024', 'NN'),
  product('1024x1x1024', 'TN'),
].map((c) => ({ ...c, size: 'small' }));
const doubles = ['512', '1024', '2048'].flatMap((n) => [
  product(n, 'NN', { type: 'f64' }),
  product(n, 'NT', { type: 'f64' }),
  product(n, 'TN', { type: 'f64', kind: 'gram' }),
]);
const halves = ['512', '1024', '2048'].map((n) => product(n, 'NN', { type: 'bf16' }));

const peersOf = ({ type, kind, shape, op }) => {
  if (kind === 'gram') return ['openblas', 'blis', 'limits'];
  if (type === 'f64') return ['openblas', 'blis', 'limits'];
  if (type === 'bf16') return ['onednn', 'limits'];
  // A triple loop shows what plain JavaScript can do.
  return [...libraries, 'limits', ...(op === 'NN' && ['64', '256'].includes(shape) ? ['javascript'] : [])];
};

export default {
  name: 'gemm',
  title:
    'Matrix products m x n x k in C++ (NN, NT, TN: which operand is transposed; gram: the transpose of a by a). limits is the peak of multiply-adds.',
  metric: 'rate',
  unit: 'GFLOP/s',
  higher: true,
  subject: 'kernels',
  /** Sums of k products in [-1, 1), divided by the root of k. */
  tolerance: ({ k, type }) => Math.sqrt(k) * 2 ** (type === 'f64' ? -48 : -20),
  cases: ({ threads }) =>
    [...large, ...narrow, ...small, ...doubles, ...halves].flatMap((c) =>
      [...new Set([1, threads])].map((count) => ({
        ...c,
        name: `${c.shape} ${c.kind ?? c.op}${c.type === 'f32' ? '' : ` ${c.type}`}`,
        quick: c.quick && count === 1,
        threads: count,
        peers: peersOf(c),
      })),
    ),
  targets({ type, size, kind, threads }) {
    const one = threads === 1;
    if (type === 'bf16')
      return [
        { against: ['limits'], ratio: 0.85 },
        { against: ['onednn'], ratio: 1 },
      ];
    if (type === 'f64') return [...(one && !kind ? [{ against: ['limits'], ratio: 0.92 }] : []), { against: ['openblas'], ratio: 1 }];
    return [...(size === 'large' ? [{ against: ['limits'], ratio: one ? 0.95 : 0.9 }] : []), { against: libraries, ratio: 1 }];
  },
};
