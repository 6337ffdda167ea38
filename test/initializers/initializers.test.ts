import { describe, expect, test } from 'vitest';
import { describe as description } from '../../lib/describe.ts';
import { fans } from '../../lib/initializers/define.ts';
import { initializerFrom, initializers, resolveInitializer } from '../../lib/initializers/index.ts';
import { randomStream } from '../../lib/random.ts';

const shape = [200, 300];
const sample = (item: ReturnType<typeof initializers.zeros>, of: readonly number[] = shape) => item.sample(of, randomStream(3, 'test'));
const moments = (v: Float64Array) => {
  const mean = v.reduce((a, b) => a + b, 0) / v.length;
  return {
    mean,
    variance: v.reduce((a, b) => a + (b - mean) ** 2, 0) / v.length,
    largest: v.reduce((a, b) => Math.max(a, Math.abs(b)), 0),
  };
};

describe('fans', () => {
  test.each([
    [[3, 5], 3, 5],
    [[2, 4, 3, 5], 24, 40],
    [[7], 7, 7],
    [[], 1, 1],
  ])('of %j', (s, fanIn, fanOut) => expect(fans(s)).toEqual({ fanIn, fanOut }));
});

describe('variance', () => {
  const [m, n] = shape;
  const cases: [string, ReturnType<typeof initializers.zeros>, number, number][] = [
    ['glorotUniform', initializers.glorotUniform(), 2 / (m + n), Math.sqrt(6 / (m + n))],
    ['glorotNormal', initializers.glorotNormal(), 2 / (m + n), Infinity],
    ['heUniform', initializers.heUniform(), 2 / m, Math.sqrt(6 / m)],
    ['heNormal', initializers.heNormal(), 2 / m, Infinity],
    ['lecunUniform', initializers.lecunUniform(), 1 / m, Math.sqrt(3 / m)],
    ['lecunNormal', initializers.lecunNormal(), 1 / m, Infinity],
    ['randomNormal', initializers.randomNormal({ stddev: 0.3 }), 0.09, Infinity],
    ['randomUniform', initializers.randomUniform({ min: -2, max: 2 }), 16 / 12, 2],
    // The variance of a normal cut at two deviations: 1 - 4φ(2)/(2Φ(2) - 1).
    ['truncatedNormal', initializers.truncatedNormal({ stddev: 0.5 }), 0.25 * 0.7737413, 1],
  ];
  test.each(cases)('%s', (_, item, variance, bound) => {
    const found = moments(sample(item));
    expect(found.variance / variance).toBeGreaterThan(0.97);
    expect(found.variance / variance).toBeLessThan(1.03);
    expect(Math.abs(found.mean)).toBeLessThan(4 * Math.sqrt(variance / (m * n)));
    expect(found.largest).toBeLessThanOrEqual(bound);
    if (bound === Infinity) expect(found.largest).toBeGreaterThan(3 * Math.sqrt(variance));
    else expect(found.largest).toBeGreaterThan(0.98 * bound);
  });
  test('means', () => {
    expect(moments(sample(initializers.randomNormal({ mean: 5, stddev: 1 }))).mean).toBeCloseTo(5, 1);
    expect(moments(sample(initializers.truncatedNormal({ mean: -5, stddev: 1 }))).mean).toBeCloseTo(-5, 1);
    expect(moments(sample(initializers.randomUniform({ min: 1, max: 3 }))).mean).toBeCloseTo(2, 1);
  });
  test('a convolution kernel counts its receptive field', () => {
    expect(moments(sample(initializers.heNormal(), [3, 3, 64, 100])).variance * 9 * 64).toBeCloseTo(2, 1);
  });
});

test('fixed values', () => {
  expect(sample(initializers.zeros(), [2, 2])).toEqual(new Float64Array(4));
  expect(sample(initializers.ones(), [3])).toEqual(Float64Array.of(1, 1, 1));
  expect(sample(initializers.constant(2.5), [])).toEqual(Float64Array.of(2.5));
});

describe('options', () => {
  test.each([
    [() => initializers.constant(Infinity), 'initializers.constant: expected a finite number for value, got Infinity (number)'],
    [
      () => initializers.randomNormal({ stddev: -1 }),
      'initializers.randomNormal: expected a number in [0, inf) for stddev, got -1 (number)',
    ],
    [
      () => initializers.truncatedNormal({ mean: Number.NaN }),
      'initializers.truncatedNormal: expected a finite number for mean, got NaN (number)',
    ],
    [() => initializers.randomUniform({ min: 1, max: 1 }), 'initializers.randomUniform: expected max above min, got min 1 and max 1'],
    [() => initializers.heNormal({ gain: 2 } as never), "initializers.heNormal: unknown option 'gain'. Known options: none"],
  ])('%s', (make, message) => expect(make).toThrow(expect.objectContaining({ code: 'ERR_OPTION', message })));
});

describe('resolve', () => {
  test('by name, with aliases', () => {
    expect(resolveInitializer('dense', 'xavierNormal').kind).toBe('glorotNormal');
    expect(resolveInitializer('dense', 'kaimingUniform').kind).toBe('heUniform');
    const item = initializers.ones();
    expect(resolveInitializer('dense', item)).toBe(item);
  });
  test('unknown names', () => {
    expect(() => resolveInitializer('dense', 'heNorml')).toThrow(/^dense: no initializer .* Did you mean 'heNormal'\? Known: zeros, /);
    expect(() => resolveInitializer('dense', 'constant')).toThrow(/use initializers\.constant\(value\)/);
    expect(() => resolveInitializer('dense', 'toString')).toThrow(/no initializer/);
    expect(() => resolveInitializer('dense', 3 as never)).toThrow(/^dense: expected an initializer or the name of one, got 3/);
  });
  test('functions are checked when they are sampled', () => {
    const of = (fn: (s: readonly number[]) => unknown) => () => resolveInitializer('dense', fn as never).sample([2], randomStream(0, ''));
    expect(of(() => [1, 2])()).toEqual(Float64Array.of(1, 2));
    expect(of(() => [1])).toThrow(expect.objectContaining({ code: 'ERR_SHAPE' }));
    expect(of(() => [1, Number.NaN])).toThrow(
      expect.objectContaining({ code: 'ERR_VALUE', message: expect.stringContaining('NaN at index 1') }),
    );
    expect(of(() => 1)).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
  });
});

describe('descriptions', () => {
  test.each(Object.entries(initializers))('%s comes back from its own', (_, make) => {
    const item = (make as (v?: number) => ReturnType<typeof initializers.zeros>)(
      make === (initializers.constant as unknown) ? 4 : undefined,
    );
    const again = initializerFrom(JSON.parse(JSON.stringify(description(item))));
    expect(again.kind).toBe(item.kind);
    expect(sample(again, [3, 4])).toEqual(sample(item, [3, 4]));
  });
  test('an unknown kind', () => {
    expect(() => initializerFrom({ kind: 'constructor', options: {} })).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' }));
  });
});
