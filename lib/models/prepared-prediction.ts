/** Predictions of a few rows on a request path: the job is read once for a number of rows, and then only filled and run. */
import { jobRow, predictPlan } from './plans.ts';
import { checkIndices, type PreparedJob, type Slab } from '../runtime/backend.ts';
import type { LoadedPlan, Program } from '../runtime/program.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { type Engine, outputArray } from './engine.ts';
import type { InputRows } from './feed.ts';
import { scalarTable } from './scalar-table.ts';

/** More rows than this take so long that reading the job does not matter. */
const mostRows = 16;

interface Prepared {
  readonly state: Slab;
  readonly job: PreparedJob;
}

/** By model, as it was compiled, and plan: a job for each number of rows; null for a plan that draws random numbers, whose jobs differ from one to the next. */
const known = new WeakMap<Program, Map<LoadedPlan, Prepared[] | null>>();

/** The outputs for rows; undefined where they are not for this file: many, or read in part, or by a network that acts at random. */
export function predictPrepared(engine: Engine, x: readonly InputRows[]): NDArray[] | undefined {
  const [{ rows, features }] = x;
  if (rows > mostRows || features) return undefined;
  const plan = predictPlan(engine, rows, x);
  const jobs = jobsOf(engine.program, plan);
  if (jobs === null) return undefined;
  const state = engine.readable();
  if (jobs[rows]?.state !== state) jobs[rows] = { state, job: prepare(engine, plan, state, x) };
  const { job } = jobs[rows];
  for (let i = 0; i < x.length; i++) job.columns[i].set(x[i].data);
  if (plan.scalarNames.length > 0) job.scalars.set(scalarTable(engine, plan.scalarNames, engine.position.step, 1).scalars);
  checkIndices('predictSync', job.run());
  return job.outputs.map((values, i) => {
    const output = outputArray(rows, engine.outputShapes[i]);
    output.data.set(values);
    return output;
  });
}

function jobsOf(program: Program, plan: LoadedPlan): Prepared[] | null {
  const plans = known.get(program) ?? new Map<LoadedPlan, Prepared[] | null>();
  known.set(program, plans);
  const jobs = plans.get(plan);
  if (jobs !== undefined) return jobs;
  const made = plan.plan.computation.graph.nodes.some(({ op }) => op.startsWith('random')) ? null : [];
  plans.set(plan, made);
  return made;
}

function prepare(engine: Engine, plan: LoadedPlan, state: Slab, x: readonly InputRows[]): PreparedJob {
  const [{ rows }] = x;
  const outputs = engine.outputShapes.map((shape) => outputArray(rows, shape).data);
  const row = jobRow(engine, plan, state, { begin: 0, end: rows, batch: plan.rows, outputs });
  return plan.executable.prepare({
    threads: 0,
    columns: x.map(({ data }) => data),
    models: [row],
    progressMilliseconds: 0,
    watch: { offset: 0, bytes: 0 },
  });
}
