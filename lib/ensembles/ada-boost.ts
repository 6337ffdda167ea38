/** AdaBoost: each member looks harder at what those before it got wrong. */
import { checkOptions, functionRule, inRange, oneOf, optional } from '../check.ts';
import { createRandom } from '../data/prng.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { seedRule } from '../models/sequential.ts';
import type { ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { answersOf } from './answers.ts';
import { estimatorsRule, type MemberInfo } from './bagging.ts';
import { type Combination, type Task, widthOf, winnerOf } from './combine.ts';
import { drawByWeight, seedOf } from './draw.ts';
import { type Committee, type Ensemble, ensembleOf, extended } from './ensemble.ts';
import { readCommittee } from './files.ts';
import { type EnsembleFitOptions, ensembleFitRules, fitArguments, fitMembers, throwIfAborted, weightsOf } from './fit-members.ts';
import { type Asked, checkMember, judgeOf, type Member, taskOf, winnersOf } from './member.ts';
import { arrayOf, type Rows, rowsOf, targetsFor, type TargetInput } from './targets.ts';

/** Options of {@link adaBoost}. */
export interface AdaBoostOptions {
  /** Makes a compiled model or an estimator; called once per round. A weak one is enough: a little better than chance. */
  readonly model: (info: MemberInfo) => Member;
  /** Most members; default 10. Boosting ends before where a member makes no error, or is no better than chance. */
  readonly estimators?: number;
  /** What the weight of each member is multiplied by, in (0, inf); default 1. */
  readonly learningRate?: number;
  /** How weights of rows reach a member: 'weights' multiply its loss (default for classes), 'resample' draws as many rows by them (for values). */
  readonly weighting?: 'weights' | 'resample';
  /** For values: how an error, as a share e of the largest, counts: e, e², or 1 - exp(-e); default 'linear'. */
  readonly loss?: 'linear' | 'square' | 'exponential';
  /** Seed of the members and of drawn rows; default 0. */
  readonly seed?: number;
}

/** What {@link adaBoost} returns. */
export interface AdaBoost extends Ensemble {
  /** Boosts anew. Members that were trained stay when a signal or an error ends the fit. */
  fit(x: Dataset, options?: EnsembleFitOptions): Promise<AdaBoost>;
  fit(x: ArrayInput, y: TargetInput, options?: EnsembleFitOptions): Promise<AdaBoost>;
  /** What each member counts in the vote, or in the median. */
  readonly estimatorWeights: readonly number[];
  /** Weighted error of each member on the rows that it was trained on. */
  readonly estimatorErrors: readonly number[];
  load(path: string): Promise<AdaBoost>;
}

/** Rows of a round, by the weights of the rows. */
export type Draw = (weights: Float64Array, round: number) => Int32Array;

const kind = 'adaBoost';
const where = `ensembles.${kind}`;

/**
 * SAMME for classes (Zhu 2009; with two classes AdaBoost of Freund and Schapire 1997): a member with weighted error e counts log((1 - e)/e) +
 * log(K - 1), rows that it got wrong weigh more by that power of e, and members vote. AdaBoost.R2 for one value per row (Drucker 1997): the
 * weighted median of the members. Weights of rows have mean 1 (scikit-learn's have sum 1: a penalty beside the loss is n times stronger there).
 * @throws ERR_OPTION for options outside their ranges; ERR_VALUE where the first member is no better than chance.
 */
export function adaBoost(options: AdaBoostOptions): AdaBoost {
  checkOptions<AdaBoostOptions>(where, options, {
    model: functionRule as never,
    estimators: optional(estimatorsRule),
    learningRate: optional(inRange('(0, inf)')),
    weighting: optional(oneOf('weights', 'resample')),
    loss: optional(oneOf('linear', 'square', 'exponential')),
    seed: optional(seedRule),
  });
  const { seed = 0 } = options;
  return boosted(options, (weights, round) => drawByWeight(weights, weights.length, createRandom(seedOf(seed, round, 'rows'))));
}

/** The same with rows drawn by `draw`. */
export function boosted(options: AdaBoostOptions, draw: Draw): AdaBoost {
  const { estimators = 10, seed = 0, learningRate = 1 } = options;
  let committee: Committee | undefined;
  const self: AdaBoost = extended(
    ensembleOf(where, () => committee),
    {
      get estimatorWeights() {
        return committee?.combination.weights ?? [];
      },
      get estimatorErrors() {
        return (committee?.notes.errors as readonly number[] | undefined) ?? [];
      },
      fit: async (given: Dataset | ArrayInput, ...rest: unknown[]) => {
        const at = `${where}: fit`;
        const { x, y, options: fit } = fitArguments<EnsembleFitOptions>(given, rest);
        checkOptions<EnsembleFitOptions>(at, fit, ensembleFitRules);
        const features = arrayOf(at, x)
          .shape.slice(1)
          .reduce((a, b) => a * b, 1);
        const make = (round: number): Asked => {
          const member: unknown = options.model({ member: round, seed: seedOf(seed, round, 'member'), features });
          checkMember(at, `from the factory for member ${round}`, member);
          return { member, columns: undefined };
        };
        const first = make(0);
        const task = taskOf(first.member);
        const data = rowsOf(at, { x, y }, { task, members: [first.member] });
        const began = performance.now();
        let weights = normalized(weightsOf(at, data, fit) ?? new Float64Array(data.x.shape[0]).fill(1));
        const members: { seat: Asked; weight: number; error: number }[] = [];
        committee = undefined;
        for (let round = 0; round < estimators; round++) {
          throwIfAborted(at, fit.signal);
          const seat = round === 0 ? first : make(round);
          await train(
            seat,
            data,
            weights,
            fit,
            (options.weighting ?? (task === 'classification' ? 'weights' : 'resample')) === 'resample' ? draw(weights, round) : undefined,
          );
          const answer = (await answersOf([seat], data.x, data.classes, fit.threads))[0];
          const { errors, chance, classes } = judgedRows(at, answer, data, task, seat.member, options.loss);
          const error = errors.reduce((sum, e, i) => sum + e * weights[i], 0);
          if (error >= chance) {
            if (members.length === 0)
              throw new RidgelineError(
                'ERR_VALUE',
                `${at}: the first member is no better than chance: its weighted error is ${error}, expected less than ${chance}`,
              );
            break;
          }
          const perfect = error <= 0;
          // A member without errors has the only say that boosting can give it.
          const weight = perfect
            ? 1
            : learningRate * (Math.log((1 - error) / error) + (task === 'classification' ? Math.log(classes - 1) : 0));
          members.push({ seat, weight, error });
          committee = committeeOf(members, task, data);
          fit.onMember?.({
            member: members.length,
            done: members.length,
            members: estimators,
            seconds: (performance.now() - began) / 1000,
          });
          if (perfect) break;
          // Drucker's β^((1 - e)·rate) is exp(-weight (1 - e)): the same but for a factor of all rows.
          weights = normalized(weights.map((w, i) => w * Math.exp(weight * errors[i])));
        }
        return self;
      },
      load: async (path: string) => {
        committee = await readCommittee(`${where}: load`, path, kind);
        return self;
      },
    },
  );
  return self;
}

const normalized = (weights: Float64Array): Float64Array => {
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / total);
};

