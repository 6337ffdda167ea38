import { boolean, checkOptions, inRange, oneOf, optional, positiveInt } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { type ClassWeight, classWeightRule, rowWeights } from './class-weight.ts';
import { type FeatureInput, toFeatures } from './features.ts';
import { type Label, type LabelInput, type Predicted, toLabels } from './labels.ts';
import {
  type ClassifierFit,
  classifierCoef,
  classifierIntercept,
  classify,
  decide,
  loadedClassifier,
  savedClassifier,
  scoreClassifier,
  scoresOf,
  shortfall,
  solveClassifier,
} from './linear-classifier.ts';
import { fittedOf, type LinearFit, linearMap, type ScoreOptions } from './linear-model.ts';
import { fitArguments, toWeights } from './matrix.ts';
import { type SavedEstimator, savedWarnings, writeEstimator } from './persist.ts';
import { checkFitOptions, type FitOptions, type RunOptions } from './run.ts';
import { closer, describeSeparation, quasiSeparationOf, type Separation, separationOf } from './separation.ts';
import { warn } from './warn.ts';

/** Options of {@link LogisticRegression}. */
export interface LogisticRegressionOptions {
  /** What is added to the loss. Default 'l2'. */
  readonly penalty?: 'l1' | 'l2' | 'elasticNet' | 'none';
  /** Weight of the summed loss against the penalty, above 0; Infinity: no penalty. Default 1. */
  readonly C?: number;
  /** Weight of the penalty against the summed loss, 0 or more: 1/C. Instead of C. */
  readonly alpha?: number;
  /** Share of l1 in 'elasticNet', in [0, 1]; default 0.5. */
  readonly l1Ratio?: number;
  /** Add an intercept per score, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /** Weights of classes; default 1 each. */
  readonly classWeight?: ClassWeight;
  /** The solver stops when no number in the (sub)gradient of the objective, divided by C and the sum of weights, exceeds it. Default 1e-4. */
  readonly tol?: number;
  /** Iterations at most; default 1000. */
  readonly maxIter?: number;
  /** fit() begins where the last one ended. Default false. */
  readonly warmStart?: boolean;
}

const where = 'logisticRegression';
const rules = {
  penalty: optional(oneOf('l1', 'l2', 'elasticNet', 'none')),
  C: optional(inRange('(0, inf]')),
  alpha: optional(inRange('[0, inf)')),
  l1Ratio: optional(inRange('[0, 1]')),
  fitIntercept: optional(boolean),
  classWeight: optional(classWeightRule),
  tol: optional(inRange('(0, inf)')),
  maxIter: optional(positiveInt),
  warmStart: optional(boolean),
};

