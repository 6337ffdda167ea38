/** Callbacks that write files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { callbacks, loadModel } from '../../lib/index.ts';
import { standInContext } from '../support/callback-context.ts';
import { digits, small, weightsOf } from '../support/model.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-callbacks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = digits(64);

describe('csvLogger', () => {
  const rows = (file: string) =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((l) => l.split(','));
  test('a line per epoch, the numbers exactly', async () => {
    const file = join(folder, 'a.csv');
    const { epochs } = await small().fit(data, { epochs: 3, callbacks: [callbacks.csvLogger(file)] });
    const [names, ...lines] = rows(file);
    expect(names).toEqual(Object.keys(epochs[0]));
    expect(lines.map((l) => l.map(Number))).toEqual(epochs.map((e) => Object.values(e)));
  });
  test('begins anew, or goes on', async () => {
    const file = join(folder, 'b.csv');
    const train = (append: boolean) => small().fit(data, { epochs: 2, callbacks: [callbacks.csvLogger(file, { append })] });
    await train(true);
    await train(false);
    expect(rows(file)).toHaveLength(3);
    await train(true);
    expect(rows(file).map((l) => l[0])).toEqual(['epoch', '1', '2', '1', '2']);
  });
  test('does not go on under other names, and leaves that file as it is', async () => {
    const file = join(folder, 'c.csv');
    writeFileSync(file, 'time,place\n1,2\n');
    await expect(small().fit(data, { callbacks: [callbacks.csvLogger(file, { append: true })] })).rejects.toMatchObject({
      code: 'ERR_DATA',
      message: expect.stringMatching(/cannot append to .*c\.csv: its columns are time,place, these are epoch,loss,/),
    });
    expect(readFileSync(file, 'utf8')).toBe('time,place\n1,2\n');
  });
  test('quotes what needs it; leaves out what an epoch lacks', async () => {
    const file = join(folder, 'd.csv');
    const callback = callbacks.csvLogger(file, { separator: ';' });
    const context = standInContext();
    await callback.onTrainBegin?.(context);
    await callback.onEpochEnd?.(1, { epoch: 1, 'a;"b"': 0.5, c: 2 }, context);
    await callback.onEpochEnd?.(2, { epoch: 2, c: 3 }, context);
    expect(readFileSync(file, 'utf8')).toBe('epoch;"a;""b""";c\n1;0.5;2\n2;;3\n');
  });
  test('a path that cannot be written, and options', async () => {
    const file = join(folder, 'no-such-folder', 'a.csv');
    await expect(small().fit(data, { callbacks: [callbacks.csvLogger(file)] })).rejects.toMatchObject({ code: 'ERR_DATA' });
    expect(() => callbacks.csvLogger('')).toThrow('callbacks.csvLogger: expected a non-empty string for path');
    expect(() => callbacks.csvLogger('a', { separator: '::' })).toThrow(/expected one character .* for separator, got '::'/);
  });
});

describe('modelCheckpoint', () => {
  test('the best by what is monitored, in one file', async () => {
    const file = join(folder, 'best.safetensors');
    const kept: Record<string, number[]>[] = [];
    const model = small({ learningRate: 0.3 });
    const { epochs } = await model.fit(data, {
      epochs: 6,
      validationSplit: 0.25,
      callbacks: [
        callbacks.modelCheckpoint(file, { saveBestOnly: true, monitor: 'valLoss' }),
        { onEpochEnd: () => void kept.push(weightsOf(model)) },
      ],
    });
    const losses = epochs.map((e) => e.valLoss);
    const best = losses.indexOf(Math.min(...losses));
    expect(best).toBeLessThan(5);
    expect(weightsOf(await loadModel(file))).toEqual(kept[best]);
  });
  test('names made from the logs; every other epoch', async () => {
    const callback = callbacks.modelCheckpoint('m-{epoch}-{valLoss}', { everyEpochs: 2 });
    const context = standInContext();
    await callback.onTrainBegin?.(context);
    for (let epoch = 1; epoch <= 5; epoch++) await callback.onEpochEnd?.(epoch, { epoch, valLoss: 1 / epoch }, context);
    expect(context.model.saved).toEqual(['m-2-0.5000', 'm-4-0.2500']);
    const other = callbacks.modelCheckpoint('m-{valLos}');
    await expect(other.onEpochEnd?.(1, { epoch: 1, valLoss: 1 }, context)).rejects.toThrow(
      "callbacks.modelCheckpoint: nothing called 'valLos' to monitor. Did you mean 'valLoss'?",
    );
  });
  test('larger is better for an accuracy', async () => {
    const callback = callbacks.modelCheckpoint('{epoch}', { monitor: 'valAccuracy', saveBestOnly: true });
    const context = standInContext();
    await callback.onTrainBegin?.(context);
    const values = [0.5, 0.4, 0.6, 0.6, Number.NaN, 0.7];
    for (const [i, valAccuracy] of values.entries()) await callback.onEpochEnd?.(i + 1, { epoch: i + 1, valAccuracy }, context);
    expect(context.model.saved).toEqual(['1', '3', '6']);
  });
  test('with the training state, fit goes on from the file bit for bit; no other file is left', async () => {
    const at = mkdtempSync(join(folder, 'resume-'));
    const [whole, half] = [small(), small()];
    await whole.fit(data, { epochs: 4 });
    await half.fit(data, { epochs: 2, callbacks: [callbacks.modelCheckpoint(join(at, 'm.safetensors'), { training: true })] });
    expect(readdirSync(at)).toEqual(['m.safetensors']);
    const loaded = await loadModel(join(at, 'm.safetensors'));
    await loaded.fit(data, { epochs: 2 });
    expect(weightsOf(loaded)).toEqual(weightsOf(whole));
  });
});
