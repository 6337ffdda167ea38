/** The networks of the tables. Weights and data are the same for every implementation: they follow from an index. */
import { fill } from './fill.mjs';

export const shapes = {
  S: { sizes: [64, 64, 64, 1], activation: 'tanh', loss: 'meanSquaredError', batch: 32 },
  M: { sizes: [784, 512, 512, 10], activation: 'relu', loss: 'crossentropy', batch: 128 },
  L: { sizes: [784, 2048, 2048, 10], activation: 'relu', loss: 'crossentropy', batch: 512 },
};
export const learningRate = 1e-3;

/** In [-1, 1). */
const value = (i) => ((i * 0.6180339887498949 + 0.3) % 1) * 2 - 1;

const kernels = new Map();
/** Kernel [inputs, units] of layer k with variance 1/inputs; made once, so that a peer can have it before its time begins. */
export function kernel(k, inputs, units) {
  const key = `${k} ${inputs} ${units}`;
  if (!kernels.has(key))
    kernels.set(
      key,
      fill(inputs * units, (i) => value(i * 7 + k * 1013) * Math.sqrt(3 / inputs)),
    );
  return kernels.get(key);
}
/** All kernels of a network. */
export const makeKernels = ({ sizes }) => sizes.slice(1).forEach((units, k) => kernel(k, sizes[k], units));

/** Rows of inputs in [-1, 1), and targets: a value, or a label. */
export function data({ sizes, loss }, rows) {
  const [inputs] = sizes;
  const outputs = sizes.at(-1);
  const x = fill(rows * inputs, (i) => value(i * 3 + 1));
  const y = loss === 'crossentropy' ? Int32Array.from({ length: rows }, (_, i) => (i * 7) % outputs) : fill(rows, (i) => value(i * 11 + 5));
  return { x, y };
}

/** Of a training step, per sample: forward, weight gradient, and input gradient for all layers but the first. */
export const flopsPerSample = (sizes) => sizes.slice(1).reduce((sum, units, k) => sum + 2 * (k === 0 ? 2 : 3) * sizes[k] * units, 0);
