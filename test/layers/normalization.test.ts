/** Normalization layers against PyTorch in float64 (test/golden/make_normalization.py), and what they refuse. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkGradients } from '../../lib/autodiff/check-gradients.ts';
import { vjp } from '../../lib/autodiff/transform.ts';
import { layers } from '../../lib/layers/index.ts';
import type { Layer, LayerContext } from '../../lib/layers/define.ts';
import { normalizedKernel } from '../../lib/layers/kernel-normalization.ts';
import { initializers } from '../../lib/initializers/index.ts';
import { constant } from '../../lib/ops/core.ts';
import { broadcastTo, concat, reshape } from '../../lib/ops/movement.ts';
import { compile } from '../../lib/runtime/function.ts';
import { ndarray } from '../../lib/tensor/ndarray.ts';
import type { Tensor } from '../../lib/tensor/tensor.ts';
import { runLayer } from '../support/layer-run.ts';

type Values = Readonly<Record<string, number[]>>;
interface Golden {
  readonly versions: { readonly torch: string };
  readonly cases: readonly {
    readonly name: string;
    readonly layer: 'batchNormalization' | 'layerNormalization' | 'groupNormalization' | 'rmsNormalization';
    readonly options: Readonly<Record<string, number | boolean>>;
    readonly shape: number[];
    readonly x: number[];
    readonly upstream: number[];
    readonly weights: Values;
    readonly y: number[];
    readonly gradients: Values;
  }[];
  readonly moving: readonly {
    readonly name: string;
    readonly options: { readonly momentum: number; readonly unbiasedMoving?: boolean };
    readonly shape: number[];
    readonly batches: number[][];
    readonly steps: readonly Values[];
    readonly weights: Values;
    readonly x: number[];
    readonly inference: number[];
  }[];
  readonly kernels: readonly {
    readonly name: string;
    readonly how: 'weight' | 'spectral';
    readonly inputs: number;
    readonly units: number;
    readonly rows: number;
    readonly x: number[];
    readonly upstream: number[];
    readonly weights: Values;
    readonly gainAtStart?: number[];
    readonly inference?: number[];
    readonly updates?: Values;
    readonly y: number[];
    readonly gradients: Values;
  }[];
  readonly convolutions: readonly {
    readonly name: string;
    readonly how: 'weight' | 'spectral';
    readonly shape: number[];
    readonly upstream: number[];
    readonly weights: Values;
    readonly y: number[];
    readonly gradients: Values;
  }[];
}
const golden = JSON.parse(readFileSync(new URL('../golden/normalization.json', import.meta.url), 'utf8')) as Golden;

/** To 1e-10 of the largest. */
function expectNear(got: readonly number[], expected: readonly number[], tolerance = 1e-10): void {
  expect(got).toHaveLength(expected.length);
  const scale = Math.max(1, ...expected.map(Math.abs));
  const worst = Math.max(...got.map((v, i) => Math.abs(v - expected[i])));
  expect(worst).toBeLessThan(tolerance * scale);
}
const double = (values: readonly number[], shape: readonly number[]) => ndarray(Float64Array.from(values), shape);

