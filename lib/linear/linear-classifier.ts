/** What linear classifiers share: the fit by native/linear/classifier.cc, scores of rows, predictions, files. */
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { CsrMatrix } from '../tensor/csr.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { type FeatureInput, type Features, toFeatures } from './features.ts';
import { accuracyScore, type Label, type LabelInput, type Labels, labelsOf, type Predicted, toPredicted } from './labels.ts';
import { coefOf, type LinearFit, linearMap, loadedFit, savedArrays, type ScoreOptions } from './linear-model.ts';
import { fitArguments, rowsOf, toWeights } from './matrix.ts';
import type { SavedEstimator } from './persist.ts';
import { checkRunOptions, type FitOptions, type RunOptions, runNative } from './run.ts';

/** A fitted linear classifier: a score per class, or with two classes one, whose sign tells. */
export interface ClassifierFit extends LinearFit {
  readonly classes: readonly Label[];
  /** Of the class that took most. */
  readonly iterations: number;
  /** The largest number in the gradient of the mean loss and penalties, of the class where it is largest. */
  readonly gradientNorm: number;
}

/** Losses of native/linear/margin_loss.h. */
export type ClassifierLoss = 'logistic' | 'softmax' | 'squaredHinge';
const lossNumbers: Record<ClassifierLoss, number> = { logistic: 0, softmax: 1, squaredHinge: 2 };

/** Why a solver ended: minimize.h. */
export type Ending = 'converged' | 'iterations' | 'precision';
const endings: readonly Ending[] = ['converged', 'iterations', 'precision'];

/** minimize sum_i s_i loss_i + l2/2 ||W||^2 + l1 ||W||_1 */
export interface ClassifierTask {
  readonly loss: ClassifierLoss;
  readonly x: Features;
  readonly labels: Labels;
  readonly weights: Float64Array;
  readonly fitIntercept: boolean;
  readonly l1: number;
  readonly l2: number;
  readonly tol: number;
  readonly maxIter: number;
  /** Where to begin; zeros where there is none. */
  readonly start: ClassifierFit | undefined;
}

/** How one problem ended: there is one, or one per class. */
export interface Outcome {
  readonly ending: Ending;
  readonly iterations: number;
  readonly gradientNorm: number;
  readonly objective: number;
  /** The least of: the score of a row's class minus the next, or +-score; above 0 all rows are classified rightly. */
  readonly leastMargin: number;
  /** Norm of the weights at the end, and half way. */
  readonly norm: number;
  readonly normBefore: number;
}

