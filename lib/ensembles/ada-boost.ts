/** AdaBoost: each member looks harder at what those before it got wrong. */
import { check, checkOptions, functionRule, inRange, oneOf, optional, positiveInt } from '../check.ts';
import { createRandom } from '../data/prng.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { residentData } from '../models/resident-data.ts';
import { seedRule } from '../models/sequential.ts';
import type { ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { alone } from './alone.ts';
import { answersOf, checkAlike } from './answers.ts';
import { estimatorsRule, type MemberInfo } from './bagging.ts';
import { type Combination, type Task, widthOf, winnerOf } from './combine.ts';
import { drawByWeight, seedOf } from './draw.ts';
import { type Committee, type Ensemble, ensembleOf, extended } from './ensemble.ts';
import { readCommittee } from './files.ts';
import { type EnsembleFitOptions, ensembleFitRules, fitArguments, fitMembers, throwIfAborted, weightsOf } from './fit-members.ts';
import { type Asked, checkMember, checkNew, judgeOf, judgeOfAll, type Member, taskOf, winnersOf } from './member.ts';
import { paced } from './pace.ts';
import { arrayOf, featuresOf, type Rows, rowsOf, targetsFor, type TargetInput } from './targets.ts';

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
  /** Boosts anew; members there were stay until then. Those that were trained stay when a signal or an error ends the fit. ERR_BUSY while another fit(), add() or load() is on. */
  fit(x: Dataset, options?: EnsembleFitOptions): Promise<AdaBoost>;
  fit(x: ArrayInput, y: TargetInput, options?: EnsembleFitOptions): Promise<AdaBoost>;
  /** Trains so many more members: on the same data those that there would be, had there been more from the start. */
  add(count: number, x: Dataset, options?: EnsembleFitOptions): Promise<AdaBoost>;
  add(count: number, x: ArrayInput, y: TargetInput, options?: EnsembleFitOptions): Promise<AdaBoost>;
  /** What each member counts in the vote, or in the median. */
  readonly estimatorWeights: readonly number[];
  /** Weighted error of each member on the rows that it was trained on. */
  readonly estimatorErrors: readonly number[];
  /** Takes the members of a file that save() wrote; add() goes on from them. */
  load(path: string): Promise<AdaBoost>;
}

/** Rows of a round, by the weights of the rows. */
export type Draw = (weights: Float64Array, round: number) => Int32Array;

const kind = 'adaBoost';
const where = `ensembles.${kind}`;

/**
 * SAMME for classes (Zhu 2009; with two classes AdaBoost of Freund and Schapire 1997): a member with weighted error e counts log((1 - e)/e) +
 * log(K - 1), rows that it got wrong weigh more by that power of e, and members vote; predict gives
 * the probabilities that follow from the votes, a softmax of the decision function (Zhu 2009, equation 15). AdaBoost.R2 for one value per row (Drucker 1997): the
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

/** A member that is trained, what it counts, and its weighted error. */
interface Round {
  readonly seat: Asked;
  readonly weight: number;
  readonly error: number;
}

