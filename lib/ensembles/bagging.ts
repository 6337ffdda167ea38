/** Bagging: members of one kind on resamples of the rows. */
import { boolean, check, checkOptions, functionRule, optional, positiveInt, type Rule } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { seedRule } from '../models/sequential.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';
import { alone } from './alone.ts';
import { checkAlike } from './answers.ts';
import { checkCombine, type Combination, combineRule } from './combine.ts';
import { amountRule, countOf, drawIndices, seedOf } from './draw.ts';
import { type Committee, type Ensemble, ensembleOf, extended } from './ensemble.ts';
import { readCommittee } from './files.ts';
import { type EnsembleFitOptions, ensembleFitRules, fitArguments, fitMembers, weightsOf } from './fit-members.ts';
import { type Asked, checkMember, checkNew, judgeOfAll, type Member, taskOf } from './member.ts';
import { type OutOfBag, outOfBagOf, seenIn } from './out-of-bag.ts';
import { paced } from './pace.ts';
import { arrayOf, featuresOf, rowsOf, type TargetInput } from './targets.ts';

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
  /**
   * Makes and trains all members anew; those there were stay until one of them is trained. A member that was trained stays when a signal or an error ends the
   * fit. ERR_BUSY while another fit(), add() or load() is on.
   */
  fit(x: Dataset, options?: EnsembleFitOptions): Promise<Bagging>;
  fit(x: ArrayInput, y: TargetInput, options?: EnsembleFitOptions): Promise<Bagging>;
  /** Trains so many more members on the same data: what there would be, had there been more from the start. */
  add(count: number, x: Dataset, options?: EnsembleFitOptions): Promise<Bagging>;
  add(count: number, x: ArrayInput, y: TargetInput, options?: EnsembleFitOptions): Promise<Bagging>;
  /** Row numbers of each member, in ascending order. Empty where they are not known: of members from a file until add(), and where that is on other rows. */
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
  return bagged({ kind: 'bagging', where, options });
}

