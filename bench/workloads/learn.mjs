/** From a cold process to a test accuracy of 85% on Fashion-MNIST: what a user waits for. */
import { shapes } from './shapes.mjs';

export default {
  name: 'learn',
  title:
    'A new process reads Fashion-MNIST, trains model M (Adam, batch 128) and tests every 100 steps until 85% of the test set are right; its whole life.',
  metric: 'time',
  unit: 's',
  higher: false,
  subject: 'ridgeline',
  tolerance: () => 0,
  cases: ({ threads }) => [
    {
      name: 'Fashion-MNIST, M to 85%',
      folder: process.env.RIDGELINE_BENCH_DATA ?? '/usr/share/datasets/fashion-mnist',
      sizes: shapes.M.sizes,
      batch: 128,
      every: 100,
      accuracy: 0.85,
      threads,
      peers: ['pytorch'],
    },
  ],
  targets: () => [{ against: ['pytorch'], ratio: 2 }],
};
