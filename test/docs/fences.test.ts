import { expect, test } from 'vitest';
import { snippetsOf } from './fences.ts';

const markdown = (...lines: string[]) => lines.join('\n');

test('finds ts and js blocks with their lines, and no others', () => {
  const text = markdown(
    '# a',
    '```ts',
    'one();',
    '```',
    '```sh',
    'npm start',
    '```',
    '- item',
    '  ```js',
    '  two();',
    '    deep();',
    '  ```',
  );
  expect(snippetsOf('a.md', text)).toEqual([
    { file: 'a.md', line: 2, language: 'ts', code: 'one();' },
    { file: 'a.md', line: 9, language: 'js', code: 'two();\n  deep();' },
  ]);
});

test('leaves out no-run blocks and joins continued ones', () => {
  const text = markdown('```ts', 'const a = 1;', '```', 'text', '```ts no-run', 'sketch', '```', '```ts continued', 'use(a);', '```');
  expect(snippetsOf('a.md', text).map((s) => s.code)).toEqual(['const a = 1;\nuse(a);']);
});

test('takes what a block prints from the text after it', () => {
  const text = markdown('```ts', 'one();', '```', 'prints', '```text printed', '1', '2', '```', '```text', 'not this', '```');
  expect(snippetsOf('a.md', text)).toEqual([{ file: 'a.md', line: 1, language: 'ts', code: 'one();', printed: '1\n2' }]);
  expect(() => snippetsOf('a.md', markdown('```text printed', '1', '```'))).toThrow('a.md:1: printed by no block');
});

test('a longer fence holds shorter ones', () => {
  expect(snippetsOf('a.md', markdown('````md', '```ts', 'quoted();', '```', '````'))).toEqual([]);
});

test('refuses an open block and a continuation of nothing', () => {
  expect(() => snippetsOf('a.md', markdown('```ts', 'x'))).toThrow('a.md:1: the block is never closed');
  expect(() => snippetsOf('a.md', markdown('```js continued', 'x', '```'))).toThrow('a.md:1');
});
