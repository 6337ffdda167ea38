/** Loads the addon: the only file that knows where it lies. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { RidgelineError } from '../errors.ts';
import { packageRoot } from '../package-root.ts';
import type { TypedArray } from '../tensor/dtype.ts';
import type { Progress, RunQueue, Slab } from './backend.ts';

/** What the native layer runs on. */
export interface NativeInfo {
  /** Instruction set in use: baseline, avx2, avx512 or neon. RIDGELINE_ISA forces one; avx512_bf16 there is avx512 with `bf16`, and avx512 is without. */
  readonly isa: string;
  readonly vectorBytes: number;
  /** Threads that runs use by default. */
  readonly threads: number;
  /** Cores that this process may use, by affinity and quota. */
  readonly cores: number;
  /** Cache sizes in bytes; 0 where unknown. */
  readonly caches: { readonly l1d: number; readonly l2: number; readonly l3: number };
  /** Does the processor multiply bfloat16 natively? */
  readonly bf16: boolean;
  readonly version: string;
}

/** The addon's exports. Its errors are RidgelineErrors. */
export interface NativeAddon {
  info(): NativeInfo;
  setThreads(threads: number): void;
  setErrorClass(errorClass: typeof RidgelineError): void;
  createSlab(bytes: number): Slab;
  freeSlab(slab: Slab): void;
  slabBytes(slab: Slab): number;
  slabRead(slab: Slab, offset: number, target: TypedArray): void;
  slabWrite(slab: Slab, offset: number, source: TypedArray): void;
  slabCopy(target: Slab, targetOffset: number, source: Slab, sourceOffset: number, bytes: number): void;
  createPlan(code: Float64Array, constants: Uint8Array, patches: Float64Array): object;
  createQueue(threads: number): RunQueue;
  /** A job as numbers and objects, as lib/runtime/native-job.ts writes them. */
  runSync(plan: object, numbers: Float64Array, objects: readonly unknown[]): void;
  run(
    plan: object,
    numbers: Float64Array,
    objects: readonly unknown[],
    onProgress: Progress | null,
    queue: RunQueue | null,
  ): { readonly promise: Promise<void>; stop(model?: number): void };
  /** A function that runs the job each time it is called; all its arrays lie in `buffer`, whose contents may change between the calls. */
  prepare(plan: object, numbers: Float64Array, objects: readonly unknown[], buffer: ArrayBuffer): () => void;
  /**
   * An algorithm of native/linear on a thread of its own; `inputs` are Float64Arrays and Int32Arrays, which are copied. Resolves with a Float64Array
   * per output length, or with null once stop() was heeded.
   */
  solve(
    name: string,
    numbers: Float64Array,
    inputs: readonly (Float64Array | Int32Array)[],
    outputLengths: Float64Array,
    onProgress: ((done: number, total: number, value: number) => void) | null,
  ): { readonly promise: Promise<Float64Array[] | null>; stop(): void };
  /** Position of the first NaN or infinity, -1 if there is none. */
  firstNonFinite(array: Float64Array): number;
  /** Elements 0 to out.length of a stream of lib/random.ts, uniform on [0, 1). */
  uniforms(seed0: number, seed1: number, stream: number, step0: number, step1: number, out: Float32Array): void;
  gemm(
    a: TypedArray,
    b: TypedArray,
    c: TypedArray,
    m: number,
    n: number,
    k: number,
    transposeA: boolean,
    transposeB: boolean,
    alpha: number,
    beta: number,
    threads: number,
    bf16: boolean,
  ): void;
}

const functions: Readonly<Record<keyof NativeAddon, true>> = {
  info: true,
  setThreads: true,
  setErrorClass: true,
  createSlab: true,
  freeSlab: true,
  slabBytes: true,
  slabRead: true,
  slabWrite: true,
  slabCopy: true,
  createPlan: true,
  createQueue: true,
  runSync: true,
  run: true,
  prepare: true,
  solve: true,
  firstNonFinite: true,
  uniforms: true,
  gemm: true,
};

/**
 * Refuses a binary of another version or of older sources: it would misread what it is given.
 * @param addon what was loaded
 * @param version the package's own
 * @throws ERR_NATIVE_LOAD
 */
export function checkAddon(addon: Partial<NativeAddon>, version: string): asserts addon is NativeAddon {
  const way = 'build it again: npm run build:native in a checkout (and npm run prebuilds before packing), else install the package again';
  const missing = Object.keys(functions).filter((name) => typeof addon[name as keyof NativeAddon] !== 'function');
  if (missing.length > 0)
    throw new RidgelineError(
      'ERR_NATIVE_LOAD',
      `ridgeline: the native binary is older than the package, it lacks ${missing.join(', ')}; ${way}`,
    );
  const theirs = (addon as NativeAddon).info().version;
  if (theirs !== version)
    throw new RidgelineError('ERR_NATIVE_LOAD', `ridgeline: expected a native binary of version ${version}, got ${theirs}; ${way}`);
}

let loaded: NativeAddon | undefined;

/**
 * The addon: built here (build/Release), or prebuilt for this platform (prebuilds/).
 * @throws ERR_NATIVE_LOAD naming the platform and the way out.
 */
export function loadNative(): NativeAddon {
  if (loaded) return loaded;
  const root = packageRoot();
  let addon: Partial<NativeAddon>;
  try {
    const load = createRequire(import.meta.url)('node-gyp-build') as (root: string) => Partial<NativeAddon>;
    addon = load(root);
  } catch (cause) {
    const libc = process.platform === 'linux' ? ` ${existsSync('/etc/alpine-release') ? 'musl' : 'glibc'}` : '';
    throw new RidgelineError(
      'ERR_NATIVE_LOAD',
      `ridgeline: no native binary for ${process.platform}-${process.arch}${libc}, Node ${process.version}; looked in ${join(root, 'build/Release')} and ${join(root, 'prebuilds')}. ` +
        'In a checkout, build it with: npm run build:native. Networks run without it, slowly, with RIDGELINE_BACKEND=reference.',
      { cause },
    );
  }
  checkAddon(addon, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  addon.setErrorClass(RidgelineError);
  loaded = addon;
  return addon;
}
