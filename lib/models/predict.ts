/** Predictions: the runs that fill the outputs, one after another. */
import { jobRow, predictPlan } from './plans.ts';
import { splitSeed } from '../random.ts';
import { checkIndices, type Job, type Slab } from '../runtime/backend.ts';
import type { LoadedPlan } from '../runtime/program.ts';
import type { TypedArray } from '../tensor/dtype.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { type Engine, outputArray, type Runner, runAlone } from './engine.ts';
import type { InputRows } from './feed.ts';
import { predictPrepared } from './prepared-prediction.ts';

/** Rows of an input, in an array or in native memory. */
export interface AskedRows extends Omit<InputRows, 'data' | 'features'> {
  readonly data: InputRows['data'] | Slab;
  readonly features?: InputRows['features'] | undefined;
}

/** Runs that fill the outputs, one after another. */
interface Prediction {
  readonly parts: readonly { readonly plan: LoadedPlan; readonly job: Job }[];
  readonly outputs: NDArray[];
  readonly state: Slab;
}

/** Noise and dropout act, as drawn for a pass (in [0, 65536)) of a seed. */
export interface Sample {
  readonly pass: number;
  readonly seed: number;
}

/** The outputs for rows, off the JavaScript thread. */
export async function predictAsync(
  engine: Engine,
  x: readonly AskedRows[],
  threads: number,
  sample?: Sample,
  run: Runner = runAlone,
): Promise<NDArray[]> {
  const { parts, outputs, state } = predictionOf(engine, x, threads, sample);
  await engine.reading(state, async () => {
    for (const part of parts) checkIndices('predict', (await run(part.plan, part.job, null).promise).models[0]);
  });
  return outputs;
}

/** The same on the calling thread. */
export function predictNow(engine: Engine, x: readonly InputRows[]): NDArray[] {
  const few = predictPrepared(engine, x);
  if (few) return few;
  const { parts, outputs } = predictionOf(engine, x, 0);
  for (const part of parts) checkIndices('predictSync', part.plan.executable.runSync(part.job).models[0]);
  return outputs;
}

function predictionOf(engine: Engine, x: readonly AskedRows[], threads: number, sample?: Sample): Prediction {
  const [{ rows }] = x;
  const outputs = engine.outputShapes.map((shape) => outputArray(rows, shape));
  const stochastic = sample !== undefined;
  const plan = predictPlan(engine, rows, x, stochastic);
  const parts: Prediction['parts'][number][] = [];
  const state = engine.readable();
  // A run copies its columns when it begins: where several follow one another, x may have changed by the second.
  const changeable = !plan.partial && rows > plan.rows;
  const columns = x.map(({ data }) => (changeable && ArrayBuffer.isView(data) ? (data as TypedArray).slice() : data));
  for (let begin = 0; begin < rows; ) {
    const whole = plan.partial ? rows : begin + Math.floor((rows - begin) / plan.rows) * plan.rows;
    const part = whole > begin ? plan : predictPlan(engine, rows - begin, x, stochastic);
    const end = whole > begin ? whole : rows;
    const filled = outputs.map(({ data }) => {
      const width = data.length / rows;
      return end - begin === rows ? data : data.subarray(begin * width, end * width);
    });
    const usual = jobRow(engine, part, state, { begin, end, batch: part.rows, outputs: filled, features: x[0].features });
    const row = sample ? { ...usual, seed: splitSeed(sample.seed), sample: sample.pass, step: Math.floor(begin / plan.rows) } : usual;
    parts.push({
      plan: part,
      job: { threads, columns, models: [row], progressMilliseconds: 0, watch: { offset: 0, bytes: 0 } },
    });
    begin = end;
  }
  return { parts, outputs, state };
}
