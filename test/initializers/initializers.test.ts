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
    ['xavierUniform', initializers.xavierUniform(), 2 / (m + n), Math.sqrt(6 / (m + n))],
    ['xavierNormal', initializers.xavierNormal(), 2 / (m + n), Infinity],
    ['kaimingUniform', initializers.kaimingUniform(), 2 / m, Math.sqrt(6 / m)],
    ['kaimingNormal', initializers.kaimingNormal(), 2 / m, Infinity],
    // Rows of norm 1: the mean square of an entry is one over the longer side.
    ['orthogonal', initializers.orthogonal(), 1 / n, Infinity],
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

describe('orthogonal', () => {
  /** The worst entry of AᵀA - gain², or of AAᵀ - gain² for a matrix with more columns than rows. */
  const defect = (v: Float64Array, rows: number, columns: number, gain: number) => {
    const [count, length] = rows >= columns ? [columns, rows] : [rows, columns];
    const at = (line: number, k: number) => (rows >= columns ? v[k * columns + line] : v[line * columns + k]);
    let worst = 0;
    for (let a = 0; a < count; a++) {
      for (let b = a; b < count; b++) {
        let dot = 0;
        for (let k = 0; k < length; k++) dot += at(a, k) * at(b, k);
        worst = Math.max(worst, Math.abs(dot - (a === b ? gain * gain : 0)));
      }
    }
    return worst;
  };
  test.each([
    [[64, 64], 1],
    [[90, 30], 1],
    [[30, 90], 2],
    [[1, 7], 1],
    [[7, 1], 1],
    [[3, 3, 5, 20], Math.SQRT2],
  ])('%j with gain %d', (of, gain) => {
    const units = of[of.length - 1];
    const v = sample(initializers.orthogonal({ gain }), of);
    expect(defect(v, v.length / units, units, gain)).toBeLessThan(1e-13 * gain * gain * 64);
  });
  test('all signs and directions alike: no entry of many matrices has a mean', () => {
    const count = 4000;
    const total = new Float64Array(4);
    for (let k = 0; k < count; k++) {
      initializers
        .orthogonal()
        .sample([2, 2], randomStream(k, 'w'))
        .forEach((w, i) => {
          total[i] += w / count;
        });
    }
    // Each entry is a cosine of a uniform angle, with variance 1/2; without the sign fix, the first has mean -2/π.
    for (const mean of total) expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(0.5 / count));
  });
});

describe('identity', () => {
  test('square, long and wide', () => {
    expect(sample(initializers.identity(), [2, 2])).toEqual(Float64Array.of(1, 0, 0, 1));
    expect(sample(initializers.identity({ gain: -3 }), [3, 2])).toEqual(Float64Array.of(-3, 0, 0, -3, 0, 0));
    expect(sample(initializers.identity(), [2, 3])).toEqual(Float64Array.of(1, 0, 0, 0, 1, 0));
  });
  test('at the centre of a receptive field', () => {
    const v = sample(initializers.identity(), [3, 4, 2, 2]);
    const ones = [...v.keys()].filter((i) => v[i] !== 0);
    // Row 1 of 3, column 1 of 4 (of an even length the earlier middle).
    expect(ones).toEqual([(1 * 4 + 1) * 4, (1 * 4 + 1) * 4 + 3]);
  });
});

describe('sparse', () => {
  const counts = (v: Float64Array, units: number) => {
    const found = new Array<number>(units).fill(0);
    v.forEach((w, i) => {
      if (w !== 0) found[i % units]++;
    });
    return new Set(found);
  };
  const nonZero = (v: Float64Array) => v.filter((w) => w !== 0);

  test('every unit has its number of weights, normal with the given deviation', () => {
    const v = sample(initializers.sparse({ stddev: 0.2 }));
    expect(counts(v, shape[1])).toEqual(new Set([15]));
    const { mean, variance, largest } = moments(nonZero(v));
    expect(Math.abs(mean)).toBeLessThan((4 * 0.2) / Math.sqrt(15 * 300));
    expect(variance / 0.04).toBeGreaterThan(0.9);
    expect(variance / 0.04).toBeLessThan(1.1);
    expect(largest).toBeGreaterThan(0.6);
  });
  test('inputs are picked alike', () => {
    const uses = new Array<number>(20).fill(0);
    sample(initializers.sparse({ nonZeros: 5 }), [20, 4000]).forEach((w, i) => {
      if (w !== 0) uses[Math.floor(i / 4000)]++;
    });
    // 4000 units use each input with probability 1/4: 1000 ± 27.
    for (const n of uses) expect(Math.abs(n - 1000)).toBeLessThan(4.5 * 27.4);
  });
  test('a share of zeros, fewer inputs than weights, and kernels with a field', () => {
    expect(counts(sample(initializers.sparse({ sparsity: 0.9 }), [25, 40]), 40)).toEqual(new Set([2]));
    expect(counts(sample(initializers.sparse({ sparsity: 0.99 }), [4, 40]), 40)).toEqual(new Set([1]));
    expect(counts(sample(initializers.sparse({ nonZeros: 9 }), [4, 40]), 40)).toEqual(new Set([4]));
    expect(counts(sample(initializers.sparse(), [3, 3, 5, 40]), 40)).toEqual(new Set([15]));
  });
});

test('vectors have no inputs and units', () => {
  for (const name of ['orthogonal', 'identity', 'sparse'] as const)
    expect(() => sample(initializers[name](), [5])).toThrow(
      expect.objectContaining({
        code: 'ERR_SHAPE',
        message: `initializers.${name}: expected a kernel, a shape with two axes or more (..., inputs, units), got [5]`,
      }),
    );
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
    [() => initializers.orthogonal({ gain: 0 }), 'initializers.orthogonal: expected a number in (0, inf) for gain, got 0 (number)'],
    [() => initializers.identity({ gain: Number.NaN }), 'initializers.identity: expected a finite number for gain, got NaN (number)'],
    [() => initializers.sparse({ nonZeros: 0 }), 'initializers.sparse: expected a positive integer for nonZeros, got 0 (number)'],
    [() => initializers.sparse({ sparsity: 1 }), 'initializers.sparse: expected a number in [0, 1) for sparsity, got 1 (number)'],
    [() => initializers.sparse({ nonZeros: 3, sparsity: 0.5 }), 'initializers.sparse: expected nonZeros or sparsity, got both'],
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
  test.each([
    ['orthogonal', initializers.orthogonal({ gain: 0.5 })],
    ['identity', initializers.identity({ gain: 0.5 })],
    ['sparse', initializers.sparse({ nonZeros: 2, stddev: 0.1 })],
    ['sparse', initializers.sparse({ sparsity: 0.5 })],
    ['randomNormal', initializers.randomNormal({ mean: 1, stddev: 2 })],
    ['randomUniform', initializers.randomUniform({ min: 1, max: 2 })],
    ['truncatedNormal', initializers.truncatedNormal({ mean: 1, stddev: 2 })],
  ])('%s with options', (_, item) => {
    const again = initializerFrom(JSON.parse(JSON.stringify(description(item))));
    expect(again.options).toEqual(item.options);
    expect(sample(again, [6, 4])).toEqual(sample(item, [6, 4]));
  });
  test('an unknown kind', () => {
    expect(() => initializerFrom({ kind: 'constructor', options: {} })).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' }));
  });
});
