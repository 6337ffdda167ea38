/** A fresh process: time of the import. */
const start = performance.now();
await import('onnxruntime-node');
console.log(JSON.stringify({ milliseconds: performance.now() - start }));
