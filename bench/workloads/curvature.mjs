/** A Hessian-vector product of model M at one batch, against a gradient. */
import { shapes } from './shapes.mjs';

export default {
  name: 'curvature',
  title: 'Hessian-vector product of model M, batch 128, against a gradient of the same loss.',
  metric: 'time of one product',
  unit: 'ms',
  higher: false,
  subject: 'ridgeline',
  tolerance: () => 2048 * 2 ** -23,
  cases: ({ threads }) =>
    [...new Set([1, threads])].map((count) => ({
      name: 'M, Hessian-vector product',
      ...shapes.M,
      shape: 'M',
      what: 'product',
      threads: count,
      peers: [{ peer: 'ridgeline', label: 'gradient', with: { what: 'gradient' }, compare: false }, 'pytorch', 'jax'],
    })),
  targets: () => [{ against: ['gradient'], ratio: 1 / 2.5 }],
};
