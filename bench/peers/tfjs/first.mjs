/** A fresh process: time of the import, or of what follows it up to the end of the first step. */
const kase = JSON.parse(process.argv[2]);
let start = performance.now();
await import('@tensorflow/tfjs-backend-cpu');
await import('@tensorflow/tfjs-layers');
if (kase.what === 'import') {
  console.log(JSON.stringify({ milliseconds: performance.now() - start }));
} else {
  const { makeKernels } = await import('../../workloads/shapes.mjs');
  const { network, tensors } = await import('./network.mjs');
  makeKernels(kase);
  const [x, y] = tensors(kase, kase.batch);
  start = performance.now();
  const loss = await network(kase, true).trainOnBatch(x, y);
  console.log(JSON.stringify({ milliseconds: performance.now() - start, loss }));
}
