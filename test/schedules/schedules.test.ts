import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describe as description } from '../../lib/describe.ts';
import { layers, loadModel, optimizers, sequential } from '../../lib/index.ts';
import { type Schedule, type ScheduleLike, scheduleRule, valueAt } from '../../lib/schedules/define.ts';
import { scheduleFrom, schedules } from '../../lib/schedules/index.ts';

test('a number is itself at every step, a function is asked', () => {
  expect(valueAt('here', 0.3, 17)).toBe(0.3);
  expect(valueAt('here', (step) => step / 4, 3)).toBe(0.75);
});
test.each([-1e-9, Infinity, Number.NaN, undefined])('a function must not give %s', (bad) =>
  expect(() => valueAt('here', () => bad as number, 2)).toThrow(
    expect.objectContaining({
      code: 'ERR_VALUE',
      message: `here: expected the schedule to give a finite number of 0 or more, got ${typeof bad === 'number' ? `${bad} (number)` : bad} for step 2`,
    }),
  ),
);
test.each([0, 1e-3, () => 1, schedules.constant(1)])('%s may be a schedule', (v) => expect(scheduleRule.test(v)).toBe(true));
test.each([-1, Infinity, Number.NaN, '0.1', undefined, {}, null])('%s may not', (v) => expect(scheduleRule.test(v)).toBe(false));

describe('the end', () => {
  test.each<[Schedule, number]>([
    [schedules.linearDecay({ initial: 1, steps: 10 }), 0.01],
    [schedules.polynomialDecay({ initial: 1, steps: 10, final: 0.2, power: 3 }), 0.2],
    [schedules.cosineDecay({ initial: 1, steps: 10, final: 0.1, warmup: 4 }), 0.1],
    [schedules.oneCycle({ peak: 1, steps: 10, rise: 0.5, divide: 10, finalDivide: 10 }), 0.01],
    [schedules.piecewiseConstant({ boundaries: [3], values: [1, 0.5] }), 0.5],
    [schedules.warmup(3, 0.7), 0.7],
  ])('%o stays where it ends', (schedule, last) => {
    expect(schedule.at(100)).toBeCloseTo(last, 12);
    expect(schedule.at(1e6)).toBe(schedule.at(100));
  });
});

describe('composition', () => {
  test('a warm-up rises to the first rate and hands over', () => {
    const s = schedules.warmup(4, schedules.stepDecay({ initial: 1, every: 2, factor: 0.5 }));
    expect([0, 1, 2, 3, 4, 5, 6, 8].map((k) => s.at(k))).toEqual([0.2, 0.4, 0.6, 0.8, 1, 1, 0.5, 0.25].map((v) => expect.closeTo(v, 12)));
  });
  test('the warm-up of a cosine decay is that of warmup', () => {
    const cosine = { initial: 0.3, steps: 20, final: 0.01, restarts: { lengthen: 2, scale: 0.5 } };
    const [a, b] = [schedules.cosineDecay({ ...cosine, warmup: 7 }), schedules.warmup(7, schedules.cosineDecay(cosine))];
    for (let k = 0; k < 200; k++) expect(a.at(k)).toBe(b.at(k));
  });
  test('functions and numbers may be parts', () => {
    const s = schedules.sequence([{ schedule: 2, steps: 2 }, { schedule: schedules.warmup(2, (k) => 10 + k) }]);
    expect([0, 1, 2, 3, 4, 5].map((k) => s.at(k))).toEqual([2, 2, expect.closeTo(10 / 3, 12), expect.closeTo(20 / 3, 12), 10, 11]);
    expect(() => schedules.warmup(1, () => -1).at(3)).toThrow(/schedules\.warmup: expected the schedule to give .* got -1/);
  });
  test('restarts begin exactly at the first rate, however long they have become', () => {
    const s = schedules.cosineDecay({ initial: 1, steps: 3, restarts: { lengthen: 3 } });
    for (let p = 0, begin = 0; p < 12; p++, begin += 3 * 3 ** (p - 1)) {
      expect(s.at(begin)).toBe(1);
      if (begin > 0) expect(s.at(begin - 1)).toBeLessThan(0.3);
    }
  });
});

