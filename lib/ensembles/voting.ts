/** Members of any kind that answer together. */
import { checkOptions, inRange, optional, type Rule } from '../check.ts';
import { Dataset } from '../data/dataset.ts';
import { splitIndices } from '../data/split.ts';
import { RidgelineError } from '../errors.ts';
import { Model } from '../models/model.ts';
import { seedRule } from '../models/sequential.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';
import { alone } from './alone.ts';
import { answersOf, checkAlike } from './answers.ts';
import { checkCombine, type CombineName, combineRule, type Task, widthOf, winnerOf } from './combine.ts';
import { type Committee, type Ensemble, ensembleOf, extended } from './ensemble.ts';
import { readCommittee } from './files.ts';
import { type EnsembleFitOptions, ensembleFitRules, fitArguments, fitMembers, pickRows, weightsOf } from './fit-members.ts';
import { type Asked, checkMember, type Judge, judgeOfAll, type Member, memberRule, taskOf } from './member.ts';
import { leastSquaresWeights, mixtureWeights } from './stacking.ts';
import { arrayOf, classesFor, distinct, featuresOf, type Rows, rowsOf, targetsFor, type TargetInput } from './targets.ts';

/** Options of {@link votingEnsemble}. */
export interface VotingOptions {
  /** Compiled models of one input and output, and estimators: all classifiers with the same classes, or all for the same values. */
  readonly members: readonly Member[];
  /**
   * 'mean' (default) of probabilities or values; 'geometricMean' of probabilities; 'vote': the share of the members for each class; 'stacking':
   * the mean with weights of 0 or more and sum 1, fitted on rows held out: for the likelihood of classes, or the squared error of values.
   */
  readonly combine?: CombineName;
  /** What each member counts, 0 or more, not all 0; default 1 each. Not with 'stacking', which finds them. */
  readonly weights?: readonly number[];
  /** Of 'stacking': the share of the rows that fit() keeps for the weights, in (0, 1); default 0.2. */
  readonly holdOut?: number;
  /** Decides which rows are held out; default 0. */
  readonly seed?: number;
}

/** What {@link votingEnsemble} returns. */
export interface VotingEnsemble extends Ensemble {
  /** Trains every member on the same rows; with 'stacking', on those that are not held out for the weights. ERR_BUSY while another fit(), use() or load() is on. */
  fit(x: Dataset, options?: EnsembleFitOptions): Promise<VotingEnsemble>;
  fit(x: ArrayInput, y: TargetInput, options?: EnsembleFitOptions): Promise<VotingEnsemble>;
  /**
   * Takes members as they are, trained before; with 'stacking', x and y are rows that they have not seen. Else y is needed only where an estimator does not
   * tell its classes.
   */
  use(x: ArrayInput | Dataset, y?: TargetInput): Promise<VotingEnsemble>;
  /** What each member counts, with sum 1; undefined before fit() or use(). */
  readonly weights: readonly number[] | undefined;
  /** Takes members and weights of a file that save() wrote. */
  load(path: string): Promise<VotingEnsemble>;
}

const kind = 'votingEnsemble';
const where = `ensembles.${kind}`;
const membersRule: Rule<readonly Member[]> = {
  expected: `an array of one or more members, each ${memberRule.expected}`,
  invalid: [],
  test: (v): v is readonly Member[] => Array.isArray(v) && v.length > 0 && v.every(memberRule.test),
};
const weightsRule: Rule<readonly number[]> = {
  expected: 'an array of finite numbers of 0 or more, not all 0',
  invalid: [0],
  test: (v): v is readonly number[] => Array.isArray(v) && v.every((w) => w >= 0 && Number.isFinite(w)) && v.some((w) => w > 0),
};

/**
 * Members that were made apart, of any architecture, as one. Goodfellow, Bengio, Courville 2016, 7.11; weights: Breiman 1996, "Stacked regressions".
 * @throws ERR_OPTION where classifiers and members that give values are mixed, or a geometric mean or vote is asked of values.
 */
