/** Bagging: members of one kind on resamples of the rows. */
import { boolean, check, checkOptions, functionRule, optional, positiveInt, type Rule } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { seedRule } from '../models/sequential.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';
import { checkCombine, type Combination, combineRule, type Task } from './combine.ts';
import { amountRule, countOf, drawIndices, seedOf } from './draw.ts';
import { type Committee, type Ensemble, ensembleOf, extended } from './ensemble.ts';
import { readCommittee } from './files.ts';
import { type EnsembleFitOptions, ensembleFitRules, fitArguments, fitMembers, weightsOf } from './fit-members.ts';
import { type Asked, checkMember, checkNew, judgeOf, type Member, taskOf } from './member.ts';
import { type OutOfBag, outOfBagOf } from './out-of-bag.ts';
import { arrayOf, type Rows, rowsOf, type TargetInput } from './targets.ts';

/** What the factory of members is told. */
export interface MemberInfo {
  /** Number of the member, from 0. */
  readonly member: number;
  /** A seed of its own, for initial weights and the order of rows: it follows from the ensemble's. */
  readonly seed: number;
  /** Values of a row that the member sees: with maxFeatures fewer than x has. */
  readonly features: number;
}

/** Options of {@link bagging}. */
export interface BaggingOptions {
  /** Makes a compiled model of one input and output, or an estimator; called once per member. Members have one architecture. */
  readonly model: (info: MemberInfo) => Member;
  /** Members; default 10. */
  readonly estimators?: number;
  /** Decides which rows and columns each member gets, and its seed; default 0. */
  readonly seed?: number;
  /** Rows are drawn with replacement (default), or each at most once. */
  readonly bootstrap?: boolean;
  /** Rows of a member: a share in (0, 1], or a count of 2 or more; default 1: as many as there are. */
  readonly maxSamples?: number;
  /** Columns of a member, each at most once: a share in (0, 1], or a count of 2 or more; default 1: all. */
  readonly maxFeatures?: number;
  /** Judge every row by the members that were not trained on it; default false. */
  readonly outOfBag?: boolean;
  /** 'mean' (default), 'geometricMean' or 'vote': see {@link votingEnsemble}. */
  readonly combine?: 'mean' | 'geometricMean' | 'vote';
  /** Rows of each member as you wish, in place of drawn ones: a list of row numbers per member, repeats allowed. */
  readonly samples?: readonly ArrayLike<number>[];
}

/** What {@link bagging} returns. */
export interface Bagging extends Ensemble {
  /** Makes and trains all members anew. A member that was trained stays when a signal or an error ends the fit. */
  fit(x: Dataset, options?: EnsembleFitOptions): Promise<Bagging>;
  fit(x: ArrayInput, y: TargetInput, options?: EnsembleFitOptions): Promise<Bagging>;
  /** Trains so many more members on the same data: what there would be, had there been more from the start. */
  add(count: number, x: Dataset, options?: EnsembleFitOptions): Promise<Bagging>;
  add(count: number, x: ArrayInput, y: TargetInput, options?: EnsembleFitOptions): Promise<Bagging>;
  /** Row numbers of each member, in ascending order. */
  readonly samples: readonly Int32Array[];
  /** Columns of each member, in ascending order; undefined: all. */
  readonly columns: readonly (Int32Array | undefined)[];
  /** With outOfBag: predictions and score of each row by the members that were not trained on it. */
  readonly outOfBag: OutOfBag | undefined;
  /** Takes the members of a file that save() wrote; add() goes on from them. */
  load(path: string): Promise<Bagging>;
}

/** What a member is trained on, beside itself. */
export interface BagPlan {
  readonly kind: string;
  readonly where: string;
  readonly options: BaggingOptions;
}

export const estimatorsRule: Rule<number> = {
  expected: 'an integer in [1, 65536]',
  invalid: 0,
  test: (v): v is number => Number.isInteger(v) && (v as number) >= 1 && (v as number) <= 65536,
};
const samplesRule: Rule<readonly ArrayLike<number>[]> = {
  expected: 'an array of lists of row numbers',
  invalid: [1],
  test: (v): v is readonly ArrayLike<number>[] =>
    Array.isArray(v) &&
    v.length > 0 &&
    v.every((list) => (Array.isArray(list) || ArrayBuffer.isView(list)) && (list as unknown as ArrayLike<number>).length > 0),
};

/**
 * Members that differ by the rows they were trained on, and by their initial weights: their errors are then less than perfectly correlated, so that
 * their mean errs less than they do (see errorDecomposition). Rows are drawn as lists of numbers: the data is there once.
 * Source: Breiman 1996, "Bagging predictors"; Goodfellow, Bengio, Courville 2016, 7.11; columns: Ho 1998.
 * @throws ERR_OPTION for options outside their ranges and for a factory that gives no compiled model and no estimator.
 */
