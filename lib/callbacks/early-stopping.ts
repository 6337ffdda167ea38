import { boolean, checkOptions, nonNegativeInt, optional } from '../check.ts';
import type { Callback, CallbackContext } from './define.ts';
import { makeMonitor, type MonitorOptions, monitorRules } from './monitor.ts';

/** Options of {@link earlyStopping}. */
export interface EarlyStoppingOptions extends MonitorOptions {
  /** Evaluations without improvement before stopping; default 0, which stops at the first (as 1 does). */
  readonly patience?: number;
  /** Bring the best weights back however training ends; default false. */
  readonly restoreBestWeights?: boolean;
  /** Epochs (from 1) before this one are not watched; default 0. */
  readonly startFromEpoch?: number;
}

/**
 * Stops when the monitored value has not improved by more than minDelta for `patience` evaluations: one per epoch, or one every
 * `evaluateEvery` steps. A value of NaN is no improvement. Goodfellow, Bengio, Courville 2016, algorithm 7.1.
 * @throws ERR_OPTION in training when the logs do not have the monitored key, with those that there are.
 */
export function earlyStopping(options: EarlyStoppingOptions = {}): Callback {
  checkOptions<EarlyStoppingOptions>('callbacks.earlyStopping', options, {
    ...monitorRules,
    patience: optional(nonNegativeInt),
    restoreBestWeights: optional(boolean),
    startFromEpoch: optional(nonNegativeInt),
  });
  const { patience = 0, restoreBestWeights = false, startFromEpoch = 0 } = options;
  const monitor = makeMonitor('callbacks.earlyStopping', options);
  let waited = 0;
  let kept = false;
  let current = 0;
  const observe = (epoch: number, logs: Readonly<Record<string, number>>, context: CallbackContext): void => {
    if (epoch < startFromEpoch) return;
    const { value, improved } = monitor.observe(logs);
    if (improved) {
      waited = 0;
      kept = true;
      context.keepBest(epoch, value);
      return;
    }
    waited++;
    if (waited >= Math.max(1, patience))
      context.stop(`${monitor.name} has not improved for ${waited} evaluation${waited === 1 ? '' : 's'}`);
  };
  return {
    onTrainBegin() {
      monitor.reset();
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
