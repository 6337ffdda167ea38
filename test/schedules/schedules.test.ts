import { expect, test } from 'vitest';
import { scheduleRule, valueAt } from '../../lib/schedules/define.ts';

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
test.each([0, 1e-3, () => 1])('%s may be a schedule', (v) => expect(scheduleRule.test(v)).toBe(true));
test.each([-1, Infinity, Number.NaN, '0.1', undefined])('%s may not', (v) => expect(scheduleRule.test(v)).toBe(false));
