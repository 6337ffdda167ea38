/** What holds for every layer, from its declaration: option checks, names, descriptions and derivatives. */
import { describe, expect, test } from 'vitest';
import { activations } from '../../lib/activations.ts';
import { checkGradients } from '../../lib/autodiff/check-gradients.ts';
import { constraints } from '../../lib/constraints/index.ts';
import { describe as describeItem, type Description } from '../../lib/describe.ts';
import { initializers } from '../../lib/initializers/index.ts';
import type { Layer, LayerContext } from '../../lib/layers/define.ts';
import { layerFrom, layerKinds, layers } from '../../lib/layers/index.ts';
import { constant } from '../../lib/ops/core.ts';
import { mul } from '../../lib/ops/binary.ts';
import { randomBernoulli, randomNormal, randomUniform } from '../../lib/ops/random.ts';
import { regularizers } from '../../lib/regularizers/index.ts';
import { ndarray } from '../../lib/tensor/ndarray.ts';
import { runLayer } from '../support/layer-run.ts';

const gain = {
  epsilon: 0.01,
  scale: true,
  gammaInitializer: initializers.randomNormal({ mean: 1, stddev: 0.5 }),
  gammaRegularizer: regularizers.l2(0.1),
  gammaConstraint: constraints.nonNegative(),
};
const gainAndShift = {
  ...gain,
  center: true,
  betaInitializer: initializers.randomNormal({ stddev: 0.5 }),
  betaRegularizer: regularizers.l1(0.1),
  betaConstraint: constraints.minMaxNorm({ min: 0.5 }),
};

/** One layer per kind with every option given, for rows of four values. */
const full: Record<string, Layer> = {
  input: layers.input([4], { dtype: 'float32' }),
  dense: layers.dense(3, {
    activation: activations.elu({ alpha: 0.5 }),
    useBias: true,
    kernelInitializer: initializers.randomNormal({ stddev: 0.5 }),
    biasInitializer: initializers.constant(0.1),
    kernelRegularizer: regularizers.elasticNet({ lambda: 0.1, alpha: 0.3 }),
    biasRegularizer: regularizers.l1(0.1),
    activityRegularizer: regularizers.l2(0.2),
    kernelConstraint: constraints.minMaxNorm({ min: 0.5 }),
    biasConstraint: constraints.nonNegative(),
    kernelNormalization: 'weight',
    weightNoise: { stddev: 0.2 },
    dropConnect: 0.25,
  }),
  activation: layers.activation(activations.gelu({ approximate: true })),
  prelu: layers.prelu({ alphaInitializer: initializers.constant(0.3) }),
  dropout: layers.dropout(0.4, { scale: 'inference' }),
  gaussianNoise: layers.gaussianNoise(0.1),
  gaussianDropout: layers.gaussianDropout(0.3),
  alphaDropout: layers.alphaDropout(0.3),
  spatialDropout2d: layers.spatialDropout2d(0.4),
  normBound: layers.normBound(2.5, { norm: 'l1' }),
  kSparse: layers.kSparse(2),
  flatten: layers.flatten(),
  reshape: layers.reshape([2, -1]),
  rescaling: layers.rescaling({ scale: 0.1, offset: 2 }),
  normalization: layers.normalization({ mean: [1, 2, 3, 4], standardDeviation: [1, 2, 3, 4] }),
  batchNormalization: layers.batchNormalization({
    ...gainAndShift,
    momentum: 0.9,
    unbiasedMoving: true,
    movingMeanInitializer: initializers.constant(0.2),
    movingVarianceInitializer: initializers.constant(1.5),
  }),
  layerNormalization: layers.layerNormalization(gainAndShift),
  groupNormalization: layers.groupNormalization({ ...gainAndShift, groups: 2 }),
  rmsNormalization: layers.rmsNormalization(gain),
  add: layers.add(),
  multiply: layers.multiply(),
  concatenate: layers.concatenate({ axis: 1 }),
};
const x = ndarray([
  [1, -2, 3, 0.5],
  [-0.25, 4, -1, 2],
  [0.75, -0.5, 1.5, -3],
]);

/** Rows that a kind takes. */
const rowsOf = (kind: string) => (kind === 'spatialDropout2d' ? ndarray(x.data, [3, 1, 2, 2]) : x);

test('every kind is exported, declared and tested here', () => {
  const kinds = layerKinds.map((k) => k.kind).sort();
  expect(Object.keys(layers).sort()).toEqual(kinds);
  expect(Object.keys(full).sort()).toEqual(kinds);
});

