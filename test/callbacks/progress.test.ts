import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CallbackContext } from '../../lib/callbacks/index.ts';
import { progress, showLogs, showValue } from '../../lib/callbacks/progress.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const context = (epochs: number) => ({ epochs }) as unknown as CallbackContext;
const info = { epoch: 1, epochs: 3, step: 2, steps: 8, loss: 0.5, seconds: 0.2, samplesPerSecond: 12_345 };
const logs = { epoch: 1, loss: 0.25, valAccuracy: 1, learningRate: 0.001, seconds: 1.5, samplesPerSecond: 12_345 };

/** Runs one epoch on a stream that is a terminal or not; gives what was written. */
async function written(terminal: boolean): Promise<string> {
  let text = '';
  const stream = {
    isTTY: terminal,
    columns: 100,
    write: (s: string) => {
      text += s;
      return true;
    },
    on: () => stream,
    once: () => stream,
    removeListener: () => stream,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  };
  const callback = progress({ stream: stream as unknown as NodeJS.WriteStream });
  await callback.onTrainBegin?.(context(3));
  callback.onProgress?.(info);
  callback.onEpochEnd?.(1, logs, context(3));
  callback.onTrainEnd?.(context(3));
  return text;
}
const line = 'epoch 1/3: loss 0.2500, valAccuracy 1.0000, 12k samples/s\n';

describe('output', () => {
  test('a line per epoch, and nothing else, where there is no terminal', async () => expect(await written(false)).toBe(line));
  test('the same in CI', async () => {
    vi.stubEnv('CI', 'true');
    expect(await written(true)).toBe(line);
  });
  test('the same on a dumb terminal', async () => {
    vi.stubEnv('CI', '');
    vi.stubEnv('TERM', 'dumb');
    expect(await written(true)).toBe(line);
  });
  test('a bar on a terminal, without color', async () => {
    vi.stubEnv('CI', '');
    vi.stubEnv('TERM', 'xterm');
    const text = await written(true);
    expect(text).toMatch(/epoch 1\/3 \[#+\.+\] 8% loss 0\.5000, 12k samples\/s/);
    expect(text.endsWith(line)).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: color codes start with one
    expect(text).not.toMatch(/\u001b\[\d*m/);
  });
  test('short epochs share the bar; the last one leaves its line', async () => {
    vi.stubEnv('CI', '');
    vi.stubEnv('TERM', 'xterm');
    let text = '';
    const stream = {
      isTTY: true,
      columns: 100,
      write: (s: string) => (text += s),
      on: () => stream,
      once: () => stream,
      removeListener: () => stream,
      cursorTo: () => true,
      clearLine: () => true,
      moveCursor: () => true,
    };
    const callback = progress({ stream: stream as unknown as NodeJS.WriteStream });
    await callback.onTrainBegin?.(context(3));
    for (const epoch of [1, 2, 3]) callback.onEpochEnd?.(epoch, { ...logs, epoch, seconds: 0.01 }, context(3));
    callback.onTrainEnd?.(context(3));
    expect(text.match(/epoch \d\/3: /g)).toEqual(['epoch 3/3: ']);
    expect(text).toMatch(/\[#+\.*\]/);
  });
  test('epochs beyond those asked for, when a model is trained further', async () => {
    let text = '';
    const callback = progress({ stream: { isTTY: false, write: (s: string) => (text += s) } as unknown as NodeJS.WriteStream });
    await callback.onTrainBegin?.(context(2));
    callback.onEpochEnd?.(5, { loss: 1 }, context(2));
    expect(text).toBe('epoch 5/6: loss 1.0000\n');
  });
  test('a stream is needed', () =>
    expect(() => progress({ stream: {} as never })).toThrow(
      'callbacks.progress: expected a writable stream for stream, got an object (Object)',
    ));
});

describe('numbers', () => {
  test.each([
    [0, '0.0000'],
    [0.25, '0.2500'],
    [-12.34567, '-12.3457'],
    [0.001, '0.0010'],
    [0.00012345, '1.234e-4'],
    [12_345_678, '1.235e+7'],
    [Number.NaN, 'NaN'],
    [Infinity, 'Infinity'],
  ])('%s is %s', (v, text) => expect(showValue(v)).toBe(text));
  test('logs without times and counts', () => expect(showLogs(logs)).toBe('loss 0.2500, valAccuracy 1.0000'));
});
