/** The package with the functions that make a model's plans, which it does not export: bundled from lib/ as one library of its own. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { root } from './native-toolchain.mjs';

const folder = join(root, 'build/model-plans');
const build = await rolldown({
  input: { index: join(root, 'lib/index.ts'), plans: join(root, 'lib/models/plans.ts') },
  cwd: root,
  platform: 'node',
  external: /^[^./]/,
});
await build.write({ dir: folder, format: 'esm' });
await build.close();

const written = (file) => import(pathToFileURL(join(folder, file)).href);
export const library = await written('index.js');
export const { trainPlan, evaluatePlan, predictPlan } = await written('plans.js');