for (const { kind, rules, argument, from } of layerKinds) {
  describe(kind, () => {
    const layer = full[kind];
    const good = layer.options;
    const rows = rowsOf(kind);

    test('has all of its options in this file', () => expect(Object.keys(good).sort()).toEqual(Object.keys(rules).sort()));
    for (const [name, rule] of Object.entries(rules)) {
      test(`refuses a bad ${name}`, () => {
        expect(() => from({ ...good, [name]: rule.invalid })).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
        expect(() => from({ ...good, [name]: rule.invalid })).toThrow(`${kind}: expected ${rule.expected} for ${name}, got `);
      });
    }
    test('refuses unknown options and bad names', () => {
      expect(() => from({ ...good, nmae: 'a' })).toThrow(`${kind}: unknown option 'nmae'. Did you mean 'name'?`);
      expect(() => from({ ...good, name: '' })).toThrow(`${kind}: expected a non-empty string for name, got '' (string)`);
    });
    test('takes a name, which is no option', () => {
      const named = from({ ...good, name: 'mine' });
      expect(named.name).toBe('mine');
      expect(named.options).toEqual(good);
    });
    if (argument !== undefined) {
      test(`takes ${argument} first, and only there`, () => {
        const make = layers[kind as 'dense'] as unknown as (first: unknown, options?: unknown) => Layer;
        expect(make(good[argument]).options[argument]).toEqual(good[argument]);
        expect(() => make(good[argument], { [argument]: good[argument] })).toThrow(`${kind}: unknown option '${argument}'`);
        expect(() => make(good[argument], null)).toThrow(`${kind}: expected an options object, got null`);
        expect(() => make(undefined)).toThrow(new RegExp(`^${kind}: expected .* for ${argument}, got undefined$`));
      });
    }
    test('comes back from its description, through JSON', () => {
      const description = JSON.parse(JSON.stringify(describeItem(layer))) as Description;
      const again = layerFrom(description);
      expect(describeItem(again)).toEqual(describeItem(layer));
      for (const training of [false, true]) {
        const [a, b] = [runLayer(layer, rows, { training }), runLayer(again, rows, { training })];
        expect(b.values).toEqual(a.values);
        expect(b.penalties).toEqual(a.penalties);
        expect(JSON.stringify(b.parameters)).toBe(JSON.stringify(a.parameters));
      }
    });
    test('derivatives in training agree with differences', () => {
      const { parameters, start } = runLayer(layer, rows, { training: true });
      const weights = Object.entries(parameters).map(([name, p]) => ndarray(Float64Array.from(start[name]), p.shape));
      const result = checkGradients(
        (input, ...traced) => {
          let next = 0;
          let draws = 0;
          const context: LayerContext = {
            training: true,
            stochastic: true,
            parameter: () => traced[next++],
            statistic: () => traced[next++],
            updateStatistic: () => {},
            scalar: (_, value) => constant(value, input.dtype),
            random: (draw, shape) => (draw === 'normal' ? randomNormal : randomUniform)(shape, { stream: draws++, dtype: 'float64' }),
            bernoulli: (shape, probability) => randomBernoulli(shape, probability, { stream: draws++ }),
            once: (_name, make) => make(),
            addPenalty: () => {},
          };
          return layer.call(input, context);
        },
        [rows, ...weights],
        { order: 2 },
      );
      expect(result.ok, JSON.stringify(result)).toBe(true);
    });
  });
}

describe('layerFrom', () => {
  test('descriptions that are none', () => {
    const bad = [null, 3, [], {}, { kind: 'dense' }, { kind: 'dense', options: [] }, { kind: 5, options: {} }];
    for (const d of bad) expect(() => layerFrom(d as never)).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' }));
    for (const kind of ['Dense', 'constructor', '__proto__', 'toString'])
      expect(() => layerFrom({ kind, options: {} })).toThrow(`no layer is called '${kind}'`);
  });
  test('items that are none', () => {
    const dense = (option: string, value: unknown) => () => layerFrom({ kind: 'dense', options: { units: 2, [option]: value } });
    expect(dense('kernelInitializer', 'zeros')).toThrow("dense: kernelInitializer: expected { kind, options }, got 'zeros' (string)");
    expect(dense('activation', { kind: 'swish', options: {} })).toThrow("no activation is called 'swish'");
    expect(dense('kernelRegularizer', { kind: 'l2', options: { lambda: -3 } })).toThrow(
      /regularizers\.l2: expected a number in \[0, inf\)/,
    );
    expect(dense('kernelConstraint', null)).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' }));
    expect(() => layerFrom(JSON.parse('{"kind":"dense","options":{"units":2,"__proto__":{"units":3}}}'))).toThrow(
      "unknown option '__proto__'",
    );
    expect(() => layerFrom({ kind: 'dense', options: {} })).toThrow('dense: expected a positive integer for units, got undefined');
  });
  test('your own kinds, by name', () => {
    const own = (options: Readonly<Record<string, unknown>>): Layer => ({
      kind: 'times',
      options,
      call: (t) => mul(t, options.factor as number),
    });
    const description = describeItem(own({ factor: 3 }));
    expect(() => layerFrom(description)).toThrow("no layer is called 'times'");
    expect(runLayer(layerFrom(description, { times: own }), x).values).toEqual([...x.data].map((v) => 3 * v));
    expect(() => layerFrom(description, { times: () => 5 })).toThrow("custom 'times': expected a layer as result, got 5 (number)");
    const cube = { kind: 'cube', options: {}, apply: (t: Parameters<Layer['call']>[0]) => mul(t, mul(t, t)) };
    const saved = describeItem(layers.activation(cube));
    expect(runLayer(layerFrom(saved, { cube: () => cube }), x).values).toEqual([...x.data].map((v) => v ** 3));
  });
});
