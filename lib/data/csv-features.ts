import { newTypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { cellError, fileError, isMissing, type Place, parseNumber, quoted, type Source } from './csv-text.ts';

/** One column that becomes features. */
export interface FeatureColumn {
  readonly name: string;
  readonly index: number;
  /** Texts seen so far with the order they came in, for a column to be one-hot; undefined for numbers. */
  readonly categories?: Map<string, number>;
  /** Categories fixed by the caller; others are errors. */
  readonly fixed?: readonly string[];
}

/** One feature each would fill memory with zeros, and mean nothing. */
const maxCategories = 10_000;
/** Values per block: long enough to be few, short enough to waste little. */
const blockValues = 2 ** 18;

/** Collects the feature columns, row by row, in blocks of float32: numbers, or codes of categories, NaN where missing. */
export interface FeatureReader {
  /** Adds a row; returns the index of the first column whose value is missing, or -1. */
  add(fields: readonly string[], place: Place): number;
  finish(): { x: NDArray; featureNames: string[] };
}

export function featureReader(source: Source, columns: readonly FeatureColumn[]): FeatureReader {
  const width = columns.length;
  const blockRows = Math.max(1, Math.floor(blockValues / width));
  const blocks: Float32Array[] = [];
  let rows = 0;

  const add = (fields: readonly string[], place: Place): number => {
    const inBlock = rows % blockRows;
    if (inBlock === 0) blocks.push(new Float32Array(blockRows * width));
    const block = blocks[blocks.length - 1];
    let gap = -1;
    for (let j = 0; j < width; j++) {
      const value = readCell(source, columns[j], fields[columns[j].index], place);
      block[inBlock * width + j] = value;
      if (gap < 0 && Number.isNaN(value)) gap = columns[j].index;
    }
    rows++;
    return gap;
  };

  const finish = () => {
    const outputs = columns.map((column) => outputOf(column));
    const outWidth = outputs.reduce((sum, output) => sum + output.names.length, 0);
    const x = newTypedArray('float32', rows * outWidth);
    for (let b = 0, row = 0; row < rows; b++) {
      const block = blocks[b];
      for (let at = 0; row < rows && at < block.length; row++) {
        let out = row * outWidth;
        for (const { names, positions } of outputs) {
          const value = block[at++];
          if (positions === undefined) x[out] = value;
          else if (Number.isNaN(value)) x.fill(Number.NaN, out, out + names.length);
          else x[out + positions[value]] = 1;
          out += names.length;
        }
      }
      // Freed one by one, so that both copies are never whole at once.
      blocks[b] = new Float32Array(0);
    }
    const featureNames = outputs.flatMap((output) => output.names);
    return { x: new NDArray(x, [rows, outWidth]), featureNames };
  };
  return { add, finish };
}

function readCell(source: Source, column: FeatureColumn, text: string, place: Place): number {
  if (column.categories === undefined) {
    const value = parseNumber(text);
    if (value === undefined)
      throw cellError(
        source,
        place,
        column.name,
        `expected a number, got ${quoted(text)}; name the column in categorical to one-hot it, or in ignore to leave it out`,
      );
    if (Math.abs(value) > 3.4028234663852886e38) throw cellError(source, place, column.name, `${value} is too large for float32`);
    return value;
  }
  if (isMissing(text)) return Number.NaN;
  let code = column.categories.get(text);
  if (code === undefined) {
    if (column.fixed !== undefined)
      throw cellError(source, place, column.name, `${quoted(text)} is not among the categories ${column.fixed.join(', ')}`);
    if (column.categories.size === maxCategories)
      throw cellError(source, place, column.name, `more than ${maxCategories} distinct values, too many for a categorical column`);
    code = column.categories.size;
    column.categories.set(text, code);
  }
  return code;
}

/** The features that a column becomes: itself, or one per category in sorted order (`positions` by code). */
function outputOf({ name, categories, fixed }: FeatureColumn): { names: string[]; positions?: number[] } {
  if (categories === undefined) return { names: [name] };
  const sorted = fixed ?? [...categories.keys()].sort();
  const place = new Map(sorted.map((text, i) => [text, i]));
  return { names: sorted.map((text) => `${name}=${text}`), positions: [...categories.keys()].map((text) => place.get(text) as number) };
}

/** Replaces NaN by the mean of its column (for one-hot columns, the share of the category); ERR_DATA for a column of nothing else. */
export function fillWithMeans(source: Source, x: NDArray, names: readonly string[]): void {
  const [rows, width] = x.shape;
  const { data } = x;
  for (let j = 0; j < width; j++) {
    let sum = 0;
    let count = 0;
    for (let i = j; i < data.length; i += width) {
      if (Number.isNaN(data[i])) continue;
      sum += data[i];
      count++;
    }
    if (count === rows) continue;
    if (count === 0) throw fileError(source, `column ${quoted(names[j])} has no value to take a mean of`);
    for (let i = j; i < data.length; i += width) if (Number.isNaN(data[i])) data[i] = sum / count;
  }
}
