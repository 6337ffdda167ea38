/** Training steps of dense networks with Adam, by model.fit: gather and shuffle included. */
import { flopsPerSample, shapes } from './shapes.mjs';

const pytorch = ['pytorch', 'pytorch-compile'];
/** Implementations with one thread: they take part where everybody may use what they have. */
const singleThreaded = {
  S: ['reference', 'tfjs', 'tfjs-wasm', 'jax-js', 'brain.js'],
  M: ['reference', 'tfjs', 'tfjs-wasm', 'jax-js', 'brain.js'],
  L: ['tfjs', 'tfjs-wasm', 'jax-js'],
};
const steps = { S: 2000, M: 60, L: 6 };

const step = (shape, threads, rest = {}) => ({
  name: shape,
  shape,
  ...shapes[shape],
  // For the peers in C++, which read numbers by name.
  ...Object.fromEntries(shapes[shape].sizes.map((s, i) => [`size${i}`, s])),
  flopsPerSample: flopsPerSample(shapes[shape].sizes),
  steps: steps[shape],
  precision: 'float32',
  threads,
  peers: [...pytorch, 'jax', ...(shape === 'S' ? ['products+adam'] : []), 'limits'],
  ...rest,
});

export default {
  name: 'train',
  title:
    'S 64-64-64-1 tanh, batch 32; M 784-512-512-10 ReLU, batch 128; L 784-2048-2048-10 ReLU, batch 512; Adam. limits: nothing but multiply-adds at their peak.',
  metric: 'throughput',
  unit: 'samples/s',
  higher: true,
  subject: 'ridgeline',
  /** Losses of two steps: float32 sums of up to 2048 terms; products of bf16 numbers carry 8 bits. */
  tolerance: ({ precision }) => (precision === 'bfloat16' ? 2 ** -6 : 2048 * 2 ** -23),
  cases: ({ threads }) => [
    ...['S', 'M', 'L'].flatMap((shape) => {
      const all = step(shape, threads, { quick: shape !== 'L' });
      const most = { ...all, peers: [...all.peers, ...singleThreaded[shape]] };
      return threads === 1 ? [most] : [step(shape, 1), most];
    }),
    ...['M', 'L'].map((shape) =>
      step(shape, threads, {
        name: `${shape} bf16`,
        precision: 'bfloat16',
        peers: [{ peer: 'ridgeline', label: 'float32', with: { precision: 'float32' } }, 'limits'],
      }),
    ),
  ],
  targets({ shape, precision, threads }) {
    const one = threads === 1;
    const share = { M: one ? 0.85 : 0.75, L: one ? 0.92 : 0.88 }[shape];
    if (precision === 'bfloat16') return shape === 'L' ? [{ against: ['limits'], ratio: 1.6 * share }] : [];
    const others = [
      { against: ['tfjs'], ratio: 150 },
      { against: ['brain.js'], ratio: 1000 },
    ];
    if (shape === 'S')
      return [
        { against: ['pytorch'], ratio: 15 },
        { against: ['jax-js'], ratio: 30 },
        { against: ['products+adam'], ratio: 0.75 },
        ...others,
      ];
    return [{ against: [...pytorch, 'jax'], ratio: 1.05 }, { against: ['limits'], ratio: share }, ...others];
  },
};
