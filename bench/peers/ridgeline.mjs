/** Ridgeline: native, or (RIDGELINE_BACKEND=reference) its interpreter. */
import { kernels, setThreads } from '../../dist/index.js';
import { fromFolder, serve, threads } from './serve.mjs';

const reference = process.env.RIDGELINE_BACKEND === 'reference';
if (!reference) setThreads(threads);

serve({
  version: () => (reference ? 'reference interpreter' : `ridgeline ${kernels.info().version}, ${kernels.info().isa}`),
  load: fromFolder('ridgeline'),
});
