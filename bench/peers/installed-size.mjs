/** Bytes of packages as installed, with everything they depend on. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Bytes of a folder without the packages nested in it. */
export function folderSize(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += entry.name === 'node_modules' ? 0 : folderSize(path);
    else bytes += lstatSync(path).size;
  }
  return bytes;
}

/** The folder of a package, looked up from `from` as Node does; undefined where it is not installed (optional ones may not be). */
function find(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(join(path, 'package.json'))) return path;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Bytes of the named packages and of all that they depend on, each counted once. */
export function closureSize(names, from) {
  const seen = new Set();
  const visit = (name, base) => {
    const folder = find(name, base);
    if (!folder || seen.has(folder)) return 0;
    seen.add(folder);
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return Object.keys(dependencies).reduce((sum, d) => sum + visit(d, folder), folderSize(folder));
  };
  return names.reduce((sum, name) => sum + visit(name, from), 0);
}
