/** All members' answers to the same rows: the one place where what members give is looked at, and brought into one layout. */
import { RidgelineError, showShape } from '../errors.ts';
import { Model } from '../models/model.ts';
import { predictTogether } from '../models/population.ts';
import type { ResidentData } from '../models/resident-data.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { sizeOf } from '../tensor/shape.ts';
import { takeColumns } from './columns.ts';
import { linked } from './combine.ts';
import { type Asked, type Estimator, fromLogits, type Label, lastStep, lossOf, taskOf } from './member.ts';
import { paced } from './pace.ts';
import { featuresOf, numbersOf } from './targets.ts';

/** Members that are asked together. */
export interface Panel {
  readonly seats: readonly Asked[];
  /** In the order of the outputs, where there are estimators that are classifiers. */
  readonly classes?: readonly Label[] | undefined;
  /** Values per row that each must answer with; default as many as the first of the networks, else as the first member. */
  readonly outputs?: number;
  /** Number of the first of them, for messages; default 0. */
  readonly from?: number;
}

/** How they are asked. */
export interface AskOptions {
  readonly threads?: number | undefined;
  /** x in native memory, where it is there already. */
  readonly resident?: ResidentData;
}

/** Throws ERR_SHAPE where networks give rows of several sizes: outputs that do not stand for the same have no mean. */
export function checkAlike(where: string, members: readonly unknown[]): void {
  const networks = members.flatMap((model, i) => (model instanceof Model ? [{ shape: model.outputShape, i }] : []));
  const odd = networks.find(({ shape }) => sizeOf(shape) !== sizeOf(networks[0].shape));
  if (odd)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected networks whose outputs are alike; member ${odd.i} gives ${showShape(odd.shape)}, ` +
        `member ${networks[0].i} gives ${showShape(networks[0].shape)}`,
    );
}

/**
 * The answer of each member, in their order: those of all networks in one pass. Each is [rows, ...] with as many values in a row, all of them finite.
 * @throws ERR_SHAPE, ERR_NON_FINITE naming the member; ERR_VALUE where x is not finite.
 */
export async function answersOf(where: string, panel: Panel, x: NDArray, { threads, resident }: AskOptions = {}): Promise<NDArray[]> {
  const { seats, classes = [], from = 0 } = panel;
  const networks = seats.flatMap(({ member, columns }) => (member instanceof Model ? [{ model: member, columns }] : []));
  const models = networks.map(({ model }) => model);
  const options = { features: networks.map(({ columns }) => columns), ...(threads === undefined ? {} : { threads }) };
  const outputs = models.length > 0 ? await predictTogether(models, resident ?? x, options) : [];
  const known = new Map(models.map((model, i) => [model, asProbabilities(model, outputs[i])]));
  let width = panel.outputs ?? (models.length > 0 ? sizeOf(models[0].outputShape) : undefined);
  const answers: NDArray[] = [];
  const pace = paced();
  for (const [i, seat] of seats.entries()) {
    const { member } = seat;
    const name = `member ${from + i}`;
    const given = member instanceof Model ? (known.get(member) as NDArray) : await estimatorAnswer(where, name, member, seat, x, classes);
    // Of an estimator beside a network with one output, which is the probability of class 1.
    const answer = width === 1 && classes.length === 2 && !(member instanceof Model) ? takeColumns(given, second) : given;
    width ??= featuresOf(answer);
    checkAnswer(where, name, answer, { x, width });
    answers.push(answer);
    await pace(answer.size);
  }
  return answers;
}

const second = Int32Array.of(1);

function checkAnswer(where: string, name: string, { data, shape }: NDArray, { x, width }: { readonly x: NDArray; readonly width: number }) {
  const [rows] = x.shape;
  if (shape[0] !== rows)
    throw new RidgelineError('ERR_SHAPE', `${where}: expected ${name} to answer ${rows} rows, got shape ${showShape(shape)}`);
  if (data.length !== rows * width)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected ${name} to give ${width} ${width === 1 ? 'value' : 'values'} per row, got shape ${showShape(shape)}`,
    );
  const bad = firstNonFinite(data);
  if (bad < 0) return;
  const odd = firstNonFinite(x.data);
  if (odd >= 0)
    throw new RidgelineError(
      'ERR_VALUE',
      `${where}: x has ${x.data[odd]} in row ${Math.floor((odd * rows) / x.size)}, expected finite numbers`,
    );
  throw new RidgelineError(
    'ERR_NON_FINITE',
    `${where}: ${name} gives ${data[bad]} for row ${Math.floor(bad / width)}: its training has come to no end that can be used; train it with a ` +
      'smaller learning rate, or leave it out: ensembles.votingEnsemble({ members: ensemble.members.filter(...) }).use(x, y)',
  );
}

