/** What a loss says of outputs and targets: metrics follow it, and targets that it cannot take are refused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { defineModel, ensembles, input, layers, losses, metrics, type Model, ndarray, optimizers, sequential } from '../../lib/index.ts';
import { loadModel } from '../../lib/models/load.ts';
import { type LossLike, resolveLoss } from '../../lib/losses/index.ts';
import type { MetricLike } from '../../lib/metrics/index.ts';

const x = Array.from({ length: 40 }, (_, i) => [Math.sin(i * 1.7), Math.cos(i * 2.3), Math.sin(i * i)]);
const y = x.map(([a, b, c], i) => (a + 0.5 * b - c + (i % 5 === 0 ? 0.8 : 0.2) > 0 ? 1 : 0));
const kernel = [[1], [0.5], [-1]];
const directory = mkdtempSync(join(tmpdir(), 'ridgeline-'));
afterAll(() => rmSync(directory, { recursive: true }));
const names = ['accuracy', 'auc', 'precision', 'recall', 'f1'];

/** One output a + b/2 - c of fixed weights, or its sigmoid. */
function fixed(activation: 'linear' | 'sigmoid', loss: LossLike, given: readonly MetricLike[] = names): Model {
  const model = sequential([layers.input([3]), layers.dense(1, { activation })], { seed: 1 });
  model.compile({ optimizer: 'sgd', loss, metrics: given });
  model.setWeights({ 'dense/kernel': kernel });
  return model;
}
const close = (found: Record<string, number>, wanted: Record<string, number>, keys = names) => {
  for (const name of keys) expect(found[name], name).toBeCloseTo(wanted[name], name === 'auc' ? 2 : 12);
};

describe('metrics of scores', () => {
  const wanted = fixed('sigmoid', 'binaryCrossentropy').evaluate(x, y);
  test('by name, under a loss on logits', async () => {
    expect((await wanted).accuracy).toBeLessThan(1);
    close(await fixed('linear', losses.binaryCrossentropy({ fromLogits: true })).evaluate(x, y), await wanted);
  });
  test('as items without a threshold, and under hinge with targets of both kinds', async () => {
    const items = [metrics.accuracy(), metrics.auc(), metrics.precision(), metrics.recall(), metrics.f1()];
    close(await fixed('linear', losses.binaryCrossentropy({ fromLogits: true }), items).evaluate(x, y), await wanted);
    const model = fixed('linear', 'hinge');
    const zeros = await model.evaluate(x, y);
    close(zeros, await wanted);
    expect(
      await model.evaluate(
        x,
        y.map((v) => 2 * v - 1),
      ),
    ).toEqual(zeros);
  });
  test('a threshold that was given stays', async () => {
    const logits = losses.binaryCrossentropy({ fromLogits: true });
    const at = (threshold: number) => [metrics.accuracy({ threshold }), metrics.recall({ threshold })];
    const model = fixed('linear', logits, at(0.5));
    const same = fixed('sigmoid', 'binaryCrossentropy', at(1 / (1 + Math.exp(-0.5))));
    close(await model.evaluate(x, y), await same.evaluate(x, y), ['accuracy', 'recall']);
  });
  test('of one output among several', async () => {
    const h = input([3]);
    const outputs = { a: layers.dense(1, { name: 'a' }).apply(h), b: layers.dense(1, { activation: 'sigmoid', name: 'b' }).apply(h) };
    const model = defineModel({ inputs: { h }, outputs }, { seed: 1 });
    const loss = { a: losses.binaryCrossentropy({ fromLogits: true }), b: 'binaryCrossentropy' } as const;
    model.compile({ optimizer: 'sgd', loss, metrics: { a: ['accuracy'], b: ['accuracy'] } });
    model.setWeights({ 'a/kernel': kernel, 'b/kernel': kernel });
    const { aAccuracy, bAccuracy } = await model.evaluate({ h: x }, { a: y, b: y });
    expect(aAccuracy).toBe((await wanted).accuracy);
    expect(bAccuracy).toBe((await wanted).accuracy);
  });
  test('after saving and loading', async () => {
    const model = fixed('linear', losses.binaryCrossentropy({ fromLogits: true }));
    const path = join(directory, 'logits.safetensors');
    await model.save(path);
    expect(await (await loadModel(path)).evaluate(x, y)).toEqual(await model.evaluate(x, y));
  });
  test('an ensemble judges the probabilities that it gives', async () => {
    const ensemble = ensembles.votingEnsemble({ members: [fixed('linear', losses.binaryCrossentropy({ fromLogits: true }))] });
    await ensemble.use(x, y);
    const found = await ensemble.evaluate(x, y);
    close(found, await wanted);
    const labels = await ensemble.predictLabels(x);
    expect(labels.filter((v, i) => v === y[i]).length / y.length).toBeCloseTo(found.accuracy, 12);
  });
});

