/** Every layer's formula, shapes and declarations, on the reference interpreter. */
import { describe, expect, test } from 'vitest';
import { constraints } from '../../lib/constraints/index.ts';
import { initializers } from '../../lib/initializers/index.ts';
import type { Layer } from '../../lib/layers/define.ts';
import { layers } from '../../lib/layers/index.ts';
import { mul } from '../../lib/ops/binary.ts';
import { sum } from '../../lib/ops/reduce.ts';
import { philoxNormals } from '../../lib/random.ts';
import { regularizers } from '../../lib/regularizers/index.ts';
import { ndarray } from '../../lib/tensor/ndarray.ts';
import { runLayer } from '../support/layer-run.ts';

const expectClose = (got: readonly number[], expected: readonly number[], digits = 12) => {
  expect(got).toHaveLength(expected.length);
  got.forEach((v, i) => expect(v).toBeCloseTo(expected[i], digits));
};
const x = ndarray([
  [1, 2, 3],
  [-1, 0, 2],
]);

describe('dense', () => {
  const kernel = [1, 0.5, -1, 2, 0.25, -0.5];
  const weights = { kernel, bias: [0.125, 10] };

  test('activation(x·kernel + bias)', () => {
    const run = runLayer(layers.dense(2, { activation: 'relu' }), x, { weights });
    expect(run.shape).toEqual([2, 2]);
    // Before relu: -0.25 + 0.125, 3 + 10, -0.5 + 0.125, -1.5 + 10.
    expect(run.values).toEqual([0, 13, 0, 8.5]);
  });
  test('without a bias', () => {
    const run = runLayer(layers.dense(2, { useBias: false }), x, { weights });
    expect(run.values).toEqual([-0.25, 3, -0.5, -1.5]);
    expect(Object.keys(run.parameters)).toEqual(['kernel']);
  });
  test('default weights: glorotUniform and zeros, in their shapes', () => {
    const { parameters } = runLayer(layers.dense(2), x);
    expect(parameters.kernel.shape).toEqual([3, 2]);
    expect(parameters.bias.shape).toEqual([2]);
    expect(parameters.kernel.initializer.kind).toBe('glorotUniform');
    expect(parameters.bias.initializer.kind).toBe('zeros');
    for (const p of Object.values(parameters)) {
      expect(p.regularizer).toBeUndefined();
      expect(p.constraint).toBeUndefined();
    }
  });
  test('regularizers and constraints go with their own weights', () => {
    const options = {
      kernelInitializer: initializers.heNormal(),
      biasInitializer: initializers.ones(),
      kernelRegularizer: regularizers.l2(0.1),
      biasRegularizer: regularizers.l1(0.2),
      kernelConstraint: constraints.maxNorm(3),
      biasConstraint: constraints.nonNegative(),
    };
    const { parameters } = runLayer(layers.dense(2, options), x);
    expect(parameters.kernel).toMatchObject({
      initializer: options.kernelInitializer,
      regularizer: options.kernelRegularizer,
      constraint: options.kernelConstraint,
    });
    expect(parameters.bias).toMatchObject({
      initializer: options.biasInitializer,
      regularizer: options.biasRegularizer,
      constraint: options.biasConstraint,
    });
  });
  test('activity penalty: over the activated output, by the number of rows, with a scalar', () => {
    const layer = layers.dense(2, { activation: 'relu', useBias: false, activityRegularizer: regularizers.l1(0.5) });
    const run = runLayer(layer, x, { weights });
    expect(run.values).toEqual([0, 3, 0, 0]);
    expect(run.penalties).toEqual({ activity: (0.5 * 3) / 2 });
    expect(run.scalars).toEqual({ 'activity/l1': 0.5 });
    expect(runLayer(layer, x, { weights, scalars: { 'activity/l1': 2 } }).penalties.activity).toBe(3);
    const own = layers.dense(2, { useBias: false, activityRegularizer: (h) => mul(sum(h), 3) });
    expect(runLayer(own, x, { weights }).penalties.activity).toBeCloseTo((3 * 0.75) / 2, 12);
  });
  test('bytes and integers are converted', () => {
    for (const dtype of ['uint8', 'int32'] as const) {
      const run = runLayer(layers.dense(1, { kernelInitializer: 'ones' }), ndarray([[1, 2, 250]], undefined, { dtype }));
      expect([run.dtype, ...run.values]).toEqual(['float32', 253]);
    }
  });
  test('images are refused, with the way out', () => {
    expect(() => runLayer(layers.dense(2), ndarray(new Float32Array(2 * 8 * 8), [2, 8, 8]))).toThrow(
      'dense: expected input of rank 2, got shape [2, 8, 8]; add layers.flatten()',
    );
  });
});

