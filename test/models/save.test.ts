/** Model files: exact round trips, and clear errors for everything that is not one. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  activations,
  constraints,
  layers,
  loadModel,
  losses,
  type Model,
  ndarray,
  optimizers,
  regularizers,
  RidgelineError,
  sequential,
} from '../../lib/index.ts';
import { readSafetensors, writeSafetensors } from '../../lib/formats/safetensors.ts';
import { createRandom } from '../../lib/data/prng.ts';
import { digits, weightsOf } from '../support/model.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-save-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);
const data = digits(200);

function everything(): Model {
  const model = sequential(
    [
      layers.input([8, 8]),
      layers.rescaling({ scale: 1 / 16, offset: -0.5 }),
      layers.gaussianNoise(0.05),
      layers.flatten(),
      layers.dense(24, {
        activation: activations.leakyRelu({ slope: 0.2 }),
        kernelInitializer: 'heNormal',
        kernelRegularizer: regularizers.elasticNet({ l1: 1e-5, l2: 1e-4 }),
        kernelConstraint: constraints.maxNorm(3),
        name: 'hidden',
      }),
      layers.prelu(),
      layers.dropout(0.2, { scale: 'inference' }),
      layers.dense(10, { activation: 'softmax', useBias: false, activityRegularizer: regularizers.l2(1e-6) }),
    ],
    { seed: 11 },
  );
  model.compile({
    optimizer: optimizers.sgd({ momentum: 0.9, nesterov: true, clipNorm: 1, weightDecay: 1e-4 }),
    loss: losses.sparseCategoricalCrossentropy({ labelSmoothing: 0.1 }),
    metrics: ['accuracy'],
  });
  return model;
}

test('a model comes back exactly, compiled as it was, with its metadata', async () => {
  const model = everything();
  await model.fit(data, { epochs: 2 });
  model.setHyperparameter('dropout/rate', 0.35);
  model.metadata.note = 'from the test';
  await model.save(file('a.safetensors'));
  const loaded = await loadModel(file('a.safetensors'));
  expect(loaded.summary()).toBe(model.summary());
  expect(weightsOf(loaded)).toEqual(weightsOf(model));
  expect((await loaded.predict(data)).data).toEqual((await model.predict(data)).data);
  expect(await loaded.evaluate(data)).toEqual(await model.evaluate(data));
  expect(loaded.metadata.note).toBe('from the test');
  expect(loaded.getHyperparameters()).toEqual({ ...model.getHyperparameters() });
});

test('a training save goes on bit for bit, between epochs', async () => {
  const whole = everything();
  await whole.fit(data, { epochs: 4 });
  const first = everything();
  await first.fit(data, { epochs: 2 });
  await first.save(file('t.safetensors'), { training: true });
  const second = await loadModel(file('t.safetensors'));
  await second.fit(data, { epochs: 2 });
  expect(weightsOf(second)).toEqual(weightsOf(whole));
});

test('a save in a callback, and one while a run is on', async () => {
  const model = everything();
  const stop = new AbortController();
  const fitted = model.fit(data, {
    epochs: 100_000,
    signal: stop.signal,
    callbacks: [{ onEpochEnd: async (epoch) => (epoch === 1 ? model.save(file('boundary.safetensors'), { training: true }) : undefined) }],
  });
  while (model.engine.position.epoch < 2 || !model.engine.running) await new Promise((resolve) => setImmediate(resolve));
  await model.save(file('running.safetensors'));
  stop.abort();
  await expect(fitted).rejects.toMatchObject({ code: 'ABORT_ERR' });
  expect((await loadModel(file('boundary.safetensors'))).engine.position.step).toBe(7);
  expect(Object.values((await loadModel(file('running.safetensors'))).getWeights()).every((w) => w.data.every(Number.isFinite))).toBe(true);
});

test('functions of yours: a plain save leaves them out, a training save says no', async () => {
  const model = sequential([layers.input([64]), layers.dense(10, { activation: 'softmax' })], { seed: 1 });
  model.compile({ optimizer: 'adam', loss: (y, p) => losses.meanSquaredError().perRow(y, p, undefined as never) });
  await expect(model.save(file('f.safetensors'), { training: true })).rejects.toThrow(/save: the loss (is|holds) a function of yours/);
  await model.save(file('f.safetensors'));
  const loaded = await loadModel(file('f.safetensors'));
  expect((await loaded.predict(data.x)).data).toEqual((await model.predict(data.x)).data);
  await expect(loaded.evaluate(data)).rejects.toMatchObject({ code: 'ERR_NOT_COMPILED' });
  const layered = sequential([layers.input([64]), layers.dense(10, { activation: (x) => x })], { seed: 1 });
  await expect(layered.save(file('g.safetensors'))).rejects.toThrow(/layer 'dense' holds a function of yours/);
});

describe('files that are no models', () => {
  const refused = async (path: string): Promise<RidgelineError> => {
    const error = await loadModel(path).then(
      () => undefined,
      (e: unknown) => e,
    );
    expect(error, path).toBeInstanceOf(RidgelineError);
    expect((error as RidgelineError).code, (error as Error).message).toBe('ERR_FORMAT');
    return error as RidgelineError;
  };
  test('missing, empty, tensors without a model', async () => {
    await refused(file('none.safetensors'));
    writeFileSync(file('empty'), '');
    await refused(file('empty'));
    await writeSafetensors(file('tensors'), { a: ndarray([1, 2]) }, {});
    expect((await refused(file('tensors'))).message).toMatch(/no Ridgeline model/);
  });
  test('truncations and flipped bytes', async () => {
    const model = everything();
    await model.fit(data);
    await model.save(file('whole'), { training: true });
    const bytes = readFileSync(file('whole'));
    const random = createRandom(5);
    for (let i = 0; i < 60; i++) {
      writeFileSync(file('cut'), bytes.subarray(0, random.below(bytes.length)));
      await refused(file('cut'));
      const flipped = Buffer.from(bytes);
      // In the header, where a flip can mean something; elsewhere it is another weight.
      flipped[random.below(3000)] ^= 1 << random.below(8);
      writeFileSync(file('flipped'), flipped);
      const error = await loadModel(file('flipped')).then(
        () => undefined,
        (e: unknown) => e,
      );
      if (error !== undefined) expect((error as RidgelineError).code, String(error)).toBe('ERR_FORMAT');
    }
  });
  test('an architecture that claims more than the file holds', async () => {
    const model = sequential([layers.input([4]), layers.dense(3)], { seed: 1 });
    await model.save(file('small'));
    const { tensors, metadata } = await readSafetensors(file('small'));
    for (const change of [
      (m: { layers: { options: { units: number } }[] }) => (m.layers[0].options.units = 2 ** 30),
      (m: { layers: { options: { units: unknown } }[] }) => (m.layers[0].options.units = 'x'),
      (m: { layers: { kind: string }[] }) => (m.layers[0].kind = 'constructor'),
      (m: { input: { shape: number[] } }) => (m.input.shape = [-1]),
      (m: { input: { shape: number[] } }) => (m.input.shape = [2 ** 40]),
      (m: { layers: unknown }) => (m.layers = null),
      (m: { layers: unknown[] }) => (m.layers = [null]),
      (m: { layers: { options: { units: number } }[] }) => (m.layers[0].options.units = -1),
      (m: { layers: unknown[] }) => m.layers.push(m.layers[0]),
      (m: { seed: unknown }) => (m.seed = 'x'),
      (m: { compiled: unknown }) => (m.compiled = { optimizer: { kind: 'adam', options: { learningRate: 'x' } }, loss: {}, metrics: [] }),
      (m: { compiled: unknown }) => (m.compiled = 5),
      (m: { hyperparameters: unknown }) => (m.hyperparameters = 5),
      (m: { version: number }) => (m.version = 99),
      (m: { position: unknown }) => (m.position = { epoch: -1 }),
    ] as ((m: never) => void)[]) {
      const changed = JSON.parse(metadata.ridgeline) as never;
      change(changed);
      await writeSafetensors(file('hostile'), { ...tensors }, { ridgeline: JSON.stringify(changed) });
      await refused(file('hostile'));
    }
  });

  test('any part of the architecture replaced by anything', async () => {
    const model = everything();
    await model.fit(data);
    await model.save(file('base'), { training: true });
    const { tensors, metadata } = await readSafetensors(file('base'));
    const paths: string[][] = [];
    const walk = (value: unknown, path: string[]): void => {
      if (path.length > 0) paths.push(path);
      if (typeof value === 'object' && value !== null) for (const [k, v] of Object.entries(value)) walk(v, [...path, k]);
    };
    walk(JSON.parse(metadata.ridgeline), []);
    let loaded = 0;
    for (const path of paths) {
      for (const thing of [undefined, null, 2 ** 53 - 1, [2 ** 30, 2 ** 30]]) {
        const saved = JSON.parse(metadata.ridgeline) as Record<string, unknown>;
        const parent = path.slice(0, -1).reduce((at, k) => at[k] as Record<string, unknown>, saved);
        parent[path[path.length - 1]] = thing;
        await writeSafetensors(file('replaced'), { ...tensors }, { ridgeline: JSON.stringify(saved) });
        const changed = await loadModel(file('replaced')).catch((error: unknown) => error);
        const what = `${path.join('.')} = ${JSON.stringify(thing)}: ${String(changed)}`;
        if (changed instanceof RidgelineError) expect(changed.code, what).toBe('ERR_FORMAT');
        else {
          loaded++;
          expect((changed as Model).predictSync(data.x.rows(0, 2)).shape, what).toEqual([2, 10]);
        }
      }
    }
    // What may be left out, and numbers in their ranges.
    expect(loaded).toBeGreaterThan(20);
    expect(loaded).toBeLessThan(paths.length * 3);
  });
});
