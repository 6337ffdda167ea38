/** onnxruntime-node on its CPU provider, without a pool for operators side by side. */
import { createRequire } from 'node:module';
import { fromFolder, serve } from './serve.mjs';

const { version } = createRequire(import.meta.url)('onnxruntime-node/package.json');
serve({ version: () => `onnxruntime-node ${version}`, load: fromFolder('onnxruntime') });
