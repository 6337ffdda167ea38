/** Peak memory of training model L, above what the process held before the model was made. */
import { shapes } from './shapes.mjs';

export default {
  name: 'memory',
  title:
    'Growth of the peak resident memory by model L and 8 steps on 2048 rows. plan: parameters, optimizer slots, snapshot, data and planned scratch, as the model says beforehand, and 5%.',
  metric: 'peak memory',
  unit: 'MB',
  higher: false,
  subject: 'ridgeline',
  tolerance: () => 0,
  rounds: 3,
  cases: ({ threads }) => [
    {
      name: 'step L',
      ...shapes.L,
      shape: 'L',
      rows: 2048,
      epochs: 2,
      threads,
      quick: true,
      peers: [{ peer: 'ridgeline', label: 'plan', with: { what: 'plan' } }, 'pytorch'],
    },
  ],
  targets: () => [
    { against: ['plan'], ratio: 1 },
    { against: ['pytorch'], ratio: 1 },
  ],
};
