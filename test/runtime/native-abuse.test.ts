import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { RidgelineError } from '../../lib/errors.ts';
import type { Job } from '../../lib/runtime/backend.ts';
import { loadNative, type NativeAddon } from '../../lib/runtime/native.ts';
import { packJob, run, runSync } from '../../lib/runtime/native-job.ts';
import { type PlanCode, samplePlan, slowPlan, stateBytes } from '../support/plan-code.ts';

const native = loadNative();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const capacity = 8;
const column = Int32Array.from([0, 3, 4, 1, 2, 2, 0, 3]);

const detached = () => {
  const array = new Float64Array(8);
  structuredClone(array.buffer, { transfer: [array.buffer] });
  return array;
};
/** Everything that a caller may hand over by mistake. */
const oddities: unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  Number.NaN,
  Infinity,
  -Infinity,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  1e300,
  '',
  'slab',
  10n,
  Symbol('s'),
  () => 1,
  {},
  [],
  [1, 2, 3],
  new Array(3),
  Object.create(null),
  new Proxy({}, {}),
  new Float32Array(0),
  new Float32Array(3),
  new Float64Array(4),
  new Int32Array(2),
  new Uint8Array(1),
  new BigInt64Array(2),
  new Uint8ClampedArray(3),
  detached(),
  new Float64Array(new SharedArrayBuffer(16)),
  new ArrayBuffer(8),
  new DataView(new ArrayBuffer(8)),
  new Date(),
  Promise.resolve(),
];

const sample = samplePlan(capacity);
const makePlan = () => native.createPlan(sample.code, sample.constants, sample.patches);
const goodJob = (): Job => ({
  threads: 1,
  columns: [column],
  models: [
    {
      state: native.createSlab(stateBytes),
      snapshot: native.createSlab(stateBytes),
      seed: [1, 2],
      sample: 0,
      step: 0,
      scalars: new Float64Array(1),
      scalarSteps: 1,
      indices: Int32Array.from(column.keys()),
      begin: 0,
      end: 8,
      batch: 4,
      outputs: [new Float32Array(32), new Float32Array(4)],
    },
  ],
  progressMilliseconds: 1,
  watch: { offset: 0, bytes: 8 },
});

const packed = () => packJob(goodJob());

type Call = (...args: unknown[]) => unknown;
/** Calls; only a RidgelineError may come out, or a result. */
function survive(call: () => unknown): void {
  try {
    const result = call() as { promise?: Promise<unknown> } | undefined;
    result?.promise?.catch(() => undefined);
  } catch (error) {
    if (!(error instanceof RidgelineError)) throw error;
    expect(error.message.length).toBeGreaterThan(10);
  }
}

