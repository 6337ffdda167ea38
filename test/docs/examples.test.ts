/** Every example runs in a folder of its own, writes its picture, and prints what its page in docs/ shows. Needs dist/. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'ridgeline-examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.includes('/') && file.endsWith('.mjs'))
  .map((file) => file.slice(0, -4));

/** Words, and numbers apart from them: rounding differs by instruction set, and long runs enlarge it. */
const parts = (text: string) => ({
  words: text
    .replace(/-?\d+(\.\d+)?(e[+-]?\d+)?/g, '#')
    .replace(/\s+/g, ' ')
    .trim(),
  numbers: [...text.matchAll(/-?\d+(\.\d+)?(e[+-]?\d+)?/g)].map((m) => Number(m[0])),
});
/** Within a tenth, a hundredth where numbers are about 1; what is nearly 0 has only its size in common. */
const near = (a: number, b: number) =>
  Math.abs(a - b) <= Math.max(0.02, 0.1 * Math.abs(b)) || (Math.abs(b) < 1e-6 && Math.abs(a) < 1e-5 && Math.abs(a) > b * b);

test('there is a page for each, and the list names it', () => {
  const list = readFileSync(join(root, 'docs/difficulties.md'), 'utf8');
  for (const example of examples) expect(list).toContain(`](${example}.md)`);
});

describe.each(examples)('%s', (example) => {
  test('prints what its page shows, and writes its picture', async () => {
    const { stdout } = await run(process.execPath, [join(root, 'examples', `${example}.mjs`)], { cwd: folder });
    const page = readFileSync(join(root, 'docs', `${example}.md`), 'utf8');
    const shown = parts(/```text\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
    const printed = parts(stdout);
    expect(printed.words).toBe(shown.words);
    printed.numbers.forEach((v, i) => expect(near(v, shown.numbers[i]), `${v} for ${shown.numbers[i]}`).toBe(true));
    const picture = `${example.split('/').at(-1)}.svg`;
    expect(readFileSync(join(folder, picture), 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(existsSync(join(root, 'docs', example.replace(/[^/]*$/, picture)))).toBe(true);
  }, 60_000);
});
