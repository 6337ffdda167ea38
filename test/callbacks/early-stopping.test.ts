import { describe, expect, test } from 'vitest';
import { type EarlyStoppingOptions, earlyStopping } from '../../lib/callbacks/early-stopping.ts';
import type { CallbackContext } from '../../lib/callbacks/index.ts';
import { standInModel } from '../support/callback-context.ts';

interface Outcome {
  readonly stoppedAt: number | undefined;
  readonly reason: string | undefined;
  /** Epochs whose weights were kept, with the value. */
  readonly kept: readonly (readonly [number, number])[];
  readonly restored: boolean;
}

/** Trains on given values: one epoch each, under `key`; `interrupted` ends it in between, as an error or a signal does. */
async function train(
  options: EarlyStoppingOptions,
  values: readonly number[],
  key = options.monitor ?? 'valLoss',
  interrupted = false,
): Promise<Outcome> {
  const callback = earlyStopping(options);
  const outcome = {
    stoppedAt: undefined as number | undefined,
    reason: undefined as string | undefined,
    kept: [] as [number, number][],
    restored: false,
  };
  let epoch = 0;
  const context: CallbackContext = {
    model: standInModel(),
    epochs: values.length,
    stop: (reason) => {
      outcome.stoppedAt ??= epoch;
      outcome.reason ??= reason;
    },
    keepBest: (e, v) => outcome.kept.push([e, v]),
    restoreBest: () => {
      outcome.restored = true;
    },
  };
  await callback.onTrainBegin?.(context);
  try {
    for (const value of values) {
      epoch++;
      await callback.onEpochBegin?.(epoch, context);
      await callback.onEpochEnd?.(epoch, { loss: 0, [key]: value }, context);
      if (outcome.stoppedAt !== undefined || interrupted) break;
    }
  } finally {
    await callback.onTrainEnd?.(context);
  }
  return outcome;
}

describe('patience', () => {
  test('stops after so many epochs without improvement', async () => {
    const { stoppedAt, reason, kept } = await train({ patience: 2 }, [3, 2, 2.5, 1, 1.5, 1, 9]);
    expect(stoppedAt).toBe(6);
    expect(reason).toBe('valLoss has not improved for 2 evaluations');
    expect(kept).toEqual([
      [1, 3],
      [2, 2],
      [4, 1],
    ]);
  });
  test('0 stops at the first', async () => {
    const { stoppedAt, reason } = await train({}, [3, 2, 2, 1]);
    expect([stoppedAt, reason]).toEqual([3, 'valLoss has not improved for 1 evaluation']);
  });
  test('never while it improves', async () => expect((await train({ patience: 1 }, [5, 4, 3, 2])).stoppedAt).toBeUndefined());
  test('NaN is no improvement', async () => {
    const { stoppedAt, kept } = await train({ patience: 2 }, [3, Number.NaN, Number.NaN]);
    expect([stoppedAt, kept]).toEqual([3, [[1, 3]]]);
  });
  test('a second training starts afresh', async () => {
    const callback = earlyStopping({ patience: 1 });
    const stops: string[] = [];
    const context = {
      epochs: 1,
      stop: (r: string) => stops.push(r),
      keepBest: () => undefined,
      restoreBest: () => undefined,
    } as unknown as CallbackContext;
    for (const value of [1, 5]) {
      await callback.onTrainBegin?.(context);
      await callback.onEpochEnd?.(1, { valLoss: value }, context);
    }
    expect(stops).toEqual([]);
  });
});