export function bagging(options: BaggingOptions): Bagging {
  const where = 'ensembles.bagging';
  checkOptions<BaggingOptions>(where, options, {
    model: functionRule as never,
    estimators: optional(estimatorsRule),
    seed: optional(seedRule),
    bootstrap: optional(boolean),
    maxSamples: optional(amountRule),
    maxFeatures: optional(amountRule),
    outOfBag: optional(boolean),
    combine: optional(combineRule) as never,
    samples: optional(samplesRule),
  });
  if ((options.combine as string) === 'stacking')
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected combine 'mean', 'geometricMean' or 'vote'; for 'stacking' pass the members to votingEnsemble`,
    );
  return bagged({ kind: 'bagging', where, options });
}

/** A bag of members, as bagging and deepEnsemble make it. */
export function bagged({ kind, where, options }: BagPlan): Bagging {
  const { seed = 0, samples: given, outOfBag: judgesOut = false } = options;
  const estimators = options.estimators ?? given?.length ?? 10;
  if (given && given.length !== estimators)
    throw new RidgelineError('ERR_OPTION', `${where}: expected a list in samples for each of ${estimators} members, got ${given.length}`);
  let committee: Committee | undefined;
  // Number of the next member: those that an error ended have had theirs.
  let next = 0;
  let lists: Int32Array[] = [];
  let columns: (Int32Array | undefined)[] = [];
  let judgedOut: OutOfBag | undefined;

  const train = async (method: string, count: number, from: Committee | undefined, rest: readonly unknown[]): Promise<Bagging> => {
    const at = `${where}: ${method}`;
    const { x, y, options: fit } = fitArguments<EnsembleFitOptions>(rest[0] as ArrayInput | Dataset, rest.slice(1));
    checkOptions<EnsembleFitOptions>(at, fit, ensembleFitRules);
    const before = from?.seats ?? [];
    const { shape } = arrayOf(at, x);
    const made: { readonly seat: Asked; readonly list: Int32Array; readonly columns: Int32Array | undefined }[] = [];
    let data: Rows | undefined;
    let task: Task | undefined;
    for (let i = next; i < next + count; i++) {
      const own = columnsFor(at, options, shape, i);
      const features = own?.length ?? shape.slice(1).reduce((a, b) => a * b, 1);
      const model: unknown = options.model({ member: i, seed: seedOf(seed, i, 'member'), features });
      checkMember(at, `from the factory for member ${i}`, model);
      const seat = { member: model, columns: own };
      checkNew(at, [...before.map((seat) => ({ seat })), ...made], seat);
      task ??= taskOf(model);
      checkCombine(at, options.combine ?? 'mean', task);
      data ??= rowsOf(at, { x, y }, { task, members: [model], classes: from?.classes });
      made.push({ seat, list: listFor(at, options, data.x.shape[0], i), columns: own });
    }
    const rows = data as Rows;
    const known = { lists, columns };
    const keep = (ended: readonly number[]): void => {
      const kept = ended.map((i) => made[i]);
      const seats = [...before, ...kept.map(({ seat }) => seat)];
      lists = [...known.lists, ...kept.map(({ list }) => list)];
      columns = [...known.columns, ...kept.map((m) => m.columns)];
      const combination: Combination = { rule: options.combine ?? 'mean' };
      const judge = judgeOf(seats[0].member);
      const texts = from?.texts ? { texts: from.texts } : {};
      committee = { kind, seats, combination, task: task as Task, judge, classes: rows.classes, ...texts, notes: { next } };
    };
    committee = from;
    judgedOut = undefined;
    next += count;
    const ended: number[] = [];
    try {
      const lessons = { data: rows, lists: made.map(({ list }) => list), weights: weightsOf(at, rows, fit), options: fit };
      await fitMembers(
        at,
        made.map(({ seat }) => seat),
        lessons,
        (i) => ended.push(i),
      );
    } finally {
      if (ended.length > 0) keep(ended);
    }
    if (judgesOut && committee && lists.length === committee.seats.length)
      judgedOut = await outOfBagOf(committee, rows, lists, fit.threads);
    return self;
  };

  const self: Bagging = extended(
    ensembleOf(where, () => committee),
    {
      get samples() {
        return lists;
      },
      get columns() {
        return columns;
      },
      get outOfBag() {
        return judgedOut;
      },
      fit: (...args: unknown[]) => {
        lists = [];
        columns = [];
        next = 0;
        return train('fit', estimators, undefined, args);
      },
      add: (count: number, ...args: unknown[]) => {
        check(`${where}: add`, 'count', count, positiveInt);
        if (given)
          throw new RidgelineError(
            'ERR_OPTION',
            `${where}: add: expected no samples of your own, of which there are none for more members`,
          );
        return train('add', count, committee, args);
      },
      load: async (path: string) => {
        committee = await readCommittee(`${where}: load`, path, kind);
        next = Number.isSafeInteger(committee.notes.next) ? (committee.notes.next as number) : committee.seats.length;
        lists = [];
        columns = [];
        judgedOut = undefined;
        return self;
      },
    },
  );
  return self;
}

function columnsFor(
  where: string,
  { maxFeatures = 1, seed = 0 }: BaggingOptions,
  shape: readonly number[],
  i: number,
): Int32Array | undefined {
  if (maxFeatures === 1) return undefined;
  if (shape.length !== 2)
    throw new RidgelineError('ERR_SHAPE', `${where}: maxFeatures picks columns of x [rows, columns], got x of shape ${showShape(shape)}`);
  const count = countOf(maxFeatures, shape[1]);
  if (count > shape[1])
    throw new RidgelineError('ERR_OPTION', `${where}: expected maxFeatures of at most ${shape[1]}, the columns of x, got ${count}`);
  return drawIndices(shape[1], count, false, seedOf(seed, i, 'columns'));
}

function listFor(where: string, options: BaggingOptions, rows: number, i: number): Int32Array {
  const { bootstrap = true, maxSamples = 1, seed = 0, samples } = options;
  if (samples) {
    const list = Int32Array.from(samples[i]).sort();
    const bad = Array.from(samples[i]).find((row) => !(Number.isInteger(row) && row >= 0 && row < rows));
    if (bad !== undefined)
      throw new RidgelineError('ERR_INDEX', `${where}: expected row numbers in [0, ${rows}) in samples[${i}], got ${bad}`);
    return list;
  }
  const count = countOf(maxSamples, rows);
  if (count > rows && !bootstrap)
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected maxSamples of at most ${rows}, the rows of x, without bootstrap; got ${count}`,
    );
  return drawIndices(rows, count, bootstrap, seedOf(seed, i, 'rows'));
}
