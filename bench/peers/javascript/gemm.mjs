/** A triple loop. */
import { digest, operands } from '../operands.mjs';
import { secondsPerCallSync } from '../serve.mjs';

function gemm({ a, b, c, m, n, k }) {
  c.fill(0);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const v = a[i * k + p];
      for (let j = 0; j < n; j++) c[i * n + j] += v * b[p * n + j];
    }
  }
  return c;
}

export const check = (kase) => digest(gemm(operands(kase)), kase.k);
export function time(kase) {
  const given = operands(kase);
  return (2 * kase.m * kase.n * kase.k) / secondsPerCallSync(() => gemm(given)) / 1e9;
}