describe('what counts as better', () => {
  test.each(['valAccuracy', 'accuracy', 'valAuc', 'valR2', 'valF1', 'topKAccuracy'])('%s grows', async (monitor) =>
    expect((await train({ monitor }, [0.1, 0.2, 0.3])).stoppedAt).toBeUndefined(),
  );
  test.each(['valLoss', 'loss', 'valMeanSquaredError'])('%s falls', async (monitor) =>
    expect((await train({ monitor }, [0.1, 0.2, 0.3])).stoppedAt).toBe(2),
  );
  test('mode overrules the name', async () => {
    expect((await train({ monitor: 'valLoss', mode: 'max' }, [1, 2, 3])).stoppedAt).toBeUndefined();
    expect((await train({ monitor: 'accuracy', mode: 'min' }, [1, 2, 3])).stoppedAt).toBe(2);
  });
  test('minDelta must be exceeded', async () => {
    expect((await train({ minDelta: 0.5 }, [3, 2.5])).stoppedAt).toBe(2);
    expect((await train({ minDelta: 0.5 }, [3, 2.4])).stoppedAt).toBeUndefined();
  });
  test('a baseline must be beaten', async () => {
    const lost = await train({ baseline: 1, patience: 2, restoreBestWeights: true }, [3, 2, 0.5]);
    expect([lost.stoppedAt, lost.kept, lost.restored]).toEqual([2, [], false]);
    expect((await train({ baseline: 1, monitor: 'accuracy' }, [2])).kept).toEqual([[1, 2]]);
  });
  test('startFromEpoch', async () => {
    const { stoppedAt, kept } = await train({ startFromEpoch: 3 }, [1, 5, 4, 3, 9]);
    expect([stoppedAt, kept.map(([e]) => e)]).toEqual([5, [3, 4]]);
  });
});

describe('weights', () => {
  test('are restored only when asked', async () => {
    expect((await train({}, [1, 2])).restored).toBe(false);
    expect((await train({ restoreBestWeights: true }, [1, 2])).restored).toBe(true);
  });
  test('are restored when all epochs were run', async () =>
    expect((await train({ restoreBestWeights: true, patience: 9 }, [1, 2])).restored).toBe(true));
  test('are restored when training is interrupted', async () =>
    expect((await train({ restoreBestWeights: true, patience: 9 }, [1, 2, 3], 'valLoss', true)).restored).toBe(true));
});

describe('errors', () => {
  test('nothing to monitor', async () => {
    await expect(train({ monitor: 'valAcuracy' }, [1], 'valAccuracy')).rejects.toThrow(
      expect.objectContaining({
        code: 'ERR_OPTION',
        message: "callbacks.earlyStopping: nothing called 'valAcuracy' to monitor. Did you mean 'valAccuracy'? There is: loss, valAccuracy",
      }),
    );
  });
  test.each([
    [{ patience: -1 }, 'expected a non-negative integer for patience, got -1 (number)'],
    [{ minDelta: -1 }, 'expected a number in [0, inf) for minDelta, got -1 (number)'],
    [{ mode: 'up' }, "expected one of 'auto', 'min', 'max' for mode, got 'up' (string)"],
    [{ restoreBestWeights: 1 }, 'expected true or false for restoreBestWeights, got 1 (number)'],
    [{ baseline: Infinity }, 'expected a finite number for baseline, got Infinity (number)'],
    [{ monitor: '' }, "expected a non-empty string for monitor, got '' (string)"],
    [{ startFromEpoch: 0.5 }, 'expected a non-negative integer for startFromEpoch, got 0.5 (number)'],
  ])('%j', (options, message) =>
    expect(() => earlyStopping(options as EarlyStoppingOptions)).toThrow(`callbacks.earlyStopping: ${message}`),
  );
});

test('evaluations inside an epoch count, and belong to it', () => {
  const callback = earlyStopping({ patience: 2 });
  const events: unknown[] = [];
  const context = {
    epochs: 1,
    stop: () => events.push('stop'),
    keepBest: (e: number, v: number) => events.push([e, v]),
    restoreBest: () => undefined,
  };
  const given = context as unknown as CallbackContext;
  callback.onTrainBegin?.(given);
  callback.onEpochBegin?.(4, given);
  for (const [step, valLoss] of [3, 2, 5, 6].entries()) callback.onEvaluate?.(step, { valLoss }, given);
  expect(events).toEqual([[4, 3], [4, 2], 'stop']);
});
