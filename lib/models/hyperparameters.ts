/** The numbers that can be changed without compiling, each with the rule of the option that it comes from. */
import { check, type Rule } from '../check.ts';

/** The numbers by path, and what each of them may be. */
export interface Hyperparameters {
  readonly hyperparameters: Map<string, number>;
  readonly ranges: Map<string, Rule<number>>;
}

/** Sets a number, whatever it was before. */
export function place({ hyperparameters, ranges }: Hyperparameters, name: string, value: number, rule: Rule<number>): void {
  hyperparameters.set(name, value);
  ranges.set(name, rule);
}

/**
 * What a trace says of a number: it begins as `value`, unless it was set before.
 * @throws ERR_OPTION where it was set to what the rule refuses, as by a file from before the rule was known.
 */
export function declare(numbers: Hyperparameters, name: string, value: number, rule: Rule<number>): void {
  numbers.ranges.set(name, rule);
  const known = numbers.hyperparameters.get(name);
  if (known === undefined) numbers.hyperparameters.set(name, value);
  else if (known !== value) check('hyper-parameters', name, known, rule);
}
