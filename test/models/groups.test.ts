import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Groups, layers, loadModel, type Model, optimizers, sequential } from '../../lib/index.ts';
import { digits, weightsOf } from '../support/model.ts';

const data = digits(96);
const folder = mkdtempSync(join(tmpdir(), 'ridgeline-groups-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Options = Parameters<typeof optimizers.adam>[0];
function make(options: Options = {}, optimizer: 'adam' | 'sgd' = 'adam'): Model {
  const model = sequential(
    [
      layers.input([64]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.dense(16, { activation: 'relu' }),
      layers.batchNormalization(),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed: 5 },
  );
  model.compile({ optimizer: optimizers[optimizer](options), loss: 'sparseCategoricalCrossentropy' });
  return model;
}
const names = ['dense/kernel', 'dense/bias', 'batchNormalization/gamma', 'batchNormalization/beta', 'dense1/kernel', 'dense1/bias'];
const step = async (model: Model) => {
  const before = weightsOf(model);
  await model.fit(data, { batchSize: 'full', verbose: false });
  const after = weightsOf(model);
  return Object.fromEntries(names.map((n) => [n, after[n].map((v, i) => v - before[n][i])]));
};

describe('multipliers', () => {
  test('twice the rate is twice the step, for those weights only', async () => {
    const [plain, grouped] = [await step(make()), await step(make({ groups: { 'dense/*': { learningRateMultiplier: 2 } } }))];
    for (const name of names) {
      const factor = name.startsWith('dense/') ? 2 : 1;
      grouped[name].forEach((v, i) => expect(Math.abs(v - factor * plain[name][i])).toBeLessThan(1e-6));
    }
    expect(Math.max(...plain['dense/kernel'])).toBeGreaterThan(5e-4);
  });
  test('are numbers that change without compiling', async () => {
    const model = make({ groups: { 'dense/*': { learningRateMultiplier: 2 } } });
    await step(model);
    const plans = model.planCount;
    expect(model.getHyperparameters()).toMatchObject({ 'dense/kernel/learningRateMultiplier': 2 });
    for (const name of ['dense/kernel', 'dense/bias']) model.setHyperparameter(`${name}/learningRateMultiplier`, 0);
    const moved = await step(model);
    expect(model.planCount).toBe(plans);
    expect(moved['dense/kernel'].every((v) => v === 0)).toBe(true);
    expect(moved['dense1/kernel'].some((v) => v !== 0)).toBe(true);
    expect(model.optimizerGroups['dense/kernel']).toEqual({ learningRateMultiplier: 0 });
  });
});

describe('decay', () => {
  const [learningRate, weightDecay] = [0.1, 0.5];
  test('biases and normalization left out by name', async () => {
    const plain = await step(make({ learningRate }, 'sgd'));
    const model = make({ learningRate, weightDecay, groups: { '*{bias,gamma,beta}': { weightDecay: 0 } } }, 'sgd');
    const before = weightsOf(model);
    const moved = await step(model);
    for (const name of names) {
      const decay = name.endsWith('kernel') ? learningRate * weightDecay : 0;
      moved[name].forEach((v, i) => expect(Math.abs(v - plain[name][i] + decay * before[name][i])).toBeLessThan(1e-6));
    }
  });
  test("a group's own decay, with its own rate; later patterns win", async () => {
    const plain = await step(make({ learningRate, groups: { '*': { learningRateMultiplier: 0.5 } } }, 'sgd'));
    const groups = { '*': { weightDecay: 0, learningRateMultiplier: 0.5 }, 'dense1/kernel': { weightDecay: 0.2 } };
    const model = make({ learningRate, weightDecay, groups }, 'sgd');
    const before = weightsOf(model);
    const moved = await step(model);
    for (const name of names) {
      const decay = name === 'dense1/kernel' ? 0.5 * learningRate * 0.2 : 0;
      moved[name].forEach((v, i) => expect(Math.abs(v - plain[name][i] + decay * before[name][i])).toBeLessThan(1e-6));
    }
  });
});

describe('frozen weights', () => {
  const frozen: Groups = (name) => (name.startsWith('dense/') ? { frozen: true } : {});
  test('stay what they are to the bit, and nothing is computed or kept for them', async () => {
    const [free, model] = [make(), make({ groups: frozen })];
    // Two slots of Adam for kernel and bias of the first layer, each entry on 64 bytes.
    expect(free.trainingMemory(96).optimizer - model.trainingMemory(96).optimizer).toBe(2 * 4 * (64 * 16 + 16));
    const products = (m: Model) => m.explain(96).match(/matmul|GEMM/gi)?.length ?? 0;
    expect(products(model)).toBeLessThan(products(free));
    const moved = await step(model);
    for (const name of names) expect(moved[name].every((v) => v === 0)).toBe(name.startsWith('dense/'));
    // The others go as they went.
    expect(moved['dense1/kernel']).toEqual((await step(free))['dense1/kernel']);
  });
  test('the gradient goes through them to what lies before', async () => {
    const [free, model] = [await step(make()), await step(make({ groups: { 'dense1/*': { frozen: true } } }))];
    expect(model['dense/kernel']).toEqual(free['dense/kernel']);
    expect(model['dense1/kernel'].every((v) => v === 0)).toBe(true);
  });
  test('thawed between fits: the optimizer keeps what it has of the others', async () => {
    const [model, other] = [make({ groups: frozen }), make()];
    await step(model);
    model.optimizerGroups = {};
    other.setWeights(model.getWeights());
    // A new optimizer's first step is corrected for its start; one that goes on is not.
    const [moved, fresh] = [await step(model), await step(other)];
    expect(moved['dense/kernel'].some((v) => v !== 0)).toBe(true);
    expect(moved['dense1/kernel']).not.toEqual(fresh['dense1/kernel']);
    model.optimizerGroups = frozen;
    expect((await step(model))['dense/kernel'].every((v) => v === 0)).toBe(true);
  });
  test('setting the groups that there are changes no bit', async () => {
    const [model, other] = [make(), make()];
    for (const m of [model, other]) await step(m);
    model.optimizerGroups = () => ({});
    for (const m of [model, other]) await step(m);
    expect(weightsOf(model)).toEqual(weightsOf(other));
  });
});

test('groups without options leave the plan as it is, the update in the epilogue included', () => {
  expect(make({ groups: () => ({}) }).explain(96)).toBe(make().explain(96));
  expect(make({ groups: (name) => (name === 'dense1/bias' ? { learningRateMultiplier: 2 } : undefined) }).explain(96)).not.toBe(
    make().explain(96),
  );
});

describe('files', () => {
  const file = join(folder, 'm.safetensors');
  test('carry what a function gave, and training goes on bit for bit', async () => {
    const groups: Groups = (name) =>
      name.startsWith('dense/') ? { frozen: true } : { learningRateMultiplier: 0.5, weightDecay: name.endsWith('kernel') ? 0.1 : 0 };
    const model = make({ groups });
    await step(model);
    model.setHyperparameter('dense1/kernel/learningRateMultiplier', 0.25);
    await model.save(file, { training: true });
    const loaded = await loadModel(file);
    expect(loaded.optimizerGroups).toEqual(model.optimizerGroups);
    expect(loaded.optimizerGroups['dense1/kernel']).toEqual({ learningRateMultiplier: 0.25, weightDecay: 0.1 });
    for (const m of [model, loaded]) await step(m);
    expect(weightsOf(loaded)).toEqual(weightsOf(model));
  });
});

describe('mistakes', () => {
  const set = (groups: unknown) => () => {
    make().optimizerGroups = groups as Groups;
  };
  test.each([
    [{ 'conv/*': {} }, `optimizerGroups: the pattern 'conv/*' of groups fits no weight; weights: ${names.join(', ')}`],
    [{ '*': { rate: 1 } }, "optimizerGroups: groups['*']: unknown option 'rate'"],
    [{ '*': { weightDecay: -1 } }, "optimizerGroups: groups['*']: expected a number in [0, inf) for weightDecay, got -1 (number)"],
    [() => 3, "optimizerGroups: groups('dense/kernel'): expected an options object, got 3 (number)"],
    [{ '*': { frozen: true } }, 'optimizerGroups: groups freezes every weight, which leaves nothing to train'],
    [{ '*{bias': {} }, "optimizerGroups: expected braces in pairs in the pattern '*{bias' of groups"],
    [3, 'optimizerGroups: expected a function of the weight name or an object of patterns and options for optimizerGroups, got 3 (number)'],
  ])('%j', (groups, message) => expect(set(groups)).toThrow(expect.objectContaining({ message: expect.stringContaining(message) })));
  test('a bad pattern in compile; before compile; during a run', async () => {
    expect(() => make({ groups: { nothing: {} } })).toThrow("compile: the pattern 'nothing' of groups fits no weight");
    expect(() => sequential([layers.input([2]), layers.dense(1)]).optimizerGroups).toThrow(
      expect.objectContaining({ code: 'ERR_NOT_COMPILED' }),
    );
    const model = make();
    const fit = model.fit(data, { epochs: 5, verbose: false });
    await new Promise((resolve) => setImmediate(resolve));
    expect(() => {
      model.optimizerGroups = {};
    }).toThrow(expect.objectContaining({ code: 'ERR_BUSY' }));
    await fit;
  });
});
