/** What arguments may be, to the type checker and at runtime alike. */
import { expect, test } from 'vitest';
import { type ArrayInput, callbacks, Dataset, layers, linear, ndarray, sequential } from '../../lib/index.ts';

const rows: readonly (readonly number[])[] = [
  [1, 2],
  [3, 4],
  [5, 7],
];
const y: readonly number[] = [1, 0, 1];
const network = () => {
  const model = sequential([layers.input([2]), layers.dense(1, { activation: 'sigmoid' })], { seed: 1 });
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  return model;
};

test('readonly arrays', async () => {
  const model = network();
  await model.fit(rows, y, { validationData: [rows, y], sampleWeight: y });
  expect((await model.predict(rows)).shape).toEqual([3, 1]);
  const ridge = await new linear.Ridge().fit(rows, y);
  expect((await ridge.predict(rows)).shape).toEqual([3]);
  await new linear.LogisticRegression().fit(rows, y);
});

test('rows as typed arrays: the values and the type of the first', async () => {
  const kinds = [Float32Array, Float64Array, Int32Array, Uint8Array, Int16Array, Uint8ClampedArray] as const;
  const dtypes = ['float32', 'float64', 'int32', 'uint8', 'int32', 'uint8'];
  kinds.forEach((kind, i) => {
    const array = ndarray(rows.map((row) => kind.from(row)));
    expect([array.dtype, array.shape, array.toArray()]).toEqual([dtypes[i], [3, 2], rows]);
  });
  expect(ndarray([[Float32Array.of(1, 2)], [Float32Array.of(3, 4)]]).shape).toEqual([2, 1, 2]);
  expect(ndarray([Float64Array.of(1, 2)], undefined, { dtype: 'int32' }).toArray()).toEqual([[1, 2]]);
  const typed: readonly Float32Array[] = rows.map((row) => Float32Array.from(row));
  const [model, ridge] = [network(), new linear.Ridge()];
  await model.fit(typed, y);
  expect(model.predictSync(typed).data).toEqual(model.predictSync(rows).data);
  await ridge.fit(typed, y);
  expect((await ridge.predict(typed)).data).toEqual((await (await new linear.Ridge().fit(rows, y)).predict(rows)).data);
  // Timestamps, which float32 would round.
  const late = [Float64Array.of(1.7e9), Float64Array.of(1.7e9 + 49)];
  expect((await (await new linear.Ridge({ alpha: 0 }).fit(late, [0, 49])).predict(late)).data[1]).toBeCloseTo(49, 4);
});

test.each([
  ['of different lengths', [Float32Array.of(1, 2), Float32Array.of(3)], /data is ragged: data\[1\] has length 1, expected 2/],
  ['beside a number', [Float32Array.of(1, 2), 3], /data is ragged: expected an array of 2 at data\[1\], got 3/],
  ['among numbers', [1, Float32Array.of(1)], /data is ragged: data\[1\] is an array among numbers/],
  [
    'deeper than the first',
    [
      [1, 2],
      [Float32Array.of(1, 2), 3],
    ],
    /data is ragged: data\[1\]\[0\] is an array among numbers/,
  ],
  ['less deep than the first', [[[1, 2]], [Float32Array.of(1, 2)], Float32Array.of(1)], /ragged/],
] as const)('typed rows %s', (_, given, message) => {
  expect(() => ndarray(given as ArrayInput)).toThrow(
    expect.objectContaining({ code: 'ERR_SHAPE', message: expect.stringMatching(message) }),
  );
});

test('an integer type cannot take fractions, also from rows', () => {
  expect(() => ndarray([Int32Array.of(1, 2), Float32Array.of(0.5, 1)])).toThrow(
    /data holds 0.5 at data\[1\]\[0\], which int32 cannot hold/,
  );
});

test('a stream of one method is enough for progress', async () => {
  let text = '';
  const stream = { write: (s: string) => (text += s) };
  await network().fit(rows, y, { callbacks: [callbacks.progress({ stream })] });
  expect(text).toMatch(/^epoch 1\/1: loss /);
});

test('a Dataset of arrays says what it takes', () => {
  expect(() => new Dataset({ x: [[1, 2]] as never, y: [1] as never })).toThrow(
    expect.objectContaining({
      code: 'ERR_OPTION',
      message: expect.stringMatching(/^Dataset: expected an NDArray for x, got .*; datasets.fromArrays/),
    }),
  );
});
