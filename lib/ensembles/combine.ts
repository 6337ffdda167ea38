/** From the answers of the members to the answer of the ensemble. */
import { oneOf } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { newTypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { runningMean, shapedLike } from './means.ts';
import { inSlices } from './pace.ts';

/** What is answered: probabilities of classes, or values. */
export type Task = 'classification' | 'regression';

/** How the answers become one. */
export interface Combination {
  /**
   * 'mean', 'geometricMean' (of probabilities), 'vote' (the share of the members for each class), 'samme' (the probabilities that follow from those
   * shares in boosting), 'median' (weighted, of values) or 'sum': `start` and the weighted sum of the answers, through `link`.
   */
  readonly rule: 'mean' | 'geometricMean' | 'vote' | 'samme' | 'median' | 'sum';
  /** What each member counts; default 1 each. */
  readonly weights?: readonly number[];
  /** Of 'sum': a value per output. */
  readonly start?: readonly number[];
  /** Of 'sum'. */
  readonly link?: 'identity' | 'sigmoid' | 'softmax';
}

/** How members that were trained apart are combined. */
export type CombineName = 'mean' | 'geometricMean' | 'vote' | 'stacking';
export const combineRule = oneOf('mean', 'geometricMean', 'vote', 'stacking');

/** Throws unless answers of the task can be combined so. */
export function checkCombine(where: string, combine: CombineName, task: Task): void {
  if (task === 'regression' && (combine === 'vote' || combine === 'geometricMean'))
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: combine '${combine}' is for classifiers, and these members give values; expected 'mean' or 'stacking'`,
    );
}

/** Outputs of a row. */
export const widthOf = (answer: NDArray): number => (answer.shape[0] === 0 ? 0 : answer.size / answer.shape[0]);

/** The class that a row of probabilities is for; with one output, 1 above a half. The first of equals. */
export function winnerOf(data: ArrayLike<number>, row: number, width: number): number {
  if (width === 1) return data[row] > 0.5 ? 1 : 0;
  let best = 0;
  for (let j = 1; j < width; j++) if (data[row * width + j] > data[row * width + best]) best = j;
  return best;
}

/** The ensemble's answer, [rows, ...output] as each of theirs. */
export function combine(answers: readonly NDArray[], combination: Combination): NDArray {
  const { rule, weights = answers.map(() => 1) } = combination;
  if (rule === 'sum') return summed(answers, weights, combination);
  if (!(weights.reduce((a, b) => a + b, 0) > 0))
    throw new RidgelineError('ERR_INTERNAL', 'expected weights of members that do not vanish together');
  if (rule === 'vote') return shapedLike(answers[0], shares(answers, weights));
  if (rule === 'samme') return shapedLike(answers[0], ofDecisions(shares(answers, weights), widthOf(answers[0])));
  if (rule === 'median') return median(answers, weights);
  const mean = runningMean(rule === 'mean' ? 'arithmetic' : 'geometric');
  answers.forEach((answer, i) => {
    mean.add(answer, weights[i]);
  });
  return mean.mean();
}

/** The same, in slices between which the event loop goes on. */
export async function combineAll(answers: readonly NDArray[], combination: Combination): Promise<NDArray> {
  const [first] = answers;
  const [rows] = first.shape;
  const width = widthOf(first);
  const out = newTypedArray(first.dtype === 'float64' ? 'float64' : 'float32', first.size);
  await inSlices(rows, answers.length * width, (begin, end) => {
    const part = combine(
      answers.map((answer) => answer.rows(begin, end)),
      combination,
    );
    out.set(part.data, begin * width);
  });
  return new NDArray(out, first.shape);
}

/** The weighted share of the members that are for each class. */
function shares(answers: readonly NDArray[], weights: readonly number[]): Float64Array {
  const [first] = answers;
  const width = widthOf(first);
  const total = weights.reduce((a, b) => a + b, 0);
  const out = new Float64Array(first.size);
  answers.forEach(({ data }, i) => {
    for (let row = 0; row < first.shape[0]; row++) {
      const winner = winnerOf(data, row, width);
      if (width > 1) out[row * width + winner] += weights[i] / total;
      else out[row] += (winner * weights[i]) / total;
    }
  });
  return out;
}

/**
 * softmax(f/(K - 1)), where f is the mean of 1 for the class and -1/(K - 1) for the others over the votes: under the exponential loss that boosting reduces,
 * the probabilities of the classes. Zhu 2009, equation 15, as scikit-learn's predict_proba. One output is the share of class 1 of two.
 */
function ofDecisions(shares: Float64Array, width: number): Float64Array {
  if (width === 1)
    return linked(
      shares.map((share) => 2 * (2 * share - 1)),
      1,
      'sigmoid',
    );
  return linked(
    shares.map((share) => (width * share - 1) / (width - 1) ** 2),
    width,
    'softmax',
  );
}

/** The smallest value up to which half of the weight lies. Drucker 1997. */
function median(answers: readonly NDArray[], weights: readonly number[]): NDArray {
  const [first] = answers;
  const half = weights.reduce((a, b) => a + b, 0) / 2;
  const out = new Float64Array(first.size);
  const order = answers.map((_, i) => i);
  for (let at = 0; at < out.length; at++) {
    order.sort((a, b) => answers[a].data[at] - answers[b].data[at] || a - b);
    let [below, place] = [weights[order[0]], 0];
    while (below < half && place < order.length - 1) below += weights[order[++place]];
    out[at] = answers[order[place]].data[at];
  }
  return shapedLike(first, out);
}

function summed(answers: readonly NDArray[], weights: readonly number[], { start = [], link = 'identity' }: Combination): NDArray {
  const [first] = answers;
  const width = widthOf(first);
  const out = Float64Array.from({ length: first.size }, (_, i) => start[i % width] ?? 0);
  answers.forEach(({ data }, i) => {
    for (let at = 0; at < out.length; at++) out[at] += weights[i] * data[at];
  });
  return shapedLike(first, linked(out, width, link));
}

/** Scores as probabilities, or as they are. */
export function linked(scores: Float64Array, width: number, link: NonNullable<Combination['link']>): Float64Array {
  if (link === 'identity') return scores;
  if (link === 'sigmoid') return scores.map((v) => 1 / (1 + Math.exp(-v)));
  const out = new Float64Array(scores.length);
  for (let row = 0; row < scores.length; row += width) {
    const own = scores.subarray(row, row + width);
    const top = own.reduce((a, b) => Math.max(a, b), -Infinity);
    const total = own.reduce((sum, v) => sum + Math.exp(v - top), 0);
    for (let j = 0; j < width; j++) out[row + j] = Math.exp(own[j] - top) / total;
  }
  return out;
}