describe(`as PyTorch ${golden.versions.torch}`, () => {
  for (const { name, layer, options, shape, x, upstream, weights, y, gradients } of golden.cases) {
    test(`${name}: value and gradients`, () => {
      const run = runLayer(layers[layer](options), double(x, shape), { training: true, weights, upstream });
      expect(run.shape).toEqual(shape);
      expectNear(run.values, y);
      for (const [which, expected] of Object.entries(gradients)) expectNear(run.gradients[which], expected);
      const trained = Object.keys(run.parameters).filter((p) => run.parameters[p].trainable !== false);
      expect(trained.sort()).toEqual(Object.keys(weights).sort());
    });
  }
  for (const dtype of ['float64', 'float32'] as const) {
    test(`all of them natively, in ${dtype}`, async () => {
      // The gradients are sums of a few dozen numbers of size 1 to 10.
      const tolerance = dtype === 'float64' ? 1e-10 : 2e-5;
      for (const { layer, options, shape, x, upstream, weights, y, gradients } of golden.cases) {
        const names = Object.keys(weights);
        const array = (values: readonly number[], of: readonly number[]) =>
          ndarray(dtype === 'float64' ? Float64Array.from(values) : Float32Array.from(values), of);
        const call = (input: Tensor, ...traced: Tensor[]) => {
          const statistic = (_: string, size: readonly number[]) => broadcastTo(constant(1, dtype), size);
          const context = {
            training: true,
            parameter: (name: string) => traced[names.indexOf(name)],
            statistic,
            updateStatistic: () => {},
          };
          const scalar = (_: string, value: number) => constant(value, dtype);
          return layers[layer](options).call(input, { ...context, scalar } as unknown as LayerContext);
        };
        const given = [array(x, shape), ...names.map((n) => array(weights[n], [weights[n].length])), array(upstream, shape)];
        const compiled = compile(
          (...tensors: Tensor[]) => {
            const { value, pullback } = vjp(call, tensors.slice(0, -1));
            return [value, ...pullback(tensors[tensors.length - 1])];
          },
          given.map((a) => ({ shape: a.shape, dtype })),
        );
        const [value, ...slopes] = await compiled.run(...given);
        expectNear([...value.data], y, tolerance);
        for (const [i, which] of ['x', ...names].entries()) expectNear([...slopes[i].data], gradients[which], tolerance);
      }
    });
  }
  for (const { name, options, shape, batches, steps, weights, x, inference } of golden.moving) {
    test(`moving averages, ${name}`, () => {
      const layer = layers.batchNormalization(options);
      let statistics: Values = {};
      batches.forEach((batch, k) => {
        statistics = runLayer(layer, double(batch, shape), { training: true, weights: { ...weights, ...statistics } }).updates;
        for (const [which, expected] of Object.entries(steps[k])) expectNear(statistics[which], expected);
      });
      const run = runLayer(layer, double(x, shape), { weights: { ...weights, ...statistics } });
      expectNear(run.values, inference);
      expect(run.updates).toEqual({});
    });
  }
  for (const g of golden.kernels) {
    const layer = layers.dense(g.units, { kernelNormalization: g.how });
    const x = double(g.x, [g.rows, g.inputs]);
    test(`${g.name} of a dense kernel`, () => {
      const run = runLayer(layer, x, { training: true, weights: g.weights, upstream: g.upstream });
      expectNear(run.values, g.y);
      for (const [which, expected] of Object.entries(g.gradients)) expectNear(run.gradients[which], expected);
      for (const [which, expected] of Object.entries(g.updates ?? {})) expectNear(run.updates[which], expected);
      if (g.gainAtStart) {
        const { kernel, bias } = g.weights;
        expectNear(runLayer(layer, x, { weights: { kernel, bias } }).start.gain, g.gainAtStart);
      }
      if (g.inference) expectNear(runLayer(layer, x, { weights: g.weights }).values, g.inference);
    });
  }
});

/** A layer that gives its kernels as they are used. */
const kernelsOf = (how: 'weight' | 'spectral', shapes: Readonly<Record<string, readonly number[]>>): Layer => ({
  kind: 'kernels',
  options: {},
  call: (_, ctx) =>
    concat(
      Object.entries(shapes).map(([name, shape]) => {
        const kernel = ctx.parameter(name, shape, { initializer: initializers.heNormal() });
        return reshape(normalizedKernel(kernel, ctx, how, name), [-1]);
      }),
    ),
});

describe('kernels of any shape and name', () => {
  const x = double([0], [1, 1]);
  for (const g of golden.convolutions) {
    test(`${g.name} of a convolution's kernel, as PyTorch`, () => {
      const run = runLayer(kernelsOf(g.how, { kernel: g.shape }), x, { training: true, weights: g.weights, upstream: g.upstream });
      expectNear(run.values, g.y);
      for (const [which, expected] of Object.entries(g.gradients)) expectNear(run.gradients[which], expected);
    });
  }
  test.each(['weight', 'spectral'] as const)('%s: two kernels of one layer are normalized each by itself', (how) => {
    const shapes = { kernel: [4, 3], recurrentKernel: [3, 3] };
    const both = runLayer(kernelsOf(how, shapes), x, { training: true });
    const own = how === 'weight' ? ['recurrentKernelGain'] : ['recurrentKernelSpectralU', 'recurrentKernelSpectralV'];
    const firsts = how === 'weight' ? ['gain'] : ['spectralU', 'spectralV'];
    expect(Object.keys(both.parameters)).toEqual(['kernel', ...firsts, 'recurrentKernel', ...own]);
    const { recurrentKernel: kernel } = both.start;
    const vectors = Object.fromEntries(own.map((name, i) => [firsts[i], both.start[name]]));
    const alone = runLayer(kernelsOf(how, { kernel: [3, 3] }), x, { training: true, weights: { kernel, ...vectors } });
    expectNear(both.values.slice(12), alone.values, 1e-12);
    for (const [i, name] of own.entries()) expect(both.updates[name]).toEqual(alone.updates[firsts[i]]);
  });
});

