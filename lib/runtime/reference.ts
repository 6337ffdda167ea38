/**
 * Plans on the reference interpreter: the same jobs, slabs and results as the native executor, step by step over the graph as it was traced,
 * before any compiler pass. Results are rounded to their dtype after every op.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Plan } from '../compiler/compile.ts';
import type { Computation } from '../compiler/computation.ts';
import { RidgelineError } from '../errors.ts';
import type { ReferenceValue } from '../ops/define.ts';
import { evaluate } from '../ops/evaluate.ts';
import { referenceUniforms } from '../random.ts';
import { dtypeBytes, newTypedArray, type TypedArray, typedArrayOver } from '../tensor/dtype.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Backend, Executable, Job, JobModel, ModelResult, PreparedJob, Slab } from './backend.ts';

interface ReferenceSlab {
  readonly memory: ArrayBuffer;
  /** Runs that read it; -1 while one writes it. */
  users: number;
}
const memoryOf = (slab: Slab): ArrayBuffer => (slab as ReferenceSlab).memory;

function requireReadable(slab: Slab): void {
  if ((slab as ReferenceSlab).users < 0) throw new RidgelineError('ERR_BUSY', 'slab: a run is using this memory');
}

function requireWritable(slab: Slab): void {
  if ((slab as ReferenceSlab).users !== 0) throw new RidgelineError('ERR_BUSY', 'slab: a run is using this memory');
}

const bytesOver = (a: TypedArray): Uint8Array => new Uint8Array(a.buffer, a.byteOffset, a.byteLength);

/** The interpreter as a backend. */
export function referenceBackend(): Backend {
  return {
    name: 'reference',
    createSlab: (bytes): ReferenceSlab => ({ memory: new ArrayBuffer(bytes), users: 0 }),
    // JavaScript's memory is the garbage collector's.
    free: () => {},
    read(slab, offset, target) {
      requireReadable(slab);
      bytesOver(target).set(new Uint8Array(memoryOf(slab), offset, target.byteLength));
    },
    write(slab, offset, source) {
      requireWritable(slab);
      new Uint8Array(memoryOf(slab), offset, source.byteLength).set(bytesOver(source));
    },
    copy(target, targetOffset, source, sourceOffset, bytes) {
      requireWritable(target);
      requireReadable(source);
      new Uint8Array(memoryOf(target), targetOffset, bytes).set(new Uint8Array(memoryOf(source), sourceOffset, bytes));
    },
    uniforms: referenceUniforms,
    // Its runs take turns on one thread anyway.
    createQueue: () => ({}),
    load: (plan, retrace) => new ReferenceExecutable(plan, retrace),
  };
}

class ReferenceExecutable implements Executable {
  readonly #plan: Plan;
  readonly #retrace: ((rows: number) => Computation) | undefined;
  readonly #computations = new Map<number, Computation>();

  constructor(plan: Plan, retrace?: (rows: number) => Computation) {
    this.#plan = plan;
    this.#retrace = retrace;
    this.#computations.set(plan.rows, plan.computation);
  }

  runSync(job: Job) {
    return {
      models: job.models.map((m) => {
        const steps = this.#steps(job, m);
        let next = steps.next();
        while (!next.done) next = steps.next();
        return next.value;
      }),
    };
  }

  prepare(given: Job): PreparedJob {
    const [model] = given.models;
    const columns = (given.columns as readonly TypedArray[]).map((c) => c.slice());
    const outputs = (model.outputs as readonly TypedArray[]).map((o) => o.slice());
    const scalars = model.scalars.slice();
    const job = { ...given, columns, models: [{ ...model, scalars, outputs }] };
    return { columns, scalars, outputs, run: () => this.runSync(job).models[0] };
  }

  run(given: Job, onProgress: ((model: number, steps: number, rows: number, watched: Uint8Array) => void) | null) {
    const stopped = new Set<number>();
    // Users' arrays may change or go away while the run is on.
    const job = { ...given, columns: given.columns.map((c) => (ArrayBuffer.isView(c) ? (c as TypedArray).slice() : c)) };
    const held = (slabs: readonly (Slab | null)[]) => slabs.filter((s): s is ReferenceSlab => s !== null);
    const states = held(job.models.map((m) => m.state));
    const snapshots = held(job.models.map((m) => m.snapshot));
    const writes = this.#plan.computation.state.some((s) => s.next);
    const written = writes ? [...states, ...snapshots] : snapshots;
    const read = writes ? [] : states;
    written.forEach(requireWritable);
    read.forEach(requireReadable);
    for (const s of written) s.users = -1;
    for (const s of read) s.users++;
    const go = async () => {
      const models: ModelResult[] = [];
      try {
        let reported = Date.now();
        for (const [k, m] of job.models.entries()) {
          const steps = this.#steps(job, m);
          let next = steps.next();
          let last = { steps: 0, rows: 0 };
          while (!next.done && !stopped.has(k)) {
            last = next.value;
            if (onProgress && m.state && job.progressMilliseconds > 0 && Date.now() - reported >= job.progressMilliseconds) {
              reported = Date.now();
              onProgress(k, last.steps, last.rows, new Uint8Array(memoryOf(m.state), job.watch.offset, job.watch.bytes).slice());
            }
            await nextTurn();
            next = stopped.has(k) ? next : steps.next();
          }
          models.push(next.done ? next.value : { ...last, status: 'stopped', id: 0, instruction: 0, detail: 0 });
        }
      } finally {
        for (const s of written) s.users = 0;
        for (const s of read) s.users--;
      }
      return { models };
    };
    return {
      promise: go(),
      stop: (model?: number) => {
        if (model === undefined) job.models.forEach((_, k) => stopped.add(k));
        else stopped.add(model);
      },
    };
  }