/** The same with rows drawn by `draw`. */
export function boosted(options: AdaBoostOptions, draw: Draw): AdaBoost {
  const { estimators = 10, seed = 0 } = options;
  let committee: Committee | undefined;
  const change = alone(where);
  const run = async (method: string, count: number, from: Committee | undefined, args: readonly unknown[]): Promise<AdaBoost> => {
    const at = `${where}: ${method}`;
    const { x, y, options: fit } = fitArguments<EnsembleFitOptions>(args[0] as ArrayInput | Dataset, args.slice(1));
    checkOptions<EnsembleFitOptions>(at, fit, ensembleFitRules);
    const features = featuresOf(arrayOf(at, x, from?.features));
    const rounds = from ? roundsOf(from) : [];
    const make = (round: number): Asked => {
      const member: unknown = options.model({ member: round, seed: seedOf(seed, round, 'member'), features });
      checkMember(at, `from the factory for member ${round}`, member);
      const seat = { member, columns: undefined };
      checkNew(at, rounds, seat);
      checkAlike(at, [...rounds.map((r) => r.seat.member), member]);
      return seat;
    };
    const [first] = rounds.length > 0 ? rounds.map(({ seat }) => seat) : [make(0)];
    const task = taskOf(first.member);
    const data = rowsOf(at, { x, y }, { task, members: [first.member], classes: from?.classes });
    const began = performance.now();
    const rows = roundsOn(at, data, { options, task, fit });
    for (const [round, { seat, weight }] of rounds.entries()) await rows.reweigh((await rows.judge(seat, round)).errors, weight);
    const until = rounds.length + count;
    const boost = async (): Promise<void> => {
      // A member without errors is the last: no row is left to look harder at.
      while (rounds.length < until && rounds[rounds.length - 1]?.error !== 0) {
        throwIfAborted(at, fit.signal);
        const round = rounds.length;
        const seat = round === 0 ? first : make(round);
        await rows.train(seat, round, (weights) => draw(weights, round));
        const { errors, error, chance, classes } = await rows.judge(seat, round);
        if (error >= chance) {
          if (round === 0)
            throw new RidgelineError(
              'ERR_VALUE',
              `${at}: the first member is no better than chance: its weighted error is ${error}, expected less than ${chance}`,
            );
          break;
        }
        const weight = weightOf(error, task === 'classification' ? classes : 2, options.learningRate);
        rounds.push({ seat, weight, error });
        fit.onMember?.({ member: round + 1, done: round + 1, members: until, seconds: (performance.now() - began) / 1000 });
        await rows.reweigh(errors, weight);
      }
    };
    try {
      await boost();
    } finally {
      if (rounds.length > (from?.seats.length ?? 0)) committee = committeeOf(rounds, task, data, from);
    }
    return self;
  };
  const self: AdaBoost = extended(
    ensembleOf(where, () => committee),
    {
      get estimatorWeights() {
        return committee?.combination.weights ?? [];
      },
      get estimatorErrors() {
        return committee ? roundsOf(committee).map(({ error }) => error) : [];
      },
      fit: (...args: unknown[]) => change('fit', () => run('fit', estimators, undefined, args)),
      add: (count: number, ...args: unknown[]) => {
        check(`${where}: add`, 'count', count, positiveInt);
        return change('add', () => run('add', count, committee, args));
      },
      load: (path: string) =>
        change('load', async () => {
          const read = await readCommittee(`${where}: load`, path, kind);
          const { errors } = read.notes;
          const { weights } = read.combination;
          const isError = (v: unknown) => typeof v === 'number' && v >= 0 && v < 1;
          if (!weights || !Array.isArray(errors) || errors.length !== read.seats.length || !errors.every(isError))
            throw new RidgelineError('ERR_FORMAT', `${where}: load: ${path}: the weights and errors of the members are malformed`);
          committee = read;
          return self;
        }),
    },
  );
  return self;
}

/** What a member with an error counts. One without errors has the only say that boosting can give it. */
const weightOf = (error: number, classes: number, learningRate = 1): number =>
  error <= 0 ? 1 : learningRate * (Math.log((1 - error) / error) + Math.log(classes - 1));

