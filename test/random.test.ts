import { describe, expect, test } from 'vitest';
import { hashPath, philox, philoxBernoulli, philoxBits, philoxNormals, philoxUniforms, randomStream, splitSeed } from '../lib/random.ts';

const mean = (v: ArrayLike<number>) => Array.from(v).reduce((a, b) => a + b, 0) / v.length;

describe('philox', () => {
  // Known answers of Random123 1.14, kat_vectors, philox4x32 with 10 rounds.
  const answers: [counter: number[], key: number[], result: number[]][] = [
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ];
  test.each(answers)('known answer for counter %j', (counter, key, result) => expect(philox(counter, key)).toEqual(result));

  test('element e is word (e mod 64) / 16 of lane e mod 16 of block e / 64', () => {
    const bits = philoxBits([7, 8], 9, [10, 11], 0, 200);
    for (const e of [0, 15, 16, 63, 64, 130, 199]) {
      const block = Math.floor(e / 64) * 16 + (e % 16);
      expect(bits[e]).toBe(philox([block, 10, 11, 0x52444745], [7 ^ 9, 8])[Math.floor((e % 64) / 16)]);
    }
  });

  test('a range is a part of the whole', () => {
    const whole = philoxNormals([1, 2], 3, [4, 5], 0, 300);
    expect(philoxNormals([1, 2], 3, [4, 5], 37, 251)).toEqual(whole.slice(37, 251));
  });
});

describe('distributions', () => {
  const n = 40_000;
  test('uniforms', () => {
    const u = philoxUniforms([1, 0], 2, [0, 0], 0, n);
    expect(u.every((v) => v >= 0 && v < 1 && Number.isInteger(v * 2 ** 24))).toBe(true);
    expect(Math.abs(mean(u) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
  });
  test('normals', () => {
    const z = philoxNormals([1, 0], 2, [0, 0], 0, n);
    expect(Math.abs(mean(z))).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(mean(z.map((v) => v * v)) - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(mean(z.map((v) => v ** 4)) - 3)).toBeLessThan(4 * Math.sqrt(96 / n));
  });
  test('bernoulli', () => {
    const of = (p: number) => philoxBernoulli([1, 0], 2, [0, 0], 0, new Float64Array(n).fill(p));
    expect(Math.abs(mean(of(0.3)) - 0.3)).toBeLessThan(4 * Math.sqrt(0.21 / n));
    expect(of(0).every((v) => v === 0)).toBe(true);
    expect(of(1).every((v) => v === 1)).toBe(true);
  });
  test('streams, steps and seeds are unrelated', () => {
    const base = philoxNormals([1, 0], 2, [0, 0], 0, n);
    for (const other of [
      philoxNormals([1, 0], 3, [0, 0], 0, n),
      philoxNormals([1, 0], 2, [1, 0], 0, n),
      philoxNormals([2, 0], 2, [0, 0], 0, n),
    ]) {
      expect(Math.abs(mean(base.map((v, i) => v * other[i])))).toBeLessThan(4 / Math.sqrt(n));
    }
  });
});

describe('seeds and paths', () => {
  test('every safe integer has two words of its own', () => {
    expect(splitSeed(0)).toEqual([0, 0]);
    expect(splitSeed(2 ** 32 + 5)).toEqual([5, 1]);
    expect(splitSeed(Number.MAX_SAFE_INTEGER)).toEqual([0xffffffff, 0x1fffff]);
    expect(splitSeed(-1)).toEqual([0xffffffff, 0xffffffff]);
  });
  test('paths hash to uint32 without collision in a large model', () => {
    const hashes = Array.from({ length: 20_000 }, (_, i) => hashPath(`dense${i % 200}/random${Math.floor(i / 200)}`));
    expect(hashes.every((h) => Number.isInteger(h) && h >= 0 && h < 2 ** 32)).toBe(true);
    expect(new Set(hashes).size).toBe(20_000);
  });
  test('a stream gives the same numbers again, past the end of a chunk', () => {
    const take = () => {
      const s = randomStream(7, 'dense/kernel');
      return Array.from({ length: 5000 }, () => [s.uniform(), s.normal()]);
    };
    expect(take()).toEqual(take());
    expect(new Set(take().map(([u]) => u)).size).toBeGreaterThan(4990);
  });
  test('many at once are the numbers that come one by one', () => {
    const [single, bulk] = [randomStream(7, 'dense/kernel'), randomStream(7, 'dense/kernel')];
    for (const count of [1, 4095, 0, 3, 9000]) {
      expect([...bulk.uniforms(count)]).toEqual(Array.from({ length: count }, () => single.uniform()));
      expect([...bulk.normals(count)]).toEqual(Array.from({ length: count }, () => single.normal()));
      expect(bulk.uniform()).toBe(single.uniform());
    }
  });
});
