/** The figures of docs/performance.md are those of the newest run that is committed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blocks, fill } from '../../bench/core/document.mjs';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/performance.md'), 'utf8');
const files = readdirSync(join(root, 'bench/results')).filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name));
const newest = JSON.parse(readFileSync(join(root, 'bench/results', files.sort().at(-1) ?? ''), 'utf8'));

test('docs/performance.md has the figures of the newest run: node bench/document.mjs writes them', () => {
  expect(fill(page, newest)).toBe(page);
});

test('every table that can be written is there, once', () => {
  const names = [...page.matchAll(/<!-- bench: (\S+) -->/g)].map((match) => match[1]);
  expect(names.sort()).toEqual(Object.keys(blocks).sort());
});

test('a block gets the figures of the results, whatever it held', () => {
  const row = { workload: 'gemm', case: '8', threads: 1, subject: 'ridgeline', subjectRounds: [], peerRounds: [], unit: 'GFLOP/s' };
  const results = {
    machine: { date: '2026-01-01T00:00:00Z' },
    seconds: 60,
    again: [],
    rows: [{ ...row, peer: 'blis', ratio: 0.5, target: 1, verdict: 'below' }],
  };
  const text = fill('a\n<!-- bench: short -->\nold\n<!-- end -->\nb', results);
  expect(text).toBe(
    'a\n<!-- bench: short -->\n\n| row | threads | against | reached | target |\n| --- | --- | --- | --- | --- |\n' +
      '| gemm: 8 | 1 | blis | 0.50 | 1.00 |\n\n<!-- end -->\nb',
  );
  expect(fill(text, { ...results, rows: [] })).toContain('None.');
  expect(() => fill('<!-- bench: shrt -->\n<!-- end -->', results)).toThrow('no block is called shrt');
});
