/** Every example runs in a folder of its own, writes its picture, and prints what its page in docs/ shows. Needs dist/. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { expectPrinted } from './printed.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'ridgeline-examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.includes('/') && file.endsWith('.mjs'))
  .map((file) => file.slice(0, -4));

test('there is a page for each, and the list names it', () => {
  for (const example of examples) {
    const list = readFileSync(join(root, 'docs', `${example.split('/')[0]}.md`), 'utf8');
    expect(list).toContain(`](${example}.md)`);
  }
});

describe.each(examples)('%s', (example) => {
  test('prints what its page shows, and writes its picture', async () => {
    const { stdout } = await run(process.execPath, [join(root, 'examples', `${example}.mjs`)], { cwd: folder });
    const page = readFileSync(join(root, 'docs', `${example}.md`), 'utf8');
    expectPrinted(stdout, /```text\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
    const picture = `${example.split('/').at(-1)}.svg`;
    expect(readFileSync(join(folder, picture), 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(existsSync(join(root, 'docs', example.replace(/[^/]*$/, picture)))).toBe(true);
  }, 60_000);
});
