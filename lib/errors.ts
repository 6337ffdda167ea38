/** Stable codes carried by every error of this package. */
export type ErrorCode =
  | 'ERR_SHAPE' // shapes do not fit each other or the model
  | 'ERR_DTYPE' // a dtype that the operation does not take
  | 'ERR_OPTION' // an unknown option, or an option outside its range
  | 'ERR_VALUE' // a value that cannot be used: NaN in data, a label out of range, a detached buffer
  | 'ERR_INDEX' // an index outside its table, found while running
  | 'ERR_GRAPH' // a Tensor from another graph, or a symbolic operation outside of one
  | 'ERR_NOT_COMPILED' // the model has not been compiled
  | 'ERR_BUSY' // the model is being trained
  | 'ERR_NON_FINITE' // the loss, a gradient or a parameter is not finite
  | 'ERR_DATA' // a file or table that cannot be read as data
  | 'ERR_FORMAT' // a model file that is truncated, hostile or of another kind
  | 'ERR_MEMORY' // more bytes than can be had or counted
  | 'ERR_NATIVE_LOAD' // no native binary fits this platform
  | 'ERR_INTERNAL' // a defect of this package
  | 'ABORT_ERR'; // stopped by an AbortSignal

/** Every error thrown by this package: a sentence that names function, argument, given and expected; and a stable {@link ErrorCode}. */
export class RidgelineError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = code === 'ABORT_ERR' ? 'AbortError' : 'RidgelineError';
    this.code = code;
  }
}

/** Renders a shape the way all messages print it: [32, 8, 8]. */
export const showShape = (shape: readonly number[]): string => `[${shape.join(', ')}]`;