describe('activation and prelu', () => {
  test('activation', () => expect(runLayer(layers.activation('relu'), x).values).toEqual([1, 2, 3, 0, 0, 2]));
  test('a function', () =>
    expect(
      runLayer(
        layers.activation((t) => mul(t, t)),
        x,
      ).values,
    ).toEqual([1, 4, 9, 1, 0, 4]));
  test('prelu has a slope per feature, 0.25 at first', () => {
    const below = ndarray([
      [-1, -2, -3],
      [1, -4, 0],
    ]);
    const run = runLayer(layers.prelu(), below);
    expect(run.parameters.alpha.shape).toEqual([3]);
    expect(run.values).toEqual([-0.25, -0.5, -0.75, 1, -1, 0]);
    expect(runLayer(layers.prelu(), below, { weights: { alpha: [1, 0.5, 2] } }).values).toEqual([-1, -1, -6, 1, -2, 0]);
    expect(runLayer(layers.prelu({ alphaInitializer: 'zeros' }), below).values.map(Math.abs)).toEqual([0, 0, 0, 1, 0, 0]);
  });
});

describe('dropout', () => {
  const rows = 200;
  const wide = ndarray(new Float32Array(rows * 100).fill(2), [rows, 100]);
  const share = (values: readonly number[]) => values.filter((v) => v !== 0).length / values.length;
  /** Five standard errors of the share kept. */
  const bound = (keep: number) => 5 * Math.sqrt((keep * (1 - keep)) / wide.size);

  test('in training keeps a share 1 - rate, divided by it', () => {
    const run = runLayer(layers.dropout(0.2), wide, { training: true });
    expect([...new Set(run.values)].sort()).toEqual([0, 2.5]);
    expect(Math.abs(share(run.values) - 0.8)).toBeLessThan(bound(0.8));
    expect(run.scalars).toEqual({ rate: 0.2 });
  });
  test('at inference is the identity', () => {
    const run = runLayer(layers.dropout(0.2), wide);
    expect(run.values).toEqual([...wide.data]);
    expect(run.scalars).toEqual({});
  });
  test("scale: 'inference' masks in training and multiplies at inference", () => {
    const layer = layers.dropout(0.25, { scale: 'inference' });
    const run = runLayer(layer, wide, { training: true });
    expect([...new Set(run.values)].sort()).toEqual([0, 2]);
    expect(Math.abs(share(run.values) - 0.75)).toBeLessThan(bound(0.75));
    expect(new Set(runLayer(layer, wide).values)).toEqual(new Set([1.5]));
  });
  test('follows its scalar, and the step', () => {
    const more = runLayer(layers.dropout(0.2), wide, { training: true, scalars: { rate: 0.5 } });
    expect([...new Set(more.values)].sort()).toEqual([0, 4]);
    expect(Math.abs(share(more.values) - 0.5)).toBeLessThan(bound(0.5));
    const at = (step: number) => runLayer(layers.dropout(0.5), wide, { training: true, random: { seed: [3, 5], step: [step, 0] } }).values;
    expect(at(1)).toEqual(at(1));
    expect(at(1)).not.toEqual(at(2));
  });
  test('rate 0 keeps everything', () => expect(runLayer(layers.dropout(0), wide, { training: true }).values).toEqual([...wide.data]));
});