/** A bag of members, as bagging and deepEnsemble make it. */
export function bagged({ kind, where, options }: BagPlan): Bagging {
  const { seed = 0, samples: given, outOfBag: judgesOut = false } = options;
  const estimators = options.estimators ?? given?.length ?? 10;
  if ((options.combine as string) === 'stacking')
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected combine 'mean', 'geometricMean' or 'vote'; for 'stacking' pass the members to votingEnsemble`,
    );
  if (given && given.length !== estimators)
    throw new RidgelineError('ERR_OPTION', `${where}: expected a list in samples for each of ${estimators} members, got ${given.length}`);
  let committee: Committee | undefined;
  // Number of the next member: those that an error ended have had theirs.
  let next = 0;
  let lists: Int32Array[] = [];
  let judgedOut: OutOfBag | undefined;
  const change = alone(where);

  const train = async (method: string, count: number, from: Committee | undefined, rest: readonly unknown[]): Promise<Bagging> => {
    const begin = from ? next : 0;
    const at = `${where}: ${method}`;
    const { x, y, options: fit } = fitArguments<EnsembleFitOptions>(rest[0] as ArrayInput | Dataset, rest.slice(1));
    checkOptions<EnsembleFitOptions>(at, fit, ensembleFitRules);
    const before = from?.seats ?? [];
    const { shape } = arrayOf(at, x, from?.features);
    const made: { readonly number: number; readonly seat: Asked; readonly list: Int32Array }[] = [];
    const pace = paced();
    for (let i = begin; i < begin + count; i++) {
      const own = columnsFor(at, options, shape, i);
      const features = own?.length ?? shape.slice(1).reduce((a, b) => a * b, 1);
      const model: unknown = options.model({ member: i, seed: seedOf(seed, i, 'member'), features });
      checkMember(at, `from the factory for member ${i}`, model);
      const seat = { member: model, columns: own };
      checkNew(at, [...before.map((seat) => ({ seat })), ...made], seat);
      made.push({ number: i, seat, list: listFor(at, options, shape[0], i) });
      await pace(shape[0]);
    }
    const members = [...before, ...made.map(({ seat }) => seat)].map(({ member }) => member);
    const task = taskOf(members[0]);
    checkCombine(at, options.combine ?? 'mean', task);
    checkAlike(at, members);
    const rows = rowsOf(at, { x, y }, { task, members, classes: from?.classes });
    const [total] = rows.x.shape;
    const notes = from && (from.notes as Partial<Notes>);
    const known = before.map((_, i) => {
      if (notes?.rows !== total) return unknown;
      return lists[i].length > 0 ? lists[i] : drawnAgain(at, options, notes, i);
    });
    if (judgesOut && [...known, ...made.map(({ list }) => list)].every((list) => !seenIn(list, total).includes(0)))
      throw new RidgelineError(
        'ERR_OPTION',
        `${at}: every member is trained on every row, so that outOfBag has none to judge by; expected bootstrap, or maxSamples below 1`,
      );
    const keep = (ended: readonly number[]): void => {
      const kept = ended.map((i) => made[i]);
      const seats = [...before, ...kept.map(({ seat }) => seat)];
      judgedOut = undefined;
      lists = [...known, ...kept.map(({ list }) => list)];
      const numbers = [
        ...known.map((list, i) => (list.length > 0 ? (notes?.numbers?.[i] ?? -1) : -1)),
        ...kept.map(({ number }) => number),
      ];
      const noted: Notes = { next: begin + count, rows: total, numbers, draw: drawOf(options) };
      const combination: Combination = { rule: options.combine ?? 'mean' };
      const judge = judgeOfAll(seats.map(({ member }) => member));
      const { classes } = rows;
      const texts = from?.texts ? { texts: from.texts } : {};
      committee = { kind, seats, combination, task, judge, classes, features: featuresOf(rows.x), ...texts, notes: { ...noted } };
    };
    const ended: number[] = [];
    try {
      const lessons = {
        data: rows,
        lists: made.map(({ list }) => list),
        weights: weightsOf(at, rows, fit),
        options: fit,
        from: before.length,
      };
      await fitMembers(
        at,
        made.map(({ seat }) => seat),
        lessons,
        (i) => ended.push(i),
      );
    } finally {
      if (from || ended.length > 0) next = begin + count;
      if (ended.length > 0) keep(ended);
    }
    if (judgesOut && committee && lists.every((list) => list.length > 0)) judgedOut = await outOfBagOf(committee, rows, lists, fit.threads);
    return self;
  };

  const self: Bagging = extended(
    ensembleOf(where, () => committee),
    {
      get samples() {
        return lists;
      },
      get columns() {
        return committee?.seats.map((seat) => seat.columns) ?? [];
      },
      get outOfBag() {
        return judgedOut;
      },
      fit: (...args: unknown[]) => change('fit', () => train('fit', estimators, undefined, args)),
      add: (count: number, ...args: unknown[]) => {
        check(`${where}: add`, 'count', count, positiveInt);
        if (given)
          throw new RidgelineError(
            'ERR_OPTION',
            `${where}: add: expected no samples of your own, of which there are none for more members`,
          );
        return change('add', () => train('add', count, committee, args));
      },
      load: (path: string) =>
        change('load', async () => {
          committee = await readCommittee(`${where}: load`, path, kind);
          next = Number.isSafeInteger(committee.notes.next) ? (committee.notes.next as number) : committee.seats.length;
          lists = committee.seats.map(() => unknown);
          judgedOut = undefined;
          return self;
        }),
    },
  );
  return self;
}

/** What a bag notes for add() and for files. */
interface Notes {
  readonly next: number;
  /** Rows of the data of the last fit or add. */
  readonly rows: number;
  /** Of each member, which of all that were made it is; -1: it was trained on other rows. */
  readonly numbers: readonly number[];
  readonly draw: string;
}

const unknown = new Int32Array(0);

/** How a bag draws rows. */
const drawOf = ({ seed = 0, bootstrap = true, maxSamples = 1, samples }: BaggingOptions): string =>
  samples ? 'given' : `${seed}/${bootstrap}/${maxSamples}`;

/** The rows of a member from a file: drawn again, where the bag draws as the one in the file did. */
function drawnAgain(where: string, options: BaggingOptions, { rows, numbers, draw }: Partial<Notes>, i: number): Int32Array {
  const number = numbers?.[i] ?? -1;
  const same = draw === drawOf(options) && !options.samples && rows !== undefined && Number.isSafeInteger(number) && number >= 0;
  return same ? listFor(where, options, rows, number) : unknown;
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
