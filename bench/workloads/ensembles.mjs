/** Bagging: small networks on resamples of the digits, trained at once. */
export default {
  name: 'ensembles',
  title:
    'Bags of networks 64-64-10 on 1797 digits, 50 epochs in batches of 200, Adam: at once, one after another, and by BaggingClassifier(MLPClassifier) with a job per thread.',
  metric: 'time of a fit',
  unit: 'ms',
  higher: false,
  subject: 'ridgeline',
  // Accuracies, of networks with other initial weights on other resamples.
  tolerance: () => 0.02,
  rounds: 5,
  cases: ({ threads }) =>
    [10, 50].flatMap((members) =>
      [...new Set([1, threads])].map((count) => ({
        name: `${members} members`,
        members,
        epochs: 50,
        batch: 200,
        threads: count,
        quick: members === 10 && count === threads,
        peers: [{ peer: 'ridgeline', label: 'one after another', with: { together: false } }, 'scikit-learn'],
      })),
    ),
  targets: () => [
    { against: ['one after another'], ratio: 1 },
    { against: ['scikit-learn'], ratio: 5 },
  ],
};
