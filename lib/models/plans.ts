/** The plans of a model's steps: traced, compiled and loaded on first use, and kept by kind and size. */
import type { JobModel, Slab } from '../runtime/backend.ts';
import { splitSeed } from '../random.ts';
import { type LoadedPlan, sizeClass, type TracedStep } from '../runtime/program.ts';
import { type DType, dtypes } from '../tensor/dtype.ts';
import { traceAccumulate, traceApply } from './accumulation-steps.ts';
import type { Columns } from './columns.ts';
import type { Engine } from './engine.ts';
import { holds, type StepScalars, scalarTable, type TableAhead } from './scalar-table.ts';
import { traceEvaluate, tracePredict, traceStatistics, traceTrain } from './steps.ts';

/** Largest number of rows that one predict or evaluate plan takes at a time. */
const largestBatch = 256;

/** Names of the plans that predict from one column, by its dtype. */
const namesByType = (what: string) => Object.fromEntries(dtypes.map((dtype) => [dtype, `${what}/${dtype}`])) as Record<DType, string>;
const kindsOfOne = { predict: namesByType('predict'), sample: namesByType('sample') };

const keyOf = ({ x, y }: Columns): string =>
  `${x}/${y.map(({ dtype, shape, weighted }) => `${dtype}/${shape.join('x')}/${weighted ? 'weighted' : ''}`)}`;

/** One step of training. */
export function trainPlan(engine: Engine, rows: number, columns: Columns, partial: boolean): LoadedPlan {
  const model = engine.requireCompiled('fit');
  const trace = (r: number) => traceTrain(model, r, columns, engine.declare);
  return engine.program.load(`train/${keyOf(columns)}`, rows, trace, partial, engine.recipe);
}

/** Adds the gradients of a micro-batch up. */
export function accumulatePlan(engine: Engine, rows: number, columns: Columns, partial: boolean): LoadedPlan {
  const model = engine.requireCompiled('fit');
  const trace = (r: number) => traceAccumulate(model, r, columns, engine.declare);
  return engine.program.load(`accumulate/${keyOf(columns)}`, rows, trace, partial, engine.recipe);
}

/** Takes the step that they make. */
export function applyPlan(engine: Engine): LoadedPlan {
  const model = engine.requireCompiled('fit');
  return engine.program.load('apply', 1, () => traceApply(model, engine.declare), false, engine.recipe);
}

export function evaluatePlan(engine: Engine, rows: number, columns: Columns): LoadedPlan {
  const model = engine.requireCompiled('evaluate');
  return sized(engine, `evaluate/${keyOf(columns)}`, rows, (r) => traceEvaluate(model, r, columns, engine.declare));
}

/** `stochastic`: noise and dropout act. */
export function predictPlan(engine: Engine, rows: number, x: readonly { readonly dtype: DType }[], stochastic = false): LoadedPlan {
  const { compiled, network, layout, parameters, declare } = engine;
  const model = {
    network,
    layout,
    parameters,
    precision: compiled?.precision ?? ('float32' as const),
    optimizer: compiled?.optimizer,
    groups: compiled?.groups ?? {},
  };
  const what = stochastic ? 'sample' : 'predict';
  // On the request path: a name that is put together is hashed anew in every call.
  const kind = x.length === 1 ? kindsOfOne[what][x[0].dtype] : [what, ...x.map(({ dtype }) => dtype)].join('/');
  return sized(engine, kind, rows, (r) => tracePredict(model, r, { x: x.map(({ dtype }) => dtype), y: [] }, declare, stochastic));
}

/** Statistics of the data under the weights as they are, for layers that keep averages. */
export function statisticsPlan(engine: Engine, rows: number, columns: Columns, partial: boolean): LoadedPlan {
  const model = engine.requireCompiled('fit');
  const trace = (r: number) => traceStatistics(model, r, columns, engine.declare);
  return engine.program.load(`statistics/${columns.x}`, rows, trace, partial);
}

/** A plan of the size class that holds `rows`; where the step cannot be patched, one for the exact count. */
function sized(engine: Engine, kind: string, rows: number, trace: (rows: number) => TracedStep): LoadedPlan {
  const size = sizeClass(rows, largestBatch);
  const loaded = engine.program.load(kind, size, trace, true, engine.recipe);
  return loaded.partial || rows === size ? loaded : engine.program.load(kind, Math.min(rows, largestBatch), trace, false, engine.recipe);
}

/** A job row of `plan` for the model's state, or for another slab of the same layout; `ahead` is its table of scalars where that still holds. */
export function jobRow(
  engine: Engine,
  plan: LoadedPlan,
  slab: Slab,
  range: Pick<JobModel, 'begin' | 'end' | 'batch'> & Partial<Pick<JobModel, 'seed' | 'indices' | 'outputs' | 'features' | 'passes'>>,
  own: StepScalars = {},
  ahead?: TableAhead,
): JobModel {
  const { begin, end, batch, seed = splitSeed(engine.seed), indices = null, outputs = [], features, passes } = range;
  const { step } = engine.position;
  const steps = (passes?.count ?? 1) * Math.max(1, Math.ceil((end - begin) / batch));
  const names = plan.scalarNames;
  const { scalars, scalarSteps } =
    ahead && holds(ahead, engine, names, step, steps) ? ahead : scalarTable(engine, names, step, steps, {}, own);
  return {
    state: slab,
    snapshot: null,
    seed,
    sample: 0,
    step,
    scalars,
    scalarSteps,
    indices,
    begin,
    end,
    batch,
    outputs,
    features,
    passes,
  };
}
