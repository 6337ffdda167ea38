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

test('a longer fence holds shorter ones', () => {
  expect(snippetsOf('a.md', markdown('````md', '```ts', 'quoted();', '```', '````'))).toEqual([]);
});

test('refuses an open block and a continuation of nothing', () => {
  expect(() => snippetsOf('a.md', markdown('```ts', 'x'))).toThrow('a.md:1: the block is never closed');
  expect(() => snippetsOf('a.md', markdown('```js continued', 'x', '```'))).toThrow('a.md:1');
});
