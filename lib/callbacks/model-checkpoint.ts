import { boolean, check, checkOptions, optional, positiveInt, string } from '../check.ts';
import type { Callback } from './define.ts';
import { makeMonitor, type MonitorOptions, monitorRules, namedValue } from './monitor.ts';

/** Options of {@link modelCheckpoint}. */
export interface ModelCheckpointOptions extends MonitorOptions {
  /** Only when the monitored value has improved; default false. */
  readonly saveBestOnly?: boolean;
  /** Epochs between saves; default 1. */
  readonly everyEpochs?: number;
  /** With what the optimizer keeps, so that fit goes on from the file bit for bit; default false. */
  readonly training?: boolean;
}

const where = 'callbacks.modelCheckpoint';

/**
 * Saves the model after epochs. Names of the logs in braces stand for their values: 'model-{epoch}-{valLoss}.safetensors'; a path without is
 * written over. A file appears whole or not at all, so that one is always there to go on from.
 * @throws ERR_OPTION in training when the logs do not have the monitored key, or one in the path; and what Model.save throws.
 */
export function modelCheckpoint(path: string, options: ModelCheckpointOptions = {}): Callback {
  check(where, 'path', path, string);
  checkOptions<ModelCheckpointOptions>(where, options, {
    ...monitorRules,
    saveBestOnly: optional(boolean),
    everyEpochs: optional(positiveInt),
    training: optional(boolean),
  });
  const { saveBestOnly = false, everyEpochs = 1, training = false } = options;
  const monitor = makeMonitor(where, options);
  let seen = 0;
  return {
    onTrainBegin() {
      monitor.reset();
      seen = 0;
    },
    async onEpochEnd(_epoch, logs, { model }) {
      seen++;
      if (seen % everyEpochs !== 0 || (saveBestOnly && !monitor.observe(logs).improved)) return;
      await model.save(filled(path, logs), { training });
    },
  };
}

const filled = (path: string, logs: Readonly<Record<string, number>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = namedValue(where, name, logs);
    return Number.isInteger(value) ? String(value) : value.toFixed(4);
  });
