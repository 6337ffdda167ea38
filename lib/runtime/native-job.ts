/** Jobs as the addon takes them: numbers in one array and objects in another, since reading an object's properties by name costs more than a small model. */
import { dtypeOf, type TypedArray, typedArrayOver } from '../tensor/dtype.ts';
import type { Job, JobResult, ModelResult, PreparedJob, Progress, Run, RunQueue } from './backend.ts';
import type { NativeAddon } from './native.ts';

const headerNumbers = 6;
const modelNumbers = 12;
const resultNumbers = 6;
const statuses: readonly ModelResult['status'][] = ['done', 'stopped', 'guard', 'index'];

/** What the addon takes; `results` is the last of the objects and holds, once the job has run, how each model ended. */
export interface PackedJob {
  readonly numbers: Float64Array;
  readonly objects: unknown[];
  readonly results: Float64Array;
}

const numbersOf = (models: number) => new Float64Array(headerNumbers + modelNumbers * models);
const resultsOf = (models: number) => new Float64Array(resultNumbers * models);

/** docs/plan.md, "A job", has the order. */
export function packJob(job: Job, numbers = numbersOf(job.models.length), results = resultsOf(job.models.length)): PackedJob {
  const objects: unknown[] = [];
  numbers[0] = job.threads;
  numbers[1] = job.progressMilliseconds;
  numbers[2] = job.watch.offset;
  numbers[3] = job.watch.bytes;
  numbers[4] = job.columns.length;
  numbers[5] = job.models.length;
  let at = headerNumbers;
  for (const model of job.models) {
    numbers[at++] = model.seed[0];
    numbers[at++] = model.seed[1];
    numbers[at++] = model.sample;
    numbers[at++] = model.step;
    numbers[at++] = model.scalarSteps;
    numbers[at++] = model.begin;
    numbers[at++] = model.end;
    numbers[at++] = model.batch;
    numbers[at++] = model.passes?.count ?? 1;
    numbers[at++] = model.outputs.length;
    numbers[at++] = model.columns?.length ?? 0;
    numbers[at++] = model.features?.of ?? 0;
    objects.push(model.state, model.snapshot, model.scalars, model.indices);
    for (const output of model.outputs) objects.push(output);
    if (model.passes && model.passes.count > 1) objects.push(model.passes.sums);
    if (model.features) objects.push(model.features.list);
    if (model.columns) objects.push(...model.columns);
  }
  for (const column of job.columns) objects.push(column);
  objects.push(results);
  return { numbers, objects, results };
}

const resultAt = (results: Float64Array, at: number): ModelResult => ({
  steps: results[at],
  rows: results[at + 1],
  status: statuses[results[at + 2]],
  id: results[at + 3],
  instruction: results[at + 4],
  detail: results[at + 5],
});

function unpack(results: Float64Array): JobResult {
  const models: ModelResult[] = [];
  for (let at = 0; at < results.length; at += resultNumbers) models.push(resultAt(results, at));
  return { models };
}

// A small typed array lies on JavaScript's heap until native code sees it, and to move it out costs half a microsecond: a synchronous job of
// one model borrows these, and its small result is copied.
const one = { numbers: numbersOf(1), results: resultsOf(1) };
const firstOutput = 4;
const mostOnHeap = 16;
const borrowed: Float32Array[] = [];

/** Runs a job on the calling thread. */
export function runSync(addon: NativeAddon, plan: object, job: Job): JobResult {
  if (job.models.length !== 1) {
    const { numbers, objects, results } = packJob(job);
    addon.runSync(plan, numbers, objects);
    return unpack(results);
  }
  const { numbers, objects, results } = packJob(job, one.numbers, one.results);
  const { outputs } = job.models[0];
  const small = outputs.length === 1 && outputs[0] instanceof Float32Array && outputs[0].length <= mostOnHeap ? outputs[0] : undefined;
  if (small) objects[firstOutput] = borrowed[small.length] ??= new Float32Array(small.length);
  addon.runSync(plan, numbers, objects);
  small?.set(borrowed[small.length]);
  return unpack(results);
}

const lineBytes = 64;

/** Zeros like the given arrays, each on cache lines of its own, in one buffer. */
function inOneBuffer(arrays: readonly TypedArray[]): { buffer: ArrayBuffer; made: TypedArray[] } {
  const lengths = arrays.map(({ byteLength }) => Math.ceil(byteLength / lineBytes) * lineBytes);
  const buffer = new ArrayBuffer(lengths.reduce((sum, n) => sum + n, lineBytes));
  let begin = 0;
  const made = arrays.map((array, i) => {
    const view = typedArrayOver(dtypeOf(array), buffer, begin, array.length);
    begin += lengths[i];
    return view;
  });
  return { buffer, made };
}

/** Reads a job once, to run it many times. */
export function prepare(addon: NativeAddon, plan: object, job: Job): PreparedJob {
  const [model] = job.models;
  const count = job.columns.length;
  const given = [...job.columns, ...model.outputs, model.scalars, resultsOf(1)] as TypedArray[];
  const { buffer, made } = inOneBuffer(given);
  const columns = made.slice(0, count);
  const outputs = made.slice(count, -2);
  const [scalars, results] = made.slice(-2) as Float64Array<ArrayBuffer>[];
  const { numbers, objects } = packJob({ ...job, columns, models: [{ ...model, scalars, outputs }] }, undefined, results);
  const runPrepared = addon.prepare(plan, numbers, objects, buffer);
  const run = () => {
    runPrepared();
    return resultAt(results, 0);
  };
  return { columns, scalars, outputs, run };
}

/** Runs a job on a thread of its own. */
export function run(addon: NativeAddon, plan: object, job: Job, onProgress: Progress | null, queue: RunQueue | null = null): Run {
  const { numbers, objects, results } = packJob(job);
  const started = addon.run(plan, numbers, objects, onProgress, queue);
  return { promise: started.promise.then(() => unpack(results)), stop: (model) => started.stop(model) };
}
