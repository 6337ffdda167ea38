/**
 * The propagation experiment: signals through 100 layers of 512 units, medians over 20 networks. Weights are drawn natively, for millions of
 * them are needed; a strategy's scale is what its own sampler makes of a draw of 1.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { initializers, ops, type Tensor, trainStep } from '../../lib/index.ts';
import type { Initializer } from '../../lib/initializers/define.ts';
import { randomStream } from '../../lib/random.ts';
import { ndarray } from '../../lib/tensor/ndarray.ts';

const layerCount = 100;
const width = 512;
const seeds = 20;
const rows = 8;

interface Chain {
  readonly initializer: Initializer;
  readonly draw: 'normal' | 'uniform';
  readonly activation: (x: Tensor) => Tensor;
}
const linear = (x: Tensor) => x;
const chains = {
  'N(0, 1)': { initializer: initializers.randomNormal({ stddev: 1 }), draw: 'normal', activation: linear },
  'U(-1, 1)': { initializer: initializers.randomUniform({ min: -1, max: 1 }), draw: 'uniform', activation: linear },
  '0.01 N(0, 1)': { initializer: initializers.randomNormal({ stddev: 0.01 }), draw: 'normal', activation: linear },
  'Xavier, linear': { initializer: initializers.xavierNormal(), draw: 'normal', activation: linear },
  'Xavier uniform, linear': { initializer: initializers.xavierUniform(), draw: 'uniform', activation: linear },
  'Xavier, tanh': { initializer: initializers.xavierNormal(), draw: 'normal', activation: ops.tanh },
  'Xavier, relu': { initializer: initializers.xavierNormal(), draw: 'normal', activation: ops.relu },
  'He, relu': { initializer: initializers.heNormal(), draw: 'normal', activation: ops.relu },
  'He uniform, relu': { initializer: initializers.heUniform(), draw: 'uniform', activation: ops.relu },
} as const satisfies Record<string, Chain>;
type Name = keyof typeof chains;
const names = Object.keys(chains) as Name[];

/** What the sampler makes of a standard normal, or of a uniform on [-1/2, 1/2): a multiple of it. */
function scaleOf({ initializer, draw }: Chain): number {
  const at = (value: number) => {
    const next = () => value;
    const several = (count: number) => new Float64Array(count).fill(value);
    return initializer.sample([width, width], { normal: next, uniform: next, normals: several, uniforms: several })[0];
  };
  expect(at(draw === 'normal' ? 0 : 0.5)).toBeCloseTo(0, 15);
  return draw === 'normal' ? at(1) : at(1) - at(0);
}

/** Standard deviation after every layer of one network of each kind. */
function deviations(seed: number, scales: Readonly<Record<Name, number>>): Record<Name, number[]> {
  const x = randomStream(seed, 'x');
  const signal = ndarray(
    Float32Array.from({ length: rows * width }, () => x.normal()),
    [rows, width],
  );
  const step = trainStep({
    state: Object.fromEntries(names.map((name) => [name, signal])) as Record<Name, typeof signal>,
    inputs: {},
    update: (state) => {
      const draws = {
        normal: ops.randomNormal([width, width], { stream: 1 }),
        uniform: ops.sub(ops.randomUniform([width, width], { stream: 2 }), 0.5),
      };
      const next = names.map((name) => {
        const { draw, activation } = chains[name];
        // The scale of all weights, taken out of the product: the draws are shared.
        return activation(ops.mul(ops.matmul(state[name], draws[draw]), scales[name]));
      });
      // In float64, so that only the signal itself can overflow.
      const deviation = (y: Tensor) => {
        const wide = ops.cast(y, 'float64');
        return ops.sqrt(ops.mean(ops.square(ops.sub(wide, ops.mean(wide)))));
      };
      return {
        state: Object.fromEntries(names.map((name, i) => [name, next[i]])) as Record<Name, Tensor>,
        outputs: Object.fromEntries(names.map((name, i) => [name, deviation(next[i])])) as Record<Name, Tensor>,
      };
    },
    seed,
  });
  const found = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let layer = 0; layer < layerCount; layer++) {
    const outputs = step.runSync({});
    for (const name of names) found[name].push(outputs[name].data[0]);
  }
  return found;
}

const median = (values: number[]): number => {
  const sorted = values.sort((a, b) => a - b);
  return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
};

describe(`${layerCount} layers of ${width} units, medians over ${seeds} seeds`, () => {
  let runs: Record<Name, number[]>[];
  beforeAll(() => {
    const scales = Object.fromEntries(names.map((name) => [name, scaleOf(chains[name])])) as Record<Name, number>;
    runs = Array.from({ length: seeds }, (_, seed) => deviations(seed, scales));
  }, 60_000);
  const medianAt = (name: Name, layer: number) => median(runs.map((r) => r[name][layer - 1]));

  test.each(['N(0, 1)', 'U(-1, 1)'] as const)('%s explodes to infinity', (name) => {
    for (const run of runs) expect(run[name].some((d) => !Number.isFinite(d))).toBe(true);
    // By √512, or √(512/3), a layer.
    const growth = Math.sqrt(name === 'N(0, 1)' ? width : width / 3);
    expect(Math.abs(Math.log(medianAt(name, 10)) / (10 * Math.log(growth)) - 1)).toBeLessThan(0.02);
  });
  test('0.01 N(0, 1) vanishes', () => {
    expect(medianAt('0.01 N(0, 1)', 10)).toBeLessThan(1e-5);
    for (const run of runs) expect(run['0.01 N(0, 1)'][layerCount - 1]).toBe(0);
  });
  test.each(['Xavier, linear', 'Xavier uniform, linear'] as const)('%s: the deviation stays within a factor of 2', (name) => {
    for (let layer = 1; layer <= layerCount; layer++) {
      expect(medianAt(name, layer)).toBeGreaterThan(0.5);
      expect(medianAt(name, layer)).toBeLessThan(2);
    }
  });
  test('Xavier, tanh: it decays like 1/√(2l)', () => {
    for (let layer = 5; layer <= layerCount; layer++) {
      const ratio = medianAt('Xavier, tanh', layer) * Math.sqrt(2 * layer);
      expect(ratio, `layer ${layer}`).toBeGreaterThan(0.7);
      expect(ratio, `layer ${layer}`).toBeLessThan(1.3);
    }
  });
  test('Xavier, relu: it decays, by √½ a layer', () => {
    expect(medianAt('Xavier, relu', layerCount)).toBeLessThan(1e-12);
    expect(Math.abs(Math.log2(medianAt('Xavier, relu', layerCount) / medianAt('Xavier, relu', 1)) / (layerCount - 1) + 0.5)).toBeLessThan(
      0.05,
    );
  });
  test.each(['He, relu', 'He uniform, relu'] as const)('%s: it stays between 0.3 and 1.5', (name) => {
    for (let layer = 1; layer <= layerCount; layer++) {
      expect(medianAt(name, layer), `layer ${layer}`).toBeGreaterThan(0.3);
      expect(medianAt(name, layer), `layer ${layer}`).toBeLessThan(1.5);
    }
  });
});
