import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { layers, loadModel, NDArray, sequential } from '../../lib/index.ts';
import { createRandom } from '../../lib/data/prng.ts';
import { runLayer } from '../support/layer-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-k-sparse-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { random } = createRandom(3);
const rows = (n: number, ...shape: number[]): NDArray => {
  const size = shape.reduce((a, b) => a * b, n);
  return new NDArray(
    Float32Array.from({ length: size }, () => random() * 2 - 1),
    [n, ...shape],
  );
};

/** The k largest magnitudes of each row by sorting, of equal ones the first. */
function kept(x: NDArray, k: number): number[] {
  const width = x.size / x.shape[0];
  const out = new Array<number>(x.size).fill(0);
  for (let i = 0; i < x.shape[0]; i++) {
    const order = Array.from({ length: width }, (_, j) => i * width + j).sort((a, b) => Math.abs(x.data[b]) - Math.abs(x.data[a]) || a - b);
    for (const j of order.slice(0, k)) out[j] = x.data[j];
  }
  return out;
}

describe('kSparse', () => {
  test.each([
    [1, [7]],
    [3, [20]],
    [5, [2, 3, 4]],
    [20, [20]],
    [9, [9]],
  ])('keeps the %i largest of rows of %j', (k, shape) => {
    const x = rows(6, ...shape);
    for (const training of [false, true]) {
      const y = runLayer(layers.kSparse(k), x, { training });
      expect(y.shape).toEqual(x.shape);
      expect(y.values).toEqual(kept(x, k));
    }
  });

  test('equal magnitudes and zeros never make more than k', () => {
    const x = new NDArray(Float32Array.from([1, -1, 1, 1, 0, 0, 0, 0, 0, 2, 0, 0]), [3, 4]);
    expect(runLayer(layers.kSparse(2), x).values).toEqual([1, -1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0]);
  });

  test('gradients pass through what is kept alone', () => {
    const x = new NDArray(Float32Array.from([3, -4, 1, 0.5]), [1, 4]);
    expect(runLayer(layers.kSparse(2), x, { upstream: [5, 6, 7, 8] }).gradients.x).toEqual([5, 6, 0, 0]);
  });

  test('an autoencoder with it learns, and is the same after a file', async () => {
    const x = rows(64, 12);
    const model = sequential([layers.input([12]), layers.dense(24), layers.kSparse(4, { name: 'code' }), layers.dense(12)], { seed: 5 });
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    const history = await model.fit(x, x, { epochs: 60, batchSize: 16 });
    const losses = history.epochs.map((e) => e.loss);
    // The compiled layer agrees with sorting.
    const bare = sequential([layers.input([12]), layers.kSparse(4)]);
    expect(Array.from((await bare.predict(x)).data)).toEqual(kept(x, 4));
    expect(losses.at(-1)).toBeLessThan(0.6 * losses[0]);
    const path = join(folder, 'code.safetensors');
    await model.save(path);
    const loaded = await loadModel(path);
    expect((await loaded.predict(x)).data).toEqual((await model.predict(x)).data);
  });
});
