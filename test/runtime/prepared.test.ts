import { describe, expect, it } from 'vitest';
import { layers, ndarray, sequential } from '../../lib/index.ts';
import type { Job, JobModel } from '../../lib/runtime/backend.ts';
import { loadNative } from '../../lib/runtime/native.ts';
import { packJob, prepare, run, runSync } from '../../lib/runtime/native-job.ts';
import { codeOf } from '../support/error-code.ts';
import { samplePlan, slowPlan, stateBytes, table } from '../support/plan-code.ts';

const native = loadNative();
const capacity = 8;
const makePlan = () => {
  const { code, constants, patches } = samplePlan(capacity);
  return native.createPlan(code, constants, patches);
};
const newState = () => {
  const slab = native.createSlab(stateBytes);
  native.slabWrite(
    slab,
    0,
    Float32Array.from({ length: table.rows * table.width }, (_, i) => Math.sin(1 + i)),
  );
  return slab;
};
const stateOf = (slab: object) => {
  const all = new Uint8Array(stateBytes);
  native.slabRead(slab, 0, all);
  return all;
};
const rows = 5;
const step = (rate: number) => {
  const slots = new Float64Array(1);
  new Float32Array(slots.buffer)[0] = rate;
  return slots;
};
const job = (state: object, labels: Int32Array, scalars: Float64Array, change: Partial<JobModel> = {}): Job => ({
  threads: 1,
  columns: [labels],
  models: [
    {
      state,
      snapshot: null,
      seed: [1, 2],
      sample: 0,
      step: 0,
      scalars,
      scalarSteps: 1,
      indices: null,
      begin: 0,
      end: rows,
      batch: rows,
      outputs: [new Float32Array(rows * table.width), new Float32Array(table.width)],
      ...change,
    },
  ],
  progressMilliseconds: 0,
  watch: { offset: 0, bytes: 0 },
});
/** The addon's own call, over a buffer that the test holds. */
function overBuffer(state: object, buffer = new ArrayBuffer(4096)) {
  const at = <T>(make: (buffer: ArrayBuffer, offset: number) => T, offset: number) => make(buffer, offset);
  const columns = [at((b, o) => new Int32Array(b, o, rows), 0)];
  const given = job(
    state,
    columns[0],
    at((b, o) => new Float64Array(b, o, 1), 64),
    {
      outputs: [at((b, o) => new Float32Array(b, o, rows * table.width), 128), at((b, o) => new Float32Array(b, o, table.width), 512)],
    },
  );
  return { buffer, packed: packJob(given, undefined, new Float64Array(buffer, 1024, 6)) };
}

describe('a prepared job', () => {
  it('gives the bits of a job that is read anew each time, whatever its arrays hold', () => {
    const [state, expected] = [newState(), newState()];
    const plan = makePlan();
    const prepared = prepare(native, plan, job(state, new Int32Array(rows), step(0)));
    for (const [labels, rate] of [
      [[0, 1, 2, 3, 4], 0.1],
      [[4, 4, 0, 1, 1], 0.5],
      [[2, 2, 2, 2, 2], -0.25],
    ] as const) {
      prepared.columns[0].set(labels);
      prepared.scalars.set(step(rate));
      const result = prepared.run();
      const other = job(expected, Int32Array.from(labels), step(rate));
      expect(result).toEqual(runSync(native, plan, other).models[0]);
      expect(prepared.outputs).toEqual(other.models[0].outputs);
      expect(stateOf(state)).toEqual(stateOf(expected));
    }
    prepared.columns[0][3] = 99;
    expect(prepared.run()).toMatchObject({ status: 'index', detail: 3 });
  });

  it('takes its slabs for each run only, and notices when they are busy or gone', async () => {
    const n = 1024;
    const { code, constants, patches } = slowPlan(n, 2);
    const plan = native.createPlan(code, constants, patches);
    const state = native.createSlab(4 * n);
    const slow: Job = { ...job(state, new Int32Array(0), new Float64Array(0), { end: 1, batch: 1, outputs: [] }), columns: [] };
    const prepared = prepare(native, plan, slow);
    expect(prepared.run().status).toBe('done');
    const other = run(native, plan, { ...slow, models: [{ ...slow.models[0], end: 1e9 }] }, null);
    expect(codeOf(() => prepared.run())).toBe('ERR_BUSY');
    other.stop();
    await other.promise;
    expect(prepared.run().status).toBe('done');
    native.freeSlab(state);
    expect(codeOf(() => prepared.run())).toBe('ERR_VALUE');
  });

  it('refuses arrays outside of its buffer, and a buffer that has gone', () => {
    const plan = makePlan();
    const { buffer, packed } = overBuffer(newState());
    const go = native.prepare(plan, packed.numbers, packed.objects, buffer);
    go();
    structuredClone(buffer, { transfer: [buffer] });
    expect(codeOf(go)).toBe('ERR_VALUE');
    const outside = overBuffer(newState());
    expect(codeOf(() => native.prepare(plan, outside.packed.numbers, outside.packed.objects, new ArrayBuffer(4096)))).toBe('ERR_VALUE');
    const shared = overBuffer(newState(), new SharedArrayBuffer(4096) as unknown as ArrayBuffer);
    expect(codeOf(() => native.prepare(plan, shared.packed.numbers, shared.packed.objects, shared.buffer))).toBe('ERR_VALUE');
    expect(codeOf(() => native.prepare(plan, shared.packed.numbers, shared.packed.objects, new ArrayBuffer(4096)))).toBe('ERR_VALUE');
    for (const odd of [undefined, null, 1, {}, new Float32Array(4), []])
      expect(codeOf(() => native.prepare(plan, packed.numbers, packed.objects, odd as ArrayBuffer))).toBe('ERR_VALUE');
  });
});

describe('predictions of a few rows', () => {
  const build = () =>
    sequential([layers.input([6]), layers.dense(5, { activation: 'tanh' }), layers.dropout(0.5), layers.dense(2)], { seed: 4 });
  const x = (count: number) =>
    ndarray(
      Float32Array.from({ length: 6 * count }, (_, i) => Math.cos(i)),
      [count, 6],
    );

  it('are those of predict, for any number of rows, and arrays of their own', async () => {
    const model = build();
    const kept = [];
    for (const count of [1, 3, 16, 17, 2, 1]) {
      const now = model.predictSync(x(count));
      expect(now).toEqual(await model.predict(x(count)));
      kept.push([now, [...now.data]] as const);
    }
    for (const [array, values] of kept) expect([...array.data]).toEqual(values);
  });

  it('see new weights at once, and those of the last boundary during a fit', async () => {
    const model = build();
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    const first = model.predictSync(x(2));
    await model.fit(x(8), ndarray(new Float32Array(16), [8, 2]), { epochs: 3, verbose: false });
    const trained = model.predictSync(x(2));
    expect(trained).not.toEqual(first);
    expect(trained).toEqual(await model.predict(x(2)));
    const other = build();
    other.setWeights(model.getWeights());
    expect(other.predictSync(x(2))).toEqual(trained);
    const fit = model.fit(x(8), ndarray(new Float32Array(16), [8, 2]), { epochs: 200, verbose: false });
    for (let i = 0; i < 20; i++) {
      expect(model.predictSync(x(1)).data.every(Number.isFinite)).toBe(true);
      await new Promise((done) => setTimeout(done, 1));
    }
    await fit;
    expect(model.predictSync(x(3))).toEqual(await model.predict(x(3)));
  });
});
