/** A penalty on the distance of two weights: its step by hand, what it does in the end, its files and its mistakes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { defineModel, input, layers, loadModel, ndarray, optimizers, regularizers, sequential, type Values } from '../../lib/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-tie-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const linear = (name: string, more: Parameters<typeof layers.dense>[1] = {}) => layers.dense(1, { useBias: false, name, ...more });

/** Two linear models trained together, the second tied to the first. */
function pair(lambda: number) {
  const [left, right] = [input([2]), input([2])];
  const a = linear('a');
  const b = linear('b', { kernelRegularizer: regularizers.tie(a, lambda) });
  return defineModel({ inputs: { left, right }, outputs: { a: a.apply(left), b: b.apply(right) } }, { seed: 1 });
}
const start = { 'a/kernel': ndarray([1, -2], [2, 1]), 'b/kernel': ndarray([0.5, 3], [2, 1]) };
const loss = { a: 'meanSquaredError', b: 'meanSquaredError' };
const nothing = { x: { left: [[0, 0]], right: [[0, 0]] }, y: { a: [[0]], b: [[0]] } };

describe('two models trained together', () => {
  test('one step: w <- w - 2ηλ(w - other) on both sides, and the penalty λ‖a - b‖² is reported', async () => {
    const model = pair(0.3);
    model.setWeights(start);
    model.compile({ optimizer: optimizers.sgd({ learningRate: 0.1 }), loss });
    const { epochs } = await model.fit(nothing.x, nothing.y);
    expect(epochs[0].penalty).toBeCloseTo(0.3 * (0.5 ** 2 + 5 ** 2), 5);
    const { 'a/kernel': a, 'b/kernel': b } = model.getWeights();
    [1 - 0.06 * 0.5, -2 + 0.06 * 5].forEach((v, i) => expect(a.data[i]).toBeCloseTo(v, 6));
    [0.5 + 0.06 * 0.5, 3 - 0.06 * 5].forEach((v, i) => expect(b.data[i]).toBeCloseTo(v, 6));
  });

  test('draws two regressions together as its strength grows, as their minimum says', async () => {
    // Rows that are orthonormal up to a factor: each weight's loss is c(w - target)², c = 1/2 over two rows.
    const x = {
      left: [
        [1, 0],
        [0, 1],
      ],
      right: [
        [1, 0],
        [0, 1],
      ],
    };
    const [u, v] = [
      [2, -1],
      [1, 1],
    ];
    const y = { a: u.map((t) => [t]), b: v.map((t) => [t]) };
    for (const lambda of [0, 0.1, 1, 10]) {
      const model = pair(lambda);
      model.compile({ optimizer: optimizers.sgd({ learningRate: 0.04 }), loss });
      await model.fit(x, y, { epochs: 800, batchSize: 2 });
      const { 'a/kernel': a, 'b/kernel': b } = model.getWeights();
      // ½(a - u)² + ½(b - v)² + λ(a - b)²: the mean stays, the distance becomes (u - v)/(1 + 4λ).
      u.forEach((_, i) => {
        expect(a.data[i] + b.data[i]).toBeCloseTo(u[i] + v[i], 3);
        expect(a.data[i] - b.data[i]).toBeCloseTo((u[i] - v[i]) / (1 + 4 * lambda), 3);
      });
    }
  });

  test('a frozen weight draws the other one alone', async () => {
    const model = pair(0.3);
    model.setWeights(start);
    model.compile({ optimizer: optimizers.sgd({ learningRate: 0.1, groups: { 'a/*': { frozen: true } } }), loss });
    await model.fit(nothing.x, nothing.y);
    expect([...model.getWeights()['a/kernel'].data]).toEqual([1, -2]);
    expect(model.getWeights()['b/kernel'].data[1]).toBeCloseTo(3 - 0.06 * 5, 6);
  });
});

test('its strength is a hyper-parameter, and a file brings it back', async () => {
  const made = pair(0.3);
  made.compile({ optimizer: 'adam', loss });
  await made.fit(nothing.x, nothing.y);
  made.setHyperparameter('b/kernel/tie', 0.7);
  const path = join(folder, 'tied.safetensors');
  await made.save(path, { training: true });
  const again = await loadModel(path, { inputs: ['left', 'right'], outputs: ['a', 'b'] });
  expect(again.getHyperparameters()['b/kernel/tie']).toBe(0.7);
  await made.fit(nothing.x, nothing.y);
  await again.fit(nothing.x, nothing.y);
  expect(again.getWeights()['a/kernel'].data).toEqual(made.getWeights()['a/kernel'].data);
});

test('by the name of a weight, in a sequential model, with sam too', async () => {
  const model = sequential(
    [
      layers.input([2]),
      layers.dense(2, { name: 'first', useBias: false }),
      layers.dense(2, { name: 'second', useBias: false, kernelRegularizer: regularizers.tie('first/kernel', 50) }),
    ],
    { seed: 4 },
  );
  model.compile({ optimizer: optimizers.sam(optimizers.adam({ learningRate: 0.01 })), loss: 'meanSquaredError' });
  const before = model.getWeights();
  await model.fit(
    [
      [1, 2],
      [2, -1],
    ],
    [
      [1, 0],
      [0, 1],
    ],
    { epochs: 300 },
  );
  const apart = ({ 'first/kernel': a, 'second/kernel': b }: typeof before) => Math.hypot(...a.data.map((v, i) => v - b.data[i]));
  expect(apart(model.getWeights())).toBeLessThan(0.1 * apart(before));
});

describe('mistakes', () => {
  const made = (b: ReturnType<typeof linear>, outputs: (from: ReturnType<typeof input>) => Values<string>) => () => {
    const from = input([2]);
    return defineModel({ inputs: { from }, outputs: { b: b.apply(from), ...outputs(from) } });
  };
  test.each<[string, string, () => unknown]>([
    ['a layer without a name', 'expected a layer with a name', () => regularizers.tie(layers.dense(1), 1)],
    ['neither layer nor name', 'expected a non-empty string for the layer or weight', () => regularizers.tie(3 as never, 1)],
    ['a strength below 0', 'expected a number in [0, inf) for lambda', () => regularizers.tie('a', -1)],
    [
      'a weight that is not there',
      "'b/kernel' is tied to 'a', but the model has no weight 'a' or 'a/kernel'; weights: b/kernel",
      made(linear('b', { kernelRegularizer: regularizers.tie('a', 1) }), () => ({})),
    ],
    [
      'a weight of another shape',
      "'b/kernel' has shape [2, 1] and 'a/kernel', to which it is tied, [2, 3]",
      made(linear('b', { kernelRegularizer: regularizers.tie('a', 1) }), (from) => ({ a: layers.dense(3, { name: 'a' }).apply(from) })),
    ],
    ['activities', 'expected a penalty of values alone', () => linear('b', { activityRegularizer: regularizers.tie('a', 1) })],
  ])('%s', (_, message, fn) => expect(fn).toThrow(message));
});
