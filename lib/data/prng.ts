/**
 * The generator behind shuffles and splits: xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number
 * generators", 2021), seeded by splitmix32. One seed gives one sequence on every platform. Not for secrets.
 */
import { check, nonNegativeInt } from '../check.ts';

/** A seeded sequence of numbers. */
export interface Random {
  /** The next integer in [0, 2^32). */
  uint32(): number;
  /** The next number in [0, 1), a multiple of 2^-53. */
  random(): number;
  /** An integer in [0, bound), every one equally likely; `bound` in [1, 2^32). */
  below(bound: number): number;
}

/** Up to here a product with 32 random bits is exact in a double. */
const exactBound = 2 ** 21;

const rotl = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** Starts the sequence of `seed`, an integer in [0, 2^53). Throws ERR_OPTION for any other seed. */
export function createRandom(seed: number): Random {
  check('createRandom', 'seed', seed, nonNegativeInt);
  let mix = seed >>> 0;
  const high = Math.floor(seed / 2 ** 32) >>> 0;
  const splitmix = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  mix = splitmix() ^ high;
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  // The all-zero state is the one the generator never leaves.
  let d = splitmix() | 1;

  const uint32 = (): number => {
    const result = Math.imul(rotl(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotl(d, 11);
    return result;
  };
  return {
    uint32,
    random: () => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992,
    below(bound) {
      if (bound > exactBound) {
        const tail = 4294967296 % bound;
        let x = uint32();
        while (x < tail) x = uint32();
        return x % bound;
      }
      // D. Lemire, "Fast random integer generation in an interval", 2019: a division only where a draw may be biased.
      let product = uint32() * bound;
      let high = Math.floor(product / 4294967296);
      let low = product - high * 4294967296;
      if (low < bound) {
        const tail = 4294967296 % bound;
        while (low < tail) {
          product = uint32() * bound;
          high = Math.floor(product / 4294967296);
          low = product - high * 4294967296;
        }
      }
      return high;
    },
  };
}

/** The integers 0..n-1 in an order that depends on `seed` alone (Fisher-Yates). `n` in [0, 2^31), `seed` in [0, 2^53). */
export function shuffledIndices(n: number, seed: number): Int32Array {
  check('shuffledIndices', 'n', n, nonNegativeInt);
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  shuffle(order, seed);
  return order;
}

/** Puts a list into an order that depends on `seed` alone: {@link shuffledIndices} are the places that its elements come from. */
export function shuffle(list: Int32Array, seed: number): void {
  const { below } = createRandom(seed);
  for (let i = list.length - 1; i > 0; i--) {
    const j = below(i + 1);
    const swap = list[i];
    list[i] = list[j];
    list[j] = swap;
  }
}
