/** What all ensembles can do once their members are trained. */
import { check, checkOptions, string } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { targetRows } from '../models/feed.ts';
import { threadRules } from '../models/options.ts';
import type { ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { answersOf } from './answers.ts';
import { type Combination, combine, type Task, widthOf } from './combine.ts';
import { decompose, type ErrorDecomposition } from './decomposition.ts';
import { saveCommittee } from './files.ts';
import { type Asked, type Judge, type Label, type Member, winnersOf } from './member.ts';
import { runningMean } from './means.ts';
import { scored } from './score.ts';
import { arrayOf, asValues, rowsOf, type TargetInput } from './targets.ts';

/** Trained members, and how their answers become one. */
export interface Committee {
  /** 'bagging', 'adaBoost', ... */
  readonly kind: string;
  readonly seats: readonly Asked[];
  readonly combination: Combination;
  readonly task: Task;
  readonly judge: Judge;
  /** Of estimators that are classifiers. */
  readonly classes: readonly Label[] | undefined;
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

/** What every ensemble offers. All but `members` throws ERR_VALUE before fit() or load(). */
export interface Ensemble {
  /** The members, in their order: models and estimators, empty before fit. */
  readonly members: readonly Member[];
  /** The classes in the order of the outputs, where estimators were given labels; else undefined. */
  readonly classes: readonly Label[] | undefined;
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
  /** Writes all members into one safetensors file, which {@link loadEnsemble} reads; with `training`, what their fit needs to go on too. */
  save(path: string, options?: { readonly training?: boolean }): Promise<void>;
}

/** An ensemble around the committee that `now` gives. */
export function ensembleOf(where: string, now: () => Committee | undefined): Ensemble {
  const committee = (method: string): Committee => {
    const found = now();
    if (found) return found;
    throw new RidgelineError('ERR_VALUE', `${where}: ${method} before fit: there are no trained members`);
  };
  const ask = async (method: string, x: ArrayInput | Dataset, options: ThreadOptions) => {
    checkOptions<ThreadOptions>(`${where}: ${method}`, options, threadRules);
    const found = committee(method);
    return { found, answers: await answersOf(found.seats, arrayOf(`${where}: ${method}`, x), found.classes, options.threads) };
  };
  const judged = async (method: string, x: ArrayInput | Dataset, y: TargetInput | undefined, options: ThreadOptions) => {
    const { task, seats, classes, judge } = committee(method);
    const data = rowsOf(`${where}: ${method}`, { x, y }, { task, members: seats.map((s) => s.member), classes });
    const { found, answers } = await ask(method, data.x, options);
    return { found, answers, answer: combine(answers, found.combination), targets: targetRows(where, data.y, data.x.shape[0], judge) };
  };
  return {
    get members() {
      return now()?.seats.map((s) => s.member) ?? [];
    },
    get classes() {
      return now()?.classes;
    },
    predict: async (x, options = {}) => {
      const { found, answers } = await ask('predict', x, options);
      return combine(answers, found.combination);
    },
    predictWithSpread: async (x, options = {}) => {
      const { answers } = await ask('predictWithSpread', x, options);
      const moments = runningMean('arithmetic');
      for (const answer of answers) moments.add(answer);
      return { mean: moments.mean(), standardDeviation: moments.standardDeviation() };
    },
    predictLabels: async (x, options = {}) => {
      const { task, classes } = committee('predictLabels');
      if (task !== 'classification')
        throw new RidgelineError('ERR_OPTION', `${where}: predictLabels: expected an ensemble of classifiers, this one gives values`);
      const { found, answers } = await ask('predictLabels', x, options);
      return Array.from(winnersOf(combine(answers, found.combination)), (number) => classes?.[number] ?? number);
    },
    evaluate: async (x, y, options = {}) => {
      const { found, answer, targets } = await judged('evaluate', x, y, options);
      return scored(`${where}: evaluate`, found.judge, targets, answer);
    },
    errorDecomposition: async (x, y, options = {}) => {
      const { found, answers, answer, targets } = await judged('errorDecomposition', x, y, options);
      const values = asValues(targets, widthOf(answer), found.judge.loss.target === 'sparse');
      return decompose(answers, answer, values);
    },
    save: async (path, options = {}) => {
      check(`${where}: save`, 'path', path, string);
      await saveCommittee(where, committee('save'), path, options);
    },
  };
}

/** An object with the properties of both, getters among them. */
export const extended = <T extends object, O extends object>(base: T, own: O): T & O =>
  Object.defineProperties(base, Object.getOwnPropertyDescriptors(own)) as T & O;