/** Throws ERR_SHAPE where what a warm start begins with does not fit the data. */
function startOf(where: string, { start, x, labels }: ClassifierTask): Float64Array[] {
  if (start === undefined) return [];
  const same = start.classes.length === labels.classes.length && start.classes.every((c, i) => c === labels.classes[i]);
  if (start.columns !== x.columns || !same)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: warmStart goes on from ${start.columns} features and the classes ${start.classes.join(', ')}, got ${x.columns} and ${labels.classes.join(', ')}`,
    );
  return [start.coef, start.intercept];
}

/** Solves the task off the JavaScript thread. */
export async function solveClassifier(
  where: string,
  task: ClassifierTask,
  options: FitOptions,
): Promise<{ fit: ClassifierFit; outcomes: Outcome[] }> {
  const { loss, x, labels, l1, l2 } = task;
  const { rows, columns } = x;
  const outputs = labels.classes.length === 2 ? 1 : labels.classes.length;
  const problems = loss === 'softmax' ? 1 : outputs;
  const start = new Float64Array(outputs * (columns + 1));
  let at = 0;
  for (const part of startOf(where, task)) {
    start.set(part, at);
    at += part.length;
  }
  const { signal, onProgress } = options;
  const [parameters, report] = await runNative(
    where,
    'classifier',
    {
      numbers: [
        lossNumbers[loss],
        rows,
        columns,
        outputs / problems,
        problems,
        Number(task.fitIntercept),
        l1,
        l2,
        task.tol,
        task.maxIter,
        Number(x.sparse !== undefined),
      ],
      inputs: [(x.dense ?? x.sparse).data, labels.codes, task.weights, start, ...(x.sparse ? [x.sparse.indices, x.sparse.indptr] : [])],
      outputs: [start.length, 7 * problems],
    },
    { signal, onProgress },
  );
  const outcomes = Array.from({ length: problems }, (_, c): Outcome => {
    const [ending, iterations, gradientNorm, objective, leastMargin, norm, normBefore] = report.subarray(7 * c, 7 * c + 7);
    return { ending: endings[ending], iterations, gradientNorm, objective, leastMargin, norm, normBefore };
  });
  const fit: ClassifierFit = {
    coef: parameters.slice(0, outputs * columns),
    intercept: parameters.slice(outputs * columns),
    columns,
    outputs,
    flat: outputs === 1,
    classes: labels.classes,
    iterations: Math.max(...outcomes.map((o) => o.iterations)),
    gradientNorm: Math.max(...outcomes.map((o) => o.gradientNorm)),
  };
  return { fit, outcomes };
}

/** What to say of a problem that did not get to tol; undefined where it did. */
export function shortfall(outcome: Outcome, tol: number): string | undefined {
  const reached = `the largest number in the gradient is ${outcome.gradientNorm.toExponential(2)}, tol is ${tol}`;
  if (outcome.ending === 'iterations')
    return `did not converge in ${outcome.iterations} iterations: ${reached}. More iterations (maxIter), standardized features or a stronger penalty help`;
  if (outcome.ending === 'precision') return `stopped where rounding hides any further descent: ${reached}. Raise tol`;
  return undefined;
}

/** Weights [classes, p], or [1, p] for two classes, as scikit-learn has them. */
export const classifierCoef = (fit: ClassifierFit): NDArray => coefOf({ ...fit, flat: false });
/** Intercepts [classes], or [1]. */
export const classifierIntercept = (fit: ClassifierFit): NDArray => new NDArray(fit.intercept, [fit.outputs]);

/** Scores of rows, row-major [rows, outputs]. */
export async function scoresOf(
  where: string,
  fit: ClassifierFit,
  x: FeatureInput | Dataset,
  options: RunOptions = {},
): Promise<{ scores: Float64Array; rows: number }> {
  checkRunOptions(where, options);
  const features = toFeatures(where, 'x', x instanceof CsrMatrix ? x : rowsOf(x), fit.columns);
  return { scores: await linearMap(where, fit, features.dense ?? features.sparse, options), rows: features.rows };
}

/** decisionFunction: [rows] for two classes, else [rows, classes]. */
export async function decide(where: string, fit: ClassifierFit, x: FeatureInput | Dataset, options?: RunOptions): Promise<NDArray> {
  const { scores, rows } = await scoresOf(where, fit, x, options);
  return new NDArray(scores, fit.flat ? [rows] : [rows, fit.outputs]);
}

/** Positions of the classes with the highest score, the first of several. */
export function winners(scores: Float64Array, outputs: number): Int32Array {
  if (outputs === 1) return Int32Array.from(scores, (z) => Number(z > 0));
  return Int32Array.from({ length: scores.length / outputs }, (_, i) => {
    let best = 0;
    for (let c = 1; c < outputs; c++) if (scores[i * outputs + c] > scores[i * outputs + best]) best = c;
    return best;
  });
}

/** predict */
export async function classify(where: string, fit: ClassifierFit, x: FeatureInput | Dataset, options?: RunOptions): Promise<Predicted> {
  const { scores } = await scoresOf(where, fit, x, options);
  return toPredicted(winners(scores, fit.outputs), fit.classes);
}

/** score(x, y, options) and score(dataset, options): the (weighted) accuracy. */
export async function scoreClassifier(
  where: string,
  fit: ClassifierFit,
  x: FeatureInput | Dataset,
  y: LabelInput | ScoreOptions | undefined,
  options: ScoreOptions | undefined,
): Promise<number> {
  const given = fitArguments<LabelInput, ScoreOptions>(where, x as ArrayInput | Dataset, y as LabelInput, options);
  const { sampleWeight, ...run } = given.options;
  const { scores, rows } = await scoresOf(where, fit, given.x as FeatureInput, run);
  const truth = labelsOf(where, 'y', given.y, rows);
  return accuracyScore(toPredicted(winners(scores, fit.outputs), fit.classes), truth, toWeights(where, sampleWeight, rows));
}

/** What a file holds of a classifier. */
export const savedClassifier = (kind: string, options: object, fit: ClassifierFit, warnings: readonly string[]): SavedEstimator => ({
  kind,
  options: { ...options },
  arrays: savedArrays(fit),
  state: { classes: fit.classes, iterations: fit.iterations, gradientNorm: fit.gradientNorm, warnings },
});

/** A classifier from a file. Throws ERR_FORMAT where its parts do not fit each other. */
export function loadedClassifier(saved: SavedEstimator): ClassifierFit {
  const fit = loadedFit(saved);
  const { classes, iterations, gradientNorm } = saved.state ?? {};
  const isLabels = (v: unknown): v is Label[] =>
    Array.isArray(v) && (v.every((c) => typeof c === 'string') || v.every((c) => Number.isFinite(c)));
  const outputs = isLabels(classes) && classes.length === 2 ? 1 : (classes as Label[] | undefined)?.length;
  if (
    !isLabels(classes) ||
    classes.length < 2 ||
    outputs !== fit.outputs ||
    typeof iterations !== 'number' ||
    typeof gradientNorm !== 'number'
  )
    throw new RidgelineError('ERR_FORMAT', `loadEstimator: expected classes of a ${saved.kind} with ${fit.outputs} outputs`);
  return { ...fit, classes, iterations, gradientNorm };
}
