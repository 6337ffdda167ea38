/** Models trained at once are, bit for bit, those trained one after another by fit. */
import { trainPlan } from '../../lib/models/plans.ts';
import { getEventListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import {
  callbacks,
  constraints,
  type Dataset,
  layers,
  losses,
  type Model,
  NDArray,
  optimizers,
  regularizers,
  schedules,
  sequential,
} from '../../lib/index.ts';
import { createRandom, shuffledIndices } from '../../lib/data/prng.ts';
import { fitTogether, type Member, predictTogether } from '../../lib/models/population.ts';
import { digits, small, weightsOf } from '../support/model.ts';

const rows = 240;
const data = digits(rows);
const bootstrap = (n: number, seed: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: n }, () => random.below(rows));
};
/** History without what the clock says. */
const course = (history: { readonly epochs: readonly Readonly<Record<string, number>>[] } | undefined) =>
  history?.epochs.map(({ seconds: _, samplesPerSecond: __, ...logs }) => logs);

type Options = Omit<Parameters<Model['fit']>[2] & object, 'sampleWeight' | 'verbose'>;
interface Case {
  readonly make: (i: number) => Model;
  readonly member: (i: number) => Omit<Member, 'model'>;
  readonly options?: Options;
  readonly validation?: Dataset;
}

/** Trains k members both ways and compares everything that can be seen of them. */
async function compare({ make, member, options = {} }: Case, k: number, threads: number): Promise<void> {
  const numbers = Array.from({ length: k }, (_, i) => i);
  const members = numbers.map((i) => ({ model: make(i), ...member(i) }));
  const outcomes = await fitTogether(members, data, { ...options, threads });
  for (const i of numbers) {
    const { rows: own, validationRows, sampleWeight, callbacks: hooks, ...rest } = member(i);
    const alone = make(i);
    const all = Array.from({ length: rows }, (_, r) => r);
    const history = await alone.fit(data.select(own ?? all), {
      ...options,
      ...rest,
      ...(validationRows ? { validationData: data.select(validationRows) } : {}),
      ...(sampleWeight ? { sampleWeight: Float32Array.from(own ?? all, (r) => (sampleWeight as Float32Array)[r]) } : {}),
      ...(hooks ? { callbacks: hooks } : {}),
      threads: 1,
      verbose: false,
    });
    expect(outcomes[i].error).toBeUndefined();
    expect(course(outcomes[i].history)).toEqual(course(history));
    expect(outcomes[i].history?.stopReason).toEqual(history.stopReason);
    expect(weightsOf(members[i].model)).toEqual(weightsOf(alone));
  }
  expect(weightsOf(members[0].model)).not.toEqual(weightsOf(members[1].model));
}

/** Seeds, rows and every number differ. */
const varied = (i: number) => small({ seed: 3 + i, rate: 0.1 * i, lambda: 1e-4 * i, learningRate: 0.003 * (i + 1) });

for (const threads of [1, 2, 3]) {
  test(`bootstraps of different lengths, on ${threads} threads`, () =>
    compare(
      {
        make: varied,
        member: (i) => ({ rows: bootstrap(rows - 31 * i, i), validationRows: shuffledIndices(rows, 9).subarray(0, 40 + i) }),
        options: { epochs: 3 },
      },
      5,
      threads,
    ));
}

