/** A process from its start to its end; the result is that it reached the accuracy. */
import { existsSync } from 'node:fs';
import { fresh } from '../fresh.mjs';
import { Missing } from '../serve.mjs';

async function run(kase) {
  if (!existsSync(kase.folder))
    throw new Missing(`no data in ${kase.folder}; apt-get install dataset-fashion-mnist, or name a folder in RIDGELINE_BENCH_DATA`);
  const start = performance.now();
  const { accuracy } = await fresh('ridgeline/learn-process.mjs', [JSON.stringify(kase)]);
  if (accuracy < kase.accuracy) throw new Error(`only ${accuracy} of the test set are right`);
  return (performance.now() - start) / 1000;
}
export const check = async (kase) => [(await run(kase)) > 0 ? 1 : 0];
export const time = run;