export function votingEnsemble(options: VotingOptions): VotingEnsemble {
  checkOptions<VotingOptions>(where, options, {
    members: membersRule,
    combine: optional(combineRule),
    weights: optional(weightsRule),
    holdOut: optional(inRange('(0, 1)')),
    seed: optional(seedRule),
  });
  const { members, combine = 'mean', weights, holdOut = 0.2, seed = 0 } = options;
  for (const [i, member] of members.entries()) checkMember(where, `as member ${i}`, member);
  const task = oneTask(members, combine);
  if (weights && combine === 'stacking')
    throw new RidgelineError('ERR_OPTION', `${where}: expected no weights with combine 'stacking', which fits them`);
  if (weights && weights.length !== members.length)
    throw new RidgelineError('ERR_OPTION', `${where}: expected a weight for each of ${members.length} members, got ${weights.length}`);
  let committee: Committee | undefined;
  const change = alone(where);
  /** `held`: rows for the weights of 'stacking'. */
  const appoint = async (seats: readonly Asked[], { x, classes }: Pick<Rows, 'x' | 'classes'>, held: Rows | undefined): Promise<void> => {
    const judge = judgeOfAll(members);
    const rule = combine === 'stacking' ? 'mean' : combine;
    const found = held ? await stacked(seats, held, task, judge) : (weights ?? members.map(() => 1));
    const total = found.reduce((a, b) => a + b, 0);
    const combination = { rule, weights: found.map((w) => w / total) };
    committee = { kind, seats, combination, task, judge, classes, features: featuresOf(x), notes: {} };
  };
  const self: VotingEnsemble = extended(
    ensembleOf(where, () => committee),
    {
      get weights() {
        return committee?.combination.weights;
      },
      fit: (given: Dataset | ArrayInput, ...rest: unknown[]) =>
        change('fit', async () => {
          const { x, y, options: fit } = fitArguments<EnsembleFitOptions>(given, rest);
          checkOptions<EnsembleFitOptions>(`${where}: fit`, fit, ensembleFitRules);
          checkAlike(`${where}: fit`, members);
          const data = rowsOf(`${where}: fit`, { x, y }, { task, members });
          const seats = members.map((member) => ({ member, columns: undefined }));
          const [held, train] = combine === 'stacking' ? splitIndices(data.x.shape[0], [holdOut, 1 - holdOut], seed) : [];
          if (held?.length === 0 || train?.length === 0)
            throw new RidgelineError('ERR_VALUE', `${where}: fit: holdOut ${holdOut} of ${data.x.shape[0]} rows leaves a part empty`);
          const lists = members.map(() => train);
          await fitMembers(`${where}: fit`, seats, { data, lists, weights: weightsOf(`${where}: fit`, data, fit), options: fit }, () => {});
          await appoint(seats, data, held && { ...data, x: pickRows(data.x, held), y: pickRows(data.y, held) });
          return self;
        }),
      use: (x: ArrayInput | Dataset, y?: TargetInput) =>
        change('use', async () => {
          const at = `${where}: use`;
          checkAlike(at, members);
          const own = members.map((m) => (m instanceof Model ? undefined : m.classes && Array.from(m.classes)));
          const known = own.flatMap((labels) => labels ?? []);
          const seats = members.map((member, i) => ({ member, columns: undefined, labels: own[i] }));
          const given = x instanceof Dataset ? x.y : y;
          if (combine === 'stacking' || given !== undefined) {
            const rows = rowsOf(at, { x, y }, { task, members, classes: known.length > 0 ? distinct(known) : undefined });
            await appoint(seats, rows, combine === 'stacking' ? rows : undefined);
            return self;
          }
          const silent = members.findIndex((m, i) => task === 'classification' && !(m instanceof Model) && !own[i]?.length);
          if (silent >= 0)
            throw new RidgelineError('ERR_VALUE', `${at}: member ${silent} does not tell its classes; pass y, which has them`);
          const classes = known.length > 0 ? classesFor(at, members, distinct(known)) : undefined;
          await appoint(seats, { x: arrayOf(at, x, undefined), classes }, undefined);
          return self;
        }),
      load: (path: string) =>
        change('load', async () => {
          committee = await readCommittee(`${where}: load`, path, kind);
          return self;
        }),
    },
  );
  return self;
}

function oneTask(members: readonly Member[], combine: CombineName): Task {
  const tasks = new Set(members.map(taskOf));
  if (tasks.size > 1) throw new RidgelineError('ERR_OPTION', `${where}: expected classifiers, or members that give values; got both`);
  const [task] = tasks;
  checkCombine(where, combine, task);
  return task;
}

async function stacked(seats: readonly Asked[], { x, y, classes }: Rows, task: Task, judge: Judge): Promise<number[]> {
  const answers = await answersOf(where, { seats, classes }, x);
  const { targets, sparse } = targetsFor(where, y, answers[0], judge);
  if (task === 'regression') return leastSquaresWeights(answers, targets.data);
  const width = widthOf(answers[0]);
  const labels =
    sparse || width === 1 ? targets.data : Int32Array.from({ length: x.shape[0] }, (_, row) => winnerOf(targets.data, row, width));
  return mixtureWeights(answers, labels);
}