describe('NaN among the outputs', () => {
  const classes = (given: readonly MetricLike[]) => {
    const model = sequential([layers.input([3]), layers.dense(3, { activation: 'softmax' })], { seed: 1 });
    model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy', metrics: given });
    return model;
  };
  const given = ['accuracy', metrics.topKAccuracy({ k: 3 }), 'precision', 'recall', 'f1'];
  test.each([0, 1, 2])('is class %i in no metric', async (label) => {
    const found = await classes(given).evaluate([[Number.NaN, 1, 1]], Int32Array.of(label));
    expect(found).toEqual({ loss: Number.NaN, accuracy: 0, topKAccuracy: 0, precision: 0, recall: 0, f1: 0 });
  });
  test('other rows count as they are', async () => {
    const rows = [x[0], [Number.NaN, 1, 1], x[1]];
    const model = classes(['accuracy']);
    const own = (await model.predict([x[0], x[1]])).toArray() as number[][];
    const best = own.map((p) => p.indexOf(Math.max(...p)));
    expect((await model.evaluate(rows, [best[0], 0, best[1]])).accuracy).toBeCloseTo(2 / 3, 6);
  });
  test('of a single output is neither class', async () => {
    for (const loss of ['binaryCrossentropy', losses.binaryCrossentropy({ fromLogits: true })] as const) {
      const model = fixed(loss === 'binaryCrossentropy' ? 'sigmoid' : 'linear', loss);
      const found = await model.evaluate([[Number.NaN, 1, 1], x[1], x[2]], [0, 1 - y[1], y[2]]);
      expect(found.auc).toBeNaN();
      const clean = await model.evaluate([x[1], x[2]], [1 - y[1], y[2]]);
      expect(found.accuracy).toBeCloseTo((clean.accuracy * 2) / 3, 12);
    }
  });
  test('predict passes NaN on, row by row', async () => {
    const out = (await classes([]).predict([[Number.NaN, 1, 1], x[0]])).toArray() as number[][];
    expect(out[0].every(Number.isNaN)).toBe(true);
    expect(out[1].every(Number.isFinite)).toBe(true);
  });
});

describe('targets that a loss cannot take', () => {
  const refused = async (loss: LossLike, targets: readonly number[], message: string) => {
    const model = fixed('linear', loss, []);
    const data = Array.from(targets);
    for (const [where, run] of [
      ['fit', () => model.fit(x.slice(0, data.length), data)],
      ['evaluate', () => model.evaluate(x.slice(0, data.length), data)],
    ] as const)
      await expect(run(), where).rejects.toThrow(expect.objectContaining({ code: 'ERR_VALUE', message: `${where}: ${message}` }));
  };
  test('binaryCrossentropy', async () => {
    await refused('binaryCrossentropy', [1, 2, 1], 'y has 2 in row 1; binaryCrossentropy expects values in [0, 1]');
    await refused(
      losses.binaryCrossentropy({ fromLogits: true }),
      [1, 0, -1],
      'y has -1 in row 2; binaryCrossentropy expects values in [0, 1]',
    );
    const loss = (await fixed('sigmoid', 'binaryCrossentropy').evaluate(x.slice(0, 3), [0.25, 1, 0])).loss;
    expect(loss).toBeGreaterThan(0);
  });
  test('hinge', async () => {
    await refused('hinge', [1, -1, 2], 'y has 2 in row 2; hinge expects -1 and 1, or 0 and 1');
    await refused('hinge', [1, -1, 0], 'y has 0 in row 2; hinge expects -1 and 1, or 0 and 1; this has -1 too');
    await refused('hinge', [1, 0.5, 0], 'y has 0.5 in row 1; hinge expects -1 and 1, or 0 and 1');
  });
  test('poisson, kullbackLeibler and categoricalCrossentropy', async () => {
    for (const kind of ['poisson', 'kullbackLeibler', 'categoricalCrossentropy'])
      await refused(kind, [1, -1], `y has -1 in row 1; ${kind} expects values of 0 or more`);
  });
  test('hinge trains on 0 and 1 as on -1 and 1, and leaves the array as it is', async () => {
    const zeros = Float32Array.from(y);
    const histories = [];
    for (const targets of [zeros, Float32Array.from(y, (v) => 2 * v - 1)]) {
      const model = fixed('linear', 'hinge');
      histories.push((await model.fit(ndarray(x), targets, { epochs: 3 })).epochs.map(({ loss, accuracy }) => [loss, accuracy]));
    }
    expect(histories[0]).toEqual(histories[1]);
    expect(Array.from(zeros)).toEqual(y);
  });
  test('a row without a label is none of them', async () => {
    const h = input([3]);
    const outputs = { a: layers.dense(1, { name: 'a' }).apply(h), b: layers.dense(1, { name: 'b' }).apply(h) };
    const model = defineModel({ inputs: { h }, outputs }, { seed: 1 });
    model.compile({ optimizer: optimizers.sgd(), loss: { a: 'hinge', b: 'hinge' } });
    model.setWeights({ 'a/kernel': kernel, 'b/kernel': kernel });
    const found = await model.evaluate({ h: x.slice(0, 3) }, { a: [-1, Number.NaN, 1], b: [-1, 1, 1] });
    expect(Number.isFinite(found.aLoss)).toBe(true);
  });
  test('models of a population with other losses have targets of their own', async () => {
    const [a, b] = [fixed('linear', 'hinge', []), fixed('linear', 'meanSquaredError', [])];
    const alone = [await fixed('linear', 'hinge', []).fit(x, y), await fixed('linear', 'meanSquaredError', []).fit(x, y)];
    const { fitTogether } = await import('../../lib/models/population.ts');
    const together = await fitTogether([{ model: a }, { model: b }], [x, y]);
    together.forEach((outcome, i) => expect(outcome.history?.epochs[0].loss).toBe(alone[i].epochs[0].loss));
  });
  test('the domain belongs to the loss', () => expect(resolveLoss('compile', 'hinge').domain?.expected).toBe('-1 and 1, or 0 and 1'));
});
