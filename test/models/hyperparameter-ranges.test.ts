/** The rule that checks an option goes with the number that it becomes: what the constructor refuses, setHyperparameter refuses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  constraints,
  defineModel,
  input,
  layers,
  loadModel,
  losses,
  type Model,
  optimizers,
  regularizers,
  sequential,
} from '../../lib/index.ts';
import { readSafetensors, writeSafetensors } from '../../lib/formats/safetensors.ts';

const directory = mkdtempSync(join(tmpdir(), 'ridgeline-'));
afterAll(() => rmSync(directory, { recursive: true }));

const x = Array.from({ length: 12 }, (_, i) => [Math.sin(i), Math.cos(i), i / 12, 1]);
const y = x.map(([a, b]) => a * b);
const { dense, dropout } = layers;

/** Every number that a layer, a penalty, a constraint or a loss can have. */
function everything(): Model {
  const withDual = constraints.withinNorm({ norm: 'l2', radius: 2, method: 'dual' });
  const model = sequential(
    [
      layers.input([4]),
      dropout(0.1),
      layers.gaussianNoise(0.1),
      layers.gaussianDropout(0.1),
      layers.alphaDropout(0.1),
      layers.normBound(3),
      layers.batchNormalization({ gammaRegularizer: regularizers.l2(0.1) }),
      layers.layerNormalization(),
      dense(4, { kernelRegularizer: regularizers.elasticNet({ l1: 0.1, l2: 0.1 }), kernelConstraint: constraints.maxNorm(3) }),
      dense(4, { kernelRegularizer: regularizers.orthogonal(0.1), kernelConstraint: constraints.minMaxNorm({ max: 3 }) }),
      dense(4, { kernelRegularizer: regularizers.tie('dense', 0.1), biasConstraint: constraints.l1Ball(1), name: 'tied' }),
      dense(4, { weightNoise: { stddev: 0.1 }, dropConnect: 0.1, kernelConstraint: constraints.l2Ball(3) }),
      dense(4, { activation: 'sigmoid', activityRegularizer: regularizers.klSparsity({ lambda: 0.1 }), kernelConstraint: withDual }),
      dense(1, { kernelRegularizer: regularizers.l1(0.1, { proximal: true }) }),
    ],
    { seed: 1 },
  );
  model.compile({
    optimizer: optimizers.adamw({ clipNorm: 1, groups: { 'dense/kernel': { learningRateMultiplier: 0.5, weightDecay: 0.1 } } }),
    loss: losses.huber({ delta: 2 }),
    biasRegularizer: regularizers.l2(0.1),
  });
  return model;
}
const refusal = (name: string, expected: string, value: number) =>
  expect.objectContaining({
    code: 'ERR_OPTION',
    message: `setHyperparameter: expected ${expected} for ${name}, got ${value} (number)`,
  });