describe('noise', () => {
  const wide = ndarray(new Float32Array(20_000).fill(3), [200, 100]);
  const moments = (values: readonly number[]) => {
    const mean = values.reduce((a, v) => a + v, 0) / values.length;
    return [mean, Math.sqrt(values.reduce((a, v) => a + (v - mean) ** 2, 0) / values.length)];
  };
  /** Five standard errors of mean and deviation of a normal. */
  const expectNormal = (values: readonly number[], mean: number, deviation: number) => {
    const [m, d] = moments(values);
    expect(Math.abs(m - mean)).toBeLessThan((5 * deviation) / Math.sqrt(values.length));
    expect(Math.abs(d - deviation)).toBeLessThan((5 * deviation) / Math.sqrt(2 * values.length));
  };
  test('gaussianNoise adds N(0, stddev²) in training', () => {
    const layer = layers.gaussianNoise(0.5);
    const run = runLayer(layer, wide, { training: true });
    expectNormal(run.values, 3, 0.5);
    expect(run.scalars).toEqual({ stddev: 0.5 });
    expectNormal(runLayer(layer, wide, { training: true, scalars: { stddev: 2 } }).values, 3, 2);
    expect(runLayer(layer, wide).values).toEqual([...wide.data]);
  });
  test('gaussianDropout multiplies by N(1, rate/(1 - rate)) in training', () => {
    const layer = layers.gaussianDropout(0.2);
    const run = runLayer(layer, wide, { training: true });
    expectNormal(run.values, 3, 3 * Math.sqrt(0.25));
    expect(run.scalars).toEqual({ rate: 0.2 });
    expectNormal(runLayer(layer, wide, { training: true, scalars: { rate: 0.5 } }).values, 3, 3);
    expect(runLayer(layer, wide).values).toEqual([...wide.data]);
  });
  test("alphaDropout keeps mean 0 and variance 1; dropped values are SELU's floor, moved as the others", () => {
    const normals = ndarray(Float64Array.from(philoxNormals([1, 2], 3, [0, 0], 0, 20_000)), [200, 100]);
    for (const rate of [0.1, 0.5]) {
      const run = runLayer(layers.alphaDropout(rate), normals, { training: true });
      expectNormal(run.values, 0, 1);
      const [floor, times] = [...run.values.reduce((m, v) => m.set(v, (m.get(v) ?? 0) + 1), new Map<number, number>())].sort(
        (a, b) => b[1] - a[1],
      )[0];
      expect(Math.abs(times / 20_000 - rate)).toBeLessThan(5 * Math.sqrt((rate * (1 - rate)) / 20_000));
      const alpha = -1.7580993408473766;
      const a = ((1 - rate) * (1 + rate * alpha ** 2)) ** -0.5;
      expect(floor).toBeCloseTo(a * alpha - a * rate * alpha, 10);
    }
    expect(runLayer(layers.alphaDropout(0.5), normals).values).toEqual([...normals.data]);
  });
  test('spatialDropout2d drops whole channels of a row', () => {
    const pictures = ndarray(new Float32Array(100 * 3 * 2 * 20).fill(3), [100, 3, 2, 20]);
    const run = runLayer(layers.spatialDropout2d(0.25), pictures, { training: true });
    let kept = 0;
    for (let row = 0; row < 100; row++) {
      for (let channel = 0; channel < 20; channel++) {
        const values = new Set(Array.from({ length: 6 }, (_, at) => run.values[(row * 6 + at) * 20 + channel]));
        expect(values.size).toBe(1);
        kept += values.has(4) ? 1 : 0;
        expect(values.has(4) || values.has(0)).toBe(true);
      }
    }
    expect(Math.abs(kept / 2000 - 0.75)).toBeLessThan(5 * Math.sqrt((0.75 * 0.25) / 2000));
    expect(runLayer(layers.spatialDropout2d(0.25), pictures).values).toEqual([...pictures.data]);
    expect(() => runLayer(layers.spatialDropout2d(0.25), wide)).toThrow(
      'spatialDropout2d: expected input [rows, height, width, channels], got [200, 100]',
    );
  });
});

