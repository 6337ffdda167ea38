/** Callbacks that change the learning rate between epochs. */
import { check, checkOptions, inRange, nonNegativeInt, optional, positiveInt } from '../check.ts';
import { type Schedule, scheduleRule, valueAt } from '../schedules/define.ts';
import type { Callback } from './define.ts';
import { makeMonitor, type MonitorOptions, monitorRules } from './monitor.ts';

/** Options of {@link reduceLearningRateOnPlateau}. */
export interface ReduceLearningRateOptions extends MonitorOptions {
  /** What the rate is multiplied by, in (0, 1); default 0.1. */
  readonly factor?: number;
  /** Epochs without improvement before the rate falls; default 10. */
  readonly patience?: number;
  /** Epochs after a fall that are not counted; default 0. */
  readonly cooldown?: number;
  /** The rate falls no further than this, in [0, inf); default 0. */
  readonly minLearningRate?: number;
}

const reduceRules = {
  ...monitorRules,
  factor: optional(inRange('(0, 1)')),
  patience: optional(positiveInt),
  cooldown: optional(nonNegativeInt),
  minLearningRate: optional(inRange('[0, inf)')),
};

/**
 * Multiplies the learning rate by `factor` when the monitored value has not improved by more than minDelta for `patience` epochs. Keras:
 * ReduceLROnPlateau, epoch for epoch; PyTorch's counts one epoch more, and its minDelta is relative. A schedule of the optimizer holds until the
 * first fall, and from then on the rate is a number.
 * @throws ERR_OPTION in training when the logs do not have the monitored key, with those that there are.
 */
export function reduceLearningRateOnPlateau(options: ReduceLearningRateOptions = {}): Callback {
  const where = 'callbacks.reduceLearningRateOnPlateau';
  checkOptions<ReduceLearningRateOptions>(where, options, reduceRules);
  const { factor = 0.1, patience = 10, cooldown = 0, minLearningRate = 0 } = options;
  const monitor = makeMonitor(where, { minDelta: 1e-4, ...options });
  let waited = 0;
  let resting = 0;
  return {
    onTrainBegin() {
      monitor.reset();
      waited = 0;
      resting = 0;
    },
    onEpochEnd(_epoch, logs, { model }) {
      const { improved } = monitor.observe(logs);
      if (resting > 0) {
        resting--;
        waited = 0;
      }
      if (improved) {
        waited = 0;
        return;
      }
      if (resting > 0) return;
      waited++;
      if (waited < patience) return;
      const { learningRate } = model.getHyperparameters();
      if (learningRate > minLearningRate) model.setHyperparameter('learningRate', Math.max(minLearningRate, learningRate * factor));
      resting = cooldown;
      waited = 0;
    },
  };
}

/** A schedule whose steps are epochs, the first being 0; or a function of the epoch, from 1, and the rate that it finds. */
export type EpochSchedule = Schedule | ((epoch: number, learningRate: number) => number);

/**
 * Sets the learning rate before each epoch, in place of the optimizer's. Keras: LearningRateScheduler.
 * @throws ERR_VALUE in training for a rate that is not a finite number of 0 or more.
 */
export function learningRateScheduler(schedule: EpochSchedule): Callback {
  const where = 'callbacks.learningRateScheduler';
  check(where, 'schedule', schedule, {
    ...scheduleRule,
    expected: 'a schedule or a function',
    test: (v): v is EpochSchedule => typeof v !== 'number' && scheduleRule.test(v),
  });
  return {
    onEpochBegin(epoch, { model }) {
      const rate =
        typeof schedule === 'function'
          ? valueAt(where, () => schedule(epoch, model.getHyperparameters().learningRate), epoch)
          : valueAt(where, schedule, epoch - 1);
      model.setHyperparameter('learningRate', rate);
    },
  };
}
