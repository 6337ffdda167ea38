/** sweep: the same numbers as fits by hand, what it picks, and what becomes of failures. */
import { expect, expectTypeOf, test, vi } from 'vitest';
import {
  Dataset,
  datasets,
  distributions,
  layers,
  type Model,
  NDArray,
  optimizers,
  regularizers,
  type SweepProgress,
  sequential,
  sweep,
} from '../../lib/index.ts';
import { createRandom } from '../../lib/data/prng.ts';
import { weightsOf } from '../support/model.ts';

/** A linear target with noise. */
const random = createRandom(3);
const inputs = Float32Array.from({ length: 200 * 10 }, () => 2 * random.random() - 1);
const x = new NDArray(inputs, [200, 10]);
const noisy = (r: number) => inputs.subarray(10 * r, 10 * r + 4).reduce((a, b) => a + b, random.random() - 0.5);
const targets = new NDArray(
  Float32Array.from({ length: 200 }, (_, r) => noisy(r)),
  [200, 1],
);
const pairs = [x, targets] as const;

/** A linear model with an L2 penalty. */
function ridge({ l2, learningRate = 0.05 }: { l2: number; learningRate?: number }): Model {
  const model = sequential([layers.input([10]), layers.dense(1, { kernelRegularizer: regularizers.l2(l2) })], { seed: 1 });
  model.compile({ optimizer: optimizers.sgd({ learningRate }), loss: 'meanSquaredError', metrics: ['meanAbsoluteError'] });
  return model;
}
const all = new Dataset({ x, y: targets });
const rowsOf = (rows: ArrayLike<number>) => {
  const part = all.select(rows);
  return [part.x, part.y as NDArray] as const;
};

test('every value is that of a fit by hand on the same fold', async () => {
  const folds = [0, 1, 2].map((f) => Array.from({ length: 200 }, (_, r) => r).filter((r) => r % 3 === f));
  const lambdas = [0, 0.1, 1];
  const result = await sweep({ model: ridge, grid: { l2: lambdas }, data: pairs, folds, epochs: 4, threads: 2 });
  for (const [i, l2] of lambdas.entries()) {
    const entry = result.entries[i];
    expect(entry.params).toEqual({ l2 });
    for (const [f, part] of folds.entries()) {
      const model = ridge({ l2 });
      const kept = Array.from({ length: 200 }, (_, r) => r).filter((r) => r % 3 !== f);
      await model.fit(...rowsOf(kept), { epochs: 4, verbose: false });
      const [train, validation] = [await model.evaluate(...rowsOf(kept)), await model.evaluate(...rowsOf(part))];
      expect(entry.train.loss.values[f]).toBe(train.loss - train.penalty);
      expect(entry.validation.loss.values[f]).toBe(validation.loss - validation.penalty);
      expect(entry.validation.meanAbsoluteError.values[f]).toBe(validation.meanAbsoluteError);
      expect(entry.passes.values[f]).toBe(4);
    }
    const { mean, standardError, values } = entry.validation.loss;
    expect(mean).toBeCloseTo((values[0] + values[1] + values[2]) / 3, 12);
    const deviation = Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / 2);
    expect(standardError).toBeCloseTo(deviation / Math.sqrt(3), 12);
  }
  // The refit is a fit on everything.
  const alone = ridge({ l2: result.best.params.l2 });
  await alone.fit(...pairs, { epochs: 4, verbose: false });
  expect(weightsOf(result.model as Model)).toEqual(weightsOf(alone));
  expect(result.history?.epochs).toHaveLength(4);
  expectTypeOf(result.best.params).toEqualTypeOf<{ readonly l2: number }>();
});

/** Checked by tsc; not run. */
async function types(): Promise<void> {
  const grid = { l2: [0, 1], activation: ['relu', 'tanh'] } as const;
  const make = (params: { l2: number; activation: 'relu' | 'tanh' }) => ridge(params);
  const result = await sweep({ model: make, grid, data: all, simplest: { l2: 'largest' } });
  expectTypeOf(result.best.params.activation).toEqualTypeOf<'relu' | 'tanh'>();
  result.path('l2');
  // @ts-expect-error no parameter is called that
  result.path('l1');
  // @ts-expect-error nor here
  await sweep({ model: make, grid, data: all, simplest: { l1: 'largest' } });
  // @ts-expect-error the model wants a parameter that the grid does not have
  await sweep({ model: make, grid: { l2: [0, 1] }, data: all });
  // @ts-expect-error draws have a count
  await sweep({ model: ridge, samples: { l2: distributions.uniform(0, 1) }, data: all });
}

