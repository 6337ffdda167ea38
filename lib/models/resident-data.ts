/** Data in native memory for the members of a population: rows, features and weights of each, without a copy of the data. */
import { check, nonNegativeInt, show } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { Features } from '../runtime/backend.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Engine } from './engine.ts';
import { type Data, type Feed, feedOf, pairOf, rowWeights, targetRows } from './feed.ts';
import type { InputSpec } from './network.ts';
import type { FitOptions } from './options.ts';

type RowWeights = Pick<FitOptions, 'sampleWeight' | 'classWeight'>;

/** Data in native memory, for as many calls as there are: the arrays that it came from must not change meanwhile, but for `refresh`. */
export interface ResidentData {
  readonly rows: number;
  /** The rows as a model takes them, with a weight for each or without, whole or some elements of each. */
  of(engine: Engine, weights?: RowWeights, features?: ArrayLike<number>): Feed;
  /** Reads targets and weights of rows again, in place, from the arrays that they came from: for boosting, whose rounds differ by these alone. */
  refresh(): void;
}

export const isResident = (data: unknown): data is ResidentData => typeof (data as ResidentData | undefined)?.refresh === 'function';

/** Puts data into native memory when it is first asked for: once for all models whose inputs and targets are of one kind. */
export function residentData(where: string, data: Data): ResidentData {
  const { x, y } = pairOf(where, data);
  const known = new Map<string, { readonly feed: Feed; readonly write: () => void }>();
  const withWeights: { readonly base: Feed; readonly weights: RowWeights; readonly feed: Feed; readonly write: () => void }[] = [];
  const wholeRows = (engine: Engine, input: InputSpec): Feed => {
    const [output] = engine.requireCompiled(where).outputs;
    const kind = `${input.dtype}/${input.shape}/${output.loss.target}/${output.loss.domain?.expected}/${output.shape}`;
    const found = known.get(kind);
    if (found) return found.feed;
    const feed = feedOf(engine, where, { x: [x], y: [y] }, [], { ...engine.network, inputs: [input] });
    const { backend } = engine;
    known.set(kind, { feed, write: () => backend.write(feed.slabs[1], 0, targetRows(where, y, feed.rows, output).data) });
    return feed;
  };
  return {
    rows: x.shape[0],
    of(engine, weights = {}, list = undefined) {
      const features = featuresOf(where, engine, x, list);
      const base = wholeRows(engine, wideInput(engine, features));
      const { sampleWeight, classWeight } = weights;
      const twin = withWeights.find(
        (w) => w.base === base && w.weights.sampleWeight === sampleWeight && w.weights.classWeight === classWeight,
      );
      let feed = twin?.feed ?? base;
      const values = () => rowWeights(where, base.rows, y, sampleWeight, classWeight, engine.requireCompiled(where).outputs[0]);
      const first = twin ? undefined : values();
      if (first) {
        const { backend } = engine;
        feed = weighted(engine, base, first);
        const slab = feed.slabs[feed.slabs.length - 1];
        withWeights.push({ base, weights, feed, write: () => backend.write(slab, 0, values() ?? first) });
      }
      return features ? { ...feed, features } : feed;
    },
    refresh() {
      for (const { write } of [...known.values(), ...withWeights]) write();
    },
  };
}

function weighted(engine: Engine, feed: Feed, weights: Float32Array): Feed {
  const slab = engine.backend.createSlab(weights.byteLength);
  engine.backend.write(slab, 0, weights);
  const { x, y } = feed.columns;
  return { ...feed, columns: { x, y: y.map((column) => ({ ...column, weighted: true })) }, slabs: [...feed.slabs, slab] };
}

/** Rows of a feed, in this order. */
export function ofRows(where: string, feed: Feed, rows: ArrayLike<number> | undefined): Feed {
  if (rows === undefined) return feed;
  const order = listOf(where, 'row', rows, feed.rows);
  return { ...feed, rows: order.length, order };
}

/** The elements of the rows of x that the model's inputs are. */
export function featuresOf(where: string, engine: Engine, x: NDArray, list: ArrayLike<number> | undefined): Features | undefined {
  if (list === undefined) return undefined;
  const of = sizeOf(x.shape.slice(1));
  const features = { list: listOf(`${where}: features`, 'feature', list, of), of };
  const wanted = sizeOf(engine.network.inputs[0].shape);
  if (features.list.length !== wanted)
    throw new RidgelineError('ERR_SHAPE', `${where}: expected ${wanted} features, which the model takes, got ${features.list.length}`);
  return features;
}

/** The model's input as the rows of the data are, out of which it takes features. */
export function wideInput({ network }: Engine, features: Features | undefined): InputSpec {
  const [input] = network.inputs;
  return features ? { ...input, shape: [features.of] } : input;
}

function listOf(where: string, what: string, given: ArrayLike<number>, end: number): Int32Array {
  if (typeof given !== 'object' || given === null)
    throw new RidgelineError('ERR_OPTION', `${where}: expected ${what} numbers, got ${show(given)}`);
  if (!(given.length > 0)) throw new RidgelineError('ERR_VALUE', `${where}: expected at least one ${what}`);
  const list = Int32Array.from(given);
  for (let i = 0; i < list.length; i++) {
    check(where, `${what} at ${i}`, given[i], nonNegativeInt);
    if (given[i] >= end) throw new RidgelineError('ERR_INDEX', `${where}: expected ${what}s in [0, ${end}), got ${given[i]} at ${i}`);
  }
  return list;
}