/** Position of the first value that is not finite, or -1. A loop: findIndex() calls a function for each. */
function firstNonFinite(data: ArrayLike<number>): number {
  for (let i = 0; i < data.length; i++) if (!Number.isFinite(data[i])) return i;
  return -1;
}

/** Outputs of a network whose loss takes logits become probabilities. */
function asProbabilities(model: Model, outputs: NDArray): NDArray {
  const loss = lossOf(model);
  if (!fromLogits(loss)) return outputs;
  const width = outputs.size / outputs.shape[0];
  const link = loss.kind === 'binaryCrossentropy' ? 'sigmoid' : 'softmax';
  return new NDArray(Float32Array.from(linked(Float64Array.from(outputs.data), width, link)), outputs.shape);
}

/** Probabilities [rows, classes], or values [rows, ...], of an estimator. */
async function estimatorAnswer(
  where: string,
  name: string,
  member: Estimator,
  { columns, labels }: Asked,
  x: NDArray,
  classes: readonly Label[],
): Promise<NDArray> {
  const own = columns ? takeColumns(x, columns) : x;
  if (taskOf(member) === 'classification') return classAnswer(where, name, member, { x: own, classes, labels });
  return numbersOf(where, `the answer of ${name}`, (await member.predict(own)) as ArrayInput);
}

/** An estimator's probabilities, or its one class at 1, in the order of all classes: its own rows may have lacked some. */
async function classAnswer(
  where: string,
  name: string,
  member: Estimator,
  { x, classes, labels }: { readonly x: NDArray; readonly classes: readonly Label[]; readonly labels: readonly Label[] | undefined },
): Promise<NDArray> {
  const [rows] = x.shape;
  const width = classes.length;
  const positions = new Map<Label, number>(labels ? classes.map((label, i) => [label, i]) : classes.map((_, i) => [i, i]));
  const out = new Float64Array(rows * width);
  const position = (label: Label): number => {
    const found = positions.get(label);
    if (found === undefined)
      throw new RidgelineError('ERR_VALUE', `${where}: ${name} answered with class ${label}, which is none of ${classes.join(', ')}`);
    return found;
  };
  const last = lastStep(member);
  if (!member.predictProba || !last.predictProba) {
    const answer = (await member.predict(x)) as NDArray | ArrayLike<Label>;
    const data: ArrayLike<Label> = answer instanceof NDArray ? answer.data : answer;
    if (data.length !== rows)
      throw new RidgelineError('ERR_SHAPE', `${where}: expected ${name} to answer ${rows} rows, got ${data.length}`);
    for (let row = 0; row < rows; row++) out[row * width + position(data[row])] = 1;
    return new NDArray(out, [rows, width]);
  }
  const given = await member.predictProba(x);
  const own = Array.from(last.classes ?? positions.keys(), position);
  if (given.size !== rows * own.length)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected predictProba of ${name} to give [${rows}, ${own.length}], as there are classes, got ${showShape(given.shape)}`,
    );
  for (let row = 0; row < rows; row++) for (let j = 0; j < own.length; j++) out[row * width + own[j]] = given.data[row * own.length + j];
  return new NDArray(out, [rows, width]);
}