test('types follow from the grid', () => expectTypeOf(types).returns.resolves.toBeVoid());

test('the last parameter changes fastest, and the best mean is chosen', async () => {
  const { entries, best, minimum, path, table } = await sweep({
    model: ({ l2, learningRate }) => ridge({ l2, learningRate }),
    grid: { l2: [0, 1], learningRate: [0.001, 0.05] },
    data: pairs,
    folds: 3,
    epochs: 3,
    refit: false,
  });
  expect(entries.map(({ params }) => [params.l2, params.learningRate])).toEqual([
    [0, 0.001],
    [0, 0.05],
    [1, 0.001],
    [1, 0.05],
  ]);
  const means = entries.map((e) => e.validation.loss.mean);
  expect(best).toBe(minimum);
  expect(best.validation.loss.mean).toBe(Math.min(...means));
  expect(path('l2').map(({ value, validation }) => [value, validation.mean])).toEqual([
    [0, Math.min(means[0], means[1])],
    [1, Math.min(means[2], means[3])],
  ]);
  expect(table()).toMatch(/^ *l2 +learningRate +training loss +validation loss +standard error\n/);
  expect(table().match(/chosen/g)).toHaveLength(1);
});

test('draws follow from the seed, within their ranges', async () => {
  const samples = { l2: distributions.logUniform(1e-4, 1), learningRate: distributions.choice([0.01, 0.05]) };
  const options = { model: ridge, samples, count: 6, data: pairs, validation: 0.25, epochs: 1, refit: false } as const;
  const [a, b, c] = [await sweep(options), await sweep(options), await sweep({ ...options, seed: 1 })];
  expect(a.entries).toEqual(b.entries);
  expect(c.entries).not.toEqual(a.entries);
  for (const { params, validation } of a.entries) {
    expect(params.l2).toBeGreaterThanOrEqual(1e-4);
    expect(params.l2).toBeLessThanOrEqual(1);
    expect([0.01, 0.05]).toContain(params.learningRate);
    expect(validation.loss.standardError).toBeNaN();
  }
  expect(new Set(a.entries.map(({ params }) => params.l2)).size).toBe(6);
  expectTypeOf(a.best.params.learningRate).toEqualTypeOf<0.01 | 0.05>();
});

test('early stopping for each, and a refit as long as was best', async () => {
  const result = await sweep({
    model: ridge,
    grid: { l2: [0, 0.01] },
    data: pairs,
    folds: 4,
    epochs: 200,
    earlyStopping: { patience: 3 },
  });
  for (const { passes } of result.entries) for (const p of passes.values) expect(p).toBeLessThan(200);
  const perPass = Math.ceil(200 / 32);
  expect(result.model?.engine.position.step).toBe(Math.round(result.best.passes.mean * perPass));
});

test('other data validates', async () => {
  const [x, y] = rowsOf(Array.from({ length: 50 }, (_, r) => r));
  const result = await sweep({ model: ridge, grid: { l2: [0.1] }, data: pairs, validation: [x, y], epochs: 2, refit: false });
  const alone = ridge({ l2: 0.1 });
  await alone.fit(...pairs, { epochs: 2, verbose: false });
  const { loss, penalty } = await alone.evaluate(x, y);
  expect(result.best.validation.loss.mean).toBe(loss - penalty);
});

test('labels are dealt in their proportions', async () => {
  const digits = datasets.digits().take(300);
  const make = ({ units }: { units: number }) => {
    const model = sequential([
      layers.input([64]),
      layers.dense(units, { activation: 'relu' }),
      layers.dense(10, { activation: 'softmax' }),
    ]);
    model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
    return model;
  };
  const result = await sweep({ model: make, grid: { units: [4, 32] }, data: digits, folds: 3, epochs: 5, monitor: 'accuracy' });
  expect(result.best.params.units).toBe(32);
  expect(result.model?.outputShape).toEqual([10]);
});

