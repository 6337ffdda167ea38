/** jax-js on its WebAssembly device, everything under jit. It has one thread in Node. */
import { readFileSync } from 'node:fs';
import { defaultDevice, init } from '@jax-js/jax';
import { fromFolder, serve } from './serve.mjs';

await init('wasm');
defaultDevice('wasm');
const manifest = new URL('../node_modules/@jax-js/jax/package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
serve({ version: () => `jax-js ${version}, wasm`, load: fromFolder('jax-js') });