describe('kernels in training', () => {
  // One row of ones per input picks the kernel itself out.
  const size = 100;
  const eye = ndarray(
    Float32Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0)),
    [size, size],
  );
  const threes = { kernelInitializer: initializers.constant(3), useBias: false };
  const at = (layer: Layer, step: number, training = true) =>
    runLayer(layer, eye, { training, random: { seed: [3, 5], step: [step, 0] } }).values;
  test('weightNoise is N(0, stddev²) around the kernel, drawn per step; none at inference', () => {
    const layer = layers.dense(size, { ...threes, weightNoise: { stddev: 0.5 } });
    const values = at(layer, 0);
    const mean = values.reduce((a, v) => a + v, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((a, v) => a + (v - mean) ** 2, 0) / values.length);
    expect(Math.abs(mean - 3)).toBeLessThan((5 * 0.5) / size);
    expect(Math.abs(deviation - 0.5)).toBeLessThan((5 * 0.5) / (size * Math.SQRT2));
    expect(at(layer, 0)).toEqual(values);
    expect(at(layer, 1)).not.toEqual(values);
    expect(new Set(at(layer, 0, false))).toEqual(new Set([3]));
    expect(runLayer(layer, eye, { training: true }).scalars).toEqual({ weightNoise: 0.5 });
  });
  test('weightNoise: the gradient is that at the noisy point', () => {
    const layer = layers.dense(size, { ...threes, activation: 'tanh', weightNoise: { stddev: 0.5 } });
    const run = runLayer(layer, eye, { training: true, upstream: new Array(size * size).fill(1) });
    run.gradients.kernel.forEach((g, i) => expect(g).toBeCloseTo(1 - run.values[i] ** 2, 10));
  });
  test('dropConnect keeps a share 1 - rate of the kernel, divided by it, drawn per step; all of it at inference', () => {
    const layer = layers.dense(size, { ...threes, dropConnect: 0.25 });
    const values = at(layer, 0);
    expect([...new Set(values)].sort()).toEqual([0, 4]);
    expect(Math.abs(values.filter((v) => v !== 0).length / size ** 2 - 0.75)).toBeLessThan((5 * Math.sqrt(0.75 * 0.25)) / size);
    expect(at(layer, 0)).toEqual(values);
    expect(at(layer, 1)).not.toEqual(values);
    expect(new Set(at(layer, 0, false))).toEqual(new Set([3]));
  });
});

describe('shapes and scales', () => {
  const images = ndarray(
    Uint8Array.from({ length: 24 }, (_, i) => i),
    [2, 3, 4],
  );
  test('flatten', () => {
    const run = runLayer(layers.flatten(), images);
    expect(run.shape).toEqual([2, 12]);
    expect(run.dtype).toBe('uint8');
    expect(run.values).toEqual([...images.data]);
    expect(runLayer(layers.flatten(), ndarray([1, 2])).shape).toEqual([2, 1]);
  });
  test('reshape, with one size worked out', () => {
    expect(runLayer(layers.reshape([2, 6]), images).shape).toEqual([2, 2, 6]);
    expect(runLayer(layers.reshape([-1, 3]), images).shape).toEqual([2, 4, 3]);
    expect(runLayer(layers.reshape([-1]), images).values).toEqual([...images.data]);
    expect(() => runLayer(layers.reshape([5, -1]), images)).toThrow('reshape: rows of shape [3, 4] have 12 values and do not fit [5, -1]');
    expect(() => runLayer(layers.reshape([24]), images)).toThrow('reshape: rows of shape [3, 4] have 12 values and do not fit [24]');
    expect(() => layers.reshape([-1, -1])).toThrow(/at most one -1 for shape/);
  });
  test('rescaling', () => {
    const run = runLayer(layers.rescaling({ scale: 0.5, offset: -1 }), images);
    expect(run.dtype).toBe('float32');
    expect(run.values).toEqual([...images.data].map((v) => v / 2 - 1));
    expect(runLayer(layers.rescaling({ scale: 2 }), images).values).toEqual([...images.data].map((v) => v * 2));
  });
  test('normalization', () => {
    const layer = layers.normalization({ mean: [1, 0, 2], standardDeviation: [2, 1, 0.5] });
    expectClose(runLayer(layer, x).values, [0, 2, 2, -1, 0, 0]);
    expectClose(runLayer(layer, ndarray(Float64Array.of(1, 2, 3), [1, 3])).values, [0, 2, 2]);
    expect(runLayer(layers.normalization({ mean: new Array(12).fill(1), standardDeviation: new Array(12).fill(1) }), images).shape).toEqual(
      [2, 3, 4],
    );
    expect(() => runLayer(layer, images)).toThrow('normalization: expected rows of 3 values, as many as in mean, got rows of shape [3, 4]');
    expect(() => layers.normalization({ mean: [1], standardDeviation: [1, 2] })).toThrow(
      'normalization: expected as many values in mean as in standardDeviation, got 1 and 2',
    );
  });
  test('input passes rows on', () => {
    const layer = layers.input([3, 4], { dtype: 'uint8', name: 'pixels' });
    expect(layer).toMatchObject({ kind: 'input', name: 'pixels', options: { shape: [3, 4], dtype: 'uint8' } });
    expect(runLayer(layer, images).values).toEqual([...images.data]);
    expect(() => layers.input([3], { dtype: 'float64' as never })).toThrow(
      "input: expected one of 'float32', 'int32', 'uint8' for dtype, got 'float64' (string)",
    );
  });
});
