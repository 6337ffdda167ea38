/** One compiled plan over k state slabs at once gives bit for bit the weights of k separate runs. */
import { jobRow, trainPlan } from '../../lib/models/plans.ts';
import { expect, test } from 'vitest';
import { splitSeed } from '../../lib/random.ts';
import { shuffledIndices } from '../../lib/data/prng.ts';
import { inputRows, makeFeed, targetRows } from '../../lib/models/feed.ts';
import type { Job } from '../../lib/runtime/backend.ts';
import { readEntry } from '../../lib/runtime/state-layout.ts';
import { digits, small } from '../support/model.ts';

const rows = 300;
const data = digits(rows);

/** Settings in which the members differ: seed, learning rate, λ, rate, index list, length. */
const members = [0, 1, 2, 3].map((i) => ({
  seed: 100 + i,
  learningRate: 0.002 * (i + 1),
  lambda: 1e-4 * i,
  rate: 0.1 * i,
  indices: shuffledIndices(rows, i).subarray(0, rows - 37 * i),
}));

function setUp() {
  const host = small();
  const { engine } = host;
  const compiled = engine.requireCompiled('test');
  const x = inputRows('test', data.x, engine.network.inputs[0]);
  const feed = makeFeed(engine.backend, [x], [targetRows('test', data.y, x.rows, compiled.outputs[0])]);
  const plan = trainPlan(engine, 32, feed.columns, true);
  const member = (m: (typeof members)[number]) => {
    // Its own initial weights, in a slab of the host's layout.
    const own = small({ seed: m.seed }).engine;
    const slab = engine.backend.createSlab(engine.layout.bytes);
    engine.backend.copy(slab, 0, own.state, 0, engine.layout.bytes);
    engine.hyperparameters.set('learningRate', m.learningRate);
    engine.hyperparameters.set('dense/kernel/l2', m.lambda);
    engine.hyperparameters.set('dropout/rate', m.rate);
    return jobRow(engine, plan, slab, { begin: 0, end: m.indices.length, batch: 32, indices: m.indices, seed: splitSeed(m.seed) });
  };
  const job = (models: Job['models'], threads: number): Job => ({
    threads,
    columns: feed.slabs,
    models,
    progressMilliseconds: 0,
    watch: { offset: 0, bytes: 0 },
  });
  const weights = (slab: object) => engine.parameters.map((p) => [...readEntry(engine.backend, slab, engine.entry(p.name)).data]);
  return { plan, member, job, weights, watch: engine.sums.train };
}

for (const threads of [1, 2]) {
  test(`four models at once on ${threads} threads`, async () => {
    const { plan, member, job, weights } = setUp();
    const together = members.map(member);
    const result = await plan.executable.run(job(together, threads), null).promise;
    expect(result.models.map((m) => [m.status, m.rows])).toEqual(members.map((m) => ['done', m.indices.length]));
    for (const [i, m] of members.entries()) {
      const alone = member(m);
      await plan.executable.run(job([alone], threads), null).promise;
      expect(weights(together[i].state as object)).toEqual(weights(alone.state as object));
    }
    expect(weights(together[0].state as object)).not.toEqual(weights(together[1].state as object));
  });
}

test('passes of one run are as many runs, and keep the sums of each', async () => {
  const { plan, member, job, weights, watch } = setUp();
  const [m] = members;
  const orders = [7, 8, 9].map((seed) => shuffledIndices(rows, seed));
  const length = watch.bytes / 8;
  const start = () => ({ ...member({ ...m, indices: orders[0] }), scalarSteps: 1 });
  const row = start();
  const passes = { count: 3, sums: new Float64Array(2 * length) };
  const indices = Int32Array.from(orders.flatMap((order) => [...order]));
  const one = await plan.executable.run({ ...job([{ ...row, indices, passes }], 1), watch }, null).promise;
  const steps = Math.ceil(rows / 32);
  expect(one.models[0]).toMatchObject({ rows: 3 * rows, steps: 3 * steps, status: 'done' });
  const { backend } = small().engine;
  const other = start();
  const read = (slab: object) => {
    const sums = new Float64Array(length);
    backend.read(slab, watch.offset, sums);
    return sums;
  };
  for (const [pass, order] of orders.entries()) {
    backend.write(other.state as object, watch.offset, new Float64Array(length));
    await plan.executable.run(job([{ ...other, indices: order, step: pass * steps }], 2), null).promise;
    const kept = pass < 2 ? passes.sums.subarray(pass * length, (pass + 1) * length) : read(row.state as object);
    expect(kept[0]).toBeGreaterThan(0);
    expect(read(other.state as object)).toEqual(kept);
  }
  expect(weights(row.state as object)).toEqual(weights(other.state as object));
});

test('one model can be stopped while the others go on', async () => {
  const { plan, member, job, weights } = setUp();
  const long = members.map((m) => ({ ...m, indices: Int32Array.from({ length: 60_000 }, (_, i) => m.indices[i % m.indices.length]) }));
  const rowsOf = long.map(member);
  const run = plan.executable.run(job(rowsOf, 2), null);
  run.stop(2);
  const { models } = await run.promise;
  expect(models[2].status).toBe('stopped');
  expect(models[2].rows).toBeLessThan(60_000);
  expect([0, 1, 3].map((i) => models[i].status)).toEqual(['done', 'done', 'done']);
  expect(
    weights(rowsOf[0].state as object)
      .flat()
      .every(Number.isFinite),
  ).toBe(true);
});
