/** What the trajectories of other libraries leave open: placements of epsilon, late averages, slots that do not start at 0. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { describe as description } from '../../lib/describe.ts';
import { layers, loadModel, sequential } from '../../lib/index.ts';
import { type Optimizer, optimizerFrom, optimizers } from '../../lib/optimizers/index.ts';
import { everyOptimizer } from '../support/every-optimizer.ts';
import { optimize } from '../support/optimize.ts';

const gradients = [0.5, -1, 2, 0.25, 3].map((g) => ({ w: [g] }));
const path = (o: Optimizer) => optimize(o, { w: [1] }, gradients).map((s) => s.weights.w[0]);
const expected = (rule: (w: number, g: number, memory: Record<string, number>) => number) => {
  const memory: Record<string, number> = {};
  let w = 1;
  return gradients.map(({ w: [g] }) => {
    w = rule(w, g, memory);
    return w;
  });
};
const agree = (found: number[], wanted: number[]) => found.forEach((v, i) => expect(v).toBeCloseTo(wanted[i], 12));

describe('placements of epsilon', () => {
  test('adagrad inside the root', () =>
    agree(
      path(optimizers.adagrad({ learningRate: 0.1, epsilon: 0.2, epsilonInside: true, initialAccumulator: 0.1 })),
      expected((w, g, m) => {
        m.r = (m.r ?? 0.1) + g * g;
        return w - (0.1 * g) / Math.sqrt(m.r + 0.2);
      }),
    ));
  const rms = (denominator: (now: number, before: number) => number) =>
    expected((w, g, m) => {
      const before = m.r ?? 0;
      m.r = 0.9 * before + 0.1 * g * g;
      return w - (0.1 * g) / denominator(m.r, before);
    });
  const options = { learningRate: 0.1, epsilon: 0.2 };
  test('rmsprop inside the root, unless told', () =>
    agree(
      path(optimizers.rmsprop(options)),
      rms((r) => Math.sqrt(r + 0.2)),
    ));
  test('rmsprop outside', () =>
    agree(
      path(optimizers.rmsprop({ ...options, epsilonInside: false })),
      rms((r) => Math.sqrt(r) + 0.2),
    ));
  test('lagged divides by the average before this gradient', () =>
    agree(
      path(optimizers.rmsprop({ ...options, lagged: true })),
      rms((_, before) => Math.sqrt(before + 0.2)),
    ));
  test('momentum has the rate inside the velocity', () =>
    agree(
      path(optimizers.rmsprop({ learningRate: (k) => 0.1 / (k + 1), momentum: 0.8 })),
      (() => {
        let k = 0;
        return expected((w, g, m) => {
          m.r = 0.9 * (m.r ?? 0) + 0.1 * g * g;
          m.v = 0.8 * (m.v ?? 0) + ((0.1 / ++k) * g) / Math.sqrt(m.r + 1e-6);
          return w - m.v;
        });
      })(),
    ));
});

test('nadam shares stay exact late in training, in any order of steps', () => {
  const o = optimizers.nadam();
  expect(o.tabulate(1e6)).toMatchObject({ rootCorrection: 1, meanShare: 0.9 });
  expect(o.tabulate(1e6).gradientShare).toBeCloseTo(0.1, 14);
  expect(optimizers.nadam().tabulate(3)).toEqual(o.tabulate(3));
  // The running product starts anew where the steps go back, and where its numbers change.
  for (const [step, beta1] of [
    [5, 0.9],
    [2, 0.9],
    [9, 0.5],
    [7, 0.9],
  ])
    expect(o.tabulate(step, { beta1 })).toEqual(optimizers.nadam({ beta1 }).tabulate(step));
});

test('rprop refuses bounds that leave nothing', () =>
  expect(() => optimizers.rprop({ smallestStep: 2, largestStep: 1 })).toThrow(
    'optimizers.rprop: expected a smallestStep of at most largestStep (1), got 2',
  ));

const data = (() => {
  const x = Float32Array.from({ length: 48 }, (_, i) => Math.sin(1 + 1.3 * i));
  return {
    x: Array.from({ length: 16 }, (_, i) => [...x.subarray(3 * i, 3 * i + 3)]),
    y: Array.from({ length: 16 }, (_, i) => [Math.cos(i)]),
  };
})();
const network = () =>
  sequential([layers.input([3]), layers.dense(4, { activation: 'tanh' }), layers.batchNormalization(), layers.dense(1)], { seed: 7 });

describe.each(everyOptimizer.map((o, i) => [`${i}: ${o.kind}`, o] as const))('%s', (id, optimizer) => {
  test('comes back from its description', () => {
    const again = optimizerFrom(JSON.parse(JSON.stringify(description(optimizer))));
    expect(again.tabulate(7)).toEqual(optimizer.tabulate(7));
    const weight = { name: 'w', shape: [1] };
    expect(again.slotsOf(weight)).toEqual(optimizer.slotsOf(weight));
    expect(path(again)).toEqual(path(optimizer));
  });
  test('goes on bit for bit after a save', async () => {
    const fit = { batchSize: 5, verbose: false } as const;
    const whole = network();
    whole.compile({ optimizer, loss: 'meanSquaredError' });
    await whole.fit(data.x, data.y, { ...fit, epochs: 6 });
    const first = network();
    first.compile({ optimizer, loss: 'meanSquaredError' });
    await first.fit(data.x, data.y, { ...fit, epochs: 2 });
    const file = join(tmpdir(), `ridgeline-${process.pid}-${id.replace(': ', '-')}.safetensors`);
    await first.save(file, { training: true });
    expect(readFileSync(file).length).toBeGreaterThan(0);
    const second = await loadModel(file);
    rmSync(file);
    await second.fit(data.x, data.y, { ...fit, epochs: 4 });
    const [a, b, start] = [whole.getWeights(), second.getWeights(), network().getWeights()];
    const [atWhole, atSecond] = [whole.getWeights({ training: true }), second.getWeights({ training: true })];
    for (const name of Object.keys(a)) {
      expect([...b[name].data]).toEqual([...a[name].data]);
      expect([...atSecond[name].data]).toEqual([...atWhole[name].data]);
      expect([...a[name].data]).not.toEqual([...start[name].data]);
    }
  });
});
