/** What the README and docs/ show is compiled with its types and run against dist/, as a user would. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Snippet, snippetsOf } from './fences.ts';
import { expectPrinted } from './printed.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`);
const pages = ['README.md', ...docs].filter((name) => name.endsWith('.md'));
const snippets = pages
  .filter((page) => existsSync(join(root, page)))
  .flatMap((page) => snippetsOf(page, readFileSync(join(root, page), 'utf8')));

// Inside the repository, where the name ridgeline is the package itself; build-* is ignored by git and by the package.
mkdirSync(join(root, 'build-snippets'), { recursive: true });
const folder = mkdtempSync(join(root, 'build-snippets', 'run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stem = (s: Snippet) => join(folder, `${s.file.replace(/\W/g, '-')}-${s.line}`);
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
};

const typed = snippets.filter((s) => s.language === 'ts');
let program: ts.Program;
beforeAll(() => {
  expect(existsSync(join(root, 'dist/index.js')), 'dist/ is missing: npm run build').toBe(true);
  for (const s of typed) writeFileSync(`${stem(s)}.mts`, s.code);
  program = ts.createProgram(
    typed.map((s) => `${stem(s)}.mts`),
    options,
  );
}, 60_000);

function typeErrors(s: Snippet): string[] {
  const source = program.getSourceFile(`${stem(s)}.mts`);
  return ts.getPreEmitDiagnostics(program, source).map((d) => {
    const line = d.start === undefined ? 0 : (d.file?.getLineAndCharacterOfPosition(d.start).line ?? 0) + 1;
    return `line ${line} of the block: ${ts.flattenDiagnosticMessageText(d.messageText, '\n')}`;
  });
}

function script(s: Snippet): string {
  const common = s.language === 'js' && /\brequire\(/.test(s.code) && !/^\s*import\b/m.test(s.code);
  const path = `${stem(s)}${common ? '.run.cjs' : '.run.mjs'}`;
  writeFileSync(
    path,
    s.language === 'ts' ? ts.transpileModule(s.code, { compilerOptions: { ...options, module: ts.ModuleKind.ESNext } }).outputText : s.code,
  );
  return path;
}

test('the README shows an example that runs', () => expect(snippets.some((s) => s.file === 'README.md')).toBe(true));

describe.each(snippets.map((s) => [`${s.file}:${s.line}`, s] as const))('%s', (_, s) => {
  if (s.language === 'ts') test('has no type error', () => expect(typeErrors(s)).toEqual([]), 60_000);
  test('runs', async () => {
    // Its own folder: an example may save a model.
    const cwd = `${stem(s)}-cwd`;
    mkdirSync(cwd, { recursive: true });
    const { stdout } = await run(process.execPath, [script(s)], { cwd, timeout: 100_000 }).catch(
      (error: { stdout: string; stderr: string; message: string }) => {
        throw new Error(`${s.file}:${s.line}: ${error.message}\n${error.stdout}`);
      },
    );
    if (s.printed !== undefined) expectPrinted(stdout, s.printed);
  }, 120_000);
});
