/** npm run prebuilds: the addon of build/, stripped, in prebuilds/<platform>-<arch>/ under the name that node-gyp-build looks for. */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './native-toolchain.mjs';

run('build:native', process.execPath, [join(root, 'scripts/build-native.mjs')]);
const libc = process.platform === 'linux' ? (existsSync('/etc/alpine-release') ? '.musl' : '.glibc') : '';
const folder = join(root, 'prebuilds', `${process.platform}-${process.arch}`);
const file = join(folder, `ridgeline${libc}.node`);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
copyFileSync(join(root, 'build/Release/ridgeline.node'), file);
run('strip', 'strip', process.platform === 'darwin' ? ['-Sx', file] : ['--strip-all', file]);
console.log(file);
