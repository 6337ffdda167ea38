import { describe, expect, it, test } from 'vitest';
import type { Job, JobModel, Progress } from '../../lib/runtime/backend.ts';
import { loadNative } from '../../lib/runtime/native.ts';
import * as nativeJob from '../../lib/runtime/native-job.ts';
import { philoxUniforms } from '../../lib/random.ts';
import { codeOf } from '../support/error-code.ts';
import { samplePlan, sampleStep, slowPlan, stateBytes, table } from '../support/plan-code.ts';

const native = loadNative();
const runSync = (plan: object, job: Job) => nativeJob.runSync(native, plan, job);
const start = (plan: object, job: Job, onProgress: Progress | null) => nativeJob.run(native, plan, job, onProgress);
const capacity = 8;
const makePlan = ({ code, constants, patches } = samplePlan(capacity)) => native.createPlan(code, constants, patches);

const firstTable = () =>
  Array.from({ length: table.rows }, (_, i) => Array.from({ length: table.width }, (_, j) => Math.fround(Math.sin(1 + i * 4 + j))));
function newState() {
  const slab = native.createSlab(stateBytes);
  native.slabWrite(slab, 0, Float32Array.from(firstTable().flat()));
  return slab;
}
const readState = (slab: object) => {
  const all = new Float32Array(stateBytes / 4);
  native.slabRead(slab, 0, all);
  return { table: all.slice(0, 20), acc: all.slice(32, 36), all };
};
/** A scalar slot holds a float32 in its low bytes. */
const scalarRow = (...values: number[]) => {
  const slots = new Float64Array(values.length);
  values.forEach((v, i) => new Float32Array(slots.buffer, 8 * i, 1).fill(v));
  return slots;
};
const data = Int32Array.from([0, 3, 4, 1, 2, 2, 0, 3, 1, 4, 4]);

function job(state: object | null, change: Partial<JobModel> = {}, more: Partial<Job> = {}): Job {
  const model: JobModel = {
    state,
    snapshot: null,
    seed: [1, 2],
    sample: 0,
    step: 0,
    scalars: scalarRow(0.1),
    scalarSteps: 1,
    indices: null,
    begin: 0,
    end: data.length,
    batch: 4,
    outputs: [],
    ...change,
  };
  return { threads: 1, columns: [data], models: [model], progressMilliseconds: 0, watch: { offset: 0, bytes: 0 }, ...more };
}
const slowJob = (state: object, steps: number, more: Partial<Job> = {}): Job =>
  job(state, { scalars: new Float64Array(0), end: steps, batch: 1 }, { columns: [], ...more });

