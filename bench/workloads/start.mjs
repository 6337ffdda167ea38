/** What a program waits for before it works: import, and the first step of model M. */
import { shapes } from './shapes.mjs';

const sides = {
  import: { name: 'import', peers: ['tfjs', 'onnxruntime', 'pytorch', 'jax'] },
  step: { name: 'M, compile + first step', peers: ['pytorch', 'pytorch-compile', 'jax', 'tfjs'] },
};

export default {
  name: 'start',
  title: 'In a fresh process each time: the import of the package; building and compiling model M and its first step, after the import.',
  metric: 'time',
  unit: 'ms',
  higher: false,
  subject: 'ridgeline',
  tolerance: () => 2048 * 2 ** -23,
  cases: ({ threads }) =>
    Object.entries(sides).map(([what, { name, peers }]) => ({ name, what, ...shapes.M, shape: 'M', threads, quick: true, peers })),
  targets: () => [{ bound: 60 }],
};
