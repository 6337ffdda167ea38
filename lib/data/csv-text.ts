import { RidgelineError } from '../errors.ts';

/** Where a value stands: rows count from 1 after the header, lines from 1 in the file. */
export interface Place {
  readonly row: number;
  readonly line: number;
}

/** What messages need to name a value. */
export interface Source {
  readonly where: string;
  readonly path: string;
}

const missingTexts = new Set(['', 'na', 'n/a', 'nan', 'null']);
const infiniteTexts = new Set(['inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity']);

/** Empty, NA, N/A, NaN or null, in any case. */
export const isMissing = (text: string): boolean => text.length <= 4 && missingTexts.has(text.toLowerCase());

/** The number that trimmed text says; NaN where it is missing or infinite; undefined where it is text. */
export function parseNumber(text: string): number | undefined {
  if (text === '') return Number.NaN;
  const value = Number(text);
  // Number() takes 0x10, 0b1 and 0o7 too, which in a table are text.
  if (Number.isFinite(value)) return /^[+-]?0[xbo]/i.test(text) ? undefined : value;
  const lower = text.toLowerCase();
  return missingTexts.has(lower) || infiniteTexts.has(lower) || !Number.isNaN(value) ? Number.NaN : undefined;
}

const shorten = (text: string): string => (text.length <= 40 ? text : `${text.slice(0, 37)}...`);
export const quoted = (text: string): string => `'${shorten(text)}'`;

/** "datasets.csv: a.csv row 3 (line 4), column 'age': ..." */
export const cellError = (source: Source, place: Place, column: string, what: string): RidgelineError =>
  new RidgelineError(
    'ERR_DATA',
    `${source.where}: ${source.path} row ${place.row} (line ${place.line}), column ${quoted(column)}: ${what}`,
  );

export const fileError = (source: Source, what: string, cause?: unknown): RidgelineError =>
  new RidgelineError('ERR_DATA', `${source.where}: ${source.path}: ${what}`, cause === undefined ? undefined : { cause });
