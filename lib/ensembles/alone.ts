/** Ensembles change as a whole, by one call at a time. */
import { RidgelineError } from '../errors.ts';

/** Runs the work of a method that changes the ensemble, unless another one is on: then ERR_BUSY. */
export type Alone = <T>(method: string, work: () => Promise<T>) => Promise<T>;

/** The guard of one ensemble. */
export function alone(where: string): Alone {
  let on: string | undefined;
  return async (method, work) => {
    if (on !== undefined) throw new RidgelineError('ERR_BUSY', `${where}: ${method}: ${on}() of this ensemble is on; wait for it`);
    on = method;
    try {
      return await work();
    } finally {
      on = undefined;
    }
  };
}
