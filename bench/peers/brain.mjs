/** brain.js on the CPU. */
import { createRequire } from 'node:module';
import { fromFolder, serve } from './serve.mjs';

const { version } = createRequire(import.meta.url)('brain.js/package.json');
serve({ version: () => `brain.js ${version}`, load: fromFolder('brain') });
