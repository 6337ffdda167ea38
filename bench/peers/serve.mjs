/** A peer in Node: answers the questions of run.mjs, one JSON line each, through file descriptor 3. */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What this peer cannot do, in words: its row is left out by name. */
export class Missing extends Error {}

export const threads = Number(process.env.RIDGELINE_BENCH_THREADS ?? 1);

/**
 * Repeats fn until about `seconds` have passed, after one call that does not count; gives seconds per call.
 * @param {() => unknown} fn
 * @param {number} [seconds]
 */
export async function secondsPerCall(fn, seconds = 0.3) {
  let start = performance.now();
  await fn();
  const once = (performance.now() - start) / 1000;
  const calls = Math.max(1, Math.floor(seconds / Math.max(once, 1e-7)));
  start = performance.now();
  for (let i = 0; i < calls; i++) await fn();
  return (performance.now() - start) / 1000 / calls;
}

/**
 * The same for calls so short that waiting for each would show.
 * @param {() => unknown} fn
 * @param {number} [seconds]
 */
export function secondsPerCallSync(fn, seconds = 0.1) {
  // Long calls need no more warming than one.
  let start = performance.now();
  let warm = 0;
  do {
    fn();
    warm++;
  } while (warm < 20 && performance.now() - start < 1e3 * seconds);
  start = performance.now();
  fn();
  const once = (performance.now() - start) / 1000;
  const calls = Math.max(1, Math.floor(seconds / Math.max(once, 1e-8)));
  start = performance.now();
  for (let i = 0; i < calls; i++) fn();
  return (performance.now() - start) / 1000 / calls;
}

/**
 * @param {{ version: () => string, load: (workload: string) => Promise<{ check(c: any): any, time(c: any): any }> }} implementation
 */
export function serve({ version, load }) {
  const answer = async ({ question, workload, case: kase }) => {
    if (question === 'ready') return true;
    if (question === 'version') return version();
    const module = await load(workload);
    return question === 'check' ? module.check(kase, workload) : module.time(kase, workload);
  };
  createInterface({ input: process.stdin }).on('line', async (line) => {
    let reply;
    try {
      const value = await answer(JSON.parse(line));
      reply = { answer: ArrayBuffer.isView(value) ? Array.from(/** @type {Float32Array} */ (value)) : value };
    } catch (error) {
      reply = error instanceof Missing ? { missing: error.message } : { error: error.message ?? String(error) };
    }
    writeSync(3, `${JSON.stringify(reply)}\n`);
  });
}

/** Loads a case's module, or says that there is none. */
export const fromFolder = (folder) => async (workload) => {
  try {
    return await import(`./${folder}/${workload}.mjs`);
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(`${workload}.mjs`)) throw new Missing('takes no part in this');
    throw error;
  }
};
