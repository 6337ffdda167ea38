/** TensorFlow.js: its pure-JavaScript backend, or (RIDGELINE_BENCH_TFJS=wasm) its WebAssembly one, which has one thread in Node. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { fromFolder, serve } from './serve.mjs';

const wasm = process.env.RIDGELINE_BENCH_TFJS === 'wasm';
if (wasm) await import('@tensorflow/tfjs-backend-wasm');
await tf.setBackend(wasm ? 'wasm' : 'cpu');
await tf.ready();

serve({ version: () => `tfjs ${tf.version_core}, ${wasm ? 'WebAssembly' : 'pure JavaScript'}`, load: fromFolder('tfjs') });
