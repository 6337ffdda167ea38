/** One change at a time, and the members that there were until there are new ones. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { callbacks, type Ensemble, ensembles, layers, linear, type Model, optimizers, type Schedule, sequential } from '../../lib/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-refit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wave = (i: number) => Math.sin(1.3 * i + 0.11 * i * i);
const x = Array.from({ length: 40 }, (_, i) => [wave(i), wave(i + 500)]);
const y = x.map(([a, b], i) => a - 2 * b + 0.3 * wave(i + 90));
const model = () => new linear.Ridge();
const network = (seed: number, learningRate: number | Schedule): Model => {
  const net = sequential([layers.input([2]), layers.dense(1)], { seed });
  net.compile({ optimizer: optimizers.sgd({ learningRate }), loss: 'meanSquaredError' });
  return net;
};

/** What all kinds have in common, with data as plain arrays. */
interface Trained extends Ensemble {
  fit(x: number[][], y: number[], options?: { signal?: AbortSignal; epochs?: number }): Promise<unknown>;
  load(path: string): Promise<unknown>;
  add?(count: number, x: number[][], y: number[]): Promise<unknown>;
}
const kinds: Record<string, () => Trained> = {
  bagging: () => ensembles.bagging({ model, estimators: 3 }) as Trained,
  deepEnsemble: () => ensembles.deepEnsemble({ model, estimators: 3 }) as Trained,
  adaBoost: () => ensembles.adaBoost({ model, estimators: 3 }) as Trained,
  gradientBoosting: () => ensembles.gradientBoosting({ model, stages: 3 }) as Trained,
  votingEnsemble: () => ensembles.votingEnsemble({ members: [model(), model()] }) as Trained,
  snapshotEnsemble: () =>
    ensembles.snapshotEnsemble({ model: ({ seed, learningRate }) => network(seed, learningRate), cycles: 2 }) as Trained,
};

describe.each(Object.entries(kinds))('%s', (name, make) => {
  const busy = { code: 'ERR_BUSY', message: expect.stringContaining(`ensembles.${name}: fit: fit() of this ensemble is on`) };
  test('is changed by one call at a time', async () => {
    const ensemble = make();
    const first = ensemble.fit(x, y);
    await expect(ensemble.fit(x, y)).rejects.toMatchObject(busy);
    await expect(ensemble.load('nothing')).rejects.toMatchObject({ code: 'ERR_BUSY' });
    if (ensemble.add) await expect(ensemble.add(1, x, y)).rejects.toMatchObject({ code: 'ERR_BUSY' });
    await first;
    const { length } = ensemble.members;
    expect(length).toBeGreaterThan(0);
    if (!ensemble.add) return;
    const added = await Promise.allSettled([ensemble.add(2, x, y), ensemble.add(2, x, y)]);
    expect(added.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    if (name !== 'adaBoost') expect(ensemble.members.length).toBe(length + 2);
  });
  test('keeps what it has until a fit has something new, also where that fails', async () => {
    const ensemble = make();
    await ensemble.fit(x, y);
    const [members, answer] = [ensemble.members, await ensemble.predict(x)];
    const bad = y.map(() => Number.NaN);
    await expect(ensemble.fit(x, bad)).rejects.toThrow();
    const stop = new AbortController();
    stop.abort();
    await expect(ensemble.fit(x, y, { signal: stop.signal })).rejects.toMatchObject({ code: 'ABORT_ERR' });
    expect(ensemble.members).toEqual(members);
    expect((await ensemble.predict(x)).data).toEqual(answer.data);
    const fitting = ensemble.fit(x, y);
    const meanwhile = await ensemble.predict(x);
    await fitting;
    expect(meanwhile.shape).toEqual(answer.shape);
    expect(ensemble.members.length).toBe(members.length);
  });
});

test('what a bag knows of its members stays with them', async () => {
  const bag = ensembles.bagging({ model, estimators: 3, outOfBag: true });
  await bag.fit(x, y);
  const { samples, outOfBag, columns } = bag;
  await expect(
    bag.fit(
      x,
      y.map(() => Number.NaN),
    ),
  ).rejects.toThrow();
  expect([bag.samples, bag.outOfBag, bag.columns]).toEqual([samples, outOfBag, columns]);
  await bag.add(1, x, y);
  const four = await ensembles.bagging({ model, estimators: 4, outOfBag: true }).fit(x, y);
  expect(bag.samples).toEqual(four.samples);
  expect(bag.outOfBag).toEqual(four.outOfBag);
});

test('a network that a callback stopped where its loss was not finite is left out, and named', async () => {
  const bag = ensembles.bagging({ model: ({ member, seed }) => network(seed, member === 1 ? 1e30 : 0.1), estimators: 3 });
  await expect(bag.fit(x, y, { epochs: 3, callbacks: () => [callbacks.terminateOnNaN()] })).rejects.toMatchObject({
    code: 'ERR_NON_FINITE',
    message: expect.stringMatching(/^ensembles.bagging: fit: training of member 1 failed: fit: the loss is not finite/),
  });
  expect([bag.members.length, bag.samples.length]).toEqual([2, 2]);
  expect((await bag.predict(x)).data.every(Number.isFinite)).toBe(true);
});
