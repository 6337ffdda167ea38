import { boolean, checkOptions, either, nearest, oneOf, optional, type Rule, string } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { type FeatureColumn, type FeatureReader, featureReader, fillWithMeans } from './csv-features.ts';
import { readRecords } from './csv-records.ts';
import { type TargetReader, targetReader } from './csv-target.ts';
import { cellError, fileError, isMissing, parseNumber, quoted, type Source } from './csv-text.ts';
import { Dataset } from './dataset.ts';

/** Options of {@link csv}. */
export interface CsvOptions {
  /** Column to predict: its name, or its index from 0 (negative: from the end). Without it the dataset has no y. */
  target?: string | number;
  /** Whether the first row holds names. Default true; without one, columns are named column0, column1, .... */
  header?: boolean;
  /** Text between fields. Default ','. */
  delimiter?: string;
  /** Columns of text to one-hot: names, or names with their categories in order (others are then errors). */
  categorical?: readonly string[] | { readonly [column: string]: readonly string[] };
  /** What to do where a value is missing: throw (default), use the column's mean, or drop the row. */
  missing?: 'error' | 'mean' | 'drop';
  /** Default: classification where the target is text, or integers of at most 20 distinct values; else regression. */
  task?: 'classification' | 'regression';
  /** Columns to leave out. */
  ignore?: readonly string[];
  /** Classes in the order of their indices, for a file to follow another one's; others are then errors. */
  classNames?: readonly string[];
}

const isNames = (v: unknown): v is readonly string[] =>
  Array.isArray(v) && v.every((name) => typeof name === 'string') && new Set(v).size === v.length;
const namesRule: Rule<readonly string[]> = { expected: 'an array of distinct names', invalid: [1], test: isNames };
const categoriesRule: Rule<{ readonly [column: string]: readonly string[] }> = {
  expected: 'an object of distinct categories by column name',
  invalid: { a: 1 },
  test: (v): v is { readonly [column: string]: readonly string[] } =>
    typeof v === 'object' && v !== null && !Array.isArray(v) && Object.values(v).every(isNames),
};
const indexRule: Rule<number> = { expected: 'a column index', invalid: 0.5, test: (v): v is number => Number.isSafeInteger(v) };

/**
 * Reads a CSV file (gzip or not, UTF-8), streaming. x is float32 [rows, features] in the order of the columns, each
 * categorical column replaced by one column per category in sorted order (`color=red`). Text targets, and integer ones
 * of few values, become int32 class indices [rows] with classNames in sorted order; other targets float32 [rows].
 * Missing is what is empty, NA, N/A, NaN or null, and in columns of numbers an infinity too; with `missing: 'mean'` a
 * missing target is still an error.
 *
 * Throws ERR_DATA naming the file, and the row (from 1, after the header), line and column where it can: for a missing or
 * empty file, a header without rows, a row of another length, text in a column of numbers, an unknown column.
 */
export async function csv(path: string, options: CsvOptions = {}): Promise<Dataset> {
  checkOptions<CsvOptions>('datasets.csv', options, {
    target: optional(either(string, indexRule)),
    header: optional(boolean),
    delimiter: optional(string),
    categorical: optional(either(namesRule, categoriesRule)),
    missing: optional(oneOf('error', 'mean', 'drop')),
    task: optional(oneOf('classification', 'regression')),
    ignore: optional(namesRule),
    classNames: optional(namesRule),
  });
  if (typeof path !== 'string' || path === '')
    throw new RidgelineError('ERR_OPTION', `datasets.csv: expected a file path, got ${String(path)}`);
  const source: Source = { where: 'datasets.csv', path };
  const { delimiter = ',', header = true, missing = 'error' } = options;

  let table: Table | undefined;
  let row = 0;
  let kept = 0;
  await readRecords(source, delimiter, (fields, line) => {
    for (let i = 0; i < fields.length; i++) fields[i] = fields[i].trim();
    if (table === undefined) {
      if (header && options.header === undefined && fields.every((text) => parseNumber(text) !== undefined))
        throw fileError(source, 'the first row is all numbers; pass header: false if it is data, header: true if these are names');
      table = openTable(source, header ? fields : fields.map((_, i) => `column${i}`), delimiter, options);
      if (header) return;
    }
    row++;
    const place = { row, line };
    if (fields.length !== table.names.length)
      throw fileError(source, `row ${row} (line ${line}) has ${fields.length} fields, expected ${table.names.length}`);
    if (missing === 'drop' && findGap(table, fields) >= 0) return;
    const refuse = (column: number): never => {
      const remedy = missing === 'mean' ? "use missing: 'drop'" : "pass missing: 'mean' or 'drop' to go on";
      const what = fields[column] === '' ? 'empty' : quoted(fields[column]);
      throw cellError(source, place, table?.names[column] ?? '', `the value is missing (${what}); ${remedy}`);
    };
    if (isTargetMissing(table, fields)) refuse(table.targetIndex);
    const gap = table.features.add(fields, place);
    if (gap >= 0 && missing === 'error') refuse(gap);
    table.target?.add(fields[table.targetIndex], place);
    kept++;
  });
  if (table === undefined) throw fileError(source, 'the file is empty');
  if (row === 0) throw fileError(source, 'the file has a header and no rows');
  if (kept === 0) throw fileError(source, `missing: 'drop' left none of ${row} rows`);
  const { x, featureNames } = table.features.finish();
  if (missing === 'mean') fillWithMeans(source, x, featureNames);
  return new Dataset({ x, featureNames, ...table.target?.finish() });
}

