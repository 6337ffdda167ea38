/** A curve as lines of text, for a terminal. */

/** What {@link textChart} takes. */
export interface TextChartOptions {
  /** Columns of the plot, without the axis; default 72. */
  readonly width?: number;
  /** Lines of the plot, without the axis; default 16. */
  readonly height?: number;
}

const short = (v: number): string => {
  const plain = String(Number(v.toPrecision(4)));
  return plain.length <= 8 ? plain : v.toExponential(2).replace('e+', 'e');
};

/**
 * The values over 0, 1, 2, ... as a chart of plain characters, its axes labelled. Where there are more values than columns, each column shows
 * all that falls into it, so that no spike is lost; values that are not finite leave a gap.
 */
export function textChart(values: readonly number[], { width = 72, height = 16 }: TextChartOptions = {}): string {
  const shown = values.filter(Number.isFinite);
  const low = shown.reduce((a, b) => Math.min(a, b), Infinity);
  const high = shown.reduce((a, b) => Math.max(a, b), -Infinity);
  const columns = Math.min(width, values.length);
  const grid = Array.from({ length: height }, () => new Array<string>(columns).fill(' '));
  const lineOf = (v: number): number => (high > low ? Math.round(((high - v) / (high - low)) * (height - 1)) : height - 1);
  for (let c = 0; c < columns; c++) {
    const from = Math.floor((c * values.length) / columns);
    const to = Math.max(from + 1, Math.floor(((c + 1) * values.length) / columns));
    const lines = values.slice(from, to).filter(Number.isFinite).map(lineOf);
    if (lines.length === 0) continue;
    for (let l = Math.min(...lines); l <= Math.max(...lines); l++) grid[l][c] = '*';
  }
  const labels = grid.map((_, l) =>
    l === 0 ? short(high) : l === height - 1 ? short(low) : l === height >> 1 ? short((high + low) / 2) : '',
  );
  if (!(high > low)) labels.fill('', 0, height - 1);
  const margin = Math.max(...labels.map((l) => l.length));
  const lines = grid.map((row, l) => `${labels[l].padStart(margin)} |${row.join('').trimEnd()}`);
  const last = String(values.length - 1);
  const axis = `${' '.repeat(margin)} +${'-'.repeat(columns)}`;
  const ends = `${' '.repeat(margin)}  0${last.padStart(Math.max(last.length + 1, columns - 1))}`;
  return [...lines, axis, values.length > 1 ? ends : `${' '.repeat(margin)}  0`].join('\n');
}
