/** How runs of several models become jobs: whose, how many at once, on how many threads. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { jointRuns } from '../../lib/models/joint-runs.ts';
import type { Job, JobModel, JobResult, ModelResult, Progress, RunQueue } from '../../lib/runtime/backend.ts';
import type { LoadedPlan } from '../../lib/runtime/program.ts';

interface Started {
  readonly job: Job;
  readonly onProgress: Progress | null;
  readonly queue: RunQueue | undefined;
  readonly stopped: (number | undefined)[];
  end(): Promise<void>;
}
const done = (seed: number): ModelResult => ({ steps: seed, rows: 1, status: 'done', id: 0, instruction: 0, detail: 0 });

/** A plan of so many bytes whose jobs end when the test says so; jobs with a refused seed throw. */
function planOf(bytes: number, refused = -1) {
  const started: Started[] = [];
  const run = (job: Job, onProgress: Progress | null, queue?: RunQueue) => {
    if (job.models.some(({ seed }) => seed[0] === refused)) throw new Error('refused');
    let resolve!: (result: JobResult) => void;
    const promise = new Promise<JobResult>((r) => {
      resolve = r;
    });
    const stopped: (number | undefined)[] = [];
    const end = async () => {
      resolve({ models: job.models.map(({ seed }) => done(seed[0])) });
      await turn();
    };
    started.push({ job, onProgress, queue, stopped, end });
    return { promise, stop: (model?: number) => void stopped.push(model) };
  };
  const plan = { plan: { stateBytes: bytes, scratchBytes: 0 }, executable: { run } } as unknown as LoadedPlan;
  return { plan, started, seeds: () => started.map(({ job }) => job.models.map(({ seed }) => seed[0])) };
}

const column = {};
const jobOf = (seed: number, columns: readonly object[] = [column], count = 1): Job => ({
  threads: 0,
  columns,
  models: [{ seed: [seed, 0], passes: { count } } as unknown as JobModel],
  progressMilliseconds: 10 * seed,
  watch: { offset: 0, bytes: 0 },
});
const settings = { models: 8, threads: 2, queue: {}, cache: 1000, again: true };

test('a thread each, and as many jobs again in the queue', async () => {
  const { plan, started, seeds } = planOf(100);
  const { runner } = jointRuns(settings);
  for (const seed of [0, 1, 2, 3, 4, 5, 6, 7]) void runner(plan, jobOf(seed), null);
  await turn();
  expect(seeds()).toEqual([
    [0, 1],
    [2, 3],
    [4, 5],
    [6, 7],
  ]);
  expect(started.map(({ job, queue }) => [job.threads, queue])).toEqual(started.map(() => [1, settings.queue]));
});

test('a job of several passes has fewer models; the next begins before the results of the last are looked at', async () => {
  const { plan, started, seeds } = planOf(100);
  const { runner } = jointRuns(settings);
  const results = [0, 1, 2, 3, 4, 5, 6, 7].map((seed) => runner(plan, jobOf(seed, [column], 2), null).promise);
  await turn();
  expect(seeds()).toEqual([[0], [1], [2], [3]]);
  let begun: number | undefined;
  void results[1].then(() => {
    begun = started.length;
  });
  await started[1].end();
  expect(begun).toBe(5);
  expect(seeds()[4]).toEqual([4]);
  expect(await results[1]).toEqual({ models: [done(1)] });
});

test('where the states do not fit into the cache, one model after another has all threads', async () => {
  const { plan, started, seeds } = planOf(501);
  const { runner } = jointRuns(settings);
  for (const seed of [0, 1, 2]) void runner(plan, jobOf(seed), null);
  await turn();
  expect(seeds()).toEqual([[0], [1]]);
  expect(started[0].job.threads).toBe(2);
  await started[0].end();
  expect(seeds()).toEqual([[0], [1], [2]]);
});

test('the last models share the threads', async () => {
  const { plan, started } = planOf(10);
  const { runner, leave } = jointRuns({ ...settings, models: 3, threads: 4 });
  leave();
  for (const seed of [0, 1]) void runner(plan, jobOf(seed), null);
  await turn();
  expect(started.map(({ job }) => [job.threads, job.models.length])).toEqual([
    [2, 1],
    [2, 1],
  ]);
});

test('runs that do not come again are one job; other columns are the model’s own, another plan is another job', async () => {
  const [a, b] = [planOf(10), planOf(10)];
  const { runner } = jointRuns({ ...settings, again: false });
  const other = {};
  const seen: number[][] = [];
  for (const seed of [1, 2, 3])
    void runner(a.plan, jobOf(seed, seed === 2 ? [other] : undefined), (model, steps) => void seen.push([seed, model, steps]));
  void runner(b.plan, jobOf(4), null);
  await turn();
  expect(a.seeds()).toEqual([[1, 2, 3]]);
  expect(a.started[0].job.models.map(({ columns }) => columns)).toEqual([undefined, [other], undefined]);
  expect(a.started[0].job).toMatchObject({ threads: 2, columns: [column], progressMilliseconds: 30 });
  a.started[0].onProgress?.(1, 7, 0, new Uint8Array(0));
  expect(seen).toEqual([[2, 0, 7]]);
  expect(b.seeds()).toEqual([[4]]);
});

test('what is refused is refused alone', async () => {
  const { plan, started, seeds } = planOf(10, 2);
  const { runner } = jointRuns({ ...settings, again: false });
  const [one, two, three] = [1, 2, 3].map((seed) => runner(plan, jobOf(seed), null).promise);
  const rejected = expect(two).rejects.toThrow('refused');
  await turn();
  await started[0].end();
  await rejected;
  await started[1].end();
  expect(await Promise.all([one, three])).toEqual([{ models: [done(1)] }, { models: [done(3)] }]);
  expect(seeds()).toEqual([[1], [3]]);
});

test('a run is stopped while it waits, or by its place in the job', async () => {
  const { plan, started } = planOf(10);
  const { runner } = jointRuns({ ...settings, models: 3, threads: 1 });
  const [first, , third] = [1, 2, 3].map((seed) => runner(plan, jobOf(seed, [column], 2), null));
  await turn();
  third.stop();
  expect((await third.promise).models[0]).toMatchObject({ status: 'stopped', steps: 0, rows: 0 });
  first.stop();
  expect(started[0].stopped).toEqual([0]);
  await started[0].end();
  expect(started).toHaveLength(2);
});
