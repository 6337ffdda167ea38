import { boolean, checkOptions, inRange, optional, positiveInt } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import type { ArrayInput, NDArray } from '../tensor/ndarray.ts';
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
  shortfall,
  solveClassifier,
} from './linear-classifier.ts';
import { fittedOf, type ScoreOptions } from './linear-model.ts';
import { fitArguments, toWeights } from './matrix.ts';
import { type SavedEstimator, savedWarnings, writeEstimator } from './persist.ts';
import { checkFitOptions, type FitOptions, type RunOptions } from './run.ts';
import { warn } from './warn.ts';

/** Options of {@link LinearSvc}. */
export interface LinearSvcOptions {
  /** Weight of the summed loss against the penalty, above 0. Default 1. */
  readonly C?: number;
  /** Weight of the penalty against the summed loss, above 0: 1/C. Instead of C. */
  readonly alpha?: number;
  /** Add an intercept per score, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /** Weights of classes; default 1 each. */
  readonly classWeight?: ClassWeight;
  /** The solver stops when no number in the gradient of the objective, divided by C and the sum of weights, exceeds it. Default 1e-4. */
  readonly tol?: number;
  /** Iterations at most, of each class; default 1000. */
  readonly maxIter?: number;
}

const where = 'linearSvc';
const rules = {
  C: optional(inRange('(0, inf)')),
  alpha: optional(inRange('(0, inf)')),
  fitIntercept: optional(boolean),
  classWeight: optional(classWeightRule),
  tol: optional(inRange('(0, inf)')),
  maxIter: optional(positiveInt),
};

/**
 * A linear support vector machine with squared hinge loss: minimizes ||w||^2 / 2 + C sum_i s_i max(0, 1 - t_i (w x_i + b))^2 with t = 1 for a class
 * and -1 for the others; of more than two classes one such problem each, and the highest score wins (Hsieh et al., "A dual coordinate descent method
 * for large-scale linear SVM", 2008, L2-SVM). By L-BFGS. The intercept is not penalized; scikit-learn's LinearSVC penalizes it as the weight of a
 * further feature whose value is intercept_scaling, so the two agree without intercept. Throws ERR_OPTION for options outside their range.
 */
export class LinearSvc {
  readonly options: LinearSvcOptions;
  /** What fit() had to warn of: classes for which tol was not reached. */
  readonly warnings: string[] = [];
  #fit: ClassifierFit | undefined;

  constructor(options: LinearSvcOptions = {}) {
    checkOptions<LinearSvcOptions>(where, options, rules);
    if (options.C !== undefined && options.alpha !== undefined)
      throw new RidgelineError('ERR_OPTION', `${where}: expected C or alpha (which is 1/C), got both`);
    this.options = Object.freeze({ ...options });
  }

  #fitted(member: string): ClassifierFit {
    return fittedOf(where, member, this.#fit);
  }

  /** Weights [classes, p], or [1, p] for two classes, where they speak for the second. Throws ERR_NOT_COMPILED before fit, as all that follow. */
  get coef(): NDArray {
    return classifierCoef(this.#fitted('coef'));
  }
  /** Intercepts [classes], or [1]. */
  get intercept(): NDArray {
    return classifierIntercept(this.#fitted('intercept'));
  }
  /** The labels, in the order of coef's rows. */
  get classes(): readonly Label[] {
    return this.#fitted('classes').classes;
  }
  /** Iterations of the solver, of the class that took most. */
  get iterations(): number {
    return this.#fitted('iterations').iterations;
  }
  /** What was compared with tol where the solver stopped, of the class where it is largest. */
  get gradientNorm(): number {
    return this.#fitted('gradientNorm').gradientNorm;
  }

  /**
   * Fits to rows x [n, p], dense or sparse, and labels y [n], numbers or strings, or to a dataset; resolves with itself. Off the JavaScript thread. Emits a
   * ConvergenceWarning where tol was not reached. Throws ERR_SHAPE, ERR_VALUE for NaN or labels of one class only, ERR_OPTION, ABORT_ERR.
   */
  async fit(x: FeatureInput, y: LabelInput, options?: FitOptions): Promise<this>;
  async fit(dataset: Dataset, options?: FitOptions): Promise<this>;
  async fit(x: FeatureInput | Dataset, y?: LabelInput | FitOptions, options?: FitOptions): Promise<this> {
    const given = fitArguments<LabelInput, FitOptions>(where, x as ArrayInput | Dataset, y as LabelInput, options);
    checkFitOptions(where, given.options);
    const features = toFeatures(where, 'x', given.x as FeatureInput);
    const labels = toLabels(where, 'y', given.y, features.rows);
    const { C = 1, alpha = 1 / C, classWeight, fitIntercept = true, tol = 1e-4, maxIter = 1000 } = this.options;
    const weights = rowWeights(where, labels, toWeights(where, given.options.sampleWeight, features.rows), classWeight);
    const task = {
      loss: 'squaredHinge',
      x: features,
      labels,
      weights,
      fitIntercept,
      l1: 0,
      l2: alpha,
      tol,
      maxIter,
      start: undefined,
    } as const;
    const { fit, outcomes } = await solveClassifier(where, task, given.options);
    this.#fit = fit;
    this.warnings.length = 0;
    outcomes.forEach((outcome, c) => {
      const short = shortfall(outcome, tol);
      const whose = outcomes.length > 1 ? `class ${labels.classes[c]} ` : '';
      if (short !== undefined) warn(this.warnings, 'ConvergenceWarning', `${where}: ${whose}${short}`);
    });
    return this;
  }

  /** The class with the highest score for each row. Throws ERR_SHAPE for another number of features, ERR_VALUE, ABORT_ERR. */
  async predict(x: FeatureInput | Dataset, options?: RunOptions): Promise<Predicted> {
    return classify(where, this.#fitted('predict'), x, options);
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
  static load(saved: SavedEstimator): LinearSvc {
    const model = new LinearSvc(saved.options as LinearSvcOptions);
    model.#fit = loadedClassifier(saved);
    model.warnings.push(...savedWarnings(saved));
    return model;
  }
}
