/** What the course of a training run tells. */
import { checkOptions, optional, type Rule, show } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { History } from '../models/history.ts';

/** Options of {@link diagnoseHistory}. */
export interface HistoryOptions {
  /** Training loss (without penalties) that the task allows, above or equal to 0: a run that does not reach it underfits. Default: unknown. */
  readonly target?: number;
}

/** One thing that was looked at. */
export interface Finding {
  readonly measure: 'fall' | 'trend' | 'target' | 'gap' | 'rise' | 'accuracyGap';
  readonly value: number;
  /** Beyond it the finding speaks for its verdict. */
  readonly limit: number;
  readonly speaksFor: 'underfit' | 'overfit' | undefined;
  /** The finding as a sentence. */
  readonly text: string;
}

/** What {@link diagnoseHistory} reads of a history. */
export type DiagnosedHistory = Pick<History, 'epochs'> & Partial<Pick<History, 'meanWeight'>>;

/** What {@link diagnoseHistory} finds. */
export interface Diagnosis {
  readonly verdict: 'underfit' | 'overfit' | 'good';
  readonly evidence: readonly Finding[];
  /** What to try, the most promising first; empty for a good run. */
  readonly suggestions: readonly string[];
}

/** Shares of the loss at the start, but for the accuracies. */
const limits = { fall: 0.5, trend: 0.02, gap: 0.2, rise: 0.05, accuracyGap: 0.05 };

const targetRule: Rule<number> = {
  expected: 'a number of 0 or more',
  invalid: -1,
  test: (v): v is number => typeof v === 'number' && v >= 0,
};

/**
 * Underfit, overfit or good, from losses by epoch, penalties left out and the training loss divided by the mean weight of its rows. With the higher of the first epoch's two losses as the scale:
 *
 * - overfit: at the end the validation loss is more than 0.2 above the training loss, or more than 0.05 above its own best, or accuracy is more
 *   than 0.05 above valAccuracy;
 * - else underfit: the training loss is above `target`; or, without a target, it still falls by more than 0.02 per tenth of the run at the end,
 *   or it has lost less than half of what it was at the start;
 * - else good.
 *
 * Rules of thumb for what Goodfellow, Bengio, Courville 2016, 5.2 define: underfitting is a training error that is not low enough, overfitting
 * a gap between training and validation error that is too large. Only the task can say what is low enough: give a target where it is known.
 * @throws ERR_VALUE for a history without epochs, without validation losses, or with losses that are not finite.
 */
export function diagnoseHistory(history: DiagnosedHistory, options: HistoryOptions = {}): Diagnosis {
  const where = 'diagnose';
  checkOptions<HistoryOptions>(where, options, { target: optional(targetRule) });
  const { training, validation, last } = lossesOf(where, history);
  const scale = Math.max(training[0], validation[0]);
  const end = training.length - 1;
  const share = (v: number) => (scale > 0 ? v / scale : 0);
  const evidence: Finding[] = [];
  const add = (
    measure: Finding['measure'],
    value: number,
    limit: number,
    verdict: 'underfit' | 'overfit',
    speaks: boolean,
    text: string,
  ) => {
    evidence.push({ measure, value, limit, speaksFor: speaks ? verdict : undefined, text });
  };
  const over = (measure: 'gap' | 'rise' | 'accuracyGap', value: number, text: string) =>
    add(measure, value, limits[measure], 'overfit', value > limits[measure], text);

  over(
    'gap',
    share(validation[end] - training[end]),
    `the loss is ${short(training[end])} on training and ${short(validation[end])} on validation data at the end`,
  );
  const best = validation.indexOf(Math.min(...validation));
  over(
    'rise',
    share(validation[end] - validation[best]),
    `the validation loss was lowest, ${short(validation[best])}, in epoch ${best + 1} of ${end + 1}`,
  );
  const { accuracy, valAccuracy } = last;
  if (Number.isFinite(accuracy) && Number.isFinite(valAccuracy))
    over(
      'accuracyGap',
      accuracy - valAccuracy,
      `accuracy is ${percent(accuracy)} on training and ${percent(valAccuracy)} on validation data`,
    );

  const { target } = options;
  const fall = share(training[0] - training[end]);
  const trend = share(slopeAtEnd(training));
  if (target !== undefined)
    add(
      'target',
      training[end],
      target,
      'underfit',
      training[end] > target,
      `the training loss ends at ${short(training[end])}, the target is ${short(target)}`,
    );
  const judged = target === undefined;
  add(
    'trend',
    trend,
    limits.trend,
    'underfit',
    judged && trend > limits.trend,
    trend > limits.trend ? 'the training loss was still falling when training ended' : 'the training loss had settled when training ended',
  );
  // A run that starts where it ends has nothing to lose.
  add(
    'fall',
    fall,
    limits.fall,
    'underfit',
    judged && fall < limits.fall,
    `the training loss fell by ${percent(fall)} of the loss in the first epoch`,
  );

  const speaks = (v: 'underfit' | 'overfit') => evidence.filter((f) => f.speaksFor === v).map((f) => f.measure);
  const [overfit, underfit] = [speaks('overfit'), speaks('underfit')];
  if (overfit.length > 0) return { verdict: 'overfit', evidence, suggestions: againstOverfitting(overfit, best + 1) };
  if (underfit.length > 0)
    return {
      verdict: 'underfit',
      evidence,
      suggestions: againstUnderfitting(trend > limits.trend || end === 0, (last.penalty ?? 0) / last.loss),
    };
  return { verdict: 'good', evidence, suggestions: [] };
}