describe('no argument, however wrong, does more than throw', () => {
  const slab = () => native.createSlab(64);
  const good: { [K in keyof NativeAddon]?: () => unknown[] } = {
    setThreads: () => [2],
    createSlab: () => [8],
    freeSlab: () => [slab()],
    slabBytes: () => [slab()],
    slabRead: () => [slab(), 8, new Float32Array(4)],
    slabWrite: () => [slab(), 8, new Float32Array(4)],
    slabCopy: () => [slab(), 0, slab(), 8, 16],
    createPlan: () => [sample.code, sample.constants, sample.patches],
    runSync: () => [makePlan(), packed().numbers, packed().objects],
    createQueue: () => [2],
    run: () => [makePlan(), packed().numbers, packed().objects, null, native.createQueue(1)],
    uniforms: () => [1, 2, 3, 4, 5, new Float32Array(70)],
    gemm: () => [new Float32Array(4), new Float32Array(4), new Float32Array(4), 2, 2, 2, false, false, 1, 0, 1, true],
  };
  it.each(Object.keys(good) as (keyof typeof good)[])('%s', (name) => {
    const call = native[name] as Call;
    const make = good[name] as () => unknown[];
    call(...make());
    for (let n = 0; n < make().length; n++) survive(() => call(...make().slice(0, n)));
    for (let i = 0; i < make().length; i++) {
      for (const odd of [...oddities, slab(), makePlan()]) survive(() => call(...make().with(i, odd)));
    }
  });

  it('createSlab refuses sizes that cannot be had', () => {
    for (const bytes of [2 ** 53 - 1, 2 ** 50, 2 ** 47])
      expect(() => native.createSlab(bytes)).toThrowError(expect.objectContaining({ code: 'ERR_MEMORY' }));
  });

  it('each number and each object of a job', () => {
    const plan = makePlan();
    const { numbers, objects } = packed();
    for (const call of [native.runSync, native.run] as unknown as Call[]) {
      for (const odd of [...oddities, slab(), native.createSlab(stateBytes), plan]) {
        const number = typeof odd === 'number' ? odd : undefined;
        for (let i = 0; number !== undefined && i < numbers.length; i++)
          survive(() => call(plan, numbers.with(i, number), packed().objects, null));
        for (let i = 0; i < objects.length; i++) survive(() => call(plan, numbers, packed().objects.with(i, odd), null));
      }
      for (let n = 0; n < numbers.length; n++) survive(() => call(plan, numbers.slice(0, n), packed().objects, null));
      for (let n = 0; n < objects.length; n++) survive(() => call(plan, numbers, packed().objects.slice(0, n), null));
      expect(() => call(plan, numbers, [...packed().objects, null], null)).toThrow(/job.objects: expected 8 objects, got 9/);
    }
  });

  it('each number and each object of a job whose model has columns and features of its own', () => {
    const plan = makePlan();
    const width = 3;
    const own = () => {
      const [model] = goodJob().models;
      const wide = Int32Array.from({ length: width * column.length }, (_, i) => (i % width === 1 ? column[(i - 1) / width] : 99));
      return { ...goodJob(), models: [{ ...model, columns: [wide], features: { list: Int32Array.of(1), of: width } }] };
    };
    const changed = (features: object) => ({ ...own(), models: [{ ...own().models[0], ...features }] }) as Job;
    const [plain, picked] = [goodJob(), own()];
    runSync(native, plan, plain);
    runSync(native, plan, picked);
    expect(picked.models[0].outputs).toEqual(plain.models[0].outputs);
    const list = Int32Array.of(1);
    expect(() => runSync(native, plan, changed({ features: { list, of: 10 * width } }))).toThrow(/a column has only/);
    expect(() => runSync(native, plan, changed({ features: { list: list.with(0, width), of: width } }))).toThrow(/feature 3 of rows of 3/);
    expect(() => runSync(native, plan, changed({ features: { list: list.with(0, -1), of: width } }))).toThrow(/feature -1 of rows of 3/);
    expect(() => runSync(native, plan, changed({ features: { list: new Int32Array(77), of: width } }))).toThrow(
      /77 features, the plan takes/,
    );
    expect(() => runSync(native, plan, changed({ features: { list: new Int32Array(0), of: width } }))).toThrow(/expected at least one/);
    expect(() => runSync(native, plan, changed({ columns: [column, column] }))).toThrow(/model.columns/);
    expect(() => runSync(native, plan, changed({ columns: [new Int32Array(1)] }))).toThrow(/a column has only/);
    const { numbers, objects } = packJob(own());
    for (const call of [native.runSync, native.run] as unknown as Call[]) {
      for (const odd of oddities) {
        const number = typeof odd === 'number' ? odd : undefined;
        for (let i = 0; number !== undefined && i < numbers.length; i++)
          survive(() => call(plan, numbers.with(i, number), packJob(own()).objects, null));
        for (let i = 0; i < objects.length; i++) survive(() => call(plan, numbers, packJob(own()).objects.with(i, odd), null));
      }
    }
  });

  it('a getter that throws brings its own error', () => {
    const { numbers, objects } = packed();
    const list = Object.defineProperty([...objects], 0, {
      get() {
        throw new Error('mine');
      },
    });
    expect(() => native.runSync(makePlan(), numbers, list)).toThrow('mine');
    expect(() => native.run(makePlan(), numbers, list, null, null)).toThrow('mine');
  });
});

