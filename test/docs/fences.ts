/** One runnable block of a Markdown file. */
export interface Snippet {
  readonly file: string;
  /** Line of its first fence, from 1. */
  readonly line: number;
  readonly language: 'ts' | 'js';
  readonly code: string;
  /** What the page says that it prints. */
  readonly printed?: string;
}

/**
 * The fenced ts and js blocks of a Markdown text. A block marked `no-run` after its language is left out; one marked `continued` goes on
 * in the file of the one before it, so that a text may stand between two halves of an example. A text block marked `printed` is what the block
 * before it prints.
 */
export function snippetsOf(file: string, text: string): Snippet[] {
  const found: Snippet[] = [];
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const open = /^(\s*)(`{3,}|~{3,})\s*(\S*)\s*(.*)$/.exec(lines[at]);
    if (!open) continue;
    const [, indent, fence, language, marks] = open;
    const begin = at;
    const body: string[] = [];
    const closes = (line: string) => line.trim().startsWith(fence) && /^[`~]+$/.test(line.trim());
    for (at++; at < lines.length && !closes(lines[at]); at++)
      body.push(lines[at].startsWith(indent) ? lines[at].slice(indent.length) : lines[at]);
    if (at === lines.length) throw new Error(`${file}:${begin + 1}: the block is never closed`);
    const kind = { ts: 'ts', typescript: 'ts', js: 'js', javascript: 'js', mjs: 'js' }[language] as Snippet['language'] | undefined;
    const words = marks.split(/\s+/);
    if (words.includes('printed')) {
      const before = found.pop();
      if (!before) throw new Error(`${file}:${begin + 1}: printed by no block`);
      found.push({ ...before, printed: body.join('\n') });
      continue;
    }
    if (!kind || words.includes('no-run')) continue;
    const code = body.join('\n');
    const last = found.at(-1);
    if (!words.includes('continued')) found.push({ file, line: begin + 1, language: kind, code });
    else if (last?.language === kind) found[found.length - 1] = { ...last, code: `${last.code}\n${code}` };
    else throw new Error(`${file}:${begin + 1}: continues a block of another language, or none`);
  }
  return found;
}
