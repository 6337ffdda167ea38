/** kernels.gemm on one thread, float32, n x n x n. */
export const product = (n) => ({
  a: Float32Array.from({ length: n * n }, (_, i) => Math.sin(i)),
  b: Float32Array.from({ length: n * n }, (_, i) => Math.cos(i)),
});

export default {
  name: 'gemm',
  metric: 'rate',
  unit: 'GFLOP/s',
  higher: true,
  cases: ['64', '256', '512'],
  peers: ['javascript'],
  rounds: () => 7,
  quick: ['64', '256'],
};
