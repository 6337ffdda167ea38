/** What a call of kernels.gemm from JavaScript costs on top of the kernel. */
export default {
  name: 'call',
  title: 'kernels.gemm from JavaScript against the same kernel called from C++: the difference is what the call costs.',
  metric: 'time of one call',
  unit: 'microseconds',
  higher: false,
  subject: 'ridgeline',
  peers: ['kernels'],
  tolerance: () => 2 ** -18,
  cases: () => [
    { name: '4x4x4', m: 4, n: 4, k: 4, op: 'NN', type: 'f32', quick: true },
    { name: '64x64x64', m: 64, n: 64, k: 64, op: 'NN', type: 'f32' },
  ],
  targets: () => [{ against: ['kernels'], excess: 1 }],
};
