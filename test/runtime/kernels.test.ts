import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { info, kernels, type RidgelineError, setThreads } from '../../lib/index.ts';

const fill = (n: number, f: number) => Float64Array.from({ length: n }, (_, i) => Math.sin(f * (i + 1)));

for (const type of [Float32Array, Float64Array]) {
  for (const transposeA of [false, true]) {
    for (const transposeB of [false, true]) {
      test(`gemm ${type.name} ${transposeA ? 'T' : 'N'}${transposeB ? 'T' : 'N'}`, () => {
        const [m, n, k, alpha, beta] = [7, 11, 13, 0.5, 2];
        const [a, b, c] = [new type(fill(m * k, 1)), new type(fill(k * n, 2)), new type(fill(m * n, 3))];
        const expected = Array.from({ length: m * n }, (_, at) => {
          const [i, j] = [Math.floor(at / n), at % n];
          let sum = 0;
          for (let p = 0; p < k; p++) sum += a[transposeA ? p * m + i : i * k + p] * b[transposeB ? j * k + p : p * n + j];
          return alpha * sum + beta * c[at];
        });
        const result = kernels.gemm({ a, b, c, m, n, k, transposeA, transposeB, alpha, beta });
        expect(result).toBe(c);
        expected.forEach((v, i) => expect(result[i]).toBeCloseTo(v, type === Float32Array ? 5 : 12));
      });
    }
  }
}

test('beta 0 never reads c', () => {
  const c = new Float32Array(4).fill(Number.NaN);
  kernels.gemm({ a: Float32Array.of(1, 2, 3, 4), b: Float32Array.of(1, 0, 0, 1), c, m: 2, n: 2, k: 2 });
  expect([...c]).toEqual([1, 2, 3, 4]);
});

test('threads do not change the bits', () => {
  const [m, n, k] = [200, 190, 300];
  const [a, b] = [new Float32Array(fill(m * k, 1)), new Float32Array(fill(k * n, 2))];
  const [one, three] = [1, 3].map((threads) => kernels.gemm({ a, b, m, n, k, threads }));
  expect(three).toEqual(one);
});

test('mistakes have codes', () => {
  const a = new Float32Array(4);
  const code = (fn: () => unknown) => {
    try {
      fn();
    } catch (e) {
      return (e as RidgelineError).code;
    }
    return 'none';
  };
  expect(code(() => kernels.gemm({ a, b: a, m: 2, n: 3, k: 2 }))).toBe('ERR_SHAPE');
  expect(code(() => kernels.gemm({ a, b: new Float64Array(4), m: 2, n: 2, k: 2 }))).toBe('ERR_DTYPE');
  expect(code(() => kernels.gemm({ a, b: new Float32Array(4), c: a, m: 2, n: 2, k: 2 }))).toBe('ERR_VALUE');
  expect(code(() => kernels.gemm({ a, b: a, m: -2, n: 2, k: 2 }))).toBe('ERR_OPTION');
  expect(code(() => setThreads(0))).toBe('ERR_OPTION');
});

test('info tells what is in use', () => {
  const facts = info();
  expect(['baseline', 'avx2', 'avx512', 'neon']).toContain(facts.isa);
  const before = facts.threads;
  setThreads(3);
  expect(info().threads).toBe(3);
  setThreads(before);
});

test('RIDGELINE_ISA chooses, and refuses what it does not know', () => {
  const run = (isa: string) =>
    execFileSync(
      process.execPath,
      [
        '-e',
        "const a = require('node-gyp-build')(process.cwd()); try { console.log(a.info().isa, a.info().bf16) } catch (e) { console.log(e.code, e.message) }",
      ],
      {
        env: { ...process.env, RIDGELINE_ISA: isa },
        encoding: 'utf8',
      },
    );
  expect(run('baseline').trim()).toBe('baseline false');
  const { isa, bf16 } = info();
  // Products in bfloat16 have bits of their own, so that they are a name of their own.
  const refused = /^ERR_OPTION RIDGELINE_ISA names an instruction set that this processor or this build does not have/;
  expect(run('avx512')).toMatch(isa === 'avx512' ? /^avx512 false$/m : refused);
  expect(run('avx512_bf16')).toMatch(isa === 'avx512' && bf16 ? /^avx512 true$/m : refused);
  expect(run('pentium')).toMatch(/^ERR_OPTION RIDGELINE_ISA must be one of/);
});