describe('options', () => {
  test.each<[() => Schedule, string]>([
    [() => schedules.constant(-1), 'constant: expected a number in [0, inf) for value, got -1 (number)'],
    [() => schedules.linearDecay({ initial: 1 } as never), 'linearDecay: expected a positive integer for steps, got undefined'],
    [() => schedules.exponentialDecay({ initial: 1, rate: 0 }), 'exponentialDecay: expected a number in (0, inf) for rate, got 0 (number)'],
    [
      () => schedules.stepDecay({ initial: 1, evry: 2 } as never),
      "stepDecay: unknown option 'evry'. Did you mean 'every'? Known options: initial, every, factor",
    ],
    [
      () => schedules.piecewiseConstant({ boundaries: [5, 5], values: [1, 2, 3] }),
      'piecewiseConstant: expected boundaries that rise, got 5 after 5',
    ],
    [
      () => schedules.piecewiseConstant({ boundaries: [5], values: [1] }),
      'piecewiseConstant: expected one value more than boundaries, got 1 values and 1 boundaries',
    ],
    [
      () => schedules.cosineDecay({ initial: 1, steps: 5, restarts: { lengthen: 0.5 } }),
      'cosineDecay: restarts: expected a number in [1, inf) for lengthen, got 0.5 (number)',
    ],
    [
      () => schedules.cosineDecay({ initial: 1, steps: 5, final: 2 }),
      'cosineDecay: expected final of no more than initial, got final 2 and initial 1',
    ],
    [() => schedules.oneCycle({ peak: 1, steps: 3 }), 'oneCycle: expected a longer cycle, or another rise: phase 1 of 2 has no step of 3'],
    [() => schedules.cyclic({ low: 1, high: 1, up: 3 }), 'cyclic: expected high above low, got high 1 and low 1'],
    [() => schedules.cyclic({ low: 0, high: 1, up: 3, gamma: 0.5 }), "cyclic: expected gamma only with mode 'expRange'"],
    [() => schedules.sequence([]), 'sequence: expected a non-empty array of { schedule, steps } for parts, got [] (array)'],
    [() => schedules.sequence([{ schedule: 1 }, { schedule: 2 }]), 'sequence: expected steps for part 0, which another follows'],
    [() => schedules.sequence([{ schedule: 1, steps: 2 }]), 'sequence: expected no steps for the last part, which goes on'],
    [() => schedules.warmup(0, 1), 'warmup: expected a positive integer for steps, got 0 (number)'],
    [
      () => schedules.warmup(1, {} as never),
      'warmup: expected a number in [0, inf) or a schedule or a function for next, got an object (Object)',
    ],
  ])('%s', (make, message) => expect(make).toThrow(expect.objectContaining({ code: 'ERR_OPTION', message: `schedules.${message}` })));
});

describe('descriptions', () => {
  const nested = schedules.sequence([
    { schedule: schedules.warmup(3, schedules.cosineDecay({ initial: 1, steps: 9 }), { from: 0.5 }), steps: 12 },
    { schedule: 0.5, steps: 2 },
    { schedule: schedules.cyclic({ low: 0, high: 1, up: 3 }) },
  ]);
  test('a nest of schedules comes back from JSON', () => {
    const again = scheduleFrom(JSON.parse(JSON.stringify(description(nested))));
    for (let k = 0; k < 40; k++) expect(again.at(k)).toBe(nested.at(k));
  });
  test.each(['constructor', 'adam'])('no schedule is called %s', (kind) =>
    expect(() => scheduleFrom({ kind, options: {} })).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' })),
  );
  test.each([
    { kind: 'sequence', options: {} },
    { kind: 'sequence', options: { parts: [null, 3] } },
    { kind: 'warmup', options: { steps: 3, next: { kind: 'warmup', options: null } } },
    { kind: 'linearDecay', options: { initial: 'x' } },
  ])('%j is refused', (bad) => expect(() => scheduleFrom(bad as never)).toThrow(expect.objectContaining({ name: 'RidgelineError' })));
});

describe('in a model', () => {
  const compiled = (learningRate: ScheduleLike) => {
    const model = sequential([layers.input([2]), layers.dense(1)], { seed: 5 });
    model.compile({ optimizer: optimizers.adam({ learningRate }), loss: 'meanSquaredError' });
    return model;
  };
  const x = [
    [1, 2],
    [0.5, -1],
    [2, 0.25],
    [-1, 1],
  ];
  const y = [[1], [0], [2], [-1]];
  test('a training with a schedule is that with its function, and goes on from a file bit for bit', async () => {
    const item = schedules.warmup(3, schedules.linearDecay({ initial: 0.1, steps: 10 }));
    const [byItem, byFunction] = [compiled(item), compiled((k) => item.at(k))];
    const options = { epochs: 4, batchSize: 2 };
    const { epochs } = await byItem.fit(x, y, options);
    await byFunction.fit(x, y, options);
    expect(byItem.getWeights()).toEqual(byFunction.getWeights());
    expect(epochs.map((e) => e.learningRate)).toEqual([1, 3, 5, 7].map((k) => item.at(k)));
    const folder = mkdtempSync(join(tmpdir(), 'ridgeline-schedule-'));
    try {
      const file = join(folder, 'm.safetensors');
      await byItem.save(file, { training: true });
      const loaded = await loadModel(file);
      await loaded.fit(x, y, options);
      await byItem.fit(x, y, options);
      expect(loaded.getWeights()).toEqual(byItem.getWeights());
      await expect(byFunction.save(file, { training: true })).rejects.toThrow(/holds a function of yours \(learningRate\)/);
      await expect(compiled(schedules.warmup(2, () => 1)).save(file, { training: true })).rejects.toThrow(
        /holds a function of yours \(learningRate\.options\.next\)/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
