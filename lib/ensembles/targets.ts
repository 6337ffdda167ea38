/** Targets as members and decompositions take them. */
import { Dataset } from '../data/dataset.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { type ArrayInput, NDArray, toNDArray } from '../tensor/ndarray.ts';
import { type TargetRows, targetRows } from '../models/feed.ts';
import { Model } from '../models/model.ts';
import { sizeOf } from '../tensor/shape.ts';
import { type Task, widthOf } from './combine.ts';
import type { Judge, Label, Member } from './member.ts';

/** Targets of an ensemble: numbers, or for classifiers that are estimators also names of classes. */
export type TargetInput = ArrayInput | readonly string[];

/** Rows with targets, and the classes where there are any to be told. */
export interface Rows {
  readonly x: NDArray;
  /** As given, or the numbers of the classes. */
  readonly y: NDArray;
  /** In order; y holds their positions. Undefined for values, and where networks alone learn: their labels are positions already. */
  readonly classes: readonly Label[] | undefined;
}

/** Numbers as members get them. Plain ones are float64, as JavaScript has them: networks round them, estimators need not. */
export const numbersOf = (where: string, name: string, given: ArrayInput): NDArray =>
  toNDArray(where, name, given, given instanceof NDArray || ArrayBuffer.isView(given) ? undefined : 'float64');

/** Values of a row of x. */
export const featuresOf = ({ shape }: NDArray): number => sizeOf(shape.slice(1));

/** x of a dataset, or the array itself, as all members get it. Throws ERR_SHAPE unless its rows have as many values as those of the fit, where those are known. */
export function arrayOf(where: string, given: ArrayInput | Dataset, features: number | undefined): NDArray {
  const x = given instanceof Dataset ? given.x : numbersOf(where, 'x', given);
  if (x.shape.length === 0) throw new RidgelineError('ERR_SHAPE', `${where}: expected rows in x, got one number`);
  if (features !== undefined && featuresOf(x) !== features)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected ${features} features in x, as in fit, got ${featuresOf(x)} (shape ${showShape(x.shape)})`,
    );
  return x;
}

/** Whom rows are for. */
interface Pupils {
  readonly task: Task;
  readonly members: readonly Member[];
  /** Which they were trained on: y must be among them. */
  readonly classes?: readonly Label[] | undefined;
  /** Values of a row of x that they were trained on. */
  readonly features?: number | undefined;
}

/** x and y for members of one task. */
export function rowsOf(
  where: string,
  given: { readonly x: ArrayInput | Dataset; readonly y: TargetInput | undefined },
  { task, members, classes, features }: Pupils,
): Rows {
  const { x: data } = given;
  if (data instanceof Dataset && given.y !== undefined)
    throw new RidgelineError('ERR_OPTION', `${where}: expected a dataset, or x and y; got a dataset and a y`);
  const x = arrayOf(where, data, features);
  const y = data instanceof Dataset ? data.y : given.y;
  if (y === undefined || y === null)
    throw new RidgelineError('ERR_VALUE', `${where}: expected targets; pass y, or a dataset that has them`);
  const estimators = members.some((m) => !(m instanceof Model));
  const named = Array.isArray(y) && typeof y[0] === 'string';
  const rows = named ? y.length : 0;
  const array = named ? undefined : numbersOf(where, 'y', y as ArrayInput);
  const count = array ? array.shape[0] : rows;
  if (count !== x.shape[0]) throw new RidgelineError('ERR_SHAPE', `${where}: x has shape ${showShape(x.shape)} and y has ${count} rows`);
  if (task === 'regression' || (!estimators && array)) {
    if (!array) throw new RidgelineError('ERR_VALUE', `${where}: expected numbers in y, got strings`);
    return { x, y: array, classes: undefined };
  }
  if (array && array.size !== count)
    throw new RidgelineError('ERR_SHAPE', `${where}: expected a label per row in y, got shape ${showShape(array.shape)}`);
  const labels: readonly Label[] = array ? Array.from(array.data) : (y as readonly string[]);
  const known = classesFor(where, members, classes ?? distinct(labels));
  const numbers = new Map(known.map((label, i) => [label, i]));
  const coded = Int32Array.from(labels, (label, i) => {
    const number = numbers.get(label);
    if (number === undefined)
      throw new RidgelineError('ERR_VALUE', `${where}: y has label ${JSON.stringify(label)} in row ${i}, which no member was trained on`);
    return number;
  });
  return { x, y: new NDArray(coded, [count]), classes: known };
}

/** The classes of members that have been given these: beside a network all of its outputs', which are told by their position. */
export function classesFor(where: string, members: readonly Member[], labels: readonly Label[]): readonly Label[] {
  const network = members.find((m) => m instanceof Model);
  if (!network) return labels;
  const count = Math.max(2, sizeOf(network.outputShape));
  const odd = labels.find((label) => typeof label !== 'number' || !Number.isInteger(label) || label < 0 || label >= count);
  if (odd !== undefined)
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: expected labels in [0, ${count}) in y, as the networks have outputs; got classes ${labels.slice(0, 8).join(', ')}`,
    );
  return Array.from({ length: count }, (_, i) => i);
}

/** Classes among labels, in order. */
export const distinct = (labels: readonly Label[]): Label[] => {
  const found = [...new Set(labels)];
  return typeof found[0] === 'string' ? found.sort() : (found as number[]).sort((a, b) => a - b);
};

/** Targets as the judge's loss takes them beside an answer; `sparse`: labels. */
export function targetsFor(where: string, y: NDArray, answer: NDArray, { loss }: Judge): { targets: TargetRows; sparse: boolean } {
  const shape = answer.shape.slice(1);
  return { targets: targetRows(where, y, answer.shape[0], { loss, shape }), sparse: loss.target === 'sparse' };
}

/** Targets as values in the shape of the answer: labels become rows in which the class has 1. */
export function valuesFor(where: string, y: NDArray, answer: NDArray, judge: Judge): ArrayLike<number> {
  const { targets, sparse } = targetsFor(where, y, answer, judge);
  // As given: a loss rounds targets to float32.
  if (!sparse) return y.data;
  const width = widthOf(answer);
  const out = new Float64Array(answer.size);
  for (let row = 0; row < targets.data.length; row++) out[row * width + targets.data[row]] = 1;
  return out;
}
