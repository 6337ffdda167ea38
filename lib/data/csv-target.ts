import { NDArray } from '../tensor/ndarray.ts';
import { cellError, fileError, type Place, parseNumber, quoted, type Source } from './csv-text.ts';

/** More distinct texts than this are not classes. */
const maxClasses = 10_000;
/** Integers of at most this many distinct values are taken for classes unless `task` says otherwise. */
const maxIntegerClasses = 20;

export interface TargetOptions {
  readonly task?: 'classification' | 'regression';
  readonly classNames?: readonly string[];
}

/** Collects the target column. */
export interface TargetReader {
  add(text: string, place: Place): void;
  finish(): { y: NDArray; classNames?: readonly string[] };
}

/** Whether the column holds classes or numbers is known only at its end, so texts are kept by code until they are too many. */
export function targetReader(source: Source, column: string, options: TargetOptions): TargetReader {
  const codes = new Map<string, number>();
  const values: number[] = [];
  let firstText: { text: string; place: Place } | undefined;
  // Past maxClasses numbers, values holds the numbers themselves.
  let onlyNumbers = false;

  const add = (text: string, place: Place): void => {
    if (onlyNumbers) {
      const value = parseNumber(text);
      if (value === undefined) throw cellError(source, place, column, `expected a number as in the rows before, got ${quoted(text)}`);
      values.push(value);
      return;
    }
    let code = codes.get(text);
    if (code === undefined) {
      code = codes.size;
      codes.set(text, code);
      if (firstText === undefined && parseNumber(text) === undefined) firstText = { text, place };
      if (options.task === 'regression' && firstText !== undefined)
        throw cellError(source, place, column, `expected a number (task is 'regression'), got ${quoted(text)}`);
      if (codes.size > maxClasses) {
        if (firstText !== undefined || options.task === 'classification' || options.classNames !== undefined)
          throw cellError(source, place, column, `more than ${maxClasses} distinct values, too many for classes`);
        values.push(code);
        const numbers = [...codes.keys()].map(Number);
        for (let i = 0; i < values.length; i++) values[i] = numbers[values[i]];
        codes.clear();
        onlyNumbers = true;
        return;
      }
    }
    values.push(code);
  };

  const classes = (names: readonly string[], nameOf: (text: string) => string) => {
    const index = new Map(names.map((name, i) => [name, i]));
    const classOf = [...codes.keys()].map((text) => {
      const found = index.get(text) ?? index.get(nameOf(text));
      if (found === undefined)
        throw fileError(source, `column ${quoted(column)} holds ${quoted(text)}, which is not among classNames ${names.join(', ')}`);
      return found;
    });
    const y = Int32Array.from(values, (code) => classOf[code]);
    return { y: new NDArray(y, [y.length]), classNames: names };
  };

  const finish = () => {
    if (firstText !== undefined) return classes(options.classNames ?? [...codes.keys()].sort(), (text) => text);
    const canonical = (text: string) => String(Number(text));
    if (options.classNames !== undefined) return classes(options.classNames, canonical);
    const numbers = onlyNumbers ? [] : [...new Set([...codes.keys()].map(Number))].sort((a, b) => a - b);
    const likeClasses = !onlyNumbers && numbers.length <= maxIntegerClasses && numbers.every(Number.isInteger);
    if (options.task === 'classification' || (options.task === undefined && likeClasses)) return classes(numbers.map(String), canonical);
    const parsed = [...codes.keys()].map(Number);
    const y = Float32Array.from(values, (value) => (onlyNumbers ? value : parsed[value]));
    const overflow = y.findIndex((value) => !Number.isFinite(value));
    if (overflow >= 0)
      throw fileError(source, `column ${quoted(column)} holds a number too large for float32 in row ${overflow + 1} of those kept`);
    return { y: new NDArray(y, [y.length]) };
  };
  return { add, finish };
}
