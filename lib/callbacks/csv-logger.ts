import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { boolean, check, checkOptions, optional, type Rule, string } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { Callback } from './define.ts';

/** Options of {@link csvLogger}. */
export interface CsvLoggerOptions {
  /** One character between fields; default ','. */
  readonly separator?: string;
  /** Go on below what the file has; default false, which begins the file anew. */
  readonly append?: boolean;
}

const separatorRule: Rule<string> = {
  expected: 'one character that is neither a quote nor a line end',
  invalid: ', ',
  test: (v): v is string => typeof v === 'string' && /^[^"\r\n]$/.test(v),
};

/**
 * Writes a line of comma-separated values per epoch, under the names of the first epoch's logs, each flushed before training goes on.
 * @throws ERR_DATA in training for a file that cannot be written, or (append) whose columns are others.
 */
export function csvLogger(path: string, options: CsvLoggerOptions = {}): Callback {
  const where = 'callbacks.csvLogger';
  check(where, 'path', path, string);
  checkOptions<CsvLoggerOptions>(where, options, { separator: optional(separatorRule), append: optional(boolean) });
  const { separator = ',', append = false } = options;
  const field = (text: string): string => (/["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (fields: readonly string[]): string => `${fields.map(field).join(separator)}\n`;
  const begin = async (names: readonly string[]): Promise<void> => {
    const header = line(names);
    const before = append ? await readFile(path, 'utf8').catch(absent) : '';
    if (before === '') return writeFile(path, header);
    if (!before.startsWith(header))
      throw new RidgelineError(
        'ERR_DATA',
        `${where}: cannot append to ${path}: its columns are ${before.split('\n', 1)[0].trim()}, these are ${header.trim()}`,
      );
  };
  let columns: readonly string[] | undefined;
  return {
    onTrainBegin() {
      columns = undefined;
    },
    async onEpochEnd(_epoch, logs) {
      try {
        if (!columns) {
          columns = Object.keys(logs);
          await begin(columns);
        }
        await appendFile(path, line(columns.map((name) => (logs[name] === undefined ? '' : String(logs[name])))));
      } catch (cause) {
        if (cause instanceof RidgelineError) throw cause;
        throw new RidgelineError('ERR_DATA', `${where}: cannot write ${path}: ${(cause as Error).message}`, { cause });
      }
    },
  };
}

/** A file that is not there yet has no lines. */
function absent(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
