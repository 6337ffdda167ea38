/** Plain loops over typed arrays, in the order that is best for caches. */
import { fromFolder, serve } from './serve.mjs';

serve({ version: () => `V8 ${process.versions.v8}`, load: fromFolder('javascript') });
