import { checkOptions } from '../check.ts';
import type { Callback } from './define.ts';

/**
 * Ends training where the loss or an update is not finite, or a value in the logs (the validation loss, say) is NaN: fit resolves with the history
 * so far and the reason, where it would reject. Nothing of the bad step is in the weights.
 */
export function terminateOnNaN(options: Readonly<Record<string, never>> = {}): Callback {
  checkOptions('callbacks.terminateOnNaN', options, {});
  return {
    onNonFinite(error, context) {
      context.stop(error.message);
    },
    onEpochEnd(_epoch, logs, context) {
      const bad = Object.entries(logs).find(([, v]) => Number.isNaN(v));
      if (bad) context.stop(`${bad[0]} is NaN`);
    },
  };
}
