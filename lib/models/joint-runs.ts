/** Runs of several models, gathered into jobs over as many slabs: while some are on, JavaScript sees to the others. */
import type { Job, JobModel, ModelResult, Progress, Run, RunQueue } from '../runtime/backend.ts';
import type { LoadedPlan } from '../runtime/program.ts';
import { type Runner, runAlone } from './engine.ts';

/** What the models' runs are divided by. */
export interface JointSettings {
  /** Models that take part. */
  readonly models: number;
  /** Threads for all of them. */
  readonly threads: number;
  /** Of that many threads. */
  readonly queue: RunQueue;
  /** Bytes of the last cache; 0 where unknown. */
  readonly cache: number;
  /** Each model has one run after another, with JavaScript between; else all that begin together are one job. */
  readonly again: boolean;
}

/** Starts runs of models that take part. */
export interface JointRuns {
  readonly runner: Runner;
  /** A model has no more runs to come. */
  leave(): void;
}

/** A run that was asked for. */
interface Asked {
  readonly plan: LoadedPlan;
  readonly job: Job;
  readonly onProgress: Progress | null;
  readonly resolve: (result: ModelResult) => void;
  readonly reject: (error: unknown) => void;
  /** Refused in company: tried by itself, so that what is wrong with one does not touch the others. */
  alone: boolean;
  stop: () => void;
}

/** A run that never began. */
const unstarted: ModelResult = { steps: 0, rows: 0, status: 'stopped', id: 0, instruction: 0, detail: 0 };

const sameColumns = (a: Job, b: Job): boolean => a.columns.length === b.columns.length && a.columns.every((c, i) => c === b.columns[i]);
const ownColumns = ({ models, columns }: Job): JobModel[] => models.map((model) => ({ ...model, columns }));
const sameWatch = ({ watch: a }: Job, { watch: b }: Job): boolean => a.offset === b.offset && a.bytes === b.bytes;

/**
 * Where the working sets of as many models as there are threads fit into the last cache, each thread has models of its own; else one model after
 * another has all threads. The bits do not depend on it.
 */
export function jointRuns({ models, threads, queue, cache, again }: JointSettings): JointRuns {
  let active = models;
  let busy = 0;
  let due = false;
  const waiting: Asked[] = [];

  /** Models in a job that begins with this plan, and its threads. */
  const share = ({ plan: { plan }, job }: Asked): { most: number; width: number } => {
    if (!again) return { most: Infinity, width: threads };
    const lanes = Math.max(1, Math.min(threads, active));
    if (cache > 0 && lanes * (plan.stateBytes + plan.scratchBytes) > cache) return { most: 1, width: threads };
    // Two jobs a lane: one is on while the models of the other are looked after. Of several passes each is worth a model's run.
    const runs = job.models[0].passes?.count ?? 1;
    return { most: Math.ceil(active / (2 * lanes * runs)), width: Math.floor(threads / lanes) };
  };

  const begin = (): void => {
    for (let first = waiting[0]; first; first = waiting[0]) {
      const { most, width } = share(first);
      // As much again as is on: threads do not wait for JavaScript.
      if (busy > 0 && busy + width > 2 * threads) return;
      const fits = (other: Asked) =>
        other === first || (!first.alone && !other.alone && other.plan === first.plan && sameWatch(other.job, first.job));
      const batch: Asked[] = [];
      for (let i = 0; i < waiting.length && batch.length < most; ) {
        if (fits(waiting[i])) batch.push(...waiting.splice(i, 1));
        else i++;
      }
      start(batch, width);
    }
  };

  const start = (batch: readonly Asked[], width: number): void => {
    const [{ plan, job }] = batch;
    let run: Run;
    try {
      run = plan.executable.run(
        {
          ...job,
          threads: width,
          models: batch.flatMap((asked) => (sameColumns(asked.job, job) ? asked.job.models : ownColumns(asked.job))),
          progressMilliseconds: Math.max(...batch.map((asked) => asked.job.progressMilliseconds)),
        },
        batch.some(({ onProgress }) => onProgress)
          ? (model, steps, rows, watched) => batch[model].onProgress?.(0, steps, rows, watched)
          : null,
        queue,
      );
    } catch (error) {
      if (batch.length === 1) return batch[0].reject(error);
      for (const asked of batch) asked.alone = true;
      waiting.unshift(...batch);
      return;
    }
    busy += width;
    batch.forEach((asked, i) => {
      asked.stop = () => run.stop(i);
    });
    // The next job first: what others have done can wait.
    const end = (settle: () => void) => {
      busy -= width;
      begin();
      settle();
    };
    run.promise.then(
      (result) => end(() => batch.forEach((asked, i) => asked.resolve(result.models[i]))),
      (error: unknown) => end(() => batch.forEach((asked) => asked.reject(error))),
    );
  };

  const soon = (): void => {
    if (due) return;
    due = true;
    // After all that other models do in this turn.
    setImmediate(() => {
      due = false;
      begin();
    });
  };

  const runner: Runner = (plan, job, onProgress) => {
    if (job.models.length !== 1) return runAlone(plan, job, onProgress);
    let asked!: Asked;
    const promise = new Promise<ModelResult>((resolve, reject) => {
      const stop = () => {
        waiting.splice(waiting.indexOf(asked), 1);
        resolve(unstarted);
      };
      asked = { plan, job, onProgress, resolve, reject, alone: false, stop };
    });
    waiting.push(asked);
    soon();
    return { promise: promise.then((model) => ({ models: [model] })), stop: () => asked.stop() };
  };

  return {
    runner,
    leave() {
      active--;
      soon();
    },
  };
}
