/** What an ensemble is made of: networks and estimators, asked in one way. */
import { show, type Rule } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { losses } from '../losses/index.ts';
import type { Loss } from '../losses/define.ts';
import { metrics } from '../metrics/index.ts';
import type { Metric } from '../metrics/define.ts';
import { Model } from '../models/model.ts';
import { type ArrayInput, NDArray, toNDArray } from '../tensor/ndarray.ts';
import { linked, type Task, winnerOf } from './combine.ts';
import { takeColumns } from './columns.ts';

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
function lastStep(member: Estimator): Estimator {
  const { steps } = member as { steps?: unknown };
  return Array.isArray(steps) && steps.length > 0 ? lastStep(steps[steps.length - 1] as Estimator) : member;
}

export const lossOf = (model: Model): Loss => model.engine.requireCompiled('ensemble').outputs[0].loss;

const fromLogits = (loss: Loss): boolean => loss.options.fromLogits === true;

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

/** Probabilities [rows, classes], or values [rows, ...], of an estimator. */
export async function estimatorAnswer(
  member: Estimator,
  { columns, labels }: Asked,
  x: NDArray,
  classes: readonly Label[],
): Promise<NDArray> {
  const own = columns ? takeColumns(x, columns) : x;
  if (taskOf(member) === 'classification') return classAnswer(member, own, classes, labels);
  return toNDArray('ensemble', 'predictions', (await member.predict(own)) as ArrayInput);
}

/** Outputs of a network whose loss takes logits become probabilities. */
export function asProbabilities(model: Model, outputs: NDArray): NDArray {
  const loss = lossOf(model);
  if (!fromLogits(loss)) return outputs;
  const width = outputs.size / outputs.shape[0];
  const link = loss.kind === 'binaryCrossentropy' ? 'sigmoid' : 'softmax';
  return new NDArray(Float32Array.from(linked(Float64Array.from(outputs.data), width, link)), outputs.shape);
}

/** An estimator's probabilities, or its one class at 1, in the order of all classes: its own rows may have lacked some. */
async function classAnswer(
  member: Estimator,
  x: NDArray,
  classes: readonly Label[],
  labels: readonly Label[] | undefined,
): Promise<NDArray> {
  const [rows] = x.shape;
  const width = classes.length;
  const positions = new Map<Label, number>(labels ? classes.map((label, i) => [label, i]) : classes.map((_, i) => [i, i]));
  const out = new Float64Array(rows * width);
  const position = (label: Label): number => {
    const found = positions.get(label);
    if (found === undefined)
      throw new RidgelineError('ERR_VALUE', `ensemble: a member answered with class ${label}, which is none of ${classes.join(', ')}`);
    return found;
  };
  const last = lastStep(member);
  if (!member.predictProba || !last.predictProba) {
    const answer = (await member.predict(x)) as NDArray | ArrayLike<Label>;
    const data: ArrayLike<Label> = answer instanceof NDArray ? answer.data : answer;
    for (let row = 0; row < rows; row++) out[row * width + position(data[row])] = 1;
    return new NDArray(out, [rows, width]);
  }
  const given = await member.predictProba(x);
  const own = Array.from(last.classes ?? positions.keys(), position);
  if (given.size !== rows * own.length)
    throw new RidgelineError(
      'ERR_SHAPE',
      `ensemble: expected predictProba to give [${rows}, ${own.length}], as there are classes, got ${showShape(given.shape)}`,
    );
  for (let row = 0; row < rows; row++) for (let j = 0; j < own.length; j++) out[row * width + own[j]] = given.data[row * own.length + j];
  return new NDArray(out, [rows, width]);
}

/** Classes of a whole answer, by number. */
export function winnersOf(answer: NDArray): Int32Array {
  const width = answer.size / answer.shape[0];
  return Int32Array.from({ length: answer.shape[0] }, (_, row) => winnerOf(answer.data, row, width));
}
