/** Learning rates to try on network S: models of one structure trained at once. */
import { shapes } from './shapes.mjs';

export default {
  name: 'sweep',
  title:
    'S with Adam at 8 and at 64 learning rates, 5 epochs over 2048 rows, batch 32, loss on training and 512 validation rows at the end; models are built, trained and evaluated.',
  metric: 'throughput',
  unit: 'samples/s',
  higher: true,
  subject: 'ridgeline',
  /** Losses after two epochs of float32 sums of up to 64 terms. */
  tolerance: () => 2048 * 2 ** -23,
  cases: ({ threads }) =>
    [8, 64].map((models) => ({
      name: `${models} S`,
      ...shapes.S,
      shape: 'S',
      models,
      rows: 2048,
      validationRows: 512,
      epochs: 5,
      threads,
      quick: models === 8,
      peers: [{ peer: 'ridgeline', label: 'one after another', with: { alone: true } }, 'pytorch'],
    })),
  targets: ({ threads }) => [
    // On one thread there is nothing to share.
    ...(threads > 1 ? [{ against: ['one after another'], ratio: 1.8 }] : []),
    { against: ['pytorch'], ratio: 10 },
  ],
};