describe('setHyperparameter', () => {
  test.each([
    ['dropout/rate', '[0, 1)', 1.5],
    ['gaussianNoise/stddev', '[0, inf)', -1],
    ['gaussianDropout/rate', '[0, 1)', 1],
    ['alphaDropout/rate', '[0, 1)', -0.1],
    ['normBound/radius', '(0, inf)', 0],
    ['batchNormalization/momentum', '[0, 1]', 2],
    ['batchNormalization/epsilon', '(0, inf)', 0],
    ['batchNormalization/gamma/l2', '[0, inf)', -1],
    ['layerNormalization/epsilon', '(0, inf)', -1],
    ['dense/kernel/l1', '[0, inf)', -1],
    ['dense/kernel/l2', '[0, inf)', -1],
    ['dense/bias/l2', '[0, inf)', -1],
    ['dense/kernel/maxNorm', '(0, inf)', 0],
    ['dense/kernel/learningRateMultiplier', '[0, inf)', -1],
    ['dense/kernel/weightDecay', '[0, inf)', -1],
    ['dense1/kernel/orthogonal', '[0, inf)', -1],
    ['dense1/kernel/min', '[0, inf)', -1],
    ['dense1/kernel/max', '(0, inf)', 0],
    ['dense1/kernel/rate', '(0, 1]', 0],
    ['tied/kernel/tie', '[0, inf)', -1],
    ['tied/bias/l1Ball', '(0, inf)', 0],
    ['dense3/weightNoise', '[0, inf)', -1],
    ['dense3/dropConnect', '[0, 1)', 1],
    ['dense3/kernel/l2Ball', '(0, inf)', -2],
    ['dense4/activity/klSparsity', '[0, inf)', -1],
    ['dense4/activity/rate', '(0, 1)', 1],
    ['dense4/kernel/radius', '(0, inf)', 0],
    ['dense4/kernel/damping', '[0, inf)', -1],
    ['dense4/kernel/dualRate', '(0, inf)', 0],
    ['dense5/kernel/l1', '[0, inf)', -1],
    ['loss/delta', '(0, inf)', 0],
    ['learningRate', '[0, inf)', -1],
    ['beta1', '[0, 1)', 1],
  ])('%s is in %s', async (name, range, value) => {
    const model = await trained;
    const before = model.getHyperparameters()[name];
    expect(before).toBeTypeOf('number');
    expect(() => model.setHyperparameter(name, value)).toThrow(refusal(name, `a number in ${range}`, value));
    expect(model.getHyperparameters()[name]).toBe(before);
    model.setHyperparameter(name, before);
  });
  const trained = (async () => {
    const model = everything();
    await model.fit(x, y);
    return model;
  })();
  test('every number of that model has a range, and those of a layer before it is compiled too', async () => {
    const model = await trained;
    for (const name of Object.keys(model.getHyperparameters())) {
      const { expected, invalid } = model.engine.rangeOf(name);
      expect(() => model.setHyperparameter(name, invalid as number), name).toThrow(expected);
    }
    const fresh = sequential([layers.input([4]), dropout(0.5), dense(1)]);
    expect(() => fresh.setHyperparameter('dropout/rate', 1.5)).toThrow(refusal('dropout/rate', 'a number in [0, 1)', 1.5));
  });
  test('label smoothing and loss weights', async () => {
    const h = input([4]);
    const outputs = { a: dense(2, { activation: 'softmax', name: 'a' }).apply(h), b: dense(1, { name: 'b' }).apply(h) };
    const model = defineModel({ inputs: { h }, outputs }, { seed: 1 });
    const a = losses.sparseCategoricalCrossentropy({ labelSmoothing: 0.1 });
    model.compile({ optimizer: 'sgd', loss: { a, b: 'meanSquaredError' } });
    await model.fit({ h: x }, { a: y.map((v) => (v > 0 ? 1 : 0)), b: y });
    const smoothing = 'loss/a/labelSmoothing';
    expect(() => model.setHyperparameter(smoothing, 1)).toThrow(refusal(smoothing, 'a number in [0, 1)', 1));
    expect(() => model.setHyperparameter('lossWeights/b', -1)).toThrow(refusal('lossWeights/b', 'a number in [0, inf)', -1));
  });
});

test('a file with a number out of its range is refused', async () => {
  const model = sequential([layers.input([4]), dropout(0.5), dense(1)], { seed: 1 });
  const path = join(directory, 'model.safetensors');
  await model.save(path);
  const { tensors, metadata } = await readSafetensors(path);
  const wrong = metadata.ridgeline.replace('"dropout/rate":0.5', '"dropout/rate":1.5');
  expect(wrong).not.toBe(metadata.ridgeline);
  await writeSafetensors(path, tensors, { ridgeline: wrong });
  await expect(loadModel(path)).rejects.toThrow(
    expect.objectContaining({
      code: 'ERR_FORMAT',
      message: expect.stringContaining("the hyper-parameter 'dropout/rate' is 1.5 (number), expected a number in [0, 1)"),
    }),
  );
});
