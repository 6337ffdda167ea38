/** Gradient boosting with small networks: each is fitted to what those before it have left. */
import { checkOptions, functionRule } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';
import type { MemberInfo } from './bagging.ts';
import { type Boost, boost, keptStages, type StageLogs, type StageOptions, stageRules } from './boost-stages.ts';
import { type Committee, type Ensemble, ensembleOf, extended } from './ensemble.ts';
import { readCommittee } from './files.ts';
import { type EnsembleFitOptions, ensembleFitRules, fitArguments, weightsOf } from './fit-members.ts';
import { checkMember, type Member, plainJudge, taskOf } from './member.ts';
import { arrayOf, rowsOf } from './targets.ts';

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
  /** Boosts anew. The stages that were taken stay when a signal or an error ends the fit. */
  fit(x: Dataset, options?: EnsembleFitOptions): Promise<GradientBoosting>;
  fit(x: ArrayInput, y: ArrayInput, options?: EnsembleFitOptions): Promise<GradientBoosting>;
  /** Loss by stage, also of those that were dropped in the end. */
  readonly history: readonly StageLogs[];
  load(path: string): Promise<GradientBoosting>;
}

const kind = 'gradientBoosting';
const where = `ensembles.${kind}`;

/**
 * A sum of small networks, F = start + Σ learningRate·ρ·h: stage by stage, h is fitted to the negative gradient of the loss at the sum so far and ρ is
 * Newton's step along it. There are no trees here: for boosted trees use a library of them, such as XGBoost or LightGBM.
 * Source: Friedman 2001 and 2002.
 * @throws ERR_OPTION for options outside their ranges, and for a factory that gives no compiled model or estimator for values.
 */
export function gradientBoosting(options: GradientBoostingOptions): GradientBoosting {
  checkOptions<GradientBoostingOptions>(where, options, { ...stageRules, model: functionRule as never });
  let committee: Committee | undefined;
  let history: readonly StageLogs[] = [];
  const self: GradientBoosting = extended(
    ensembleOf(where, () => committee),
    {
      get history() {
        return history;
      },
      fit: async (given: Dataset | ArrayInput, ...args: unknown[]) => {
        const at = `${where}: fit`;
        const { x, y, options: fit } = fitArguments<EnsembleFitOptions>(given, args);
        checkOptions<EnsembleFitOptions>(at, fit, ensembleFitRules);
        const data = rowsOf(at, { x, y }, { task: 'regression', members: [] });
        const features = arrayOf(at, x)
          .shape.slice(1)
          .reduce((a, b) => a * b, 1);
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
        let run: Boost | undefined;
        committee = undefined;
        try {
          await boost({ where: at, member }, data, weightsOf(at, data, fit), options, fit, (begun) => {
            run = begun;
          });
        } finally {
          if (run && run.stages.length > 0) {
            history = run.history;
            committee = committeeOf(run);
          }
        }
        return self;
      },
      load: async (path: string) => {
        committee = await readCommittee(`${where}: load`, path, kind);
        history = [];
        return self;
      },
    },
  );
  return self;
}

function committeeOf({ loss, start, stages, best }: Boost): Committee {
  const kept = keptStages(stages, best);
  const { link } = loss;
  const task = link === 'identity' ? 'regression' : 'classification';
  const combination = { rule: 'sum', weights: kept.map((s) => s.weight), start: [...start], link } as const;
  return {
    kind,
    seats: kept.map((s) => s.seat),
    combination,
    task,
    judge: plainJudge(task, link === 'sigmoid'),
    classes: undefined,
    notes: {},
  };
}