describe('batchNormalization', () => {
  const rows = (n: number) =>
    double(
      Array.from({ length: 3 * n }, (_, i) => Math.sin(i)),
      [n, 3],
    );

  test('one row at inference', () => {
    const weights = { movingMean: [1, 0, 0], movingVariance: [4, 1, 1], gamma: [1, 2, 1], beta: [0, 0, 5] };
    const run = runLayer(layers.batchNormalization({ epsilon: 1e-9 }), double([3, 1, 2], [1, 3]), { weights });
    expectNear(run.values, [1, 2, 7], 1e-8);
  });
  test('a row at inference does not depend on the others', () => {
    const layer = layers.batchNormalization();
    const all = runLayer(layer, rows(4)).values;
    expect(runLayer(layer, rows(1)).values).toEqual(all.slice(0, 3));
  });
  test('one row in training is refused, one image is not', () => {
    const layer = layers.batchNormalization();
    expect(() => runLayer(layer, rows(1), { training: true })).toThrow(
      'batchNormalization: training needs batches with more than one value per feature, got a batch of shape [1, 3]; use a larger batchSize, or layerNormalization',
    );
    expect(runLayer(layer, double([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 2, 2]), { training: true }).shape).toEqual([1, 2, 2, 2]);
  });
  test('momentum and epsilon are hyper-parameters', () => {
    const layer = layers.batchNormalization({ momentum: 0.75, epsilon: 0.5 });
    const run = runLayer(layer, rows(4), { training: true });
    expect(run.scalars).toEqual({ epsilon: 0.5, momentum: 0.75 });
    const kept = runLayer(layer, rows(4), { training: true, scalars: { momentum: 1 } });
    expect(kept.updates).toEqual({ movingMean: [0, 0, 0], movingVariance: [1, 1, 1] });
  });
  test('large means do not cost the variance its digits', () => {
    const far = double(
      Array.from(rows(6).data, (v) => v + 1e6),
      [6, 3],
    );
    expectNear(
      runLayer(layers.batchNormalization(), far, { training: true }).values,
      runLayer(layers.batchNormalization(), rows(6), { training: true }).values,
      1e-8,
    );
  });
});

test('rows that are single numbers are refused', () => {
  for (const make of [layers.batchNormalization, layers.layerNormalization, layers.rmsNormalization, layers.groupNormalization]) {
    const layer: Layer = make();
    expect(() => runLayer(layer, ndarray([1, 2, 3]))).toThrow(
      `${layer.kind}: expected input of rank 2 or more (rows, ..., features), got shape [3]`,
    );
  }
});
test('groups that do not divide the features are refused', () => {
  expect(() => runLayer(layers.groupNormalization({ groups: 4 }), double(new Array(12).fill(1), [2, 6]))).toThrow(
    'groupNormalization: expected a number of features that 4 groups divide, got 6; give groups',
  );
});
test('bytes are converted', () => {
  const bytes = ndarray(Uint8Array.of(0, 255, 10, 20), [2, 2]);
  for (const make of [layers.batchNormalization, layers.layerNormalization, layers.rmsNormalization]) {
    const run = runLayer(make(), bytes, { training: true });
    expect(run.dtype).toBe('float32');
    expect(run.values.every(Number.isFinite)).toBe(true);
  }
});

