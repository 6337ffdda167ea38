/** kernels.gemm as users call it. */
import { kernels } from '../../../dist/index.js';
import { digest, operands } from '../operands.mjs';
import { secondsPerCallSync } from '../serve.mjs';

export function check(kase) {
  const options = { ...operands(kase), threads: 1 };
  kernels.gemm(options);
  return digest(options.c, kase.k);
}
export function time(kase) {
  const options = { ...operands(kase), threads: 1 };
  return 1e6 * secondsPerCallSync(() => kernels.gemm(options));
}
