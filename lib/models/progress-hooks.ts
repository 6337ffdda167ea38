/** The hooks that hear where a run stands. Nothing waits for them while it is on; what they throw ends it. */
import type { Callback, ProgressInfo } from '../callbacks/define.ts';

/** The onProgress of a training's callbacks. */
export interface ProgressHooks {
  /** There are none. */
  readonly none: boolean;
  /** Calls them; false where one has failed by now, so that the run is to be stopped. */
  tell(info: ProgressInfo): boolean;
  /** Waits for those that are async, and throws what the first that failed threw. */
  settled(): Promise<void>;
}

export function progressHooks(callbacks: readonly Callback[]): ProgressHooks {
  const hearing = callbacks.filter((c) => c.onProgress);
  const pending = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  const fail = (error: unknown): void => {
    failure ??= { error };
  };
  return {
    none: hearing.length === 0,
    tell(info) {
      for (const callback of hearing) {
        try {
          const result: unknown = callback.onProgress?.(info);
          if (!(result instanceof Promise)) continue;
          const waiting: Promise<void> = result.catch(fail).finally(() => pending.delete(waiting));
          pending.add(waiting);
        } catch (error) {
          fail(error);
        }
      }
      return failure === undefined;
    },
    async settled() {
      await Promise.all(pending);
      if (failure) throw failure.error;
    },
  };
}
