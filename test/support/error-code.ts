import { RidgelineError } from '../../lib/errors.ts';

/** The code of the error that a call throws; other errors go on. */
export const codeOf = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof RidgelineError) return error.code;
    throw error;
  }
  return 'no error';
};
