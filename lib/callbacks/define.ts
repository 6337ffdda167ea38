import type { RidgelineError } from '../errors.ts';
import type { ArrayInput, NDArray } from '../tensor/ndarray.ts';

/** What callbacks may do between runs. */
export interface CallbackContext {
  readonly model: {
    getWeights(): Record<string, NDArray>;
    setWeights(weights: Readonly<Record<string, ArrayInput>>): void;
    getHyperparameters(): Record<string, number>;
    setHyperparameter(name: string, value: number): void;
    save(path: string, options?: { readonly training?: boolean }): Promise<void>;
  };
  /** Epochs asked for. */
  readonly epochs: number;
  /** Ends training after this epoch, or, called in onEvaluate, right there; the first reason given goes into the history. */
  stop(reason: string): void;
  /** Keeps a copy of the weights as the best so far, natively, one for each callback; the history tells epoch and value (of the first callback that keeps). */
  keepBest(epoch: number, value: number): void;
  /** Brings the kept copy back; nothing where none was kept. */
  restoreBest(): void;
}

/** Where a run stands. */
export interface ProgressInfo {
  /** From 1. */
  readonly epoch: number;
  readonly epochs: number;
  readonly step: number;
  readonly steps: number;
  /** Mean over the epoch so far, penalties included. */
  readonly loss: number | undefined;
  /** What of it is penalties; undefined where the model has none. */
  readonly penalty?: number | undefined;
  readonly seconds: number;
  readonly samplesPerSecond: number;
}

/** Hooks of training. They may be async: training waits. Epochs count from 1. */
export interface Callback {
  onTrainBegin?(context: CallbackContext): void | Promise<void>;
  onEpochBegin?(epoch: number, context: CallbackContext): void | Promise<void>;
  onEpochEnd?(epoch: number, logs: Readonly<Record<string, number>>, context: CallbackContext): void | Promise<void>;
  /** With evaluateEvery: after each evaluation inside an epoch; step counts optimizer steps. */
  onEvaluate?(step: number, logs: Readonly<Record<string, number>>, context: CallbackContext): void | Promise<void>;
  /**
   * When the loss or an update is not finite, with the error that names where. fit rejects with it, unless context.stop() is called here: then
   * training ends as if stopped, with the weights of the last finished step, or of the last boundary where an update has spoiled them.
   */
  onNonFinite?(error: RidgelineError, context: CallbackContext): void | Promise<void>;
  /** However training ends. */
  onTrainEnd?(context: CallbackContext): void | Promise<void>;
  /**
   * About ten times a second while a run is on, and at the end of each epoch. It may be async, and training waits for it at the end of a run; what it throws, or
   * rejects with, ends fit as that of other hooks does.
   */
  onProgress?(info: ProgressInfo): void;
}
