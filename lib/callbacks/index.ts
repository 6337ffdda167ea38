import { csvLogger } from './csv-logger.ts';
import { earlyStopping } from './early-stopping.ts';
import { learningRateScheduler, reduceLearningRateOnPlateau } from './learning-rate.ts';
import { modelCheckpoint } from './model-checkpoint.ts';
import { progress } from './progress.ts';
import { terminateOnNaN } from './terminate-on-nan.ts';

export type { Callback, CallbackContext, ProgressInfo } from './define.ts';
export { progress };

/** What watches and steers training. */
export const callbacks = {
  earlyStopping,
  modelCheckpoint,
  reduceLearningRateOnPlateau,
  learningRateScheduler,
  terminateOnNaN,
  csvLogger,
  progress,
};
