// npm run prebuilds: a stripped binary in prebuilds/<platform>-<arch>/, which the published package carries.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, findNodeDirectory, packageBin, requireTools, root, run } from './native-toolchain.mjs';

requireTools('g++', 'make', 'python3', 'strip');
const nodedir = findNodeDirectory() ?? fail(`no Node headers beside ${process.execPath}`);
run(
  'prebuildify',
  process.execPath,
  [packageBin('prebuildify', 'bin.js'), '--napi', '--strip', '--tag-libc', '--target', process.version],
  {
    npm_config_nodedir: nodedir,
    PREBUILD_NODE_GYP: packageBin('node-gyp', 'bin/node-gyp.js'),
  },
);
const folder = join(root, 'prebuilds', `${process.platform}-${process.arch}`);
console.log(
  readdirSync(folder)
    .map((file) => join(folder, file))
    .join('\n'),
);
