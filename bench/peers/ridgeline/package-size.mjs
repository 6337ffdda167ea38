/** The files that npm would pack, the addon as it is published (stripped), and the dependencies. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closureSize } from '../installed-size.mjs';

const root = join(import.meta.dirname, '../../..');

function strippedAddon() {
  const folder = mkdtempSync(join(tmpdir(), 'ridgeline-size-'));
  try {
    const copy = join(folder, 'ridgeline.node');
    copyFileSync(join(root, 'build/Release/ridgeline.node'), copy);
    execFileSync('strip', [copy]);
    return statSync(copy).size;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const check = () => null;
export function time() {
  const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const files = JSON.parse(listed)[0].files.filter((f) => !f.path.startsWith('prebuilds/'));
  const own = files.reduce((sum, f) => sum + f.size, 0);
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return (own + strippedAddon() + closureSize(Object.keys(dependencies), root)) / 1e6;
}
