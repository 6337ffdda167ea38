/** Peak memory of training model L, above what the process held before the model was made, and what each member of a population adds. */
import { shapes } from './shapes.mjs';

export default {
  name: 'memory',
  title:
    'Growth of the peak resident memory by model L and 8 steps on 2048 rows; plan: parameters, optimizer slots, snapshot, data and planned scratch, as the model says beforehand, and 5%. Growth per member of a bag of networks 64-512-512-10 from 10 to 50 members; plan: its parameters and optimizer slots, and 20%.',
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
      allowance: 1.05,
      peers: [{ peer: 'ridgeline', label: 'plan', with: { what: 'plan' } }, 'pytorch'],
    },
    {
      name: 'a member',
      sizes: [64, 512, 512, 10],
      rows: 1797,
      batch: 200,
      epochs: 3,
      members: [10, 50],
      threads,
      allowance: 1.2,
      peers: [{ peer: 'ridgeline', label: 'plan', with: { what: 'plan' } }],
    },
  ],
  targets: () => [
    { against: ['plan'], ratio: 1 },
    { against: ['pytorch'], ratio: 1 },
  ],
};
