// C++ sources against .clang-format; with --write, brings them there. Biome does the same for the rest (npm run lint, npm run format).
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fail, root } from './native-toolchain.mjs';

const clangFormat = createRequire(import.meta.url)('clang-format').getNativeBinary();
const folders = ['native', 'test/native', 'bench/native'];
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => /\.(h|cc)$/.test(file))
    .map((file) => join(folder, file)),
);
const mode = process.argv.includes('--write') ? ['-i'] : ['--dry-run', '--Werror'];
const done = spawnSync(clangFormat, ['--style=file', ...mode, ...files], { cwd: root, stdio: 'inherit' });
if (done.status !== 0) fail('some C++ sources are not formatted: npm run format');
console.log(`${files.length} C++ files ${mode[0] === '-i' ? 'formatted' : 'are formatted'}`);
