/** What callbacks that watch a value share. */
import { finite, inRange, nearest, oneOf, optional, string } from '../check.ts';
import { RidgelineError } from '../errors.ts';

/** Which value is watched, and what counts as better. */
export interface MonitorOptions {
  /** Key of the logs to watch; default 'valLoss'. */
  readonly monitor?: string;
  /** 'auto' (default): larger is better for accuracy, precision, recall, f1, auc and r2, smaller for all else. */
  readonly mode?: 'auto' | 'min' | 'max';
  /** Smallest change that counts, in [0, inf); default 0, of reduceLearningRateOnPlateau 1e-4. */
  readonly minDelta?: number;
  /** Value that must be beaten; default none. */
  readonly baseline?: number;
}
export const monitorRules = {
  monitor: optional(string),
  mode: optional(oneOf('auto', 'min', 'max')),
  minDelta: optional(inRange('[0, inf)')),
  baseline: optional(finite),
};

const largerIsBetter = /(accuracy|precision|recall|f1|auc|r2)$/i;

/** -1 where larger values are better, else 1. */
export const signOf = (name: string, mode: NonNullable<MonitorOptions['mode']> = 'auto'): 1 | -1 =>
  mode === 'max' || (mode === 'auto' && largerIsBetter.test(name)) ? -1 : 1;

/** The best value of a run so far. */
export interface Monitor {
  readonly name: string;
  reset(): void;
  /** The watched value, and whether it is better than the best before by more than minDelta; NaN never is. */
  observe(logs: Readonly<Record<string, number>>): { readonly value: number; readonly improved: boolean };
}

/**
 * A monitor for the callback called `where`.
 * @throws ERR_OPTION when it observes logs that do not have the key, with those that there are.
 */
export function makeMonitor(where: string, options: MonitorOptions): Monitor {
  const { monitor = 'valLoss', mode = 'auto', minDelta = 0, baseline } = options;
  const sign = signOf(monitor, mode);
  const start = baseline === undefined ? Infinity : sign * baseline;
  let best = start;
  return {
    name: monitor,
    reset: () => {
      best = start;
    },
    observe: (logs) => {
      const value = namedValue(where, monitor, logs);
      const improved = sign * value < best - minDelta;
      if (improved) best = sign * value;
      return { value, improved };
    },
  };
}

/** The logs' value of a name. */
export function namedValue(where: string, name: string, logs: Readonly<Record<string, number>>): number {
  const value = logs[name];
  if (value !== undefined) return value;
  const known = Object.keys(logs);
  const near = nearest(name, known);
  const hint = near ? ` Did you mean '${near}'?` : '';
  throw new RidgelineError('ERR_OPTION', `${where}: nothing called '${name}' to monitor.${hint} There is: ${known.join(', ')}`);
}