async function train(seat: Asked, data: Rows, weights: Float64Array, fit: EnsembleFitOptions, rows: Int32Array | undefined): Promise<void> {
  const { sampleWeight: _s, classWeight: _c, onMember: _o, ...own } = fit;
  const scaled = rows ? undefined : weights.map((w) => w * weights.length);
  await fitMembers(where, [seat], { data, lists: [rows], weights: scaled, options: own }, () => {});
}

function committeeOf(members: readonly { seat: Asked; weight: number; error: number }[], task: Task, data: Rows): Committee {
  const combination: Combination = { rule: task === 'classification' ? 'vote' : 'median', weights: members.map((m) => m.weight) };
  const [{ seat }] = members;
  const judge = judgeOf(seat.member);
  return {
    kind,
    seats: members.map((m) => m.seat),
    combination,
    task,
    judge,
    classes: data.classes,
    notes: { errors: members.map((m) => m.error) },
  };
}

/** How wrong each row is, in [0, 1], and the weighted error from which a member is of no use. */
function judgedRows(at: string, answer: NDArray, { y }: Rows, task: Task, member: Member, loss: AdaBoostOptions['loss'] = 'linear') {
  const width = widthOf(answer);
  const { targets, sparse } = targetsFor(at, y, answer, judgeOf(member));
  if (task === 'classification') {
    const winners = winnersOf(answer);
    const errors = Float64Array.from(winners, (winner, row) =>
      winner === (sparse ? targets.data[row] : winnerOf(targets.data, row, width)) ? 0 : 1,
    );
    const classes = Math.max(2, width);
    return { errors, chance: 1 - 1 / classes, classes };
  }
  if (width !== 1) throw new RidgelineError('ERR_SHAPE', `${at}: AdaBoost.R2 is for one value per row, the members give ${width}`);
  const sizes = Float64Array.from(answer.data, (v, i) => Math.abs(v - y.data[i]));
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const shape = { linear: (e: number) => e, square: (e: number) => e * e, exponential: (e: number) => 1 - Math.exp(-e) }[loss];
  return { errors: sizes.map((e) => shape(largest > 0 ? e / largest : 0)), chance: 0.5, classes: 2 };
}
