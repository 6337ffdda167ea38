/** Runs off the JavaScript thread: the event loop, progress, abort, workers, exits. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { type ProgressInfo, RidgelineError } from '../../lib/index.ts';
import { digits, small, weightsOf } from '../support/model.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-runs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const entry = JSON.stringify(fileURLToPath(new URL('../../dist/index.js', import.meta.url)));
const data = digits(1700);
const forever = { epochs: 1_000_000, batchSize: 64 };

test('the event loop stays free', async () => {
  const model = small({ hidden: 512 });
  const stop = new AbortController();
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  setTimeout(() => stop.abort(), 2000);
  await expect(model.fit(data, { ...forever, batchSize: 256, signal: stop.signal })).rejects.toMatchObject({ code: 'ABORT_ERR' });
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(200);
});

test('progress comes within a long epoch', async () => {
  const model = small({ hidden: 256 });
  const x = digits(1797);
  const seen: ProgressInfo[] = [];
  const many = x.select(Int32Array.from({ length: 60_000 }, (_, i) => i % 1797));
  await model.fit(many, { epochs: 1, batchSize: 8, callbacks: [{ onProgress: (p) => void seen.push(p) }] });
  expect(seen.length).toBeGreaterThan(0);
  expect(seen[0]).toMatchObject({ epoch: 1, epochs: 1, steps: 7500 });
  expect(seen.at(-1)?.loss).toBeGreaterThan(0);
});

test('an AbortSignal stops with the weights of the last finished step', async () => {
  const model = small();
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('enough')), 300);
  const error = (await model.fit(data, { ...forever, signal: stop.signal }).catch((e: unknown) => e)) as RidgelineError & {
    history: { epochs: unknown[] };
  };
  expect(error).toBeInstanceOf(RidgelineError);
  expect(error).toMatchObject({ code: 'ABORT_ERR', name: 'AbortError', cause: new Error('enough') });
  const { epoch, row, step } = model.engine.position;
  expect(error.history.epochs).toHaveLength(epoch);
  expect(step).toBe(epoch * Math.ceil(1700 / 64) + row / 64);
  // It goes on from right there, wherever that was: as if it had never stopped.
  await model.fit(data, { epochs: 1, batchSize: 64 });
  expect(model.engine.position).toMatchObject({ epoch: epoch + 1, row: 0 });
  const other = small();
  await other.fit(data, { epochs: epoch + 1, batchSize: 64 });
  expect(weightsOf(other)).toEqual(weightsOf(model));
});

test('a signal that has fired already stops before the first step', async () => {
  const model = small();
  const before = weightsOf(model);
  await expect(model.fit(data, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ABORT_ERR' });
  expect(weightsOf(model)).toEqual(before);
});

test('two models train at a time, each as if alone', async () => {
  const alone = [small({ seed: 1 }), small({ seed: 2 })];
  for (const m of alone) await m.fit(data, { epochs: 2 });
  const both = [small({ seed: 1 }), small({ seed: 2 })];
  await Promise.all(both.map((m) => m.fit(data, { epochs: 2 })));
  both.forEach((m, i) => expect(weightsOf(m)).toEqual(weightsOf(alone[i])));
});

const training = (epochs: number) => `
  import { datasets, layers, sequential } from ${entry};
  const model = sequential([layers.input([64]), layers.dense(64, { activation: 'relu' }), layers.dense(10, { activation: 'softmax' })], { seed: 1 });
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
  const fitted = model.fit(datasets.digits(), { epochs: ${epochs}, batchSize: 32 });`;

test('works in worker threads, two at once', async () => {
  const file = join(folder, 'worker.mjs');
  writeFileSync(
    file,
    `${training(2)}\nimport { parentPort } from 'node:worker_threads';\nawait fitted;\nparentPort.postMessage([...model.getWeights()['dense/kernel'].data]);`,
  );
  const run = () => new Promise<number[]>((resolve, reject) => new Worker(file).on('message', resolve).on('error', reject));
  const [a, b] = await Promise.all([run(), run()]);
  expect(a).toEqual(b);
  expect(a.every(Number.isFinite)).toBe(true);
});

test('a worker terminated in the middle of a run goes quietly, and others can follow', async () => {
  const file = join(folder, 'terminated.mjs');
  writeFileSync(
    file,
    `${training(1_000_000)}\nimport { parentPort } from 'node:worker_threads';\nsetTimeout(() => parentPort.postMessage('on'), 50);\nawait fitted;`,
  );
  for (let i = 0; i < 5; i++) {
    const worker = new Worker(file);
    await new Promise((resolve, reject) => worker.on('message', resolve).on('error', reject));
    expect(await worker.terminate()).toBe(1);
  }
});

for (const [name, ending, code] of [
  ['process.exit', 'setTimeout(() => process.exit(3), 150); await fitted;', 3],
  ['an uncaught error', "setTimeout(() => { throw new Error('boom'); }, 150); await fitted;", 1],
  ['the main module ending while a run is on keeps the process alive until it is done', '', 0],
] as const) {
  test(`exits cleanly: ${name}`, () => {
    const done = spawnSync(process.execPath, ['--input-type=module', '-e', training(code === 0 ? 3 : 1_000_000) + ending], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect(done.signal).toBeNull();
    expect(done.status).toBe(code);
  });
}
