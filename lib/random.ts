/**
 * Counter-based random numbers: Philox 4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011). The value of an
 * element depends on seed, stream, step and index alone. native/kernels/random.h states the mapping; this file is its reference.
 */
const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
const domain = 0x52444745;

/** High 32 bits of the product of two uint32. */
function mulHigh(a: number, b: number): number {
  const [al, ah, bl, bh] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  const low = al * bl;
  const mid = ah * bl + (low >>> 16);
  const mid2 = al * bh + (mid & 0xffff);
  return (ah * bh + Math.floor(mid / 65536) + (mid2 >>> 16)) >>> 0;
}

/** One block: four uint32 from a counter of four and a key of two. */
export function philox(counter: readonly number[], key: readonly number[]): [number, number, number, number] {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const [h0, l0, h1, l1] = [mulHigh(M0, c0), Math.imul(M0, c0) >>> 0, mulHigh(M1, c2), Math.imul(M1, c2) >>> 0];
    [c0, c1, c2, c3] = [(h1 ^ c1 ^ k0) >>> 0, l1, (h0 ^ c3 ^ k1) >>> 0, l0];
    [k0, k1] = [(k0 + W0) >>> 0, (k1 + W1) >>> 0];
  }
  return [c0, c1, c2, c3];
}

export type Seed = readonly [number, number];

function words(seed: Seed, stream: number, step: Seed, element: number): [number, number, number, number] {
  const block = Math.floor(element / 64);
  return philox([(block * 16 + (element % 16)) >>> 0, step[0], step[1], domain], [(seed[0] ^ stream) >>> 0, seed[1]]);
}

/** Raw bits of elements [begin, end). */
export function philoxBits(seed: Seed, stream: number, step: Seed, begin: number, end: number): Uint32Array {
  return Uint32Array.from({ length: end - begin }, (_, i) => words(seed, stream, step, begin + i)[((begin + i) % 64) >> 4]);
}

/** Uniform on [0, 1): multiples of 2^-24. */
export const philoxUniforms = (seed: Seed, stream: number, step: Seed, begin: number, end: number): Float64Array =>
  Float64Array.from(philoxBits(seed, stream, step, begin, end), (b) => (b >>> 8) * 2 ** -24);

/** Standard normals by Box and Muller. */
export function philoxNormals(seed: Seed, stream: number, step: Seed, begin: number, end: number): Float64Array {
  return Float64Array.from({ length: end - begin }, (_, i) => {
    const w = words(seed, stream, step, begin + i);
    const word = ((begin + i) % 64) >> 4;
    const pair = word & 2;
    const radius = Math.sqrt(-2 * Math.log(((w[pair] >>> 8) + 1) * 2 ** -24));
    const angle = 2 * Math.PI * (w[pair + 1] >>> 8) * 2 ** -24;
    return radius * (word & 1 ? Math.sin(angle) : Math.cos(angle));
  });
}

/** 1 with probability p[i], else 0, for elements from `begin`; compared as integers. */
export function philoxBernoulli(seed: Seed, stream: number, step: Seed, begin: number, p: Float64Array): Float64Array {
  const bits = philoxBits(seed, stream, step, begin, begin + p.length);
  return p.map((v, i) => (bits[i] < Math.floor(Math.min(1, Math.max(0, v)) * 2 ** 32) ? 1 : 0));
}

/** A uint32 for a path such as 'dropout/mask/0' (FNV-1a with a final mix). */
export function hashPath(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Two uint32 from any safe integer. */
export const splitSeed = (seed: number): [number, number] => [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0];

/** Sequential numbers for initializers: a stream of its own per path. */
export interface RandomStream {
  uniform(): number;
  normal(): number;
}

/** Numbers that follow from seed and path alone: uniform on [0, 1), and standard normal, each in an order of its own. */
export function randomStream(seed: number, path: string): RandomStream {
  const key = splitSeed(seed);
  const stream = hashPath(path);
  const chunk = 4096;
  const source = (fill: typeof philoxUniforms, kind: number) => {
    let at = chunk;
    let block = 0;
    let values: Float64Array = new Float64Array(0);
    return () => {
      if (at === chunk) {
        values = fill(key, stream, [block++, kind], 0, chunk);
        at = 0;
      }
      return values[at++];
    };
  };
  return { uniform: source(philoxUniforms, 0x75), normal: source(philoxNormals, 0x6e) };
}
