import { either, functionRule, inRange, type Rule, show } from '../check.ts';
import { RidgelineError } from '../errors.ts';

/** A number, or a function of the step (from 0) that is tabulated ahead of each run. */
export type Schedule = number | ((step: number) => number);

/** A number of 0 or more, or a function. */
export const scheduleRule: Rule<Schedule> = either(inRange('[0, inf)'), functionRule) as Rule<Schedule>;

/** The value at a step; a function must give a finite number of 0 or more. */
export function valueAt(where: string, schedule: Schedule, step: number): number {
  if (typeof schedule === 'number') return schedule;
  const value = schedule(step);
  if (!(Number.isFinite(value) && value >= 0))
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: expected the schedule to give a finite number of 0 or more, got ${show(value)} for step ${step}`,
    );
  return value;
}