/** The rows of boosting, whose weights change from round to round. They are in native memory once, and their weights change in place. */
function roundsOn(
  at: string,
  data: Rows,
  { options, task, fit }: { readonly options: AdaBoostOptions; readonly task: Task; readonly fit: EnsembleFitOptions },
) {
  const { weighting = task === 'classification' ? 'weights' : 'resample' } = options;
  const { sampleWeight: _s, classWeight: _c, onMember: _o, ...own } = fit;
  const weights = weightsOf(at, data, fit) ?? new Float64Array(data.x.shape[0]).fill(1);
  // With mean 1, as the losses of members take them.
  const scaled = new Float64Array(weights.length);
  const resident = residentData(at, [data.x, data.y]);
  const pace = paced();
  const normalize = (): void => {
    let total = 0;
    for (let i = 0; i < weights.length; i++) total += weights[i];
    for (let i = 0; i < weights.length; i++) {
      weights[i] /= total;
      scaled[i] = weights[i] * weights.length;
    }
  };
  normalize();
  return {
    train: async (seat: Asked, from: number, draw: (weights: Float64Array) => Int32Array): Promise<void> => {
      const resampled = weighting === 'resample';
      if (!resampled) resident.refresh();
      const drawn = resampled ? draw(weights) : undefined;
      await pace(weights.length);
      const by = drawn ? { lists: [drawn], weights: undefined } : { lists: [undefined], weights: scaled };
      const weightless = "use weighting: 'resample', which draws rows by their weights";
      await fitMembers(at, [seat], { data, resident, ...by, from, weightless, options: own }, () => {});
    },
    /** How wrong a member is, by row, and by the weights of the rows. */
    judge: async (seat: Asked, round: number) => {
      const [answer] = await answersOf(at, { seats: [seat], classes: data.classes, from: round }, data.x, {
        threads: fit.threads,
        resident,
      });
      const judged = judgedRows(at, answer, data, weights, { task, member: seat.member, loss: options.loss });
      let error = 0;
      for (let i = 0; i < weights.length; i++) error += judged.errors[i] * weights[i];
      await pace(weights.length);
      return { ...judged, error };
    },
    /** Rows weigh more by how wrong a member of this weight is. Drucker's β^((1 - e)·rate) is exp(-weight (1 - e)): the same but for a factor of all rows. */
    reweigh: async (errors: Float64Array, weight: number): Promise<void> => {
      for (let i = 0; i < weights.length; i++) weights[i] *= Math.exp(weight * errors[i]);
      normalize();
      await pace(weights.length);
    },
  };
}

const roundsOf = ({ seats, combination, notes }: Committee): Round[] =>
  seats.map((seat, i) => ({ seat, weight: combination.weights?.[i] ?? 1, error: (notes.errors as readonly number[])[i] }));

function committeeOf(rounds: readonly Round[], task: Task, data: Rows, before: Committee | undefined): Committee {
  // One class needs no vote.
  const classes = data.classes?.length === 1 ? 'vote' : 'samme';
  const combination: Combination = { rule: task === 'classification' ? classes : 'median', weights: rounds.map((r) => r.weight) };
  return {
    kind,
    seats: rounds.map((r) => r.seat),
    combination,
    task,
    judge: judgeOfAll(rounds.map((r) => r.seat.member)),
    classes: data.classes,
    features: featuresOf(data.x),
    ...(before?.texts ? { texts: before.texts } : {}),
    notes: { errors: rounds.map((r) => r.error) },
  };
}

/** How wrong each row is, in [0, 1], and the weighted error from which a member is of no use. */
function judgedRows(
  at: string,
  answer: NDArray,
  { y, classes: known }: Rows,
  weights: Float64Array,
  { task, member, loss = 'linear' }: { readonly task: Task; readonly member: Member; readonly loss: AdaBoostOptions['loss'] },
) {
  const width = widthOf(answer);
  const { targets, sparse } = targetsFor(at, y, answer, judgeOf(member));
  if (task === 'classification') {
    const winners = winnersOf(answer, known);
    const errors = new Float64Array(winners.length);
    for (let row = 0; row < winners.length; row++)
      errors[row] = winners[row] === (sparse ? targets.data[row] : winnerOf(targets.data, row, width)) ? 0 : 1;
    const classes = Math.max(2, width);
    return { errors, chance: 1 - 1 / classes, classes };
  }
  if (width !== 1) throw new RidgelineError('ERR_SHAPE', `${at}: AdaBoost.R2 is for one value per row, the members give ${width}`);
  const sizes = Float64Array.from(answer.data, (v, i) => Math.abs(v - y.data[i]));
  // Rows that count nothing are no measure either.
  const largest = sizes.reduce((a, b, i) => (weights[i] > 0 ? Math.max(a, b) : a), 0);
  const shape = { linear: (e: number) => e, square: (e: number) => e * e, exponential: (e: number) => 1 - Math.exp(-e) }[loss];
  return { errors: sizes.map((e) => shape(largest > 0 ? Math.min(1, e / largest) : 0)), chance: 0.5, classes: 2 };
}
