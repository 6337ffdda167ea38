/** What an ensemble is made of: networks and estimators, asked in one way. */
import { show, type Rule } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { losses } from '../losses/index.ts';
import type { Loss } from '../losses/define.ts';
import { metrics } from '../metrics/index.ts';
import type { Metric } from '../metrics/define.ts';
import { Model } from '../models/model.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { type Task, winnerOf } from './combine.ts';

/** A class by its number or name. */
export type Label = number | string;

/** Anything with fit and predict, such as the estimators of `linear`. With `predictProba` or `classes` it is a classifier, else it gives values. */
export interface Estimator {
  fit(x: NDArray, y: NDArray, options?: { readonly sampleWeight?: Float64Array; readonly signal?: AbortSignal }): Promise<unknown>;
  predict(x: NDArray): Promise<unknown>;
  /** Probabilities [rows, classes], in the order of `classes`. */
  predictProba?(x: NDArray): Promise<NDArray>;
  /** Known after fit. */
  readonly classes?: ArrayLike<Label> | undefined;
}

/** A compiled network, or an estimator. */
export type Member = Model | Estimator;

export const memberRule: Rule<Member> = {
  expected: 'a compiled model, or an estimator with fit and predict',
  invalid: 1,
  test: (v): v is Member =>
    v instanceof Model ||
    (typeof v === 'object' && v !== null && typeof (v as Estimator).fit === 'function' && typeof (v as Estimator).predict === 'function'),
};

/** Throws unless it is a member that can be trained. */
export function checkMember(where: string, what: string, value: unknown): asserts value is Member {
  if (!memberRule.test(value))
    throw new RidgelineError('ERR_OPTION', `${where}: expected ${memberRule.expected} ${what}, got ${show(value)}`);
  if (value instanceof Model) value.engine.requireCompiled(where);
}

/** What predictions are judged by. */
export interface Judge {
  readonly loss: Loss;
  readonly metrics: readonly Metric[];
}

const ofClasses = new Set(['binaryCrossentropy', 'categoricalCrossentropy', 'sparseCategoricalCrossentropy', 'kullbackLeibler']);

/** Classification or regression: by the loss of a network, and by what an estimator can do. */
export function taskOf(member: Member): Task {
  if (member instanceof Model) return ofClasses.has(lossOf(member).kind) ? 'classification' : 'regression';
  const last = lastStep(member);
  return typeof last.predictProba === 'function' || 'classes' in last ? 'classification' : 'regression';
}

/** Of a pipeline the step that answers: the pipeline has the methods of all kinds of steps. */
export function lastStep(member: Estimator): Estimator {
  const { steps } = member as { steps?: unknown };
  return Array.isArray(steps) && steps.length > 0 ? lastStep(steps[steps.length - 1] as Estimator) : member;
}

export const lossOf = (model: Model): Loss => model.engine.requireCompiled('ensemble').outputs[0].loss;

export const fromLogits = (loss: Loss): boolean => loss.options.fromLogits === true;

/** How answers are judged where no network says it; `yesOrNo`: probabilities of class 1 against 0. */
export function plainJudge(task: Task, yesOrNo = false): Judge {
  if (task === 'regression') return { loss: losses.meanSquaredError(), metrics: [metrics.r2()] };
  return { loss: yesOrNo ? losses.binaryCrossentropy() : losses.sparseCategoricalCrossentropy(), metrics: [metrics.accuracy()] };
}

/** How a member's predictions are judged; where a network gives logits, by their probabilities. */
export function judgeOf(member: Member): Judge {
  if (!(member instanceof Model)) return plainJudge(taskOf(member));
  const [{ loss, metrics: given }] = member.engine.requireCompiled('ensemble').outputs;
  if (!fromLogits(loss)) return { loss, metrics: given };
  const make = losses[loss.kind as 'categoricalCrossentropy'];
  return { loss: make({ ...loss.options, fromLogits: false }), metrics: given.map((m) => m.ofProbabilities?.() ?? m) };
}

/** How members are judged together: as the first network was compiled, wherever it stands; without one as estimators are. */
export const judgeOfAll = (members: readonly Member[]): Judge => judgeOf(members.find((m) => m instanceof Model) ?? members[0]);

/** What a member is asked with. */
export interface Asked {
  readonly member: Member;
  /** Columns of x that it was trained on; undefined: all. */
  readonly columns: Int32Array | undefined;
  /** Labels that an estimator which was trained elsewhere answers with; one that the ensemble trains knows classes by number. */
  readonly labels?: readonly Label[] | undefined;
}

/** Throws where a factory gave a member that it had given before. */
export function checkNew(where: string, before: readonly { readonly seat: Asked }[], { member }: Asked): void {
  if (before.some(({ seat }) => seat.member === member))
    throw new RidgelineError('ERR_OPTION', `${where}: expected a new member from each call of model, got the same one twice`);
}

/** Classes of a whole answer, by number; of one class it is that, of one output else 1 or 0. */
export function winnersOf(answer: NDArray, classes: readonly Label[] | undefined): Int32Array {
  const [rows] = answer.shape;
  const winners = new Int32Array(rows);
  if (classes?.length !== 1) for (let row = 0; row < rows; row++) winners[row] = winnerOf(answer.data, row, answer.size / rows);
  return winners;
}