  /** Yields after each step; returns the model's result. */
  *#steps(job: Job, m: JobModel): Generator<{ steps: number; rows: number }, ModelResult, void> {
    if (m.snapshot && m.state) new Uint8Array(memoryOf(m.snapshot)).set(new Uint8Array(memoryOf(m.state)));
    let steps = 0;
    let rows = 0;
    const passes = m.passes?.count ?? 1;
    const length = m.indices ? m.indices.length / passes : 0;
    for (let pass = 0; pass < passes; pass++) {
      const own = m.indices ? { ...m, indices: m.indices.subarray(pass * length, (pass + 1) * length) } : m;
      for (let at = m.begin; at < m.end; ) {
        const count = Math.min(m.batch, m.end - at);
        const failure = this.#step(job, own, steps, at, count);
        if (failure) return { steps, rows, ...failure };
        at += count;
        rows += count;
        steps++;
        yield { steps, rows };
      }
      if (m.passes && m.state && pass + 1 < passes) {
        const { offset, bytes } = job.watch;
        const watched = new Uint8Array(memoryOf(m.state), offset, bytes);
        bytesOver(m.passes.sums).set(watched, pass * bytes);
        watched.fill(0);
      }
    }
    return { steps, rows, status: 'done', id: 0, instruction: 0, detail: 0 };
  }

  #step(job: Job, m: JobModel, steps: number, at: number, count: number): Omit<ModelResult, 'steps' | 'rows'> | undefined {
    const c = this.#computation(count);
    const feeds = new Map<Tensor, ReferenceValue>();
    c.ports.forEach(({ tensor, perRow }, i) =>
      feeds.set(tensor, {
        shape: tensor.shape,
        data: column((m.columns ?? job.columns)[i], tensor, perRow, i === 0 ? m : { ...m, features: undefined }, at, count),
      }),
    );
    const slot = Math.min(steps, m.scalarSteps - 1) * c.scalars.length;
    c.scalars.forEach((t, i) =>
      feeds.set(t, {
        shape: [],
        data: Float64Array.from(typedArrayOver(t.dtype, m.scalars.buffer as ArrayBuffer, m.scalars.byteOffset + 8 * (slot + i), 1)),
      }),
    );
    for (const s of c.state) {
      if (s.input)
        feeds.set(s.input, {
          shape: s.input.shape,
          data: Float64Array.from(typedArrayOver(s.input.dtype, memoryOf(m.state as Slab), s.offset, sizeOf(s.input.shape))),
        });
    }
    const wanted = [...c.guards, ...c.outputs.map((o) => o.tensor), ...c.state.flatMap((s) => (s.next ? [s.next] : []))];
    let values: ReferenceValue[];
    try {
      values = evaluate(wanted, feeds, { round: true, random: { seed: m.seed, step: [(m.step + steps) >>> 0, m.sample >>> 0] } });
    } catch (error) {
      if (error instanceof RidgelineError && error.code === 'ERR_INDEX') {
        const position = /position (\d+)/.exec(error.message);
        return { status: 'index', id: 0, instruction: 0, detail: Number(position?.[1] ?? 0) };
      }
      throw error;
    }
    for (let g = 0; g < c.guards.length; g++) {
      if (!values[g].data.every(Number.isFinite)) return { status: 'guard', id: g, instruction: 0, detail: 0 };
    }
    const results = values.slice(c.guards.length);
    c.outputs.forEach(({ tensor, perRow }, i) => {
      const target = m.outputs[i];
      if (!target) return;
      target.set(results[i].data, perRow ? ((at - m.begin) * sizeOf(tensor.shape)) / count : 0);
    });
    let next = c.outputs.length;
    for (const s of c.state) {
      if (!s.next) continue;
      const data = newTypedArray(s.next.dtype, sizeOf(s.next.shape));
      data.set(results[next++].data);
      new Uint8Array(memoryOf(m.state as Slab), s.offset, data.byteLength).set(bytesOver(data));
    }
    return undefined;
  }

  #computation(rows: number): Computation {
    let c = this.#computations.get(rows);
    if (!c) {
      if (!this.#retrace) throw new RidgelineError('ERR_INTERNAL', `a plan for ${this.#plan.rows} rows was run with ${rows}`);
      c = this.#retrace(rows);
      this.#computations.set(rows, c);
    }
    return c;
  }
}

function column(
  source: Slab | TypedArray,
  tensor: Tensor,
  perRow: boolean,
  m: Pick<JobModel, 'indices' | 'features'>,
  at: number,
  count: number,
): Float64Array {
  const whole = ArrayBuffer.isView(source)
    ? (source as TypedArray)
    : typedArrayOver(tensor.dtype, memoryOf(source), 0, Math.floor(memoryOf(source).byteLength / dtypeBytes[tensor.dtype]));
  if (!perRow) return Float64Array.from(whole.subarray(0, sizeOf(tensor.shape)));
  const width = sizeOf(tensor.shape) / count;
  const given = m.features?.of ?? width;
  const out = new Float64Array(count * width);
  for (let r = 0; r < count; r++) {
    const row = m.indices ? m.indices[at + r] : at + r;
    if (!(row >= 0 && (row + 1) * given <= whole.length))
      throw new RidgelineError('ERR_INDEX', `run: index ${row} at position ${at + r} is outside the data`);
    const values = whole.subarray(row * given, (row + 1) * given);
    if (m.features) for (const [f, feature] of m.features.list.entries()) out[r * width + f] = values[feature];
    else out.set(values, r * width);
  }
  return out;
}
