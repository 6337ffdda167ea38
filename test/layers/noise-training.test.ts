/** What noise does to training, by its theory. */
import { describe, expect, test } from 'vitest';
import { layers, type Model, optimizers, regularizers, schedules, sequential } from '../../lib/index.ts';
import type { Layer } from '../../lib/layers/define.ts';
import { fitFullBatches } from '../support/full-batches.ts';

describe('a linear model', () => {
  // Fixed, correlated inputs, so that the penalty turns the solution and does not only shrink it.
  const rows = 64;
  const wave = (i: number, j: number) => Math.sin(1.3 + 2.1 * i * (j + 1) + 0.7 * j);
  const inputs = Array.from({ length: rows }, (_, i) => [wave(i, 0), 0.8 * wave(i, 0) + 0.4 * wave(i, 1), wave(i, 2)]);
  const targets = inputs.map(([a, b, c], i) => [1.5 * a - b + 0.5 * c + 0.1 * wave(i, 5)]);
  const kernelOf = (m: Model) => [...m.getWeights()['dense/kernel'].data];
  async function solved(before: readonly Layer[], dense: Parameters<typeof layers.dense>[1], steps = 4000): Promise<number[]> {
    const model = sequential([layers.input([3]), ...before, layers.dense(1, { useBias: false, ...dense })], { seed: 5 });
    const learningRate = schedules.linearDecay({ initial: 0.1, final: 0.0005, steps });
    model.compile({ optimizer: optimizers.sgd({ learningRate }), loss: 'meanSquaredError' });
    await fitFullBatches(model, inputs, targets, steps);
    return kernelOf(model);
  }
  const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((v, i) => v - b[i]));

  test('under input noise N(0, σ²) is the one under l2(2σ²), for the mean squared error', async () => {
    for (const stddev of [0.2, 0.4]) {
      const noisy = await solved([layers.gaussianNoise(stddev)], {});
      const penalized = await solved([], { kernelRegularizer: regularizers.l2(2 * stddev ** 2) });
      const plain = await solved([], {});
      expect(distance(plain, penalized)).toBeGreaterThan(0.3);
      expect(distance(noisy, penalized)).toBeLessThan(0.03);
    }
  });
  test('under noise on its weights is the one without: the expected loss only gains a constant', async () => {
    const noisy = await solved([], { weightNoise: { stddev: 0.3 } });
    expect(distance(noisy, await solved([], {}))).toBeLessThan(0.06);
  });
});
