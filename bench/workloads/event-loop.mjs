/** How late timers and answers are while the same process trains with all threads. */
import { shapes } from './shapes.mjs';

const kinds = { timers: 'timers of 1 ms', requests: 'HTTP requests' };

export default {
  name: 'event-loop',
  title:
    'p99 of the delay of timers, and of the time of HTTP requests from another process, while model L trains for 2 seconds with all threads (tfjs: model S).',
  metric: 'p99 delay',
  unit: 'ms',
  higher: false,
  subject: 'ridgeline',
  tolerance: () => 0,
  cases: ({ threads }) =>
    Object.entries(kinds).map(([what, name]) => ({
      name,
      what,
      ...shapes.L,
      shape: 'L',
      seconds: 2,
      threads,
      quick: what === 'timers',
      peers: ['tfjs'],
    })),
  targets: () => [{ bound: 10 }],
};
