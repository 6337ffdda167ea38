import { checkOptions, either, functionRule, inRange, type Rule, type Rules, show } from '../check.ts';
import type { Described } from '../describe.ts';
import { RidgelineError } from '../errors.ts';

/** A learning rate that follows from the step; a model file carries it by kind and options. */
export interface Schedule extends Described {
  /** The value at a step, counted from 0. */
  at(step: number): number;
}

/** A number, a schedule, or a function of the step (from 0); whichever it is, it is tabulated ahead of each run. */
export type ScheduleLike = number | Schedule | ((step: number) => number);

const itemRule: Rule<Schedule> = {
  expected: 'a schedule',
  invalid: {},
  test: (v): v is Schedule => typeof (v as Schedule | null | undefined)?.at === 'function' && typeof (v as Schedule).kind === 'string',
};

/** A number of 0 or more, a schedule, or a function. */
export const scheduleRule: Rule<ScheduleLike> = either(
  either(inRange('[0, inf)'), itemRule),
  functionRule,
) as Rule<unknown> as Rule<ScheduleLike>;

/** The value at a step; a function must give a finite number of 0 or more. */
export function valueAt(where: string, schedule: ScheduleLike, step: number): number {
  if (typeof schedule === 'number') return schedule;
  const value = typeof schedule === 'function' ? schedule(step) : schedule.at(step);
  if (!(Number.isFinite(value) && value >= 0))
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: expected the schedule to give a finite number of 0 or more, got ${show(value)} for step ${step}`,
    );
  return value;
}

/** Throws what a schedule has against its options. */
export type Refuse = (why: string) => never;

/** What a schedule is made from. */
export interface ScheduleDefinition<O extends object> {
  readonly kind: string;
  readonly rules: Rules<O>;
  /** What the rules cannot say: conditions between options. */
  readonly validate?: (options: O, refuse: Refuse) => void;
  /** The value at a step of 0 or more. */
  readonly at: (options: O, step: number) => number;
}

/** A maker of schedules whose options are checked, once, when one is made. */
export function defineSchedule<O extends object>(definition: ScheduleDefinition<O>): (options: O) => Schedule {
  const { kind, rules, validate, at } = definition;
  return (given) => {
    const where = `schedules.${kind}`;
    checkOptions<O>(where, given, rules);
    const options = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)) as O;
    validate?.(options, (why) => {
      throw new RidgelineError('ERR_OPTION', `${where}: ${why}`);
    });
    return { kind, options: options as Schedule['options'], at: (step) => at(options, step) };
  };
}
