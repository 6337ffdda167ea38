import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dataset, datasets } from '../../lib/data/index.ts';
import { createRandom, shuffledIndices } from '../../lib/data/prng.ts';
import { stratifiedSplitIndices } from '../../lib/data/split.ts';
import { ndarray } from '../../lib/tensor/ndarray.ts';

const small = (n = 10) =>
  datasets.fromArrays({ x: Array.from({ length: n }, (_, i) => [i, 2 * i]), y: Int32Array.from({ length: n }, (_, i) => i % 2) });
const firstColumn = (d: Dataset) => Array.from({ length: d.length }, (_, i) => d.x.data[2 * i]);
const ascending = (a: Iterable<number>) => [...a].sort((p, q) => p - q);

describe('split', () => {
  it('deals every row once, by name and in order', () => {
    const ds = small();
    const parts = ds.split(0.8, { seed: 3 });
    const [train, test] = parts;
    expect(train).toBe(parts.train);
    expect(test).toBe(parts.test);
    expect([train.length, test.length]).toEqual([8, 2]);
    expect(ascending([...firstColumn(train), ...firstColumn(test)])).toEqual(firstColumn(ds));
    for (let i = 0; i < train.length; i++) expect(train.y?.data[i]).toBe(train.x.data[2 * i] % 2);
  });

  it('depends on the seed alone', () => {
    expect(firstColumn(small().split(0.5).train)).toEqual(firstColumn(small().split(0.5, { seed: 0 }).train));
    expect(firstColumn(small(50).split(0.5, { seed: 1 }).train)).not.toEqual(firstColumn(small(50).split(0.5, { seed: 2 }).train));
  });

  it('takes three shares, and leaves out what they leave', () => {
    const { train, validation, test } = small(20).split({ train: 0.7, validation: 0.15, test: 0.15 });
    expect([train.length, validation.length, test.length]).toEqual([14, 3, 3]);
    const some = small(20).split({ test: 0.1, train: 0.5 });
    expect([...some].map((d) => d.length)).toEqual([10, 2]);
    expect([...some][0]).toBe(some.train);
  });

  it('keeps proportions to within one row per class and part, and sizes', () => {
    const labels = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 200 });
    const shares = fc.constantFrom([0.8, 0.2], [0.7, 0.15, 0.15], [0.5, 0.25], [1 / 3, 1 / 3, 1 / 3]);
    fc.assert(
      fc.property(labels, shares, fc.nat(), (y, fractions, seed) => {
        const parts = stratifiedSplitIndices(y, fractions, seed);
        const all = parts.flatMap((part) => [...part]);
        expect(new Set(all).size).toBe(all.length);
        if (fractions.reduce((a, b) => a + b) > 0.999) expect(all.length).toBe(y.length);
        parts.forEach((part, p) => {
          for (const c of new Set(y)) {
            const held = part.filter((row) => y[row] === c).length;
            expect(Math.abs(held - fractions[p] * y.filter((label) => label === c).length)).toBeLessThan(1);
          }
          expect(Math.abs(part.length - fractions[p] * y.length)).toBeLessThan(fractions.length === 2 ? 1.001 : 2.5);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('stratifies digits', () => {
    const { train, test } = datasets.digits().split(0.8, { stratify: true });
    expect(train.length + test.length).toBe(1797);
    const count = (d: Dataset, c: number) => [...(d.y?.data ?? [])].filter((label) => label === c).length;
    for (let c = 0; c < 10; c++) expect(Math.abs(count(train, c) - 0.8 * (count(train, c) + count(test, c)))).toBeLessThan(1);
  });

  it('refuses what it cannot do', () => {
    const ds = small();
    for (const bad of [0, 1, -0.5, 1.5, Number.NaN, {}, { train: 0 }, { train: 0.7, test: 0.4 }, { train: 0.5, tset: 0.5 }, '0.8', null])
      expect(() => ds.split(bad as number)).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
    expect(() => ds.split(0.5, { seed: -1 })).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
    expect(() => ds.split(0.5, { shuffle: true } as object)).toThrow(/Known options: seed, stratify/);
    expect(() => small(2).split(0.9)).toThrow(/leave none for 'test'/);
    expect(() => datasets.fromArrays({ x: [[1], [2]] }).split(0.5, { stratify: true })).toThrow(/has none/);
    expect(() => datasets.fromArrays({ x: [1, 2, 3, 4], y: [0.1, 0.2, 0.3, 0.4] }).split(0.5, { stratify: true })).toThrow(/class labels/);
  });
});

describe('standardize', () => {
  it('gives mean 0 and deviation 1, and leaves constants at 0', () => {
    const ds = datasets.fromArrays({
      x: [
        [1, 5, 1e6 + 1],
        [2, 5, 1e6 + 2],
        [3, 5, 1e6 + 3],
        [4, 5, 1e6 + 4],
      ],
    });
    const { dataset, apply, mean, scale } = ds.standardize();
    expect([...mean]).toEqual([2.5, 5, 1e6 + 2.5]);
    expect(scale[1]).toBe(1);
    expect(scale[0]).toBeCloseTo(Math.sqrt(1.25), 12);
    expect(dataset.x.dtype).toBe('float32');
    expect([0, 1, 2].map((j) => dataset.x.data[j])).toEqual([Math.fround(-1.5 / Math.sqrt(1.25)), 0, Math.fround(-1.5 / Math.sqrt(1.25))]);
    expect(apply([2.5, 6, 1e6 + 2.5]).toArray()).toEqual([0, 1, 0]);
    expect(apply(ds).x.data).toEqual(dataset.x.data);
    expect(() => apply([[1, 2]])).toThrow(expect.objectContaining({ code: 'ERR_SHAPE' }));
  });

  it('takes a feature per pixel of images', () => {
    const { dataset, mean } = datasets.digits().standardize();
    expect(dataset.x.shape).toEqual([1797, 8, 8]);
    expect(mean.length).toBe(64);
    for (let j = 0; j < 64; j++) {
      let sum = 0;
      for (let i = j; i < dataset.x.size; i += 64) sum += dataset.x.data[i];
      expect(Math.abs(sum / 1797)).toBeLessThan(1e-5);
    }
  });
});

describe('rows', () => {
  it('takes, shuffles, selects and batches', () => {
    const ds = small();
    expect(firstColumn(ds.take(3))).toEqual([0, 1, 2]);
    expect(ds.take(99).length).toBe(10);
    expect(ascending(firstColumn(ds.shuffle(5)))).toEqual(firstColumn(ds));
    expect(firstColumn(ds.shuffle(5))).toEqual(firstColumn(ds.shuffle(5)));
    expect(firstColumn(ds.select([9, 0, 9]))).toEqual([9, 0, 9]);
    expect([...ds.batches(4)].map((b) => [b.length, b.y?.shape[0]])).toEqual([
      [4, 4],
      [4, 4],
      [2, 2],
    ]);
    expect([...ds.batches(4)].flatMap(firstColumn)).toEqual(firstColumn(ds));
    for (const bad of [0, -1, 1.5, '3']) {
      expect(() => ds.take(bad as number)).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
      expect(() => ds.batches(bad as number)).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
    }
    for (const bad of [[-1], [10], [0.5]]) expect(() => ds.select(bad)).toThrow(expect.objectContaining({ code: 'ERR_INDEX' }));
  });

  it('keeps wide rows whole', () => {
    const ds = datasets.digits();
    const picked = ds.select([5, 1796]);
    expect(picked.x.shape).toEqual([2, 8, 8]);
    expect(picked.x.rows(1, 2).data).toEqual(ds.x.rows(1796, 1797).data);
    expect(picked.classNames).toEqual(ds.classNames);
  });

  it('refuses x and y that do not fit', () => {
    expect(() => new Dataset({ x: ndarray([[1], [2]]), y: ndarray([1]) })).toThrow(expect.objectContaining({ code: 'ERR_SHAPE' }));
    expect(() => new Dataset({ x: ndarray(1) })).toThrow(expect.objectContaining({ code: 'ERR_SHAPE' }));
    expect(() => new Dataset({ x: ndarray([[1]]), featureNames: ['a', 'b'] })).toThrow(/2 feature names for 1/);
  });
});

describe('fromArrays', () => {
  it('wraps what it can', () => {
    const x = new Float32Array([1, 2]);
    expect(datasets.fromArrays({ x }).x.data).toBe(x);
    expect(datasets.fromArrays({ x }).y).toBeUndefined();
  });

  it('names what is wrong', () => {
    const refuse = (options: object, code: string, message: RegExp) =>
      expect(() => datasets.fromArrays(options as { x: number[] })).toThrow(
        expect.objectContaining({ code, message: expect.stringMatching(message) }),
      );
    refuse({ x: [[1], [2]], y: [1] }, 'ERR_SHAPE', /x has 2 rows and y has 1/);
    refuse({ x: [] }, 'ERR_SHAPE', /no rows/);
    refuse({ x: 3 }, 'ERR_SHAPE', /single number/);
    refuse(
      {
        x: [
          [1, 2],
          [3, Number.NaN],
        ],
      },
      'ERR_VALUE',
      /x holds NaN at row 1, column 1/,
    );
    refuse({ x: [[1], [2]], y: [0, Infinity] }, 'ERR_VALUE', /y holds Infinity at row 1$/);
    refuse({ x: [1], z: [1] }, 'ERR_OPTION', /unknown option 'z'/);
    refuse({ x: [1], featureNames: 'a' }, 'ERR_OPTION', /featureNames/);
    refuse({ y: [1] }, 'ERR_VALUE', /for x, got undefined/);
  });
});

describe('prng', () => {
  it('gives one sequence per seed', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).uint32);
    expect(draw(1)).toEqual(draw(1));
    expect(new Set([0, 1, 2, 2 ** 32, 2 ** 40 + 1].map((seed) => draw(seed).join())).size).toBe(5);
    for (const bad of [-1, 0.5, Infinity, 2 ** 53])
      expect(() => createRandom(bad)).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
  });

  it('is uniform: chi-square below the 0.999 quantile', () => {
    const { below, random } = createRandom(11);
    for (const next of [() => below(10), () => Math.floor(random() * 10), () => Math.floor(below(3_000_000) / 300_000)]) {
      const counts = new Array<number>(10).fill(0);
      for (let i = 0; i < 100_000; i++) counts[next()]++;
      expect(counts.reduce((sum, c) => sum + (c - 1e4) ** 2 / 1e4, 0)).toBeLessThan(27.88);
    }
  });

  it('shuffles to a permutation, each place equally likely', () => {
    const places = Array.from({ length: 4 }, () => new Array<number>(4).fill(0));
    for (let seed = 0; seed < 8000; seed++) for (const [i, v] of shuffledIndices(4, seed).entries()) places[i][v]++;
    for (const row of places) for (const c of row) expect(Math.abs(c - 2000)).toBeLessThan(160);
    expect(ascending(shuffledIndices(1000, 3))).toEqual(Array.from({ length: 1000 }, (_, i) => i));
    expect(shuffledIndices(0, 0).length).toBe(0);
  });
});
