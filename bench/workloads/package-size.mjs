/** What an installation takes on disk. */
export default {
  name: 'package-size',
  title: 'The package and all that it depends on, installed, for one platform.',
  metric: 'size',
  unit: 'MB',
  higher: false,
  subject: 'ridgeline',
  tolerance: () => 0,
  rounds: 1,
  cases: () => [{ name: 'installed', quick: true, peers: ['tfjs', 'onnxruntime', 'jax-js', 'brain.js'] }],
  targets: () => [{ bound: 10 }],
};
