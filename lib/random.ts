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
  const al = a & 0xffff;
  const ah = a >>> 16;
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const low = al * bl;
  const mid = ah * bl + (low >>> 16);
  const mid2 = al * bh + (mid & 0xffff);
  return (ah * bh + Math.floor(mid / 65536) + (mid2 >>> 16)) >>> 0;
}

/** Output words of one counter, in out[at], out[at + stride], ... Written out in locals: weights are made of millions of these. */
function rounds(counter: readonly number[], key: readonly number[], out: Uint32Array | number[], at: number, stride: number): void {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const h0 = mulHigh(M0, c0);
    const h1 = mulHigh(M1, c2);
    const l0 = Math.imul(M0, c0) >>> 0;
    const l1 = Math.imul(M1, c2) >>> 0;
    c0 = (h1 ^ c1 ^ k0) >>> 0;
    c1 = l1;
    c2 = (h0 ^ c3 ^ k1) >>> 0;
    c3 = l0;
    k0 = (k0 + W0) >>> 0;
    k1 = (k1 + W1) >>> 0;
  }
  out[at] = c0;
  out[at + stride] = c1;
  out[at + 2 * stride] = c2;
  out[at + 3 * stride] = c3;
}

/** Four uint32 from a counter of four and a key of two. */
export function philox(counter: readonly number[], key: readonly number[]): [number, number, number, number] {
  const out: [number, number, number, number] = [0, 0, 0, 0];
  rounds(counter, key, out, 0, 1);
  return out;
}

/** Two uint32. */
export type Seed = readonly [number, number];

/** Elements of a block: 16 counters of 4 words. */
const blockSize = 64;
const lanes = 16;

/** Visits the blocks that hold elements [begin, end), each with its bits in element order and the part of it that is wanted. */
function overBlocks(
  seed: Seed,
  stream: number,
  step: Seed,
  begin: number,
  end: number,
  visit: (bits: Uint32Array, from: number, to: number, at: number) => void,
): void {
  const key = [(seed[0] ^ stream) >>> 0, seed[1]];
  const counter = [0, step[0], step[1], domain];
  const bits = new Uint32Array(blockSize);
  for (let e = begin; e < end; ) {
    const block = Math.floor(e / blockSize);
    for (let lane = 0; lane < lanes; lane++) {
      counter[0] = (block * lanes + lane) >>> 0;
      rounds(counter, key, bits, lane, lanes);
    }
    const first = block * blockSize;
    const stop = Math.min(end, first + blockSize);
    visit(bits, e - first, stop - first, e - begin);
    e = stop;
  }
}

/** Raw bits of elements [begin, end). */
export function philoxBits(seed: Seed, stream: number, step: Seed, begin: number, end: number): Uint32Array {
  const out = new Uint32Array(end - begin);
  overBlocks(seed, stream, step, begin, end, (bits, from, to, at) => out.set(bits.subarray(from, to), at));
  return out;
}

/** Uniform on [0, 1): multiples of 2^-24. */
export function philoxUniforms(seed: Seed, stream: number, step: Seed, begin: number, end: number): Float64Array {
  const bits = philoxBits(seed, stream, step, begin, end);
  const out = new Float64Array(bits.length);
  for (let i = 0; i < out.length; i++) out[i] = (bits[i] >>> 8) * 2 ** -24;
  return out;
}

/** Standard normals by Box and Muller, in `out`: words 0 and 1 of a lane are a pair, and words 2 and 3. */
export function philoxNormals(
  seed: Seed,
  stream: number,
  step: Seed,
  begin: number,
  end: number,
  out = new Float64Array(end - begin),
): Float64Array {
  const normals = new Float64Array(blockSize);
  overBlocks(seed, stream, step, begin, end, (bits, from, to, at) => {
    for (let pair = 0; pair < blockSize; pair += 2 * lanes) {
      for (let even = pair; even < pair + lanes; even++) {
        const radius = Math.sqrt(-2 * Math.log(((bits[even] >>> 8) + 1) * 2 ** -24));
        const angle = 2 * Math.PI * (bits[even + lanes] >>> 8) * 2 ** -24;
        normals[even] = radius * Math.cos(angle);
        normals[even + lanes] = radius * Math.sin(angle);
      }
    }
    out.set(normals.subarray(from, to), at);
  });
  return out;
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
  /** The next `count` of `uniform`, in `out` (default: a new array of that length). */
  uniforms(count: number, out?: Float64Array): Float64Array;
  /** The next `count` of `normal`, the same. */
  normals(count: number, out?: Float64Array): Float64Array;
}

/** Fills `out` with the first elements of a stream, uniform on [0, 1): {@link philoxUniforms}, or a faster function with the same values. */
export type UniformSource = (seed: Seed, stream: number, step: Seed, out: Float32Array) => void;

/** {@link philoxUniforms} as a source. */
export const referenceUniforms: UniformSource = (seed, stream, step, out) => out.set(philoxUniforms(seed, stream, step, 0, out.length));

/** Numbers that follow from seed and path alone: uniform on [0, 1), and standard normal, each in an order of its own. */
export function randomStream(seed: number, path: string, uniforms: UniformSource = referenceUniforms): RandomStream {
  const key = splitSeed(seed);
  const stream = hashPath(path);
  const chunk = 4096;
  const source = <T extends Float32Array | Float64Array>(values: T, fill: (step: Seed, out: T) => void, kind: number) => {
    let at = chunk;
    let block = 0;
    const refill = () => {
      if (at < chunk) return;
      fill([block++, kind], values);
      at = 0;
    };
    const next = () => {
      refill();
      return values[at++];
    };
    // Weights are made of millions of numbers, before anything has been compiled that would make a call for each cheap.
    const take = (count: number, out = new Float64Array(count)) => {
      for (let done = 0; done < count; ) {
        refill();
        const part = values.subarray(at, at + count - done);
        out.set(part, done);
        at += part.length;
        done += part.length;
      }
      return out;
    };
    return { next, take };
  };
  // Uniform numbers have 24 bits.
  const uniform = source(new Float32Array(chunk), (step, out) => uniforms(key, stream, step, out), 0x75);
  const normal = source(new Float64Array(chunk), (step, out) => philoxNormals(key, stream, step, 0, out.length, out), 0x6e);
  return { uniform: uniform.next, normal: normal.next, uniforms: uniform.take, normals: normal.take };
}
