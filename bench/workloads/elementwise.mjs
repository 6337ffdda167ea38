/** Elementwise work over 16 M float32 numbers into memory that is there already, against a streaming copy of as many. */
import { fill } from './fill.mjs';

const elements = 16_000_000;
/** Share of a copy that each should reach, and how much faster than PyTorch with a preallocated output. */
const kinds = {
  relu: { name: 'ReLU', copy: 0.9 },
  sigmoid: { name: 'sigmoid', copy: 0.9 },
  chain: { name: '6-op chain', copy: 0.9 },
  tanh: { name: 'tanh', copy: 0.7, pytorch: 1.5 },
  gelu: { name: 'GELU', copy: 0.7, pytorch: 1.5 },
  softmax: { name: 'softmax, rows of 1000', copy: 0.7, pytorch: 1.5 },
};

export default {
  name: 'elementwise',
  title:
    '16 M float32 numbers, output in planned or preallocated memory; limits: a streaming copy. The chain is |1.5 x max(x/2 + 1/4, x) - 1|.',
  metric: 'time of one pass',
  unit: 'ms',
  higher: false,
  subject: 'ridgeline',
  /** A few ULP each, of values up to 16. */
  tolerance: () => 2 ** -18,
  cases: ({ threads }) =>
    Object.entries(kinds).flatMap(([kind, { name }]) =>
      [...new Set([1, threads])].map((count) => ({
        name,
        kind,
        elements,
        rows: elements / 1000,
        threads: count,
        quick: count === threads && ['relu', 'chain', 'softmax'].includes(kind),
        peers: ['limits', 'pytorch', 'pytorch-compile', ...(count === threads && kind !== 'gelu' ? ['javascript'] : [])],
      })),
    ),
  targets: ({ kind }) => [
    { against: ['limits'], ratio: kinds[kind].copy },
    ...(kinds[kind].pytorch ? [{ against: ['pytorch', 'pytorch-compile'], ratio: kinds[kind].pytorch }] : []),
  ],
};

/** Input of element i, in [-4, 4): the same for every implementation. */
export const input = (count) => fill(count, (i) => (Math.imul(i, 2654435761) >>> 0) / 2 ** 29 - 4);
/** Some elements of a result. */
export const digest = (y) => Array.from({ length: 64 }, (_, i) => y[(i * 249_989) % y.length]);
