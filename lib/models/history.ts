/** What fit() returns. */

/**
 * Metrics of one epoch: epoch (from 1), loss (of the data, and penalties), penalty (what of the loss is penalties, where there are any), the
 * compiled metrics, the same with val in front, multipliers of constraints ('dense/kernel/multiplier'), learningRate, seconds, samplesPerSecond.
 */
export type EpochLogs = Readonly<Record<string, number>>;

/** The course of a training run. */
export interface History {
  /** One entry per finished epoch, and one for an epoch that was ended inside (by maxSteps, or stop() in onEvaluate). */
  readonly epochs: readonly EpochLogs[];
  /** Epochs that the model had finished when training stopped before its time (one that was ended inside is not among them), and why; undefined when it ran to the end. */
  stoppedEpoch: number | undefined;
  stopReason: string | undefined;
  /** Mean of the weights that the rows had in the last epoch, by which the training loss is larger or smaller; undefined without weights, and for several outputs. */
  meanWeight: number | undefined;
  /** Epoch (from 1) of the best value of the monitored metric, where a callback watched one (the first, where several did). */
  bestEpoch: number | undefined;
  bestValue: number | undefined;
  /** Optimizer steps that this fit had taken when it was seen. */
  bestStep: number | undefined;
}

/** The history of a training that has not begun. */
export const emptyHistory = (): Omit<History, 'epochs'> & { readonly epochs: EpochLogs[] } => ({
  epochs: [],
  stoppedEpoch: undefined,
  stopReason: undefined,
  meanWeight: undefined,
  bestEpoch: undefined,
  bestValue: undefined,
  bestStep: undefined,
});
