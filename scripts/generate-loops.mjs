/** node scripts/generate-loops.mjs: writes native/kernels/generated/ew_loops.h for what the package's own layers, losses and optimizers compile to. Needs dist/. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headerOf } from './ew-loops.mjs';
import { root } from './native-toolchain.mjs';
import { commonPrograms } from './common-programs.mjs';

writeFileSync(join(root, 'native/kernels/generated/ew_loops.h'), headerOf(commonPrograms()));
