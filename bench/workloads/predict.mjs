/** One row through network S, on the calling thread. */
export default {
  name: 'predict',
  metric: 'latency of one row',
  unit: 'microseconds',
  higher: false,
  cases: ['S'],
  peers: ['reference', 'tfjs'],
  rounds: () => 7,
  quick: ['S'],
};
