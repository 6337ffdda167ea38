/** Predictions: one row through S on the calling thread, 10,000 rows through M. */
import { shapes } from './shapes.mjs';

export default {
  name: 'predict',
  title: 'One row through S, by a synchronous call; 10,000 rows through M.',
  metric: 'time of one call',
  unit: 'microseconds',
  higher: false,
  subject: 'ridgeline',
  tolerance: () => 784 * 2 ** -23,
  cases: ({ threads }) => [
    {
      name: 'S, 1 row',
      shape: 'S',
      ...shapes.S,
      rows: 1,
      threads: 1,
      quick: true,
      peers: ['pytorch', 'pytorch-compile', 'onnxruntime', 'reference', 'tfjs', 'tfjs-wasm', 'jax-js'],
    },
    ...[...new Set([1, threads])].map((count) => ({
      name: 'M, 10000 rows',
      shape: 'M',
      ...shapes.M,
      rows: 10000,
      threads: count,
      peers: ['onnxruntime', 'pytorch', 'pytorch-compile', 'jax'],
    })),
  ],
  targets: ({ rows }) =>
    rows === 1
      ? [{ bound: 5 }, { against: ['pytorch'], ratio: 10 }, { against: ['onnxruntime'], ratio: 3 }]
      : [{ against: ['onnxruntime'], ratio: 1.2 }],
};