/** Batch normalization, two noises, schedules and clipping; numbers differ. */
function elaborate(i: number): Model {
  const model = sequential(
    [
      layers.input([64]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.dense(24, {
        kernelRegularizer: regularizers.elasticNet({ l1: 1e-4 * i, l2: 1e-3 }),
        kernelConstraint: constraints.maxNorm(2 + i),
      }),
      layers.batchNormalization({ momentum: 0.9 - 0.1 * i }),
      layers.activation('relu'),
      layers.gaussianNoise(0.1 + 0.05 * i),
      layers.dropout(0.2),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed: 20 + i },
  );
  model.compile({
    optimizer: optimizers.adamw({
      learningRate: schedules.cosineDecay({ initial: 0.01 * (i + 1), steps: 30 }),
      globalClipNorm: 0.5 + i,
      weightDecay: 0.01 * i,
    }),
    loss: losses.sparseCategoricalCrossentropy({ labelSmoothing: 0.05 * i }),
    metrics: ['accuracy'],
  });
  return model;
}

test('batch normalization, noise, dropout, schedules, clipping, constraints', () =>
  compare({ make: elaborate, member: (i) => ({ rows: bootstrap(200, 50 + i) }), options: { epochs: 3, batchSize: 24 } }, 4, 2));

test('early stopping by member, with the best weights back', () =>
  compare(
    {
      make: (i) => small({ seed: i, learningRate: 0.02 + 0.03 * i }),
      member: (i) => ({
        rows: shuffledIndices(rows, i).subarray(0, 150),
        validationRows: shuffledIndices(rows, i).subarray(150),
        callbacks: [callbacks.earlyStopping({ patience: 1, restoreBestWeights: true })],
      }),
      options: { epochs: 30 },
    },
    4,
    2,
  ));

test('weights of rows, of classes, and members of another structure', () =>
  compare(
    {
      make: (i) => small({ seed: i, hidden: i % 2 ? 16 : 24 }),
      member: (i) => ({
        rows: i === 3 ? undefined : bootstrap(180, i),
        sampleWeight: Float32Array.from({ length: rows }, (_, r) => ((r * (i + 1)) % 5) / 2),
        ...(i === 2 ? { classWeight: { 3: 2, 4: 0.5 } } : {}),
      }),
      options: { epochs: 2 },
    },
    4,
    2,
  ));

test('accumulated gradients, evaluations within an epoch, no shuffling, swa', () =>
  compare(
    {
      make: (i) => {
        const model = elaborate(i);
        const optimizer = optimizers.swa(optimizers.sgd({ learningRate: 0.05 + 0.01 * i }), { start: 3 });
        model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy' });
        return model;
      },
      member: (i) => ({ rows: bootstrap(130, i), validationRows: bootstrap(33, i), maxSteps: 7 + i, gradientAccumulation: 1 + (i % 2) }),
      options: { epochs: 4, evaluateEvery: 2, shuffle: false },
    },
    3,
    2,
  ));

/** A model of some of the pixels. */
function narrow(i: number, features: number): Model {
  const model = sequential(
    [
      layers.input([features]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.dense(16, { activation: 'tanh' }),
      layers.batchNormalization(),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed: i },
  );
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

test('members of other features, each with weights of its own', async () => {
  const picks = [0, 1, 2, 3].map((i) => shuffledIndices(64, i).subarray(0, i === 3 ? 40 : 24));
  const weights = picks.map((_, i) => Float32Array.from({ length: rows }, (__, r) => ((r * (i + 3)) % 7) / 3));
  const members = picks.map((features, i) => ({
    model: narrow(i, features.length),
    features,
    rows: i === 1 ? undefined : bootstrap(150 + i, i),
    validationRows: bootstrap(40, 9),
    sampleWeight: weights[i],
    gradientAccumulation: i === 2 ? 2 : 1,
    evaluations: [{ rows: i === 1 ? undefined : bootstrap(150 + i, i) }],
  }));
  const outcomes = await fitTogether(members, data, { epochs: 3, threads: 2 });
  const outputs = await predictTogether(
    members.map(({ model }) => model),
    data,
    { features: picks },
  );
  const every = Array.from({ length: rows }, (_, r) => r);
  for (const [i, { rows: own = every, features, validationRows, gradientAccumulation }] of members.entries()) {
    const part = (of: readonly number[]) => {
      const chosen = data.select(of);
      const x = Uint8Array.from({ length: of.length * features.length }, (_, at) => {
        const row = Math.floor(at / features.length);
        return chosen.x.data[64 * row + features[at % features.length]];
      });
      return [new NDArray(x, [of.length, features.length]), chosen.y as NDArray] as const;
    };
    const alone = narrow(i, features.length);
    const history = await alone.fit(...part(own), {
      epochs: 3,
      verbose: false,
      validationData: part(validationRows),
      sampleWeight: Float32Array.from(own, (r) => weights[i][r]),
      gradientAccumulation,
    });
    expect(course(outcomes[i].history)).toEqual(course(history));
    expect(weightsOf(members[i].model)).toEqual(weightsOf(alone));
    expect(outputs[i]).toEqual(await alone.predict(part(every)[0]));
    expect(outcomes[i].error ?? outcomes[i].evaluations).toEqual([await alone.evaluate(...part(own))]);
  }
});

test('a trained member has no buffers outside of its state', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const held = async () => {
    // What a run held goes with the turn after it, or a later one where the machine is busy; what is kept for good stays in all of them.
    let least = Infinity;
    for (let turn = 0; turn < 10; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      collect();
      least = Math.min(least, process.memoryUsage().arrayBuffers);
    }
    return least;
  };
  const train = async (k: number) => {
    const members = Array.from({ length: k }, (_, i) => ({ model: small({ seed: i }), rows: bootstrap(200, i) }));
    await fitTogether(members, data, { epochs: 2 });
    return members;
  };
  await train(2);
  const before = await held();
  const members = await train(40);
  expect(((await held()) - before) / members.length).toBeLessThan(2000);
});

test('all members of one structure share their plans', async () => {
  const models = [0, 1, 2].map(varied);
  await fitTogether(
    models.map((model) => ({ model })),
    data,
    { epochs: 1 },
  );
  const plans = models.map(({ engine }) =>
    trainPlan(engine, 32, { x: ['float32'], y: [{ shape: [], dtype: 'int32', weighted: false }] }, true),
  );
  expect(plans[1].executable).toBe(plans[0].executable);
  expect(plans[2].executable).toBe(plans[0].executable);
  expect(weightsOf(models[0])).not.toEqual(weightsOf(models[1]));
});

test('evaluations while others train, and predictions of all at once', async () => {
  const models = [varied(0), varied(1), small({ hidden: 16 }), elaborate(1)];
  const part = bootstrap(70, 5);
  const other = data.select(bootstrap(90, 6));
  const outcomes = await fitTogether(
    models.map((model, i) => ({ model, evaluations: i === 1 ? [{ rows: part }, { data: other }] : [{ data: other }, {}] })),
    data,
    { epochs: 1, threads: 2 },
  );
  const outputs = await predictTogether(models, data, { threads: 2 });
  for (const [i, model] of models.entries()) {
    expect(outputs[i]).toEqual(await model.predict(data));
    const expected = [await model.evaluate(i === 1 ? data.select(part) : other), await model.evaluate(i === 1 ? other : data)];
    expect(outcomes[i].error ?? outcomes[i].evaluations).toEqual(expected);
  }
});

test('a member whose loss is not finite ends alone', async () => {
  const members = [0, 1, 2].map((i) => ({ model: small({ seed: i, ...(i === 1 ? { learningRate: 1e30 } : {}) }) }));
  const outcomes = await fitTogether(members, data, { epochs: 2, threads: 2 });
  expect(outcomes[1].error).toMatchObject({ code: 'ERR_NON_FINITE' });
  for (const i of [0, 2]) {
    const alone = small({ seed: i });
    await alone.fit(data, { epochs: 2, verbose: false });
    expect(outcomes[i].error).toBeUndefined();
    expect(weightsOf(members[i].model)).toEqual(weightsOf(alone));
  }
  // Models are as free as before.
  await members[0].model.fit(data, { verbose: false });
});

test('a loss or an update that is not finite after some epochs: error, history and position as alone', async () => {
  const [steps, batchSize] = [4, rows / 4];
  // An update that spoils the weights within an epoch, and with its last step; weights that are finite and give no finite loss to the next epoch.
  const cases = [
    { step: 2 * steps + 1, rate: 1e39, epochs: 2, position: { epoch: 2, row: 2 * batchSize } },
    { step: 3 * steps - 1, rate: 1e39, epochs: 2, position: { epoch: 2, row: rows } },
    { step: 3 * steps - 1, rate: 1e28, epochs: 3, position: { epoch: 3, row: 0 } },
  ];
  const make = (i: number) => {
    const model = sequential([layers.input([64]), layers.dense(8), layers.dense(10)], { seed: i });
    const learningRate = (step: number) => (step === cases[i].step ? cases[i].rate : 1e-6);
    model.compile({ optimizer: optimizers.sgd({ learningRate }), loss: 'meanSquaredError' });
    return model;
  };
  const pair = [data.x, new NDArray(new Float32Array(10 * rows), [rows, 10])] as const;
  const members = cases.map((_, i) => ({ model: make(i) }));
  const outcomes = await fitTogether(members, pair, { epochs: 9, batchSize, threads: 2 });
  const what = ({ message }: Error) => message.split(';')[0];
  for (const [i, { step, epochs, position }] of cases.entries()) {
    const alone = make(i);
    const error = await alone.fit(...pair, { epochs: 9, batchSize, verbose: false }).catch((e) => e);
    expect(error).toMatchObject({ code: 'ERR_NON_FINITE' });
    expect(what(outcomes[i].error as Error)).toBe(what(error));
    expect(course(outcomes[i].history)).toEqual(course(error.history));
    expect(outcomes[i].history?.epochs).toHaveLength(epochs);
    expect(members[i].model.engine.position).toMatchObject({ ...position, step: step + 1 });
  }
});

test('memory is the data, once, and the state of each member', async () => {
  const create = vi.spyOn(small().engine.backend, 'createSlab');
  const allocated = async (k: number) => {
    const members = Array.from({ length: k }, (_, i) => ({
      model: small({ seed: i }),
      rows: bootstrap(200, i),
      validationRows: [1, 2, 3],
    }));
    await members[0].model.fit(data, { verbose: false });
    create.mockClear();
    await fitTogether(members, data, { epochs: 2 });
    for (const { model } of members) expect(model.engine.snapshot).toBeUndefined();
    return create.mock.calls.reduce((bytes, [more]) => bytes + more, 0);
  };
  expect(await allocated(6)).toBe(await allocated(1));
  create.mockRestore();
});

test('an error of a callback is that of its member', async () => {
  const broken = new Error('mine');
  const members = [0, 1].map((i) => ({
    model: small({ seed: i }),
    callbacks: [
      {
        onEpochEnd() {
          if (i === 0) throw broken;
        },
      },
    ],
  }));
  const outcomes = await fitTogether(members, data, { epochs: 2 });
  expect(outcomes[0].error).toBe(broken);
  expect(outcomes[1].history?.epochs).toHaveLength(2);
});

test('a signal stops all of them, with what each has done', async () => {
  const controller = new AbortController();
  const members = [0, 1, 2, 3].map((i) => ({
    model: small({ seed: i }),
    callbacks: [{ onEpochEnd: (epoch: number) => void (i === 0 && epoch === 3 && controller.abort()) }],
  }));
  const failed = await fitTogether(members, data, { epochs: 100_000, signal: controller.signal, threads: 2 }).catch((error) => error);
  expect(failed).toMatchObject({ code: 'ABORT_ERR' });
  expect(failed.outcomes).toHaveLength(4);
  for (const { error } of failed.outcomes) expect(error).toMatchObject({ code: 'ABORT_ERR' });
  expect(failed.outcomes[0].history.epochs.length).toBe(3);
  await members[3].model.fit(data, { verbose: false });
});

test('one listener on a signal, however many members there are; no signal, and one that came before', async () => {
  const { signal } = new AbortController();
  const listening: number[] = [];
  const members = Array.from({ length: 12 }, (_, i) => ({
    model: small({ seed: i, hidden: 4 }),
    callbacks: [{ onEpochEnd: () => void listening.push(getEventListeners(signal, 'abort').length) }],
  }));
  await fitTogether(members, data, { epochs: 1, signal });
  expect(listening).toEqual(Array.from(members, () => 1));
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  const [{ error }] = await fitTogether([members[0]], data, { signal: {} as AbortSignal });
  expect(error).toMatchObject({ code: 'ERR_OPTION' });
  await expect(fitTogether([members[0]], data, { signal: AbortSignal.abort('enough') })).rejects.toMatchObject({
    code: 'ABORT_ERR',
    cause: 'enough',
  });
});

test('progress of each member', async () => {
  const seen = new Set<number>();
  const enough = new AbortController();
  const note = (i: number, step: number, steps: number) => {
    if (step > 0 && step <= steps) seen.add(i);
    if (seen.size === 2) enough.abort();
  };
  const members = [0, 1].map((i) => ({
    model: small({ seed: i, hidden: 128 }),
    rows: Int32Array.from({ length: 60_000 }, (_, r) => r % rows),
    callbacks: [{ onProgress: ({ step, steps }: { step: number; steps: number }) => note(i, step, steps) }],
  }));
  // Steps are told of ten times a second: as many epochs as that takes.
  const stopped = fitTogether(members, data, { epochs: 1000, threads: 2, batchSize: 1, signal: enough.signal });
  await expect(stopped).rejects.toMatchObject({ code: 'ABORT_ERR' });
  expect([...seen].sort()).toEqual([0, 1]);
});

test('mistakes are named before anything is trained', async () => {
  const model = small();
  const before = weightsOf(model);
  const fails = (members: readonly Member[], options = {}) => expect(fitTogether(members, data, options)).rejects;
  await fails([]).toThrow('fit: expected at least one model');
  await fails([{ model }, { model }]).toThrow('fit: expected different models, got one twice');
  await fails([{ model, rows: [0, rows] }]).toThrow(`fit: member 0: rows: expected rows in [0, ${rows}), got ${rows} at 1`);
  await fails([{ model, rows: [0.5] }]).toThrow('row at 0');
  await fails([{ model, rows: [] }]).toThrow('fit: member 0: rows: expected at least one row');
  await fails([{ model, validationRows: [-1] }]).toThrow('fit: member 0: validationRows');
  await fails([{ model, epochs: 0 }]).toThrow('epochs');
  await fails([{ model, features: [0, 64] }]).toThrow('fit: features: expected features in [0, 64), got 64 at 1');
  await fails([{ model, features: [0, 63] }]).toThrow('fit: expected 64 features, which the model takes, got 2');
  await fails([{ model, sampleWeight: new Float32Array(3) }]).toThrow('expected sampleWeight of shape');
  expect(weightsOf(model)).toEqual(before);
});
