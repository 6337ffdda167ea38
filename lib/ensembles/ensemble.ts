/** What all ensembles can do once their members are trained. */
import { check, checkOptions, string } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { threadRules } from '../models/options.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { answersOf, type Panel } from './answers.ts';
import { type Combination, combineAll, type Task, widthOf } from './combine.ts';
import { decompose, type ErrorDecomposition } from './decomposition.ts';
import { saveCommittee } from './files.ts';
import { type Judge, type Label, type Member, winnersOf } from './member.ts';
import { runningMean, shapedLike } from './means.ts';
import { paced } from './pace.ts';
import { scored } from './score.ts';
import { arrayOf, rowsOf, targetsFor, type TargetInput, valuesFor } from './targets.ts';

/** Trained members, and how their answers become one. */
export interface Committee extends Panel {
  /** 'bagging', 'adaBoost', ... */
  readonly kind: string;
  readonly combination: Combination;
  readonly task: Task;
  readonly judge: Judge;
  /** Values of a row of x; undefined where it is not known, as of estimators from files of earlier versions. */
  readonly features: number | undefined;
  /** Texts of the user that a file brought. */
  readonly texts?: Readonly<Record<string, string>>;
  /** What the kind needs to go on, for files; plain data. */
  readonly notes: Readonly<Record<string, unknown>>;
}

/** Predictions and how far the members are apart. */
export interface Spread {
  readonly mean: NDArray;
  /** Standard deviation over the members, in the shape of the mean. */
  readonly standardDeviation: NDArray;
}

/** Options of predictions. */
export interface ThreadOptions {
  /** Threads to use; default what setThreads() says. */
  readonly threads?: number;
}

/** What every ensemble offers. All but `members` and `classes` throws ERR_NOT_COMPILED before fit() or load(). */
export interface Ensemble {
  /** The members, in their order: models and estimators, empty before fit. */
  readonly members: readonly Member[];
  /** The classes in the order of the outputs, where estimators were given labels; else undefined. */
  readonly classes: readonly Label[] | undefined;
  /** Texts of your own that save() writes and load() brings back, as of a model; names must not begin with 'ridgeline.ensemble'. */
  readonly metadata: Record<string, string>;
  /** The ensemble's answer, [rows, ...output]: probabilities of a classifier, or values. */
  predict(x: ArrayInput | Dataset, options?: ThreadOptions): Promise<NDArray>;
  /** The plain mean of the members' answers, and their standard deviation: where it is large, the members disagree. */
  predictWithSpread(x: ArrayInput | Dataset, options?: ThreadOptions): Promise<Spread>;
  /** Of a classifier, the label of each row. ERR_OPTION for one that gives values. */
  predictLabels(x: ArrayInput | Dataset, options?: ThreadOptions): Promise<Label[]>;
  /** Loss and metrics of the answer, as the first network was compiled; of estimators crossentropy and accuracy, or squared error and R². */
  evaluate(x: ArrayInput | Dataset, y?: TargetInput, options?: ThreadOptions): Promise<Record<string, number>>;
  /** See {@link ErrorDecomposition}. */
  errorDecomposition(x: ArrayInput | Dataset, y?: TargetInput, options?: ThreadOptions): Promise<ErrorDecomposition>;
  /** Writes all members into one safetensors file, which `ensembles.load` reads; with `training`, what their fit needs to go on too. */
  save(path: string, options?: { readonly training?: boolean }): Promise<void>;
}

