/** The three training shapes of docs/performance.md. Weights and data are the same for every implementation: they follow from an index. */
export const shapes = {
  S: {
    sizes: [64, 64, 64, 1],
    activation: 'tanh',
    loss: 'meanSquaredError',
    batch: 32,
    steps: { ridgeline: 2000, reference: 4, tfjs: 40 },
    rounds: 7,
  },
  M: {
    sizes: [784, 512, 512, 10],
    activation: 'relu',
    loss: 'crossentropy',
    batch: 128,
    steps: { ridgeline: 60, reference: 1, tfjs: 1 },
    rounds: 7,
  },
  // A step of the slow peers takes half a minute here: one round.
  L: {
    sizes: [784, 2048, 2048, 10],
    activation: 'relu',
    loss: 'crossentropy',
    batch: 512,
    steps: { ridgeline: 6, reference: 1, tfjs: 1 },
    rounds: 1,
  },
};
export const learningRate = 1e-3;

const value = (i) => ((i * 0.6180339887498949 + 0.3) % 1) * 2 - 1;

/** Kernel [inputs, units] of layer k with variance 1/inputs. */
export const kernel = (k, inputs, units) =>
  Float32Array.from({ length: inputs * units }, (_, i) => value(i * 7 + k * 1013) * Math.sqrt(3 / inputs));

/** Rows of inputs in [-1, 1), and targets: a value, or a label. */
export function data(shape, rows) {
  const [inputs] = shape.sizes;
  const outputs = shape.sizes.at(-1);
  const x = Float32Array.from({ length: rows * inputs }, (_, i) => value(i * 3 + 1));
  const y =
    shape.loss === 'crossentropy'
      ? Int32Array.from({ length: rows }, (_, i) => (i * 7) % outputs)
      : Float32Array.from({ length: rows }, (_, i) => value(i * 11 + 5));
  return { x, y };
}

export default {
  name: 'train',
  metric: 'throughput',
  unit: 'samples/s',
  /** Larger is better. */
  higher: true,
  cases: Object.keys(shapes),
  peers: ['reference', 'tfjs'],
  rounds: (name) => shapes[name].rounds,
  quick: ['S', 'M'],
};
