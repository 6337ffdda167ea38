/** A fresh process: time of the import, or of what follows it up to the end of the first step. */
const kase = JSON.parse(process.argv[2]);
let start = performance.now();
const { setThreads } = await import('../../../dist/index.js');
if (kase.what === 'import') {
  console.log(JSON.stringify({ milliseconds: performance.now() - start }));
} else {
  const { makeKernels } = await import('../../workloads/shapes.mjs');
  const { arrays, network } = await import('./network.mjs');
  const [x, y] = arrays(kase, kase.batch);
  setThreads(kase.threads);
  makeKernels(kase);
  start = performance.now();
  const model = network(kase);
  const history = await model.fit(x, y, { batchSize: kase.batch, shuffle: false, verbose: false });
  console.log(JSON.stringify({ milliseconds: performance.now() - start, loss: history.epochs[0].loss }));
}