describe('a plan whose code is wrong', () => {
  /** A small generator of its own: the cases must be the same in every run. */
  function randomness(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  it('is refused or runs, after any change of some of its numbers', () => {
    const random = randomness(12345);
    const large = [2 ** 31, 2 ** 32, 2 ** 52, 2 ** 53, 2 ** 63, 1e300, -(2 ** 31), -(2 ** 53)];
    const odd = [0, 1, -1, 2, 0.5, Number.NaN, Infinity, -Infinity, -0, 255, 4096];
    let refused = 0;
    let ran = 0;
    for (let trial = 0; trial < 6000; trial++) {
      const code = sample.code.slice();
      const patches = sample.patches.slice();
      let work = 0;
      for (let changes = 1 + random(3); changes > 0; changes--) {
        const target = random(8) === 0 ? patches : code;
        const at = random(target.length);
        const kind = random(5);
        target[at] =
          kind === 0
            ? odd[random(odd.length)]
            : kind === 1
              ? large[random(large.length)]
              : kind === 2
                ? target[random(target.length)]
                : kind === 3
                  ? target[at] * 2
                  : target[at] + random(9) - 4;
        work = Math.max(work, Math.abs(target[at]));
      }
      const length = random(10) === 0 ? random(code.length + 1) : code.length;
      let plan: object;
      try {
        plan = native.createPlan(code.subarray(0, length), sample.constants, patches);
      } catch (error) {
        expect(error).toMatchObject({ code: 'ERR_INTERNAL' });
        refused++;
        continue;
      }
      // A huge count can be valid, and take for ever.
      if (work > 2 ** 30) continue;
      survive(() => runSync(native, plan, goodJob()));
      ran++;
    }
    expect(refused).toBeGreaterThan(1000);
    expect(ran).toBeGreaterThan(300);
  });

  it('is refused when it is empty, of another version, or truncated anywhere', () => {
    const load = (code: Float64Array) => () => native.createPlan(code, sample.constants, new Float64Array(0));
    expect(load(sample.code)).not.toThrow();
    for (let n = 0; n < sample.code.length; n++) expect(load(sample.code.slice(0, n))).toThrow(RidgelineError);
    expect(load(sample.code.with(1, 2))).toThrow(/version/);
  });
});

describe('the end of an environment in the middle of a run', () => {
  const addon = join(root, 'build/Release/ridgeline.node');
  const plain = ({ code, constants, patches }: PlanCode) => ({ code: [...code], constants: [...constants], patches: [...patches] });
  /** Starts endless runs: two with progress, one of them of several models, three without, of which two are in a queue for one thread. */
  const start = `
    const native = require(${JSON.stringify(addon)});
    const { code } = ${JSON.stringify(plain(slowPlan(20_000, 4)))};
    const plan = native.createPlan(Float64Array.from(code), new Uint8Array(0), new Float64Array(0));
    const run = (models, onProgress, queue) => {
      const numbers = [2, 1, 0, 64, 0, models];
      const objects = [];
      for (let i = 0; i < models; i++) {
        numbers.push(0, 0, 0, 0, 1, 0, 1e12, 1, 1, 0, 0, 0);
        objects.push(native.createSlab(80_000), null, new Float64Array(0), null);
      }
      const results = new Float64Array(6 * models);
      const { promise, stop } = native.run(plan, Float64Array.from(numbers), [...objects, results], onProgress, queue);
      return { stop, promise: promise.then(() => results[2]) };
    };
    const counts = [0, 0];
    const queue = native.createQueue(1);
    const runs = [run(1, () => counts[0]++), run(2, () => counts[1]++), run(1, null), run(1, null, queue), run(1, null, queue)];
  `;
  const child = (script: string, env: NodeJS.ProcessEnv = {}) => {
    const done = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', timeout: 30_000, env: { ...process.env, ...env } });
    return { status: done.status, signal: done.signal, stdout: done.stdout.trim(), stderr: done.stderr };
  };
  const clean = { status: 0, signal: null, stderr: '' };

  it('process.exit is clean', () => {
    expect(child(`${start} setTimeout(() => { console.log(counts.every((c) => c > 0)); process.exit(0); }, 50);`)).toEqual({
      ...clean,
      stdout: 'true',
    });
    expect(child(`${start} process.exit(0);`)).toEqual({ ...clean, stdout: '' });
  });

  it('an uncaught exception ends the process as usual', () => {
    const done = child(`${start} setTimeout(() => { throw new Error('lost'); }, 20);`);
    expect(done).toMatchObject({ status: 1, signal: null });
    expect(done.stderr).toContain('lost');
  });

  it('terminating workers is clean, also when only they loaded the addon, and others go on', () => {
    const script = `
      const { Worker } = require('node:worker_threads');
      const source = ${JSON.stringify(`${start} require('node:worker_threads').parentPort.postMessage('on');`)};
      const one = () => new Promise((resolve) => {
        const worker = new Worker(source, { eval: true });
        worker.once('message', () => setTimeout(() => worker.terminate().then(resolve), 15));
      });
      (async () => {
        for (let i = 0; i < 4; i++) await Promise.all([one(), one()]);
        await new Promise((resolve) => setTimeout(resolve, 50));
        console.log('done');
      })();
    `;
    expect(child(script)).toEqual({ ...clean, stdout: 'done' });
  });

  it('runs end by themselves when nothing else keeps the process alive', () => {
    expect(
      child(`${start} runs.forEach((r) => r.stop()); Promise.all(runs.map((r) => r.promise)).then((all) => console.log(all.join()));`),
    ).toEqual({ ...clean, stdout: '1,1,1,1,1' });
  });

  it('an unknown RIDGELINE_ISA is an error that says so', () => {
    const done = child(`try { require(${JSON.stringify(addon)}).info(); } catch (error) { console.log(error.code, error.message); }`, {
      RIDGELINE_ISA: 'sse9',
    });
    expect(done).toMatchObject(clean);
    expect(done.stdout).toMatch(/^ERR_OPTION .*RIDGELINE_ISA/);
  });

  it('a worker and the main thread run at the same time', async () => {
    const worker = new Worker(
      `${start} require('node:worker_threads').parentPort.on('message', () => { runs.forEach((r) => r.stop()); Promise.all(runs.map((r) => r.promise)).then(() => process.exit(5)); }); require('node:worker_threads').parentPort.postMessage('on');`,
      { eval: true },
    );
    const exit = new Promise((resolve) => worker.once('exit', resolve));
    await new Promise((resolve) => worker.once('message', resolve));
    const plan = makePlan();
    for (let i = 0; i < 20; i++)
      expect((await run(native, plan, { ...goodJob(), threads: 2 }, null).promise).models[0].status).toBe('done');
    worker.postMessage('stop');
    expect(await exit).toBe(5);
  });
});
