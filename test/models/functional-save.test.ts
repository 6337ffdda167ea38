/** Functional models in files: the graph, the losses of the outputs, and training that goes on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../lib/formats/safetensors.ts';
import { defineModel, input, layers, loadModel, losses, ndarray, optimizers, regularizers, sequential } from '../../lib/index.ts';
import { digits } from '../support/model.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-functional-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, `${name}.safetensors`);

const data = digits(120);
const half = data.x.reshape([240, 32]);
const rows = (first: number) =>
  ndarray(
    Float32Array.from({ length: 120 * 32 }, (_, k) => half.data[(2 * Math.floor(k / 32) + first) * 32 + (k % 32)]),
    [120, 32],
  );
const x = { top: rows(0), bottom: rows(1) };
const y = { digit: Int32Array.from(data.y?.data ?? [], (v, i) => (i % 5 ? v : -1)), ink: ndarray(data.x.data.slice(0, 120), [120, 1]) };

/** Both halves of a digit through one layer, and a value of each kind of graph. */
function model() {
  const [top, bottom] = [input([32]), input([32], { name: 'bottom', dtype: 'float32' })];
  const part = layers.dense(12, { activation: 'tanh', name: 'part' });
  const scale = layers.rescaling({ scale: 1 / 16 });
  const both = layers.concatenate().apply([part.apply(scale.apply(top)), part.apply(scale.apply(bottom))]);
  const dropped = layers.dropout(0.2).apply(both);
  const digit = layers.dense(10, { activation: 'softmax' }).apply(dropped);
  const ink = layers.dense(1, { kernelRegularizer: regularizers.l2(1e-3) }).apply(both);
  const made = defineModel({ inputs: { top, bottom }, outputs: { digit, ink } }, { seed: 8 });
  made.compile({
    optimizer: optimizers.adam({ learningRate: 3e-3 }),
    loss: { digit: losses.sparseCategoricalCrossentropy({ labelSmoothing: 0.1 }), ink: 'meanSquaredError' },
    metrics: { digit: ['accuracy'] },
    lossWeights: { ink: 0.05 },
  });
  return made;
}
const names = { inputs: ['top', 'bottom'], outputs: ['digit', 'ink'] } as const;

describe('with names', () => {
  test('comes back exactly, compiled as it was', async () => {
    const made = model();
    await made.fit(x, y, { epochs: 2 });
    made.setHyperparameter('lossWeights/ink', 0.02);
    await made.save(file('plain'));
    const again = await loadModel(file('plain'), names);
    expect(again.summary()).toBe(made.summary());
    const [a, b] = [await made.predict(x), await again.predict(x)];
    for (const name of ['digit', 'ink'] as const) expect(b[name].data).toEqual(a[name].data);
    expect(await again.evaluate(x, y)).toEqual(await made.evaluate(x, y));
    expect(again.getHyperparameters()).toMatchObject({ 'lossWeights/digit': 1, 'lossWeights/ink': 0.02, 'dropout/rate': 0.2 });
    const { tensors } = await readSafetensors(file('plain'));
    expect(
      Object.keys(tensors)
        .filter((t) => t.startsWith('part/'))
        .sort(),
    ).toEqual(['part/bias', 'part/kernel']);
  });

  test('training goes on bit for bit', async () => {
    const [straight, stopped] = [model(), model()];
    await straight.fit(x, y, { epochs: 4 });
    await stopped.fit(x, y, { epochs: 2 });
    await stopped.save(file('training'), { training: true });
    const again = await loadModel(file('training'), names);
    await again.fit(x, y, { epochs: 2 });
    for (const [name, w] of Object.entries(straight.getWeights())) expect(again.getWeights()[name].data, name).toEqual(w.data);
  });

  test('the names must be given, and right', async () => {
    await model().save(file('names'));
    const wanted = "expected { inputs: ['top', 'bottom'], outputs: ['digit', 'ink'] }";
    await expect(loadModel(file('names'))).rejects.toThrow(`its data goes by name: ${wanted} as second argument`);
    for (const wrong of [
      { ...names, outputs: ['digit'] },
      { ...names, inputs: ['top', 'left'] },
    ])
      await expect(loadModel(file('names'), wrong)).rejects.toThrow(`it has other inputs or outputs: ${wanted}`);
    await expect(loadModel(file('names'), { inputs: 'top' } as never)).rejects.toThrow('expected an array of names for inputs');
    await sequential([layers.input([3]), layers.dense(1)]).save(file('sequential'));
    await expect(loadModel(file('sequential'), names)).rejects.toThrow('it has one input and one output without names');
  });

  test('a graph that is none is refused', async () => {
    await model().save(file('hostile'));
    const { tensors, metadata } = await readSafetensors(file('hostile'));
    const saved = JSON.parse(metadata.ridgeline);
    const changes: Record<string, unknown>[] = [
      { applications: saved.applications.slice(1) },
      { applications: 5 },
      { applications: [{ layer: 0, from: [2] }] },
      { applications: saved.applications.map((a: object) => ({ ...a, layer: 99 })) },
      { applications: saved.applications.map((a: object) => ({ ...a, from: [] })) },
      { applications: saved.applications.map((a: { from: number[] }) => ({ ...a, from: [a.from[0], a.from[0]] })) },
      { outputs: [] },
      { outputs: [{ name: 'digit', from: -1 }] },
      { outputs: [saved.outputs[0], saved.outputs[0]] },
      { inputs: [saved.inputs[0], null] },
      { inputs: [saved.inputs[0], saved.inputs[0]] },
      { compiled: { ...saved.compiled, goals: [saved.compiled.goals[0]] } },
      { compiled: { ...saved.compiled, goals: saved.compiled.goals.map((g: object) => ({ ...g, lossWeight: -1 })) } },
    ];
    for (const change of changes) {
      await writeSafetensors(file('hostile'), tensors, { ridgeline: JSON.stringify({ ...saved, ...change }) });
      await expect(loadModel(file('hostile'), names), JSON.stringify(change)).rejects.toThrow(
        expect.objectContaining({ code: 'ERR_FORMAT' }),
      );
    }
  });
});

test('without names: a residual network', async () => {
  const from = input([64]);
  const h = layers.dense(64, { activation: 'relu' }).apply(layers.rescaling({ scale: 1 / 16 }).apply(from));
  const made = defineModel(
    { inputs: from, outputs: layers.dense(10, { activation: 'softmax' }).apply(layers.add().apply([from, h])) },
    { seed: 1 },
  );
  made.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
  await made.fit(data);
  await made.save(file('residual'), { training: true });
  const again = await loadModel(file('residual'));
  expect((await again.predict(data)).data).toEqual((await made.predict(data)).data);
  await made.fit(data);
  await again.fit(data);
  expect(again.getWeights()['dense1/kernel'].data).toEqual(made.getWeights()['dense1/kernel'].data);
});
