/** Gradient boosting with small networks: each is fitted to what those before it have left. */
import { check, checkOptions, functionRule, positiveInt } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';
import type { MemberInfo } from './bagging.ts';
import { alone } from './alone.ts';
import {
  type Boost,
  type BoostFitOptions,
  boostFitRules,
  boosting,
  defaultStages,
  keptStages,
  type StageLogs,
  type StageOptions,
  stageRules,
} from './boost-stages.ts';
import { type Committee, type Ensemble, ensembleOf, extended } from './ensemble.ts';
import { readCommittee } from './files.ts';
import { fitArguments, weightsOf } from './fit-members.ts';
import { checkMember, type Member, plainJudge, taskOf } from './member.ts';
import { featuresOf, rowsOf } from './targets.ts';

/** What the factory of stages is told. */
export interface StageInfo extends MemberInfo {
  /** Values per row that a member must give: the outputs of y, 1 for 'logistic', the classes for 'multinomial'. */
  readonly outputs: number;
}

/** Options of {@link gradientBoosting}. */
export interface GradientBoostingOptions extends StageOptions {
  /** Makes a small model or an estimator for values, compiled with a squared error; called once per stage. */
  readonly model: (info: StageInfo) => Member;
}

/**
 * What {@link gradientBoosting} returns. errorDecomposition() takes start + k·weight·answer for members, whose plain mean is the sum: they are fitted to
 * cancel each other's errors, so that c is negative where boosting helps. It and predictWithSpread() throw ERR_OPTION where they have no meaning: the
 * former for classes, the latter always.
 */
export interface GradientBoosting extends Ensemble {
  /** Boosts anew; stages there were stay until then. Those that were taken stay when a signal or an error ends the fit. ERR_BUSY while another fit(), add() or load() is on. */
  fit(x: Dataset, options?: BoostFitOptions): Promise<GradientBoosting>;
  fit(x: ArrayInput, y: ArrayInput, options?: BoostFitOptions): Promise<GradientBoosting>;
  /** Takes so many more stages: on the same data what there would be, had there been more from the start, early stopping included. */
  add(count: number, x: Dataset, options?: BoostFitOptions): Promise<GradientBoosting>;
  add(count: number, x: ArrayInput, y: ArrayInput, options?: BoostFitOptions): Promise<GradientBoosting>;
  /** Loss by stage, also of those that were dropped in the end. */
  readonly history: readonly StageLogs[];
  /** Takes the members of a file that save() wrote; add() goes on from them. */
  load(path: string): Promise<GradientBoosting>;
}

const kind = 'gradientBoosting';
const where = `ensembles.${kind}`;

/** What a committee of stages notes, for add() and for files. */
interface Notes {
  readonly history: readonly StageLogs[];
  /** Stages at the best loss: where it is 0, the one member counts nothing. */
  readonly best: number;
}

const notesOf = ({ notes }: Committee): Notes => notes as unknown as Notes;

/**
 * A sum of small networks, F = start + Σ learningRate·ρ·h: stage by stage, h is fitted to the negative gradient of the loss at the sum so far and ρ is
 * Newton's step along it. There are no trees here: for boosted trees use a library of them, such as XGBoost or LightGBM.
 * Source: Friedman 2001 and 2002.
 * @throws ERR_OPTION for options outside their ranges, and for a factory that gives no compiled model or estimator for values.
 */
export function gradientBoosting(options: GradientBoostingOptions): GradientBoosting {
  checkOptions<GradientBoostingOptions>(where, options, { ...stageRules, model: functionRule as never });
  let committee: Committee | undefined;
  const change = alone(where);
  const train = async (method: string, count: number, from: Committee | undefined, args: readonly unknown[]): Promise<GradientBoosting> => {
    const at = `${where}: ${method}`;
    const { x, y, options: fit } = fitArguments<BoostFitOptions>(args[0] as ArrayInput | Dataset, args.slice(1));
    checkOptions<BoostFitOptions>(at, fit, boostFitRules);
    const data = rowsOf(at, { x, y }, { task: 'regression', members: [], features: from?.features });
    const features = featuresOf(data.x);
    const member = (stage: number, seed: number, outputs: number) => {
      const made: unknown = options.model({ member: stage, seed, features, outputs });
      checkMember(at, `from the factory for stage ${stage}`, made);
      if (taskOf(made) !== 'regression')
        throw new RidgelineError(
          'ERR_OPTION',
          `${at}: expected members for values, compiled with a squared error: they are fitted to residuals`,
        );
      return { member: made, columns: undefined };
    };
    const run = await boosting({ where: at, member }, data, weightsOf(at, data, fit), options);
    const { history, best }: Notes = from ? notesOf(from) : { history: [], best: 0 };
    if (from) {
      const { weights = [], start = [] } = from.combination;
      const stages = from.seats.slice(0, best).map((seat, i) => ({ seat, weight: weights[i] }));
      await run.takeUp({ start, stages, steps: history.map(({ step }) => step) }, fit.threads);
    }
    try {
      await run.goOn(history.length + count, fit);
    } finally {
      if (run.history.length > history.length) committee = committeeOf(run, features, from);
    }
    return self;
  };
  const self: GradientBoosting = extended(
    ensembleOf(where, () => committee),
    {
      get history() {
        return committee ? notesOf(committee).history : [];
      },
      fit: (...args: unknown[]) => change('fit', () => train('fit', options.stages ?? defaultStages, undefined, args)),
      add: (count: number, ...args: unknown[]) => {
        check(`${where}: add`, 'count', count, positiveInt);
        return change('add', () => train('add', count, committee, args));
      },
      load: (path: string) =>
        change('load', async () => {
          const read = await readCommittee(`${where}: load`, path, kind);
          committee = { ...read, notes: checkedNotes(path, read) };
          return self;
        }),
    },
  );
  return self;
}

function committeeOf({ loss, start, stages, best, history }: Boost, features: number, before: Committee | undefined): Committee {
  const kept = keptStages(stages, best);
  const { link } = loss;
  const task = link === 'identity' ? 'regression' : 'classification';
  const combination = { rule: 'sum', weights: kept.map((s) => s.weight), start: [...start], link } as const;
  const notes: Notes = { history: [...history], best };
  return {
    kind,
    seats: kept.map((s) => s.seat),
    combination,
    task,
    judge: plainJudge(task, link === 'sigmoid'),
    classes: undefined,
    features,
    ...(before?.texts ? { texts: before.texts } : {}),
    notes: { ...notes },
  };
}

/** The notes of a file: JSON knows no undefined. */
function checkedNotes(path: string, { seats, notes: { history, best } }: Committee): Record<string, unknown> {
  const isNumber = (v: unknown): v is number => typeof v === 'number' && Number.isFinite(v);
  const isLogs = (v: unknown, i: number): v is StageLogs => {
    if (typeof v !== 'object' || v === null) return false;
    const { stage, step, loss, valLoss } = v as StageLogs;
    return stage === i + 1 && isNumber(step) && isNumber(loss) && (valLoss === undefined || isNumber(valLoss));
  };
  const fits = Array.isArray(history) && history.every(isLogs) && history.length >= seats.length;
  if (!fits || !(best === seats.length || (best === 0 && seats.length === 1)))
    throw new RidgelineError('ERR_FORMAT', `${where}: load: ${path}: the history of the stages is malformed`);
  return { history: history.map(({ stage, step, loss, valLoss }) => ({ stage, step, loss, valLoss })), best };
}
