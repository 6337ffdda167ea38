import { describe, expect, test } from 'vitest';
import { defineModel, input, layers, type NDArray, ndarray } from '../../lib/index.ts';
import type { ApplicableLayer } from '../../lib/layers/define.ts';

const a = ndarray([
  [1, 2],
  [3, -4],
]);
const b = ndarray([
  [5, 6],
  [0.5, 8],
]);

/** What a layer makes of rows. */
async function merged(layer: ApplicableLayer, ...rows: NDArray[]): Promise<unknown> {
  const values = rows.map((r) => input(r.shape.slice(1), { dtype: r.dtype === 'uint8' ? 'uint8' : undefined }));
  const inputs = Object.fromEntries(values.map((value, i) => [`v${i}`, value]));
  const model = defineModel({ inputs, outputs: { out: layer.apply(values) } });
  return (await model.predict(Object.fromEntries(rows.map((r, i) => [`v${i}`, r])))).out.toArray();
}

describe('values', () => {
  test('add', async () => {
    expect(await merged(layers.add(), a, b)).toEqual([
      [6, 8],
      [3.5, 4],
    ]);
    expect(await merged(layers.add(), a, b, a)).toEqual([
      [7, 10],
      [6.5, 0],
    ]);
  });
  test('multiply', async () =>
    expect(await merged(layers.multiply(), a, b, b)).toEqual([
      [25, 72],
      [0.75, -256],
    ]));
  test('concatenate, by default along the last axis', async () => {
    expect(await merged(layers.concatenate(), a, b.rows(0, 2), ndarray([[7], [9]]))).toEqual([
      [1, 2, 5, 6, 7],
      [3, -4, 0.5, 8, 9],
    ]);
    const [c, d] = [a.reshape([2, 1, 2]), b.reshape([2, 1, 2])];
    expect(await merged(layers.concatenate({ axis: 1 }), c, d)).toEqual([
      [
        [1, 2],
        [5, 6],
      ],
      [
        [3, -4],
        [0.5, 8],
      ],
    ]);
  });
  test('bytes become floats', async () => {
    const bytes = ndarray(Uint8Array.of(200, 100, 3, 4), [2, 2]);
    expect(await merged(layers.add(), bytes, bytes)).toEqual([
      [400, 200],
      [6, 8],
    ]);
  });
});

describe('mistakes', () => {
  const shapes = (layer: ApplicableLayer, ...given: number[][]): unknown => {
    const values = given.map((shape) => input(shape));
    return defineModel({ inputs: Object.fromEntries(values.map((v, i) => [`v${i}`, v])), outputs: { out: layer.apply(values) } });
  };
  test('shapes that differ', () => {
    expect(() => shapes(layers.add(), [2], [3])).toThrow('add: expected values of one shape, got [2, 2] and [2, 3]');
    expect(() => shapes(layers.multiply(), [2], [1, 2])).toThrow('multiply: expected values of one shape');
    expect(() => shapes(layers.concatenate(), [2, 3], [4, 3])).toThrow('concat: shapes [2, 2, 3] and [2, 4, 3] differ beside axis 2');
  });
  test('axes that rows do not have', () => {
    for (const axis of [2, -2, 5]) expect(() => shapes(layers.concatenate({ axis }), [2], [2])).toThrow(`have no axis ${axis}`);
  });
});