describe('second derivatives', () => {
  const image = double(
    Array.from({ length: 24 }, (_, i) => Math.sin(1 + 1.7 * i) * 2 + 0.3),
    [2, 3, 1, 4],
  );
  const cases: readonly (readonly [string, Layer, boolean])[] = [
    ['batchNormalization over positions', layers.batchNormalization(), true],
    ['batchNormalization at inference', layers.batchNormalization(), false],
    ['groupNormalization over positions', layers.groupNormalization({ groups: 2 }), true],
    ['layerNormalization of positions', layers.layerNormalization(), true],
  ];
  for (const [name, layer, training] of cases) {
    test(name, () => {
      const { start } = runLayer(layer, image, { training });
      const context = (traced: readonly Parameters<Layer['call']>[0][], dtype: 'float32' | 'float64'): LayerContext => {
        let next = 0;
        return {
          training,
          stochastic: training,
          parameter: () => traced[next++],
          statistic: () => traced[next++],
          updateStatistic: () => {},
          scalar: (_, value) => constant(value, dtype),
          random: () => expect.unreachable(),
          bernoulli: () => expect.unreachable(),
          once: (_name, make) => make(),
          addPenalty: () => {},
        };
      };
      const weights = Object.values(start).map((v) =>
        ndarray(
          Float64Array.from(v, (w, i) => w + 0.1 * (i + 1)),
          [v.length],
        ),
      );
      const result = checkGradients((x, ...traced) => layer.call(x, context(traced, x.dtype as 'float64')), [image, ...weights], {
        order: 2,
      });
      expect(result.ok, JSON.stringify(result)).toBe(true);
    });
  }
  test('a spectrally normalized kernel, its vectors fixed', () => {
    const layer = layers.dense(3, { kernelNormalization: 'spectral' });
    const x = double([1, -2, 3, 0.5, -0.25, 4, -1, 2], [2, 4]);
    const { start, parameters } = runLayer(layer, x);
    const names = Object.keys(parameters);
    const weights = names.map((n) => ndarray(Float64Array.from(start[n]), parameters[n].shape));
    const result = checkGradients(
      (input, ...traced) => {
        const of = (n: string) => traced[names.indexOf(n)];
        const once: LayerContext['once'] = (_name, make) => make();
        return layer.call(input, { training: false, parameter: of, statistic: of, once } as unknown as LayerContext);
      },
      [x, ...weights],
      { order: 2 },
    );
    expect(result.ok, JSON.stringify(result)).toBe(true);
  });
});

describe('kernelNormalization', () => {
  const x = double([1, -2, 3, 0.5, -0.25, 4, -1, 2], [2, 4]);
  const plain = runLayer(layers.dense(3), x);

  test("'weight' starts as the layer without it", () => {
    const run = runLayer(layers.dense(3, { kernelNormalization: 'weight' }), x);
    expect(run.start.kernel).toEqual(plain.start.kernel);
    expectNear(run.values, plain.values, 1e-12);
    expect(run.parameters.gain.trainable).not.toBe(false);
  });
  test("'spectral' has a largest singular value of 1 once it has settled", () => {
    const layer = layers.dense(3, { kernelNormalization: 'spectral', useBias: false });
    let weights: Values = runLayer(layer, x).start;
    for (let k = 0; k < 200; k++) weights = { ...weights, ...runLayer(layer, x, { training: true, weights }).updates };
    // The kernel in use, from the rows of the identity; its largest singular value by iteration.
    const identity = double([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], [4, 4]);
    const used = runLayer(layer, identity, { weights }).values;
    let v = [1, 0.5, 0.25];
    let norm = 0;
    for (let k = 0; k < 500; k++) {
      const left = [0, 1, 2, 3].map((i) => v.reduce((t, value, j) => t + value * used[i * 3 + j], 0));
      const next = [0, 1, 2].map((j) => left.reduce((t, value, i) => t + value * used[i * 3 + j], 0));
      norm = Math.sqrt(next.reduce((a, b) => a + b * b, 0));
      v = next.map((value) => value / norm);
    }
    expect(Math.sqrt(norm)).toBeCloseTo(1, 9);
  });
  test('kernels of zeros are refused', () => {
    for (const how of ['weight', 'spectral'] as const)
      expect(() => runLayer(layers.dense(3, { kernelNormalization: how, kernelInitializer: 'zeros' }), x)).toThrow(
        `kernelNormalization '${how}': expected a kernelInitializer that gives`,
      );
  });
});