describe('a run', () => {
  it('computes what its plan says, with a smaller last batch, and reports outputs, steps and rows', () => {
    const state = newState();
    const snapshot = native.createSlab(stateBytes);
    const p = new Float32Array(data.length * table.width);
    const r = new Float32Array(table.width);
    const result = runSync(makePlan(), job(state, { snapshot, outputs: [p, r], scalars: scalarRow(0.1, 0.2), scalarSteps: 2 }));
    expect(result.models).toEqual([{ steps: 3, rows: 11, status: 'done', id: 0, instruction: 0, detail: 0 }]);

    const expected = { table: firstTable(), acc: [0, 0, 0, 0] };
    const steps = [0.1, 0.2, 0.2].map((lr, s) => sampleStep([...data.slice(4 * s, 4 * s + 4)], expected.table, expected.acc, lr));
    steps.flatMap((s) => s.p.flat()).forEach((v, i) => expect(p[i]).toBeCloseTo(v, 5));
    steps[2].r.forEach((v, i) => expect(r[i]).toBeCloseTo(v, 5));
    const after = readState(state);
    expected.table.flat().forEach((v, i) => expect(after.table[i]).toBeCloseTo(v, 5));
    expected.acc.forEach((v, i) => expect(after.acc[i]).toBeCloseTo(v, 5));
    expect([...readState(snapshot).table]).toEqual(firstTable().flat());
  });

  it('gathers rows by an index list, in order', () => {
    const indices = Int32Array.from([9, 0, 3, 5, 7, 7, 2]);
    const byList = newState();
    const inOrder = newState();
    runSync(makePlan(), job(byList, { indices, begin: 1, end: 7, batch: 3 }));
    runSync(makePlan(), job(inOrder, { begin: 0, end: 6, batch: 3 }, { columns: [indices.slice(1).map((i) => data[i])] }));
    expect(readState(byList).all).toEqual(readState(inOrder).all);
  });

  it('gives the same bits off the JavaScript thread, from slabs, and as one of several models', async () => {
    const plan = makePlan();
    const expected = newState();
    runSync(plan, job(expected));
    const column = native.createSlab(data.byteLength);
    native.slabWrite(column, 0, data);
    const states = [newState(), newState(), newState(), newState()];
    const outputs = [new Float32Array(44), new Float32Array(4)];
    const { models } = await start(plan, job(states[0], { outputs }, { columns: [column] }), null).promise;
    expect(models[0]).toMatchObject({ steps: 3, rows: 11, status: 'done' });
    const [row] = job(null).models;
    await start(plan, job(null, {}, { threads: 2, models: states.slice(1).map((state) => ({ ...row, state })) }), null).promise;
    for (const state of states) expect(readState(state).all).toEqual(readState(expected).all);
    const direct = [new Float32Array(44), new Float32Array(4)];
    runSync(plan, job(newState(), { outputs: direct }));
    expect(outputs).toEqual(direct);
  });

  it('gives the same bits on any number of threads', () => {
    const n = 300_000;
    const plan = makePlan(slowPlan(n, 3));
    const results = [1, 2, 5].map((threads) => {
      const state = native.createSlab(4 * n);
      native.slabWrite(
        state,
        0,
        Float32Array.from({ length: n }, (_, i) => Math.sin(i)),
      );
      runSync(plan, slowJob(state, 4, { threads }));
      const out = new Float32Array(n);
      native.slabRead(state, 0, out);
      return out;
    });
    for (const result of results) expect(Buffer.compare(Buffer.from(result.buffer), Buffer.from(results[0].buffer))).toBe(0);
  });

  it('stops at a guard and at a bad index, and says where', () => {
    const state = newState();
    const bad = Int32Array.from([0, 1, 2, 3, 0, 9, 1, 2]);
    const found = runSync(makePlan(), job(state, { end: 8 }, { columns: [bad] })).models[0];
    expect(found).toMatchObject({ status: 'index', steps: 1, rows: 4, instruction: 0, detail: 1 });
    native.slabWrite(state, 0, Float32Array.of(Number.NaN));
    const before = readState(state).all;
    expect(runSync(makePlan(), job(state)).models[0]).toMatchObject({ status: 'guard', id: 7, steps: 0, rows: 0 });
    expect(readState(state).all).toEqual(before);
  });

  it('reports progress with a copy of the watched state, and stops one model or all', async () => {
    const n = 4096;
    const plan = makePlan(slowPlan(n, 4));
    const states = [native.createSlab(4 * n), native.createSlab(4 * n)];
    const [row] = slowJob(states[0], 1e9).models;
    const seen: { model: number; steps: number; rows: number; first: number }[] = [];
    const run = start(
      plan,
      slowJob(states[0], 0, {
        threads: 2,
        models: states.map((state) => ({ ...row, state })),
        progressMilliseconds: 1,
        watch: { offset: 4, bytes: 4 },
      }),
      (model, steps, rows, watched) => {
        seen.push({ model, steps, rows, first: new Float32Array(watched.slice().buffer)[0] });
        if (seen.length === 3) run.stop(0);
        if (seen.filter((s) => s.model === 1).length === 3) run.stop();
      },
    );
    const { models } = await run.promise;
    expect(models.map((m) => m.status)).toEqual(['stopped', 'stopped']);
    for (const s of seen) expect(s).toMatchObject({ rows: s.steps });
    for (const s of seen) expect(s.first).toBeCloseTo(2 - 2 * 0.5 ** Math.min(30, 4 * s.steps), 4);
    run.stop();
  });

  it('rejects with what the progress callback throws, be it an object or not', async () => {
    const plan = makePlan(slowPlan(1024, 2));
    const state = native.createSlab(4096);
    const thrown = new Error('enough');
    for (const value of [thrown, 'a string', undefined]) {
      const { promise } = start(plan, slowJob(state, 1e9, { progressMilliseconds: 1 }), () => {
        throw value;
      });
      expect(await promise.catch((error: unknown) => ({ error }))).toEqual({ error: value });
    }
    native.slabRead(state, 0, new Float32Array(1));
  });

  it('keeps memory that a run uses from everybody else, and gives it back', async () => {
    const plan = makePlan(slowPlan(1024, 2));
    const [a, b] = [native.createSlab(4096), native.createSlab(4096)];
    const first = start(plan, slowJob(a, 1e9), null);
    const second = start(plan, slowJob(b, 1e9), null);
    const array = new Float32Array(4);
    expect(codeOf(() => native.slabRead(a, 0, array))).toBe('ERR_BUSY');
    expect(codeOf(() => native.slabWrite(b, 0, array))).toBe('ERR_BUSY');
    expect(codeOf(() => native.slabCopy(native.createSlab(8), 0, a, 0, 8))).toBe('ERR_BUSY');
    expect(codeOf(() => native.freeSlab(a))).toBe('ERR_BUSY');
    expect(codeOf(() => runSync(plan, slowJob(a, 1)))).toBe('ERR_BUSY');
    expect(codeOf(() => start(plan, slowJob(b, 1), null))).toBe('ERR_BUSY');
    first.stop();
    expect((await first.promise).models[0].status).toBe('stopped');
    native.slabRead(a, 0, array);
    second.stop();
    await second.promise;
    native.freeSlab(b);
    expect(codeOf(() => native.slabBytes(b))).toBe('ERR_VALUE');
  });

  it('does not care what happens to its arrays once it is on', async () => {
    const plan = makePlan();
    const expected = newState();
    runSync(plan, job(expected));
    const state = newState();
    const column = data.slice();
    const scalars = scalarRow(0.1);
    const run = start(plan, job(state, { scalars }, { columns: [column] }), null);
    structuredClone(column.buffer, { transfer: [column.buffer] });
    scalars.fill(Number.NaN);
    await run.promise;
    expect(readState(state).all).toEqual(readState(expected).all);
    const output = new Float32Array(44);
    const other = new Float32Array(table.width);
    const lost = start(plan, job(newState(), { outputs: [output, other] }), null);
    structuredClone(output.buffer, { transfer: [output.buffer] });
    await expect(lost.promise).rejects.toMatchObject({ code: 'ERR_VALUE' });
    expect(other.some((v) => v !== 0)).toBe(true);
  });

  it('refuses a slab that it would both write and read, and gives back what it had taken', async () => {
    const plan = makePlan();
    const state = newState();
    for (const change of [{ columns: [state] }, { models: [{ ...job(state).models[0], snapshot: state }] }]) {
      expect(codeOf(() => runSync(plan, { ...job(state), ...change }))).toBe('ERR_BUSY');
      expect(codeOf(() => start(plan, { ...job(state), ...change }, null))).toBe('ERR_BUSY');
    }
    expect(runSync(plan, job(state)).models[0].status).toBe('done');
  });

  it('takes arrays on shared memory', () => {
    const shared = new Int32Array(new SharedArrayBuffer(data.byteLength));
    shared.set(data);
    const [state, expected] = [newState(), newState()];
    runSync(makePlan(), job(state, {}, { columns: [shared] }));
    runSync(makePlan(), job(expected));
    expect(readState(state).all).toEqual(readState(expected).all);
  });

  it('notices arrays that a getter among the objects detaches while they are read', () => {
    const detach = (array: Int32Array | Float64Array) => structuredClone(array.buffer, { transfer: [array.buffer as ArrayBuffer] });
    const [column, scalars] = [data.slice(), scalarRow(0.1)];
    for (const array of [column, scalars]) {
      const { numbers, objects, results } = nativeJob.packJob(job(newState(), { scalars }, { columns: [column] }));
      const last = objects.length - 1;
      const watched = Object.defineProperty([...objects], last, {
        get() {
          if (array.length > 0) detach(array);
          return results;
        },
      });
      expect(codeOf(() => native.runSync(makePlan(), numbers, watched))).toBe('ERR_VALUE');
    }
  });
});

