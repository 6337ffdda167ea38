/** onProgress: heard at the end of each epoch at least, and what it throws ends the training. */
import { describe, expect, test } from 'vitest';
import type { Callback, FitOptions, ProgressInfo } from '../../lib/index.ts';
import { digits, small } from '../support/model.ts';

const data = digits(200);
const unhandled = async <T>(work: () => Promise<T>): Promise<{ result: T | Error; strays: unknown[] }> => {
  const strays: unknown[] = [];
  const note = (error: unknown) => strays.push(error);
  process.on('unhandledRejection', note);
  const result = await work().catch((error: Error) => error);
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('unhandledRejection', note);
  return { result, strays };
};
const ways: [string, FitOptions][] = [
  ['a run per epoch', {}],
  ['steps of several batches', { gradientAccumulation: 2 }],
  ['several runs per epoch', { evaluateEvery: 3 }],
];

describe.each(ways)('%s', (_, more) => {
  test('the end of each epoch is told, with the numbers of the history', async () => {
    const heard: ProgressInfo[] = [];
    const callback: Callback = { onProgress: (info) => void heard.push(info) };
    const history = await small().fit(data, { epochs: 3, batchSize: 10, callbacks: [callback], ...more });
    const ends = heard.filter(({ step, steps }) => step === steps);
    expect(new Set(ends.map(({ epoch }) => epoch))).toEqual(new Set([1, 2, 3]));
    for (const { epoch, epochs, loss } of ends) expect([epochs, loss]).toEqual([3, history.epochs[epoch - 1].loss]);
  });
  test.each(['async', 'at once'])('an error thrown %s is that of fit, after onTrainEnd', async (how) => {
    let [calls, ended] = [0, 0];
    const error = new Error('from onProgress');
    const fails: Callback = {
      onProgress: () => {
        calls++;
        if (how === 'at once') throw error;
        return Promise.reject(error);
      },
      onTrainEnd: () => void ended++,
    };
    const model = small();
    const { result, strays } = await unhandled(() => model.fit(data, { epochs: 50, batchSize: 10, callbacks: [fails], ...more }));
    expect(result).toBe(error);
    expect(strays).toEqual([]);
    expect([calls, ended]).toEqual([1, 1]);
    await model.fit(data, { batchSize: 10 });
  });
});

test('a slow hook is waited for at the end of the epoch', async () => {
  const order: string[] = [];
  const slow: Callback = {
    onProgress: async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push('heard');
    },
    onEpochEnd: () => void order.push('epoch'),
  };
  await small().fit(data, { epochs: 2, batchSize: 50, callbacks: [slow] });
  expect(order).toEqual(['heard', 'epoch', 'heard', 'epoch']);
});

test('a long run ends soon after a hook has failed', async () => {
  const error = new Error('no more');
  let epochs = 0;
  const fails: Callback = { onProgress: () => Promise.reject(error), onEpochEnd: () => void epochs++ };
  const many = digits(1797);
  const model = small({ hidden: 512 });
  const { result } = await unhandled(() => model.fit(many, { epochs: 100, batchSize: 1, callbacks: [fails] }));
  expect(result).toBe(error);
  expect(epochs).toBe(0);
});
