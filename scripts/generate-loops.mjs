/** node scripts/generate-loops.mjs: writes native/kernels/generated/ for what the package's own layers, losses and optimizers compile to. Needs dist/. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonPrograms } from './common-programs.mjs';
import { headersOf } from './loop-headers.mjs';
import { root } from './native-toolchain.mjs';

for (const [name, text] of Object.entries(headersOf(commonPrograms()))) writeFileSync(join(root, 'native/kernels/generated', name), text);
