import { expect, test } from 'vitest';
import { callbacks, layers, ndarray, optimizers, sequential } from '../../lib/index.ts';
import { standInContext } from '../support/callback-context.ts';
import { digits, small, weightsOf } from '../support/model.ts';

const data = digits(200);
const withNaN = Float32Array.from(data.x.data);
withNaN[64 * 100] = Number.NaN;
const bad = ndarray(withNaN, [200, 64]);
const options = { batchSize: 50, shuffle: false, epochs: 3 };

test('fit resolves with the reason; the weights are those of the last good step', async () => {
  const model = small();
  const seen: string[] = [];
  const history = await model.fit(bad, data.y as never, {
    ...options,
    callbacks: [callbacks.terminateOnNaN(), { onTrainEnd: () => void seen.push('end'), onNonFinite: (e) => void seen.push(e.code) }],
  });
  expect(history).toMatchObject({ epochs: [], stoppedEpoch: 0 });
  expect(history.stopReason).toMatch(/not finite in step 3; the first value that is not finite is made by 'rescaling'/);
  expect(seen).toEqual(['ERR_NON_FINITE', 'end']);
  const other = small();
  await other.fit(data.take(100), { batchSize: 50, shuffle: false });
  expect(weightsOf(model)).toEqual(weightsOf(other));
});
test('an update that spoils the weights: the epoch before is what is left', async () => {
  const model = sequential([layers.input([64]), layers.dense(16), layers.dense(10)], { seed: 1 });
  model.compile({ optimizer: optimizers.sgd({ learningRate: (step) => (step < 4 ? 1e-5 : 1e38) }), loss: 'meanSquaredError' });
  const history = await model.fit(data.x, ndarray(new Float32Array(2000), [200, 10]), {
    ...options,
    callbacks: [callbacks.terminateOnNaN()],
  });
  expect(history.epochs).toHaveLength(1);
  expect(history.stoppedEpoch).toBe(1);
  expect(Object.values(model.getWeights()).every((w) => w.data.every(Number.isFinite))).toBe(true);
});
test('without it, and with a hook that does not stop, fit rejects', async () => {
  await expect(small().fit(bad, data.y as never, options)).rejects.toMatchObject({ code: 'ERR_NON_FINITE' });
  await expect(small().fit(bad, data.y as never, { ...options, callbacks: [{ onNonFinite: () => undefined }] })).rejects.toMatchObject({
    code: 'ERR_NON_FINITE',
  });
});
test('a validation loss of NaN ends training after its epoch', async () => {
  const context = standInContext();
  const callback = callbacks.terminateOnNaN();
  callback.onEpochEnd?.(1, { loss: 1, valLoss: 1 }, context);
  expect(context.reasons).toEqual([]);
  callback.onEpochEnd?.(2, { loss: 1, valLoss: Number.NaN }, context);
  expect(context.reasons).toEqual(['valLoss is NaN']);
});