test('uniforms are those of the reference', () => {
  for (const [seed, stream, step, count] of [
    [[1, 2], 3, [4, 5], 1000],
    [[0xffffffff, 0xfffffffe], 0xfffffffd, [0xfffffffc, 0], 63],
    [[0, 0], 0, [0, 0], 0],
  ] as const) {
    const out = new Float32Array(count);
    native.uniforms(seed[0], seed[1], stream, step[0], step[1], out);
    expect([...out]).toEqual([...philoxUniforms(seed, stream, step, 0, count)]);
  }
});

describe('gemm', () => {
  it('multiplies float32 and float64 with transposes, alpha and beta', () => {
    const [m, n, k] = [3, 4, 5];
    for (const Type of [Float32Array, Float64Array]) {
      const a = new Type(Array.from({ length: m * k }, (_, i) => Math.sin(i)));
      const b = new Type(Array.from({ length: k * n }, (_, i) => Math.cos(i)));
      for (const [ta, tb] of [
        [false, false],
        [true, false],
        [false, true],
        [true, true],
      ]) {
        const c = new Type(m * n).fill(1);
        native.gemm(a, b, c, m, n, k, ta, tb, 2, 3, 1, false);
        for (let i = 0; i < m; i++)
          for (let j = 0; j < n; j++) {
            let sum = 0;
            for (let x = 0; x < k; x++) sum += a[ta ? x * m + i : i * k + x] * b[tb ? j * k + x : x * n + j];
            expect(c[i * n + j]).toBeCloseTo(2 * sum + 3, 4);
          }
      }
    }
  });

  it('refuses arrays that are too small, of another type, or overlapping', () => {
    const a = new Float32Array(12);
    const call = (x: Float32Array, y: Float32Array | Float64Array, z: Float32Array, m: number, n: number, k: number) =>
      codeOf(() => native.gemm(x, y, z, m, n, k, false, false, 1, 0, 1, false));
    expect(call(a, new Float32Array(12), new Float32Array(9), 3, 3, 4)).toBe('no error');
    expect(call(a, new Float32Array(12), new Float32Array(9), 3, 3, 5)).toBe('ERR_SHAPE');
    expect(call(a, new Float32Array(12), new Float32Array(8), 3, 3, 4)).toBe('ERR_SHAPE');
    expect(call(a, new Float32Array(12), new Float32Array(9), 2 ** 31, 2 ** 31, 2 ** 31)).toBe('ERR_SHAPE');
    expect(call(a, new Float64Array(12), new Float32Array(9), 3, 3, 4)).toBe('ERR_DTYPE');
    const both = new Float32Array(20);
    expect(call(both.subarray(0, 12), new Float32Array(12), both.subarray(11, 20), 3, 3, 4)).toBe('ERR_VALUE');
  });
});

it('info() describes the machine', () => {
  const info = native.info();
  expect(['baseline', 'avx2', 'avx512', 'neon']).toContain(info.isa);
  expect(info.cores).toBeGreaterThan(0);
  native.setThreads(3);
  expect(native.info().threads).toBe(3);
  native.setThreads(info.threads);
});
