/** node bench/document.mjs [FILE]: writes the figures of a run, the newest one under bench/results if none is named, into docs/performance.md. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from './core/document.mjs';

const here = import.meta.dirname;
const newest = () =>
  join(
    here,
    'results',
    readdirSync(join(here, 'results'))
      .filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name))
      .sort()
      .at(-1) ?? '',
  );
const page = join(here, '../docs/performance.md');
writeFileSync(page, fill(readFileSync(page, 'utf8'), JSON.parse(readFileSync(process.argv[2] ?? newest(), 'utf8'))));
