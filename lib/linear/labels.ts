/** Class labels: numbers or strings, told apart by value and ordered. */
import { RidgelineError, showShape } from '../errors.ts';
import { show } from '../check.ts';
import { type ArrayInput, NDArray, toNDArray } from '../tensor/ndarray.ts';

/** What a classifier tells rows apart by. */
export type Label = number | string;
/** Labels of rows: numbers in any form, or an array of strings. */
export type LabelInput = ArrayInput | readonly string[];

/** Labels of rows as positions in `classes`. */
export interface Labels {
  readonly codes: Int32Array;
  /** Ascending: numbers by value, strings by code unit. */
  readonly classes: readonly Label[];
}

const isStrings = (value: LabelInput): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.some((v) => typeof v === 'string');

/** One label per row. Throws ERR_SHAPE for another number of labels than rows, ERR_VALUE for labels that are neither numbers nor strings, or NaN. */
export function labelsOf(where: string, name: string, value: LabelInput, rows: number): readonly Label[] {
  let labels: readonly Label[];
  if (isStrings(value)) {
    const odd = value.findIndex((v) => typeof v !== 'string');
    if (odd >= 0)
      throw new RidgelineError(
        'ERR_VALUE',
        `${where}: expected strings or numbers for ${name}, not both; got ${show(value[odd])} at row ${odd}`,
      );
    labels = value;
  } else {
    const array = toNDArray(where, name, value, value instanceof NDArray || ArrayBuffer.isView(value) ? undefined : 'float64');
    if (array.shape.length !== 1 && !(array.shape.length === 2 && array.shape[1] === 1))
      throw new RidgelineError('ERR_SHAPE', `${where}: expected one label per row for ${name}, got shape ${showShape(array.shape)}`);
    labels = Array.from(array.data);
    const bad = labels.findIndex((v) => !Number.isFinite(v));
    if (bad >= 0) throw new RidgelineError('ERR_VALUE', `${where}: expected finite labels for ${name}, got ${labels[bad]} at row ${bad}`);
  }
  if (labels.length !== rows) throw new RidgelineError('ERR_SHAPE', `${where}: x has ${rows} rows and ${name} has ${labels.length}`);
  return labels;
}

/** Labels with their classes in order. Errors as of {@link labelsOf}, and ERR_VALUE for fewer than `least` classes (default 2). */
export function toLabels(where: string, name: string, value: LabelInput, rows: number, least = 2): Labels {
  const labels = labelsOf(where, name, value, rows);
  const numbers = typeof labels[0] === 'number';
  const classes = [...new Set(labels)].sort(numbers ? (a, b) => (a as number) - (b as number) : (a, b) => (a < b ? -1 : 1));
  if (classes.length < least)
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: expected labels of ${least} or more classes for ${name}, got only ${show(classes[0])}`,
    );
  const position = new Map(classes.map((c, i) => [c, i]));
  return { codes: Int32Array.from(labels, (l) => position.get(l) as number), classes };
}

/** Predicted classes as users get them: an NDArray of float64 for numbers, an array for strings. */
export type Predicted = NDArray | string[];

/** The labels of class positions. */
export function toPredicted(codes: ArrayLike<number>, classes: readonly Label[]): Predicted {
  if (typeof classes[0] === 'string') return Array.from(codes, (c) => classes[c] as string);
  return new NDArray(
    Float64Array.from(codes, (c) => classes[c] as number),
    [codes.length],
  );
}

/** The (weighted) share of rows whose label was predicted. */
export function accuracyScore(predicted: Predicted, truth: readonly Label[], weights?: Float64Array): number {
  const labels: ArrayLike<Label> = predicted instanceof NDArray ? predicted.data : predicted;
  let right = 0;
  let total = 0;
  truth.forEach((label, i) => {
    const weight = weights ? weights[i] : 1;
    total += weight;
    if (labels[i] === label) right += weight;
  });
  return right / total;
}
