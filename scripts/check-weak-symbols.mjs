// A weak symbol in a kernel's object file (a template or inline function of a header) may be the copy that the linker keeps for all, and it
// is compiled for one instruction set: an illegal instruction on older processors. There must be none.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root } from './native-toolchain.mjs';

const folders = ['build/Release/obj.target', 'build-cmake/CMakeFiles', 'build-tests/CMakeFiles']
  .map((folder) => join(root, folder))
  .filter(existsSync);
const objects = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => /kernels_\w+[/.].*\.o$/.test(file))
    .map((file) => join(folder, file)),
);
if (objects.length === 0) fail('check-weak-symbols: no kernel objects; run npm run build:native first');
const found = objects.flatMap((object) => {
  const nm = spawnSync('nm', ['-C', '--defined-only', object], { encoding: 'utf8' });
  if (nm.status !== 0) fail(`check-weak-symbols: nm failed on ${object}: ${nm.stderr}`);
  return nm.stdout
    .split('\n')
    .filter((line) => / [WwVvu] /.test(line))
    .map((line) => `${object}: ${line}`);
});
if (found.length > 0) fail(`weak symbols in kernel objects:\n${found.join('\n')}`);
console.log(`${objects.length} kernel objects, no weak symbols`);
