/** Normalization layers, forward and backward, over 16384 x 1024 float32 numbers. */
const rows = 16384;
const columns = 1024;
const kinds = {
  // Batch statistics need all rows before the first can be written: x twice, then x and the upstream gradient twice, and two results.
  batch: { name: 'batch normalization', layer: 'batchNormalization', reads: 6, writes: 2 },
  // A row stays in the cache: x, then x and the upstream gradient, and two results.
  layer: { name: 'layer normalization', layer: 'layerNormalization', reads: 3, writes: 2 },
  group: { name: 'group normalization, 32 groups', layer: 'groupNormalization', reads: 3, writes: 2 },
};

export default {
  name: 'normalization',
  title: 'Forward and backward, training statistics, 16384 rows of 1024. limits: the least passes over memory by hand-written loops.',
  metric: 'time of forward and backward',
  unit: 'ms',
  higher: false,
  subject: 'ridgeline',
  /** Values around 1; sums over 16384 rows. */
  tolerance: () => 16384 * 2 ** -24,
  cases: ({ threads }) =>
    Object.entries(kinds).flatMap(([kind, { name, layer, reads, writes }]) =>
      [...new Set([1, threads])].map((count) => ({
        name,
        kind,
        layer,
        groups: 32,
        rows,
        columns,
        elements: rows * columns,
        reads,
        writes,
        threads: count,
        peers: ['limits', 'pytorch', 'pytorch-compile'],
      })),
    ),
  targets: () => [
    { against: ['pytorch', 'pytorch-compile'], ratio: 2 },
    { against: ['limits'], ratio: 1 / 1.3 },
  ],
};

/** Input and upstream gradient of element i. */
export const inputAt = (i) => (Math.imul(i, 2654435761) >>> 0) / 2 ** 30 - 2;
export const upstreamAt = (i) => (Math.imul(i + 7, 2246822519) >>> 0) / 2 ** 31 - 1;
