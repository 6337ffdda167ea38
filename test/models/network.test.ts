import { describe, expect, it } from 'vitest';
import { layers, losses, ndarray, optimizers } from '../../lib/index.ts';
import { Model } from '../../lib/models/model.ts';
import { nameLayers } from '../../lib/models/network.ts';

const input = { name: 'x', shape: [2], dtype: undefined };
/** dense(dense(x)) with one dense. */
const twice = () =>
  new Model(
    {
      inputs: [input],
      named: false,
      layers: nameLayers('test', [layers.dense(2, { useBias: false })]),
      applications: [
        { layer: 0, from: [0] },
        { layer: 0, from: [1] },
      ],
      outputs: [{ name: 'y', from: 2 }],
    },
    1,
  );
const kernel = [0.5, -1, 2, 0.25];

describe('a layer applied twice', () => {
  it('has its parameters once, and both applications read them', async () => {
    const model = twice();
    expect(Object.keys(model.getWeights())).toEqual(['dense/kernel']);
    model.setWeights({ 'dense/kernel': ndarray(kernel, [2, 2]) });
    // [1, 1] W = [2.5, -0.75]; times W again: [1.25 - 1.5, -2.5 - 0.1875].
    expect((await model.predict([[1, 1]])).toArray()).toEqual([[-0.25, -2.6875]]);
    expect(model.summary()).toContain('parameters: 4 (4 trained)');
  });

  it('gets the sum of the gradients of its applications', async () => {
    const model = twice();
    model.setWeights({ 'dense/kernel': ndarray(kernel, [2, 2]) });
    const loss = (w: readonly number[]) => {
      const step = ([a, b]: readonly number[]) => [a * w[0] + b * w[2], a * w[1] + b * w[3]];
      const [p, q] = step(step([1, 1]));
      return (p * p + q * q) / 2;
    };
    model.compile({ optimizer: optimizers.sgd({ learningRate: 1 }), loss: losses.meanSquaredError() });
    await model.fit([[1, 1]], [[0, 0]], { epochs: 1, verbose: false });
    const after = [...model.getWeights()['dense/kernel'].data];
    kernel.forEach((v, i) => {
      const moved = (by: number) => loss(kernel.map((k, j) => (j === i ? k + by : k)));
      expect(v - after[i]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 4);
    });
  });
});

it('the result may be any value, and a value may be read by two applications', async () => {
  const model = new Model(
    {
      inputs: [input],
      named: false,
      layers: nameLayers('test', [layers.activation('relu'), layers.activation('tanh')]),
      applications: [
        { layer: 0, from: [0] },
        { layer: 1, from: [0] },
      ],
      outputs: [{ name: 'y', from: 1 }],
    },
    1,
  );
  expect((await model.predict([[-3, 4]])).toArray()).toEqual([[0, 4]]);
});
