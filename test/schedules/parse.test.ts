import { describe, expect, test } from 'vitest';
import { describe as description } from '../../lib/describe.ts';
import { parseSchedule } from '../../lib/schedules/parse.ts';
import { schedules } from '../../lib/schedules/index.ts';

describe('the call as text makes what the call makes', () => {
  test.each([
    ['constant(0.1)', schedules.constant(0.1)],
    [' constant( 1e-3 ) ', schedules.constant(1e-3)],
    ['linearDecay({ initial: .5, steps: 100, })', schedules.linearDecay({ initial: 0.5, steps: 100 })],
    [
      'warmup(10, cosineDecay({ "initial": 0.1, steps: 90, restarts: { lengthen: 2 } }), { from: 0 })',
      schedules.warmup(10, schedules.cosineDecay({ initial: 0.1, steps: 90, restarts: { lengthen: 2 } }), { from: 0 }),
    ],
    [
      "sequence([{schedule:1,steps:3},{schedule:cyclic({low:0,high:1,up:2,mode:'triangular2'})}])",
      schedules.sequence([{ schedule: 1, steps: 3 }, { schedule: schedules.cyclic({ low: 0, high: 1, up: 2, mode: 'triangular2' }) }]),
    ],
    ['polynomialDecay({ initial: 1, steps: 3, cycle: true })', schedules.polynomialDecay({ initial: 1, steps: 3, cycle: true })],
  ])('%s', (text, schedule) => expect(description(parseSchedule(text))).toEqual(description(schedule)));
});

describe('other texts are refused', () => {
  test.each([
    ['', /expected a schedule, such as .* at character 1/],
    ['0.1', /expected a schedule, such as/],
    ['cosinDecay({})', /no schedule is called 'cosinDecay'\. Did you mean 'cosineDecay'\? Known: constant/],
    ['constructor(1)', /no schedule is called 'constructor'/],
    ['constant 1', /expected '\(' at character 9/],
    ['constant(1', /expected '\)' at character 11/],
    ['constant(1) 2', /expected nothing more at character 12/],
    ['constant(1 + 2)', /expected .* at character 11/],
    ['constant(:)', /expected a value at character 10/],
    ['linearDecay({ 3: 1 })', /expected the name of an option at character 14/],
    ['linearDecay({ initial 1 })', /expected ':' at character 22/],
    ['constant(-1)', /schedules\.constant: expected a number in \[0, inf\)/],
    ['constant(process)', /no schedule is called 'process'/],
  ])("'%s'", (text, message) =>
    expect(() => parseSchedule(text)).toThrow(expect.objectContaining({ code: 'ERR_OPTION', message: expect.stringMatching(message) })),
  );
});