test('a set that fails does not take the others along', async () => {
  const result = await sweep({ model: ridge, grid: { learningRate: [0.05, 1e30], l2: [0] }, data: pairs, folds: 2, epochs: 3 });
  expect(result.entries[0].error).toBeUndefined();
  expect(result.entries[1].error).toMatchObject({ code: 'ERR_NON_FINITE' });
  expect(result.entries[1].error?.message).toMatch(/^sweep: \{ learningRate: 1e\+30, l2: 0 \}, fold 1 of 2: fit: /);
  expect(result.best).toBe(result.entries[0]);
  expect(result.table()).toContain('failed');
  const none = sweep({ model: ridge, grid: { learningRate: [1e30], l2: [0] }, data: pairs, folds: 2, epochs: 3 });
  await expect(none).rejects.toThrow('sweep: { learningRate: 1e+30, l2: 0 }, fold 1 of 2');
});

test('progress, and few models at once give the same', async () => {
  const seen: SweepProgress[] = [];
  const options = { model: ridge, grid: { l2: [0, 0.1, 1] }, data: pairs, folds: 3, epochs: 4, refit: false } as const;
  const all = await sweep({ ...options, onProgress: (p) => void seen.push(p) });
  expect(seen.at(-1)).toEqual({ finished: 9, models: 9, share: 1 });
  expect(seen.length).toBe(9 * 4);
  const few = await sweep({ ...options, parallel: 2, threads: 1 });
  expect(few.entries).toEqual(all.entries);
});

test('a signal ends it, with the sets that are whole', async () => {
  const controller = new AbortController();
  const warned = vi.spyOn(process, 'emitWarning');
  const error = await sweep({
    model: ridge,
    grid: { l2: [0, 0.1, 1] },
    data: pairs,
    folds: 4,
    epochs: 20,
    parallel: 6,
    signal: controller.signal,
    onProgress: ({ finished }) => finished === 7 && controller.abort(),
  }).catch((e) => e);
  expect(error).toMatchObject({ code: 'ABORT_ERR', message: 'sweep: stopped by its AbortSignal after 6 of 12 models' });
  expect(error.entries).toHaveLength(1);
  expect(warned).not.toHaveBeenCalled();
});

test('a path as a picture', async () => {
  const result = await sweep({
    model: ridge,
    grid: { l2: [0, 1e-3, 1e-1, 10] },
    data: pairs,
    folds: 3,
    epochs: 3,
    select: 'oneStandardError',
  });
  const svg = result.chart('l2');
  expect(svg).toMatch(/^<svg /);
  expect(svg).toContain('validation + SE');
  expect(svg).toContain('l2 (0 stands at the left)');
  expect(() => result.chart('l2', { metric: 'speed' })).toThrow("chart: nothing called 'speed' was measured");
  expect(() => result.path('nothing' as 'l2')).toThrow("path: expected a parameter with numbers, one of l2; got 'nothing'");
});

test('mistakes', async () => {
  const options = { model: ridge, grid: { l2: [0, 1] }, data: pairs } as const;
  const fails = (more: object) => expect(sweep({ ...options, ...more } as typeof options)).rejects;
  await fails({ grid: undefined }).toThrow('sweep: expected either grid or samples');
  await fails({ count: 3 }).toThrow('sweep: expected count with samples');
  await fails({ grid: { l2: 0.1 } }).toThrow('sweep: expected an array of values for grid.l2, got 0.1');
  await fails({ grid: { l2: [0, -1] } }).toThrow(/^sweep: model\(\{ l2: -1 \}\): /);
  await fails({ folds: 1 }).toThrow('sweep: expected folds in [2, 200] for 200 rows, got 1');
  await fails({ folds: [[0, 200]] }).toThrow('sweep: expected rows in [0, 200) in a fold, got 200 at 1');
  await fails({ folds: 3, validation: 0.2 }).toThrow('sweep: expected folds or validation');
  await fails({ validation: 0.2, select: 'oneStandardError' }).toThrow('at least two folds');
  await fails({ monitor: 'lass', epochs: 1 }).toThrow("nothing called 'lass'");
  await fails({ lambda: [1] }).toThrow("sweep: unknown option 'lambda'");
  await fails({ model: () => 1 }).toThrow('got 1 (number)');
  const same = ridge({ l2: 0 });
  await fails({ model: () => same }).toThrow('got the same one twice');
  expect(() => distributions.logUniform(0, 1)).toThrow('distributions.logUniform');
  expect(() => distributions.uniform(1, 1)).toThrow('expected low below high');
  await expect(sweep({ model: ridge, samples: { l2: 3 }, count: 1, data: pairs } as never)).rejects.toThrow(
    'a distribution for samples.l2',
  );
});
