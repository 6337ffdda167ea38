import { boolean, checkOptions, finite, inRange, nearest, nonNegativeInt, oneOf, optional, string } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { Callback, CallbackContext } from './define.ts';

/** Options of {@link earlyStopping}. */
export interface EarlyStoppingOptions {
  /** Key of the logs to watch; default 'valLoss'. */
  readonly monitor?: string;
  /** Evaluations without improvement before stopping; default 0, which stops at the first (as 1 does). */
  readonly patience?: number;
  /** Smallest change that counts, in [0, inf); default 0. */
  readonly minDelta?: number;
  /** 'auto' (default): larger is better for accuracy, precision, recall, f1, auc and r2, smaller for all else. */
  readonly mode?: 'auto' | 'min' | 'max';
  /** Bring the best weights back however training ends; default false. */
  readonly restoreBestWeights?: boolean;
  /** Value that must be beaten; default none. */
  readonly baseline?: number;
  /** Epochs (from 1) before this one are not watched; default 0. */
  readonly startFromEpoch?: number;
}

const largerIsBetter = /(accuracy|precision|recall|f1|auc|r2)$/i;

function monitored(monitor: string, logs: Readonly<Record<string, number>>): number {
  const value = logs[monitor];
  if (value !== undefined) return value;
  const known = Object.keys(logs);
  const near = nearest(monitor, known);
  const hint = near ? ` Did you mean '${near}'?` : '';
  throw new RidgelineError(
    'ERR_OPTION',
    `callbacks.earlyStopping: nothing called '${monitor}' to monitor.${hint} There is: ${known.join(', ')}`,
  );
}

/**
 * Stops when the monitored value has not improved by more than minDelta for `patience` evaluations: one per epoch, or one every
 * `evaluateEvery` steps. A value of NaN is no improvement. Goodfellow, Bengio, Courville 2016, algorithm 7.1.
 * @throws ERR_OPTION in training when the logs do not have the monitored key, with those that there are.
 */
export function earlyStopping(options: EarlyStoppingOptions = {}): Callback {
  checkOptions<EarlyStoppingOptions>('callbacks.earlyStopping', options, {
    monitor: optional(string),
    patience: optional(nonNegativeInt),
    minDelta: optional(inRange('[0, inf)')),
    mode: optional(oneOf('auto', 'min', 'max')),
    restoreBestWeights: optional(boolean),
    baseline: optional(finite),
    startFromEpoch: optional(nonNegativeInt),
  });
  const {
    monitor = 'valLoss',
    patience = 0,
    minDelta = 0,
    mode = 'auto',
    restoreBestWeights = false,
    baseline,
    startFromEpoch = 0,
  } = options;
  const sign = mode === 'max' || (mode === 'auto' && largerIsBetter.test(monitor)) ? -1 : 1;
  let best = Infinity;
  let waited = 0;
  let kept = false;
  let current = 0;
  const observe = (epoch: number, logs: Readonly<Record<string, number>>, context: CallbackContext): void => {
    if (epoch < startFromEpoch) return;
    const value = monitored(monitor, logs);
    if (sign * value < best - minDelta) {
      best = sign * value;
      waited = 0;
      kept = true;
      context.keepBest(epoch, value);
      return;
    }
    waited++;
    if (waited >= Math.max(1, patience)) context.stop(`${monitor} has not improved for ${waited} evaluation${waited === 1 ? '' : 's'}`);
  };
  return {
    onTrainBegin() {
      best = baseline === undefined ? Infinity : sign * baseline;
      waited = 0;
      kept = false;
    },
    onEpochBegin(epoch) {
      current = epoch;
    },
    onEvaluate(_step, logs, context) {
      observe(current, logs, context);
    },
    onEpochEnd(epoch, logs, context) {
      observe(epoch, logs, context);
    },
    onTrainEnd(context) {
      if (restoreBestWeights && kept) context.restoreBest();
    },
  };
}