/** Throws ERR_OPTION where two options contradict each other. */
function checkTogether({ penalty = 'l2', C, alpha, l1Ratio }: LogisticRegressionOptions): void {
  if (C !== undefined && alpha !== undefined)
    throw new RidgelineError('ERR_OPTION', `${where}: expected C or alpha (which is 1/C), got both`);
  if (penalty === 'none' && (C ?? alpha) !== undefined)
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected no ${C === undefined ? 'alpha' : 'C'} with penalty 'none', got ${C ?? alpha}`,
    );
  if (penalty !== 'elasticNet' && l1Ratio !== undefined)
    throw new RidgelineError('ERR_OPTION', `${where}: expected l1Ratio with penalty 'elasticNet' only, got it with '${penalty}'`);
}

/** The weights of |w| and w^2/2 in sum_i s_i loss_i + l1 |w| + l2/2 |w|^2. */
function penaltyOf({ penalty = 'l2', C = 1, alpha = 1 / C, l1Ratio = 0.5 }: LogisticRegressionOptions): { l1: number; l2: number } {
  if (penalty === 'none') return { l1: 0, l2: 0 };
  const share = penalty === 'l1' ? 1 : penalty === 'l2' ? 0 : l1Ratio;
  return { l1: alpha * share, l2: alpha * (1 - share) };
}

/** log softmax of each row of scores; of one score z, of (0, z): then log(1 - sigmoid(z)), log(sigmoid(z)). */
function logProbabilities(scores: Float64Array, outputs: number): Float64Array {
  const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  if (outputs === 1) return Float64Array.from({ length: 2 * scores.length }, (_, i) => -softplus(i % 2 ? -scores[i >> 1] : scores[i >> 1]));
  const logs = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += outputs) {
    const row = scores.subarray(at, at + outputs);
    const max = row.reduce((a, b) => Math.max(a, b), -Infinity);
    const sum = Math.log(row.reduce((total, z) => total + Math.exp(z - max), 0));
    for (let c = 0; c < outputs; c++) logs[at + c] = row[c] - max - sum;
  }
  return logs;
}

/**
 * Logistic regression (Goodfellow, Bengio and Courville, "Deep Learning", 5.7.1 and 7.1): two classes by a sigmoid, more by a softmax over all of them.
 * Minimizes C sum_i s_i loss_i + r(W), where r is ||W||^2 / 2, ||W||_1, l1Ratio ||W||_1 + (1 - l1Ratio) ||W||^2 / 2 or nothing, as scikit-learn's
 * LogisticRegression does. Smooth objectives by L-BFGS; those with l1 by proximal gradient steps (Wright, Nowak and Figueiredo 2009) with L-BFGS
 * between them. Throws ERR_OPTION for options outside their range, unknown or contradictory.
 */
export class LogisticRegression {
  readonly options: LogisticRegressionOptions;
  /** What fit() had to warn of: an end before tol was reached, or classes that a hyperplane separates, with rows on it or without, where there is no penalty. */
  readonly warnings: string[] = [];
  #fit: ClassifierFit | undefined;
  #separation: Separation | undefined;

  constructor(options: LogisticRegressionOptions = {}) {
    checkOptions<LogisticRegressionOptions>(where, options, rules);
    checkTogether(options);
    this.options = Object.freeze({ ...options });
  }

  #fitted(member: string): ClassifierFit {
    return fittedOf(where, member, this.#fit);
  }

  /** Weights [classes, p], or [1, p] for two classes, where they speak for the second. Throws ERR_NOT_COMPILED before fit, as all that follow. */
  get coef(): NDArray {
    return classifierCoef(this.#fitted('coef'));
  }
  /** Intercepts [classes], with a mean of 0, or [1]. */
  get intercept(): NDArray {
    return classifierIntercept(this.#fitted('intercept'));
  }
  /** The labels, in the order of coef's rows and of probabilities. */
  get classes(): readonly Label[] {
    return this.#fitted('classes').classes;
  }
  /** Iterations of the solver. */
  get iterations(): number {
    return this.#fitted('iterations').iterations;
  }
  /** What was compared with tol where the solver stopped. */
  get gradientNorm(): number {
    return this.#fitted('gradientNorm').gradientNorm;
  }
  /** How the weights diverge, where a hyperplane separates classes, if only but for rows on it, and there is no penalty; undefined elsewhere. */
  get separation(): Separation | undefined {
    this.#fitted('separation');
    return this.#separation;
  }

  /**
   * Fits to rows x [n, p], dense or sparse, and labels y [n], numbers or strings, or to a dataset; resolves with itself. Off the JavaScript thread; progress tells
   * iterations and the gradient's largest number. Emits a ConvergenceWarning where tol was not reached or weights diverge.
   * Throws ERR_SHAPE, ERR_VALUE for NaN or labels of one class only, ERR_OPTION, ABORT_ERR.
   */
  async fit(x: FeatureInput, y: LabelInput, options?: FitOptions): Promise<this>;
  async fit(dataset: Dataset, options?: FitOptions): Promise<this>;
  async fit(x: FeatureInput | Dataset, y?: LabelInput | FitOptions, options?: FitOptions): Promise<this> {
    const given = fitArguments<LabelInput, FitOptions>(where, x as ArrayInput | Dataset, y as LabelInput, options);
    checkFitOptions(where, given.options);
    const features = toFeatures(where, 'x', given.x as FeatureInput);
    const labels = toLabels(where, 'y', given.y, features.rows);
    const { classWeight, fitIntercept = true, tol = 1e-4, maxIter = 1000, warmStart = false } = this.options;
    const weights = rowWeights(where, labels, toWeights(where, given.options.sampleWeight, features.rows), classWeight);
    const penalty = penaltyOf(this.options);
    const loss = labels.classes.length === 2 ? 'logistic' : 'softmax';
    const task = {
      loss,
      x: features,
      labels,
      weights,
      fitIntercept,
      ...penalty,
      tol,
      maxIter,
      start: warmStart ? this.#fit : undefined,
    } as const;
    const { fit, outcomes } = await solveClassifier(where, task, given.options);
    const [outcome] = outcomes;
    let separation: Separation | undefined;
    if (penalty.l1 === 0 && penalty.l2 === 0) {
      const { signal } = given.options;
      const scoresBy = (map: LinearFit) => linearMap(where, map, features.dense ?? features.sparse, { signal });
      separation = separationOf(fit, await scoresBy(fit), labels, weights, fitIntercept, outcome);
      if (separation === undefined && outcome.ending === 'converged') {
        const further = await solveClassifier(where, { ...task, tol: closer * tol, start: fit }, { signal });
        const moved = {
          ...fit,
          coef: further.fit.coef.map((w, i) => w - fit.coef[i]),
          intercept: further.fit.intercept.map((b, i) => b - fit.intercept[i]),
        };
        separation = quasiSeparationOf(fit, further.fit, await scoresBy(moved), labels, weights, outcome, further.outcomes[0]);
      }
    }
    const short = separation ? describeSeparation(separation, outcome, labels.classes) : shortfall(outcome, tol);
    this.#fit = fit;
    this.#separation = separation;
    this.warnings.length = 0;
    if (short !== undefined) warn(this.warnings, 'ConvergenceWarning', `${where}: ${short}`);
    return this;
  }

  /** The class with the highest score for each row. Throws ERR_SHAPE for another number of features, ERR_VALUE, ABORT_ERR. */
  async predict(x: FeatureInput | Dataset, options?: RunOptions): Promise<Predicted> {
    return classify(where, this.#fitted('predict'), x, options);
  }

  /** Logarithms of the probabilities of classes [n, classes]. */
  async predictLogProba(x: FeatureInput | Dataset, options?: RunOptions): Promise<NDArray> {
    const fit = this.#fitted('predictLogProba');
    const { scores, rows } = await scoresOf(where, fit, x, options);
    return new NDArray(logProbabilities(scores, fit.outputs), [rows, fit.classes.length]);
  }

  /** Probabilities of classes [n, classes]. */
  async predictProba(x: FeatureInput | Dataset, options?: RunOptions): Promise<NDArray> {
    const fit = this.#fitted('predictProba');
    const { scores, rows } = await scoresOf(where, fit, x, options);
    return new NDArray(logProbabilities(scores, fit.outputs).map(Math.exp), [rows, fit.classes.length]);
  }

  /** Scores x w + b: [n] for two classes, above 0 where the second is predicted; else [n, classes]. */
  async decisionFunction(x: FeatureInput | Dataset, options?: RunOptions): Promise<NDArray> {
    return decide(where, this.#fitted('decisionFunction'), x, options);
  }

  /** The (weighted) share of rows whose class is predicted. */
  async score(x: FeatureInput, y: LabelInput, options?: ScoreOptions): Promise<number>;
  async score(dataset: Dataset, options?: ScoreOptions): Promise<number>;
  async score(x: FeatureInput | Dataset, y?: LabelInput | ScoreOptions, options?: ScoreOptions): Promise<number> {
    return scoreClassifier(where, this.#fitted('score'), x, y, options);
  }

  /** What a file holds of it. */
  saved(): SavedEstimator {
    return savedClassifier(where, this.options, this.#fitted('save'), this.warnings);
  }

  /** Writes it as a safetensors file, which linear.loadEstimator reads. Throws ERR_FORMAT where that cannot be done. */
  async save(path: string): Promise<void> {
    await writeEstimator(path, this.saved());
  }

  /** What {@link saved} said, made again. */
  static load(saved: SavedEstimator): LogisticRegression {
    const model = new LogisticRegression(saved.options as LogisticRegressionOptions);
    model.#fit = loadedClassifier(saved);
    model.warnings.push(...savedWarnings(saved));
    return model;
  }
}