/** Losses without their penalties. */
function lossesOf(where: string, history: DiagnosedHistory) {
  const epochs: unknown = history?.epochs;
  if (!Array.isArray(epochs))
    throw new RidgelineError('ERR_OPTION', `${where}: expected the history that fit() returns, got ${show(history)}`);
  if (epochs.length === 0) throw new RidgelineError('ERR_VALUE', `${where}: the history has no epochs`);
  const logs = epochs as History['epochs'];
  if (logs.some((e) => e.valLoss === undefined))
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: expected a history with validation losses, without which overfitting cannot be seen; fit with validationData or validationSplit`,
    );
  // Weights scale the training loss, and validation has none.
  const { meanWeight = 1 } = history;
  const training = logs.map((e) => (e.loss - (e.penalty ?? 0)) / meanWeight);
  const validation = logs.map((e) => e.valLoss - (e.valPenalty ?? 0));
  const bad = logs.findIndex((_, i) => !Number.isFinite(training[i]) || !Number.isFinite(validation[i]));
  if (bad >= 0)
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: epoch ${bad + 1} has loss ${training[bad]} and validation loss ${validation[bad]}, expected finite numbers`,
    );
  return { training, validation, last: logs[logs.length - 1] };
}

/** What the loss loses in a tenth of the run, from a line through its last third. */
function slopeAtEnd(losses: readonly number[]): number {
  const tail = losses.slice(-Math.max(2, Math.ceil(losses.length / 3)));
  if (tail.length < 2) return 0;
  const middle = (tail.length - 1) / 2;
  const average = tail.reduce((a, b) => a + b, 0) / tail.length;
  const slope = tail.reduce((s, v, i) => s + (i - middle) * (v - average), 0) / tail.reduce((s, _, i) => s + (i - middle) ** 2, 0);
  return (-slope * losses.length) / 10;
}

function againstOverfitting(found: readonly Finding['measure'][], best: number): string[] {
  return [
    ...(found.includes('rise')
      ? [`stop early: callbacks.earlyStopping({ patience, restoreBestWeights: true }) would have kept epoch ${best}`]
      : []),
    'regularize: layers.dropout, regularizers.l2 or an optimizer with weightDecay',
    'more training data, or noise and augmentation of what there is',
    'a smaller model: diagnose.capacity shows the error by size',
    'make sure that both sets come from one distribution: diagnose.drift',
  ];
}

function againstUnderfitting(falling: boolean, penalty: number): string[] {
  return [
    ...(falling ? ['train for more epochs'] : []),
    ...(penalty > 0.1 ? ['weaker regularizers: the penalty is a large part of what training minimizes'] : []),
    'another optimizer or learning rate: optimizers.adam, a schedule with warm-up',
    'a larger model: diagnose.capacity shows the error by size',
    'look for signals or gradients that fade with depth: diagnose.propagation, diagnose.gradients; initializers.heNormal for relu, layers.batchNormalization',
    'less dropout and noise',
  ];
}

const short = (v: number): string => String(Number(v.toPrecision(3)));
const percent = (v: number): string => `${short(100 * v)}%`;
