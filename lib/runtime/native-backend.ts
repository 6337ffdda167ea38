import type { Backend } from './backend.ts';
import { loadNative } from './native.ts';
import { prepare, run, runSync } from './native-job.ts';

/** Plans on the C++ executor. */
export function nativeBackend(): Backend {
  const addon = loadNative();
  return {
    name: 'native',
    createSlab: (bytes) => addon.createSlab(bytes),
    free: (slab) => addon.freeSlab(slab),
    read: (slab, offset, target) => addon.slabRead(slab, offset, target),
    write: (slab, offset, source) => addon.slabWrite(slab, offset, source),
    copy: (target, targetOffset, source, sourceOffset, bytes) => addon.slabCopy(target, targetOffset, source, sourceOffset, bytes),
    uniforms: (seed, stream, step, out) => addon.uniforms(seed[0], seed[1], stream, step[0], step[1], out),
    createQueue: (threads) => addon.createQueue(threads),
    load(plan) {
      const handle = addon.createPlan(plan.code, plan.constants, plan.patches);
      return {
        runSync: (job) => runSync(addon, handle, job),
        prepare: (job) => prepare(addon, handle, job),
        run: (job, onProgress, queue) => run(addon, handle, job, onProgress, queue),
      };
    },
  };
}
