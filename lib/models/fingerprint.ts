/** A number that tells data from other data, so that an epoch that was interrupted goes on with its own rows only. */
import type { Slab } from '../runtime/backend.ts';
import { type DType, dtypeBytes } from '../tensor/dtype.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Engine } from './engine.ts';
import type { Feed } from './feed.ts';

/** Rows that are looked at: all of small data, some all over large data. */
const mostRows = 512;

/** FNV-1a by words; Fowler, Noll, Vo 1991. */
const mixed = (hash: number, word: number): number => Math.imul(hash ^ word, 0x01000193) >>> 0;

/** A hash of the rows of a feed, of inputs, targets and weights alike: some hundred of them, in a millisecond. Other arrays with the same values have the same. */
export function fingerprint({ network, backend }: Engine, feed: Feed): number {
  const { rows, order, features, columns, slabs } = feed;
  let hash = mixed(0x811c9dc5, rows);
  for (const feature of features?.list ?? []) hash = mixed(hash, feature);
  const bytes = (dtype: DType, elements: number) => elements * dtypeBytes[dtype];
  const widths = [
    ...columns.x.map((dtype, i) => bytes(dtype, i === 0 && features ? features.of : sizeOf(network.inputs[i].shape))),
    ...columns.y.flatMap(({ dtype, shape, weighted }) => [bytes(dtype, sizeOf(shape)), ...(weighted ? [4] : [])]),
  ];
  const looked = Math.min(rows, mostRows);
  slabs.forEach((slab: Slab, column) => {
    const row = new Uint8Array(widths[column]);
    const words = row.length % 4 === 0 ? new Uint32Array(row.buffer) : row;
    for (let k = 0; k < looked; k++) {
      const at = Math.floor((k * rows) / looked);
      backend.read(slab, (order ? order[at] : at) * row.length, row);
      for (let i = 0; i < words.length; i++) hash = mixed(hash, words[i]);
    }
  });
  return hash;
}