interface Table {
  readonly names: readonly string[];
  readonly columns: readonly FeatureColumn[];
  readonly targetIndex: number;
  readonly features: FeatureReader;
  readonly target: TargetReader | undefined;
}

function openTable(source: Source, header: readonly string[], delimiter: string, options: CsvOptions): Table {
  const names = header.map((name, i) => name || `column${i}`);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw fileError(source, `the header names two columns ${quoted(twice)}`);
  const find = (option: string, name: string): number => {
    const index = names.indexOf(name);
    if (index >= 0) return index;
    const near = nearest(name, names);
    const other = [';', '\t', '|', ','].find((d) => d !== delimiter && names.length === 1 && names[0].includes(d));
    const hint = other ? ` Is the delimiter ${JSON.stringify(other)}?` : near ? ` Did you mean ${quoted(near)}?` : '';
    throw fileError(
      source,
      `${option}: no column ${quoted(name)}.${hint} Columns: ${names.slice(0, 50).join(', ')}${names.length > 50 ? ', ...' : ''}`,
    );
  };

  let targetIndex = -1;
  if (typeof options.target === 'string') targetIndex = find('target', options.target);
  else if (options.target !== undefined) {
    targetIndex = options.target < 0 ? options.target + names.length : options.target;
    if (targetIndex < 0 || targetIndex >= names.length)
      throw fileError(source, `target: no column ${options.target}. Columns: ${names.length}, ${names.slice(0, 50).join(', ')}`);
  }
  const ignored = new Set((options.ignore ?? []).map((name) => find('ignore', name)));
  const { categorical = [] } = options;
  const listed = new Map<number, readonly string[] | undefined>();
  if (isNames(categorical)) for (const name of categorical) listed.set(find('categorical', name), undefined);
  else for (const [name, fixed] of Object.entries(categorical)) listed.set(find('categorical', name), fixed);
  if (listed.has(targetIndex))
    throw fileError(
      source,
      `categorical: ${quoted(names[targetIndex])} is the target; text targets become classes without being named there`,
    );

  const columns = names.flatMap((name, index): FeatureColumn[] => {
    if (index === targetIndex || ignored.has(index)) return [];
    if (!listed.has(index)) return [{ name, index }];
    const fixed = listed.get(index);
    return [{ name, index, fixed, categories: new Map(fixed?.map((text, code) => [text, code])) }];
  });
  if (columns.length === 0) throw fileError(source, `no column is left for features. Columns: ${names.join(', ')}`);
  const target = targetIndex < 0 ? undefined : targetReader(source, names[targetIndex], options);
  return { names, columns, targetIndex, features: featureReader(source, columns), target };
}

const isTargetMissing = ({ targetIndex }: Table, fields: readonly string[]): boolean =>
  targetIndex >= 0 && Number.isNaN(parseNumber(fields[targetIndex]));

/** The first column in use whose value is missing, or -1; asked before a row is added, so that a dropped row leaves no category behind. */
function findGap(table: Table, fields: readonly string[]): number {
  if (isTargetMissing(table, fields)) return table.targetIndex;
  for (const { index, categories } of table.columns)
    if (categories ? isMissing(fields[index]) : Number.isNaN(parseNumber(fields[index]))) return index;
  return -1;
}
