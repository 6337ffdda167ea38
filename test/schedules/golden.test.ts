/** Learning rates by step of PyTorch and Keras, from test/golden/make_schedules.py. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Description } from '../../lib/describe.ts';
import { scheduleFrom, schedules } from '../../lib/schedules/index.ts';
import type { Schedule } from '../../lib/schedules/define.ts';

interface Golden {
  readonly cases: readonly {
    readonly peer: 'PyTorch' | 'Keras';
    readonly schedule: keyof typeof schedules;
    readonly arguments: readonly unknown[];
    readonly rates: readonly number[];
  }[];
}
const golden = JSON.parse(readFileSync(new URL('../golden/schedules.json', import.meta.url), 'utf8')) as Golden;

/** Descriptions among the arguments stand for schedules. */
function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  if ('kind' in value) return scheduleFrom(value as Description);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, revived(v)]));
}

test('every kind but none other is there', () => {
  expect(new Set(golden.cases.map((c) => c.schedule))).toEqual(new Set(Object.keys(schedules)));
});
test.each(golden.cases)('$schedule($arguments) as $peer has it', ({ peer, schedule, arguments: args, rates }) => {
  const item = (schedules[schedule] as (...a: unknown[]) => Schedule)(...(revived(args) as unknown[]));
  // Keras computes in float32; PyTorch multiplies from step to step.
  const tolerance = peer === 'Keras' ? 1e-7 : 1e-13;
  expect(rates.length).toBeGreaterThan(50);
  rates.forEach((rate, k) => expect(Math.abs(item.at(k) - rate), `step ${k}`).toBeLessThanOrEqual(tolerance));
});
