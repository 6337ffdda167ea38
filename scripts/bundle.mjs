/**
 * node scripts/bundle.mjs: writes dist/index.js, dist/cli/main.js and dist/library.js, which they share. A process that imports
 * the package then reads two files instead of two hundred. Nothing is minified: names and lines in stack traces are those of the code.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

export async function bundle() {
  const entries = { index: join(root, 'lib/index.ts'), 'cli/main': join(root, 'lib/cli/main.ts') };
  const build = await rolldown({
    input: entries,
    cwd: root,
    platform: 'node',
    // Dependencies and Node's own modules, by name.
    external: /^[^./]/,
    onLog(_, { message }) {
      throw new Error(message);
    },
  });
  const { output } = await build.generate({
    format: 'esm',
    codeSplitting: { groups: [{ name: 'library', test: (id) => !Object.values(entries).includes(id) && !id.includes('/lib/cli/') }] },
    chunkFileNames: '[name].js',
  });
  await build.close();
  const files = new Map(output.map(({ fileName, code }) => [fileName, code]));
  if (existsSync(dist))
    for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.js') && !files.has(file)) rmSync(join(dist, file));
  for (const [file, code] of files) {
    const path = join(dist, file);
    // What has not changed keeps its time.
    if (existsSync(path) && readFileSync(path, 'utf8') === code) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  chmodSync(join(dist, 'cli/main.js'), 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
