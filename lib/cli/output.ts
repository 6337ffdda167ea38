/** What the command prints: text for people, or one JSON object per line. */
import type { Callback } from '../callbacks/define.ts';

export interface Output {
  readonly json: boolean;
  /** A line for people; nothing with --json. */
  line(text: string): void;
  /** An event for programs; nothing without --json. */
  event(name: string, fields: Readonly<Record<string, unknown>>): void;
}

export const output = (json: boolean): Output => ({
  json,
  line: (text) => {
    if (!json) process.stdout.write(`${text}\n`);
  },
  event: (name, fields) => {
    if (json) process.stdout.write(`${JSON.stringify({ event: name, ...fields })}\n`);
  },
});

/** A table with its first column left, the others right aligned. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((r) => (r[c] ?? '').length)));
  const line = (r: readonly string[]) => r.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  ');
  return [line(rows[0]), widths.map((w) => '-'.repeat(w)).join('  '), ...rows.slice(1).map(line)].join('\n');
}

export const showNumber = (v: number | undefined): string =>
  v === undefined ? '' : Math.abs(v) >= 1000 ? Math.round(v).toLocaleString('en-US') : v.toFixed(4);

/** Reports epochs as events. */
export const epochEvents = (out: Output): Callback => ({ onEpochEnd: (_epoch, logs) => out.event('epoch', logs) });
