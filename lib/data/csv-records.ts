import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { RidgelineError } from '../errors.ts';
import { fileError, type Source } from './csv-text.ts';
import { badGzip, firstBytes, isGzip, unreadable } from './read-file.ts';

/** An unclosed quote would otherwise collect the rest of the file in one field. */
const maxRecordBytes = 16 * 2 ** 20;

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * Streams the records of a CSV file (gzip or not) to `visit`, with the line each one ends on. Holds a few records at a
 * time. Throws ERR_DATA for what cannot be read or parsed; errors of `visit` pass through.
 */
export async function readRecords(source: Source, delimiter: string, visit: (fields: string[], line: number) => void): Promise<void> {
  // Loaded by those who read CSV, not by every program that imports this package.
  const { CsvError, parse } = await import('csv-parse');
  const packed = isGzip(await firstBytes(source.where, source.path));
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    // Counted by the caller, whose message names the row.
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRecordBytes,
  });
  const file = createReadStream(source.path, { highWaterMark: 2 ** 18 });
  const gunzip = packed ? createGunzip() : undefined;
  // When one stage fails the others are aborted, and pipeline may report the abort instead of the failure.
  let failure: unknown;
  const keepFirst = (error: unknown): void => {
    failure ??= error;
  };
  file.once('error', keepFirst);
  gunzip?.once('error', keepFirst);
  parser.once('error', keepFirst);
  const sink = async (rows: AsyncIterable<Parsed>): Promise<void> => {
    try {
      for await (const { record, info } of rows) visit(record, info.lines);
    } catch (error) {
      keepFirst(error);
      throw error;
    }
  };
  try {
    if (gunzip) await pipeline(file, gunzip, parser, sink);
    else await pipeline(file, parser, sink);
  } catch (error) {
    const cause = failure ?? error;
    if (cause instanceof RidgelineError) throw cause;
    if (cause instanceof CsvError) throw fileError(source, cause.message, cause);
    if (packed && String((cause as NodeJS.ErrnoException).code).startsWith('Z_')) throw badGzip(source.where, source.path, cause);
    throw unreadable(source.where, source.path, cause);
  }
}
