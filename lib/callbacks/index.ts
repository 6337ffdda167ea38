import { earlyStopping } from './early-stopping.ts';
import { progress } from './progress.ts';

export type { Callback, CallbackContext, ProgressInfo } from './define.ts';
export { progress };

/** What watches and steers training. */
export const callbacks = { earlyStopping, progress };
