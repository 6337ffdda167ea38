import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, where its manifest, assets and binaries lie: sources and bundles lie at different depths below it. */
export function packageRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    // A program that was bundled without its manifest: what is looked for beside it is then not found, and says where it was looked for.
    if (folder === dirname(folder)) return start;
  }
}