/** An ensemble around the committee that `now` gives. */
export function ensembleOf(where: string, now: () => Committee | undefined): Ensemble {
  const committee = (method: string): Committee => {
    const found = now();
    if (found) return found;
    throw new RidgelineError('ERR_NOT_COMPILED', `${where}: ${method} before fit: there are no trained members`);
  };
  const ask = async (method: string, x: ArrayInput | Dataset, options: ThreadOptions) => {
    const at = `${where}: ${method}`;
    checkOptions<ThreadOptions>(at, options, threadRules);
    const found = committee(method);
    return { found, answers: await answersOf(at, found, arrayOf(at, x, found.features), options) };
  };
  const judged = async (method: string, x: ArrayInput | Dataset, y: TargetInput | undefined, options: ThreadOptions) => {
    const { task, seats, classes, features } = committee(method);
    const data = rowsOf(`${where}: ${method}`, { x, y }, { task, members: seats.map((s) => s.member), classes, features });
    const { found, answers } = await ask(method, data.x, options);
    return { found, answers, answer: await combineAll(answers, found.combination), y: data.y };
  };
  const metadata: Record<string, string> = {};
  let read: Committee['texts'];
  const self: Ensemble = {
    get metadata() {
      const texts = now()?.texts;
      if (texts !== read) Object.assign(metadata, texts);
      read = texts;
      return metadata;
    },
    get members() {
      return now()?.seats.map((s) => s.member) ?? [];
    },
    get classes() {
      return now()?.classes;
    },
    predict: async (x, options = {}) => {
      const { found, answers } = await ask('predict', x, options);
      return combineAll(answers, found.combination);
    },
    predictWithSpread: async (x, options = {}) => {
      const { found, answers } = await ask('predictWithSpread', x, options);
      if (found.combination.rule === 'sum')
        throw new RidgelineError('ERR_OPTION', `${where}: predictWithSpread: the members of a sum do not answer the question one by one`);
      const moments = runningMean('arithmetic');
      const pace = paced();
      for (const answer of answers) {
        moments.add(answer);
        await pace(answer.size);
      }
      return { mean: moments.mean(), standardDeviation: moments.standardDeviation() };
    },
    predictLabels: async (x, options = {}) => {
      const { task, classes } = committee('predictLabels');
      if (task !== 'classification')
        throw new RidgelineError('ERR_OPTION', `${where}: predictLabels: expected an ensemble of classifiers, this one gives values`);
      const { found, answers } = await ask('predictLabels', x, options);
      return Array.from(winnersOf(await combineAll(answers, found.combination), classes), (number) => classes?.[number] ?? number);
    },
    evaluate: async (x, y, options = {}) => {
      const at = `${where}: evaluate`;
      const { found, answer, y: given } = await judged('evaluate', x, y, options);
      const whole = found.classes?.length === 1 ? besideNone(answer) : answer;
      return scored(at, found.judge, targetsFor(at, given, whole, found.judge).targets, whole);
    },
    errorDecomposition: async (x, y, options = {}) => {
      const at = `${where}: errorDecomposition`;
      const { found, answers, answer, y: given } = await judged('errorDecomposition', x, y, options);
      return decompose(asMembersOfMean(at, answers, found.combination), answer, valuesFor(at, given, answer, found.judge));
    },
    save: async (path, options = {}) => {
      check(`${where}: save`, 'path', path, string);
      await saveCommittee(where, committee('save'), path, options, self.metadata);
    },
  };
  return self;
}

/** Probabilities of one class with those of another that never is: one output alone would be judged as that of yes against no. */
const besideNone = (answer: NDArray): NDArray =>
  new NDArray(
    Float64Array.from({ length: 2 * answer.size }, (_, i) => (i % 2 ? 0 : answer.data[i / 2])),
    [answer.size, 2],
  );

/** The answers whose plain mean the ensemble's is; of a sum of k these are start + k·weight·answer. */
function asMembersOfMean(
  where: string,
  answers: readonly NDArray[],
  { rule, weights = [], start = [], link }: Combination,
): readonly NDArray[] {
  if (rule !== 'sum') return answers;
  if (link !== 'identity') throw new RidgelineError('ERR_OPTION', `${where}: probabilities of a sum of scores are no mean of members`);
  const width = widthOf(answers[0]);
  return answers.map((answer, m) =>
    shapedLike(
      answer,
      Float64Array.from(answer.data, (v, i) => (start[i % width] ?? 0) + answers.length * weights[m] * v),
    ),
  );
}

/** An object with the properties of both, getters among them. */
export const extended = <T extends object, O extends object>(base: T, own: O): T & O =>
  Object.defineProperties(base, Object.getOwnPropertyDescriptors(own)) as T & O;
