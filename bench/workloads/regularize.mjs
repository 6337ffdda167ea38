/** What regularization adds to step M: the same step without it is the peer. */
import { shapes } from './shapes.mjs';
import train from './train.mjs';

const kinds = {
  dropout: { name: 'dropout 0.2', ratio: 1 / 1.03 },
  l2: { name: 'L2', ratio: 1 / 1.03 },
  maxNorm: { name: 'max-norm', ratio: 1 / 1.03 },
  clipping: { name: 'global-norm clipping', ratio: 1 / 1.06 },
};

export default {
  name: 'regularize',
  title: 'Step M with a regularization against step M without: 1 means that it costs nothing.',
  metric: train.metric,
  unit: train.unit,
  higher: true,
  subject: 'ridgeline',
  tolerance: () => 2048 * 2 ** -23,
  cases: ({ threads }) =>
    Object.entries(kinds).flatMap(([regularize, { name }]) =>
      [...new Set([1, threads])].map((count) => ({
        name: `M, ${name}`,
        ...shapes.M,
        shape: 'M',
        steps: 60,
        regularize,
        threads: count,
        quick: count === threads,
        peers: [{ peer: 'ridgeline', label: 'plain step', with: { regularize: '' }, compare: false }],
        // The interpreter takes seconds for a step.
        checks: count === 1 ? ['reference'] : [],
      })),
    ),
  targets: ({ regularize }) => [{ against: ['plain step'], ratio: kinds[regularize].ratio }],
};
