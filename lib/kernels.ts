/** The native kernels by themselves. */
import { boolean, check, checkOptions, finite, optional, positiveInt, type Rule } from './check.ts';
import { RidgelineError, showShape } from './errors.ts';
import { precisionRule } from './tensor/precision.ts';
import type { Precision } from './tensor/tensor.ts';
import { loadNative, type NativeInfo } from './runtime/native.ts';

/** What the native layer runs on: instruction set, vector width in bytes, threads, cores, cache sizes in bytes, native bf16 products, version. */
export type KernelInfo = NativeInfo;

/** Operands and sizes of kernels.gemm. */
export interface GemmOptions {
  /** Row-major [m, k], or [k, m] with transposeA. */
  readonly a: Float32Array | Float64Array;
  /** Row-major [k, n], or [n, k] with transposeB. Of a's type. */
  readonly b: Float32Array | Float64Array;
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
  /** Factor of the product; default 1. */
  readonly alpha?: number;
  /** Factor of what c holds before; default 0, with which c is never read. */
  readonly beta?: number;
  /** Row-major [m, n]; made when left out. Must not overlap a or b. */
  readonly c?: Float32Array | Float64Array;
  /** Default what setThreads() says. */
  readonly threads?: number;
  /** 'bfloat16': the numbers of a and b (Float32Arrays) are rounded to bfloat16 first; default 'float32', all as it is given. */
  readonly precision?: Precision;
}

const floatArray: Rule<Float32Array | Float64Array> = {
  expected: 'a Float32Array or Float64Array',
  invalid: [1],
  test: (v): v is Float32Array | Float64Array => v instanceof Float32Array || v instanceof Float64Array,
};
const rules = {
  a: floatArray,
  b: floatArray,
  m: positiveInt,
  n: positiveInt,
  k: positiveInt,
  transposeA: optional(boolean),
  transposeB: optional(boolean),
  alpha: optional(finite),
  beta: optional(finite),
  c: optional(floatArray),
  threads: optional(positiveInt),
  precision: optional(precisionRule),
};

/**
 * c = alpha op(a) op(b) + beta c on the packed SIMD kernel; returns c.
 * @throws ERR_OPTION, ERR_DTYPE, ERR_SHAPE when lengths do not fit m, n and k.
 */
function gemm(options: GemmOptions): Float32Array | Float64Array {
  checkOptions<GemmOptions>('kernels.gemm', options, rules);
  const { a, b, m, n, k, transposeA = false, transposeB = false, alpha = 1, beta = 0, threads = 0, precision = 'float32' } = options;
  if (a.constructor !== b.constructor || (options.c && options.c.constructor !== a.constructor))
    throw new RidgelineError('ERR_DTYPE', 'kernels.gemm: expected a, b and c of one type');
  if (precision === 'bfloat16' && !(a instanceof Float32Array))
    throw new RidgelineError('ERR_DTYPE', "kernels.gemm: expected Float32Arrays with precision 'bfloat16', got Float64Arrays");
  const c = options.c ?? (a instanceof Float32Array ? new Float32Array(m * n) : new Float64Array(m * n));
  const fits = (name: string, array: ArrayLike<number>, rows: number, columns: number) => {
    if (array.length !== rows * columns)
      throw new RidgelineError(
        'ERR_SHAPE',
        `kernels.gemm: expected ${rows * columns} elements for ${name} ${showShape([rows, columns])}, got ${array.length}`,
      );
  };
  fits('a', a, transposeA ? k : m, transposeA ? m : k);
  fits('b', b, transposeB ? n : k, transposeB ? k : n);
  fits('c', c, m, n);
  loadNative().gemm(a, b, c, m, n, k, transposeA, transposeB, alpha, beta, threads, precision === 'bfloat16');
  return c;
}

/** Direct access to kernels: gemm(options), info(). */
export const kernels = { gemm, info: (): KernelInfo => loadNative().info() };

/** The same as kernels.info(). */
export const info = (): KernelInfo => loadNative().info();

/** Threads that runs use by default, 1 to 1024. */
export function setThreads(threads: number): void {
  check('setThreads', 'threads', threads, {
    ...positiveInt,
    expected: 'an integer in [1, 1024]',
    test: (v): v is number => positiveInt.test(v) && (v as number) <= 1024,
  });
  loadNative().setThreads(threads);
}
