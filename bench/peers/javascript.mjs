/** A triple loop over typed arrays, in the order that is best for caches. */
import { product } from '../workloads/gemm.mjs';
import { serve } from './serve.mjs';

function gemm(n, { a, b }) {
  const c = new Float32Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let p = 0; p < n; p++) {
      const v = a[i * n + p];
      for (let j = 0; j < n; j++) c[i * n + j] += v * b[p * n + j];
    }
  }
  return c;
}

serve({
  version: () => `V8 ${process.versions.v8}`,
  check: (_workload, name) => [...gemm(Number(name), product(Number(name))).subarray(0, 8)],
  time(_workload, name) {
    const n = Number(name);
    const given = product(n);
    const repeat = Math.ceil(1e8 / (2 * n ** 3));
    const start = performance.now();
    for (let i = 0; i < repeat; i++) gemm(n, given);
    return (repeat * 2 * n ** 3) / (performance.now() - start) / 1e6;
  },
});
